/*
 * The language of the filter and its ranking: documents are written here, and
 * each case says what must be found, and in which order.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/find/filter.h"
#include "lectern/source/load.h"

/* Eight talks, a letter each, in two tracks. */
static const char conference[] =
    "# Memory\n\n"
    "## Rust for drivers - Ann Lee\n\nhttps://youtu.be/AAAAAAAAAAA\n\n"
    "* robust code, and a garbage word: Trust\n* latency of page faults\n\n"
    "## Robustness of page tables - Bob "
    "Rust\n\nhttps://youtu.be/BBBBBBBBBBB\n\n"
    "* rust never sleeps\n\n"
    "## Folios - Cy Page\n\nhttps://youtu.be/CCCCCCCCCCC\n\n"
    "* compound pages are gone\n* `rust` is mentioned once\n\n"
    "## Notes of nothing - Dee Late\n\nhttps://youtu.be/DDDDDDDDDDD\n\n"
    "# Rust and Tracing\n\n"
    "## Trace points - Eva Öst\n\nhttps://youtu.be/EEEEEEEEEEE\n\n"
    "* a tracepoint is cheap\n* Latency, \"measured twice\"\n\n"
    "## Histograms - Flo Tracer\n\nhttps://youtu.be/FFFFFFFFFFF\n\n"
    "* distributions of latency\n* the pipe | is a sign\n\n"
    "## RISC and risk - Gil Nöel\n\nno link here\n\n"
    "* a RISC machine\n\n"
    "## Last words - Hal Ende\n\nhttps://youtu.be/HHHHHHHHHHH\n\n"
    "* risk of ruin\n* naïve über-optimism\n";

static struct notes *notes;

/* By row of the kind: of bookmarked, seen, noted, tagged. */
static const char *const texts[MARK_KINDS_MOST] = {
    NULL, NULL, "A *tracepoint*, todo: Straße", "later über-a"};
static const struct annotations annotations[8] = {
    {MARK_OPENED | MARK_POSITION, NULL},
    {MARK_BOOKMARKED, NULL},
    {MARK_BOOKMARKED | MARK_SEEN, NULL},
    {MARK_NOTED | MARK_TAGGED, texts},
};

static int
setup(void **state)
{
	static const struct load_options plain;

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	notes = load_bytes("memory.md", conference, strlen(conference), &plain);
	return notes->ntalks == 8 ? 0 : 1;
}

static int
teardown(void **state)
{
	(void)state;
	notes_free(notes);
	return 0;
}

/* The hits as letters, in order of their rank. */
static const char *
hits_of(const char *text)
{
	static char letters[16];
	struct filter *filter = filter_new(notes);
	struct query query = {0};
	struct hits hits = {0};

	filter_set_annotations(filter, annotations);
	query_parse(&query, text);
	filter_run(filter, &query, &hits);
	for (size_t i = 0; i < hits.n; i++)
		letters[i] = (char)('A' + hits.hit[i].talk);
	letters[hits.n] = '\0';
	hits_free(&hits);
	query_free(&query);
	filter_free(filter);
	return letters;
}

struct rank_case {
	const char *query, *hits, *why;
};

static const struct rank_case ranking[] = {
    {"rust", "ABEFGHC", "title, speaker, track, notes, each as a whole word"},
    {"robust", "BA", "the start of a title beats a word of the notes"},
    {"page", "BCA", "a whole word of a title beats a speaker's name"},
    {"trace", "EFD",
	"a whole word beats the start of one, a speaker one's own note"},
    {"trac", "EFDGH",
	"the start of a title beats that of a name, of one's own note, and of "
	"a track"},
    {"late", "DAEF", "a speaker's whole name beats the start of a word"},
    {"latency", "AEF", "of one score, in the order of the programme"},
    {"lee", "AB", "a speaker's whole name beats the inside of a word"},
    {"memory", "ABCD", "the name of a track counts for its talks"},
    {"risk", "GH", "a title beats the notes"},
    {"ris", "GH", "beginnings, too"},
    {"rust page", "BAC", "scores of terms are added"},
    {"page rust", "BAC", "in whatever order they are typed"},
    {"latency | folios", "CAEF", "of alternatives the best one counts"},
    {"point", "ED",
	"the start of a word in a title, and the inside of one of a note"},
    {"tracepoint", "DE", "one's own note beats the notes"},
    {"ost", "E", "a name without its dots"},
};

