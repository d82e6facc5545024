/*
 * Documents that were once slow, each in two sizes: read, with all notes, and
 * searched.  slow.sh counts what measure() takes, call by call.
 *
 *	slow -n    prints the names, in order; each is measured twice
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/find/filter.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"

#define DIGITS "00000000000"

/*
 * `each` is repeated, and so is `last` (may be NULL); a `%` in them becomes a
 * number of eleven digits.
 */
struct slow {
	const char *name, *before, *each, *after, *last;
	size_t n;
};

#define TALK  "## One - Ann Example\n\n"
#define WATCH "https://www.youtube.com/watch?v="
#define OTHER "\n\n## Two - Bo Sample\n\n- x\n"

static const struct slow slows[] = {
    {"paragraph above a table", TALK, "word word\n",
	"| a | b |\n|---|---|\n| c | d |\n", NULL, 2000},
    {"rows that begin no table", TALK "a | b\n", "a | b\n", "x\n--|--\na | b\n",
	NULL, 2000},
    {"brackets after a URL", TALK "- https://example.org/", ")", "\n", NULL,
	4000},
    {"paragraphs before a linked item", TALK, "word\n\n",
	"- [x](" WATCH DIGITS ")\n", NULL, 6000},
    {"tags in a tag", TALK "<div", "<a", "\n", NULL, 6000},
    {"tags without an end", TALK "<p>\n", "<a href=x ", "\n", NULL, 3000},
    {"quotes without an end", TALK "<div>\n", "<a x=\"<a x='", "\n", NULL,
	3000},
    {"names after dashes", "## t", " -X", "\n\n- x\n" OTHER, NULL, 5000},
    {"names after commas", "## t - ", "Ann Bo, ", "\n\n- x\n" OTHER, NULL,
	3000},
    {"nested list and blank lines", TALK, "- ", "x", "\n", 2000},
    {"nested quotes", TALK, "> ", "x\n", NULL, 3000},
    {"code without words", TALK "- ", "`-` ", "x\n", NULL, 2500},
    {"bare URLs before styled words", TALK "- ", "https://example.org/% ", "",
	"*a* b ", 2500},
    {"links in a line", TALK "- ", "[a](https://example.org/%) ", "\n", NULL,
	1500},
    {"open brackets", TALK "- ", "[a](", "\n", NULL, 3000},
    {"emphasis", TALK "- ", "*_a ", "\n", NULL, 2000},
    {"references", TALK "- x\n\n", "[r%]: https://example.org/%\n",
	"\n[r" DIGITS "]\n", NULL, 1500},
    {"rows of a table", "| Talk | b |\n|---|---|\n",
	"| [t%](" WATCH "%) | x |\n", "", NULL, 800},
    {"talks of one title", "", "## Lightning talks\n\n- x %\n\n", "", NULL,
	1500},
    {"talks of one URL", "", "## T %\n\n" WATCH DIGITS "\n\n- x\n\n", "", NULL,
	1500},
    {"tracks", "", "# T %\n\n## t % - Bo\n\n- x\n\n", "", NULL, 1200},
    {"contents and headings", "- [a](#a)\n\n", "## t %\n\n> x\n\n", "", NULL,
	800},
    {"list of talks", "", "- [t %](" WATCH "%) - Bo Li\n", "", NULL, 1000},
    {"items nested in one", "- [t](" WATCH DIGITS ") - Bo Li\n", "  - x %\n",
	"", NULL, 1500},
    {"bold paragraphs", "", "**t % - Bo**\n\n> x\n\n", "", NULL, 800},
    {"front matter", "---\n", "key: v\n", "---\n" TALK "- x\n", NULL, 3000},
    {"a long line", TALK "- ", "word ", "\n", NULL, 20000},
    {"a long word", TALK "- ", "\xD0\xB9", "\n", NULL, 20000},
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
	*len = (size_t)(out - s);
	return s;
}

/* Not inline: it is known by its name. */
__attribute__((noinline)) void measure(const char *s, size_t len);

void
measure(const char *s, size_t len)
{
	const struct load_options options = {.warn = true};
	struct notes *notes = load_bytes("slow.md", s, len, &options);
	struct filter *filter = filter_new(notes);
	struct query query = {0};
	struct hits hits = {0};

	for (uint32_t i = 0; i < notes->ntalks; i++)
		body_blocks(&notes->talks[i]);
	query_parse(&query, "zzyzx");
	filter_run(filter, &query, &hits);
	hits_free(&hits);
	query_free(&query);
	filter_free(filter);
	notes_free(notes);
}

int
main(int argc, char **argv)
{
	for (size_t i = 0; i < SLOWS; i++) {
		if (argc > 1 && strcmp(argv[1], "-n") == 0) {
			puts(slows[i].name);
			continue;
		}
		for (size_t k = 1; k <= 2; k++) {
			size_t len;
			char *s = make(&slows[i], k * slows[i].n, &len);

			measure(s, len);
			free(s);
		}
	}
	return 0;
}
