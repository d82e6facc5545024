/*
 * Finds in packed bytes the talks that a single query may find, so that the
 * others need not be built.
 */
#ifndef LECTERN_PACKED_FIND_H
#define LECTERN_PACKED_FIND_H

#include <stdbool.h>

#include "lectern/model/query.h"
#include "source/packed_view.h"

/*
 * Returns for each talk whether it is to be built, to be freed: if the query may
 * find it, or if more may be told with it, as with the first of its track and
 * the last of all.  NULL: all are.
 */
bool *packed_find(const struct packed *p, const struct query *query);

#endif
