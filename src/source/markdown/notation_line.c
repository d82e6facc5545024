#include "source/markdown/notation_line.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/buffer.h"
#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "source/markdown/admonition.h"
#include "source/markdown/emoji.h"
#include "source/markdown/footnotes.h"
#include "source/markdown/hiding.h"
#include "source/markdown/line_text.h"
#include "source/markdown/mdx.h"
#include "source/markdown/shortcode.h"
#include "source/markdown/wiki_link.h"

/*
 * One walk over the bytes of each line.  What a form has to end with is looked for within a bound, so that no line costs more than its length.
 */

#define NEAR        2000 /* bytes within which marks have to end */
#define KEY_LONGEST 30   /* bytes of the name of a property */
#define INDENT      4    /* columns that the text of a note apart stands in */

/* What kept() and put_form() ask about. */
#define SIGNS(PUT, n) \
	PUT('`', n) \
	PUT('\\', n) \
	PUT(':', n) \
	PUT('<', n) \
	PUT(']', n) \
	PUT('!', n) \
	PUT('[', n) \
	PUT('~', n) PUT('=', n) PUT('%', n) PUT('{', n) PUT('^', n)

/* One of which a line has that is more than words, but for imports. */
#define ANY_SIGNS(PUT, n) SIGNS(PUT, n) PUT('?', n)

/* The sign of each pair of marks around words. */
static const char pair_sign[NOTATION_PAIRS] = {'~', '=', '%'};

static bool
begins(const char *s, size_t len, const char *word)
{
	size_t n = strlen(word);

	return len > n && memcmp(s, word, n) == 0;
}

/* Words within a line. */

/* The bytes of code between backticks at `s`; 0: they are only themselves. */
static size_t
code_span(const char *s, size_t len)
{
	size_t n = 0, run = 0;

	if (len > NEAR)
		len = NEAR;
	while (n < len && s[n] == '`')
		n++;
	for (size_t i = n; i < len; i++) {
		run = s[i] == '`' ? run + 1 : 0;
		if (run == n && (i + 1 == len || s[i + 1] != '`'))
			return i + 1;
	}
	return 0;
}

/* The bytes of an address, a tag or code at `s[i]`, which stay; else 0. */
static size_t
kept(const struct notation *w, size_t i)
{
	const char *s = w->s + i, *end;
	size_t len = w->len - i, n = 0;

	switch (*s) {
	case '`':
		n = code_span(s, len);
		while (n == 0 || (n < len && s[n] == '`' && s[n - 1] == '`'))
			n++;
		return n;
	case '\\':
		return len < 2 ? 1 : 2;
	case ':':
		if (len < 3 || s[1] != '/' || s[2] != '/')
			return 0;
		while (n < len && !text_ascii_blank(s[n]) &&
		    !strchr("<>)]|\"", s[n]))
			n++;
		return n;
	case '<':
		if (len < 2 || (!text_ascii_letter(s[1]) && s[1] != '/'))
			return 0;
		end = memchr(s, '>', len < NEAR ? len : NEAR);
		return end ? (size_t)(end - s) + 1 : 0;
	case ']':
		if (len < 4 || s[1] != '(' ||
		    (s[2] == '{' && strchr("{%", s[3])))
			return 0;
		end = memchr(s, ')', len < NEAR ? len : NEAR);
		return end ? (size_t)(end - s) : 0;
	default:
		return 0;
	}
}

static bool
is_blank_at(const struct notation *w, size_t i)
{
	return i >= w->len || text_ascii_blank(w->s[i]);
}

/* Where the second mark of the pair begins, whose first is at `i`; 0: nowhere. */
static size_t
pair_end(const struct notation *w, enum notation_pair pair, size_t i)
{
	const char mark[2] = {pair_sign[pair], pair_sign[pair]};
	size_t most = w->len - i - 2 < NEAR ? w->len - i - 2 : NEAR;
	const char *end = memmem(w->s + i + 2, most, mark, 2);
	size_t at = end ? (size_t)(end - w->s) : 0;

	if (!end || at == i + 2)
		return 0;
	if (pair == NOTATION_COMMENT)
		return at;
	/* `a == b`, `a==b && c==d` */
	if (is_blank_at(w, i + 2) || is_blank_at(w, at - 1) ||
	    w->s[i + 2] == *mark ||
	    (pair == NOTATION_MARKED &&
		((i > 0 && text_word_byte(w->s[i - 1])) ||
		    (at + 2 < w->len && text_word_byte(w->s[at + 2])))))
		return 0;
	return at;
}

