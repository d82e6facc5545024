/*
 * Rows of a table that name the session, room or topic of those below: "9:00 |
 * Session I |".
 */
#ifndef LECTERN_SESSION_ROWS_H
#define LECTERN_SESSION_ROWS_H

#include <stdint.h>

#include "source/markdown/columns.h"
#include "source/markdown/md.h"

/*
 * Returns the cell of a row in which a session is named that the rows below
 * belong to; 0: the row is none.
 */
uint32_t session_rows_name(
    const struct markdown *md, uint32_t row, const struct columns *columns);

/*
 * Returns the node where such a row's session ends: the next row with a first
 * cell, where those of the session have none; else the end of the table.
 */
uint32_t session_rows_end(
    const struct markdown *md, uint32_t row, const struct columns *columns);

/*
 * Whether rows with a title in the first cell and nothing else are talks of which
 * nobody is named: the others name somebody, and none reads as a heading.
 */
bool session_rows_alone(
    const struct markdown *md, uint32_t table, const struct columns *columns);

#endif
