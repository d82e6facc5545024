/*
 * Tells an author how a document was read, and why.
 */
#ifndef LECTERN_EXPLAIN_H
#define LECTERN_EXPLAIN_H

#include <stddef.h>

#include "source/corrections.h"
#include "source/markdown/carriers_told.h"
#include "source/markdown/manner.h"
#include "source/markdown/roles.h"

struct arena;

/* Returns what the talks are, with their number, in `arena`; see told.h. */
const char *explain_briefly(struct arena *arena, const struct shape *shape,
    size_t ntracks, size_t ntalks);

/*
 * Returns, in `arena` and for told_text(), lines for talks, speakers, links and
 * what titles share: what was counted, what was taken, of which carriers, and the
 * correction that changes it or did so.
 */
const char *explain(struct arena *arena, const struct shape *shape,
    const struct carried *carried, const struct manner *manner,
    const struct corrections *said);

#endif