static const struct rank_case language[] = {
    {"", "ABCDEFGH", "nothing typed, all listed"},
    {"   ", "ABCDEFGH", "blanks are nothing"},
    {"zebra", "", "what is nowhere is not found"},
    {"rust latency", "AEF", "both, wherever they stand"},
    {"\"page faults\"", "A", "side by side"},
    {"\"faults page\"", "", "in that order"},
    {"\"page fau", "A", "an open quote is closed at the end"},
    {"\"measured twice\"", "E", "quotes in the text do not matter"},
    {"rust !page", "EFGH", "not that"},
    {"rust -page", "EFGH", "a dash says so, too"},
    {"!rust", "D", "only not"},
    {"!\"page faults\" page", "BC", "not those words side by side"},
    {"folios | histograms", "CF", "one or the other"},
    {"rust folios | histograms", "FC", "alternatives before all else"},
    {"rust folios | histograms !latency", "C", "and what follows"},
    {"|", "F", "a lone bar is a word"},
    {"rust |", "ABEFGHC", "a bar at the end is still being typed"},
    {"^late", "DAEF", "the beginning of a word"},
    {"^atency", "", "not its inside"},
    {"title:rust", "A", "in the title alone"},
    {"t:rust", "A", "for short"},
    {"speaker:rust", "B", "in the speakers alone"},
    {"s:rust", "B", "for short"},
    {"track:rust", "EFGH", "in the track alone"},
    {"k:rust", "EFGH", "for short"},
    {"note:rust", "BCA", "in the notes alone"},
    {"n:rust", "BCA", "for short"},
    {"my:rust", "", "in notes of one's own, of which there is one"},
    {"my:trace", "D", "that one"},
    {"my:strasse", "D", "folded, as all"},
    {"my:Strasse", "D", "with its capital"},
    {"my:STRASSE", "", "not with others"},
    {"my:^point", "", "with a sign"},
    {"my:~tpt", "D", "letters in order"},
    {"strasse", "D", "without a field, too"},
    {"!my:trace trace", "EF", "not there"},
    {"tag:later", "D", "with this tag"},
    {"tag:uber", "D", "without its dots, and with part of it"},
    {"tag:rust", "", "with no such tag"},
    {"!tag:later late", "AEF", "not with this tag"},
    {"later", "", "tags are not looked at unless they are asked for"},
    {"url:EEEE", "E", "in the link"},
    {"url:eeee", "E", "in either case"},
    {"EEEE", "", "but not unless it is asked for"},
    {"title:\"page tables\"", "B", "with quotes"},
    {"!title:rust rust", "BEFGHC", "not in the title"},
    {"title:", "ABCDEFGH", "a field without a word is still being typed"},
    {"title:^tab", "B", "with a sign"},
    {"foo:rust", "", "no field: a word as it stands"},
    {"is:bookmarked", "BC", "a state"},
    {"is:b", "BC", "as much of it as is typed"},
    {"is:", "ABCDEFGH", "nothing of it yet"},
    {"!is:bookmarked", "ADEFGH", "not in that state"},
    {"is:seen", "C", "seen"},
    {"is:unseen", "ABDEFGH", "not seen yet"},
    {"is:noted", "D", "with a note of one's own"},
    {"is:opened", "A", "whose video was opened"},
    {"has:url", "ABCDEFH", "with a link"},
    {"!has:notes", "D", "without notes"},
    {"is:bookmarked rust", "BC", "a state and a word"},
    {"is:nonsense", "", "no state: a word as it stands"},
    {"~hstgrm", "F", "letters in order"},
    {"~rst", "AB", "letters in order, however far apart"},
    {"~lee", "AH", "letters side by side, or not"},
    {"RISC", "G", "a capital asks for capitals"},
    {"risc", "G", "small letters ask for nothing"},
    {"Risk", "", "not so written anywhere"},
    {"Latency", "E", "a capital asks for itself"},
    {"Öst", "E", "a capital with its dots"},
    {"Ost", "E", "or without"},
    {"naive", "H", "without accents"},
    {"uber", "H", "without dots"},
    {"!", "", "a lone sign is a word"},
    {"-", "H", "that may stand in another"},
};

