/*
 * Definitions of links, `[label]: url`, and what refers to them: a section that
 * does is parsed with their lines before it, and so means what it means in the
 * document.
 */
#ifndef LECTERN_REFERENCES_H
#define LECTERN_REFERENCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line that is a definition, or may be one. */
struct definition {
	uint32_t from; /* its `[`; bytes of the source */
	uint32_t to;
	bool item;  /* it stands behind a bullet */
	bool doubt; /* it may be none; `to` is where its label ends at last */
};

/* What a line is that may begin with a definition. */
enum references_line {
	REFERENCES_NONE, /* surely none begins there, wherever it stands */
	REFERENCES_DEFINITION, /* one, where a paragraph begins */
	REFERENCES_DOUBT,
};

/*
 * Tells what the line is whose text [from, to) of the `len` bytes at `s` begins
 * with `[`.
 */
enum references_line
references_look(const char *s, size_t len, size_t from, size_t to);

/* Where a label that begins at `from` ends at last, in a text of `len` bytes. */
size_t references_label_end(size_t len, size_t from);

/* The definitions of a text, by label. */
struct references;

/*
 * Takes the definitions of a text, in order.  Returns NULL where it is not sure
 * to which of them a label leads.  Freed with references_free().
 */
struct references *
references_new(const char *s, const struct definition *definition, size_t n);

/*
 * Returns the definitions that the `len` bytes at `s` of the text may refer to,
 * as lines to be put before them, to be freed; NULL: it refers to none.  Their
 * bytes go to `*before`, their lines to `*rows`.
 */
char *references_before(const struct references *references, const char *s,
    size_t len, size_t *before, uint32_t *rows);

/*
 * Whether the `len` bytes at `s` of the text may refer to a definition that is in
 * doubt, and stands elsewhere.
 */
bool references_doubted(
    const struct references *references, const char *s, size_t len);

/* NULL is allowed. */
void references_free(struct references *references);

#endif
