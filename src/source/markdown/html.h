/*
 * HTML in Markdown, as far as documents of talks use it: tags, links and
 * character references.
 */
#ifndef LECTERN_HTML_H
#define LECTERN_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A tag, comment or declaration at the start of some text. */
struct html_tag {
	size_t len;    /* bytes; 0 where there is none */
	char name[20]; /* in lower case, cut; "" for a comment */
	bool closing;  /* begins with a slash */
	char *href;    /* of an <a>, else NULL; owned by the arena */
	char *alt;     /* what an <img> says of itself, else NULL; likewise */
	char *title;   /* what an <abbr> stands for, else NULL; likewise */
	char *rows;  /* how many a cell of a table reaches over, as written, or
	                  NULL; likewise */
	char *media; /* the address of what an <iframe>, a <video> or a site's
	                  own <YouTube> shows, else NULL; owned by the arena */
};

/*
 * Reads the tag that begins with the `<` at `s`.  An unclosed comment reaches
 * to the end of the text.  `been` (may be NULL) has a byte for each byte at
 * `s`, 0 at first; pass the same one for all tags of a text, so that tags
 * without an end are not searched again and again.
 */
struct html_tag
html_tag(struct arena *arena, const char *s, size_t len, uint8_t *been);

/*
 * Whether the tag separates words, as <br>, <p> and <td> do but <b> does not.
 */
bool html_parts_words(const struct html_tag *tag);

/*
 * Reads the character reference that begins with the `&` at `s` (decimal, hex,
 * or one of the few names that matter) into `out` as UTF-8, NUL-terminated.
 * Returns its bytes; 0 if there is none.
 */
size_t html_reference(const char *s, size_t len, char out[8]);

#endif
