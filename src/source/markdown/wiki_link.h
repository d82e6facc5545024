/*
 * Links of notes to one another: `[[Note]]`, `[[Note#Part|words]]`, and the
 * same with `!` before it, which shows the note, picture or video itself.
 */
#ifndef LECTERN_WIKI_LINK_H
#define LECTERN_WIKI_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/buffer.h"

#define WIKI_LINK_LOOKS 4096 /* for files, of a document; no more */

/* Where notes are looked for. */
struct wiki_links {
	const char *path; /* of the document; NULL: nowhere */
	unsigned looks;   /* for a file, so far */
	bool only_words;  /* no link can stand here */
};

/*
 * Writes the link that the `len` bytes at `s` begin with as Markdown, where a
 * file of that name is beside the document; else only its words.  Returns its
 * bytes; 0: there is none, and nothing is written.
 */
size_t wiki_link_put(
    struct buffer *out, struct wiki_links *links, const char *s, size_t len);

#endif
