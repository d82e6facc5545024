/* name: where a heading's title ends and its speakers begin. */
#include "unit.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "source/byline.h"

static void
headings_part_at_the_last_dash(void **state)
{
	/* heading, title, speakers joined by | */
	static const char *const cases[][3] = {
	    {"Patchwork CI - Ada Lovelace", "Patchwork CI", "Ada Lovelace"},
	    {"A - B - Ada Lovelace", "A - B", "Ada Lovelace"},
	    {"Title – Ada", "Title", "Ada"},
	    {"Title — Ada", "Title", "Ada"},
	    {"Title - Ada L., Alan T. & Grace H. and Tim B.", "Title",
		"Ada L.|Alan T.|Grace H.|Tim B."},
	    {"Title cut short...- Ada Lovelace", "Title cut short...",
		"Ada Lovelace"},
	    {"Title -Ada Lovelace", "Title", "Ada Lovelace"},
	    {"No speaker here", "No speaker here", ""},
	    {"Real-Time on x86-64", "Real-Time on x86-64", ""},
	    {"Is it pre- Or post-merge?", "Is it pre- Or post-merge?", ""},
	    {"Linux 6- 2023 review", "Linux 6- 2023 review", ""},
	    {"Why -", "Why -", ""},
	    {"", "", ""},
	    {"- Ada", "- Ada", ""},
	    {"Töne - Björn Töpel", "Töne", "Björn Töpel"},
	    {"漢字 -山田太郎", "漢字", "山田太郎"},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct byline name = byline_part(arena, cases[i][0]);
		char got[200] = "";

		for (size_t s = 0; s < name.nspeakers; s++) {
			strcat(got, s ? "|" : "");
			strcat(got, name.speakers[s]);
		}
		assert_string_equal(name.title, cases[i][1]);
		assert_string_equal(got, cases[i][2]);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(headings_part_at_the_last_dash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
