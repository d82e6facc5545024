/*
 * same: a document read lazily gives the notes that libcmark gives for all of
 * it.  Documents are made of lines of every kind that readers know, with a fixed
 * seed; SAME_DOCUMENTS in the environment is how many, SAME_SEED another seed.
 * What differs is shown with as few lines as differ.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "lectern/find/filter.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "source/body_data.h"

#include "../fuzz/same.h"

#define LINES_MOST 24
#define LINE_ROOM  200
#define POOL_MOST  5
#define COUNT(a)   (sizeof(a) / sizeof(*(a)))
#define DOCUMENTS  UNIT_ROUNDS(12000) /* a second or two */
#define VIDEO      "https://www.youtube.com/watch?v="

/* Lines of a document, and what ends them. */
struct lines {
	char line[LINES_MOST][LINE_ROOM];
	size_t n;
	const char *end;
	size_t parts; /* in which it is looked through */
	int level;    /* asked for; 0: none */
	enum load_shape shape;
	const char *query; /* searched for where notes wait */
};

/* What documents are mostly made of: with this alone all notes wait. */
static const char *const usual[] = {
    "## Talk one - Ann Bo",
    "## Talk two",
    "## Talk three - Cy Do, Ed Fu",
    "- words here",
    "* words - more",
    "  - nested",
    "text",
    "",
    "",
    "",
    VIDEO "AAAAAAAAAAA",
    "URL: " VIDEO "BBBBBBBBBBB",
};

/* Notes that are not plain, with items enough to wait all the same. */
static const char *const mixed[] = {
    "## Talk one - Ann Bo\n\n" VIDEO "AAAAAAAAAAA\n\n- a word\n- b word\n"
    "- c word\n- d word",
    "## Talk two\n\n1. a word\n2. b word\n3. c word\n4. d word\n",
    "## Talk three - Cy Do\n\n* a word\n  goes on\n* b word\n\n* c\n* d\n* e",
    "- more words see [a](https://x.example/a)",
    "- the first words [b c](https://x.example/a)",
    "- one day in May a word at https://x.example/c",
    "- more words",
    "- two words [of\n  a link](https://x.example/w) here",
    "- two words [the\n  video](" VIDEO "CCCCCCCCCCC)",
    "- two [words",
    "  of a link](https://x.example/w)",
    "  https://x.example/d",
    "  " VIDEO "DDDDDDDDDDD",
    "1. first words",
    "goes on",
    "  goes on",
    "> quoted words",
    "```\ncode\n```",
    "",
    "",
};

/* Lists and tables of talks, with what may be told of more than one. */
static const char *const listed[] = {
    "\n## Track one\n\n- [Talk - Ann Bo](" VIDEO "AAAAAAAAAAA)\n"
    "- [Talk two - Cy Do](" VIDEO "BBBBBBBBBBB)",
    "\n## More tracks\n",
    "\n## Empty\n\nWords of riscv, and of nobody else.\n",
    "\n# Name\n",
    "- [Talk three - Cy Do, Ed Fu](" VIDEO "AAAAAAAAAAA)",
    "- [Talk four](" VIDEO "CCCCCCCCCCC) by Ann Bo",
    "- [Talk five](https://youtu.be/CCCCCCCCCCC?t=90) (Cy Do)",
    "- [Talk riscv six](https://x.example/a)",
    "- [Talk RISC-V caf\u00E9](https://x.example/a) - \u00C9d Fu",
    "- [Talk *riscv*](slides.pdf)",
    "- Talk seven - Ann Bo",
    "- 10:00 Talk eight, riscv (Ann Bo)",
    "- [Video](" VIDEO "BBBBBBBBBBB)",
    "- https://x.example/c",
    "  - words of riscv",
    "  - Speaker: Ann Bo",
    "  - [slides](https://x.example/s.pdf), [code](https://x.example/a)",
    "\n  > two words\n",
    "\n  | a | b |\n  |---|---|\n  | ris | cv |\n",
    "\nWords between, with riscv.\n",
    "\n| Talk | Notes |\n|---|---|\n"
    "| [Talk - Ann Bo](" VIDEO "DDDDDDDDDDD) | words of riscv |\n"
    "| [Talk nine - Cy Do](" VIDEO "EEEEEEEEEEE) | words |\n"
    "| [Talk ten - Ed Fu](" VIDEO "AAAAAAAAAAA) | a b |\n",
    "| [Talk - Cy Do](" VIDEO "BBBBBBBBBBB) | riscv |",
    "| [Talk - Ann Bo](https://x.example/c) | `words` |",
    "",
};

