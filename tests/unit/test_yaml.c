/*
 * yaml: all ways to write a value give the same tree, and what breaks off keeps
 * what stands before; dialect: talks in YAML are those of JSON.
 */
#include "unit.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "sample.h"
#include "source/yaml_tree.h"

static const struct load_options plain = {.parts = 0};

/* Writes a value as JSON without blanks; all scalars are strings. */
static void
put_value(struct buffer *out, const struct value *value)
{
	static const char *const ends[] = {"", "\"", "[]", "{}"};
	const char *end = ends[value->type];

	if (value->type == VALUE_NULL) {
		buffer_puts(out, "null");
		return;
	}
	buffer_put(out, end, 1);
	buffer_puts(out, value->text);
	for (const struct value *c = value->child; c; c = c->next) {
		if (c != value->child)
			buffer_puts(out, ",");
		if (value->type == VALUE_OBJECT) {
			buffer_puts(out, c->name);
			buffer_puts(out, ":");
		}
		put_value(out, c);
	}
	buffer_put(out, end + strlen(end) - 1, 1);
}

/* Returns all documents of a text, a line each, then the fault; to be freed. */
static char *
tree(const char *text)
{
	struct arena *arena = arena_new();
	struct buffer out = {.s = NULL};
	const struct value *root;
	struct yaml_tree yaml;

	yaml_tree_begin(
	    &yaml, arena_dup(arena, text, strlen(text)), strlen(text));
	while ((root = yaml_tree_next(&yaml, arena))) {
		put_value(&out, root);
		buffer_puts(&out, "\n");
	}
	if (yaml.fault) {
		char *line = arena_printf(
		    arena, "%u: %s\n", yaml.fault_line, yaml.fault);

		buffer_puts(&out, line);
	}
	yaml_tree_free(&yaml);
	arena_free(arena);
	return out.s ? out.s : mem_dup("", 0);
}

static void
expect_tree(const char *text, const char *want)
{
	char *got = tree(text);

	assert_string_equal(got, want);
	free(got);
}

static void
lists_and_objects_are_read_however_they_are_indented(void **state)
{
	(void)state;
	expect_tree("- a\n- b\n", "[\"a\",\"b\"]\n");
	expect_tree("x:\n- a\n- b\ny: c\n", "{x:[\"a\",\"b\"],y:\"c\"}\n");
	expect_tree("- x: a\n  y:\n    - - b\n      - c\n    - d\n",
	    "[{x:\"a\",y:[[\"b\",\"c\"],\"d\"]}]\n");
	expect_tree("\xef\xbb\xbfx: a # c\r\n  # c\r\ny:\r\n  b\r\nz:\r\n",
	    "{x:\"a\",y:\"b\",z:null}\n");
	expect_tree("- {\n    x: \"a\",\n    u: http://b, # c\n  }\n- b\n",
	    "[{x:\"a\",u:\"http://b\"},\"b\"]\n");
}

static void
scalars_are_read_in_all_ways(void **state)
{
	(void)state;
	expect_tree("- ~\n- null\n- ''\n- \"~\"\n- \"\\u00e9\\x41\\n\"\n"
		    "- 'it''s'\n",
	    "[null,null,\"\",\"~\",\"\xc3\xa9"
	    "A\n\",\"it's\"]\n");
	expect_tree("x: |\n  a: b\n\n   # c\ny: >-\n  d\n  e\n\n  f\nz: g\n",
	    "{x:\"a: b\n\n # c\n\",y:\"d e\nf\",z:\"g\"}\n");
}

/* What hides in a terminal does not hide from YAML either. */
static void
control_characters_are_no_fault(void **state)
{
	(void)state;
	expect_tree("x: a\x1b[31m\x07z\ny: \xc2\x85q\xe2\x80\xae\nz: \xff\n",
	    "{x:\"a[31mz\",y:\"q\",z:\"\xef\xbf\xbd\"}\n");
}

