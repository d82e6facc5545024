/* draft: a note for an editor, kept until it is taken. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/system/draft.h"

static char home[] = "/tmp/lectern-draft.XXXXXX";
static const struct draft_talk talk = {"yt:A", "Compost", "https://x.example"};

static int
setup(void **state)
{
	(void)state;
	return !mkdtemp(home) || setenv("XDG_STATE_HOME", home, 1) != 0;
}

static int
teardown(void **state)
{
	char path[64];

	(void)state;
	snprintf(path, sizeof(path), "%s/lectern/drafts", home);
	rmdir(path);
	snprintf(path, sizeof(path), "%s/lectern", home);
	rmdir(path);
	/* Nothing else is left. */
	return rmdir(home);
}

static void
write_text(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void
assert_reads(const struct draft *draft, const char *text)
{
	struct err err;
	char *now = draft_read(draft, &err);

	assert_non_null(now);
	assert_string_equal(now, text);
	free(now);
}

static void
what_is_told_of_the_talk_is_no_part_of_the_note(void **state)
{
	struct draft draft;
	struct stat st;
	struct err err;

	(void)state;
	assert_true(draft_make(&draft, &talk, "Old.", &err));
	assert_int_equal(stat(draft.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(draft.line, 4);
	assert_reads(&draft, "Old.\n");
	write_text(draft.path,
	    "<!-- lectern: Compost -->\n\n\n# Head\n\n<!-- mine -->\n"
	    "<!-- lectern: https://x.example -->\nEnd");
	assert_reads(&draft, "# Head\n\n<!-- mine -->\nEnd");
	write_text(draft.path, "<!-- lectern: Compost -->");
	assert_reads(&draft, "");
	/* What the reader writes is theirs, however it looks. */
	write_text(draft.path,
	    "<!-- lectern: Compost -->\n<!-- lectern: link=qa -->\nEnd\n");
	assert_reads(&draft, "<!-- lectern: link=qa -->\nEnd\n");
	write_text(draft.path,
	    "<!-- lectern: Compost -->\n<!-- lectern: https://x.example -->\n\n"
	    "Mine\n<!-- lectern: link=qa -->\n");
	draft_keep(&draft);
	assert_true(draft_find(&draft, "yt:A"));
	assert_reads(&draft, "Mine\n<!-- lectern: link=qa -->\n");
	draft_drop(&draft);
}

static void
what_was_left_behind_is_found_until_it_is_dropped(void **state)
{
	struct draft draft;
	struct err err;
	size_t n;
	char **keys;

	(void)state;
	assert_true(draft_make(&draft, &talk, "Old.", &err));
	/* In use, also by an editor that has inherited the lock. */
	int inherited = dup(draft.lock);

	draft_keep(&draft);
	assert_false(draft_find(&draft, "yt:A"));
	close(inherited);

	assert_false(draft_find(&draft, "yt:B"));
	keys = draft_keys(&n);
	assert_int_equal(n, 1);
	assert_string_equal(keys[0], "yt:A");
	free(keys[0]);
	free(keys);
	assert_true(draft_find(&draft, "yt:A"));
	assert_string_equal(draft.before, "Old.");
	assert_false(draft_has_more(&draft));

	char *swap = malloc(strlen(draft.folder) + 20);

	sprintf(swap, "%s/.note.md.swp", draft.folder);
	write_text(swap, "unsaved");
	free(swap);
	assert_true(draft_has_more(&draft));
	draft_drop(&draft);
	assert_false(draft_find(&draft, "yt:A"));
}

static void
without_a_folder_for_state_it_stands_below_tmpdir(void **state)
{
	struct draft draft;
	struct err err;

	(void)state;
	setenv("XDG_STATE_HOME", "/dev/null", 1);
	setenv("TMPDIR", home, 1);
	assert_true(draft_make(&draft, &talk, "", &err));
	assert_memory_equal(draft.path, home, strlen(home));
	draft_drop(&draft);
	unsetenv("TMPDIR");
	setenv("XDG_STATE_HOME", home, 1);
}

static void
a_line_is_added_where_the_editor_begins(void **state)
{
	static const struct {
		const char *before, *after;
		unsigned line;
	} cases[] = {
	    {"", "- [0:07] \n", 4},
	    {"Soup", "Soup\n\n- [0:07] \n", 6},
	    {"- [0:05] bread", "- [0:05] bread\n- [0:07] \n", 5},
	    {"- bread\n\nmore", "- bread\n\nmore\n\n- [0:07] \n", 8},
	};
	struct draft draft;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_true(draft_make(&draft, &talk, cases[i].before, &err));
		assert_true(draft_add(&draft, "- [0:07] ", &err));
		assert_reads(&draft, cases[i].after);
		assert_int_equal(draft.line, cases[i].line);
		draft_drop(&draft);
	}
	/* What an editor left may lack the line feed at its end. */
	assert_true(draft_make(&draft, &talk, "", &err));
	write_text(draft.path, "Soup");
	assert_true(draft_add(&draft, "- [0:07] ", &err));
	assert_reads(&draft, "Soup\n\n- [0:07] \n");
	draft_drop(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_line_is_added_where_the_editor_begins),
	    cmocka_unit_test(what_is_told_of_the_talk_is_no_part_of_the_note),
	    cmocka_unit_test(what_was_left_behind_is_found_until_it_is_dropped),
	    cmocka_unit_test(without_a_folder_for_state_it_stands_below_tmpdir),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
