/*
 * Exports annotations for use elsewhere: for reading, in tables and calendars.
 * First come the talks of the notes that have marks, in their order, then those
 * that are in no document, by title.
 */
#ifndef LECTERN_EXPORT_H
#define LECTERN_EXPORT_H

#include <stdio.h>

#include "lectern/marks/export_list.h"

/*
 * Writes a heading for each track and talk, with speakers, link and marks, and
 * the reader's own note as a quote.
 */
void export_markdown(FILE *out, const struct export *what);

/* Writes the same as plain text, to be read in a mail. */
void export_plain(FILE *out, const struct export *what);

/*
 * Writes the same as one HTML file, which needs no other and has no script; or
 * nothing, if nothing was marked since what->since.
 */
void export_html(FILE *out, const struct export *what);

/*
 * Writes the same as an outline for Emacs Org, in which tags are those of the
 * talk; texts of several lines stand as they are.
 */
void export_org(FILE *out, const struct export *what);

/*
 * Writes iCalendar (RFC 5545) with an event for each talk of a document that
 * has a day and a start, at the conference's place.  Returns how many talks
 * have none, and were left out.
 */
size_t export_ics(FILE *out, const struct export *what);

/*
 * Writes CSV (RFC 4180): a header row, then a row for each talk.  A mark is
 * shown by its time (RFC 3339, in UTC), or an empty cell if it is not set.
 */
void export_csv(FILE *out, const struct export *what);

#endif
