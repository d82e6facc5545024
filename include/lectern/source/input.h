/*
 * Input: the bytes of documents, from files, folders and standard input.
 */
#ifndef LECTERN_INPUT_H
#define LECTERN_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/base/err.h"
#include "lectern/base/progress.h"

struct input_path {
	char *name;  /* "-" is standard input */
	size_t root; /* bytes of the folder in which it was found; 0: the user
	                named it */
};

/* Paths of documents; freed with input_free(). */
struct input {
	struct input_path *path;
	size_t n, cap;
	char *passed;   /* the first file passed over in folders though people
	                   may have written of talks in it, or NULL: its ending
	                   is none of a document's */
	size_t npassed; /* how many were */
};

/*
 * Adds `path` or, for a folder, each file below it that ends as documents
 * do (*.md, *.csv, *.xml, *.json ...), in the order of their names, hidden ones
 * left out.  Follows
 * symbolic links.  Adds what cannot be looked at, too: it fails when it is
 * read.  Returns false if nothing is there, or a folder cannot be read or has
 * no documents; what was added stays.
 */
bool input_add(struct input *input, const char *path, struct err *err);
void input_free(struct input *input);

/* The bytes of a document; dropped with input_drop(). */
struct bytes {
	char *s; /* writable, private; no NUL at the end */
	size_t len;
	size_t mapped; /* bytes to unmap; 0: `s` is to be freed */
};

/*
 * Reads all of the document `path`, which may change meanwhile; `progress` (may
 * be NULL) may stop it.  Returns false, with nothing to drop, if it was
 * stopped, cannot be read, is empty, binary (a NUL in its first 8,000 bytes,
 * and no mark of UTF-16), or larger than 1 GiB.
 */
bool input_read(const char *path, struct progress *progress,
    struct bytes *bytes, struct err *err);
void input_drop(struct bytes *bytes);

/* Drops the bytes; the arena may take from where they were. */
void input_reuse(struct bytes *bytes, struct arena *arena);

/*
 * Reads the first `most` bytes of a document, or all of it if it is not much
 * larger.  `*more` tells whether there may be more: then `bytes` end before a
 * heading or with a blank line; or are none, where that is too far away, or
 * what was read could not be read again.  Fails as input_read() does.
 */
bool input_read_first(const char *path, size_t most, struct bytes *bytes,
    bool *more, struct err *err);

/* Returns what messages call the document: its path, or "standard input". */
const char *input_name(const char *path);

#endif
