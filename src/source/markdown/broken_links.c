#include "source/markdown/broken_links.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "source/markdown/unseen_list.h"

#define FIND_BYTES  16   /* of a link, by which its line is found */
#define FIND_WITHIN 4096 /* bytes below the line in which its text begins */
#define SCHEME_MOST 7    /* letters of "https", wrongly written */
#define TARGET_MOST 2000 /* bytes of an address that are looked at */
#define WORDS_MOST  200  /* bytes of a link's words that are told */

struct search {
	struct unseen_list *unseen;
	const char *s; /* the document */
	size_t len;
	size_t *lines; /* where each begins */
	size_t nlines, cap;
};

/* A text that is looked at. */
struct look {
	const struct line *line;
	const char *s;
	size_t len;
	size_t closed; /* one past its last `)` */
	uint32_t span; /* the first that does not end before where we are */
};

static bool
begins(const struct look *look, size_t i, const char *word)
{
	size_t n = strlen(word);

	return look->len - i >= n && text_ascii_same(look->s + i, word, n);
}

static bool
is_address(const struct look *look, size_t i)
{
	return i < look->len &&
	    (begins(look, i, "http:") || begins(look, i, "https:") ||
		begins(look, i, "www."));
}

/*
 * Whether what follows, up to a blank, reads as an address or path that does not
 * end.  Within HTML no link is read, but what is written as one is none the less.
 */
static bool
is_target(const struct look *look, size_t i)
{
	const char *s = look->s;
	bool angle = i < look->len && s[i] == '<', target = false;
	int depth = 0;

	for (size_t k = i + angle;
	     k < look->len && k - i < TARGET_MOST && !text_ascii_blank(s[k]);
	     k++) {
		depth += s[k] == '(';
		if (s[k] == (angle ? '>' : ')') && depth-- == 0)
			return false;
		target |= s[k] == '/' ||
		    (s[k] == '.' && k > i && k + 1 < look->len &&
			text_ascii_letter(s[k + 1]));
	}
	return target;
}

/* Whether the place is code, or in the words of a link, which may say anything. */
static bool
is_marked(struct look *look, size_t i)
{
	const struct line *line = look->line;
	const struct span *span;

	while (look->span < line->nspans && line->spans[look->span].end <= i)
		look->span++;
	if (look->span == line->nspans)
		return false;
	span = &line->spans[look->span];
	return span->start <= i && span->style & (SPAN_CODE | SPAN_LINK);
}

/* Where the bracket stands that the one at `i` closes; `i`: there is none. */
static size_t
opening(const struct look *look, size_t i, char open)
{
	size_t k = i;

	while (k > 0 && i - k < WORDS_MOST) {
		k--;
		if (look->s[k] == open)
			return k;
	}
	return i;
}

static bool
has_letters(const struct look *look, size_t from, size_t to)
{
	while (from < to &&
	    !(text_word_byte(look->s[from]) &&
		!text_ascii_digit(look->s[from])))
		from++;
	return from < to;
}

/* Whether `[words][label]` stands here, with the `]` between them at `i`. */
static bool
is_undefined(const struct look *look, size_t i)
{
	const char *end = memchr(look->s + i + 2, ']',
	    look->len - (i + 2) < WORDS_MOST ? look->len - (i + 2)
					     : WORDS_MOST);
	size_t open = opening(look, i, '[');

	return end && end > look->s + i + 2 && open < i &&
	    has_letters(look, open, i) &&
	    (open == 0 || !text_word_byte(look->s[open - 1]));
}

/* A link that ends in the bracket at `i` and yet is none; where it begins. */
static bool
at_bracket(const struct look *look, size_t i, size_t *from)
{
	char next = i + 1 < look->len ? look->s[i + 1] : '\0';
	bool broken = false;

	if (next == '(')
		broken = is_target(look, i + 2);
	else if (next == ' ' && i + 2 < look->len && look->s[i + 2] == '(')
		broken = is_address(look, i + 3);
	else if (next == '[')
		broken = is_undefined(look, i);
	else if (next == '{' || next == '<')
		broken = is_address(look, i + 2);
	else
		broken = is_address(look, i + 1);
	*from = opening(look, i, '[');
	return broken;
}

/* Whether the address before whose `://` we are has no host or a wrong scheme. */
static bool
at_scheme(const struct look *look, size_t i, size_t *from)
{
	static const char letters[] = "htpsHTPS";
	size_t start = i, n;
	char next = i + 3 < look->len ? look->s[i + 3] : ' ';

	while (start > 0 && i - start <= SCHEME_MOST &&
	    text_ascii_letter(look->s[start - 1]))
		start--;
	n = i - start;
	*from = start;
	if (n < 3 || n > SCHEME_MOST || strspn(look->s + start, letters) < n)
		return false;
	if (begins(look, start, "http:") || begins(look, start, "https:"))
		return !text_word_byte(next) && next != '[' && next != '<' &&
		    next != '{' && next != '$' && next != '.';
	return true;
}