/* Items that begin with an address or a sign. */
static const char *const starting[] = {
    "## Talk one - Ann Bo\n\n" VIDEO "AAAAAAAAAAA\n\n- a word\n- b word\n"
    "- c word\n- d word",
    "## Talk two\n\n" VIDEO "BBBBBBBBBBB\n\n1. a word\n2. b word\n3. c word\n"
    "4. d word\n",
    "## Talk three - Cy Do\n\n" VIDEO "CCCCCCCCCCC\n\n* a\n* b\n* c\n* d",
    "- https://x.example/c",
    "- https://x.example/d - the words of it",
    "  - https://x.example/e",
    "- &#xA;&#10; a word&#xA;",
    "- &#13; 10:00 a word",
    "- ) words, / words",
    "- ... words",
    "- \u2022 words",
    "- \u2013 10:00 Talk - Ann Bo",
    "- Name (https://x.example/n) is a word",
    "- Video (https://x.example/n) is a word",
    "- W&#246;rter f&#252;r Ann",
    "- words",
    "- more words",
    "goes on",
    "",
};

/* Definitions, and what refers to them. */
static const char *const referring[] = {
    "## Talk one - Ann Bo\n\n" VIDEO "AAAAAAAAAAA\n\n- a word\n- b word",
    "## Talk [r] - Cy Do\n\n- a word\n- b word",
    "## Talk two\n\n- a\n- b\n- c\n- d",
    "### Part\n\n- a [Q S][] b\n",
    "- see [r] there",
    "- see [q",
    "  s], [a][r]",
    "- [r]: https://x.example/r",
    "\n[r]: https://x.example/r2 \"title\"\n[R ]: https://x.example/r3",
    "\n[q s]: https://x.example/q\n",
    "\n| a | b |\n|---|---|\n| *[r]* | [q s] |\n",
    "[r]: as of this",
    "  + [r]: https://x.example/r4",
    "   - [other]: https://x.example/o",
    "- > [q s]: https://x.example/q",
    "- [other]:",
    "- [lone\n  label]: https://x.example/l",
    "- [lone]: <https://x.example/l>",
    "  - words",
    "words",
    "- words",
    "",
    "",
};

/* Notes that are folded, and what makes that another thing. */
static const char *const folded[] = {
    "## Talk one - Ann Bo\n\n" VIDEO "AAAAAAAAAAA\n",
    "## Talk two - Cy Do\n",
    "## Talk three\n\n- a word\n- b word\n- c word\n1. d word\n- e word\n",
    "\n<details>\n<summary>More</summary>\n",
    "\n<details>\n<summary>Talk ten - Ed Fu</summary>\n",
    "\n<details>\n\n<summary>Some *more* words</summary>\n",
    "\n<details open>  \n<summary>a_b</summary>  \n",
    "\n</details>\n",
    "\n</details>\n\n    <b>more</b>",
    "<details>",
    "</details>",
    "<summary>More</summary>",
    "- words here",
    "- more words see [a](https://x.example/a)",
    VIDEO "BBBBBBBBBBB",
    "by Ann Bo",
    "    <b>code</b>",
    "text",
    "",
    "",
    "",
};

static const char *const indents[] = {
    "", "", "", "", "", "", " ", "  ", "   ", "    ", "\t", " \t"};

static const char *const marks[] = {"", "", "", "", "", "- ", "- ", "* ", "+ ",
    "-   ", "-\t", "1. ", "2) ", "> ", ">", "- > ", "> - ", "- - ", "## ", "# ",
    "### ", "- # ", "- [ ] ", "- [x] "};