/* The bytes of a mark around words at `s[i]`, which go; 0: it is none. */
static size_t
pair_mark(struct notation *w, size_t i)
{
	for (int pair = 0; pair < NOTATION_PAIRS; pair++) {
		size_t end;

		if (w->s[i] != pair_sign[pair] || i + 1 >= w->len ||
		    w->s[i + 1] != pair_sign[pair])
			continue;
		if (w->close[pair] == i && i > 0) {
			w->close[pair] = 0;
			return 2;
		}
		end = w->close[pair] > i ? 0 : pair_end(w, pair, i);
		/* No name has what is only a remark of who wrote it. */
		if (end > 0 && pair == NOTATION_COMMENT && w->heading)
			return end + 2 - i;
		w->close[pair] = end;
		return end > 0 ? 2 : 0;
	}
	return 0;
}

/* The next line that is not empty, behind `*n` blanks. */
static const char *
line_below(const struct notation *w, size_t *n)
{
	const char *s = w->s + w->len;

	while (s < w->end && *s == '\n')
		s++;
	*n = line_text_span(s, (size_t)(w->end - s), " ");
	return s + *n;
}

/* Whether that line is words, so many columns in. */
static bool
is_words_below(const struct notation *w, size_t columns)
{
	size_t n;
	const char *s = line_below(w, &n);

	return n == columns && line_text_marker(s, (size_t)(w->end - s)) == 0;
}

/* `[^1]` within a line; `[^1]: words` at its start. */
static size_t
put_footnote(struct notation *w, size_t i)
{
	const char *s = w->s + i;
	size_t len = w->len - i, n = footnotes_mark(s, len);

	if (n == 0 || (n < len && s[n] == '('))
		return 0;
	/* "Regex [^a-z] explained" */
	if (w->named && i > 0 && text_ascii_blank(s[-1]) &&
	    !text_ascii_digit(s[2])) {
		buffer_puts(&w->out, "\\");
		buffer_put(&w->out, s, n);
		return n;
	}
	if (!w->named) {
		buffer_puts(&w->out,
		    i > 0 && !text_ascii_blank(s[-1]) ? " \\[" : "\\[");
		buffer_put(&w->out, s + 2, n - 2);
	}
	if (n == len || s[n] != ':')
		return n;
	/* Its paragraphs are no code. */
	if (i == 0 && is_words_below(w, INDENT))
		w->indented = INDENT;
	return n + 1;
}

/* The bytes of ` ^block` at `s[i]`, at the line's end; 0: it is none. */
static size_t
block_name(const struct notation *w, size_t i)
{
	size_t n = i + 1;

	if (i == 0 || w->s[i] != '^' || w->s[i - 1] != ' ')
		return 0;
	while (n < w->len && (text_ascii_word(w->s[n]) || w->s[n] == '-'))
		n++;
	return n > i + 1 && n == w->len ? n - i : 0;
}

/* Words at `s[i]` that are a note of their own, `^[words]`, in brackets. */
static size_t
put_inline_note(struct notation *w, size_t i)
{
	size_t left = w->len - i, n = 2;
	int depth = 1;

	if (left < 4 || w->s[i + 1] != '[')
		return 0;
	for (; n < left && n < NEAR && depth > 0; n++)
		depth += (w->s[i + n] == '[') - (w->s[i + n] == ']');
	if (depth > 0)
		return 0;
	buffer_puts(&w->out, i > 0 && w->s[i - 1] != ' ' ? " (" : "(");
	buffer_put(&w->out, w->s + i + 2, n - 3);
	buffer_puts(&w->out, ")");
	return n;
}

static size_t
put_emoji(struct notation *w, size_t i)
{
	size_t n;
	const char *picture = i > 0 && text_word_byte(w->s[i - 1])
	    ? NULL
	    : emoji_named(w->s + i, w->len - i, &n);

	if (!picture || (i + n < w->len && text_word_byte(w->s[i + n])))
		return 0;
	buffer_puts(&w->out, picture);
	return n;
}

/* Writes the form at `s[i]`; returns its bytes, 0: there is none. */
static size_t
put_form(struct notation *w, size_t i)
{
	size_t n;

	switch (w->s[i]) {
	case '!':
	case '[':
		n = wiki_link_put(&w->out, &w->links, w->s + i, w->len - i);
		return n > 0 ? n : put_footnote(w, i);
	case '~':
	case '=':
	case '%':
		return pair_mark(w, i);
	case '{':
		n = shortcode_attributes(w->s, w->len, i);
		return n > 0 ? n : shortcode_put(&w->out, w->s + i, w->len - i);
	case ']':
		return shortcode_link(&w->out, w->s + i, w->len - i);
	case ':':
		return put_emoji(w, i);
	case '^':
		n = block_name(w, i);
		return n > 0 ? n : put_inline_note(w, i);
	default:
		return 0;
	}
}

