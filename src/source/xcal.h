/*
 * The reader of iCalendar in XML: xCal (RFC 6321), and what pentabarf and frab
 * call so.
 */
#ifndef LECTERN_XCAL_H
#define LECTERN_XCAL_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"

/* Whether a document that begins with the `len` bytes at `s` is a calendar. */
bool xcal_is(const char *s, size_t len);

/* As schedule_xml_read(). */
bool xcal_read(
    struct build *build, const struct document *document, struct err *err);

#endif
