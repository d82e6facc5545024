/*
 * Programmes of conferences in XML: schedule.xml as pentabarf, frab, pretalx, wafer
 * and the hub of the Chaos Communication Congress write it, and its relatives
 * with <entry> in place of <event>.
 */
#ifndef LECTERN_SCHEDULE_XML_H
#define LECTERN_SCHEDULE_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"

/* What the start of a document tells of it. */
enum schedule_xml_kind {
	SCHEDULE_XML_NONE, /* it is no XML */
	SCHEDULE_XML_PROGRAMME,
	SCHEDULE_XML_TEMPLATE, /* a site generator makes a programme of it */
	SCHEDULE_XML_OTHER,    /* XML, but no programme */
};

/* The kind of a document that starts with the `len` bytes at `s`. */
enum schedule_xml_kind schedule_xml_kind(const char *s, size_t len);

/*
 * Builds the conference of such a document.  Where it is broken, what stands
 * before the fault is built, with a warning.  False, with nothing built: there
 * are no talks before the fault.
 */
bool schedule_xml_read(
    struct build *build, const struct document *document, struct err *err);

#endif
