/*
 * A document to be read: what every reader is given.
 */
#ifndef LECTERN_DOCUMENT_H
#define LECTERN_DOCUMENT_H

#include <stddef.h>

#include "lectern/model/notes.h"
#include "lectern/source/input.h"
#include "lectern/source/load_options.h"

struct document {
	const char *path;    /* as given; owned by the builder's arena */
	const char *name;    /* of the file, without folders and ending */
	struct bytes *bytes; /* as read; the reader may take them over, and
	                        leaves none then */
	const struct load_options *options;
	const struct query *only;  /* as in the options, where it can be done */
	const struct notes *other; /* in which tracks will be looked up, where
	                              that matters for `only`; may be NULL */
};

/*
 * What tells the format of a document: its first 4 KiB after a BOM and white
 * space; how many bytes they are goes to `*len`.
 */
const char *document_look(const struct document *document, size_t *len);

#endif
