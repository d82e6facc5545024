#include "source/markdown/deferral.h"

#include <limits.h>
#include <string.h>

#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/day_heading.h"
#include "source/markdown/details.h"
#include "source/markdown/label.h"
#include "source/markdown/line_text.h"
#include "source/markdown/minor.h"
#include "source/markdown/table.h"
#include "source/markdown/text_lines.h"

/*
 * What can wait
 * =============
 *
 * Of notes, the rules of shape.c ask few questions (whether there are some, and
 * list items among them; whether a video is there; whether a line speaks for
 * being a talk's) and those for speakers and links look at the first lines.
 * They are answered here without parsing, line by line, and where one cannot be
 * answered for sure the section does not wait:
 *
 * - four lines at least are surely items of lists, with text;
 * - no line is or may be a heading, a table, a definition, HTML but comments and
 *   the tags of details.h,
 *   an item or quotation that begins with another block;
 * - no line begins with a link; other links are only there where the talk's own
 *   is sure: a video, on the first line.
 *
 * Lines that may begin with a date, or have a video or slides, are counted: see
 * lazy.c.
 */

#define LEAST_ITEMS 4 /* lines below a talk's own that may hold its link */
#define MOST_INDENT 3 /* columns; more may be code */
#define URL_LONGEST 512

/* Where the words of a link end, as far as that is simple. */
#define STOPS(PUT, n) \
	PUT('[', n) \
	PUT(']', n) \
	PUT('`', n) PUT('\\', n) PUT('<', n) PUT('&', n) PUT('!', n)

/* What may be more than a letter of a word. */
#define SIGNS(PUT, n) \
	PUT('[', n) \
	PUT(']', n) \
	PUT(':', n) PUT('.', n) PUT('\\', n) PUT('<', n) PUT('&', n)

enum before {
	BEFORE_BLANK,
	BEFORE_TAG, /* of details.h: HTML may go on */
	BEFORE_URL,
	BEFORE_TEXT, /* a paragraph may go on */
};

struct deferral {
	const char *s; /* the text */
	uint32_t url;  /* of the section; 0: none */
	enum before before;
	bool item;         /* the open paragraph began as an item */
	const char *first; /* the text of its first line */
	size_t first_len;  /* 0: that is in a quotation */
	bool more;         /* the line goes on with it */
	const char *open;  /* bracket to which no other comes in its line */
	const char *above; /* such a bracket in the line before, or NULL */
	int column;        /* of the first item that is sure; -1: none yet */
	size_t items;      /* that are sure */
	size_t dated;
	bool video; /* the URL is one of a video */
	bool linked, quoted;
	char fence; /* of the open code block; else NUL */
	size_t fence_len;
};

/* Words before a link. */

static bool
is_day_word(const char *s, size_t len)
{
	char small[16];
	bool dated = false;

	if (len > sizeof(small))
		return false;
	for (size_t i = 0; i < len; i++)
		small[i] = text_ascii_lower(s[i]);
	return day_heading_word(small, len, &dated);
}

/*
 * Whether the text begins with two words of which the first is no word of days,
 * perhaps after a box, and after such words.
 */
static bool
begins_with_words(const char *s, size_t len)
{
	size_t n, next;

	if (len > 4 && s[0] == '[' && s[2] == ']' && s[3] == ' ') {
		s += 4;
		len -= 4;
	}
	for (;; s += next, len -= next) {
		for (n = 0; n < len && text_ascii_letter(s[n]);)
			n++;
		for (next = n; next < len && s[next] == ' ';)
			next++;
		if (n == 0 || next == n || next == len ||
		    !text_ascii_word(s[next]))
			return false;
		if (!is_day_word(s, n))
			return true;
	}
}

/* The same of what stands before the link at `s[i]`, in its line or above. */
static bool
is_worded(const struct deferral *d, const char *s, size_t i)
{
	return d->more ? begins_with_words(d->first, d->first_len)
		       : begins_with_words(s, i);
}

/* Whether before byte `i` stands a word, of no day, and a bracket: "Name (". */
static bool
is_named(const char *s, size_t i)
{
	size_t n = 0;

	while (n < i && text_ascii_letter(s[n]))
		n++;
	return n > 1 && n + 2 <= i && s[n] == ' ' && s[n + 1] == '(' &&
	    (n + 2 == i || (n + 3 == i && s[n + 2] == ' ')) &&
	    !is_day_word(s, n);
}

/* Links. */