static void
check_cases(const struct rank_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *got = hits_of(cases[i].query);

		if (strcmp(got, cases[i].hits) != 0)
			fail_msg("%s: %s, not %s (%s)", cases[i].query, got,
			    cases[i].hits, cases[i].why);
	}
}

/* The score of a talk, given as a letter. */
static unsigned
score_of(const char *text, char talk)
{
	struct filter *filter = filter_new(notes);
	struct query query = {0};
	struct hits hits = {0};
	unsigned score = 0;

	filter_set_annotations(filter, annotations);
	query_parse(&query, text);
	filter_run(filter, &query, &hits);
	for (size_t i = 0; i < hits.n; i++)
		if (hits.hit[i].talk == (uint32_t)(talk - 'A'))
			score = hits.hit[i].score;
	hits_free(&hits);
	query_free(&query);
	filter_free(filter);
	return score;
}

static void
each_field_has_its_weight(void **state)
{
	(void)state;
	/* Times three, as these are whole words. */
	assert_int_equal(score_of("rust", 'A'), 3 * 8);
	assert_int_equal(score_of("rust", 'B'), 3 * 6);
	assert_int_equal(score_of("todo", 'D'), 3 * 4);
	assert_int_equal(score_of("rust", 'G'), 3 * 2);
	assert_int_equal(score_of("rust", 'C'), 3 * 1);
	/* Times two for the start of one, and once inside. */
	assert_int_equal(score_of("rus", 'G'), 2 * 2);
	assert_int_equal(score_of("ust", 'G'), 2);
}

static void
the_best_hit_comes_first(void **state)
{
	(void)state;
	check_cases(ranking, sizeof(ranking) / sizeof(*ranking));
}

static void
the_language_means_what_it_says(void **state)
{
	(void)state;
	check_cases(language, sizeof(language) / sizeof(*language));
}

/*
 * The examples of help and manual: each finds just the talks that it should in
 * a conference made for them.
 */
static const char for_examples[] =
    "# Tracing MC\n\n"
    "## Latency of the scheduler - Ann Lee\n\nhttps://youtu.be/AAAAAAAAAAA\n\n"
    "* the memory model\n\n"
    "## Rust on ARM - Bob Late\n\n* a folio, deprecated\n\n"
    "# Other\n\n"
    "## Topology of a model in memory - Cy Rust\n\n"
    "## Risc or riscv - Dee Folio\n\n* independent of RISC\n\n";

static const struct rank_case shown_examples[] = {
    {"scheduler latency", "A", "both words"},
    {"\"memory model\"", "A", "side by side, not the other way round"},
    {"!arm", "ACD", "not on ARM"},
    {"riscv | arm", "BD", "either"},
    {"^dep", "B", "not independent"},
    {"title:rust", "B", "not the speaker"},
    {"speaker:lee", "A", "a speaker"},
    {"track:tracing", "AB", "a track"},
    {"note:folio", "B", "not the speaker"},
    {"my:todo", "D", "the only own note"},
    {"tag:later", "D", "the only tags"},
    {"url:youtu", "A", "the only link"},
    {"conf:fosdem", "AB", "the conference of two"},
    {"day:2026-05-01", "A", "the first day"},
    {"at:10:00-11:30", "CD", "one begins then, one before the end"},
    {"room:hall", "BD", "two halls"},
    {"lang:de", "C", "the only one"},
    {"is:bookmarked", "BC", "as the marks say"},
    {"is:started", "A", "likewise"},
    {"is:new", "", "none is known from before"},
    {"has:notes", "ABD", "all but one"},
    {"~tplg", "C", "topology"},
    {"RISC", "D", "with capitals"},
};

