/*
 * Talks of lists and tables that a query surely does not find, so that a single
 * search need not build what it will not print.  See prefilter.h for those of
 * headings.
 */
#ifndef LECTERN_UNSOUGHT_H
#define LECTERN_UNSOUGHT_H

#include "lectern/model/query.h"
#include "source/markdown/manner.h"
#include "source/markdown/md.h"
#include "source/markdown/roles.h"

/*
 * Gives talks that the query surely does not find ROLE_UNSOUGHT, and tells in the
 * shape whether there are any.  Track, id and text of the others stay as they
 * are.  Does nothing where that is not certain.
 */
void unsought_mark(const struct markdown *md, struct shape *shape,
    const struct manner *manner, const struct query *query);

#endif
