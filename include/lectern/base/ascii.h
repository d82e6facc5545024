/*
 * Text for people in a locale that is not UTF-8, such as C: ASCII alone.  A
 * letter loses its accents, a sign becomes one that looks or means the same,
 * and what has none becomes `?`.  What programs read stays UTF-8.
 */
#ifndef LECTERN_ASCII_H
#define LECTERN_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;

/*
 * Whether LC_ALL, LC_CTYPE or LANG, the first that is set, names a locale that
 * is installed and not UTF-8.  Asks the environment each time.
 */
bool ascii_is_wanted(void);

/*
 * Returns `len` bytes of text as ASCII, NUL-terminated, owned by the arena; its
 * length goes to `*out_len` (may be NULL).  It may take more columns: an
 * ellipsis is three dots.
 */
char *
ascii_text(struct arena *arena, const char *s, size_t len, size_t *out_len);

/*
 * Makes ASCII of the cluster in `text`, in place, in exactly its `width`
 * columns: an ellipsis is `~`.
 */
void ascii_cell(char *text, int width);

/*
 * Prints text for people, as ASCII where that is wanted.  What stands in the
 * way of writing is noticed by ferror().
 */
__attribute__((format(printf, 2, 3))) void
ascii_say(FILE *out, const char *format, ...);

#endif