static void
every_example_finds_what_it_says(void **state)
{
	static const struct load_options plain;
	static const char *const days[] = {
	    "2026-05-01", "2026-05-02", "2026-05-02", NULL};
	static const char *const rooms[] = {
	    "Aula", "Hall 2", NULL, "The Great Håll"};
	/* And what no example shows. */
	static const struct rank_case more[] = {
	    {"has:times", "CD", "begin at some time"},
	    {"has:video", "A", "the only video"},
	    {"c:FÖS day:05-02", "B", "both"},
	    {"!room:hall", "AC", "no hall, or no room"},
	    {"room:halls", "", "no such room"},
	    {"at:11:20", "D", "it takes half an hour"},
	    {"at:11:40", "", "it is over"},
	    {"at:10", "C", "at the hour"},
	    {"at:11-", "", "the rest is still to be typed"},
	    {"at:10:01-11:10", "", "no length is a minute; until is not at"},
	    {"!at:10:00 at:", "ABD", "nothing is typed yet"},
	    {"at:noon", "", "words"},
	};
	static const struct talk_more german = {.language = "de"};
	struct notes *other = notes;
	size_t n;
	const struct query_example *examples = query_examples(&n);

	(void)state;
	notes = load_bytes(
	    "examples.md", for_examples, strlen(for_examples), &plain);
	for (size_t i = 0; i < 4; i++) {
		notes->talks[i].conference = i < 2 ? "FÖSDEM 2026" : "Other";
		notes->talks[i].day = days[i];
		notes->talks[i].room = rooms[i];
		notes->talks[i].more = i == 2 ? &german : NULL;
		notes->talks[i].start = i == 2 ? "10:00"
		    : i == 3                   ? "11:10"
					       : NULL;
		notes->talks[i].minutes = i == 3 ? 30 : 0;
	}
	assert_int_equal(n, sizeof(shown_examples) / sizeof(*shown_examples));
	for (size_t i = 0; i < n; i++)
		assert_string_equal(examples[i].query, shown_examples[i].query);
	check_cases(shown_examples, n);
	check_cases(more, sizeof(more) / sizeof(*more));
	notes_free(notes);
	notes = other;
}

/* Typing letter by letter finds the same as typing all at once. */
static void
narrowing_loses_nothing(void **state)
{
	static const char *const typed[] = {"rust page", "latency | folios",
	    "!rust -page", "title:rust", "\"page faults\" x", "RISC machine",
	    "^late is:bookmarked", "~rst ~hst", "is:unseen risk",
	    "my:trace tag:later", "tracepoint todo"};

	(void)state;
	for (size_t i = 0; i < sizeof(typed) / sizeof(*typed); i++) {
		struct filter *filter = filter_new(notes);
		struct query query = {0};
		struct hits hits = {0};
		char text[64];

		filter_set_annotations(filter, annotations);
		for (size_t n = 1; n <= strlen(typed[i]); n++) {
			char got[16] = "";

			snprintf(text, sizeof(text), "%.*s", (int)n, typed[i]);
			query_parse(&query, text);
			filter_run(filter, &query, &hits);
			for (size_t k = 0; k < hits.n; k++)
				got[k] = (char)('A' + hits.hit[k].talk);
			if (strcmp(got, hits_of(text)) != 0)
				fail_msg("%s: %s after typing, else %s", text,
				    got, hits_of(text));
		}
		hits_free(&hits);
		query_free(&query);
		filter_free(filter);
	}
}

/* A conference of 600 talks, all of which say rust. */
static struct notes *
make_many(void)
{
	static const struct load_options plain;
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);
	struct notes *many;

	for (int i = 0; i < 600; i++)
		fprintf(out, "## Rust %d - Ann Lee\n\n* rust, again\n\n", i);
	fclose(out);
	many = load_bytes("many.md", text, len, &plain);
	free(text);
	assert_int_equal(many->ntalks, 600);
	return many;
}