/* Notes a link that is not at the beginning of its line's text. */
static bool
take_link(struct deferral *d, const char *url, size_t len, bool worded)
{
	char copy[URL_LONGEST];

	if (!worded || !d->video || len >= sizeof(copy))
		return false;
	memcpy(copy, url, len);
	copy[len] = '\0';
	d->linked = true;
	d->dated += link_is_video(copy);
	/* What cannot be opened is told. */
	return link_is_openable(copy);
}

/* The bytes of a URL's usual characters. */
static size_t
url_length(const char *s, size_t len)
{
	/* Letters and digits are, too. */
	static const bool sign[UCHAR_MAX + 1] = {['-'] = true,
	    ['.'] = true,
	    ['_'] = true,
	    ['~'] = true,
	    ['/'] = true,
	    ['?'] = true,
	    ['%'] = true,
	    ['='] = true,
	    ['#'] = true,
	    [':'] = true,
	    ['+'] = true,
	    [','] = true,
	    ['@'] = true,
	    [';'] = true};
	size_t n = 0;

	while (n < len && (text_ascii_word(s[n]) || sign[(unsigned char)s[n]]))
		n++;
	return n;
}

/* Where the words of a link end from `i` on, as far as that is simple. */
static size_t
words_end(const char *s, size_t len, size_t i)
{
	static const struct scan_set stop = SCAN_SET(STOPS);

	return scan_until(&stop, s, len, i);
}

/*
 * The bytes of `[words](url)` at `s`, or of its rest from the words on; 0 where
 * it is not as simple as that.  The URL goes to `*url`.
 */
static size_t
inline_link(const char *s, size_t len, const char **url, size_t *url_len)
{
	size_t n = words_end(s, len, *s == '[');

	if ((n == 1 && *s == '[') || n + 2 > len || s[n] != ']' ||
	    s[n + 1] != '(')
		return 0;
	*url = s + n + 2;
	*url_len = url_length(*url, len - n - 2);
	n += 2 + *url_len;
	return *url_len > 0 && n < len && s[n] == ')' ? n + 1 : 0;
}

/* Whether a link's words say that it leads to a video or slides. */
static bool
is_recording(const char *s, size_t len)
{
	enum label_kind kind = label_read(s, len);

	return kind == LABEL_VIDEO || kind == LABEL_SLIDES;
}

/* The bytes of the link or bracket at `s[i]`; 0: it is not sure. */
static size_t
take_bracket(struct deferral *d, const char *s, size_t i, size_t len)
{
	const char *url;
	size_t url_len, n = inline_link(s + i, len - i, &url, &url_len);
	bool image = i > 0 && s[i - 1] == '!' && (i < 2 || s[i - 2] != '\\');

	if (n == 0) {
		if (!image && words_end(s, len, i + 1) == len)
			d->open = s + i;
		return 1;
	}
	/* Its words stand for an image. */
	if (image)
		return n;
	d->dated += is_recording(s + i + 1, (size_t)(url - s) - i - 3);
	return take_link(d, url, url_len, is_worded(d, s, i)) ? n : 0;
}

/*
 * The bytes of the rest, at `s[i]`, of a link whose words began in the line
 * before; 0: it is not sure.
 */
static size_t
take_wrapped(struct deferral *d, const char *s, size_t i, size_t len)
{
	char words[URL_LONGEST];
	const char *url;
	size_t url_len, n = inline_link(s, len, &url, &url_len);
	size_t nwords = d->above ? (size_t)(s + i - d->above) - 1 : 0;

	if (n <= i || nwords == 0 || nwords > sizeof(words) ||
	    words_end(s, len, 0) != i)
		return 0;
	memcpy(words, d->above + 1, nwords);
	for (size_t k = 0; k < nwords; k++) {
		if (text_ascii_blank(words[k]))
			words[k] = ' ';
	}
	d->dated += is_recording(words, nwords);
	return take_link(d, url, url_len, is_worded(d, s, i)) ? n - i : 0;
}

/* The bytes of the address whose `://` is at `s[i]`; 0: it is not sure. */
static size_t
take_address(struct deferral *d, const char *s, size_t i, size_t len)
{
	size_t from = i, n;

	while (from > 0 && text_ascii_letter(s[from - 1]))
		from--;
	if (i - from < 4 || i - from > 5 ||
	    !text_ascii_same(s + from, "http", 4))
		return 0;
	n = url_length(s + from, len - from);
	if (n <= i - from + 3 || (from > 0 && s[from - 1] == '<') ||
	    (from + n < len && text_ascii_any(s[from + n], "*_\\[<`&")))
		return 0;
	if (from == 0 && !d->more && d->item) {
		/* It may be that of a talk in the item before. */
		d->dated++;
		return take_link(d, s, n, true) ? n - i : 0;
	}
	/* What goes on behind an address is no title's. */
	if (!d->more && from + n + 2 < len && is_named(s, from))
		return take_link(d, s + from, n, true) ? from + n - i : 0;
	if ((from == 0 && !d->more) || !is_worded(d, s, i))
		return 0;
	/* At the end, behind a sign or alone, it speaks for a talk. */
	d->dated += from + n == len &&
	    (from == 0 ||
		(from > 1 && s[from - 1] == ' ' &&
		    text_ascii_any(s[from - 2], ":,-|")));
	return take_link(d, s + from, n, true) ? from + n - i : 0;
}

