/*
 * What a reader says of the columns of a table that is a document.
 */
#ifndef LECTERN_CSV_SAID_H
#define LECTERN_CSV_SAID_H

#include <stddef.h>

#include "source/builder.h"
#include "source/column_names.h"
#include "source/document.h"

/*
 * Sets what the options say of the `n` columns of a document; warns of a column
 * that is not there.
 */
void csv_said_take(struct column *column, size_t n, struct build *build,
    const struct document *document);

/*
 * Tells an author what the columns are taken for, and how that is changed, in the
 * arena and for told_text().
 */
const char *
csv_said_tell(struct arena *arena, const struct column *column, size_t n);

#endif
