/*
 * What a reader or author says of the columns of tables.
 */
#ifndef LECTERN_COLUMNS_SAID_H
#define LECTERN_COLUMNS_SAID_H

#include <stdint.h>

#include "source/corrections.h"
#include "source/markdown/columns_of.h"

/*
 * Sets in `columns`, which are those of the table at node `table`, what was said
 * of the document's; a table that lacks a column is left as it is.
 */
void columns_said(
    const struct markdown *md, uint32_t table, struct columns *columns);

/*
 * Returns what was said of a column that no table of the document has, for
 * told_text() and in the arena; NULL: of none.
 */
const char *columns_said_lost(const struct markdown *md, struct arena *arena);

/*
 * Tells what the columns of a table have, "titles in column 2, \"Talk\"", in the
 * arena and for told_text().
 */
const char *columns_said_tell(const struct markdown *md, struct arena *arena,
    uint32_t table, const struct columns *columns);

#endif
