/* config: what the settings file may say, and what is told of its mistakes. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/system/config.h"

static char path[256];

/* Reads a file that holds the `len` bytes at `text`. */
static bool
read_bytes(struct config *config, const char *text, size_t len, struct err *err)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(
	    path, sizeof(path), "%.200s/config.XXXXXX", tmp ? tmp : "/tmp");
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, len), len);
	close(fd);
	*config = (struct config){0};
	err->msg[0] = '\0';
	bool good = config_read(config, path, err);

	unlink(path);
	return good;
}

static bool
read_text(struct config *config, const char *text, struct err *err)
{
	return read_bytes(config, text, strlen(text), err);
}

static void
settings_are_read(void **state)
{
	struct config config;
	struct err err;
	char wanted[4096];

	(void)state;
	setenv("HOME", "/home/ann", 1);
	assert_true(read_text(&config,
	    "# lectern\n"
	    "\n"
	    "opener = firefox --new-tab   # at work\n"
	    "\tplayer=mpv '--title=a # b'\n"
	    "mouse = on\n"
	    "sync-file = ~/my marks.jsonl\n"
	    "color = never",
	    &err));
	snprintf(wanted, sizeof(wanted), "%s/my marks.jsonl", getenv("HOME"));
	assert_string_equal(config.sync, wanted);
	assert_string_equal(config.opener, "firefox --new-tab");
	assert_string_equal(config.player, "mpv '--title=a # b'");
	assert_true(config.mouse);
	assert_int_equal(config.color, CONFIG_NEVER);
	config_free(&config);
	assert_null(config.opener);
	assert_false(config.mouse);
}

static void
missing_file_is_an_empty_one(void **state)
{
	struct config config = {0};
	struct err err;

	(void)state;
	assert_true(config_read(&config, "/nowhere/lectern/config", &err));
	assert_true(config_read(&config, "/dev/null/config", &err));
	assert_int_equal(config.nbindings, 0);
	assert_false(config_read(&config, "/", &err));
	assert_string_equal(err.msg, "/: Is a directory");
}

static void
keys_are_bound_and_the_last_binding_of_one_counts(void **state)
{
	static const struct {
		const char *key, *command;
		int line;
	} want[] = {{"x", "next-talk", 4}, {"#", "tracks", 2},
	    {"^F", "filter don't", 3}};
	struct config config;
	struct err err;

	(void)state;
	assert_true(read_text(&config,
	    "bind x none\n"
	    "bind # tracks # a comment\n"
	    "  bind\t^F \t filter don't  # that's all\r\n"
	    "bind x next-talk\n",
	    &err));
	assert_int_equal(config.nbindings, 3);
	for (size_t i = 0; i < config.nbindings; i++) {
		assert_string_equal(config.bindings[i].key, want[i].key);
		assert_string_equal(
		    config.bindings[i].command, want[i].command);
		assert_int_equal(config.bindings[i].line, want[i].line);
	}
	config_free(&config);
}