static const char *const contents[] = {
    /* Words. */
    "",
    "more text",
    "Error",
    "**label:**",
    "label:",
    "**Speaker:** Ann Bo",
    "Speakers: Ann Bo and Cy Do",
    "by Ann Bo",
    "Ann Bo (Example Ltd), Cy Do",
    "Talk four - Ann Bo",
    "Talk four - Ann Bo\n- Talk six (Cy Do)\n- Talk seven by Ed Fu\n- Talk - "
    "Ed Fu",
    "Talk, Ann Bo\n- Talk six, Cy Do\n- Talk seven, Ed Fu\n- Eight, Ann Bo",
    "Ann Bo: Talk\n- Cy Do: Talk six\n- Ed Fu: Talk seven\n- Ann Bo: Eight",
    "10:00 Talk (Ann Bo)\n10:30 Talk (Cy Do)",
    "Talk -Bo",
    "Talk four \u2013 Cy Do",
    "*a* `b` &amp; c",
    "a_b_c _d_ __e__",
    "ris**cv** ri[sc](https://x.example/v)v r`i`scv",
    "ris&#99;v r\\*iscv \uFF52iscv R\u00ADISCV",
    "`` ` `` a",
    "`a",
    "a* b *c",
    "a\\",
    "a  ",
    "\\# a",
    "\\- a",
    "1986\\. a",
    "a\\_b \\https\\://x.example",
    "x\u00A0y",
    "\u00A0",
    "\u00A0\u00A0",
    "\u3000",
    "\u2003",
    "\u200B",
    "\u00AD",
    "\uFEFF",
    "\u202Eabc",
    "a\x01z",
    "\x0C",
    "a\x0B",
    "\xE9t\xE9",
    "\xC3",
    "\u0438\u0301 \u4E2D\u6587",
    "&nbsp;",
    "&#10;a",
    "&copy; &#x41; &bogus; &",
    "a&#13;b &#39;c&#8217;s&#160;d &rsquo;",
    "&#8211; a&#13;",
    "a | b",
    "12:30",
    "[1:02:03] a",
    "10:00 - 11:00 Talk - Ann Bo",
    "2024-03-01",
    "March 3, 2024",
    "Day 1",
    "2024",
    "Abstract",
    "Takeaways",
    "License",
    "Contributors",
    "Table of Contents",
    "Break",
    /* Links. */
    "[a](https://x.example/a)",
    "[Talk five](" VIDEO "CCCCCCCCCCC) - Ann Bo",
    "[Talk five](" VIDEO "CCCCCCCCCCC) by Ann Bo",
    "[Talk six](https://vimeo.com/123456789): Cy Do",
    "[Talk six][r]",
    "[r]: https://x.example/r",
    "[r]: https://x.example/r2 \"title\"",
    "[R ]: https://x.example/r",
    "[q s]: https://x.example/q",
    "[r]: as of this",
    "[r]: <https://x.example/r>",
    "see [r] and [q",
    "s] and [Q S][] or [a][r], [r]",
    "## Talk [r] - Ann Bo",
    "| [r] |",
    "[r]:",
    "https://x.example/r 'title'",
    "[r]",
    "[^1]: note",
    "[a](#talk-one)",
    "[a](b.md)",
    "[u](u)",
    "[u](<u v>)",
    "[u]( u \"t\" )",
    "![a](https://x.example/a.png)",
    "[![a](https://x.example/a.png)](" VIDEO "DDDDDDDDDDD)",
    "[](" VIDEO "DDDDDDDDDDD)",
    "<u>",
    "<u>x</u>",
    "<https://x.example/b>",
    "<https://x.example/it's>",
    "<" VIDEO "EEEEEEEEEEE>",
    "<a@b.example>",
    "https://x.example/c",
    "https://x.example/c_d_e",
    "https://x.example/c).",
    "https://vimeo.com/123456789",
    VIDEO "FFFFFFFFFFF",
    VIDEO "FFFFFFFFFFF&t=60s",
    "HTTPS://X.EXAMPLE/C",
    "http://",
    "https://x.example/\u00E9",
    "www.x.example",
    "see www.x.example/b and https://x.example/c, too",
    "[https://vimeo.com/1](https://vimeo.com/1)",
    "[" VIDEO "GGGGGGGGGGG](" VIDEO "GGGGGGGGGGG)",
    "[" VIDEO "GGGGGGGGGGG](" VIDEO "HHHHHHHHHHH)",
    "URL: https://x.example/e",
    "URL: <https://x.example/f>",
    "URL: [https://x.example/g](https://x.example/g)",
    "URL: https://x.example/e?a=b&copy=c",
    "url: https://x.example/e",
    "URL: ",
    "URL: x",
    "Video: " VIDEO "IIIIIIIIIII",
    "[a",
    "a](b)",
    "]: b",
    "[a]]: b",
    /* Blocks. */
    "-",
    "- ",
    "#",
    "##",
    "## ",
    "#x",
    "####### a",
    "## Talk # ",
    "## **Bold** - Ann Bo",
    "## [Talk seven](" VIDEO "JJJJJJJJJJJ) - Ann Bo",
    "## Talk\u00A0eight",
    "## \u00A0",
    "## Talk `a` &amp; b",
    "---",
    "- - -",
    "***",
    "___",
    "===",
    "=",
    "--",
    "--- ",
    "===  ",
    "- - a",
    "1.",
    "10. ten",
    "1234567890. a",
    "```",
    "```sh",
    "``` a`b",
    "~~~",
    "````",
    "    code",
    "**All bold - Ann Bo**",
    "| Talk | Speaker |",
    "|---|---|",
    "|:-:|--",
    "--|--",
    "| [t](" VIDEO "KKKKKKKKKKK) | Ann Bo |",
    "a | b | c",
    /* HTML. */
    "<div>",
    "</div>",
    "<div",
    "<div markdown=1> a",
    "<span>x</span>",
    "<span>",
    "<a href=\"" VIDEO "LLLLLLLLLLL\">Talk</a>",
    "<iframe src=\"" VIDEO "MMMMMMMMMMM\"></iframe>",
    "<video src=\"https://x.example/v.mp4\"></video>",
    "<h2>Talk nine</h2>",
    "<details>",
    "<summary>Talk ten</summary>",
    "</details>",
    "<br>",
    "a<br/>b",
    "<!-- a -->",
    "<!--",
    "-->",
    "<!-- lectern: talks=list -->",
    "<?a",
    "?>",
    "<!A",
    "<![CDATA[",
    "]]>",
    "<pre>",
    "</pre>",
    "<script>",
    "</script>",
    "<style>a</style>",
    "<textarea>",
    "<table><tr><td>a</td></tr></table>",
    "<p align=center>",
    "<!-->",
    "<?>",
    "<preA>",
    "</a >",
    "<DIV>",
    "<",
    "< a",
    "<3",
};

