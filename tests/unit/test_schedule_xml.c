/*
 * schedule_xml: programmes in XML become conferences, whoever wrote them.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "sample.h"

static const struct load_options plain = {.warn = true};

static struct notes *
load(const char *text)
{
	return load_bytes("programme.xml", text, strlen(text), &plain);
}

#define CONFERENCE \
	"<conference><title>Tide  Days</title><acronym>td26</acronym>" \
	"</conference>\n"

#define KELP \
	"<title>Kelp at depth</title><track>Plants</track>\n" \
	"<abstract>It grows.</abstract><persons>" \
	"<person id='1'>Ann One</person><person id='2'>Bob " \
	"T&#xf6;pel</person>" \
	"</persons>" \
	"<links><link href='https://example.org/slides.pdf'>Slides</link>" \
	"<link href='https://video.example.org/kelp.webm'>Film</link></links>"

/* The talk on kelp, whichever way its programme is written. */
static void
expect_kelp(const char *text)
{
	struct notes *notes = load(text);
	const struct talk *talk = notes->talks;

	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(notes->name, "Tide Days");
	assert_string_equal(notes->shape, "programme, 1 talk");
	assert_string_equal(talk->title, "Kelp at depth");
	assert_true(sample_has_speakers(talk, "Ann One, Bob Töpel"));
	assert_string_equal(notes->tracks[talk->track].name, "Plants");
	assert_string_equal(talk->day, "2026-05-01");
	assert_string_equal(talk->room, "Hall 2");
	assert_string_equal(talk->url, "https://video.example.org/kelp.webm");
	assert_int_equal(body_links(talk).n, 2);
	assert_int_equal(body_blocks(talk).n, 3);
	assert_string_equal(body_blocks(talk).block[0].text, "It grows.");
	assert_string_equal(body_blocks(talk).block[1].text, "Slides");
	assert_int_equal(notes->nwarnings, 0);
	notes_free(notes);
}

static void
a_talk_has_what_its_event_says(void **state)
{
	(void)state;
	/* frab: a room around, an event with a room of its own. */
	expect_kelp(
	    "<?xml version='1.0' encoding='UTF-8'?>\n<schedule>" CONFERENCE
	    "<day index='1' date='2026-05-01'><room name='Hall 2'>"
	    "<event guid='g' id='1'><start>10:00</start>"
	    "<room>Hall 2</room>" KELP "</event>"
	    "</room></day></schedule>");
	/* The room around alone. */
	expect_kelp("<schedule>" CONFERENCE
		    "<day date='2026-05-01'><room name='Hall 2'><event>" KELP
		    "</event></room></day></schedule>");
	/* Events straight under the day. */
	expect_kelp("<schedule>" CONFERENCE
		    "<day date='2026-05-01'><event><room>Hall 2</room>" KELP
		    "</event></day></schedule>");
	/* The day in the event alone. */
	expect_kelp("<schedule>" CONFERENCE
		    "<event><date>2026-05-01T10:00:00+01:00</date>"
		    "<room>Hall 2</room>" KELP "</event></schedule>");
	/* A BOM, blank lines, a document type without declarations. */
	expect_kelp("\xEF\xBB\xBF<!DOCTYPE schedule>\r\n<schedule>" CONFERENCE
		    "<day date='2026-05-01'><event><room>Hall 2</room>" KELP
		    "</event></day></schedule>\r\n");
}

/* What a programme says beside title and people. */
static void
an_event_tells_when_it_is_and_what_it_is_known_as(void **state)
{
	struct notes *notes = load(
	    "<schedule><conference><title>Tide Days</title>"
	    "<acronym>td26</acronym><start>2026-05-01</start>"
	    "<end>2026-05-02T18:00:00+02:00</end>"
	    "<time_zone_name>Europe/Brussels</time_zone_name></conference>"
	    "<day date='2026-05-01'><room name='Hall 2'>"
	    "<event guid='g-1' id='17'><date>2026-05-02T00:30:00+02:00</date>"
	    "<start>00:30</start><duration>00:50</duration>"
	    "<slug>kelp</slug><title>Kelp</title><language>de</language>"
	    "<track/></event></room></day></schedule>");
	const struct source *source = notes->sources;
	const struct talk *talk = notes->talks;

	(void)state;
	assert_string_equal(source->acronym, "td26");
	assert_string_equal(source->first_day, "2026-05-01");
	assert_string_equal(source->last_day, "2026-05-02");
	assert_string_equal(source->zone, "Europe/Brussels");
	/* The night belongs to the day before it. */
	assert_string_equal(talk->day, "2026-05-01");
	assert_string_equal(talk->start, "00:30");
	assert_int_equal(talk->minutes, 50);
	assert_string_equal(talk->language, "de");
	assert_string_equal(talk->identity->guid, "g-1");
	assert_string_equal(talk->identity->id, "17");
	assert_string_equal(talk->identity->slug, "kelp");
	/* An empty track is none. */
	assert_string_equal(notes->tracks[talk->track].name, "Tide Days");
	notes_free(notes);
}

