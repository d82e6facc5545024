/* Rows of programmes in XML and JSON, and of the libraries that parse these. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>
#ifdef HAVE_EXPAT
#include <expat.h>
#endif

#include "dice.h"
#include "lectern/base/mem.h"
#include "lectern/source/load.h"
#include "process.h"
#include "vocabulary.h"

#define TALKS 2240
#define WORDS 150 /* of an abstract */
#define LINKS 3

/* What a programme is written with. */
struct writer {
	FILE *out;
	struct vocabulary words;
	struct dice dice;
};

static void
write_words(struct writer *w, int n)
{
	for (int i = 0; i < n; i++)
		fprintf(w->out, "%s%s", i > 0 ? " " : "",
		    vocabulary_draw(&w->words, &w->dice));
}

static void
write_event(struct writer *w, int i)
{
	fprintf(w->out,
	    "<event id='%d' guid='g-%d'>\n<start>10:00</start>\n"
	    "<duration>00:30</duration>\n<room>Hall %d</room>\n"
	    "<slug>t-%d</slug>\n<track>Track %d</track>\n<title>",
	    i, i, i % 20, i, i % 40);
	write_words(w, 6);
	fprintf(w->out, "</title>\n<abstract>&lt;p&gt;");
	write_words(w, WORDS);
	fprintf(w->out,
	    "&lt;/p&gt;</abstract>\n<persons><person>Ann %d</person>"
	    "</persons>\n<links>\n",
	    i);
	for (int k = 0; k < LINKS; k++)
		fprintf(w->out,
		    "<link href='https://a.example/%d/%d'>Page</link>\n", i, k);
	fprintf(w->out, "</links>\n</event>\n");
}

static void
write_xml(struct writer *w)
{
	fprintf(w->out,
	    "<?xml version='1.0'?>\n<schedule><conference><title>T</title>"
	    "</conference>\n<day index='1' date='2026-05-01'>\n");
	for (int i = 0; i < TALKS; i++)
		write_event(w, i);
	fprintf(w->out, "</day></schedule>\n");
}

static void
write_json(struct writer *w)
{
	fprintf(w->out,
	    "{\"schedule\":{\"conference\":{\"title\":\"T\",\"days\":[{"
	    "\"date\":\"2026-05-01\",\"rooms\":{\"Hall\":[");
	for (int i = 0; i < TALKS; i++) {
		fprintf(w->out,
		    "%s{\"id\":%d,\"guid\":\"g-%d\",\"start\":\"10:00\","
		    "\"duration\":\"00:30\",\"track\":\"Track %d\","
		    "\"title\":\"",
		    i > 0 ? ",\n" : "", i, i, i % 40);
		write_words(w, 6);
		fprintf(w->out, "\",\"abstract\":\"");
		write_words(w, WORDS);
		fprintf(w->out,
		    "\",\"persons\":[{\"public_name\":\"Ann %d\"}],"
		    "\"links\":[{\"url\":\"https://a.example/%d\","
		    "\"title\":\"Page\"}]}",
		    i, i);
	}
	fprintf(w->out, "]}}]}}}\n");
}

/* Writes a programme; false where that failed. */
static bool
write_programme(struct document *doc, const char *name, bool json)
{
	struct writer *w = mem_alloc(1, sizeof(*w));
	bool good;

	*doc = (struct document){.talks = TALKS};
	snprintf(doc->path, sizeof(doc->path), "%s", name);
	vocabulary_init(&w->words);
	w->dice.state = 2023;
	w->out = fopen(name, "we");
	good = w->out != NULL;
	if (good) {
		(json ? write_json : write_xml)(w);
		doc->bytes = (size_t)ftell(w->out);
		good = !ferror(w->out);
		good = fclose(w->out) == 0 && good;
	}
	free(w);
	return good;
}

/* The bytes of a document, to be freed. */
static char *
read_bytes(const struct document *doc)
{
	char *s = mem_alloc(doc->bytes + 1, 1);
	FILE *in = fopen(doc->path, "re");

	if (in && fread(s, 1, doc->bytes, in) < doc->bytes)
		s[0] = '\0';
	if (in)
		fclose(in);
	return s;
}

