/*
 * Queries: any text is a query; its terms are in order, in groups; where it
 * matches are whole characters of a text; a letter more, and what is said to
 * narrow narrows.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/query.h"

#define MOST 32

const char fuzz_corpus[] = "tests/fuzz/corpus/filter";

static const char shown[] = "Ørsted's \"page fault\" ﬁne — 植物の声 naïve "
			    "e\xCC\x81, (riscv) 👩‍👩";

static void
check_terms(const struct query *query)
{
	for (size_t i = 0; i < query->nterms; i++) {
		const struct term *term = &query->terms[i];
		uint32_t before = i > 0 ? query->terms[i - 1].group : 0;

		FUZZ_CHECK(term->group == before ||
		    (i > 0 && term->group == before + 1));
		FUZZ_CHECK(term->len > 0 || term->state != STATE_NONE);
		FUZZ_CHECK(
		    term->len == 0 || text_is_clean(term->text, term->len));
	}
}

static void
check_ranges(const struct query *query, enum field field)
{
	struct range ranges[MOST];
	size_t len = sizeof(shown) - 1;
	size_t n = query_ranges(query, field, shown, len, ranges, MOST);
	uint32_t end = 0;

	FUZZ_CHECK(n <= MOST);
	for (size_t i = 0; i < n; i++) {
		FUZZ_CHECK(ranges[i].start >= end);
		FUZZ_CHECK(ranges[i].end > ranges[i].start);
		FUZZ_CHECK(ranges[i].end <= len);
		end = ranges[i].end;
		FUZZ_CHECK(
		    ((unsigned char)shown[ranges[i].start] & 0xC0) != 0x80);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct query query = {0}, again = {0};
	char *text = text_clean(arena, (const char *)data, size, NULL);

	query_parse(&query, text);
	check_terms(&query);
	FUZZ_CHECK(strcmp(query.text, text) == 0);
	check_ranges(&query, FIELD_TITLE);
	check_ranges(&query, FIELD_BODY);
	/* Into one that was in use, and the same comes out. */
	query_parse(&again, "another \"query");
	query_parse(&again, text);
	check_terms(&again);
	FUZZ_CHECK(again.nterms == query.nterms);
	if (query.nterms > 0)
		FUZZ_CHECK(query_narrows(&again, &query));
	query_free(&query);
	query_free(&again);
	arena_free(arena);
	return 0;
}
