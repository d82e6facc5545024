/*
 * The talks that match the query of a report.
 */
#ifndef LECTERN_REPORT_HITS_H
#define LECTERN_REPORT_HITS_H

#include "lectern/find/filter.h"
#include "lectern/marks/marks.h"
#include "lectern/system/config.h"

/* Reads the transcripts, if the query asks for them; NULL: it does not. */
struct transcripts *report_transcripts(const struct notes *notes,
    const struct config *config, const struct query *query);

/*
 * Returns the talks that match, best first, to be freed; `transcripts` may be
 * NULL.
 */
struct hits report_hits(const struct notes *notes, const struct marks *marks,
    const struct query *query, const struct transcripts *transcripts);

#endif
