/*
 * A document written in plain Markdown in parts is the same as in one, no matter
 * what is open where one part ends.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "source/markdown/notation.h"

/* xorshift, so that each run tries the same. */
static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* Compares what parts make of a document; NULL: as one part does. */
static void
expect_in_parts(const char *s, const char *expected)
{
	static const size_t parts[] = {2, 3, 7, PARALLEL_MOST};
	size_t len = strlen(s), one_len = 0, other_len = 0;
	char *one = notation_plain(s, len, NULL, 1, &one_len);

	if (expected)
		assert_string_equal(one, expected);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		char *other = notation_plain(
		    s, len, NULL, parts[i], &other_len);

		assert_int_equal(other == NULL, one == NULL);
		if (one) {
			assert_int_equal(other_len, one_len);
			/* With the NUL behind it. */
			assert_memory_equal(other, one, one_len + 1);
		}
		free(other);
	}
	free(one);
}

/* So that it ends in a part after that in which it begins. */
#define LINES "==a==\n==b==\n==c==\n==d==\n==e==\n==f==\n==g==\n==h==\n"
#define PLAIN "a\nb\nc\nd\ne\nf\ng\nh\n"

static void
what_is_open_reads_on_in_the_next_part(void **state)
{
	(void)state;
	expect_in_parts(LINES "```\n" LINES "```\n" LINES,
	    PLAIN "```\n" LINES "```\n" PLAIN);
	expect_in_parts(LINES "~~~~\n" LINES "~~~\n" LINES "~~~~\n" LINES,
	    PLAIN "~~~~\n" LINES "~~~\n" LINES "~~~~\n" PLAIN);
	expect_in_parts("{% highlight c %}\n" LINES
			"{% endhighlight %}\n" LINES,
	    "~~~~~\n" LINES "~~~~~\n" PLAIN);
	expect_in_parts(LINES "<!--\n" LINES "-->\n" LINES,
	    PLAIN "<!--\n" LINES "-->\n" PLAIN);
	expect_in_parts(LINES "<pre>\n" LINES "\n" LINES "</pre>\n" LINES,
	    PLAIN "<pre>\n" LINES "\n" LINES "</pre>\n" PLAIN);
	expect_in_parts(LINES "{/*\n" LINES "*/}\n" LINES,
	    PLAIN "<!--\n" LINES "-->\n" PLAIN);
	/* To the document's end. */
	expect_in_parts(
	    LINES "```\n" LINES LINES LINES, PLAIN "```\n" LINES LINES LINES);
}

static void
a_note_apart_goes_on_in_the_next_part(void **state)
{
	(void)state;
	expect_in_parts("!!! tip\n"
			"    one\n\n    two\n\n    three\n\n    four\n\n"
			"    five\n\nsix\n\n    seven\n",
	    "**Tip:**\n"
	    "one\n\ntwo\n\nthree\n\nfour\n\n"
	    "five\n\nsix\n\n    seven\n");
}

static void
documents_without_a_form_stay(void **state)
{
	(void)state;
	expect_in_parts("", NULL);
	expect_in_parts("\n", NULL);
	expect_in_parts("# A\n\nb\n\n# C\n\nd", NULL);
}

static void
any_document_reads_the_same_in_parts(void **state)
{
	static const char *const lines[] = {"", "", "## Talk - Ann Bo",
	    "- words", "    words", "\twords", "==marked== words", "~~struck~~",
	    "[[Note]]", "[[Note|words]]", "words ^block", ":star: words",
	    "key:: value", "- [^1] words", "```", "```c", "~~~", "~~~~",
	    "- ```", "<!--", "-->", "<!-- words -->", "<pre>", "</pre>",
	    "<div>", "</div>", "<?php", "?>", "%%", "%% words", "words %%",
	    "%%words%% words", "{/*", "*/}", "{/* words */}",
	    "{% highlight c %}", "{% endhighlight %}", "!!! note",
	    "!!! tip \"Words\"", "??? note", ":::note",
	    ":::", "> [!note] Words", "> words", "import A from 'b'"};
	char text[2048];
	uint32_t random = 5;

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(400); round++) {
		size_t n = next_random(&random) % 60, len = 0;

		text[0] = '\0';
		for (size_t i = 0; i < n; i++)
			len += (size_t)snprintf(text + len, sizeof(text) - len,
			    "%s%s",
			    lines[next_random(&random) %
				(sizeof(lines) / sizeof(*lines))],
			    i + 1 < n || n % 2 ? "\n" : "");
		expect_in_parts(text, NULL);
	}
}

/* A file is looked for so many times and no more, counted over all parts. */
static void
notes_are_looked_for_as_often_in_parts(void **state)
{
	size_t len = 0, one_len = 0, other_len = 0, most = 3000;
	char *text = mem_alloc(most, sizeof("[[n]]\n[[m]]\n")), *one, *other;
	char path[] = "/tmp/lectern-notation-XXXXXX", name[64], beside[64];
	FILE *file;

	(void)state;
	assert_non_null(mkdtemp(path));
	snprintf(name, sizeof(name), "%s/a.md", path);
	snprintf(beside, sizeof(beside), "%s/n.md", path);
	file = fopen(beside, "w");
	assert_non_null(file);
	fclose(file);
	for (size_t i = 0; i < most; i++)
		len += (size_t)sprintf(text + len, "[[n]]\n[[m]]\n");
	one = notation_plain(text, len, name, 1, &one_len);
	assert_memory_equal(one, "[n](<n.md>)\nm\n", 14);
	assert_string_equal(one + one_len - 4, "n\nm\n");
	for (size_t parts = 2; parts <= 6; parts += 2) {
		other = notation_plain(text, len, name, parts, &other_len);
		assert_int_equal(other_len, one_len);
		assert_memory_equal(other, one, one_len);
		free(other);
	}
	free(one);
	free(text);
	remove(beside);
	remove(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_open_reads_on_in_the_next_part),
	    cmocka_unit_test(a_note_apart_goes_on_in_the_next_part),
	    cmocka_unit_test(documents_without_a_form_stay),
	    cmocka_unit_test(any_document_reads_the_same_in_parts),
	    cmocka_unit_test(notes_are_looked_for_as_often_in_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