/* Writes the words of the line from `i` on. */
static void
put_words(struct notation *w, size_t i)
{
	static const struct scan_set signs = SCAN_SET(SIGNS);
	size_t from = i;

	memset(w->close, 0, sizeof(w->close));
	while ((i = scan_until(&signs, w->s, w->len, i)) < w->len) {
		size_t n = kept(w, i);

		if (n > 0) {
			i += n;
			continue;
		}
		buffer_put(&w->out, w->s + from, i - from);
		from = i;
		n = put_form(w, i);
		i += n > 0 ? n : 1;
		if (n > 0) {
			w->changed = true;
			from = i;
		}
	}
	buffer_put(&w->out, w->s + from, w->len - from);
}

/* Lines that are a form. */

/* Blanks and the marks of quotations. */
static size_t
skip_quotes(const char *s, size_t len, bool *quoted)
{
	size_t n = 0;

	while (n < len && (s[n] == '>' || text_ascii_blank(s[n])))
		*quoted = s[n++] == '>' || *quoted;
	return n;
}

/* The mark of an item at `i`, with the blanks after it. */
static size_t
skip_item(const char *s, size_t len, size_t i)
{
	size_t n = i < len ? line_text_marker(s + i, len - i) : 0;

	if (n == 0)
		return i;
	for (i += n; i < len && text_ascii_blank(s[i]);)
		i++;
	return i;
}

/* Writes `**Name: title**`, the name in small letters but the first. */
static void
put_label(struct notation *w, const char *name, size_t name_len,
    const char *title, size_t title_len)
{
	bool named = title_len == 0 ||
	    (title_len == name_len && text_ascii_same(title, name, name_len));
	const struct notation line = *w;

	buffer_puts(&w->out, "**");
	for (size_t i = 0; i < name_len; i++) {
		char c = text_ascii_lower(name[i]);

		if (i == 0 && c >= 'a' && c <= 'z')
			c = (char)(c - ('a' - 'A'));
		buffer_put(&w->out, &c, 1);
	}
	buffer_puts(&w->out, ":");
	if (!named) {
		buffer_puts(&w->out, " ");
		w->s = title;
		w->len = title_len;
		put_words(w, 0);
		w->s = line.s;
		w->len = line.len;
	}
	buffer_puts(&w->out, "**");
	w->changed = true;
}

/* Whether the next line that is not empty stands so many columns in, or a tab. */
static bool
is_indented_below(const struct notation *w, size_t columns)
{
	size_t n;
	const char *s = line_below(w, &n);

	return n >= columns || (s < w->end && *s == '\t');
}

/* Writes a line that begins or ends a note apart; its text is moved out. */
static bool
put_admonition(struct notation *w, size_t at, bool quoted)
{
	struct admonition a;

	if (!admonition_read(w->s + at, w->len - at, quoted, &a) ||
	    (a.indented && !is_indented_below(w, at + INDENT)))
		return false;
	buffer_put(&w->out, w->s, at);
	w->indented = a.indented ? at + INDENT : 0;
	w->changed = true;
	if (a.block)
		buffer_put(&w->out, a.title_len > 0 ? a.title : a.name,
		    a.title_len > 0 ? a.title_len : a.name_len);
	else if (a.name_len > 0)
		put_label(w, a.name, a.name_len, a.title, a.title_len);
	else
		buffer_put(&w->out, a.title, a.title_len);
	return true;
}

/* Takes the line's indentation away, where it has that of a note apart. */
static void
take_indented(struct notation *w)
{
	size_t n = line_text_span(w->s, w->len, " ");

	if (w->indented == 0 || n == w->len)
		return;
	if (n >= w->indented || w->s[n] == '\t') {
		n = n >= w->indented ? INDENT : n + 1;
		w->s += n;
		w->len -= n;
	} else {
		w->indented = 0;
	}
}

/* Whether a property only tells Logseq how to show what it is of. */
static bool
is_of_looks(const char *key, size_t len)
{
	static const char *const keys[] = {"background-color", "collapsed",
	    "heading", "id", "logseq.order-list-type", "ls-type"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (strlen(keys[i]) == len && memcmp(keys[i], key, len) == 0)
			return true;
	}
	return false;
}

/* `key:: value`; below another line it is an item of its own. */
static bool
put_property(struct notation *w, size_t at, bool item)
{
	const char *s = w->s + at;
	size_t len = w->len - at, n = 0;

	while (n < len && n < KEY_LONGEST &&
	    (text_word_byte(s[n]) || strchr("-_ ", s[n])))
		n++;
	if (n == 0 || !text_word_byte(s[0]) || s[n - 1] == ' ' || len < n + 2 ||
	    memcmp(s + n, "::", 2) != 0 || (len > n + 2 && s[n + 2] != ' '))
		return false;
	w->changed = true;
	if (!item && is_of_looks(s, n))
		return true;
	buffer_put(&w->out, w->s, at);
	if (!item)
		buffer_puts(&w->out, "- ");
	buffer_put(&w->out, s, n + 1);
	put_words(w, at + n + 2);
	return true;
}