static const char *const fronts[] = {"", "", "", "", "", "", "", "", "",
    "---\ntitle: A\n---\n", "---\n", "+++\ntitle = 'A'\n+++\n",
    "{\"title\": \"A\"}\n", "Title: A\nSpeaker: Ann Bo\n\n", "\xEF\xBB\xBF",
    "# Name\n\n", "# Track\n"};

static const char *const queries[] = {"words", "nested", "text", "talk one",
    "ann", "two", "more", "code", "x", "b", "a b", "e", "er", "label",
    "speaker", "url:vimeo", "s:bo", "t:talk", "k:name", "!words", "words | x",
    "\"a b\"", "^t", "~tlk", "is:noted", "has:notes", "has:video", "10", "T",
    "#", "*", "-", "<", "&", "caf", "r", "video", "abc", "riscv", "RIS",
    "!riscv", "riscv | two"};

/* Dice. */

static uint32_t throw(uint32_t * seed, size_t sides)
{
	*seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
	return (uint32_t)(((uint64_t)(*seed >> 4) * sides) >> 28);
}

#define PICK(seed, array) ((array)[throw(seed, COUNT(array))])

/* Makes a document; nearly all its lines are usual ones, or from its pool. */
static void
make(struct lines *d, uint32_t *seed)
{
	char pool[POOL_MOST][LINE_ROOM];
	size_t npool = 1 + throw(seed, POOL_MOST);
	size_t share = 1 + throw(seed, 8);
	size_t kind = throw(seed, 12);

	for (size_t i = 0; i < npool; i++) {
		const char *indent = PICK(seed, indents);
		const char *mark = PICK(seed, marks);
		const char *words = PICK(seed, contents);
		const char *more = throw(seed, 3) ? "" : PICK(seed, contents);

		snprintf(pool[i], sizeof(pool[i]), "%s%s%s%s%s", indent, mark,
		    words, *more && throw(seed, 3) ? " " : "", more);
	}
	*d = (struct lines){
	    .n = 2 + throw(seed, LINES_MOST - 3),
	    .end = throw(seed, 16) ? "\n"
		: throw(seed, 2)   ? "\r\n"
				   : "\r",
	    .parts = throw(seed, 4),
	    .level = throw(seed, 12) ? 0 : (int) throw(seed, 4),
	    .query = PICK(seed, queries),
	    .shape = throw(seed, 12) ? LOAD_SHAPE_AUTO
				     : (enum load_shape) throw(seed, 3),
	};
	strcpy(d->line[0], PICK(seed, fronts));
	for (size_t i = 1; i < d->n; i++)
		strcpy(d->line[i],
		    throw(seed, 16) < share ? pool[throw(seed, npool)]
			: kind == 0         ? PICK(seed, referring)
			: kind < 5          ? PICK(seed, mixed)
			: kind == 8         ? PICK(seed, folded)
			: kind == 9         ? PICK(seed, starting)
			: kind > 9          ? PICK(seed, listed)
					    : PICK(seed, usual));
}

/* Documents. */

static size_t
join(const struct lines *d, char *s)
{
	size_t len = (size_t)sprintf(s, "%s", d->line[0]);

	for (size_t i = 1; i < d->n; i++)
		len += (size_t)sprintf(s + len, "%s%s", d->line[i],
		    i + 1 < d->n || d->parts % 2 == 0 ? d->end : "");
	return len;
}

/* What a search finds, as text; the talks may be fewer than all. */
static void
search(const struct notes *notes, const struct query *query, bool only, char *s,
    size_t size)
{
	struct filter *filter = filter_new(notes);
	struct hits hits = {0};
	size_t len = 0;

	if (only)
		filter_set_only(filter, query);
	filter_run(filter, query, &hits);
	s[0] = '\0';
	for (size_t i = 0; i < hits.n; i++) {
		const struct hit *hit = &hits.hit[i];
		const struct talk *talk = &notes->talks[hit->talk];

		len += (size_t)snprintf(s + len, size - len,
		    "%u %s %s %s %u %d %d\n", talk->line, talk->id,
		    notes->tracks[talk->track].name,
		    talk->day ? talk->day : "-", hit->score, hit->field,
		    hit->in_body);
		assert_true(len < size);
	}
	hits_free(&hits);
	filter_free(filter);
}

