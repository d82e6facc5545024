/*
 * Output to the terminal.  curses writes many small pieces, one for each
 * movement of its cursor.  During a frame they go to a file in memory, and then
 * to the terminal in one piece: that is faster, and a half-drawn screen is
 * never seen.
 */
#ifndef LECTERN_OUTPUT_H
#define LECTERN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct output {
	FILE *file; /* for curses; has its own descriptor; may be NULL */
	int frame;  /* a file in memory, or -1 */
};

/* Opens `output` for standard output; false with errno set.  To be closed. */
bool output_open(struct output *output);
void output_close(struct output *output);

/* Begin and end a frame: what curses writes in between is shown at once. */
void output_begin(struct output *output);
void output_end(struct output *output);

/* Writes all `len` bytes to standard output, past all buffers. */
void output_write(const char *s, size_t len);

#endif
