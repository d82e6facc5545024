/*
 * What was once slow, or might be, each in two sizes: documents, read with all
 * notes and searched; queries, settings and marks to import; documents that were
 * read again, or are in the cache.  slow.sh counts what measure() takes, call by call.
 *
 *	slow -n    prints what each repetition may take in instructions, or 0, and
 *	           the names, in order; each is measured twice
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/find/filter.h"
#include "lectern/marks/marks.h"
#include "lectern/marks/merge.h"
#include "lectern/source/body.h"
#include "lectern/source/input.h"
#include "lectern/source/load.h"
#include "lectern/system/config.h"
#include "lectern/system/reading.h"
#include "lectern/ui/app.h"
#include "source/builder.h"
#include "source/format.h"
#include "source/keys.h"
#include "source/packed.h"
#include "source/tracks.h"

#define DIGITS "00000000000"
/* Instructions for each talk; 32 bits and other C libraries take more. */
#define MARKING_MOST  (sizeof(void *) == 8 ? 68000 : 90000)
#define SWAPPING_MOST 1100 /* likewise: keys wait meanwhile */

#define KEPT_MOST     9000 /* likewise: nothing is folded anew */
#define SEARCHED_MOST 300  /* likewise: of talks, only what is found is built */

enum kind {
	DOCUMENT,
	QUERY,
	CONFIG,
	IMPORT,
	MARKING,
	SWAPPING,
	KEPT,
	SEARCHED,
};

/*
 * `each` is repeated, and so is `last` (may be NULL); a `%` in them becomes a
 * number of eleven digits.
 */
struct slow {
	const char *name, *before, *each, *after, *last;
	size_t n;
	enum kind kind;
};

#define TALK  "## One - Ann Example\n\n"
#define WATCH "https://www.youtube.com/watch?v="
#define DAY   "<schedule><day index='1'><room name='r'>"
#define YAD   "</room></day></schedule>"

#define MARK_TO(key) \
	"{\"schema\":1,\"key\":\"yt:" key \
	"\",\"title\":\"t\",\"speakers\":\"A\"," \
	"\"url\":null,\"bookmarked\":true,\"bookmarked_at\":1,\"opened\":["
#define MARK_FROM        "2]}\n"
#define MARK(key, times) MARK_TO(key) times MARK_FROM

/* A talk may have so many of them, and no more: see merge.c. */
#define TAGS_TO \
	"{\"schema\":1,\"key\":\"yt:a\",\"title\":\"t\",\"speakers\":\"A\"," \
	"\"url\":null,\"tags\":["
#define TAGS_FROM "{\"tag\":\"t\",\"set\":true,\"at\":1}]}\n"

#define OTHER "\n\n## Two - Bo Sample\n\n- x\n"

#define WORDS "слова о том и о сём, каждое на своём месте и не больше одного, "