/* How searches differ: of lazy notes, all of them, and those left over. */
static const char *
compare_searches(
    const char *s, size_t len, struct load_options options, const char *words)
{
	static char lazy[1 << 14], whole[1 << 14], left[1 << 14];
	static char unread[1 << 14];
	struct notes *notes = load_bytes("a.md", s, len, &options);
	struct query query = {0};

	query_parse(&query, words);
	search(notes, &query, true, unread, sizeof(unread));
	search(notes, &query, false, lazy, sizeof(lazy));
	notes_free(notes);
	options.only = &query;
	notes = load_bytes("a.md", s, len, &options);
	search(notes, &query, true, left, sizeof(left));
	notes_free(notes);
	options.only = NULL;
	options.whole = true;
	notes = load_bytes("a.md", s, len, &options);
	search(notes, &query, false, whole, sizeof(whole));
	notes_free(notes);
	query_free(&query);
	return strcmp(lazy, whole) != 0  ? "what is found"
	    : strcmp(left, whole) != 0   ? "what is left to be found"
	    : strcmp(unread, whole) != 0 ? "what is found where not all is read"
					 : NULL;
}

/* Whether it is said of a talk that has the word that it has none. */
static bool
is_denied(const struct talk *lazy, const char *word, size_t len)
{
	struct arena *arena = arena_new();
	struct substring find;
	bool may;

	substring_prepare(&find, word, len, SUBSTRING_ANY_CASE, SUBSTRING_BEST);
	may = body_may_have(lazy, &find, 1, arena);
	arena_free(arena);
	return !may;
}

/* Whether a word that a talk's notes have is denied while they wait. */
static bool
any_denied(const struct talk *lazy, const struct talk *whole)
{
	struct body_blocks blocks = body_blocks(whole);
	struct arena *arena = arena_new();
	bool denied = false;

	for (uint32_t i = 0; i < blocks.n; i++) {
		size_t len, n;
		const char *s = text_fold(
		    arena, blocks.block[i].text, blocks.block[i].len, &len);

		for (size_t at = 0; at < len; at += n + 1) {
			for (n = 0; at + n < len && text_ascii_word(s[at + n]);)
				n++;
			denied = denied ||
			    (n > 0 && is_denied(lazy, s + at, n)) ||
			    (n > 1 && is_denied(lazy, s + at + 1, n - 1));
		}
	}
	arena_free(arena);
	return denied;
}

/* How the two ways differ, or NULL; whether notes waited goes to `*waited`. */
static const char *
compare(const struct lines *d, bool *waited)
{
	struct load_options options = {.warn = true,
	    .parts = d->parts,
	    .talk_level = d->level,
	    .shape = d->shape};
	char s[LINES_MOST * (LINE_ROOM + 2)];
	size_t len = join(d, s);
	uint32_t talk;

	struct notes *lazy = load_bytes("a.md", s, len, &options);

	*waited = false;
	for (uint32_t i = 0; i < lazy->ntalks; i++)
		*waited = *waited ||
		    (lazy->talks[i].body && lazy->talks[i].body->waits);
	options.whole = true;

	struct notes *whole = load_bytes("a.md", s, len, &options);
	const char *difference = NULL;
	bool several;

	for (uint32_t i = 0; i < lazy->ntalks && i < whole->ntalks; i++) {
		if (any_denied(&lazy->talks[i], &whole->talks[i]))
			difference = "what is denied";
	}
	if (!difference)
		difference = same_notes(lazy, whole, &talk);
	several = lazy->ntalks > 1;
	notes_free(lazy);
	notes_free(whole);
	options.whole = false;
	return difference || !(*waited || several)
	    ? difference
	    : compare_searches(s, len, options, d->query);
}

/* Takes out lines as long as the ways still differ. */
static void
shrink(struct lines *d)
{
	bool waited;

	for (size_t i = d->n; i-- > 1;) {
		struct lines less = *d;

		memmove(
		    less.line[i], less.line[i + 1], (d->n - i - 1) * LINE_ROOM);
		less.n--;
		if (less.n > 1 && compare(&less, &waited))
			*d = less;
	}
}

