/*
 * Reads the objects of a JSON text one after the other, each as text: those of
 * lines, of an array, or spread over several lines.
 */
#ifndef LECTERN_MERGE_READ_H
#define LECTERN_MERGE_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define MERGE_READ_MOST 1000000 /* bytes of an object */

/* The state of reading; zeroed but for `in` at first. */
struct merge_read {
	FILE *in;
	size_t line; /* that is being read, less one */
	size_t row;  /* where the last object begins, from 1 */
	char *text;  /* of the last object, NUL-terminated; owned */
	size_t len, cap;
	bool begun;        /* something was read */
	bool after;        /* something stands before this on its line */
	size_t bracket;    /* where an array was opened, or 0 */
	bool closed;       /* it was closed */
	const char *wrong; /* what is wrong in `row`, or NULL */
};

/*
 * Reads the next object.  Skips a byte order mark, and lines that git puts
 * around a conflict.  Returns false at the end, where reading fails, and where
 * `wrong` says that this is no such text.
 */
bool merge_read(struct merge_read *read);

#endif
