#include "source/markdown/place.h"

#include <string.h>

#include "source/markdown/at_names.h"
#include "source/markdown/cited.h"
#include "source/markdown/club.h"
#include "source/markdown/event_words.h"
#include "source/markdown/file_name.h"
#include "source/markdown/handles.h"
#include "source/markdown/label.h"
#include "source/markdown/label_links.h"
#include "source/markdown/lead.h"
#include "source/markdown/linked_word.h"
#include "source/markdown/name_link.h"
#include "source/markdown/ornament.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/quoted_names.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/spoke.h"
#include "source/markdown/stop_names.h"
#include "source/markdown/styled.h"
#include "source/markdown/wide_brackets.h"
#include "source/markdown/worded.h"

#define ABOUT_LEAST 24 /* bytes that tell what a talk is about */
#define COMMAS_MOST 4  /* before names that are looked at */

/* Title and names. */

/* "Tides of the north: what it was about", which begins with nobody's name. */
static bool
ends_in_colon(const struct line *line, const struct span *span)
{
	const char *s = line->text + span->start;
	size_t len = span->end - span->start - 1;
	const struct span *next = span + 1;
	bool bold = next < line->spans + line->nspans &&
	    next->start <= span->end + 1U && (next->style & SPAN_STRONG);

	return s[len] == ':' && !bold && line->len - span->end > ABOUT_LEAST &&
	    memchr(s, ' ', len) && people_first(s, len) != NAMES_SURE &&
	    label_read(s, len) == LABEL_NONE;
}

/* Whether bold or slanted words that end at `end` may be all of the title. */
static bool
parts_title(const struct line *line, const struct span *span, uint32_t end)
{
	const char *signs = span->style & SPAN_STRONG ? "([,.;:" : ",";

	return strchr(signs, line->text[end]) ||
	    ((span->style & SPAN_STRONG) && ends_in_colon(line, span)) ||
	    ((span->style & SPAN_STRONG) &&
		names_by(line->text + end, line->len - end) > 0) ||
	    (end > 0 &&
		sign_dash(line->text + end - 1, line->len - end + 1) > 0);
}

/* Whether a link begins at byte `at`. */
static bool
begins_link(const struct line *line, uint32_t at)
{
	const struct span *link = runs_link(line, at);

	return link && link->start == at;
}

/* Whether what follows a quotation is no part of a title. */
static bool
ends_title(const struct line *line, uint32_t at)
{
	const char *s = line->text + at;
	uint32_t len = line->len - at;

	return len == 0 || strchr(",.(", *s) || sign_dash(s, len) > 0 ||
	    (len > 2 && strchr("(@", s[1]) && *s == ' ') ||
	    (len > 4 && memcmp(s, " at ", 4) == 0 && begins_link(line, at + 4));
}

/*
 * The title that begins at `from`: bold, slanted or quoted words, or all of it.
 */
