/*
 * schedule_xml: programmes in XML become conferences, whoever wrote them.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
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

/* What is told at most is what is not shown. */
static void
expect_no_flaw(const struct notes *notes)
{
	for (uint32_t i = 0; i < notes->nwarnings; i++)
		assert_true(notes->warnings[i].lines > 0);
}

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
	expect_no_flaw(notes);
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
	assert_string_equal(notes_more(talk)->language, "de");
	assert_string_equal(notes_more(talk)->identity->guid, "g-1");
	assert_string_equal(notes_more(talk)->identity->id, "17");
	assert_string_equal(notes_more(talk)->identity->slug, "kelp");
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
	    "<title>Kelp\n&amp;amp; depth</title>"
	    "<speakers><speaker id='3'><name>Ann One</name>"
	    "<profile>https://example.org/ann</profile></speaker></speakers>"
	    "</entry></day></schedule>");

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(notes->talks[0].title, "Kelp & depth");
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
	assert_true(sample_has_warning(
	    notes, 4, "a tag or comment without its end; 2 talks read"));
	notes_free(notes);
}

/* What expat says is said in words that are translated. */
static void
faults_are_told_in_own_words(void **state)
{
	static const char *const faults[][2] = {
	    {"", "the end is missing"},
	    {"<p>a & b</p>",
		"a sign that may not stand there, as & alone or <"},
	    {"<p", "a tag or comment without its end"},
	    {"<!-- a", "a tag or comment without its end"},
	    {"</room>", "an element without its end"},
	    {"<p a='' a=''/>", "an attribute that is twice there"},
	    {"</schedule><p/>", "text after the end of the document"},
	    {"&nbsp;", "an unknown name between & and ;"},
	    {"&#0;", "an unknown number between &# and ;"},
	    {" <?xml version='1.0'?>",
		"a declaration <?xml that is not at the start"},
	    {"<![CDATA[a", "a CDATA section without its end"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		char *text = mem_printf("<schedule><event><title>One</title>"
					"</event>%s",
		    faults[i][0]);
		char *want = mem_printf("%s; 1 talk read", faults[i][1]);
		struct notes *notes = load(text);

		assert_true(sample_has_warning(notes, 1, want));
		notes_free(notes);
		free(want);
		free(text);
	}
}

/* As programs that are called by a page of the web may write it. */
static void
blanks_may_stand_before_the_declaration(void **state)
{
	struct notes *notes = load("\xEF\xBB\xBF\n\r\n<?xml version='1.0'?>\n"
				   "<schedule>\n<event><title>One</title>"
				   "</event>\n<event><title>Two</tit");

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_int_equal(notes->talks[0].line, 5);
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

/* A video, a recording and a place for feedback have elements of their own. */
static void
links_stand_in_other_elements_too(void **state)
{
	struct notes *notes = load(
	    "<schedule><event><title>T</title>"
	    "<full_conf_url>https://a.example/7</full_conf_url>"
	    "<links><link href='https://a.example/7/say'>Say</link></links>"
	    "<recording><license/><url>https://a.example/7.webm</url>"
	    "</recording>"
	    "<feedback_url>https://a.example/7/say</feedback_url></event>"
	    "<event><title>U</title><url>https://a.example/8</url>"
	    "<feedback_url>https://a.example/8/say</feedback_url>"
	    "<conf_url>/8</conf_url>"
	    "<video_download_url>https://a.example/8.mp4</video_download_url>"
	    "</event><event><title>V</title>"
	    "<video_url>https://youtu.be/AAAAAAAAAAA</video_url></event>"
	    "</schedule>");
	struct body_links links = body_links(notes->talks);

	(void)state;
	assert_int_equal(links.n, 3);
	assert_string_equal(notes->talks[0].url, "https://a.example/7.webm");
	assert_string_equal(
	    notes->talks[2].url, "https://youtu.be/AAAAAAAAAAA");
	assert_string_equal(links.url[1], "https://a.example/7");
	assert_string_equal(links.url[2], "https://a.example/7/say");
	assert_string_equal(body_blocks(notes->talks).block[0].text, "Say");
	assert_int_equal(body_blocks(notes->talks).n, 1);
	assert_string_equal(notes->talks[1].url, "https://a.example/8.mp4");
	assert_string_equal(
	    body_blocks(&notes->talks[1]).block[0].text, "Feedback");
	assert_string_equal(
	    body_links(&notes->talks[1]).url[1], "https://a.example/8");
	notes_free(notes);
}

/* What is read when it is asked for is what would be read at once. */
static void
notes_that_wait_are_the_same(void **state)
{
	static const char text[] =
	    "<schedule><event><title>T</title><url>https://a.example/7</url>"
	    "<abstract>&lt;p&gt;It &lt;b&gt;grows&lt;/b&gt;&lt;/p&gt;"
	    "</abstract><description>* a\n* [b](https://b.example/)"
	    "</description><links><link href='https://youtu.be/AAAAAAAAAAA'/>"
	    "<link href='../c'>C</link></links></event>"
	    "<event><title>U</title><abstract>&lt;p&gt;&lt;/p&gt;</abstract>"
	    "</event><event><title>V</title><url>https://a.example/9</url>"
	    "<abstract>See https://youtu.be/BBBBBBBBBBB</abstract></event>"
	    "</schedule>";
	static const struct load_options waiting;
	struct notes *now = load(text);
	struct notes *later = load_bytes(
	    "programme.xml", text, strlen(text), &waiting);

	(void)state;
	for (int i = 0; i < 3; i++) {
		const struct talk *a = &now->talks[i], *b = &later->talks[i];

		assert_int_equal(body_has_notes(b), i != 1);
		assert_int_equal(body_has_notes(a), i != 1);
		assert_int_equal(body_blocks(a).n, i == 0 ? 4 : i == 1 ? 0 : 1);
		assert_int_equal(body_blocks(b).n, body_blocks(a).n);
		for (uint32_t k = 0; k < body_blocks(a).n; k++)
			assert_string_equal(body_blocks(b).block[k].text,
			    body_blocks(a).block[k].text);
		assert_int_equal(body_links(b).n, body_links(a).n);
		for (uint32_t k = 0; k < body_links(a).n; k++)
			assert_string_equal(
			    body_links(b).url[k], body_links(a).url[k]);
	}
	assert_int_equal(body_links(later->talks).n, 3);
	notes_free(now);
	notes_free(later);
}

static void
expect_refused(const char *text, const char *why)
{
	struct notes *notes = load(text);

	assert_int_equal(notes->ntalks, 0);
	if (!sample_has_warning(notes, 1, why))
		fail_msg("%s", notes->warnings[0].text);
	notes_free(notes);
}

static void
other_xml_is_refused_by_its_name(void **state)
{
	(void)state;
	expect_refused("<?xml version='1.0'?>\n<!-- x -->\n"
		       "<feed xmlns='a'><entry><title>T</title></entry></feed>",
	    "programme.xml: an Atom feed, not a programme");
	expect_refused("<rss version='2.0'><channel/></rss>",
	    "programme.xml: an RSS feed, not a programme");
	expect_refused("<?xml version='1.0'?>\n<!DOCTYPE html>\n<html></html>",
	    "programme.xml: a web page, not a programme");
	expect_refused("<?xml version='1.0'?><schedule><job/></schedule>",
	    "programme.xml: XML, but no programme of a conference");
	expect_refused("<?xml version='1.0'?>\n<schedule>\n"
		       "{% for day in data %}<day>{% endfor %}</schedule>",
	    "programme.xml: a template of a programme, not a programme");
	expect_refused("{% load i18n %}<?xml version='1.0'?><schedule/>",
	    "programme.xml: a template of a programme, not a programme");
}

static void
cards_and_papers_are_refused_by_their_names(void **state)
{
	(void)state;
	expect_refused("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann One\r\n"
		       "END:VCARD\r\n",
	    "programme.xml: a vCard, not a programme");
	expect_refused(
	    "%PDF-1.4\n1 0 obj\n", "programme.xml: a PDF, not a programme");
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
	struct notes *notes = load(
	    "<schedule><event><title>Ke\x1b\x01lp "
	    "a&#x202e;t</title></event><event><title>"
	    "Deep\v down under\n\tthe\r\nsea</title></event>"
	    "</schedule>");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[0].title, "Kelp at");
	assert_string_equal(notes->talks[1].title, "Deep down under the sea");
	notes_free(notes);
}

static void
control_characters_are_dropped_anywhere(void **state)
{
	static const char before[] = "<schedule><event><title>";
	char title[151], xml[256];

	(void)state;
	memset(title, 'k', sizeof(title) - 1);
	title[sizeof(title) - 1] = '\0';
	for (size_t i = 0; i < sizeof(title) - 1; i++) {
		struct notes *notes;

		snprintf(xml, sizeof(xml),
		    "%s%.*s\x01%s</title></event>"
		    "</schedule>",
		    before, (int)i, title, title + i);
		notes = load(xml);
		assert_string_equal(notes->talks[0].title, title);
		notes_free(notes);
	}
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

/* As some sites write them, with tags that nobody escaped. */
static void
tags_in_an_abstract_are_its_markup(void **state)
{
	struct notes *notes = load(
	    "<schedule>" CONFERENCE "<day date='2026-05-01'><room name='A'>"
	    "<event><start>10:00</start><title>Kelp</title><abstract>\n<p>It "
	    "<b>grows</b> &amp; <a class='x' href='https://kelp.example/'>"
	    "sways</a>.</p><ul><li>Slowly<br/></li></ul></abstract>"
	    "<room>Hall 2</room></event></room></day></schedule>");
	struct body_blocks blocks = body_blocks(notes->talks);

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_int_equal(blocks.n, 2);
	assert_string_equal(blocks.block[0].text, "It grows & sways.");
	assert_string_equal(blocks.block[1].text, "Slowly");
	assert_string_equal(
	    body_links(notes->talks).url[0], "https://kelp.example/");
	assert_string_equal(notes->talks[0].room, "Hall 2");
	expect_no_flaw(notes);
	notes_free(notes);
}

/* As sites by Jekyll have them. */
static void
persons_and_page_may_stand_in_the_event_itself(void **state)
{
	struct notes *notes = load(
	    "<schedule>" CONFERENCE "<day date='2026-05-01'><event id='1'>"
	    "<title>Kelp at depth</title>"
	    "<start>09:00</start>"
	    "<person>Dr. Ann One, Bo Two</person>"
	    "<slug>https://tide.example/#kelp</slug>"
	    "</event></day></schedule>");
	const struct talk *talk = notes->talks;

	(void)state;
	assert_true(sample_has_speakers(talk, "Dr. Ann One, Bo Two"));
	assert_string_equal(talk->url, "https://tide.example/#kelp");
	assert_null(notes_more(talk)->identity->slug);
	notes_free(notes);
}

static void
a_start_may_be_in_the_date_alone(void **state)
{
	struct notes *notes = load(
	    "<schedule>" CONFERENCE "<day date='2026-05-01'><room name='A'>"
	    "<event><date>2026-05-01T10:15:00+02:00</date><title>Kelp</title>"
	    "<duration>00:30</duration></event><event><date>2026-05-01</date>"
	    "<title>Knots</title></event></room></day></schedule>");

	(void)state;
	assert_string_equal(notes->talks[0].start, "10:15");
	assert_string_equal(notes->talks[0].day, "2026-05-01");
	assert_int_equal(notes->talks[0].minutes, 30);
	assert_null(notes->talks[1].start);
	notes_free(notes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tags_in_an_abstract_are_its_markup),
	    cmocka_unit_test(persons_and_page_may_stand_in_the_event_itself),
	    cmocka_unit_test(a_start_may_be_in_the_date_alone),
	    cmocka_unit_test(a_talk_has_what_its_event_says),
	    cmocka_unit_test(an_event_tells_when_it_is_and_what_it_is_known_as),
	    cmocka_unit_test(entries_are_events),
	    cmocka_unit_test(markup_of_an_abstract_is_understood),
	    cmocka_unit_test(talks_before_a_fault_are_read),
	    cmocka_unit_test(faults_are_told_in_own_words),
	    cmocka_unit_test(blanks_may_stand_before_the_declaration),
	    cmocka_unit_test(no_link_is_lost),
	    cmocka_unit_test(links_stand_in_other_elements_too),
	    cmocka_unit_test(notes_that_wait_are_the_same),
	    cmocka_unit_test(other_xml_is_refused_by_its_name),
	    cmocka_unit_test(cards_and_papers_are_refused_by_their_names),
	    cmocka_unit_test(entities_are_refused),
	    cmocka_unit_test(control_characters_are_dropped),
	    cmocka_unit_test(control_characters_are_dropped_anywhere),
	    cmocka_unit_test(elements_too_deep_are_a_fault),
	};

#ifndef HAVE_EXPAT
	puts("1..1\nok 1 - programmes in XML # SKIP built without expat");
	return 0;
#endif
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
