/*
 * Text: whatever comes in, what comes out is clean; folding, clusters and
 * wrapping cover every byte and move on.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/text tests/data/load";

static void
check_fold(struct arena *arena, const char *s, size_t len)
{
	size_t n, again, i;
	uint32_t *map;
	char *folded = text_fold_map(arena, s, len, false, &n, &map);

	FUZZ_CHECK(strlen(folded) == n && text_is_clean(folded, n));
	FUZZ_CHECK(map[n] == len);
	for (i = 0; i < n; i++)
		FUZZ_CHECK(map[i] <= map[i + 1] && map[i] < len);
	FUZZ_CHECK(strcmp(folded, text_fold(arena, s, len, NULL)) == 0);
	/* What is folded stays as it is. */
	FUZZ_CHECK(strcmp(folded, text_fold(arena, folded, n, &again)) == 0);
}

static void
check_clusters(const char *s, size_t len)
{
	size_t at = 0, back;

	while (at < len) {
		size_t n = text_next(s + at, len - at);

		FUZZ_CHECK(n > 0 && n <= len - at);
		at += n;
	}
	for (back = len; back > 0;) {
		size_t n = text_prev(s, back);

		FUZZ_CHECK(n > 0 && n <= back);
		back -= n;
	}
}

static void
check_wrap(const char *s, size_t len, int columns)
{
	for (size_t at = 0; at < len;) {
		size_t shown, first = text_next(s + at, len - at);
		size_t n = text_wrap(s + at, len - at, columns, &shown);

		FUZZ_CHECK(n > 0 && n <= len - at && shown <= n);
		/* Only a single cluster may be wider than the row. */
		FUZZ_CHECK(
		    shown <= first || text_width(s + at, shown) <= columns);
		at += n;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	size_t len, n;
	int width;
	char *s = text_clean(arena, (const char *)data, size, &len);

	FUZZ_CHECK(strlen(s) == len && text_is_clean(s, len));
	check_fold(arena, s, len);

	char *line = text_squeeze(arena, s, len);

	len = strlen(line);
	FUZZ_CHECK(!strstr(line, "  ") && line[0] != ' ');
	check_clusters(line, len);
	check_wrap(line, len, 1 + (int)(size % 80));
	n = text_fit(line, len, (int)(size % 40), &width);
	FUZZ_CHECK(n <= len && width <= (int)(size % 40));
	FUZZ_CHECK(width == text_width(line, n));
	arena_free(arena);
	return 0;
}
