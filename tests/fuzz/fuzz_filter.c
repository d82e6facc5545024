/*
 * Query and filter: any line is a query, and finds the same talks in the same
 * order whether notes are searched as they stand or after libcmark.  The first
 * line of an input is the query, the rest is the document.  A document that is
 * empty stands for one in which much matches.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/find/filter.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/filter";

static const char document[] =
    "## Über rust - Ann Lee\n\nURL: <https://youtu.be/AAAAAAAAAAA>\n\n"
    "* rust is `here`\n  + and *there*, x_y\n* naïve - + * rust\n\n"
    "## Two - Bob\n\n* \xC3\x9F \xEF\xAC\x81les\n* a | b\n";

static void
check_query(const struct query *query)
{
	for (size_t i = 0; i < query->nterms; i++) {
		const struct term *term = &query->terms[i];

		FUZZ_CHECK(strlen(term->text) == term->len);
		FUZZ_CHECK((term->len > 0) == (term->state == STATE_NONE));
		FUZZ_CHECK(term->fields != 0);
		FUZZ_CHECK(term->len == 0 ||
		    (term->text[0] != ' ' && term->text[term->len - 1] != ' '));
		FUZZ_CHECK(i == 0 ? term->group == 0
				  : term->group - term[-1].group <= 1);
	}
}

/* What is highlighted are whole clusters, in order. */
static void
check_ranges(const struct query *query, const struct talk *talk)
{
	const struct body_blocks blocks = body_blocks(talk);

	for (uint32_t i = 0; i < blocks.n; i++) {
		const struct block *block = &blocks.block[i];
		struct range ranges[32];
		size_t n = query_ranges(
		    query, FIELD_BODY, block->text, block->len, ranges, 32);

		for (size_t k = 0; k < n; k++) {
			FUZZ_CHECK(ranges[k].start < ranges[k].end);
			FUZZ_CHECK(ranges[k].end <= block->len);
			FUZZ_CHECK(
			    k == 0 || ranges[k - 1].end < ranges[k].start);
		}
	}
}

/* A search that is asked once leaves talks out, and finds the same ones. */
static void
check_sieve(const struct query *query, const char *s, size_t len,
    const struct notes *notes, const struct hits *hits)
{
	struct load_options options = {.only = query, .parts = len % 3 + 1};
	struct notes *some = load_bytes("fuzz.md", s, len, &options);
	struct filter *filter = filter_new(some);
	struct hits found = {0};

	filter_run(filter, query, &found);
	FUZZ_CHECK(found.n == hits->n);
	for (size_t i = 0; i < found.n; i++) {
		const struct talk *a = &some->talks[found.hit[i].talk];
		const struct talk *b = &notes->talks[hits->hit[i].talk];

		FUZZ_CHECK(strcmp(a->id, b->id) == 0 && a->line == b->line);
		FUZZ_CHECK(strcmp(some->tracks[a->track].name,
			       notes->tracks[b->track].name) == 0);
		FUZZ_CHECK(found.hit[i].score == hits->hit[i].score);
		FUZZ_CHECK(found.hit[i].in_body == hits->hit[i].in_body);
	}
	hits_free(&found);
	filter_free(filter);
	notes_free(some);
}

static void
check_hits(const struct query *query, const char *s, size_t len, size_t size)
{
	struct load_options whole = {.whole = true}, plain = {.whole = false};
	struct notes *a = load_bytes("fuzz.md", s, len, &plain);
	struct notes *b = load_bytes("fuzz.md", s, len, &whole);
	struct filter *one = filter_new(a), *other = filter_new(b);
	struct hits x = {0}, y = {0};

	filter_set_parts(one, size % 5);
	filter_begin(one, query);
	while (!filter_step(one, size % 2 ? 1 : SIZE_MAX))
		continue;
	filter_take(one, &x);
	filter_run(other, query, &y);
	FUZZ_CHECK(x.n == y.n);
	for (size_t i = 0; i < x.n; i++) {
		FUZZ_CHECK(x.hit[i].talk == y.hit[i].talk);
		FUZZ_CHECK(x.hit[i].score == y.hit[i].score);
		FUZZ_CHECK(x.hit[i].field == y.hit[i].field);
		FUZZ_CHECK(x.hit[i].in_body == y.hit[i].in_body);
		/* What was found in the notes is found in a block. */
		FUZZ_CHECK(!x.hit[i].in_body ||
		    filter_block(query, a, &a->talks[x.hit[i].talk]).block);
		check_ranges(query, &a->talks[x.hit[i].talk]);
	}
	check_sieve(query, s, len, a, &x);
	hits_free(&x);
	hits_free(&y);
	filter_free(one);
	filter_free(other);
	notes_free(a);
	notes_free(b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	const char *nl = size > 0 ? memchr(s, '\n', size) : NULL;
	size_t len = nl ? (size_t)(nl - s) : size;
	struct arena *arena = arena_new();
	struct query query = {0};

	query_parse(&query, text_clean(arena, s, len, NULL));
	check_query(&query);
	if (nl && len + 1 < size)
		check_hits(&query, nl + 1, size - len - 1, size);
	else
		check_hits(&query, document, strlen(document), size);
	query_free(&query);
	arena_free(arena);
	return 0;
}
