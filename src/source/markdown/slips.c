#include "source/markdown/slips.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/embedded.h"
#include "source/markdown/text_lines.h"

#define LONGEST     300 /* bytes of words before an address, and of one */
#define COMMAND     16  /* bytes of a command's name */
#define WORDS_LEAST 4   /* bytes of a bracket and words, at least */

/* The bytes of an address at `s`, up to the sign that ends it; 0: there is none. */
static size_t
address(const char *s, size_t len, char end)
{
	size_t n = 0;

	if (len < 8 || memcmp(s, "http", 4) != 0)
		return 0;
	while (n < len && s[n] != end && !text_ascii_blank(s[n]) &&
	    !strchr("\n\"<>", s[n]))
		n++;
	return n < len && s[n] == end && memmem(s, n, "://", 3) ? n : 0;
}

/* Where the words in brackets begin that end before byte `close`; SIZE_MAX: none. */
static size_t
words_before(const char *s, size_t close)
{
	size_t at = close;
	int depth = 1;

	while (
	    at > 0 && depth > 0 && close - at < LONGEST && s[at - 1] != '\n') {
		at--;
		depth += (s[at] == ')') - (s[at] == '(');
		if (s[at] == '[' || s[at] == ']')
			return SIZE_MAX;
	}
	return depth == 0 && close > at + 1 ? at : SIZE_MAX;
}

/* Whether at `s` a command stands that has an address: `\slides{https://...}`. */
static size_t
command(const char *s, size_t len)
{
	size_t n = 1;

	while (n < len && n < COMMAND && text_ascii_letter(s[n]))
		n++;
	return n > 1 && n < len && s[n] == '{' &&
		address(s + n + 1, len - n - 1, '}') > 0
	    ? n
	    : 0;
}

/* Whether two backslashes at `s` end a line, as they do in LaTeX. */
static bool
ends_line(const char *s, const char *from, size_t len)
{
	size_t n = 2;

	if (len < 3 || s[1] != '\\' || s == from || s[-1] == '\\' ||
	    s[-1] == '\n')
		return false;
	while (n < len && s[n] == ' ')
		n++;
	return n < len && s[n] == '\n';
}

/* What is written anew. */
struct slips {
	struct arena *arena;
	char *text;
	size_t n;
	bool any;
	bool lines; /* the ends of lines are meant, too */
};

static void
put(struct slips *w, const char *s, size_t len)
{
	memcpy(w->text + w->n, s, len);
	w->n += len;
}

/* Writes a link in place of what stands in brackets up to here. */
static size_t
put_turned(struct slips *w, const char *s, size_t len)
{
	size_t url = len > 2 && s[1] == '[' ? address(s + 2, len - 2, ']') : 0;
	size_t open = url > 0 ? words_before(w->text, w->n) : SIZE_MAX;

	if (open == SIZE_MAX)
		return 0;
	w->text[open] = '[';
	put(w, "](", 2);
	put(w, s + 2, url);
	put(w, ")", 1);
	return url + 3;
}

/* The bytes of a path with blanks in a link, which `s` begins with; 0: none. */
static size_t
spaced(const char *s, size_t len)
{
	size_t n = 0;
	bool path = len > 0 && strchr("./", *s), dot = false, blank = false;

	while (n < len && n < LONGEST && !strchr("()<>[]\"'\n", s[n]) &&
	    (s[n] != ':' || path)) {
		dot = dot || s[n] == '.' || s[n] == '/';
		blank = blank || (s[n] == ' ' && n > 0);
		n++;
	}
	return dot && blank && n < len && s[n] == ')' && *s != ' ' &&
		s[n - 1] != ' '
	    ? n
	    : 0;
}

/* Writes such an address between the signs that let it have blanks. */
static size_t
put_spaced(struct slips *w, const char *s, size_t len)
{
	size_t n = len > 2 && s[1] == '(' ? spaced(s + 2, len - 2) : 0;

	if (n == 0)
		return 0;
	put(w, "](<", 3);
	put(w, s + 2, n);
	put(w, ">)", 2);
	return n + 3;
}

/* Where the line begins in which the text so far ends. */
static size_t
line_start(const struct slips *w)
{
	const char *nl = memrchr(w->text, '\n', w->n);

	return nl ? (size_t)(nl - w->text) + 1 : 0;
}

/* Where the `[` stands in that line that is not closed yet; SIZE_MAX: none. */
static size_t
left_open(const struct slips *w)
{
	size_t from = line_start(w), depth = 0;

	for (size_t at = w->n; at > from; at--) {
		char c = w->text[at - 1];

		if (c == ']')
			depth++;
		else if (c == '[' && depth-- == 0)
			return at - 1;
	}
	return SIZE_MAX;
}