static uint32_t
title_end(const struct anatomy *a, uint32_t from, uint32_t to)
{
	uint32_t quoted = quoted_end(a->line->text, from, to);

	if (quoted > from && quoted < to && ends_title(a->line, quoted))
		return quoted;
	for (uint32_t i = 0; i < a->line->nspans; i++) {
		const struct span *span = &a->line->spans[i];
		uint32_t end;

		if (span->start != from ||
		    !(span->style & (SPAN_STRONG | SPAN_EMPHASIS)))
			continue;
		end = runs_end(a->line, span);
		while (end < to && a->line->text[end] == ' ')
			end++;
		if (end >= to || parts_title(a->line, span, end))
			return runs_end(a->line, span);
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
	uint32_t to = a->leads ? linked_word_end(a, from)
			       : title_end(a, from, a->body);

	return (struct cut){from, anatomy_trim(a->line->text, from, to), 0, 0};
}

/* Where a bold title ends that has nothing but brackets behind it, up to `to`. */
static uint32_t
bold_before(const struct anatomy *a, uint32_t from, uint32_t to)
{
	const struct line *line = a->line;

	for (uint32_t i = 0; i < line->nspans && line->spans[i].start <= from;
	     i++) {
		uint32_t end = runs_end(line, &line->spans[i]);

		if (line->spans[i].start == from && end < to &&
		    (line->spans[i].style & SPAN_STRONG) &&
		    ornament_brackets_end(line, end) >= to)
			return end;
	}
	return to;
}

/* Names follow the sign: the title is what is before it. */
static bool
names_behind(const struct anatomy *a, uint32_t from, sign_is *is, uint32_t to,
    struct cut *cut)
{
	size_t n = 0;
	uint32_t at = sign_find(a->line->text, from, to, is, true, &n);

	if (at == to)
		return false;
	*cut = (struct cut){from,
	    anatomy_trim(a->line->text, from, bold_before(a, from, at)),
	    at + (uint32_t)n, to};
	return cut->title_end > from && cut->names < to;
}

/* Names stand between the last two dashes. */
static bool
names_between(const struct anatomy *a, struct cut *cut)
{
	size_t n = 0;
	uint32_t at = sign_find(
	    a->line->text, a->at, a->words, sign_dash, true, &n);

	return at < a->words && names_behind(a, a->at, sign_dash, at, cut);
}

/* The firm of names that come first stands behind a title: "Title (Firm)". */
static uint32_t
without_firm(const struct anatomy *a, uint32_t title, uint32_t to)
{
	const char *s = a->line->text;
	uint32_t open;

	if (to <= title || s[to - 1] != ')')
		return to;
	open = runs_open(s, title, to);
	return open > title && open < to &&
		names_read(s + open + 1, to - open - 2) >= NAMES_MAYBE
	    ? anatomy_trim(s, title, open)
	    : to;
}

/* Whether a sign stands within bold words that are only a part of the line. */
static bool
is_in_bold(const struct anatomy *a, uint32_t at, uint32_t to)
{
	for (uint32_t i = 0; i < a->line->nspans; i++) {
		const struct span *span = &a->line->spans[i];

		if ((span->style & SPAN_STRONG) && span->start < at &&
		    span->end > at + 1)
			return span->end < to;
	}
	return false;
}

/* Whether a title that is a link ends before byte `at`, and is nobody's name. */
static bool
is_behind_title(const struct anatomy *a, uint32_t at)
{
	enum names_reading names = NAMES_SURE;

	if (a->leads && at >= a->head)
		names = people_first(a->line->text + a->at, at - a->at);
	return names == NAMES_NOT || names == NAMES_MAYBE;
}

/* Names stand before the sign. */
static bool
names_before(const struct anatomy *a, sign_is *is, uint32_t to, bool last,
    struct cut *cut)
{
	size_t n = 0;
	uint32_t from = a->at,
		 at = sign_find(a->line->text, from, to, is, false, &n);

	if (at == to || is_in_bold(a, at, to) ||
	    (is == sign_colon && is_behind_title(a, at)))
		return false;
	/* Of a link that has both the title is no more than that. */
	if (a->leads && at < a->words)
		to = a->words;
	cut->names = is == sign_dash ? club_end(a, from, at) : from;
	cut->names_end = at;
	if (last) {
		size_t more = 0;
		uint32_t behind = sign_find(
		    a->line->text, from, to, is, true, &more);

		if (behind != to) {
			at = behind;
			n = more;
		}
	}
	cut->title = skip_blanks(a, at + (uint32_t)n);
	cut->title_end = runs_before_notes(a->line, cut->title,
	    title_end(a, cut->title, without_firm(a, cut->title, to)));
	return cut->title < cut->title_end;
}

/* Whether what may be names surely is. */
static bool
is_sure(const struct anatomy *a, const struct cut *cut)
{
	return people_first(a->line->text + cut->names,
		   cut->names_end - cut->names) == NAMES_SURE;
}

/* "Ann Lee:Title": the names are sure. */
static bool
before_tight_colon(const struct anatomy *a, struct cut *cut)
{
	return names_before(a, sign_tight_colon, a->body, false, cut) &&
	    is_sure(a, cut);
}

/* Where a link with the title ends, with brackets and links to slides behind it. */
static uint32_t
behind_title(const struct anatomy *a)
{
	return ornament_brackets_end(a->line,
	    label_links_past(a->line, ornament_brackets_end(a->line, a->head)));
}

/* Names follow the link, perhaps after brackets, behind a sign. */
static bool
names_after(const struct anatomy *a, sign_is *is, struct cut *cut)
{
	uint32_t at = a->leads ? behind_title(a) : 0;
	size_t n = at > 0 ? is(a->line->text + at, a->line->len - at) : 0;

	if (n == 0)
		return false;
	*cut = anatomy_title(a);
	cut->names = at + (uint32_t)n;
	cut->names_end = a->body > cut->names ? a->body : a->line->len;
	return cut->names < cut->names_end;
}

/* Whether names in one style end a line: "Title *Ann Lee, Bo Ek*". */
static bool
has_styled_names(const struct anatomy *a)
{
	struct cut cut;

	return styled_last(a, &cut) && is_sure(a, &cut);
}

/*
 * "Title, NAMES": behind a link, or behind a comma, in a link too, without a dash;
 * the first with a name behind it, or the first.
 */
static bool
after_comma(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t first = a->words, found = a->words;
	unsigned seen = 0;
	int depth = 0;

	if (names_after(a, sign_comma, cut) && is_sure(a, cut))
		return true;
	for (uint32_t at = a->at; at < a->words && found == a->words; at++) {
		depth += (s[at] == '(') - (s[at] == ')');
		if (first == a->words && sign_dash(s + at, a->words - at) > 0)
			return false;
		if (depth != 0 || sign_comma(s + at, a->words - at) == 0 ||
		    seen++ == COMMAS_MOST)
			continue;
		if (first == a->words)
			first = at;
		if (people_first(s + at + 2, a->words - at - 2) == NAMES_SURE)
			found = at;
	}
	if (found == a->words && a->leads)
		return names_after(a, sign_comma, cut);
	found = found == a->words ? first : found;
	if (found == a->words)
		return false;
	*cut = anatomy_title(a);
	cut->title_end = anatomy_trim(s, cut->title, found);
	cut->names = found + 2;
	cut->names_end = a->words;
	return cut->names < cut->names_end;
}

static bool
after_by(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t at;
	size_t n;

	if (!a->leads)
		return false;
	at = ornament_brackets_end(a->line, a->head);
	while (at < a->line->len && strchr(" ,:-.\"|", s[at]))
		at++;
	n = names_by(s + at, a->line->len - at);
	if (n == 0)
		n = name_link_from(a, at);
	if (n == 0 &&
	    label_before(s + at, a->line->len - at, &n) != LABEL_SPEAKER)
		return false;
	/* Firms are with others, too. */
	if ((s[at] == 'w' || s[at] == 'W') &&
	    people_first(s + at + n, a->line->len - at - n) != NAMES_SURE)
		return false;
	*cut = anatomy_title(a);
	cut->names = at + (uint32_t)n;
	cut->names_end = anatomy_trim(
	    s, cut->names, anatomy_signs(s, cut->names, a->line->len));
	return cut->names < cut->names_end;
}

/* "[Title](link) - what it is about, by NAMES." */
static bool
last_by(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t end = a->body, at;
	size_t n = 0;

	if (!a->leads || a->head >= end)
		return false;
	while (end > a->head && s[end - 1] == '.')
		end--;
	at = sign_find(s, a->head, end, worded_by, true, &n);
	if (at == end)
		return false;
	*cut = anatomy_title(a);
	cut->names = at + (uint32_t)n;
	cut->names_end = end;
	return cut->names < end;
}

/* The brackets directly after the title. */
static bool
brackets(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t at = a->leads ? label_links_past(a->line, a->head) : a->head;
	uint32_t end = a->body, open;

	*cut = anatomy_title(a);
	while (at < a->line->len && strchr(" -", s[at]))
		at++;
	if (at < a->line->len && s[at] == '(') {
		end = runs_close(a->line, at);
		/* "(Sails and Oars) (by Ann)" */
		if (end < a->line->len && strncmp(s + end, ") (", 3) == 0 &&
		    names_by(s + end + 3, a->line->len - end - 3) > 0) {
			at = end + 2;
			end = runs_close(a->line, at);
		}
		cut->names = at + 1;
		cut->names_end = end;
		return end > at + 1;
	}
	if (a->leads)
		end = a->head;
	if (end == a->at || s[end - 1] != ')')
		return wide_brackets_cut(a, cut);
	open = runs_open(s, a->at, end);
	/* An address with blanks is no link, but nobody either. */
	if (open >= end || open <= a->at || s[open - 1] == ']')
		return false;
	cut->title_end = title_end(a, cut->title, open);
	cut->title_end = anatomy_trim(
	    s, cut->title, cut->title_end > open ? open : cut->title_end);
	cut->names = open + 1;
	cut->names_end = end - 1;
	return true;
}

/* What stands in a place, with a "by" before the names. */
static bool
find_in(const struct anatomy *a, enum place place, struct cut *cut)
{
	switch (place) {
	case PLACE_AFTER_BY:
		return after_by(a, cut);
	case PLACE_LAST_DASH:
		return names_behind(a, a->at, sign_dash, a->words, cut);
	case PLACE_MIDDLE_DASH:
		return names_between(a, cut);
	case PLACE_AFTER_DASH:
		return names_after(a, sign_dash, cut);
	case PLACE_BRACKETS:
		return brackets(a, cut);
	case PLACE_BY:
		return names_behind(a, a->at, worded_by, a->words, cut);
	case PLACE_LAST_BY:
		return last_by(a, cut);
	case PLACE_AFTER_COLON:
		return names_after(a, sign_colon, cut);
	case PLACE_AFTER_COMMA:
		return !has_styled_names(a) && after_comma(a, cut);
	case PLACE_LAST_BAR:
		return names_behind(a, a->at, sign_bar, a->body, cut);
	case PLACE_FIRST_DASH:
		return names_before(a, sign_dash, a->body, false, cut);
	case PLACE_FIRST_COLON:
		return names_before(a, sign_colon, a->body, false, cut) ||
		    before_tight_colon(a, cut);
	case PLACE_FIRST_BAR:
		return names_before(a, sign_bar, a->body, true, cut);
	case PLACE_FIRST_COMMA:
		return names_before(a, sign_comma, a->body, false, cut);
	case PLACE_SPOKE:
		return spoke_cut(a->line, cut);
	case PLACE_STYLED:
		return styled_cut(a, cut);
	case PLACE_AFTER_STYLE:
		return styled_first(a, cut);
	case PLACE_IN_STYLE:
		return styled_last(a, cut);
	case PLACE_HANDLE:
		return handles_cut(a, cut);
	case PLACE_CITED:
		return cited_cut(a, cut);
	case PLACE_WITH:
		return names_behind(a, a->at, worded_with, a->words, cut);
	case PLACE_FIRST_ON:
		return names_before(a, worded_on, a->body, false, cut);
	case PLACE_AFTER_QUOTE:
		return quoted_names_cut(a, false, cut);
	case PLACE_FIRST_QUOTE:
		return quoted_names_cut(a, true, cut);
	case PLACE_FIRST_STOP:
		return stop_names_cut(a, cut);
	case PLACE_AFTER_AT:
		return at_names_cut(a, cut);
	case PLACE_NONE:
	case PLACES:
		break;
	}
	return false;
}

bool
place_find(const struct anatomy *a, enum place place, struct cut *cut)
{
	if (!find_in(a, place, cut) ||
	    ((place == PLACE_BY || place == PLACE_AFTER_BY) &&
		worded_is_way(a->line, cut->names, cut->names_end)) ||
	    (place == PLACE_BY &&
		worded_is_passive(a->line, cut->names, cut->names_end)))
		return false;
	if (place == PLACE_BY)
		cut->title_end = worded_earlier(a->line, a->at, cut->title_end,
		    cut->names_end, &cut->names);
	if (place == PLACE_LAST_DASH)
		cut->names_end = stop_names_end(
		    a->line->text, cut->names, cut->names_end);
	cut->names += (uint32_t)worded_before(
	    a->line->text + cut->names, cut->names_end - cut->names);
	return true;
}

/* "Quay Evening #12", which neither names nor titles are. */
static bool
is_numbered(const char *s, size_t len)
{
	return len > 0 && event_words_numbered(s, len) == len;
}

struct people
place_people(struct arena *arena, const struct line *line, enum place place,
    const struct cut *cut, bool firms)
{
	const char *s = line->text + cut->names;
	size_t len = cut->names_end - cut->names;
	struct people people;

	if (place == PLACE_LAST_DASH) /* "Kelp - Ann Lee.pdf" */
		len = file_name_titled(s, len);
	if (place == PLACE_CITED)
		return cited_people(arena, s, len);
	/* What goes on after a colon or dash, or an event, is a title. */
	if ((place == PLACE_LAST_DASH &&
		event_words_are(
		    line->text + cut->title, cut->title_end - cut->title)) ||
	    event_words_count(
		line->text + cut->title, cut->title_end - cut->title) ||
	    (place == PLACE_BRACKETS && lead_ends_in_date(s, len)) ||
	    (place >= PLACE_FIRST_DASH && place <= PLACE_FIRST_COMMA &&
		(memmem(s, len, ": ", 2) || is_numbered(s, len))) ||
	    is_numbered(line->text + cut->title, cut->title_end - cut->title) ||
	    (place == PLACE_FIRST_COMMA &&
		(memmem(s, len, " - ", 3) || stop_names_sentences(s, len))))
		return (struct people){.first = NAMES_NOT};
	people = people_read(arena, s, len, firms);
	if ((place == PLACE_LAST_DASH || place == PLACE_AFTER_DASH) &&
	    people_is_called(s, len))
		people.first = NAMES_SURE;
	if (people.n == 0 && place <= PLACE_FIRST_COLON &&
	    label_read(s, len) == LABEL_NONE)
		people = people_bare(arena, s, len);
	if (people.n == 0 && (place == PLACE_AFTER_BY || place == PLACE_BY))
		people = people_composed(arena, s, len);
	people.dated = event_words_end_in_year(s, len);
	/* A single one may be an event. */
	if (place == PLACE_IN_STYLE && people.parts < 2 &&
	    people.first == NAMES_SURE)
		people.first = NAMES_MAYBE;
	return people;
}

bool
place_sure(const struct anatomy *a, enum place place)
{
	const char *s = a->line->text;
	struct cut cut;

	return place_find(a, place, &cut) &&
	    !(place == PLACE_BRACKETS &&
		lead_ends_in_date(s + cut.names, cut.names_end - cut.names)) &&
	    !event_words_count(s + cut.title, cut.title_end - cut.title) &&
	    is_sure(a, &cut);
}

bool
place_any(const struct line *line, const enum place *places, size_t n)
{
	struct anatomy anatomy;

	anatomy_read(&anatomy, line, false, "");
	for (size_t i = 0; i < n; i++) {
		if (place_sure(&anatomy, places[i]))
			return true;
	}
	return false;
}
