#include "source/format.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/source/pause.h"
#include "source/builder.h"
#include "source/built.h"
#include "source/captions.h"
#include "source/corrections.h"
#include "source/csv.h"
#include "source/data_unseen.h"
#include "source/dialect.h"
#include "source/encoding.h"
#include "source/ical.h"
#include "source/markdown/markdown_read.h"
#include "source/schedule_xml.h"
#include "source/xcal.h"

enum format {
	FORMAT_MARKDOWN, /* also all that is nothing else */
	FORMAT_CSV,
	FORMAT_JSON,
	FORMAT_YAML,
	FORMAT_FRONT,
	FORMAT_ICAL,
	FORMAT_XCAL,
	FORMAT_CAPTIONS,
	FORMAT_SCHEDULE_XML,
	FORMAT_TEMPLATE, /* refused, as are the next */
	FORMAT_OTHER_XML,
	FORMAT_OTHER_CSV,
	FORMAT_OTHER,
	FORMAT_MISNAMED,
};

/* Formats that names of files promise; what is fetched may be an error page. */
static const struct {
	const char *ending, *is; /* NULL: it may be plain text, too */
} promises[] = {
    {".xml", "XML"},
    {".xcal", "XML"},
    {".json", "JSON"},
    {".jsonl", "JSON"},
    {".ndjson", "JSON"},
    {".ics", N_("a calendar")},
    {".srt", N_("captions")},
    {".vtt", N_("captions")},
    {".csv", NULL},
    {".tsv", NULL},
};
#define WORDS_MOST (16U << 20) /* bytes of data whose words are looked for */
#define PROMISES   (sizeof(promises) / sizeof(*promises))

/* Which of them the document's name makes; PROMISES: none. */
static size_t
promise_of(const struct document *document)
{
	const char *dot = document->path ? strrchr(document->path, '.') : NULL;
	size_t i = dot ? 0 : PROMISES;

	while (
	    i < PROMISES && !text_ascii_same(dot, promises[i].ending, SIZE_MAX))
		i++;
	return i;
}

static bool
is_web_page(const struct document *document)
{
	size_t len;
	const char *s = document_look(document, &len);

	return (len > 14 && text_ascii_same(s, "<!doctype html", 14)) ||
	    (len > 5 && text_ascii_same(s, "<html", 5));
}

/* What a document is that is nothing else: Markdown, or not what it is called. */
static enum format
find_rest(const struct document *document)
{
	size_t i = promise_of(document), len;
	const char *s = document_look(document, &len);

	if (i == PROMISES)
		return FORMAT_MARKDOWN;
	if (len > 3 && memcmp(s, "---", 3) == 0 && memmem(s, len, "{%", 2))
		return FORMAT_TEMPLATE;
	if (promises[i].is && strcmp(promises[i].is, "JSON") == 0 && len > 0 &&
	    (*s == '[' || *s == '{'))
		return FORMAT_JSON;
	if (promises[i].is || is_web_page(document))
		return FORMAT_MISNAMED;
	return csv_is_even(s, len) ? FORMAT_OTHER_CSV : FORMAT_MARKDOWN;
}

/* What people have beside programmes, by how it begins. */
static const struct {
	const char *start, *is;
} others[] = {
    {"BEGIN:VCARD", N_("a vCard")},
    {"%PDF-", N_("a PDF")},
    {"%!PS", "PostScript"},
    {"{\\rtf", "RTF"},
    {"msgid \"", N_("a catalogue of translations")},
};

/* What a document is that begins like one of these; NULL: none. */
static const char *
find_other(const struct document *document)
{
	size_t len;
	const char *s = document_look(document, &len);

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		size_t n = strlen(others[i].start);

		if (len > n && text_ascii_same(s, others[i].start, n))
			return others[i].is;
	}
	return NULL;
}

/* Whether it is said what columns of the document have. */
static bool
is_said(const struct document *document)
{
	struct corrections said = {0};

	if (document->options)
		corrections_take(&said, document->options, document->path);
	return said.tables;
}

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
	if (find_other(document))
		return FORMAT_OTHER;
	if (captions_is(s, len))
		return FORMAT_CAPTIONS;
	if (dialect_is_json(s, len))
		return FORMAT_JSON;
	if (dialect_is_yaml(document))
		return FORMAT_YAML;
	if (dialect_is_front(document))
		return FORMAT_FRONT;
	switch (csv_kind(s, len)) {
	case CSV_TALKS:
		return FORMAT_CSV;
	case CSV_OTHER:
		return is_said(document) ? FORMAT_CSV : FORMAT_OTHER_CSV;
	case CSV_NONE:
		break;
	}
	return find_rest(document);
}

static bool
refuse(struct build *build, const struct document *document, const char *is,
    struct err *err)
{
	build_is_other(build);
	return err_set(err, _("%s: %s, not a programme"),
	    input_name(document->path), _(is));
}

static bool
refuse_misnamed(
    struct build *build, const struct document *document, struct err *err)
{
	if (is_web_page(document))
		return refuse(build, document, N_("a web page"), err);
	build_is_other(build);
	return err_set(err, _("%s: its name says %s, which it is not"),
	    input_name(document->path), _(promises[promise_of(document)].is));
}

