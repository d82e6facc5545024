/*
 * Bars that tell how much of a whole is done, as text.
 */
#ifndef LECTERN_BAR_H
#define LECTERN_BAR_H

#include <stdint.h>

#define BAR_BYTES(columns) ((columns)*3 + 1) /* of a bar's text */

/*
 * Writes a bar of so many columns, BAR_BYTES() at most: any part of the whole
 * shows, and only all of it fills the bar.
 */
void bar_text(char *out, int columns, uint64_t part, uint64_t whole);

#endif
