/*
 * A document to be read, as every reader gets it.
 */
#ifndef LECTERN_DOCUMENT_H
#define LECTERN_DOCUMENT_H

#include <stddef.h>

#include "lectern/model/notes.h"
#include "lectern/source/input.h"
#include "lectern/source/load_options.h"

struct id_folder;
struct strmap;

struct document {
	const char *path;    /* as given; owned by the builder's arena */
	const char *name;    /* of the file, without folders and ending */
	struct bytes *bytes; /* as read; the reader may take them, and then
	                        leaves none */
	const struct load_options *options;
	const struct strmap *labels; /* see folder_labels.h; may be NULL */
	struct id_folder *lists;  /* beside it, see id_lists.h; may be NULL */
	const struct query *only; /* as in the options, if that is possible */
	/* Returns where tracks will be looked up, or NULL: it takes long. */
	const struct notes *(*other)(void *loader);
	void *loader;
};

/*
 * Returns the bytes that tell the format of a document, and in `*len` how many:
 * its first 4 KiB after a BOM and white space.
 */
const char *document_look(const struct document *document, size_t *len);

#endif