/* A search that is dropped leaves nothing behind for the next one. */
static void
a_search_may_be_dropped(void **state)
{
	struct notes *many = make_many();
	struct filter *filter = filter_new(many);
	struct query query = {0};
	struct hits hits = {0};

	(void)state;
	query_parse(&query, "r");
	filter_run(filter, &query, &hits);
	query_parse(&query, "ru");
	filter_begin(filter, &query);
	assert_false(filter_step(filter, 1));
	query_parse(&query, "rus");
	filter_run(filter, &query, &hits);
	assert_int_equal(hits.n, 600);
	hits_free(&hits);
	query_free(&query);
	filter_free(filter);
	notes_free(many);
}

static void
steps_find_what_one_run_finds(void **state)
{
	struct notes *many = make_many();
	struct filter *filter = filter_new(many);
	struct query query = {0};
	struct hits hits = {0};
	int steps = 0;

	(void)state;
	query_parse(&query, "599 | 7 rust");
	filter_begin(filter, &query);
	while (!filter_step(filter, 1))
		steps++;
	filter_take(filter, &hits);
	/* Each talk made ready, and then some at once. */
	assert_in_range(steps, 600, 650);
	assert_int_equal(hits.hit[0].talk, 7);
	assert_int_equal(hits.hit[1].talk, 599);
	hits_free(&hits);
	query_free(&query);
	filter_free(filter);
	notes_free(many);
}

/* What is typed into two filters, of which one searches in shares. */
static void
expect_same_shares(const struct notes *many, size_t parts, size_t step)
{
	static const char *const typed[] = {
	    "7", "7 ", "7 a", "!7", "!7 5", "rust 5", "is:unseen", "12 | 34"};
	struct filter *shared = filter_new(many), *whole = filter_new(many);
	struct query query = {0};
	struct hits hits = {0}, wanted = {0};

	filter_set_parts(shared, parts);
	filter_set_parts(whole, 1);
	for (size_t i = 0; i < sizeof(typed) / sizeof(*typed); i++) {
		query_parse(&query, typed[i]);
		filter_begin(shared, &query);
		while (!filter_step(shared, step))
			continue;
		filter_take(shared, &hits);
		filter_run(whole, &query, &wanted);
		assert_true(wanted.n > 0);
		assert_int_equal(hits.n, wanted.n);
		for (size_t k = 0; k < hits.n; k++) {
			assert_int_equal(hits.hit[k].talk, wanted.hit[k].talk);
			assert_int_equal(
			    hits.hit[k].score, wanted.hit[k].score);
			assert_int_equal(
			    hits.hit[k].field, wanted.hit[k].field);
		}
	}
	hits_free(&hits);
	hits_free(&wanted);
	query_free(&query);
	filter_free(shared);
	filter_free(whole);
}

static void
shares_find_what_one_run_finds(void **state)
{
	struct notes *many = make_many();

	(void)state;
	for (size_t parts = 1; parts <= PARALLEL_MOST; parts++) {
		expect_same_shares(many, parts, SIZE_MAX);
		expect_same_shares(many, parts, 12000);
	}
	notes_free(many);
}

/* Talks that the sieve leaves, and all that it should leave out. */
static uint32_t
expect_same_in_parts(
    const char *text, const char *words, const char *bundled, size_t parts)
{
	struct query query = {0};
	struct load_options all = {.bundled = bundled}, some = all;
	struct notes *a, *b;
	struct filter *x, *y;
	struct hits hits = {0}, found = {0};
	uint32_t left;

	query_parse(&query, words);
	some.only = &query;
	some.parts = parts;
	a = load_bytes("rust.md", text, strlen(text), &all);
	b = load_bytes("rust.md", text, strlen(text), &some);
	x = filter_new(a);
	y = filter_new(b);
	filter_run(x, &query, &hits);
	filter_run(y, &query, &found);
	if (hits.n != found.n)
		fail_msg("%s: %zu, not %zu", words, found.n, hits.n);
	for (size_t i = 0; i < hits.n; i++) {
		const struct talk *talk = &a->talks[hits.hit[i].talk];
		const struct talk *other = &b->talks[found.hit[i].talk];

		assert_string_equal(talk->id, other->id);
		assert_string_equal(talk->title, other->title);
		assert_int_equal(talk->line, other->line);
		assert_int_equal(hits.hit[i].score, found.hit[i].score);
		assert_string_equal(
		    a->tracks[talk->track].name, b->tracks[other->track].name);
		assert_int_equal(filter_block(&query, a, talk).index,
		    filter_block(&query, b, other).index);
	}
	left = b->ntalks;
	hits_free(&hits);
	hits_free(&found);
	filter_free(x);
	filter_free(y);
	notes_free(a);
	notes_free(b);
	query_free(&query);
	return left;
}

