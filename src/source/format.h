/*
 * Formats of documents.  A format is recognised by the first 4 KiB after a BOM
 * and white space, never by the file's name, and has one reader.
 */
#ifndef LECTERN_FORMAT_H
#define LECTERN_FORMAT_H

#include <stdbool.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"

/*
 * Reads a document in its format: builds its conference and ends it.  If
 * reading was stopped, the conference is of no use.  Returns false, with
 * nothing built and `err` filled, if the document is not what its beginning
 * promises.
 */
bool format_read(
    struct build *build, const struct document *document, struct err *err);

/*
 * Whether the beginning of a document is one itself, if it ends with a line.
 */
bool format_may_be_cut(struct bytes *bytes);

#endif