static void
say_difference(struct lines *d)
{
	char s[LINES_MOST * (LINE_ROOM + 2)];
	const char *difference;
	bool waited;

	shrink(d);
	difference = compare(d, &waited);
	join(d, s);
	print_error("%s (parts %zu, level %d, shape %d, query %s) in\n",
	    difference, d->parts, d->level, (int)d->shape, d->query);
	for (const char *c = s; *c; c++)
		print_error(*c == '\n'           ? "$\n"
			: *c == '\t'             ? "^I"
			: (unsigned char)*c < 32 ? "^%c"
						 : "%c",
		    (unsigned char)*c < 32 ? *c + '@' : *c);
	print_error("$\n");
}

static unsigned long
number(const char *variable, unsigned long otherwise)
{
	const char *s = getenv(variable);

	return s ? strtoul(s, NULL, 10) : otherwise;
}

/* What was found with many more documents than there is time for here. */
static void
what_once_differed_reads_the_same(void **state)
{
	static const char *const found[] = {
	    "10:00 - 11:00 Talk - Ann Bo\n\n10:00 - 11:00 Talk - Ann Bo\n"
	    "## Talk one - Ann Bo\n## 10:00 - 11:00 Talk - Ann Bo\n"
	    "10:00 - 11:00 Talk - Ann Bo\n## 10:00 - 11:00 Talk - Ann Bo\n",
	    "### Abstract\n-   10:00 - 11:00 Talk - Ann Bo\n"
	    "-   10:00 - 11:00 Talk - Ann Bo\n## Talk three - Cy Do, Ed Fu\n"
	    "## Talk two\n-   10:00 - 11:00 Talk - Ann Bo\n",
	    "## Talk two\n\n- a\n2) \u3000\n2) b\n2) c\n\n## Talk one\n- x\n",
	    "- see [q\n  <!A\n\n[r]: https://x.example/r\n \t- > <!--\n"
	    "## Talk [r] - Cy Do\n\n- a word\n- b word\n",
	    "## Talk one\n\n- a [r] b\n- c\n\n## Talk [r] - Cy Do\n\n- d\n\n"
	    "## Talk two\n\n- x\n* [r]: https://x.example/r\n\n"
	    "## Talk three\n\n- plain\n### Part\n- [R], [q\n  S]\n\n"
	    "## Talk four\n\n| a | b |\n|---|---|\n| *[r]* | *[q s]* |\n\n"
	    "[q s]: https://x.example/q \"title\"\n\n## Talk five\n\n- y\n",
	    "\n| a | b |\n|---|---|\n| *[r]* | [q s] |\n\n"
	    "## Talk [r] - Cy Do\n\n- a word\n- b word\n~~~\n\n"
	    "[r]: https://x.example/r2 \"title\"\n[R ]: https://x.example/r3\n",
	    "# Track\n## Talk one - Ann Bo\n\n" VIDEO "AAAAAAAAAAA\n\n"
	    "- a word\n- b word\n- c word\n- d word\n"
	    " url: https://x.example/e\n"
	    "- more words see [a](https://x.example/a)\n"
	    " url: https://x.example/e\n",
	    "# Talk four - Ann Bo\n- Talk six (Cy Do)\n- Talk - Ed Fu\n"
	    "# Talk four - Ann Bo\n- Talk six (Cy Do)\n- Talk - Ed Fu\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(found); i++) {
		struct load_options options = {.warn = true};
		size_t len = strlen(found[i]);
		struct notes *lazy = load_bytes(
		    "a.md", found[i], len, &options);
		struct notes *whole;
		uint32_t talk;

		options.whole = true;
		whole = load_bytes("a.md", found[i], len, &options);
		assert_null(same_notes(lazy, whole, &talk));
		notes_free(lazy);
		notes_free(whole);
	}
}

static size_t
waiting_in(const char *s)
{
	struct load_options options = {.warn = true};
	struct notes *notes = load_bytes("a.md", s, strlen(s), &options);
	size_t n = 0;

	for (uint32_t i = 0; i < notes->ntalks; i++)
		n += notes->talks[i].body && notes->talks[i].body->waits;
	notes_free(notes);
	return n;
}

/* Links whose words or address stand in the next line hold nothing up. */
static void
notes_wait_though_links_are_wrapped(void **state)
{
#define TALK(name, link) \
	"## Talk " name "\n\n" VIDEO "AAAAAAAAAAA\n\n" \
	"- a word\n- some words " link "\n- c word\n- d word\n\n"
	static const char whole[] = TALK("a", "here") TALK("b", "there")
	    TALK("c", "[of a](https://x.example/a)")
		TALK("d", "at https://x.example/b here");
	static const char wrapped[] = TALK("a", "here") TALK("b", "there")
	    TALK("c", "[of\n  a](https://x.example/a)")
		TALK("d", "at\n  https://x.example/b here");
#undef TALK

	(void)state;
	assert_in_range(waiting_in(whole), 2, 4);
	assert_int_equal(waiting_in(wrapped), waiting_in(whole));
}