static void
mistake_is_told_with_file_and_line(void **state)
{
	static const struct {
		const char *line, *message;
	} cases[] = {
	    {"moose = on",
		"no setting is called \"moose\" (there are opener, "
		"player, lead, play-again, copier, mouse, color, theme, "
		"history, "
		"sync-file, "
		"bind, view, source, library, transcripts)"},
	    {"mouse = yes", "mouse is on or off, not \"yes\""},
	    {"theme = red",
		"theme is auto, dark, light, mono or contrast, not "
		"\"red\""},
	    {"color match", "color lacks an element or its color"},
	    {"color = red", "color is auto, always or never, not \"red\""},
	    {"mouse =", "mouse has no value"},
	    {"mouse = # on", "mouse has no value"},
	    {"opener = ' '", NULL},
	    {"opener = \"a", "\"a: a quote is not closed"},
	    {"bind", "bind lacks a key and a command"},
	    {"bind x", "bind x lacks a command"},
	    {"bind x # y", "bind x lacks a command"},
	    {"mouse on",
		"\"mouse on\" is neither \"name = value\" nor "
		"\"bind KEY COMMAND\" nor \"view NAME QUERY\""},
	    {"sync-file = marks.jsonl",
		"sync-file wants a path that begins with / or ~/, not "
		"\"marks.jsonl\""},
	    {"binds = x",
		"no setting is called \"binds\" (there are opener, "
		"player, lead, play-again, copier, mouse, color, theme, "
		"history, "
		"sync-file, "
		"bind, view, source, library, transcripts)"},
	};
	struct config config;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[256], want[1024];

		snprintf(text, sizeof(text), "mouse = on\n%s\ncolor = never\n",
		    cases[i].line);
		if (!cases[i].message) {
			assert_true(read_text(&config, text, &err));
			config_free(&config);
			continue;
		}
		assert_false(read_text(&config, text, &err));
		snprintf(
		    want, sizeof(want), "%s:2: %s", path, cases[i].message);
		assert_string_equal(err.msg, want);
		/* What stands before and after the mistake holds. */
		assert_true(config.mouse);
		assert_int_equal(config.color, CONFIG_NEVER);
		assert_int_equal(config.nfaults, 1);
		config_free(&config);
	}
}

static void
views_and_keys_have_a_bound(void **state)
{
	char *text = malloc(100000), *end = text;
	struct config config;
	struct err err;

	(void)state;
	for (int i = 0; i < 1000; i++)
		end += sprintf(end, "view v%d q\nbind k%d quit\n", i, i);
	assert_true(read_text(&config, text, &err));
	assert_int_equal(config.nviews, 1000);
	assert_int_equal(config.nbindings, 1000);
	config_free(&config);
	strcpy(end, "view v q\n");
	assert_false(read_text(&config, text, &err));
	assert_non_null(strstr(err.msg, ":2001: more than 1000 views"));
	config_free(&config);
	strcpy(end, "bind k quit\n");
	assert_false(read_text(&config, text, &err));
	assert_non_null(
	    strstr(err.msg, ":2001: more than 1000 keys are bound"));
	config_free(&config);
	free(text);
}

static void
values_are_clean_and_hostile_bytes_harmless(void **state)
{
	static const char text[] = "\xEF\xBB\xBFopener = a\033[2Jb\xFF\0c\r\n"
				   "player = m\xC2\x9Bpv\r\n";
	struct config config;
	struct err err;

	(void)state;
	assert_true(read_bytes(&config, text, sizeof(text) - 1, &err));
	assert_string_equal(config.opener,
	    "a[2Jb\xEF\xBF\xBD"
	    "c");
	assert_string_equal(config.player, "mpv");
	config_free(&config);
}

static void
bindings_may_have_several_keys(void **state)
{
	struct config config;
	struct err err;

	(void)state;
	assert_true(read_text(&config,
	    "bind g g top\nbind g G bottom # last\nbind  Space  ^F x  filter a "
	    "b\n"
	    "bind g g seen\nbind x Moo\n",
	    &err));
	assert_int_equal(config.nbindings, 4);
	assert_string_equal(config.bindings[0].key, "g g");
	assert_string_equal(config.bindings[0].command, "seen");
	assert_string_equal(config.bindings[1].key, "g G");
	assert_string_equal(config.bindings[1].command, "bottom");
	assert_string_equal(config.bindings[2].key, "Space ^F x");
	assert_string_equal(config.bindings[2].command, "filter a b");
	/* What is no command's name may be a mistyped one. */
	assert_string_equal(config.bindings[3].key, "x");
	assert_string_equal(config.bindings[3].command, "Moo");
	config_free(&config);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(settings_are_read),
	    cmocka_unit_test(missing_file_is_an_empty_one),
	    cmocka_unit_test(keys_are_bound_and_the_last_binding_of_one_counts),
	    cmocka_unit_test(mistake_is_told_with_file_and_line),
	    cmocka_unit_test(views_and_keys_have_a_bound),
	    cmocka_unit_test(values_are_clean_and_hostile_bytes_harmless),
	    cmocka_unit_test(bindings_may_have_several_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
