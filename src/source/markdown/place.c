#include "source/markdown/place.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/names.h"

#define GROUPS_MOST 12 /* at the end of a line */

/* Signs. */

/* The bytes of the dash between blanks at `s`, 0 if there is none. */
static size_t
dash(const char *s, size_t len)
{
	if (len < 3 || s[0] != ' ')
		return 0;
	if (s[1] == '-')
		return s[2] == ' '                          ? 3
		    : len > 3 && s[2] == '-' && s[3] == ' ' ? 4
							    : 0;
	return len >= 5 &&
		(memcmp(s + 1, "\xe2\x80\x93 ", 4) == 0 ||
		    memcmp(s + 1, "\xe2\x80\x94 ", 4) == 0)
	    ? 5
	    : 0;
}

static size_t
colon(const char *s, size_t len)
{
	if (s[0] == ':')
		return len >= 2 && s[1] == ' ' ? 2 : 0;
	return len >= 3 && s[0] == '\xef' && memcmp(s, "\xef\xbc\x9a", 3) == 0
	    ? 3
	    : 0;
}

static size_t
bar(const char *s, size_t len)
{
	return len >= 3 && s[1] == '|' && memcmp(s, " | ", 3) == 0 ? 3 : 0;
}

static size_t
comma(const char *s, size_t len)
{
	return len >= 2 && s[0] == ',' && s[1] == ' ' ? 2 : 0;
}

typedef size_t sign(const char *s, size_t len);

/* Where the first or last sign of its kind stands in [from, to); `to`: none. */
static uint32_t
find(const char *s, uint32_t from, uint32_t to, sign *is, bool last, size_t *n)
{
	uint32_t found = to, close = to;
	int depth = 0;

	while (close > from && s[close - 1] != ')' && s[close - 1] != ']')
		close--;
	for (uint32_t i = from; i < to; i++) {
		size_t len = depth > 0 ? 0 : is(s + i, to - i);

		/* A bracket that nothing closes holds nothing. */
		depth += (s[i] == '(' || s[i] == '[') && i < close;
		if (depth > 0)
			depth -= (s[i] == ')' || s[i] == ']');
		if (len == 0 || i == from)
			continue;
		*n = len;
		found = i;
		if (!last)
			break;
	}
	return found;
}

/* Parts of a line. */

const struct span *
line_leading_link(const struct line *line, uint32_t at)
{
	uint32_t from = at;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (span->end <= at)
			continue;
		if (richtext_has_words(line->text, from, span->start))
			return NULL;
		if (span->start > from)
			from = span->start;
		if ((span->style & SPAN_LINK) && span->url[0] != '#' &&
		    richtext_has_words(line->text, span->start, span->end))
			return span;
	}
	return NULL;
}

/* The end of a run of spans of one link or style that starts at `i`. */
static uint32_t
run_end(const struct line *line, const struct span *span)
{
	const struct span *last = &line->spans[line->nspans - 1];

	while (span < last && span[1].start == span->end &&
	    ((span->url && span[1].url &&
		 strcmp(span[1].url, span->url) == 0) ||
		(!span->url && !span[1].url &&
		    (span[1].style & span->style & SPAN_STRONG))))
		span++;
	return span->end;
}

static bool
has_link_in(const struct line *line, uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if ((line->spans[i].style & SPAN_LINK) &&
		    line->spans[i].start >= from && line->spans[i].end <= to)
			return true;
	}
	return false;
}

/* Where the bracket that closes before `end` opens; `end`: nowhere. */
static uint32_t
group_start(const char *s, uint32_t at, uint32_t end)
{
	int depth = 0;

	for (uint32_t i = end; i-- > at;) {
		depth += (s[i] == ')' || s[i] == ']');
		depth -= (s[i] == '(' || s[i] == '[');
		if (depth == 0)
			return i;
	}
	return end;
}