static const struct slow slows[] = {
    {"Cyrillic from the cache", "",
	"## Речь % - Анна Пример\n\n* " WORDS WORDS WORDS WORDS WORDS "\n\n",
	"", NULL, 2000, KEPT},
    {"search in a list from the cache", "## Track\n\n",
	"- [Words of % - Ann Example](https://example.org/%)\n", "", NULL, 4000,
	SEARCHED},
    {"paragraph above a table", TALK, "word word\n",
	"| a | b |\n|---|---|\n| c | d |\n", NULL, 2000, DOCUMENT},
    {"rows that begin no table", TALK "a | b\n", "a | b\n", "x\n--|--\na | b\n",
	NULL, 2000, DOCUMENT},
    {"brackets after a URL", TALK "- https://example.org/", ")", "\n", NULL,
	4000, DOCUMENT},
    {"paragraphs before a linked item", TALK, "word\n\n",
	"- [x](" WATCH DIGITS ")\n", NULL, 6000, DOCUMENT},
    {"tags in a tag", TALK "<div", "<a", "\n", NULL, 6000, DOCUMENT},
    {"tags without an end", TALK "<p>\n", "<a href=x ", "\n", NULL, 3000,
	DOCUMENT},
    {"quotes without an end", TALK "<div>\n", "<a x=\"<a x='", "\n", NULL, 3000,
	DOCUMENT},
    {"names after dashes", "## t", " -X", "\n\n- x\n" OTHER, NULL, 5000,
	DOCUMENT},
    {"names after commas", "## t - ", "Ann Bo, ", "\n\n- x\n" OTHER, NULL, 3000,
	DOCUMENT},
    {"nested list and blank lines", TALK, "- ", "x", "\n", 2000, DOCUMENT},
    {"nested quotes", TALK, "> ", "x\n", NULL, 3000, DOCUMENT},
    {"code without words", TALK "- ", "`-` ", "x\n", NULL, 2500, DOCUMENT},
    {"bare URLs before styled words", TALK "- ", "https://example.org/% ", "",
	"*a* b ", 2500, DOCUMENT},
    {"links in a line", TALK "- ", "[a](https://example.org/%) ", "\n", NULL,
	1500, DOCUMENT},
    {"open brackets", TALK "- ", "[a](", "\n", NULL, 3000, DOCUMENT},
    {"emphasis", TALK "- ", "*_a ", "\n", NULL, 2000, DOCUMENT},
    {"references", TALK "- x\n\n", "[r%]: https://example.org/%\n",
	"\n[r" DIGITS "]\n", NULL, 1500, DOCUMENT},
    {"rows of a table", "| Talk | b |\n|---|---|\n",
	"| [t%](" WATCH "%) | x |\n", "", NULL, 800, DOCUMENT},
    {"talks of one title", "", "## Lightning talks\n\n- x %\n\n", "", NULL,
	1500, DOCUMENT},
    {"talks of one URL", "", "## T %\n\n" WATCH DIGITS "\n\n- x\n\n", "", NULL,
	1500, DOCUMENT},
    {"tracks", "", "# T %\n\n## t % - Bo\n\n- x\n\n", "", NULL, 1200, DOCUMENT},
    {"contents and headings", "- [a](#a)\n\n", "## t %\n\n> x\n\n", "", NULL,
	800, DOCUMENT},
    {"list of talks", "", "- [t %](" WATCH "%) - Bo Li\n", "", NULL, 1000,
	DOCUMENT},
    {"items nested in one", "- [t](" WATCH DIGITS ") - Bo Li\n", "  - x %\n",
	"", NULL, 1500, DOCUMENT},
    {"bold paragraphs", "", "**t % - Bo**\n\n> x\n\n", "", NULL, 800, DOCUMENT},
    {"front matter", "---\n", "key: v\n", "---\n" TALK "- x\n", NULL, 3000,
	DOCUMENT},
    {"tables in HTML without an end", "<div>\n", "<table><tr><td>", "\n", NULL,
	2000, DOCUMENT},
    {"tables in HTML with one end", "<div>\n", "<table>", "</table>\n", NULL,
	4000, DOCUMENT},
    {"rows of CSV", "title,speaker,url\n", "t%,a,https://x.example/%\n", "",
	NULL, 800, DOCUMENT},
    {"a quoted cell of CSV", "title,speaker\n\"", "\"\"", "\",b\n", NULL, 4000,
	DOCUMENT},
    {"columns of CSV", "title,speaker", ",c%", "\n", ",x", 1500, DOCUMENT},
    {"events in XML", DAY, "<event id='%' guid='%'><title>t%</title></event>",
	YAD, NULL, 600, DOCUMENT},
    {"people in XML", DAY "<event id='1'><title>t</title><persons>",
	"<person>A%</person>", "</persons></event>" YAD, NULL, 1500, DOCUMENT},
    {"elements in XML", "<schedule>", "<a>", "", NULL, 5000, DOCUMENT},
    {"quotes in a query", "", "\"", "", NULL, 8000, QUERY},
    {"terms of a query", "", "a% ", "", NULL, 1000, QUERY},
    {"comments in the settings", "", "# %\n", "", NULL, 2000, CONFIG},
    {"marks to import", "", MARK("%", ""), "", NULL, 50, IMPORT},
    {"moments to import", MARK_TO("a"), "1%,", MARK_FROM, NULL, 250, IMPORT},
    {"tags to import", TAGS_TO, "{\"tag\":\"%\",\"set\":true,\"at\":1},",
	TAGS_FROM, NULL, 250, IMPORT},
    {"blank lines to import", "", "\n", MARK("a", ""), NULL, 5000, IMPORT},
    {"talks to mark", "", "## t % - Bo\n\n- x\n\n", "", NULL, 1000, MARKING},
    {"talks to swap", "", "## t % - Ann Lee\n\n- x\n\n", "", NULL, 1000,
	SWAPPING},
    {"a long line", TALK "- ", "word ", "\n", NULL, 20000, DOCUMENT},
    {"a long word", TALK "- ", "\xD0\xB9", "\n", NULL, 20000, DOCUMENT},
};