static void
aliases_stand_for_what_they_name(void **state)
{
	(void)state;
	expect_tree("a: &r {x: 1, y: 2}\nb:\n  <<: *r\n  y: 3\nc: *none\n",
	    "{a:{x:\"1\",y:\"2\"},b:{y:\"3\",x:\"1\"},c:null}\n");
	expect_tree("a: &r {x: 1}\nb: &s {x: 2, y: 2}\nc:\n  <<: [*r, *s]\n",
	    "{a:{x:\"1\"},b:{x:\"2\",y:\"2\"},c:{x:\"1\",y:\"2\"}}\n");
	expect_tree("- &a !!str b\n- !t\n  x: *a\n- &a [*a]\n",
	    "[\"b\",{x:\"b\"},[\"b\"]]\n");
}

static void
of_a_key_that_is_there_twice_the_last_one_counts(void **state)
{
	static const char text[] =
	    "- title: Kelp\n  speaker: Ann One\n  title: Tides\n";
	struct notes *notes = load_bytes("x.yml", text, strlen(text), &plain);

	(void)state;
	expect_tree("x: a\ny: b\nx: c\n", "{y:\"b\",x:\"c\"}\n");
	assert_string_equal(notes->talks[0].title, "Tides");
	assert_true(sample_says(notes->warnings[0].text,
	    "a key is there twice, the last one counts"));
	assert_int_equal(notes->warnings[0].line, 3);
	notes_free(notes);
}

/* A talk that shares its slot's room with others does not take all of it. */
static void
talks_in_a_slot_begin_with_it(void **state)
{
	static const char text[] =
	    "days:\n"
	    "- name: Friday\n"
	    "  date: 2026-05-01\n"
	    "  slots:\n"
	    "  - {start: '10:00', end: '10:45', talks: [\n"
	    "     {title: Kelp, speaker: Ann One, room: A},\n"
	    "     {title: Tides, speaker: Bo Two, room: B}]}\n"
	    "  - {start: '11:00', end: '12:00', room: A, talks: [\n"
	    "     {title: Crabs, speaker: Cy Three},\n"
	    "     {title: Nets, speaker: Bo Two, start: '11:20'}]}\n";
	static const struct {
		const char *start;
		int minutes;
	} expected[] = {
	    {"10:00", 45}, {"10:00", 45}, {"11:00", 0}, {"11:20", 0}};
	struct notes *notes = load_bytes("x.yml", text, strlen(text), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 4);
	for (size_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		assert_string_equal(talk->day, "2026-05-01");
		assert_string_equal(notes->tracks[talk->track].name, "x");
		assert_string_equal(talk->start, expected[i].start);
		assert_int_equal(talk->minutes, expected[i].minutes);
	}
	notes_free(notes);
}

/* As the archive of a meetup has them. */
static void
links_may_be_called_after_what_they_are(void **state)
{
	static const char text[] = "talks:\n"
				   "- title: Kelp\n"
				   "  speakers: [Ann One]\n"
				   "  urls: [https://tide.example/kelp/]\n"
				   "  coverage:\n"
				   "  - slides: https://tide.example/kelp.pdf\n"
				   "  - video: https://youtu.be/AAAAAAAAAAA\n";
	struct notes *notes = load_bytes("x.yml", text, strlen(text), &plain);

	(void)state;
	assert_string_equal(
	    notes->talks[0].url, "https://youtu.be/AAAAAAAAAAA");
	assert_int_equal(body_links(&notes->talks[0]).n, 3);
	notes_free(notes);
}

static void
keys_that_are_no_scalars_are_passed_over(void **state)
{
	(void)state;
	expect_tree("? [a, b]\n: c\nx: d\n? e\n", "{x:\"d\",e:null}\n");
}

/* Nine levels of nine would be 400 million values. */
static void
aliases_do_not_multiply_without_end(void **state)
{
	char text[2000] = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
	char *got;

	(void)state;
	for (int i = 1; i < 9; i++) {
		char line[100];

		snprintf(line, sizeof(line),
		    "a%d: &a%d "
		    "[*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n",
		    i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1,
		    i - 1, i - 1);
		strcat(text, line);
	}
	got = tree(text);
	assert_true(strlen(got) < 1000000);
	assert_non_null(
	    strstr(got, ": aliases repeat far more than the document says"));
	free(got);
}

