#include "source/format.h"

#include <stddef.h>

#include "source/captions.h"
#include "source/csv.h"
#include "source/dialect.h"
#include "source/ical.h"
#include "source/markdown/markdown_read.h"
#include "source/schedule_xml.h"
#include "source/xcal.h"

enum format {
	FORMAT_MARKDOWN, /* also all that is nothing else */
	FORMAT_CSV,
	FORMAT_JSON,
	FORMAT_ICAL,
	FORMAT_XCAL,
	FORMAT_CAPTIONS,
	FORMAT_SCHEDULE_XML,
	FORMAT_TEMPLATE, /* refused, as is the next */
	FORMAT_OTHER_XML,
};

static enum format
find_format(const struct document *document)
{
	size_t len;
	const char *s = document_look(document, &len);

	if (xcal_is(s, len))
		return FORMAT_XCAL;
	switch (schedule_xml_kind(s, len)) {
	case SCHEDULE_XML_PROGRAMME:
		return FORMAT_SCHEDULE_XML;
	case SCHEDULE_XML_TEMPLATE:
		return FORMAT_TEMPLATE;
	case SCHEDULE_XML_OTHER:
		return FORMAT_OTHER_XML;
	case SCHEDULE_XML_NONE:
		break;
	}
	if (ical_is(s, len))
		return FORMAT_ICAL;
	if (captions_is(s, len))
		return FORMAT_CAPTIONS;
	if (dialect_is_json(s, len))
		return FORMAT_JSON;
	if (csv_is(s, len))
		return FORMAT_CSV;
	return FORMAT_MARKDOWN;
}

/* Refuses XML that is no programme by the name of what it is. */
static bool
refuse_xml(const struct document *document, struct err *err)
{
	size_t len;
	const char *s = document_look(document, &len);
	const char *is = schedule_xml_other(s, len);

	if (is)
		return err_set(err, "%s: %s, not a programme",
		    input_name(document->path), is);
	return err_set(err, "%s: XML, but no programme of a conference",
	    input_name(document->path));
}

bool
format_read(
    struct build *build, const struct document *document, struct err *err)
{
	bool ok = true;

	switch (find_format(document)) {
	case FORMAT_MARKDOWN:
		markdown_read(build, document);
		break;
	case FORMAT_CSV:
		csv_read(build, document);
		break;
	case FORMAT_JSON:
		ok = dialect_read(build, document, err);
		break;
	case FORMAT_ICAL:
		ok = ical_read(build, document, err);
		break;
	case FORMAT_XCAL:
		ok = xcal_read(build, document, err);
		break;
	case FORMAT_CAPTIONS:
		captions_read(build, document);
		break;
	case FORMAT_SCHEDULE_XML:
		ok = schedule_xml_read(build, document, err);
		break;
	case FORMAT_TEMPLATE:
		return err_set(err,
		    "%s: a template of a programme, not a programme",
		    input_name(document->path));
	case FORMAT_OTHER_XML:
		return refuse_xml(document, err);
	}
	if (ok)
		build_end(build);
	return ok;
}

bool
format_may_be_cut(struct bytes *bytes)
{
	const struct document document = {.bytes = bytes};

	return find_format(&document) == FORMAT_MARKDOWN;
}
