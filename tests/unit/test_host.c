#include "unit.h"

#include <locale.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/model/host.h"

static void
hosts_are_told_where_the_url_may_mislead(void **state)
{
	static const struct {
		const char *url, *host; /* NULL: it is plain */
	} cases[] = {
	    {"https://www.youtube.com/watch?v=AAAAAAAAAAA", NULL},
	    {"https://example.org:8080/a@b?c@d#e@f", NULL},
	    {"https://xn--mnchen-3ya.example/", NULL},
	    {"https://example.org/тест", NULL},
	    {"http://[::1]:80/x", NULL},
	    {"mailto:a@example.org", NULL},
	    /* What stands before the last @ is a name to log in by. */
	    {"https://www.youtube.com@evil.example/watch", "evil.example"},
	    {"https://www.youtube.com%2Fwatch@EVIL.example:443",
		"evil.example"},
	    {"http://a@b:c@d.example?x", "d.example"},
	    {"https://u@[::1]:80/", "[::1]"},
	    {"https://u@xn--pple-43d.com/", "xn--pple-43d.com"},
	    /* Letters that look like others. */
	    {"https://\u0430pple.com/", "xn--pple-43d.com"},
	    {"https://\u0430\u0440\u0440\u04CF\u0435.com",
		"xn--80ak6aa92e.com"},
	    {"https://m\u00FCnchen.example/", "xn--mnchen-3ya.example"},
	    {"https://M\u00DCNCHEN.example/", "xn--mnchen-3ya.example"},
	    {"https://fa\u00DF.de", "xn--fa-hia.de"},
	    {"https://\u4F8B\u3048.\u30C6\u30B9\u30C8/x",
		"xn--r8jz45g.xn--zckzah"},
	    {"https://\u4F8B\u3048\u3002\u30C6\u30B9\u30C8/x",
		"xn--r8jz45g.xn--zckzah"},
	    /* Forms that browsers take for plain letters. */
	    {"https://ex\uFF41mple\uFF0Eorg/", "example.org"},
	    {"https://ex%61mple.org/", "example.org"},
	    {"https://%D0%B0pple.com/", "xn--pple-43d.com"},
	    /* Samples of RFC 3492, section 7.1. */
	    {"http://\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587",
		"xn--ihqwcrb4cv8a8dqg056pqjye"},
	    {"http://pro\u010Dprost\u011Bnemluv\u00ED\u010Desky",
		"xn--proprostnemluvesky-uyb24dma41a"},
	    {"http://3\u5E74b\u7D44\u91D1\u516B\u5148\u751F",
		"xn--3b-ww4c5e180e575a65lsy2b"},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *host = host_hidden(arena, cases[i].url);

		if (!cases[i].host && host)
			fail_msg("%s: %s", cases[i].url, host);
		if (cases[i].host && !host)
			fail_msg("%s: nothing", cases[i].url);
		if (host)
			assert_string_equal(host, cases[i].host);
	}
	arena_free(arena);
}

static void
hosts_of_any_length_are_bounded(void **state)
{
	static char url[200000] = "https://";
	struct arena *arena = arena_new();

	(void)state;
	for (size_t n = 8; n + 3 < sizeof(url); n += 2)
		memcpy(url + n, "\u0430", 2);
	assert_true(strlen(host_hidden(arena, url)) < 10000);
	for (size_t n = 8; n + 3 < sizeof(url); n += 2)
		memcpy(url + n, "@.", 2);
	assert_non_null(host_hidden(arena, url));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(hosts_are_told_where_the_url_may_mislead),
	    cmocka_unit_test(hosts_of_any_length_are_bounded),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
