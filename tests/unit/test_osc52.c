#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "ui/osc52.h"

static void
text_is_encoded(void **state)
{
	/* Vectors of RFC 4648, section 10. */
	static const char *const cases[][2] = {{"", ""}, {"f", "Zg=="},
	    {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="},
	    {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"},
	    {"\xC3\xBC\xFF", "w7z/"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char want[64] = "\033]52;c;";
		size_t len;
		char *got = osc52_copy(cases[i][0], strlen(cases[i][0]), &len);

		strcat(strcat(want, cases[i][1]), "\a");
		assert_int_equal(len, strlen(want));
		assert_memory_equal(got, want, len);
		free(got);
	}
}

static void
what_is_too_long_is_refused(void **state)
{
	char *text = calloc(OSC52_MOST + 1, 1);
	size_t len;
	char *got = osc52_copy(text, OSC52_MOST, &len);

	(void)state;
	assert_non_null(got);
	free(got);
	assert_null(osc52_copy(text, OSC52_MOST + 1, &len));
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_is_encoded),
	    cmocka_unit_test(what_is_too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