/* The bytes at `s[i]` that are one thing; 0: it is not sure what. */
static size_t
take_sign(struct deferral *d, const char *s, size_t i, size_t len)
{
	size_t rest = len - i;
	char next = rest > 1 ? s[i + 1] : ' ';

	switch (s[i]) {
	case '[':
		return take_bracket(d, s, i, len);
	case ']':
		return next == '(' ? take_wrapped(d, s, i, len) : 1;
	case ':':
		return next == '/' && rest > 2 && s[i + 2] == '/'
		    ? take_address(d, s, i, len)
		    : 1;
	case '.':
		return i >= 3 && text_ascii_same(s + i - 3, "www", 3) ? 0 : 1;
	case '\\':
		return text_ascii_any(next, "/:.") ? 0 : 1;
	case '<':
		return minor_angle(s + i, rest);
	default:
		return minor_ampersand(s + i, rest);
	}
}

/*
 * Whether the text of a line is sure.  It begins a paragraph; or, with `more`,
 * it goes on.
 */
static bool
take_text(struct deferral *d, const char *s, size_t len, bool more)
{
	static const struct scan_set signs = SCAN_SET(SIGNS);

	d->more = more;
	d->above = more ? d->open : NULL;
	d->open = NULL;
	for (size_t i = scan_until(&signs, s, len, 0), n; i < len;
	     i = scan_until(&signs, s, len, i + n)) {
		n = take_sign(d, s, i, len);
		if (n == 0)
			return false;
	}
	if (!more) {
		d->first = s;
		d->first_len = len;
	}
	d->dated += line_text_may_be_dated(s, len);
	return !line_text_says_little(s, len);
}

/* Lines. */

static bool
take_item(struct deferral *d, const char *s, size_t len, size_t mark,
    int column, bool quoted)
{
	bool ordered = mark > 1, sure;
	size_t blanks = 0, references = 0;

	/* Only the first number interrupts a paragraph. */
	sure = !quoted && column <= MOST_INDENT &&
	    (!ordered || d->before == BEFORE_BLANK ||
		(d->item && column <= d->column));
	if (ordered && d->before == BEFORE_URL)
		return false;
	s += mark;
	len -= mark;
	while (blanks < len && s[blanks] == ' ')
		blanks++;
	if (blanks > 0 && blanks < len)
		blanks += references = line_text_blank_references(
		    s + blanks, len - blanks);
	if (blanks == 0 || blanks - references > 4 ||
	    !line_text_starts_paragraph(s + blanks, len - blanks))
		return false;
	if (sure && d->column < 0)
		d->column = column;
	d->items += sure;
	d->item = sure;
	d->before = BEFORE_TEXT;
	return take_text(d, s + blanks, len - blanks, false);
}

/* Whether a line has no other sign than this one, but blanks. */
static bool
is_run(const char *s, size_t len, const char *signs)
{
	for (size_t i = 0; i < len; i++) {
		if (!strchr(signs, s[i]))
			return false;
	}
	return true;
}

/* Whether the line may make a heading or a table of those before it. */
static bool
is_underline(const char *s, size_t len)
{
	return is_run(s, len, "= ") ||
	    (is_run(s, len, "|:->\t ") && memchr(s, '-', len));
}

/* `---` that parts paragraphs. */
static bool
is_rule(const struct deferral *d, const char *s, size_t len)
{
	return d->before == BEFORE_BLANK && len >= 3 && is_run(s, len, "-");
}

/* Begins a code block, where that is sure. */
static bool
take_fence(struct deferral *d, const char *s, size_t len, bool outermost)
{
	size_t n = 0;

	while (n < len && s[n] == *s)
		n++;
	if (n < 3 || !outermost || (*s == '`' && memchr(s + n, '`', len - n)))
		return false;
	d->fence = *s;
	d->fence_len = n;
	return true;
}

