/*
 * Texts that are longer than a person writes: of each format, what stands in a
 * title, a name, a link or notes.  They are cut, that is told with the line, and
 * what comes after them is whole.
 */
#include "unit.h"

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"

#define XML "<schedule>\n<day index='1'><room name='r'>\n<event id='1'>"
#define ENDX \
	"</event>\n<event " \
	"id='2'><title>Two</title></event></room></day></schedule>"
#define JSON \
	"{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"r\":[\n{" \
	"\"id\":1,"
#define ENDJ "},\n{\"title\":\"Two\"}]}}]}}}"
#define ICAL "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n"
#define ENDI \
	"\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Two\nEND:VEVENT\nEND:" \
	"VCALENDAR\n"
#define XCAL "<icalendar><vcalendar>\n<vevent><uid>1</uid>"
#define ENDC \
	"</vevent>\n<vevent><summary>Two</summary></vevent></vcalendar></" \
	"icalendar>"

/* A document in which `each` is repeated; talk "Two" follows in `line`. */
static const struct endless {
	const char *path, *before, *each, *after;
	uint32_t line, told; /* where talk "Two" is; what is cut */
} endless[] = {
    {"a.md", "# T\n\n## ", "word ", "\n\n- x\n\n## Two\n\n- y\n", 7, 3},
    {"a.md", "# T\n\n## A - ", "Ann Lee, ", "\n\n- x\n\n## Two\n\n- y\n", 7, 3},
    {"a.md", "# T\n\n## A\n\n- [x](http://x.example/", "abc",
	")\n\n## Two\n\n- y\n", 7, 5},
    {"a.md", "# T\n\n## A\n\n- ", "\xC3\xA9", "\n\n## Two\n\n- y\n", 7, 5},
    {"a.md", "# T\r\r## A\r\r- ", "\xFF", "\r\r## Two\r\r- y\r", 7, 5},
    {"a.md", "---\ntitle: ", "word ", "\n---\n## A\n\n- x\n\n## Two\n\n- y\n",
	8, 2},
    {"a.csv", "title,speaker\nOne,x\n\"", "a \"\"b\"\"\n", "\",x\nTwo,y\n", 0,
	3},
    {"a.csv", "title,speaker\nx", ",y", "\nTwo,y\n", 3, 2},
    {"a.xml", XML "<title>", "word ", "</title>" ENDX, 4, 3},
    {"a.xml", XML "<title>", "a &amp; ", "</title>" ENDX, 4, 3},
    {"a.xml", XML "<title>t</title><abstract>", "word\n", "</abstract>" ENDX, 0,
	3},
    {"a.xml", XML "<title>t</title><abstract><![CDATA[", "<b>x</b>",
	"]]></abstract>" ENDX, 4, 3},
    {"a.xml", XML "<title>t</title><persons><person>", "Ann ",
	"</person></persons>" ENDX, 4, 3},
    {"a.xml", XML "<title>t</title><links><link href='http://x.example/", "abc",
	"'>x</link></links>" ENDX, 4, 3},
    {"a.json", JSON "\"title\":\"", "word ", "\"" ENDJ, 3, 2},
    {"a.json", JSON "\"title\":\"", "\\u00e9\\\\\\n", "\"" ENDJ, 3, 2},
    {"a.json", JSON "\"title\":\"t\",\"abstract\":\"", "\\\"w\\\" ", "\"" ENDJ,
	3, 2},
    {"a.json", JSON "\"title\":\"t\",\"", "key", "\":1" ENDJ, 3, 2},
    {"a.json", JSON "\"title\":\"t\",\"x\":[", "[],1,\"\",", "1]" ENDJ, 3, 2},
    {"a.ics", ICAL "SUMMARY:", "word ", ENDI, 0, 4},
    {"a.ics", ICAL "SUMMARY:t\nDESCRIPTION:", "word\n\tand ", ENDI, 0, 5},
    {"a.ics", ICAL "SUMMARY:t\nATTENDEE;CN=\"", "Ann ", "\":mailto:x" ENDI, 0,
	5},
    {"a.xcal", XCAL "<summary>", "word ", "</summary>" ENDC, 3, 2},
    {"a.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "<i>w</i> ",
	"\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n", 0, 3},
};