static void
talks_before_too_many_aliases_stay(void **state)
{
	char text[2000] = "talks:\n- {title: Knots, speaker: Ann One}\n";
	struct notes *notes;

	(void)state;
	strcat(text,
	    "- &a0 [{title: Sails, speaker: Bo Two},"
	    "{title: Tar, speaker: Cy Three}]\n");
	for (int i = 1; i < 15; i++) {
		char line[100];

		snprintf(line, sizeof(line), "- &a%d [*a%d, *a%d]\n", i, i - 1,
		    i - 1);
		strcat(text, line);
	}
	notes = load_bytes("talks.yml", text, strlen(text), &plain);
	assert_string_equal(notes->talks[0].title, "Knots");
	assert_int_equal(notes->ntalks, 299);
	assert_true(sample_has_warning(notes, 10,
	    "aliases repeat far more than the document says; "
	    "299 talks read"));
	notes_free(notes);
}

static void
an_escaped_nul_ends_no_text(void **state)
{
	static const char text[] =
	    "- {title: \"Kno\\0ts\", \"spea\\0ker\": \"Ann\\0 One\"}\n";
	struct notes *notes = load_bytes(
	    "talks.yml", text, strlen(text), &plain);

	(void)state;
	assert_string_equal(notes->talks[0].title, "Knots");
	assert_string_equal(notes->talks[0].speakers[0], "Ann One");
	notes_free(notes);
}

static void
lists_do_not_stand_in_each_other_without_end(void **state)
{
	char deep[400];
	char *got;

	(void)state;
	memset(deep, '[', 300);
	deep[300] = '\0';
	got = tree(deep);
	assert_non_null(strstr(got, "1: lists stand too deep in each other"));
	free(got);
}

/* What libyaml says is said in words that are translated. */
static void
faults_are_told_in_own_words(void **state)
{
	static const char *const faults[][2] = {
	    {"x: - a\n", "a dash where no list may begin"},
	    {"x: a\nb\nc: d\n", "a key without its colon"},
	    {"x: [a\ny: b\n", "a list without its ]"},
	    {"x: {a: b\ny: [\n", "an object without its }"},
	    {"- a\nx: b\n", "a line in a list without its dash"},
	    {"[a]\nb\n", "text that belongs to nothing before it"},
	    {"x: * a\n", "a * or & that names nothing; the text wants quotes"},
	    {"x: \"\\q\"\n", "an unknown escape in quotes"},
	    {"x: \"\\xq\"\n", "an unknown escape in quotes"},
	    {"x: @a\n", "a tab, or a sign that begins no text without quotes"},
	    {"x: a\n\ty: b\n", "a tab where blanks should indent"},
	    {"x: !q!a b\n", "a tag that is not known"},
	    {"x: 'a\n---\n", "a quote without its end"},
	    {"x: ? a\n", "a key where none may be"},
	    {"x: |q\n a\n", "this is no YAML"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		char *got = tree(faults[i][0]);
		const char *at = strstr(got, ": ");

		assert_non_null(at);
		assert_memory_equal(at + 2, faults[i][1], strlen(faults[i][1]));
		assert_string_equal(at + 2 + strlen(faults[i][1]), "\n");
		free(got);
	}
}

static void
a_text_may_have_several_documents(void **state)
{
	(void)state;
	expect_tree("%YAML 1.1\n---\na: &n 1\n...\n--- # c\n- *n\n---\n",
	    "{a:\"1\"}\n[null]\nnull\n");
}

static void
what_stands_before_a_fault_is_read(void **state)
{
	static const char text[] = "- title: Kelp\n  speaker: Ann One\n"
				   "- title: Tides\n  speaker: 'Bob\n";
	struct notes *notes = load_bytes("x.yml", text, strlen(text), &plain);

	(void)state;
	expect_tree(
	    "x: a\ny: [b,\n", "{x:\"a\",y:[\"b\"]}\n3: a value is missing\n");
	expect_tree("x: [a]\n   y: b\n",
	    "{x:[\"a\"]}\n2: a line indented otherwise, or no key\n");
	expect_tree("x: a\ny: b: c\nz: d\n",
	    "{x:\"a\",y:\"b\"}\n2: a colon where none may be; the "
	    "text wants quotes\n");
	assert_int_equal(notes->ntalks, 1);
	assert_true(sample_says(
	    notes->warnings[0].text, "a quote without its end; 1 talk read"));
	assert_int_equal(notes->warnings[0].line, 5);
	notes_free(notes);
}

#define TALKS \
	"# talks\n- title: Kelp\n  speakers: [Ann One, {name: Bob Two}]\n" \
	"  start: 2026-05-01 10:00\n  room: Hall 2\n" \
	"- title: Tides\n  speakers:\n  - Cy Three\n"

static void
talks_are_found_as_in_json(void **state)
{
	struct notes *notes = load_bytes("-", TALKS, strlen(TALKS), &plain);
	const struct talk *talk = notes->talks;

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->shape, "sessions, 2 talks");
	assert_string_equal(talk->title, "Kelp");
	assert_true(sample_has_speakers(talk, "Ann One, Bob Two"));
	assert_string_equal(talk->day, "2026-05-01");
	assert_string_equal(talk->start, "10:00");
	assert_string_equal(talk->room, "Hall 2");
	assert_int_equal(talk->line, 2);
	notes_free(notes);
}

