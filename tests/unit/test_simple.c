/*
 * simple: text that is parsed without libcmark gives the nodes that it gives.
 * Texts are made of lines with a fixed seed.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lectern/base/arena.h"
#include "source/markdown/markdown.h"
#include "source/markdown/references.h"
#include "source/markdown/sections.h"
#include "source/markdown/simple.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))
#define TEXTS    UNIT_ROUNDS(60000)
#define MOST     10 /* lines of a text */

static const char *const begins[] = {"", "", "* ", "* ", "- ", "+ ", "  * ",
    "  - ", " * ", "    * ", "   - ", "\t* ", " \t+ ", "      - ", "  ", "> ",
    "1. ", "*  ", "-\t", "| "};

static const char *const words[] = {"words", "more words ", "\xd0\x94\xd0\xb0",
    "[a b](https://x.example/c_d)", "[a](/b) c [d](e)", "[ a ](u) b", "[](u)",
    "[a]", "[a]: /u", "[a] (b)", "[a](b c)", "![a](b)", "a ![a](b) c",
    "**a** b", "a *b* c", "a_b_c", "_a_", "`a` b", "a `b", "a\\", "a \\| b",
    "`a \\| b`", "a &amp; b", "a & b", "<https://x.example>", "a <b> c",
    "a <!-- b", "www.x.example", "https://x.example/a", "- a", "1. a", "1986 a",
    "--", "a #", "# a", "(a)", "\"a\"", "'a'", "$a", "@a", "***", "* * *",
    "===", "---", "a  b", "a\tb", "a\302\240b", "\xc2\xa0", "[x] a", "[ ] a",
    "|---|---|", "| a | b |", "|-|", "| [a](b) | c", "|a|b|c|", "a | b",
    "| `a` | *b* |", "|||", "", "", "", "a!", "[a!b](u)", "[a *b*](u)",
    "[a](u) *b*", "[a](<u>)", "[a](u \"t\")", "[\xc2\xa0](u)"};

/* Lines that are simple wherever they stand, if what is around them is. */
static const char *const plain[] = {"", "", "* words", "- more [a](u) words",
    "* *a* `b`", "  - below", "\t* below", "+ other",
    "\n| a | b |\n|---|---|\n| [a](u) | *b* |\n| c |\n", "\nA line\n"};

static uint32_t
draw(uint64_t *seed, size_t n)
{
	*seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
	return (uint32_t)((*seed >> 33) % n);
}

static size_t
make(char *text, size_t size, uint64_t *seed)
{
	size_t len = 0, lines = 1 + draw(seed, MOST);

	for (size_t i = 0; i < lines; i++) {
		bool any = draw(seed, 8) == 0;

		len += (size_t)snprintf(text + len, size - len, "%s%s%s",
		    any ? begins[draw(seed, COUNT(begins))] : "",
		    any ? words[draw(seed, COUNT(words))]
			: plain[draw(seed, COUNT(plain))],
		    i + 1 < lines || draw(seed, 2) ? "\n" : "");
	}
	return len;
}

static bool
same_line(const struct line *a, const struct line *b)
{
	if (a->len != b->len || strcmp(a->text, b->text) != 0 ||
	    a->first != b->first || a->nspans != b->nspans ||
	    memcmp(a->breaks, b->breaks, sizeof(a->breaks)) != 0)
		return false;
	for (uint32_t i = 0; i < a->nspans; i++) {
		const struct span *x = &a->spans[i], *y = &b->spans[i];

		if (x->start != y->start || x->end != y->end ||
		    x->style != y->style || !x->url != !y->url ||
		    (x->url && strcmp(x->url, y->url) != 0))
			return false;
	}
	return true;
}

static bool
same_nodes(const struct markdown *a, const struct markdown *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct md_node *x = &a->node[i], *y = &b->node[i];

		if (x->kind != y->kind || x->end != y->end ||
		    x->parent != y->parent || x->row != y->row ||
		    x->level != y->level || !same_line(&x->text, &y->text))
			return false;
	}
	return true;
}

/*
 * Adds the node of a document, and those of its text if that is simple; lines may
 * stay in `own`, or that is NULL.
 */
static bool
parse_in(struct markdown *md, struct arena *arena, const char *text, size_t len,
    char *own)
{
	const struct md_node document = {.text = {.text = ""}, .row = 1};
	bool simple;

	*md = (struct markdown){0};
	sections_add(md, &document);
	simple = simple_parse(md, arena, text, len, 0, own);
	md->node[0].end = (uint32_t)md->n;
	return simple;
}

static bool
parse(struct markdown *md, struct arena *arena, const char *text, size_t len)
{
	return parse_in(md, arena, text, len, NULL);
}

/* The same where lines stay: these, or what was not simple, are as they were. */
static void
assert_lines_stay(const struct markdown *md, const char *text, size_t len)
{
	struct arena *arena = arena_new();
	char *own = arena_dup(arena, text, len);
	struct markdown stays;
	bool simple;

	simple = parse_in(&stays, arena, own, len, own);
	assert_true(same_nodes(&stays, md));
	if (simple)
		simple_put_back(own, len);
	assert_memory_equal(own, text, len);
	markdown_free(&stays);
	arena_free(arena);
}

