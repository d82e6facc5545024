/*
 * Formats of documents: each is known by its first 4 KiB after a BOM and white
 * space, never by the file's name, and has one reader.
 */
#ifndef LECTERN_FORMAT_H
#define LECTERN_FORMAT_H

#include <stdbool.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"

/*
 * Reads a document in the format that it has: builds its conference and ends
 * it.  Where it was stopped, it is of no use.  False, with nothing built: it is
 * not what it begins as; `err` names it and says why.
 */
bool format_read(
    struct build *build, const struct document *document, struct err *err);

#endif