/* `%%` that begins or ends a remark of several lines, where the line is cut. */
static void
take_comment(struct notation *w, size_t *at)
{
	const char *s = w->s + *at, *mark = memchr(s, '%', w->len - *at);

	if (mark)
		mark = memmem(mark, (size_t)(w->s + w->len - mark), "%%", 2);
	if (!mark)
		return;
	if (w->comment && mark == w->s + w->len - 2) {
		w->len -= 2;
	} else if (mark == s && !memmem(s + 2, w->len - *at - 2, "%%", 2)) {
		buffer_put(&w->out, w->s, *at);
		w->s += *at + 2;
		w->len -= *at + 2;
		*at = 0;
	} else {
		return;
	}
	w->comment = !w->comment;
	w->changed = true;
}

/* Code. */

/* Whether a line is `{% highlight c %}` or, with `end`, what ends that. */
static bool
is_highlight(const char *s, size_t len, bool end)
{
	size_t n;

	if (len < 8 || *s != '{' || s[len - 1] != '}' || !strchr("{%", s[1]))
		return false;
	n = 2 + line_text_span(s + 2, len - 2, "<%- ");
	if (!end)
		return begins(s + n, len - n, "highlight");
	return begins(s + n, len - n, "endhighlight") ||
	    begins(s + n, len - n, "/highlight");
}

/* Writes a line of code, or of HTML that is no text; false: it is none. */
static bool
put_hidden(struct notation *w, size_t at)
{
	struct hiding *hiding = &w->hiding;
	const char *s = w->s + at;
	size_t len = w->len - at, item;

	if (hiding->fence == '{') {
		if (is_highlight(s, len, true)) {
			hiding->fence = '\0';
			buffer_puts(&w->out, "~~~~~");
			return true;
		}
	} else if (hiding->fence) {
		if (hiding_fence_ends(hiding, s, len, 0))
			hiding->fence = '\0';
	} else if (hiding->html) {
		bool text = *hiding->html == '\0';

		if (hiding_html_ends(hiding, s, len))
			hiding->html = NULL;
		if (text)
			return false;
	} else if (is_highlight(s, len, false)) {
		hiding->fence = '{';
		buffer_puts(&w->out, "~~~~~");
		w->changed = true;
		return true;
	} else {
		item = skip_item(w->s, w->len, at);
		if (!hiding_open_fence(hiding, w->s + item, w->len - item) &&
		    (!hiding_open_html(hiding, s, len) || !hiding->html ||
			*hiding->html == '\0'))
			return false;
	}
	buffer_put(&w->out, w->s, w->len);
	return true;
}

/* Whether a line is words alone, in which nothing is changed. */
static bool
is_plain(const struct notation *w)
{
	static const struct scan_set signs = SCAN_SET(ANY_SIGNS);
	const struct hiding *hiding = &w->hiding;

	return !hiding->fence && !hiding->html && !w->remark && !w->comment &&
	    w->indented == 0 && !(w->len > 0 && strchr("ie", *w->s)) &&
	    scan_until(&signs, w->s, w->len, 0) == w->len;
}

/*
 * Whether a line may be a talk's own, a row or an item that begins with a link:
 * then its title and names are words alone.
 */
static bool
is_named(const struct notation *w, size_t i)
{
	while (i < w->len && strchr("*_", w->s[i]))
		i++;
	return i < w->len &&
	    (w->s[i] == '|' ||
		(w->s[i] == '[' && !begins(w->s + i, w->len - i, "[^")));
}

void
notation_line_put(struct notation *w)
{
	bool quoted = false;
	size_t at, item;

	if (is_plain(w)) {
		buffer_put(&w->out, w->s, w->len);
		return;
	}
	take_indented(w);
	at = skip_quotes(w->s, w->len, &quoted);
	if (put_hidden(w, at))
		return;
	if (mdx_put(&w->out, w->s, w->len, &w->remark)) {
		w->changed = true;
		return;
	}
	w->links.only_words = w->hiding.html != NULL;
	take_comment(w, &at);
	item = skip_item(w->s, w->len, at);
	w->heading = line_text_heading(w->s + item, w->len - item) > 0;
	w->named = w->heading || is_named(w, item);
	if (!put_admonition(w, at, quoted) && !put_property(w, item, item > at))
		put_words(w, 0);
}
