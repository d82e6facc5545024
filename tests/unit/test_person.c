/* person: which names are of the same person. */
#include "unit.h"

#include "lectern/base/arena.h"
#include "lectern/model/person.h"

static void
a_name_is_known_by_its_first_and_last_word(void **state)
{
	static const struct {
		const char *name, *key;
	} cases[] = {
	    {"Zoë Quinn", "zoe quinn"},
	    {"ZOE QUINN", "zoe quinn"},
	    {"Zoë M. Quinn", "zoe quinn"},
	    {"Zoë Maria Quinn", "zoe quinn"},
	    {"Quinn, Zoë", "zoe quinn"},
	    {"Quinn, Zoë M.", "zoe quinn"},
	    {"Zoë \"Kelp\" Quinn", "zoe quinn"},
	    {"  Zoë  Quinn  ", "zoe quinn"},
	    {"Zoë Östlund-Quinn", "zoe ostlund-quinn"},
	    {"Z. Quinn", "z quinn"},
	    {"Bo O'Quinn", "bo o'quinn"},
	    {"Zoë", "zoe"},
	    {"山田太郎", "山田太郎"},
	    {"", ""},
	    {".", ""},
	    {",", ""},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
		    person_key(arena, cases[i].name), cases[i].key);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_name_is_known_by_its_first_and_last_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
