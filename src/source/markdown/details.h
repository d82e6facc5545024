/*
 * `<details>` as authors fold notes with it: its tags on lines of their own, and
 * a blank line before the Markdown within.
 */
#ifndef LECTERN_DETAILS_H
#define LECTERN_DETAILS_H

#include <stdbool.h>
#include <stddef.h>

enum details {
	DETAILS_NONE,
	DETAILS_TAG,     /* its first or last tag, which is not shown */
	DETAILS_SUMMARY, /* a line with its summary, which is a heading */
};

/* Whether a line is `<details>` or `</details>`, perhaps with blanks behind. */
bool details_is_tag(const char *s, size_t len);

/*
 * Tells what the line that begins at `*from` of the `len` bytes at `s` is, if
 * libcmark surely ends HTML below it, and above it there is none but
 * `<details>`.  The words of a summary go to [*from, *to).
 */
enum details details_at(const char *s, size_t len, size_t *from, size_t *to);

#endif
