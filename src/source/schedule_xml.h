/*
 * The reader of programmes in XML: schedule.xml as pentabarf, frab, pretalx,
 * wafer and the hub of the Chaos Communication Congress write it, and relatives
 * with <entry> instead of <event>.
 */
#ifndef LECTERN_SCHEDULE_XML_H
#define LECTERN_SCHEDULE_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"

/* What a document is, going by its start. */
enum schedule_xml_kind {
	SCHEDULE_XML_NONE, /* no XML */
	SCHEDULE_XML_PROGRAMME,
	SCHEDULE_XML_TEMPLATE, /* a site generator's template of a programme */
	SCHEDULE_XML_OTHER,    /* XML, but no programme */
};

/* The kind of a document that starts with the `len` bytes at `s`. */
enum schedule_xml_kind schedule_xml_kind(const char *s, size_t len);

/* Returns what other XML is, "an RSS feed"; NULL: not known. */
const char *schedule_xml_other(const char *s, size_t len);

/*
 * Builds the conference of such a document.  If the document is broken, builds
 * what stands before the fault, with a warning.  Returns false, with nothing
 * built, if there are no talks before the fault.
 */
bool schedule_xml_read(
    struct build *build, const struct document *document, struct err *err);

#endif