/* What sites that collect talks have around and in them. */
static void
talks_have_lists_of_files_and_slots(void **state)
{
	static const char text[] =
	    "invited:\n- {name: Ann One, affiliation: Tide, title: Kelp,\n"
	    "   abstract: It grows.}\n"
	    "talks:\n- title: Knots\n  speakers: [{name: Bob Two}]\n"
	    "  detail_url: https://tide.example/2\n"
	    "  video_links: [{type: embedded, url: https://youtu.be/"
	    "AAAAAAAAAAA}]\n"
	    "  presentation_files: [{type: pdf, url: https://tide.example/2."
	    "pdf}]\n"
	    "- title: Tar\n  speakers: [{name: Cy Three}]\n"
	    "  slots: [{room: Aula, start: 2026-05-01T10:00:00,\n"
	    "    end: 2026-05-01T10:30:00}, {room: , start: , end: }]\n";
	struct notes *notes = load_bytes("x.yml", text, strlen(text), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_string_equal(notes->talks[0].title, "Kelp");
	assert_true(sample_has_speakers(&notes->talks[0], "Ann One"));
	assert_string_equal(
	    notes->talks[1].url, "https://youtu.be/AAAAAAAAAAA");
	assert_int_equal(body_links(&notes->talks[1]).n, 3);
	assert_string_equal(notes->talks[2].start, "10:00");
	assert_string_equal(notes->talks[2].room, "Aula");
	assert_int_equal(notes->talks[2].minutes, 30);
	notes_free(notes);
}

/* A page of a meetup has its talks in front matter, and words below. */
static void
talks_may_be_a_list_in_front_matter(void **state)
{
	static const char text[] =
	    "---\nlayout: meetup\ntitle: 'Tide #6'\ndate: 2026-05-01\n"
	    "talks:\n  - title: Kelp\n    speakers:\n      - name: Ann One\n"
	    "    videoUrl: https://youtu.be/AAAAAAAAAAA\n"
	    "  - title: Knots\n    speaker: Bob Two\n---\n\n"
	    "# Thanks\n\nIt was *windy*.\n";
	struct notes *notes = load_bytes("6.md", text, strlen(text), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->name, "Tide #6");
	assert_string_equal(notes->talks[0].title, "Kelp");
	assert_true(sample_has_speakers(&notes->talks[0], "Ann One"));
	assert_string_equal(
	    notes->talks[0].url, "https://youtu.be/AAAAAAAAAAA");
	assert_string_equal(notes->talks[0].day, "2026-05-01");
	assert_int_equal(notes->talks[1].line, 10);
	assert_int_equal(notes->sources[0].nblocks, 2);
	assert_string_equal(notes->sources[0].blocks[1].text, "It was windy.");
	assert_int_equal(notes->sources[0].blocks[1].line, 16);
	notes_free(notes);
}

static void
documents_that_are_talks_name_no_conference(void **state)
{
	static const char text[] =
	    "title: Kelp\nspeaker: Ann One\ntime_start: '10:00'\n"
	    "time_end: '10:30'\n---\ntitle: Tides\nspeaker: Bob Two\n";
	struct notes *notes = load_bytes("x.yml", text, strlen(text), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->sources[0].name, "x");
	assert_string_equal(notes->talks[0].start, "10:00");
	assert_int_equal(notes->talks[0].minutes, 30);
	notes_free(notes);
}

/* The name tells what has no talk in it, so that it is refused by name. */
static void
other_yaml_is_refused_where_its_name_says_what_it_is(void **state)
{
	static const char text[] = "name: CI\non: [push]\njobs:\n  a: b\n";
	static const char event[] = "title: Tide Days\nlocation: Rye\n"
				    "start_date: 2026-05-01\n"
				    "end_date: 2026-05-03\n";
	struct notes *notes = load_bytes("x.yml", text, strlen(text), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 0);
	assert_true(sample_says(notes->warnings[0].text,
	    "x.yml: YAML, but no programme and no list of videos"));
	notes_free(notes);
	notes = load_bytes("x.md", text, strlen(text), &plain);
	assert_int_equal(notes->ntalks, 1);
	notes_free(notes);
	/* What goes on for days is a conference, and no talk of one. */
	notes = load_bytes("x.yml", event, strlen(event), &plain);
	assert_int_equal(notes->ntalks, 0);
	notes_free(notes);
}

/* Headings are comments of YAML. */
static void
front_matter_and_lists_of_markdown_stay_markdown(void **state)
{
	static const char *const texts[] = {
	    "---\ntitle: Kelp\nspeakers:\n- Ann One\n---\n\n* It grows.\n",
	    "Title: Kelp\nSpeaker: Ann One\n\n# Notes\n\nOne: it grows.\n",
	    "- Kelp: a tour\n- Tides: another\n",
	    ("---\ntitle: Kelp\nspeaker: Ann One\nrelated:\n  - title: Tar\n"
	     "    url: https://youtu.be/AAAAAAAAAAA\n---\nIt grows.\n"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct notes *notes = load_bytes(
		    "x.md", texts[i], strlen(texts[i]), &plain);

		assert_null(strstr(notes->shape, "sessions"));
		notes_free(notes);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		lists_and_objects_are_read_however_they_are_indented),
	    cmocka_unit_test(scalars_are_read_in_all_ways),
	    cmocka_unit_test(control_characters_are_no_fault),
	    cmocka_unit_test(aliases_stand_for_what_they_name),
	    cmocka_unit_test(of_a_key_that_is_there_twice_the_last_one_counts),
	    cmocka_unit_test(talks_in_a_slot_begin_with_it),
	    cmocka_unit_test(links_may_be_called_after_what_they_are),
	    cmocka_unit_test(keys_that_are_no_scalars_are_passed_over),
	    cmocka_unit_test(aliases_do_not_multiply_without_end),
	    cmocka_unit_test(talks_before_too_many_aliases_stay),
	    cmocka_unit_test(an_escaped_nul_ends_no_text),
	    cmocka_unit_test(lists_do_not_stand_in_each_other_without_end),
	    cmocka_unit_test(a_text_may_have_several_documents),
	    cmocka_unit_test(what_stands_before_a_fault_is_read),
	    cmocka_unit_test(faults_are_told_in_own_words),
	    cmocka_unit_test(talks_are_found_as_in_json),
	    cmocka_unit_test(talks_may_be_a_list_in_front_matter),
	    cmocka_unit_test(talks_have_lists_of_files_and_slots),
	    cmocka_unit_test(documents_that_are_talks_name_no_conference),
	    cmocka_unit_test(
		other_yaml_is_refused_where_its_name_says_what_it_is),
	    cmocka_unit_test(front_matter_and_lists_of_markdown_stay_markdown),
	};

#ifndef HAVE_YAML
	puts("1..1\nok 1 - programmes in YAML # SKIP built without libyaml");
	return 0;
#endif
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
