/*
 * Lines that begin a note apart from the text.  Forms: help.obsidian.md and
 * docs.github.com (callouts, alerts), docusaurus.io and quarto.org (`:::`),
 * squidfunk.github.io/mkdocs-material (`!!!`, `???`).
 *
 * - `> [!tip] Title`
 * - `:::tip Title`, `:::tip[Title]`, `::: {.callout-tip title="Title"}`; `:::`
 *   ends it
 * - `!!! tip "Title"`, `??? tip`, `???+ tip`, with the text four columns in
 */
#ifndef LECTERN_ADMONITION_H
#define LECTERN_ADMONITION_H

#include <stdbool.h>
#include <stddef.h>

/* What a line says: parts of that line, which may be empty. */
struct admonition {
	const char *name, *title;
	size_t name_len, title_len;
	bool indented; /* its text stands four columns in */
	bool block;    /* is none, but what a site puts there: `::gallery` */
};

/*
 * Whether the `len` bytes at `s`, a line without its indentation, begin or end
 * one; `quoted`: they stand in a quotation.
 */
bool
admonition_read(const char *s, size_t len, bool quoted, struct admonition *a);

/* Whether bold words are what such a note became: "Tip: Wet ropes". */
bool admonition_is_label(const char *s, size_t len);

#endif