/* The document with so many repetitions; to be freed. */
static char *
make(const struct endless *e, size_t n, size_t *len)
{
	size_t each = strlen(e->each);
	char *s = malloc(strlen(e->before) + n * each + strlen(e->after) + 1);
	char *to;

	assert_non_null(s);
	to = stpcpy(s, e->before);
	for (size_t i = 0; i < n; i++, to += each)
		memcpy(to, e->each, each);
	to = stpcpy(to, e->after);
	*len = (size_t)(to - s);
	return s;
}

/* The bytes of all that is kept of the talk. */
static size_t
kept(const struct talk *talk)
{
	struct body_blocks blocks = body_blocks(talk);
	size_t n = strlen(talk->title) + (talk->url ? strlen(talk->url) : 0);

	for (uint32_t i = 0; i < talk->nspeakers; i++)
		n += strlen(talk->speakers[i]);
	for (uint32_t i = 0; i < blocks.n; i++)
		n += blocks.block[i].len;
	return n;
}

static void
check(const struct endless *e)
{
	static const struct load_options options = {.warn = true};
	size_t len;
	char *s = make(e, 8 * TEXT_MOST / strlen(e->each), &len);
	struct notes *notes = load_bytes(e->path, s, len, &options);
	const struct talk *last = &notes->talks[notes->ntalks - 1];
	bool told = false;

	if (strcmp(e->path, "a.srt") == 0) {
		struct body_blocks blocks = body_blocks(last);

		assert_int_equal(notes->ntalks, 1);
		assert_non_null(strstr(blocks.block[blocks.n - 1].text, "Two"));
	} else {
		assert_true(notes->ntalks >= 1);
		assert_string_equal(last->title, "Two");
		if (e->line > 0)
			assert_int_equal(last->line, e->line);
	}
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		const struct warning *w = &notes->warnings[i];

		told = told ||
		    (strstr(w->text, "read whole") && w->line == e->told) ||
		    (strstr(w->text, "than are read") && w->line == e->told);
	}
	if (!told)
		print_error("not told: %s %.40s\n", e->path, e->before);
	assert_true(told);
	/* A byte that is no UTF-8 becomes three. */
	for (uint32_t i = 0; i < notes->ntalks; i++)
		assert_true(kept(&notes->talks[i]) <= 3 * TEXT_MOST + 100);
	notes_free(notes);
	free(s);
}

static void
what_is_too_long_is_cut_and_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(endless) / sizeof(*endless); i++) {
#ifndef HAVE_EXPAT
		if (strncmp(endless[i].path, "a.x", 3) == 0)
			continue;
#endif
		check(&endless[i]);
	}
}

#define MANY 100000 /* talks, so that their ids are looked up in parts */

/* Of many talks, each third leads to the video of one before it. */
static void
ids_of_many_talks_differ(void **state)
{
	static const struct load_options options = {0};
	char *s = NULL;
	size_t len;
	FILE *out = mem_open(&s, &len);

	(void)state;
	for (uint32_t i = 0; i < MANY; i++)
		fprintf(out, "- [Talk %u](https://youtu.be/%c%010u)\n", i,
		    "abcdXYZ_"[i % 8], i % 3 == 2 ? i / 48 * 24 + i % 8 : i);
	assert_int_equal(fclose(out), 0);

	struct notes *notes = load_bytes("many.md", s, len, &options);
	struct strmap ids = {0};
	uint32_t again = 0;

	assert_int_equal(notes->ntalks, MANY);
	for (uint32_t i = 0; i < MANY; i++) {
		const char *id = notes->talks[i].id;

		assert_int_equal(*strmap_put(&ids, id, i), i);
		again += strchr(id, '~') != NULL;
	}
	assert_in_range(again, MANY / 4, MANY / 3);
	strmap_free(&ids);
	notes_free(notes);
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_too_long_is_cut_and_told),
	    cmocka_unit_test(ids_of_many_talks_differ),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests_name("long texts", tests, NULL, NULL);
}