/* Whether a scheme is here without all of its `://`. */
static bool
is_odd_scheme(const struct look *look, size_t i)
{
	static const char *const odd[] = {"http//", "https//", "http:/",
	    "https:/", "http;//", "https;//", "http.//", "https.//"};

	if (i > 0 && text_word_byte(look->s[i - 1]))
		return false;
	for (size_t k = 0; k < sizeof(odd) / sizeof(*odd); k++) {
		size_t after = i + strlen(odd[k]);

		if (begins(look, i, odd[k]) && after < look->len &&
		    text_word_byte(look->s[after]))
			return true;
	}
	return false;
}

/* Whether a link is broken here; where it begins. */
static bool
is_broken(const struct look *look, size_t i, size_t *from)
{
	const char *s = look->s;

	*from = i;
	switch (s[i]) {
	case ']':
		return at_bracket(look, i, from);
	case ')':
		*from = opening(look, i, '(');
		return i + 1 < look->len && s[i + 1] == '[' &&
		    is_address(look, i + 2);
	case '<':
		return is_address(look, i + 1) || begins(look, i, "<a ") ||
		    begins(look, i, "<img ");
	case '(':
		return i >= look->closed && is_address(look, i + 1);
	case ':':
		return begins(look, i, "://") && at_scheme(look, i, from);
	default:
		return (s[i] == 'h' || s[i] == 'H') && is_odd_scheme(look, i);
	}
}

/* The line, from that in which a text begins, in which the link stands. */
static uint32_t
row_of(const struct search *search, uint32_t row, const char *s, size_t len)
{
	size_t from, within, n = 0;
	const char *at;

	if (row == 0 || row > search->nlines)
		return row;
	from = search->lines[row - 1];
	within = search->len - from < FIND_WITHIN ? search->len - from
						  : FIND_WITHIN;
	while (n < len && n < FIND_BYTES && s[n] != ' ')
		n++;
	at = n > 0 ? memmem(search->s + from, within, s, n) : NULL;
	for (; at && row < search->nlines &&
	     search->s + search->lines[row] <= at;)
		row++;
	return row;
}

/* Where what is told of a link ends, which may have a blank before `(`. */
static size_t
end_of(const struct look *look, size_t i)
{
	if (begins(look, i, "] ("))
		i += 2;
	while (i < look->len && !text_ascii_blank(look->s[i]))
		i++;
	return i;
}

static void
look_at(struct search *search, const struct md_node *node)
{
	struct look look = {
	    .line = &node->text, .s = node->text.text, .len = node->text.len};
	const char *last = memrchr(look.s, ')', look.len);
	size_t after = 0, from;

	look.closed = last ? (size_t)(last - look.s) + 1 : 0;
	for (size_t i = 0; i < look.len; i++) {
		if (!text_ascii_any(look.s[i], "])<(:hH") ||
		    is_marked(&look, i) || !is_broken(&look, i, &from) ||
		    from < after)
			continue;
		i = end_of(&look, i);
		unseen_list_add_broken(search->unseen,
		    row_of(search, node->row, look.s + from, look.len - from),
		    look.s + from, i - from);
		after = i;
	}
}

static void
find_lines(struct search *search)
{
	for (size_t at = 0; at <= search->len;) {
		const char *nl = memchr(search->s + at, '\n', search->len - at);

		search->lines = mem_grow(search->lines, &search->cap,
		    search->nlines + 1, sizeof(*search->lines));
		search->lines[search->nlines++] = at;
		if (!nl)
			break;
		at = (size_t)(nl - search->s) + 1;
	}
}

void
broken_links_find(struct unseen_list *unseen, const struct markdown *md,
    const char *s, size_t len)
{
	struct search search = {.unseen = unseen, .s = s, .len = len};

	find_lines(&search);
	for (size_t i = 0; i < md->n; i++) {
		if (md->node[i].kind != MD_CODE)
			look_at(&search, &md->node[i]);
	}
	free(search.lines);
}

uint32_t
broken_links_words(const struct line *line)
{
	const char *s = line->text, *end = s + line->len, *close;

	if (line->len < 4 || *s != '[')
		return 0;
	close = memmem(s, line->len, "](", 2);
	return close && close > s + 1 &&
		!memchr(close, ')', (size_t)(end - close))
	    ? (uint32_t)(close - s)
	    : 0;
}