/* However many look at it, the same is left. */
static uint32_t
expect_same_hits(const char *text, const char *words, const char *bundled)
{
	uint32_t left = expect_same_in_parts(text, words, bundled, 1);

	for (size_t parts = 2; parts <= PARALLEL_MOST; parts++)
		assert_int_equal(
		    expect_same_in_parts(text, words, bundled, parts), left);
	return left;
}

#define VIDEO "https://www.youtube.com/watch?v="

static void
the_sieve_leaves_every_hit(void **state)
{
	static const char flat[] = "## One - Ann Lee & Bob\n\nURL: <" VIDEO
				   "AAAAAAAAAAA>\n\n"
				   "* scheduling\n\n"
				   "## Two - Cy\n\nURL: <" VIDEO
				   "BBBBBBBBBBB>\n\n* na\xC3\xAFve\n\n"
				   "## Three - Dee\n\nURL: <" VIDEO
				   "CCCCCCCCCCC>\n\n* sche`dul`ing\n\n"
				   "## The fourth - Eva\n\nURL: <" VIDEO
				   "AAAAAAAAAAA>\n\n* other\n\n"
				   "## F\xC3\xBCnf - Flo\n\nURL: <" VIDEO
				   "DDDDDDDDDDD>\n\n* more\n\n"
				   "## Six - Gil\n\n* no link\n\n"
				   "## Seven - Hal\n\nURL: <" VIDEO
				   "EEEEEEEEEEE>\n\n* last\n\n";
	/* What is asked, and how many of the seven are looked at. */
	static const struct {
		const char *query;
		uint32_t left;
	} cases[] = {
	    /* Always: the talk without a link. */
	    {"scheduling", 4}, /* and the twin of the first */
	    {"naive", 2},
	    {"last", 2},
	    {"zebra", 1},
	    {"other", 3},
	    {"last | more", 3},
	    {"last more", 1},
	    {"LAST", 2},
	    {"\"lee, bob\"", 7}, /* joined so only when it is shown */
	    {"!zebra", 7},
	    {"~svn", 7},
	    {"rust", 7}, /* the name of the document is their track */
	    {"na\xC3\xAFve", 2},
	    {"is:unseen", 7},
	    {"last is:unseen", 2},
	    {"funf", 2},
	};
	/* More of the document, with which it is not so simple. */
	static const struct {
		const char *text;
		uint32_t talks;
	} others[] = {
	    {"## Eight - Ian\n\n1. one\n2. two, the last\n\n", 8},
	    {"## Eight - Ian\n\n* so long\nthat it is the last\n\n", 8},
	    {"# Eight - Ian\n\n* eight\n\n# Nine - Jo\n\n* last\n\n", 7},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		uint32_t left = expect_same_hits(flat, cases[i].query, NULL);

		if (left != cases[i].left)
			fail_msg("%s: %u are left", cases[i].query, left);
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		char *text = mem_printf("%s%s", flat, others[i].text);

		assert_int_equal(
		    expect_same_hits(text, "last", NULL), others[i].talks);
		free(text);
	}
	/* With tracks nothing is sieved: the shape would be another one. */
	assert_int_equal(expect_same_hits(conference, "zebra", NULL), 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_field_has_its_weight),
	    cmocka_unit_test(the_best_hit_comes_first),
	    cmocka_unit_test(the_language_means_what_it_says),
	    cmocka_unit_test(every_example_finds_what_it_says),
	    cmocka_unit_test(narrowing_loses_nothing),
	    cmocka_unit_test(a_search_may_be_dropped),
	    cmocka_unit_test(steps_find_what_one_run_finds),
	    cmocka_unit_test(shares_find_what_one_run_finds),
	    cmocka_unit_test(the_sieve_leaves_every_hit),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