/* "(45 min)", "[1:13:40]", "(EN)", "(keynote)" */
static bool
is_remark(const char *s, size_t len)
{
	size_t digits = 0, others = 0;

	if (len == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' &&
	    s[1] <= 'Z')
		return true;
	if (len == 7 && memcmp(s, "keynote", 7) == 0)
		return true;
	if (label_read(s, len) == LABEL_LINK ||
	    label_read(s, len) == LABEL_VIDEO ||
	    label_read(s, len) == LABEL_SLIDES)
		return true;
	for (size_t i = 0; i < len; i++) {
		digits += text_ascii_digit(s[i]);
		others += !text_ascii_digit(s[i]) &&
		    !strchr(":+ minhsec.", s[i]);
	}
	return digits > 0 && others == 0 && len < 16 && digits != 4;
}

static uint32_t
trim_end(const char *s, uint32_t from, uint32_t to)
{
	while (to > from && strchr(" ,;:-", s[to - 1]))
		to--;
	return to;
}

/* The start of `:emoji:` at the end of the text. */
static uint32_t
emoji_start(const char *s, uint32_t from, uint32_t to)
{
	if (to < from + 3 || s[to - 1] != ':')
		return to;

	uint32_t i = to - 1;

	while (
	    i > from && (text_ascii_word(s[i - 1]) || strchr("_-+", s[i - 1])))
		i--;
	return i > from && i < to - 1 && s[i - 1] == ':' ? i - 1 : to;
}

/* The start of a last link that says what it leads to, as "slides" does. */
static uint32_t
label_start(const struct line *line, uint32_t from, uint32_t to)
{
	for (uint32_t i = line->nspans; i-- > 0;) {
		const struct span *span = &line->spans[i];

		if (span->end != to || span->start <= from)
			continue;
		if ((span->style & SPAN_LINK) &&
		    (label_read(line->text + span->start,
			 span->end - span->start) != LABEL_NONE ||
			!richtext_has_words(
			    line->text, span->start, span->end)))
			return span->start;
	}
	return to;
}

/* The end of the line without groups of links and remarks. */
static uint32_t
find_body(const struct line *line, uint32_t at)
{
	const char *s = line->text;
	uint32_t end = line->len, start;

	for (int i = 0; i < GROUPS_MOST; i++) {
		uint32_t from = emoji_start(s, at, end);

		if (from == end)
			from = label_start(line, at, trim_end(s, at, end));
		if (from == end && end > at && strchr(")]", s[end - 1])) {
			start = group_start(s, at, end);
			if (start > at && start < end &&
			    (has_link_in(line, start, end) ||
				memmem(s + start, end - start, "](", 2) ||
				is_remark(s + start + 1, end - start - 2)))
				from = start;
		}
		while (from > at && strchr(" ,;-", s[from - 1]))
			from--;
		if (from == end || !richtext_has_words(s, at, from))
			break;
		end = from;
	}
	return trim_end(s, at, end);
}

/* Signs before the first word that are no part of it. */
static uint32_t
skip_signs(const struct line *line, uint32_t at)
{
	while (at < line->len && strchr(" -*~|:", line->text[at]))
		at++;
	return at;
}

void
anatomy_read(struct anatomy *a, const struct line *line, bool numbered,
    const char *prefix)
{
	const struct span *link;
	unsigned kinds;

	a->line = line;
	a->at = skip_signs(line, 0);
	a->at += (uint32_t)lead_length(
	    line->text + a->at, line->len - a->at, &kinds);
	if (numbered)
		a->at += (uint32_t)lead_number(
		    line->text + a->at, line->len - a->at);
	if (*prefix && strncmp(line->text + a->at, prefix, strlen(prefix)) == 0)
		a->at = skip_signs(line, a->at + (uint32_t)strlen(prefix));
	a->body = find_body(line, a->at);
	a->head = a->body;
	link = line_leading_link(line, a->at);
	a->leads = link != NULL;
	if (!link)
		return;
	a->head = run_end(line, link);
	/* A bare address before its title is no title. */
	if (link_bare(line->text + link->start, a->head - link->start) > 0 &&
	    richtext_has_words(line->text, link->end, line->len)) {
		a->at = skip_signs(line, link->end);
		a->head = a->body = find_body(line, a->at);
		a->leads = false;
	} else {
		a->at = link->start;
	}
}

