/*
 * Formats of documents: each is known by its content, and has one reader.
 */
#ifndef LECTERN_FORMAT_H
#define LECTERN_FORMAT_H

#include <stddef.h>

#include "source/builder.h"
#include "source/document.h"

enum format {
	FORMAT_MARKDOWN, /* also all that is nothing else */
};

#define FORMAT_LOOK 4096 /* bytes after BOM and white space that tell it */

/* The format of the `len` bytes at `s`. */
enum format format_find(const char *s, size_t len);

/*
 * Reads a document in the format that it has: builds its conference and ends
 * it.  Any bytes give one.  Where it was stopped, it is of no use.
 */
void format_read(struct build *build, const struct document *document);

#endif
