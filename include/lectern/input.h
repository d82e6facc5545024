/*
 * Input: the bytes of documents, from files, folders and standard input.
 */
#ifndef LECTERN_INPUT_H
#define LECTERN_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/err.h"

/* Paths of documents; freed with input_free(). */
struct input {
	char **path; /* "-" is standard input */
	size_t n, cap;
};

/*
 * Adds `path` or, for a folder, each *.md and *.markdown file below it in the
 * order of their names, hidden ones left out.  Symbolic links are followed.
 * False, with what was added kept: nothing is there, a folder that cannot be
 * read, or one without documents.
 */
bool input_add(struct input *input, const char *path, struct err *err);
void input_free(struct input *input);

/*
 * Reads all of the document `path` into `*bytes`, to be freed.  False, with
 * nothing to free: it cannot be read, is empty, binary (a NUL in its first
 * 8,000 bytes), in UTF-16, or larger than 1 GiB.
 */
bool input_read(const char *path, char **bytes, size_t *len, struct err *err);

/* What messages call the document: its path, or "standard input". */
const char *input_name(const char *path);

#endif