#define SLOWS (sizeof(slows) / sizeof(*slows))

static char *
put(char *out, const char *s, size_t number)
{
	for (; *s; s++) {
		if (*s == '%')
			out += sprintf(out, "%011zu", number);
		else
			*out++ = *s;
	}
	return out;
}

/* The document with so many repetitions; to be freed. */
static char *
make(const struct slow *slow, size_t n, size_t *len)
{
	const char *last = slow->last ? slow->last : "";
	size_t each = strlen(slow->each) + strlen(last) + 4 * sizeof(DIGITS);
	char *s = malloc(
	    strlen(slow->before) + n * each + strlen(slow->after) + 64);
	char *out = s;

	if (!s)
		exit(2);
	out = put(out, slow->before, 0);
	for (size_t i = 0; i < n; i++)
		out = put(out, slow->each, i);
	out = put(out, slow->after, 0);
	for (size_t i = 0; i < n; i++)
		out = put(out, last, i);
	*out = '\0';
	*len = (size_t)(out - s);
	return s;
}

static void
search(const struct notes *notes, const char *words)
{
	struct filter *filter = filter_new(notes);
	struct query query = {0};
	struct hits hits = {0};

	query_parse(&query, words);
	filter_run(filter, &query, &hits);
	hits_free(&hits);
	query_free(&query);
	filter_free(filter);
}

static void
read_and_search(const char *s, size_t len, const char *words)
{
	const struct load_options options = {.warn = true};
	struct notes *notes = load_bytes("slow.md", s, len, &options);

	for (uint32_t i = 0; i < notes->ntalks; i++)
		body_blocks(&notes->talks[i]);
	search(notes, words);
	notes_free(notes);
}

static const struct packed_stamp stamp = {1, 2, 3, 4, 5, 6};

/* Packs a document, as the cache does. */
static struct packed_bytes
keep(const char *s, size_t len)
{
	static const struct load_options options;
	struct arena *arena = arena_new();
	struct build *build = build_new(arena, NULL);
	struct packed_bytes packed = {.s = NULL};
	struct bytes bytes = {.s = malloc(len), .len = len};
	const struct document document = {
	    "slow.md", "slow", &bytes, .options = &options};
	struct err err;

	if (!bytes.s)
		exit(2);
	memcpy(bytes.s, s, len);
	if (!format_read(build, &document, &err) ||
	    !packed_write(&packed, build, 0, "/slow.md", &stamp))
		exit(2);
	input_drop(&bytes);
	build_free(build);
	arena_free(arena);
	return packed;
}

/* Reads that again, and searches it; `once`: for nothing else. */
static void
search_kept(const struct packed_bytes *packed, const char *words, bool once)
{
	struct query query = {0};
	struct arena *arena = arena_new();
	struct build *build = build_new(arena, NULL);
	struct built *built = build_result(build);
	struct notes *notes;

	query_parse(&query, words);
	if (!packed_is_of(packed->s, packed->len, "/slow.md", &stamp, false) ||
	    !packed_build(
		build, "slow.md", packed->s, packed->len, once ? &query : NULL))
		exit(2);
	keys_set(built);
	tracks_finish(built);
	notes = built_notes(built);
	build_free(build);
	search(notes, words);
	query_free(&query);
	notes_free(notes);
}

static void
read_config(const char *s, size_t len)
{
	char path[] = "/tmp/lectern-slow-XXXXXX";
	struct config config = {0};
	struct err err;
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, s, len) != (ssize_t)len ||
	    !config_read(&config, path, &err))
		exit(2);
	close(fd);
	unlink(path);
	config_free(&config);
}

static void
import(char *s, size_t len)
{
	struct marks *marks = marks_open(NULL, NULL, NULL);
	FILE *in = fmemopen(s, len, "r");
	struct merged merged;
	struct err err;

	if (!in || !merge_import(marks, in, "slow", false, NULL, &merged, &err))
		exit(2);
	fclose(in);
	marks_close(marks);
}