/* Title and names. */

/* The title that begins at `from`: a link or bold words, or all of it. */
static uint32_t
title_end(const struct anatomy *a, uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < a->line->nspans; i++) {
		const struct span *span = &a->line->spans[i];
		uint32_t end;

		if (span->start != from || !(span->style & SPAN_STRONG))
			continue;
		end = run_end(a->line, span);
		while (end < to && a->line->text[end] == ' ')
			end++;
		if (end >= to || strchr("([,.;:", a->line->text[end]))
			return run_end(a->line, span);
	}
	return to;
}

static uint32_t
skip_blanks(const struct anatomy *a, uint32_t at)
{
	while (at < a->line->len && strchr(" :*", a->line->text[at]))
		at++;
	return at;
}

struct cut
anatomy_title(const struct anatomy *a)
{
	uint32_t from = skip_blanks(a, a->at);
	uint32_t to = a->leads ? a->head : title_end(a, from, a->body);

	return (struct cut){from, trim_end(a->line->text, from, to), 0, 0};
}

/* Names follow the sign: the title is what is before it. */
static bool
names_behind(const struct anatomy *a, uint32_t from, sign *is, uint32_t to,
    struct cut *cut)
{
	size_t n = 0;
	uint32_t at = find(a->line->text, from, to, is, true, &n);

	if (at == to)
		return false;
	*cut = (struct cut){
	    from, trim_end(a->line->text, from, at), at + (uint32_t)n, to};
	return cut->title_end > from && cut->names < to;
}

/*
 * Where names come first, brackets at the end of a title have what the speaker
 * works for: "Title (Firm)".
 */
static uint32_t
without_firm(const struct anatomy *a, uint32_t title, uint32_t to)
{
	const char *s = a->line->text;
	uint32_t open;

	if (to <= title || s[to - 1] != ')')
		return to;
	open = group_start(s, title, to);
	return open > title && open < to &&
		names_read(s + open + 1, to - open - 2) >= NAMES_MAYBE
	    ? trim_end(s, title, open)
	    : to;
}

/* Names stand before the sign. */
static bool
names_before(
    const struct anatomy *a, sign *is, uint32_t to, bool last, struct cut *cut)
{
	size_t n = 0;
	uint32_t from = a->at,
		 at = find(a->line->text, from, to, is, false, &n);

	if (at == to)
		return false;
	cut->names = from;
	cut->names_end = at;
	if (last) {
		size_t more = 0;
		uint32_t behind = find(
		    a->line->text, from, to, is, true, &more);

		if (behind != to) {
			at = behind;
			n = more;
		}
	}
	cut->title = skip_blanks(a, at + (uint32_t)n);
	cut->title_end = title_end(
	    a, cut->title, without_firm(a, cut->title, to));
	return cut->title < cut->title_end;
}

/* Names follow the link directly, after `skip` bytes of signs. */
static bool
names_after(const struct anatomy *a, sign *is, struct cut *cut)
{
	const char *s = a->line->text;
	size_t n = is(s + a->head, a->line->len - a->head);

	if (!a->leads || n == 0)
		return false;
	*cut = anatomy_title(a);
	cut->names = a->head + (uint32_t)n;
	cut->names_end = a->body > cut->names ? a->body : a->line->len;
	return cut->names < cut->names_end;
}

static bool
after_by(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t at = a->head;
	size_t n;

	if (!a->leads)
		return false;
	while (at < a->line->len && strchr(" ,:-.\"|", s[at]))
		at++;
	n = names_by(s + at, a->line->len - at);
	if (n == 0)
		return false;
	*cut = anatomy_title(a);
	cut->names = at + (uint32_t)n;
	cut->names_end = a->line->len;
	return true;
}

