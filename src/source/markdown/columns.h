/*
 * The columns of a table: which ones have titles and speakers, and whether rows
 * without a first cell belong to the row above.
 */
#ifndef LECTERN_COLUMNS_H
#define LECTERN_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/columns_of.h"

/*
 * Keeps the columns of a document's tables when they are found, since they are
 * asked for again; its nodes must not change any more.
 */
void columns_keep(struct markdown *md);

/* Frees what was kept. */
void columns_drop(struct markdown *md);

/* Finds the columns of the table at node `table`. */
struct columns columns_find(const struct markdown *md, uint32_t table);

#endif