/* Writes the end of a link to the address at `s`. */
static void
put_address(struct slips *w, const char *s, size_t len)
{
	put(w, "](", 2);
	put(w, s, len);
	put(w, ")", 1);
}

/* The bytes of a bare address at `s`, up to a blank or what ends a sentence. */
static size_t
bare(const char *s, size_t len)
{
	size_t n = 0;

	while (
	    n < len && !text_ascii_blank(s[n]) && !strchr("\n\"<>[]()", s[n]))
		n++;
	while (n > 0 && strchr(".,;:", s[n - 1]))
		n--;
	return n > 8 && memcmp(s, "http", 4) == 0 && memmem(s, n, "://", 3) ? n
									    : 0;
}

/* Whether the words from `[` on are an item's first, and said nowhere else. */
static bool
is_item(const struct slips *w, size_t open, const char *s, size_t len)
{
	size_t at = line_start(w), words = w->n - open + 1;
	const char *first;
	char *name = w->text + open;
	bool once;

	while (at < open && (w->text[at] == ' ' || w->text[at] == '\t'))
		at++;
	if (at + 2 > open || !strchr("-*+", w->text[at]) ||
	    w->text[at + 1] != ' ' || words < 3)
		return false;
	/* What refers to them makes the line a definition. */
	w->text[w->n] = ']';
	first = memmem(s, len, name, words);
	once = first &&
	    !memmem(
		first + words, len - (size_t)(first + words - s), name, words);
	return once;
}

/*
 * Writes a link at `]`, behind which its address stands in another way:
 * `[Title] (https://...)`, `[Title]https://...`, `[Title][https://...]`, and
 * `[Title]: https://...` in an item, of the `all` bytes at `from`.
 */
static size_t
put_closed(
    struct slips *w, const char *s, size_t len, const char *from, size_t all)
{
	size_t open = left_open(w), n, skip = 1;

	if (open == SIZE_MAX || open + 3 > w->n || len < 10 ||
	    w->text[w->n - 1] == '\\')
		return 0;
	if (memcmp(s + 1, "[http", 5) == 0 || memcmp(s + 1, " (http", 6) == 0) {
		bool square = s[1] == '[';

		skip = square ? 2 : 3;
		n = address(s + skip, len - skip, square ? ']' : ')');
		if (n > 0)
			put_address(w, s + skip, n);
		return n > 0 ? skip + n + 1 : 0;
	}
	if (memcmp(s + 1, ": http", 6) == 0 && is_item(w, open, from, all))
		skip = 3;
	n = bare(s + skip, len - skip);
	if (n > 0)
		put_address(w, s + skip, n);
	return n > 0 ? skip + n : 0;
}

/* Closes the words before an address at `(`: `[Title(https://...)`. */
static size_t
put_unclosed(struct slips *w, const char *s, size_t len)
{
	size_t n = len > 10 ? address(s + 1, len - 1, ')') : 0;
	size_t open = n > 0 ? left_open(w) : SIZE_MAX;
	const char *nl = memchr(s, '\n', len);

	if (open == SIZE_MAX || w->n < open + WORDS_LEAST ||
	    memchr(s, ']', nl ? (size_t)(nl - s) : len))
		return 0;
	put_address(w, s + 1, n);
	return n + 2;
}

/* Opens the words of an item before `](http`: `- Title](https://...)`. */
static size_t
put_unopened(struct slips *w, const char *s, size_t len)
{
	size_t from = line_start(w), n;

	if (len < 10 || memcmp(s, "](http", 6) != 0 ||
	    s[6 + (s[6] == 's')] != ':' || from + 2 > w->n ||
	    memchr(w->text + from, '[', w->n - from))
		return 0;
	n = address(s + 2, len - 2, ')');
	while (from < w->n && w->text[from] == ' ')
		from++;
	if (n == 0 || w->n < from + WORDS_LEAST ||
	    !strchr("-*+", w->text[from]) || w->text[from + 1] != ' ')
		return 0;
	from += 2;
	memmove(w->text + from + 1, w->text + from, w->n++ - from);
	w->text[from] = '[';
	put_address(w, s + 2, n);
	return n + 3;
}

/* Leaves out a bracket that closes none: `[Title]](http...`, `](http...))`. */
static size_t
drop_second(struct slips *w, const char *s, size_t len)
{
	size_t from = line_start(w);
	int depth = 0;

	if (*s == ']') {
		size_t open = left_open(w);

		return len > 6 && memcmp(s, "]](http", 6) == 0 &&
		    open != SIZE_MAX &&
		    !memchr(w->text + from, '[', open - from);
	}
	if (w->n == from || w->text[w->n - 1] != ')')
		return 0;
	for (size_t at = from; at < w->n; at++)
		depth += (w->text[at] == '(') - (w->text[at] == ')');
	return depth == 0 && memmem(w->text + from, w->n - from, "](http", 6);
}