static size_t
by(const char *s, size_t len)
{
	static const char *const words[] = {
	    " by ", " von ", " par ", " por ", ", by "};

	if (*s != ' ' && *s != ',')
		return 0;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (len >= n && memcmp(s, words[i], n) == 0)
			return n;
	}
	return 0;
}

/* The brackets directly after the title. */
static bool
brackets(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t at = a->head, end = a->body, open;

	*cut = anatomy_title(a);
	while (at < a->line->len && strchr(" -", s[at]))
		at++;
	if (at < a->line->len && s[at] == '(') {
		int depth = 0;

		for (end = at; end < a->line->len; end++) {
			depth += (s[end] == '(') - (s[end] == ')');
			if (depth == 0)
				break;
		}
		cut->names = at + 1;
		cut->names_end = end;
		return end > at + 1;
	}
	if (a->leads || end == a->at || s[end - 1] != ')')
		return false;
	open = group_start(s, a->at, end);
	if (open >= end || open <= a->at)
		return false;
	cut->title_end = trim_end(
	    s, cut->title, title_end(a, cut->title, open));
	cut->names = open + 1;
	cut->names_end = end - 1;
	return true;
}

/* A handle at the end. */
static bool
handle(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t at = a->body;

	while (at > a->at && s[at - 1] != ' ')
		at--;
	if (at <= a->at || s[at] != '@' ||
	    names_read(s + at, a->body - at) != NAMES_SURE)
		return false;
	*cut = (struct cut){
	    skip_blanks(a, a->at), trim_end(s, a->at, at), at, a->body};
	return true;
}

bool
place_find(const struct anatomy *a, enum place place, struct cut *cut)
{
	switch (place) {
	case PLACE_AFTER_BY:
		return after_by(a, cut);
	case PLACE_LAST_DASH:
		return names_behind(a, a->at, dash, a->head, cut);
	case PLACE_AFTER_DASH:
		return names_after(a, dash, cut);
	case PLACE_BRACKETS:
		return brackets(a, cut);
	case PLACE_BY:
		return names_behind(a, a->at, by, a->head, cut);
	case PLACE_AFTER_COLON:
		return names_after(a, colon, cut);
	case PLACE_AFTER_COMMA:
		return names_after(a, comma, cut);
	case PLACE_LAST_BAR:
		return names_behind(a, a->at, bar, a->body, cut);
	case PLACE_FIRST_DASH:
		return names_before(a, dash, a->body, false, cut);
	case PLACE_FIRST_COLON:
		return names_before(a, colon, a->body, false, cut);
	case PLACE_FIRST_BAR:
		return names_before(a, bar, a->body, true, cut);
	case PLACE_FIRST_COMMA:
		return names_before(a, comma, a->body, false, cut);
	case PLACE_HANDLE:
		return handle(a, cut);
	case PLACE_NONE:
	case PLACES:
		break;
	}
	return false;
}

const char *
place_name(enum place place)
{
	static const char *const names[PLACES] = {
	    [PLACE_NONE] = "none",
	    [PLACE_AFTER_BY] = "by",
	    [PLACE_LAST_DASH] = "after-dash",
	    [PLACE_AFTER_DASH] = "after-link-dash",
	    [PLACE_BRACKETS] = "brackets",
	    [PLACE_BY] = "after-by",
	    [PLACE_AFTER_COLON] = "after-colon",
	    [PLACE_AFTER_COMMA] = "after-comma",
	    [PLACE_LAST_BAR] = "after-bar",
	    [PLACE_FIRST_DASH] = "before-dash",
	    [PLACE_FIRST_COLON] = "before-colon",
	    [PLACE_FIRST_BAR] = "before-bar",
	    [PLACE_FIRST_COMMA] = "before-comma",
	    [PLACE_HANDLE] = "handle",
	};

	return names[place];
}