static void
entries_are_events(void **state)
{
	struct notes *notes = load(
	    "<schedule><day date='2026-05-01'><entry id='1'>"
	    "<start>0930</start><room>Hall 2</room><category>Plants</category>"
	    "<title>Kelp\nat depth</title>"
	    "<speakers><speaker id='3'><name>Ann One</name>"
	    "<profile>https://example.org/ann</profile></speaker></speakers>"
	    "</entry></day></schedule>");

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(notes->talks[0].title, "Kelp at depth");
	assert_true(sample_has_speakers(&notes->talks[0], "Ann One"));
	assert_string_equal(notes->talks[0].start, "09:30");
	assert_string_equal(notes->tracks[0].name, "Plants");
	notes_free(notes);
}

#define ABSTRACT(text) \
	"<schedule><event><title>T</title><abstract>" text \
	"</abstract></event></schedule>"

/* HTML and Markdown of abstracts are understood, escaped once or twice. */
static void
markup_of_an_abstract_is_understood(void **state)
{
	static const char *const texts[] = {
	    ABSTRACT("&lt;p&gt;One &amp;amp; &lt;a href=\"https://example.org/"
		     "\"&gt;two&lt;/a&gt;&lt;/p&gt;&lt;p&gt;Three&lt;/p&gt;"),
	    ABSTRACT("&amp;lt;p&amp;gt;One &amp;amp;amp; &amp;lt;a href="
		     "&quot;https://example.org/&quot;&amp;gt;two"
		     "&amp;lt;/a&amp;gt;&amp;lt;/p&amp;gt;"
		     "&amp;lt;p&amp;gt;Three&amp;lt;/p&amp;gt;"),
	    ABSTRACT("<![CDATA[One & [two](https://example.org/)\n\nThree]]>"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct notes *notes = load(texts[i]);
		const struct talk *talk = notes->talks;

		assert_int_equal(notes->ntalks, 1);
		assert_int_equal(body_blocks(talk).n, 2);
		assert_string_equal(
		    body_blocks(talk).block[0].text, "One & two");
		assert_string_equal(body_blocks(talk).block[1].text, "Three");
		assert_int_equal(body_links(talk).n, 1);
		notes_free(notes);
	}
}

static void
talks_before_a_fault_are_read(void **state)
{
	struct notes *notes = load(
	    "<schedule>\n<event><title>One</title></event>\n"
	    "<event><title>Two</title></event>\n<event><title>Thr</tit\n");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_true(
	    sample_has_warning(notes, 4, "unclosed token; 2 talks read"));
	notes_free(notes);
}

/* What cannot be opened is text; what only lacks its scheme can. */
static void
no_link_is_lost(void **state)
{
	struct notes *notes = load(
	    "<schedule><event><title>T</title><links>"
	    "<link href='../kelp.odp'>Slides</link><link href='git://a.b/c'/>"
	    "<link href='www.example.org/kelp'>Page</link></links>"
	    "</event></schedule>");
	const struct talk *talk = notes->talks;

	(void)state;
	assert_int_equal(body_links(talk).n, 1);
	assert_string_equal(
	    body_links(talk).url[0], "http://www.example.org/kelp");
	assert_string_equal(
	    body_blocks(talk).block[0].text, "Slides: ../kelp.odp");
	assert_int_equal(body_blocks(talk).block[0].nspans, 0);
	assert_string_equal(body_blocks(talk).block[1].text, "git://a.b/c");
	assert_string_equal(body_blocks(talk).block[2].text, "Page");
	notes_free(notes);
}

/* What could expand without bound is refused, and said so. */
static void
entities_are_refused(void **state)
{
	static const char *const bombs[] = {
	    "<!DOCTYPE schedule [<!ENTITY a 'aaaaaaaaaa'>"
	    "<!ENTITY b '&a;&a;&a;&a;'>]>\n"
	    "<schedule><event><title>&b;</title></event></schedule>",
	    "<!DOCTYPE schedule [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>\n"
	    "<schedule><event><title>&f;</title></event></schedule>",
	};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct notes *notes = load(bombs[i]);

		assert_int_equal(notes->ntalks, 0);
		assert_true(sample_has_warning(notes, 1,
		    "programme.xml:1: a document type with declarations of its "
		    "own is not read"));
		notes_free(notes);
	}
}

static void
control_characters_are_dropped(void **state)
{
	struct notes *notes = load("<schedule><event><title>Ke\x1b\x01lp "
				   "a&#x202e;t</title></event></schedule>");

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(notes->talks[0].title, "Kelp at");
	notes_free(notes);
}

static void
elements_too_deep_are_a_fault(void **state)
{
	char *text = calloc(1, 2000), *to = text;
	struct notes *notes;

	(void)state;
	to += sprintf(to, "<schedule><event><title>One</title></event>");
	for (int i = 0; i < 200; i++)
		to += sprintf(to, "<a>");
	notes = load(text);
	assert_int_equal(notes->ntalks, 1);
	assert_int_equal(notes->nwarnings > 0, 1);
	notes_free(notes);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_talk_has_what_its_event_says),
	    cmocka_unit_test(an_event_tells_when_it_is_and_what_it_is_known_as),
	    cmocka_unit_test(entries_are_events),
	    cmocka_unit_test(markup_of_an_abstract_is_understood),
	    cmocka_unit_test(talks_before_a_fault_are_read),
	    cmocka_unit_test(no_link_is_lost),
	    cmocka_unit_test(entities_are_refused),
	    cmocka_unit_test(control_characters_are_dropped),
	    cmocka_unit_test(elements_too_deep_are_a_fault),
	};

#ifndef HAVE_EXPAT
	puts("1..1\nok 1 - programmes in XML # SKIP built without expat");
	return 0;
#endif
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