/* The bytes up to the bracket that closes an address at `s`; 0: none does. */
static size_t
enclosed(const char *s, size_t len)
{
	int depth = 0;

	for (size_t n = 0; n < len && n < LONGEST && !strchr(" \n<>", s[n]);
	     n++) {
		depth += s[n] == '(';
		if (s[n] == ')' && depth-- == 0)
			return n;
	}
	return 0;
}

/*
 * Puts several facts in brackets at the end of a link behind it: `[Title [Ann Lee;
 * 2031]](address)`.
 */
static size_t
put_behind(struct slips *w, const char *s, size_t len)
{
	size_t n = len > 4 && memcmp(s, "]](", 3) == 0
	    ? enclosed(s + 3, len - 3)
	    : 0;
	size_t open = n > 0 ? left_open(w) : SIZE_MAX, words = w->n;
	size_t inner;

	if (open == SIZE_MAX || open + WORDS_LEAST > words)
		return 0;
	inner = words - open - 1;
	w->n = open;
	/* One word there, "[PDF]", may be the title's. */
	if (!memchr(w->text + open, ';', inner) || left_open(w) == SIZE_MAX ||
	    w->text[open - 1] != ' ') {
		w->n = words;
		return 0;
	}
	/* The words go behind what is written before them. */
	memmove(w->text + open + n + 4, w->text + open + 1, inner);
	w->n--;
	put_address(w, s + 3, n);
	put(w, " (", 2);
	w->n += inner;
	put(w, ")", 1);
	return n + 4;
}

/* The bytes of an address in brackets at `s`, up to the second one; 0: none. */
static size_t
target(const char *s, size_t len)
{
	size_t n = 0;

	if (len < 3 || *s != '(')
		return 0;
	while (n < len && n < LONGEST && s[n] != ')' &&
	    !text_ascii_blank(s[n]) && s[n] != '\n')
		n++;
	return n > 1 && n < len && s[n] == ')' ? n + 1 : 0;
}

/*
 * The bytes between two links that are one, torn at a bracket: of
 * `[Title (](url) [Ann Lee)](url)` those from `](` on; 0: there are none.
 */
static size_t
torn(const struct slips *w, const char *s, size_t len)
{
	size_t url = w->n > 0 && w->text[w->n - 1] == '('
	    ? target(s + 1, len - 1)
	    : 0,
	       n = url + 1;
	const char *close;

	if (url == 0)
		return 0;
	n += n < len && s[n] == ' ';
	if (n == len || s[n] != '[')
		return 0;
	n++;
	close = memchr(s + n, ']', len - n < LONGEST ? len - n : LONGEST);
	return close && close[-1] == ')' &&
		target(close + 1, len - (size_t)(close + 1 - s)) == url &&
		memcmp(close + 1, s + 1, url) == 0
	    ? n
	    : 0;
}

/* Writes a form that begins with `]`. */
static size_t
put_bracket(struct slips *w, const char *s, const char *from, size_t len)
{
	size_t n = torn(w, s, len);

	if (n == 0)
		n = put_spaced(w, s, len);
	if (n == 0)
		n = put_closed(w, s, len, from, (size_t)(s - from) + len);
	if (n == 0)
		n = put_unopened(w, s, len);
	if (n == 0)
		n = put_behind(w, s, len);
	return n > 0 ? n : drop_second(w, s, len);
}

/*
 * The bytes of a mark at `s` that stands twice before a link or box, "- - [x]",
 * while nothing is below; 0: there is none.
 */
static size_t
twice_marked(const char *s, const char *from, size_t len)
{
	const char *nl;

	if (len < 5 || s[1] != ' ' || s[2] != *s || s[3] != ' ' || s[4] != '[')
		return 0;
	while (from < s && s[-1] == ' ')
		s--, len++;
	nl = memchr(s, '\n', len);
	return (s == from || s[-1] == '\n') &&
		(!nl || nl + 2 >= s + len || memcmp(nl + 1, "  ", 2) != 0)
	    ? 2
	    : 0;
}

