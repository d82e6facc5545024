/*
 * The reader of iCalendar (RFC 5545), as tools for conferences export it.
 */
#ifndef LECTERN_ICAL_H
#define LECTERN_ICAL_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"

/* Whether a document that begins with the `len` bytes at `s` is a calendar. */
bool ical_is(const char *s, size_t len);

/*
 * Builds the conference of a document, a talk for each event.  Of events that
 * are the same in identifier, start and title there is one.  Returns false,
 * with nothing built and `err` filled, if it breaks off before the first.
 */
bool ical_read(
    struct build *build, const struct document *document, struct err *err);

#endif