/* What may define a link holds up the notes beside it, and no others. */
static void
notes_wait_where_links_are_in_doubt(void **state)
{
#define PLAIN "\n\n- a word\n- b word\n- c word\n- d word\n\n"
	static const char talks[] = "## Talk one - Ann Bo" PLAIN
				    "## Talk two - Cy Do" PLAIN;
	static const char *const doubts[] = {
	    "## Talk three - Ed Fu\n\n- a\n  + [r]: https://x.example/r\n- b\n",
	    "## Talk three - Ed Fu\n\n- [some\n  words]: https://x.example/r\n",
	    "## Talk three - Ed Fu\n\n- [words]:\n  + more words\n- b\n",
	};
	char s[1000];

	(void)state;
	for (size_t i = 0; i < COUNT(doubts); i++) {
		snprintf(s, sizeof(s), "%s%s", talks, doubts[i]);
		assert_true(waiting_in(s) >= 2);
	}
	/* Here one of them may mean it. */
	snprintf(s, sizeof(s), "%s%s\n## Talk four\n\n- see [r]\n", talks,
	    doubts[0]);
	assert_int_equal(waiting_in(s), 0);
#undef PLAIN
}

/* Notes that are folded wait as others do. */
static void
notes_wait_within_details(void **state)
{
#define FOLDED \
	"\n\n" VIDEO "AAAAAAAAAAA\n\n<details>\n" \
	"<summary>More</summary>\n\n- a word\n- b word\n\n" \
	"</details>\n\n- c word\n\n"
	static const char s[] = "## Talk one - Ann Bo" FOLDED
				"## Talk two - Cy Do" FOLDED
				"## Talk three - Ed Fu" FOLDED;

	(void)state;
	assert_int_equal(waiting_in(s), 3);
#undef FOLDED
}

/* So do those whose items begin with an address, a reference or a sign. */
static void
notes_wait_whatever_items_begin_with(void **state)
{
#define LINKED "\n\n" VIDEO "AAAAAAAAAAA\n\n- a word\n- b word\n- c word\n"
	static const char s[] = "## Talk one - Ann Bo" LINKED
				"- https://x.example/c\n\n"
				"## Talk two - Cy Do" LINKED
				"- &#xA;d word&#xA;\n\n"
				"## Talk three - Ed Fu" LINKED
				"- ) words\n- ... words\n- **e** word\n\n"
				"## Talk four - Gi Ho" LINKED
				"- \u2022 W&#246;rter\n"
				"- Name (https://x.example/n) is a word\n";

	(void)state;
	assert_int_equal(waiting_in(s), 4);
#undef LINKED
}