/* Writes a form that `s` begins with; returns its bytes, 0: there is none. */
static size_t
put_form(struct slips *w, const char *s, const char *from, size_t len)
{
	size_t name, url;
	const char *link = "";

	if (*s == '@') {
		url = embedded_read(w->arena, s, len, &link);
		put(w, link, url > 0 ? strlen(link) : 0);
		return url;
	}
	if (*s == ')') {
		url = put_turned(w, s, len);
		return url > 0 ? url : drop_second(w, s, len);
	}
	if (*s == '(')
		return put_unclosed(w, s, len);
	if (*s == ']')
		return put_bracket(w, s, from, len);
	if (*s == '-' || *s == '*')
		return twice_marked(s, from, len);
	if (*s != '\\')
		return 0;
	if (w->lines && ends_line(s, from, len)) {
		put(w, "\\", 1);
		return 2 + strspn(s + 2, " ");
	}
	name = command(s, len);
	if (name == 0)
		return 0;
	url = address(s + name + 1, len - name - 1, '}');
	put(w, "[", 1);
	put(w, s + 1, name - 1);
	put(w, "](", 2);
	put(w, s + name + 1, url);
	put(w, ")", 1);
	return name + url + 2;
}

/* As memmem(), but soon where the first byte of the form is rare. */
static const char *
find(const char *s, const char *end, const char *form)
{
	size_t n = strlen(form);

	while ((s = memchr(s, *form, (size_t)(end - s)))) {
		if ((size_t)(end - s) >= n && memcmp(s, form, n) == 0)
			return s;
		s++;
	}
	return NULL;
}

/* Whether a `[` of the same line is not closed before `at`. */
static bool
is_open(const char *s, const char *at)
{
	while (at > s && *--at != '\n') {
		if (*at == '[')
			return true;
		if (*at == ']')
			return false;
	}
	return false;
}

static const char *
address_end(const char *s, const char *end)
{
	while (s < end && *s != ')' && !text_ascii_blank(*s) && *s != '\n')
		s++;
	return s;
}

/* Whether behind `]` an address follows that is no link's. */
static bool
is_loose(const char *s, const char *end)
{
	static const char *const loose[] = {
	    "]http", "][http", "] (http", "]: http"};

	for (size_t i = 0; i < sizeof(loose) / sizeof(*loose); i++) {
		size_t n = strlen(loose[i]);

		if ((size_t)(end - s) > n && memcmp(s, loose[i], n) == 0)
			return true;
	}
	return false;
}

/* Whether it pays to write the text anew. */
static bool
may_have_some(const char *s, const char *end, bool lines)
{
	const char *last = s; /* behind the bracket before */

	if (lines || find(s, end, ")[http") || find(s, end, "{http") ||
	    find(s, end, "- - [") || find(s, end, "@[") ||
	    find(s, end, "(](") || find(s, end, "* * ["))
		return true;
	for (const char *at = s; (at = find(at, end, "(http"));) {
		if (at > s && at[-1] != ']' && is_open(s, at))
			return true;
		at = address_end(at + 1, end);
		if (end - at > 1 && at[0] == ')' && at[1] == ')')
			return true;
	}
	while ((s = memchr(s, ']', (size_t)(end - s)))) {
		if (!memchr(last, '[', (size_t)(s - last)) || is_loose(s, end))
			return true;
		last = ++s;
		if (s < end && *s == '(' &&
		    spaced(s + 1, (size_t)(end - s) - 1) > 0)
			return true;
	}
	return false;
}

/* Bytes that a form begins with, and the one that ends a line. */
static const bool begins[UCHAR_MAX + 1] = {['@'] = true,
    [')'] = true,
    ['('] = true,
    [']'] = true,
    ['-'] = true,
    ['*'] = true,
    ['\\'] = true,
    ['\n'] = true};

char *
slips_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct slips w = {.arena = arena};
	size_t more = 0; /* bytes of addresses that are put in */
	bool code = false;

	w.lines = find(s, end, "\\\\") && !find(s, end, "$$") &&
	    !find(s, end, "\\begin");
	if (!may_have_some(s, end, w.lines))
		return NULL;
	for (const char *at = s; (at = find(at, end, "@[")); at++)
		more += EMBEDDED_MORE;
	/* Each other form has six bytes at least, and becomes two longer. */
	w.text = arena_alloc(arena, *len + *len / 3 + more + 1);
	for (size_t i = 0; i < *len;) {
		size_t n = 0, plain = 0;

		if (i == 0 || s[i - 1] == '\n')
			code ^= text_lines_fence(s + i, end);
		while (i + plain < *len && !begins[(unsigned char)s[i + plain]])
			plain++;
		put(&w, s + i, plain);
		i += plain;
		if (i < *len && !code)
			n = put_form(&w, s + i, s, *len - i);
		w.any = w.any || n > 0;
		if (n == 0 && i < *len)
			put(&w, s + i, n = 1);
		i += n;
	}
	w.text[w.n] = '\0';
	*len = w.n;
	return w.any ? w.text : NULL;
}
