/*
 * Formats of documents: each is known by its first 4 KiB after a BOM and white
 * space, never by the file's name, and has one reader.
 */
#ifndef LECTERN_FORMAT_H
#define LECTERN_FORMAT_H

#include "source/builder.h"
#include "source/document.h"

/*
 * Reads a document in the format that it has: builds its conference and ends
 * it.  Any bytes give one.  Where it was stopped, it is of no use.
 */
void format_read(struct build *build, const struct document *document);

#endif