/* A comment that is all of the line. */
static bool
is_comment(const char *s, size_t len)
{
	return len >= 7 && memcmp(s, "<!--", 4) == 0 &&
	    memcmp(s + len - 3, "-->", 3) == 0 &&
	    !memchr(s + 4, '<', len - 4) && !memchr(s + 4, '>', len - 5);
}

static bool
take_paragraph(struct deferral *d, const char *s, size_t len, bool quoted)
{
	bool more = d->before == BEFORE_TEXT && !quoted;

	if (d->before == BEFORE_URL || text_ascii_any(*s, "|~#<="))
		return false;
	if (!more)
		d->item = false;
	d->before = BEFORE_TEXT;
	if (!take_text(d, s, len, more))
		return false;
	if (quoted)
		d->first_len = 0;
	return true;
}

/* A line that is not blank, without its blanks at both ends. */
static bool
take_block(struct deferral *d, const char *s, size_t len, int column)
{
	bool quoted = *s == '>';
	size_t mark;

	if (quoted && column > MOST_INDENT)
		return false;
	while (len > 0 && (*s == '>' || (quoted && *s == ' '))) {
		s++;
		len--;
	}
	d->quoted = d->quoted || quoted;
	if (len == 0) {
		d->before = BEFORE_TEXT;
		d->item = false;
		d->first_len = 0;
		return true;
	}
	if (is_rule(d, s, len) && !quoted)
		return true;
	if (is_underline(s, len))
		return false;
	if (text_lines_fence(s, s + len))
		return take_fence(d, s, len, column == 0 && !quoted);
	if (d->before == BEFORE_BLANK && column == 0 && !quoted &&
	    details_is_tag(s, len)) {
		d->before = BEFORE_TAG;
		d->item = false;
		return true;
	}
	if (is_comment(s, len) && column == 0 && !quoted) {
		d->before = BEFORE_BLANK;
		return true;
	}
	mark = line_text_marker(s, len);
	return mark > 0 ? take_item(d, s, len, mark, column, quoted)
			: take_paragraph(d, s, len, quoted);
}

/* A line within a code block. */
static void
take_code(struct deferral *d, const char *s, size_t len, int column)
{
	size_t n = 0;

	while (n < len && s[n] == d->fence)
		n++;
	if (n < d->fence_len || n < len || column > MOST_INDENT)
		return;
	d->fence = '\0';
	d->before = BEFORE_BLANK;
}

static bool
take_line(struct deferral *d, const char *s, size_t len)
{
	const char *line = s;
	int column = 0;

	while (len > 0 && text_ascii_blank(*s)) {
		column += *s == '\t' ? MOST_INDENT + 1 : 1;
		s++;
		len--;
	}
	while (len > 0 && text_ascii_blank(s[len - 1]))
		len--;
	if (d->fence) {
		take_code(d, s, len, column);
		return true;
	}
	if (len == 0) {
		d->before = BEFORE_BLANK;
		return true;
	}
	if (d->before == BEFORE_TAG)
		return false;
	if (d->url > 0 && d->s + d->url >= line && d->s + d->url < s + len) {
		d->before = BEFORE_URL;
		return d->items == 0;
	}
	return take_block(d, s, len, column);
}

/* Whether a URL is all that stands before the section's notes. */
static bool
is_first(const struct section *section, const char *s)
{
	size_t line = section->url;

	while (line > section->body && s[line - 1] != '\n')
		line--;
	for (size_t i = section->body; i < line; i++) {
		if (!text_ascii_blank(s[i]) && s[i] != '\n')
			return false;
	}
	return true;
}

static bool
leads_to_video(const struct section *section, const char *s)
{
	size_t len = section->url_end - section->url;
	char url[URL_LONGEST];

	if (section->url == 0 || len >= sizeof(url))
		return false;
	memcpy(url, s + section->url, len);
	url[len] = '\0';
	return link_is_video(url);
}

void
deferral_look(struct section *section, const char *s)
{
	struct deferral d = {
	    .s = s,
	    .url = section->url,
	    .column = -1,
	    .video = leads_to_video(section, s),
	};
	const char *at = s + section->body, *end = s + section->end;

	if (section->level == 0 || (d.url > 0 && !is_first(section, s)))
		return;
	while (at < end) {
		const char *nl = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((nl ? nl : end) - at);

		if (!take_line(&d, at, len))
			return;
		at += len + 1;
	}
	if (d.fence || d.items < LEAST_ITEMS)
		return;
	section->kind = OUTLINE_MIXED;
	section->dated = (uint32_t)d.dated;
	section->linked = d.linked;
	section->quoted = d.quoted;
}