static void
what_is_simple_reads_the_same(void **state)
{
	uint64_t seed = 16;
	unsigned simple = 0, lists = 0, tables = 0;

	(void)state;
	for (unsigned i = 0; i < TEXTS; i++) {
		struct arena *arena = arena_new();
		struct markdown md, sure;
		char text[2048];
		size_t len = make(text, sizeof(text), &seed);

		if (parse(&md, arena, text, len)) {
			markdown_parse(&sure, arena, text, len, NULL);
			if (!same_nodes(&md, &sure))
				fail_msg("differs:\n%.*s", (int)len, text);
			simple++;
			for (size_t k = 0; k < md.n; k++) {
				lists += md.node[k].kind == MD_LIST;
				tables += md.node[k].kind == MD_TABLE;
			}
			markdown_free(&sure);
		} else {
			assert_int_equal(md.n, 1);
		}
		assert_lines_stay(&md, text, len);
		markdown_free(&md);
		arena_free(arena);
	}
	assert_true(simple > TEXTS / 20);
	assert_true(lists > TEXTS / 40);
	assert_true(tables > TEXTS / 1000);
}

static void
lists_and_tables_are_simple(void **state)
{
	static const char *const texts[] = {
	    "\n- [Kelp - Ann Bo](https://x.example/1)\n"
	    "- [Tides](https://x.example/2)\n"
	    "  * words, and *more*\n\t+ deeper\n- `code` first\n\n",
	    "| Talk | Video |\n|---|---|\n| Kelp | [a](/v) |\n| **B** | |\n",
	    "Single line\n\n* item\n\nAnother one\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena *arena = arena_new();
		struct markdown md, sure;
		size_t len = strlen(texts[i]);

		assert_true(parse(&md, arena, texts[i], len));
		markdown_parse(&sure, arena, texts[i], len, NULL);
		assert_true(same_nodes(&md, &sure));
		assert_lines_stay(&md, texts[i], len);
		markdown_free(&md);
		markdown_free(&sure);
		arena_free(arena);
	}
}

/* Neither these words nor the URLs of links are in memory twice. */
static void
words_links_and_cells_stay(void **state)
{
	static const char text[] = "Single line\n\n"
				   "- [Kelp - Ann Bo](https://x.example/1)\n"
				   "- words\n\n"
				   "| Talk | Notes |\n|---|---|\n"
				   "| [Tides](https://x.example/2) | long |\n";
	const size_t len = strlen(text);
	struct arena *arena = arena_new();
	char *own = arena_dup(arena, text, len);
	unsigned texts = 0, links = 0;
	struct markdown md;

	(void)state;
	assert_true(parse_in(&md, arena, own, len, own));
	for (size_t i = 0; i < md.n; i++) {
		const struct line *line = &md.node[i].text;

		if (line->len == 0)
			continue;
		texts++;
		assert_in_range((uintptr_t)line->text, (uintptr_t)own,
		    (uintptr_t)(own + len));
		if (line->nspans == 0)
			continue;
		links++;
		assert_in_range((uintptr_t)line->spans->url, (uintptr_t)own,
		    (uintptr_t)(own + len));
	}
	assert_int_equal(texts, 7);
	assert_int_equal(links, 2);
	markdown_free(&md);
	arena_free(arena);
}

/* What is not simple follows only after links and cells that were. */
static void
what_stayed_is_put_back(void **state)
{
	static const char *const texts[] = {
	    "- [Kelp](https://x.example/1)\n- b\n\n> quotation\n",
	    "| a | b |\n|---|---|\n| [c](/d) | e |\n\n1. number\n",
	    "words\n\nwords\n| a | b |\n",
	    "words\n\nwords\n(more)\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena *arena = arena_new();
		size_t len = strlen(texts[i]);
		char *own = arena_dup(arena, texts[i], len);
		struct markdown md;

		assert_false(parse_in(&md, arena, own, len, own));
		assert_string_equal(own, texts[i]);
		markdown_free(&md);
		arena_free(arena);
	}
}

static void
stretches_are_added_one_after_the_other(void **state)
{
	static const char before[] = "Single line\n\n",
			  list[] = "- item\n  * b\n";
	struct arena *arena = arena_new();
	struct markdown md, sure;
	char both[sizeof(before) + sizeof(list)];

	(void)state;
	snprintf(both, sizeof(both), "%s%s", before, list);
	assert_true(parse(&md, arena, before, strlen(before)));
	assert_true(simple_parse(&md, arena, list, strlen(list), 2, NULL));
	md.node[0].end = (uint32_t)md.n;
	markdown_parse(&sure, arena, both, strlen(both), NULL);
	assert_true(same_nodes(&md, &sure));
	markdown_free(&md);
	markdown_free(&sure);
	arena_free(arena);
}

/* What follows the text cannot be read: the program would end. */
static void
a_bracket_that_stays_open_is_looked_at_within_its_text(void **state)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *s = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)state;
	assert_true(s != MAP_FAILED && page > 2000);
	memset(s, 'a', page);
	assert_int_equal(mprotect(s + page, page, PROT_NONE), 0);
	s[0] = '[';
	s[page - 1] = '\n';
	for (size_t to = 900; to < 1100; to++)
		assert_int_not_equal(
		    references_look(s, page, 0, to), REFERENCES_DEFINITION);
	assert_int_equal(
	    references_look(s, page, 0, page - 1), REFERENCES_DOUBT);
	munmap(s, 2 * page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_simple_reads_the_same),
	    cmocka_unit_test(lists_and_tables_are_simple),
	    cmocka_unit_test(words_links_and_cells_stay),
	    cmocka_unit_test(what_stayed_is_put_back),
	    cmocka_unit_test(stretches_are_added_one_after_the_other),
	    cmocka_unit_test(
		a_bracket_that_stays_open_is_looked_at_within_its_text),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