/* Refuses XML that is no programme by the name of what it is. */
static bool
refuse_xml(
    struct build *build, const struct document *document, struct err *err)
{
	size_t len;
	const char *s = document_look(document, &len);
	const char *is = schedule_xml_other(s, len);

	if (is)
		return refuse(build, document, is, err);
	build_is_other(build);
	return err_set(err, _("%s: XML, but no programme of a conference"),
	    input_name(document->path));
}

/* Whether XML says that it is in another encoding than UTF-8. */
static bool
names_encoding(const struct bytes *bytes)
{
	static const char word[] = "encoding=";
	const char *end = memchr(bytes->s, '>', bytes->len);
	size_t len = end ? (size_t)(end - bytes->s) : bytes->len;
	const char *at = memmem(bytes->s, len, word, sizeof(word) - 1);

	at = at ? at + sizeof(word) : NULL; /* with its quote */
	return at && end - at >= 5 && !text_ascii_same(at, "utf-8", 5);
}

/*
 * Decodes the bytes for readers that take UTF-8 as it is; returns what is to be
 * told of that, or NULL.  (Lines of calendars may be folded within a character.)
 */
static const char *
decode(const struct document *document, enum format format, uint32_t *line)
{
	bool xml = format == FORMAT_XCAL || format == FORMAT_SCHEDULE_XML;

	return format == FORMAT_JSON || format == FORMAT_YAML ||
		format == FORMAT_FRONT ||
		(xml && !names_encoding(document->bytes))
	    ? encoding_to_utf8(document->bytes, line)
	    : NULL;
}

/* Adds to the shape of a programme how many talks it has, from the `first` on. */
static void
count_talks(struct build *build, size_t first)
{
	struct built *built = build_result(build);
	struct source *source =
	    &built->conferences[built->nconferences - 1].source;

	source->shape = told_join(built->arena, source->shape, ", ",
	    pause_talks(
		built->arena, built->talks, first, built->ntalks - first));
}

/* Whether a format is data, whose words are told that are not shown. */
static bool
is_data(enum format format)
{
	return format == FORMAT_JSON || format == FORMAT_YAML ||
	    format == FORMAT_ICAL || format == FORMAT_XCAL ||
	    format == FORMAT_SCHEDULE_XML;
}

/* A copy of data, to be freed, where that is told; else NULL. */
static char *
copy_data(
    const struct document *document, enum format format, enum data_form *form)
{
	const struct bytes *bytes = document->bytes;

	*form = format == FORMAT_JSON ? DATA_OBJECTS
	    : format == FORMAT_YAML   ? DATA_YAML
	    : format == FORMAT_ICAL   ? DATA_ICAL
				      : DATA_XML;
	if (!document->options->warn || !is_data(format) ||
	    bytes->len > WORDS_MOST)
		return NULL;
	return mem_dup(bytes->s, bytes->len);
}

static bool
read_as(struct build *build, const struct document *document,
    enum format format, struct err *err)
{
	switch (format) {
	case FORMAT_MARKDOWN:
		markdown_read(build, document);
		break;
	case FORMAT_CSV:
		csv_read(build, document);
		break;
	case FORMAT_JSON:
		return dialect_read(build, document, err);
	case FORMAT_YAML:
		return dialect_read_yaml(build, document, err);
	case FORMAT_FRONT:
		return dialect_read_front(build, document, err);
	case FORMAT_ICAL:
		return ical_read(build, document, err);
	case FORMAT_XCAL:
		return xcal_read(build, document, err);
	case FORMAT_CAPTIONS:
		captions_read(build, document);
		break;
	case FORMAT_SCHEDULE_XML:
		return schedule_xml_read(build, document, err);
	case FORMAT_TEMPLATE:
		return refuse(
		    build, document, N_("a template of a programme"), err);
	case FORMAT_OTHER_XML:
		return refuse_xml(build, document, err);
	case FORMAT_OTHER_CSV:
		build_is_other(build);
		return err_set(err,
		    _("%s: a table, but no column is called title, talk, "
		      "speaker or the like"),
		    input_name(document->path));
	case FORMAT_MISNAMED:
		return refuse_misnamed(build, document, err);
	case FORMAT_OTHER:
		return refuse(build, document, find_other(document), err);
	}
	return true;
}

bool
format_read(
    struct build *build, const struct document *document, struct err *err)
{
	enum format format = find_format(document);
	uint32_t line = 0;
	size_t first = build_result(build)->ntalks;
	const char *remark = decode(document, format, &line);
	size_t len = document->bytes->len;
	enum data_form form;
	char *written = copy_data(document, format, &form);
	bool ok = read_as(build, document, format, err);

	if (ok && remark)
		build_warn(build, line, remark);
	if (ok)
		build_end(build);
	if (ok && written)
		data_unseen_tell(build, written, len, form,
		    N_("words that are shown nowhere"));
	else if (ok && is_data(format) && len > WORDS_MOST)
		build_warn(build, 1,
		    N_("too long to tell what words are shown nowhere"));
	free(written);
	if (ok && format != FORMAT_MARKDOWN && format != FORMAT_CAPTIONS)
		count_talks(build, first);
	return ok;
}

bool
format_may_be_cut(struct bytes *bytes)
{
	const struct document document = {.bytes = bytes};

	return find_format(&document) == FORMAT_MARKDOWN;
}