static bool
time_load(const void *argument, void *result)
{
	static const struct load_options plain;
	const char *path = ((const struct document *)argument)->path;
	double *ms = result, began = process_clock();
	struct notes *notes = load_paths(&path, 1, &plain, NULL);

	*ms = process_clock() - began;
	return notes && notes->ntalks == TALKS;
}

#ifdef HAVE_EXPAT
static void
begin_element(void *user, const char *name, const char **attributes)
{
	(void)name;
	(void)attributes;
	++*(size_t *)user;
}

static void
end_element(void *user, const char *name)
{
	(void)user;
	(void)name;
}

static void
add_text(void *user, const char *s, int len)
{
	(void)s;
	*(size_t *)user += (size_t)len;
}
#endif

static bool
time_expat(const void *argument, void *result)
{
#ifdef HAVE_EXPAT
	const struct document *doc = argument;
	char *s = read_bytes(doc);
	double *ms = result, began = process_clock();
	XML_Parser parser = XML_ParserCreate(NULL);
	size_t n = 0;
	bool good;

	XML_SetUserData(parser, &n);
	XML_SetElementHandler(parser, begin_element, end_element);
	XML_SetCharacterDataHandler(parser, add_text);
	good = XML_Parse(parser, s, (int)doc->bytes, 1) == XML_STATUS_OK;
	XML_ParserFree(parser);
	*ms = process_clock() - began;
	free(s);
	return good && n > 0;
#else
	(void)argument;
	(void)result;
	return false;
#endif
}

static bool
time_json_tree(const void *argument, void *result)
{
	const struct document *doc = argument;
	char *s = read_bytes(doc);
	double *ms = result, began = process_clock();
	sqlite3 *db = NULL;
	sqlite3_stmt *rows = NULL;
	size_t n = 0;

	sqlite3_open(":memory:", &db);
	sqlite3_prepare_v2(db,
	    "SELECT key, atom, type, id, parent FROM json_tree(?)", -1, &rows,
	    NULL);
	sqlite3_bind_text(rows, 1, s, (int)doc->bytes, SQLITE_STATIC);
	while (sqlite3_step(rows) == SQLITE_ROW) {
		for (int i = 0; i < 3; i++)
			n += sqlite3_column_text(rows, i) != NULL;
		n += (size_t)sqlite3_column_int64(rows, 3) +
		    (size_t)sqlite3_column_int64(rows, 4);
	}
	sqlite3_finalize(rows);
	sqlite3_close(db);
	*ms = process_clock() - began;
	free(s);
	return n > 0;
}

static void
measure(const struct bench *bench, const struct row *row,
    bool (*alone)(const void *argument, void *result))
{
	struct series ours = {.n = 0}, limit = {.n = 0};

	for (int i = 0; i < bench->rounds; i++) {
		double load = SERIES_FAILED, parse = SERIES_FAILED;

		process_inside(time_load, row->doc, &load, sizeof(load));
		process_inside(alone, row->doc, &parse, sizeof(parse));
		series_add(&ours, load);
		series_add(&limit, parse);
	}
	sheet_pairs(bench->sheet, row, &ours, &limit);
}

void
rows_formats(const struct bench *bench)
{
	struct document xml, json;
	const struct row by_expat = {
	    "load, schedule.xml", &xml, "ms", "expat", 1 / 0.5, 0};
	const struct row by_json = {
	    "load, schedule.json", &json, "ms", "json_tree", 1 / 0.7, 0};

	if (!write_programme(&xml, "schedule.xml", false) ||
	    !write_programme(&json, "schedule.json", true)) {
		bench->sheet->failed = true;
		return;
	}
#ifdef HAVE_EXPAT
	measure(bench, &by_expat, time_expat);
	rows_memory(bench, &xml);
#else
	(void)time_expat;
	sheet_none(bench->sheet, &by_expat, "built without expat");
	sheet_none(bench->sheet,
	    &(struct row){"memory, list", &xml, "MiB", "file size", 3, 0},
	    "built without expat");
#endif
	measure(bench, &by_json, time_json_tree);
	rows_memory(bench, &json);
}
