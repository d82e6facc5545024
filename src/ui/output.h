/*
 * The way to the terminal.  curses writes many small pieces, one for each
 * movement of its cursor.  While it makes a frame they go to a file in memory,
 * and then to the terminal as one: that is quicker, and what is half drawn is
 * not seen.
 */
#ifndef LECTERN_OUTPUT_H
#define LECTERN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct output {
	FILE *file; /* for curses; a descriptor of its own, or NULL */
	int frame;  /* a file in memory, or -1 */
};

/* Opens it for standard output; false with errno set.  To be closed. */
bool output_open(struct output *output);
void output_close(struct output *output);

/* What curses writes in between is one frame. */
void output_begin(struct output *output);
void output_end(struct output *output);

/* Writes to standard output past all buffers, and all of it. */
void output_write(const char *s, size_t len);

#endif
