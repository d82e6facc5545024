/*
 * Joining: of whatever titles and people, no talk is joined twice, and what is
 * joined is there.  The bytes are lines, "title<TAB>people", for either side in
 * turn.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/byline.h"
#include "source/join_match.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/join";

#define MOST 64

struct lines {
	struct talk talk[MOST];
	const struct talk *list[MOST];
	size_t n;
};

static void
add_line(struct arena *arena, struct lines *lines, char *line)
{
	struct talk *talk = &lines->talk[lines->n];
	char *tab = strchr(line, '\t');
	size_t n = 0;

	*talk = (struct talk){
	    .title = text_squeeze(arena, line, strcspn(line, "\t"))};
	if (tab)
		talk->speakers = byline_list(
		    arena, text_squeeze(arena, tab + 1, strlen(tab + 1)), &n);
	talk->nspeakers = (uint32_t)n;
	lines->list[lines->n++] = talk;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct lines lines[2];
	struct arena *arena = arena_new();
	char *text = text_clean(arena, (const char *)data, size, NULL), *line;
	struct join_pair pairs[MOST];
	struct join_guess guesses[MOST];
	bool taken[MOST] = {false};
	size_t sure;

	lines[0].n = lines[1].n = 0;
	for (int i = 0; (line = strsep(&text, "\n")); i++) {
		if (lines[i % 2].n < MOST)
			add_line(arena, &lines[i % 2], line);
	}
	const struct talk *const *const sides[2] = {
	    lines[0].list, lines[1].list};
	const size_t n[2] = {lines[0].n, lines[1].n};

	/* Of every other input something is settled. */
	const struct join_settled settled[] = {{0, 0, true}, {1, 1, false}};
	const bool any = size % 2 > 0 && n[0] > 1 && n[1] > 1;
	const struct join_known known = {
	    true, 0, settled, any ? 2 : 0, "Tide Days"};

	sure = join_match(sides, n, &known, pairs, guesses);
	FUZZ_CHECK(!any || (pairs[0].other == 0 && pairs[1].other != 1));
	sure -= any;
	for (size_t i = 0; i < n[0]; i++) {
		uint32_t other = pairs[i].other;

		FUZZ_CHECK(
		    (other == JOIN_MATCH_NONE) == (pairs[i].why == JOIN_LEFT));
		if (other == JOIN_MATCH_NONE)
			continue;
		FUZZ_CHECK(other < n[1] && !taken[other]);
		taken[other] = true;
		sure -= sure > 0 && pairs[i].why <= JOIN_WITHIN;
	}
	FUZZ_CHECK(sure == 0);
	for (size_t i = 0; i < n[1]; i++) {
		uint32_t other = guesses[i].other;

		FUZZ_CHECK(other == JOIN_MATCH_NONE ||
		    (other < n[0] && !taken[i] && pairs[other].why == 0));
	}
	arena_free(arena);
	return 0;
}