/* Marks all talks of a document as seen, which it has to read, too. */
static void
mark_all(const char *s, size_t len)
{
	const struct load_options options = {0};
	struct notes *notes = load_bytes("slow.md", s, len, &options);
	struct marks *marks = marks_open(NULL, NULL, NULL);
	struct marks_change *changes = calloc(notes->ntalks, sizeof(*changes));
	struct err err;

	for (uint32_t i = 0; changes && i < notes->ntalks; i++)
		changes[i] = (struct marks_change){
		    &notes->talks[i], MARK_SEEN, true, NULL};
	if (!changes || !marks_set_all(marks, changes, notes->ntalks, &err))
		exit(2);
	free(changes);
	marks_close(marks);
	notes_free(notes);
}

/* A document that is open, and the same, read again. */
struct swapping {
	struct app app;
	struct notes *was, *now;
	struct filter *filter;
	struct app_swap swap;
};

static void
begin_swapping(struct swapping *swapping, char *s, size_t len)
{
	static const struct load_options options;
	char path[] = "/tmp/lectern-slow-XXXXXX";
	const char *paths[] = {path};
	int fd = mkstemp(path);
	struct err err;

	if (fd < 0 || write(fd, s, len) != (ssize_t)len)
		exit(2);
	close(fd);
	swapping->was = load_paths(paths, 1, &options, &err);
	app_init(
	    &swapping->app, swapping->was, marks_open(NULL, NULL, NULL), NULL);

	struct reading *reading = reading_begin(
	    paths, 1, &options, swapping->was);

	if (!reading)
		exit(2);
	while (!reading_ended(reading))
		usleep(1000);
	swapping->now = reading_take(reading, &swapping->filter, &err);
	unlink(path);
}

static void
end_swapping(struct swapping *swapping)
{
	struct marks *marks = swapping->app.marks;

	if (swapping->swap.fresh + swapping->swap.gone > 0)
		exit(2);
	app_swap_free(&swapping->swap);
	app_free(&swapping->app);
	marks_close(marks);
	notes_free(swapping->was);
	notes_free(swapping->now);
}

/* Not inline: it is known by its name. */
__attribute__((noinline)) void measure(enum kind kind, char *s, size_t len,
    struct swapping *swapping, const struct packed_bytes *packed);

void
measure(enum kind kind, char *s, size_t len, struct swapping *swapping,
    const struct packed_bytes *packed)
{
	switch (kind) {
	case DOCUMENT:
		read_and_search(s, len, "zzyzx");
		break;
	case QUERY:
		read_and_search(TALK "- x\n", strlen(TALK "- x\n"), s);
		break;
	case CONFIG:
		read_config(s, len);
		break;
	case IMPORT:
		import(s, len);
		break;
	case MARKING:
		mark_all(s, len);
		break;
	case SWAPPING:
		app_set_notes(&swapping->app, swapping->now, swapping->filter,
		    &swapping->swap);
		break;
	case KEPT:
		search_kept(packed, "слона", false);
		break;
	case SEARCHED:
		search_kept(packed, "zzyzx", true);
		break;
	}
}

/* The instructions that each repetition may take; 0: as many as it will. */
static size_t
most(enum kind kind)
{
	return kind == MARKING ? MARKING_MOST
	    : kind == SWAPPING ? SWAPPING_MOST
	    : kind == KEPT     ? KEPT_MOST
	    : kind == SEARCHED ? SEARCHED_MOST
			       : 0;
}

int
main(int argc, char **argv)
{
	for (size_t i = 0; i < SLOWS; i++) {
		if (argc > 1 && strcmp(argv[1], "-n") == 0) {
			printf("%zu %s\n", most(slows[i].kind) * slows[i].n,
			    slows[i].name);
			continue;
		}
		for (size_t k = 1; k <= 2; k++) {
			size_t len;
			char *s = make(&slows[i], k * slows[i].n, &len);

			struct swapping swapping = {0};
			struct packed_bytes packed = {.s = NULL};

			if (slows[i].kind >= KEPT)
				packed = keep(s, len);
			if (slows[i].kind == SWAPPING)
				begin_swapping(&swapping, s, len);
			measure(slows[i].kind, s, len, &swapping, &packed);
			if (slows[i].kind == SWAPPING)
				end_swapping(&swapping);
			free(packed.s);
			free(s);
		}
	}
	return 0;
}
