/*
 * What the reader put in, for reading elsewhere: Markdown, and CSV for tables.
 * The talks of the notes that have marks come in their order, then those that
 * are in no document, by title.
 */
#ifndef LECTERN_EXPORT_H
#define LECTERN_EXPORT_H

#include <stdio.h>

#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"

/*
 * A heading for each track and talk, with speakers, link, marks and, as a quote,
 * the own note.
 */
void export_markdown(
    FILE *out, const struct notes *notes, const struct marks *marks);

/*
 * A line for each talk after one with the columns' names, as RFC 4180 has them.
 * Marks are their times, as RFC 3339 has these, in UTC, empty where one is not
 * set.
 */
void
export_csv(FILE *out, const struct notes *notes, const struct marks *marks);

#endif