/* Markup hides from a look at the bytes that a heading is no talk's. */
static void
pauses_in_markup_are_left_to_be_found(void **state)
{
	static const struct {
		const char *text, *query;
	} found[] = {
	    {"## Talk one - Ann Bo\n## Break</script>\n" VIDEO "AAAAAAAAAAA\n"
	     "* words - more\n## Break</script>\n## Talk two\n## Talk two\n"
	     "## Break</script>\n## Talk two\n\n",
		"T"},
	    {"## Break</script>\n## <u>Break</u>\n## Break</script>\n"
	     "## Break</script>\n## Break</script>\n## Break</script>\n"
	     "## Talk one - Ann Bo\n\n" VIDEO
	     "AAAAAAAAAAA\n\n- a word\n- b word\n",
		"-"},
	    {"## Bre&#97;k\n## Break</script>\n## Break</script>\n"
	     "## Break</script>\n## Talk one - Ann Bo\n* words - more\n"
	     "## Break</script>\n## Break</script>\n\n",
		"^t"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(found); i++)
		assert_null(
		    compare_searches(found[i].text, strlen(found[i].text),
			(struct load_options){.warn = true}, found[i].query));
}

/* A search of a list or table builds what it may find, and little more. */
static void
what_is_not_sought_is_left_out(void **state)
{
#define ROW(title, id) \
	"| [" title " - Ann Bo](" VIDEO "AAAAAAAAA" id ") | words |\n"
#define ITEM(title, id) \
	"- [" title " - Ann Bo](" VIDEO "AAAAAAAAA" id ")\n  - words\n"
#define DAY(title, id, day) \
	"| [" title " - Ann Bo](" VIDEO "AAAAAAAAA" id ") | " day " | a |\n"
#define PARAGRAPH(title, id) \
	"[" title "](" VIDEO "AAAAAAAAA" id ")\n\nAnn Bo\n\n"
	static const struct {
		const char *text;
		uint32_t talks;
	} searched[] = {
	    {"## Track\n\n" ITEM("First", "AA") ITEM("Other", "AB")
		    ITEM("Other", "AC") ITEM("riscv", "AD") ITEM("Other", "AE")
			ITEM("Other again", "AD") ITEM("Last", "AF"),
		4},
	    {"## Track\n\n| Talk | Notes |\n|---|---|\n" ROW("First", "AA")
		    ROW("Other", "AB") ROW("riscv", "AC") ROW("Other", "AD")
			ROW("Last", "AE"),
		3},
	    /* All talks of a track have its name, and without one an id. */
	    {"## Track of riscv\n\n" ITEM("First", "AA") ITEM("Other", "AB")
		    ITEM("Last", "AC"),
		3},
	    {"## Track\n\n- Other (Ann Bo)\n- Other (Ann Bo)\n" ITEM(
		 "Last", "AC"),
		3},
	    /* What is beside such goes to the talk before. */
	    {"## Track\n\n" PARAGRAPH("riscv", "AA") PARAGRAPH("Other", "AB")
		    PARAGRAPH("Other", "AC") PARAGRAPH("Last", "AD"),
		4},
	    /* The day of a row is that of the rows below. */
	    {"## Track\n\n| Talk | Notes |\n|---|---|\n" ROW("First", "AA")
		    ROW("Tuesday: Other", "AB") ROW("Other", "AC")
			ROW("riscv", "AD") ROW("Last", "AE"),
		4},
	    {"## Track\n\n| Talk | Day | Notes |\n|---|---|---|\n" DAY("First",
		 "AA", "Monday") DAY("Other", "AB", "Tuesday") DAY("riscv",
		 "AC", "") DAY("Other", "AD", "") DAY("Last", "AE", ""),
		5},
	};
	struct query query = {0};

	(void)state;
	query_parse(&query, "riscv");
	for (size_t i = 0; i < COUNT(searched); i++) {
		struct load_options options = {.only = &query};
		struct notes *notes = load_bytes("a.md", searched[i].text,
		    strlen(searched[i].text), &options);

		assert_int_equal(notes->ntalks, searched[i].talks);
		notes_free(notes);
		assert_null(
		    compare_searches(searched[i].text, strlen(searched[i].text),
			(struct load_options){.parts = 1}, "riscv"));
	}
	query_free(&query);
#undef ROW
#undef ITEM
#undef DAY
#undef PARAGRAPH
}

/* Returns how many talks a list of so many groups of items has. */
static uint32_t
talks_of_list(unsigned groups)
{
	static const struct load_options options;
	char *s = NULL;
	size_t len = 0;
	FILE *file = open_memstream(&s, &len);
	struct notes *notes;
	uint32_t talks;

	assert_non_null(file);
	for (unsigned i = 0; i < groups; i++)
		fprintf(file,
		    "%s- [Title %u - Ann Bo](" VIDEO "%011u)\n"
		    "- [Slides](https://x.example/%u)\n"
		    "- [Title %u](https://x.example/%u.pdf) (Cy Do)\n"
		    "- Words %u\n",
		    i % 10 == 0 ? "\n## Track\n\n" : "", i, i, i, i, i, i);
	fclose(file);
	notes = load_bytes("a.md", s, len, &options);
	talks = notes->ntalks;
	notes_free(notes);
	free(s);
	return talks;
}

/* The items of a large list are weighed in several threads. */
static void
large_lists_are_read_as_small_ones(void **state)
{
	uint32_t few = talks_of_list(10);

	(void)state;
	assert_in_range(few, 20, 30);
	assert_int_equal(talks_of_list(5000), 500 * few);
}

static void
both_ways_read_the_same(void **state)
{
	unsigned long documents = number("SAME_DOCUMENTS", DOCUMENTS);
	uint32_t seed = (uint32_t)number("SAME_SEED", 1);
	unsigned long waiting = 0, differing = 0;

	(void)state;
	for (unsigned long i = 0; i < documents; i++) {
		struct lines d;
		bool waited;

		make(&d, &seed);
		if (compare(&d, &waited)) {
			differing++;
			if (differing <= number("SAME_SHOWN", 3))
				say_difference(&d);
		}
		waiting += waited;
	}
	if (differing > 0)
		fail_msg("%lu of %lu documents differ", differing, documents);
	/* Where nothing waits there is nothing to compare. */
	assert_true(waiting > documents / 16);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_once_differed_reads_the_same),
	    cmocka_unit_test(notes_wait_though_links_are_wrapped),
	    cmocka_unit_test(notes_wait_where_links_are_in_doubt),
	    cmocka_unit_test(notes_wait_within_details),
	    cmocka_unit_test(notes_wait_whatever_items_begin_with),
	    cmocka_unit_test(pauses_in_markup_are_left_to_be_found),
	    cmocka_unit_test(what_is_not_sought_is_left_out),
	    cmocka_unit_test(large_lists_are_read_as_small_ones),
	    cmocka_unit_test(both_ways_read_the_same),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
