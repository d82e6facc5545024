#include "source/markdown/weigh.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/day_heading.h"
#include "source/markdown/below.h"
#include "source/markdown/bold_lead.h"
#include "source/markdown/fields.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/lead_link.h"
#include "source/markdown/name_link.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"
#include "source/markdown/quoted.h"
#include "source/markdown/quoted_names.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/styled.h"
#include "source/markdown/to_come.h"

#define MORNING       6     /* hour at which a programme may begin */
#define CASELESS      0x590 /* scripts from here on have no small letters */
#define LONGEST_LABEL 16    /* bytes of "Talk:" before a link */
#define LONGEST_LINE  200   /* bytes of a talk's line with its slides */
#define LONGEST_NAMED 400   /* bytes of one that names somebody */

static const struct line no_line = {.text = ""};

/* The line of an item: its first paragraph, if it begins with one. */
const struct line *
weigh_item_line(const struct finder *f, uint32_t item)
{
	return item + 1 < finder_node(f, item)->end &&
		finder_is(f, item + 1, MD_PARAGRAPH)
	    ? &finder_node(f, item + 1)->text
	    : &no_line;
}

/* The same, where links of a line that is longer than `most` need an address. */
static bool
has_recording(const struct line *line, uint32_t most)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];
		enum label_kind kind;

		if (!(span->style & SPAN_LINK) || span->url[0] == '#')
			continue;
		if (link_is_video(span->url))
			return true;
		if (line->len > most)
			continue;
		kind = label_read(
		    line->text + span->start, span->end - span->start);
		if (kind == LABEL_VIDEO || kind == LABEL_SLIDES)
			return true;
	}
	return false;
}

bool
weigh_has_recording(const struct line *line)
{
	return has_recording(line, LONGEST_LINE);
}

bool
weigh_has_link_to_recording(const struct line *line)
{
	return has_recording(line, UINT32_MAX);
}

bool
weigh_says_speaker(const struct line *line)
{
	size_t skip;

	return label_before(line->text, line->len, &skip) == LABEL_SPEAKER &&
	    skip < line->len &&
	    people_first(line->text + skip, line->len - skip) >= NAMES_GUESS;
}

/*
 * Whether a line of the list below the item has a link to a video, is a link and
 * no more, or says who speaks.
 */
static bool
is_told_below(const struct finder *f, uint32_t item)
{
	uint32_t end = finder_node(f, item)->end;

	for (uint32_t i = item + 1; i < end; i++) {
		uint32_t list = finder_node(f, i)->parent;
		const struct line *line;

		if (!finder_is(f, i, MD_ITEM) ||
		    finder_node(f, list)->parent != item)
			continue;
		line = weigh_item_line(f, i);
		if (weigh_has_recording(line) || richtext_is_url(line) ||
		    weigh_says_speaker(line))
			return true;
	}
	return false;
}

/* Whether item `i` exists, is of the same list, and has no link. */
static bool
is_plain(const struct finder *f, uint32_t item, uint32_t i)
{
	return finder_is(f, i, MD_ITEM) &&
	    finder_node(f, i)->parent == finder_node(f, item)->parent &&
	    weigh_item_line(f, i)->len > 0 &&
	    weigh_item_line(f, i)->nspans == 0;
}

/* The same of one that is no more than an address. */
static bool
is_address_item(const struct finder *f, uint32_t item, uint32_t i)
{
	return finder_is(f, i, MD_ITEM) &&
	    finder_node(f, i)->parent == finder_node(f, item)->parent &&
	    richtext_is_url(weigh_item_line(f, i));
}

uint32_t
weigh_item_before(const struct finder *f, uint32_t item)
{
	uint32_t list = finder_node(f, item)->parent, i = item - 1;

	if (i == list)
		return 0;
	while (finder_node(f, i)->parent != list)
		i = finder_node(f, i)->parent;
	return i;
}

/* Whether titles and addresses take turns around an item. */
static bool
takes_turns(const struct finder *f, uint32_t item)
{
	uint32_t before = weigh_item_before(f, item);
	uint32_t after = finder_node(f, item)->end;
	bool last = !finder_is(f, after, MD_ITEM) ||
	    finder_node(f, after)->parent != finder_node(f, item)->parent;

	if (is_address_item(f, item, item))
		return before > 0 && is_plain(f, item, before) &&
		    (last || is_plain(f, item, after));
	return is_plain(f, item, item) && is_address_item(f, item, after) &&
	    (before == 0 || is_address_item(f, item, before));
}

/* Whether a link's text is its own address or a file's name. */
bool
weigh_shows_file(const struct line *line, const struct span *span)
{
	const char *s = line->text + span->start;
	size_t len = span->end - span->start;

	if (memchr(s, ' ', len) || len < 4)
		return false;
	/* "example.org" is no title of a page there. */
	if ((memchr(s, '.', len) || memchr(s, '/', len)) &&
	    memmem(span->url, strlen(span->url), s, len))
		return true;
	return link_bare(s, len) == len || memcmp(s + len - 3, ".md", 3) == 0 ||
	    memcmp(s + len - 4, ".pdf", 4) == 0;
}

/* Where the title begins, after "Talk:" or "#1" too where a link follows. */
uint32_t
weigh_title_start(const struct line *line, unsigned *kinds)
{
	uint32_t at = (uint32_t)lead_length(line->text, line->len, kinds);
	const char *s = line->text + at;
	size_t n = strcspn(s, ": ");

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (span->start < at || !(span->style & SPAN_LINK))
			continue;
		if (n < LONGEST_LABEL && s[n] == ':' &&
		    span->start == at + n + 2)
			return span->start;
		if (span->start > at &&
		    lead_number(s, line->len - at) == span->start - at)
			return span->start;
		return lead_link_start(line, at, *kinds);
	}
	return at;
}

bool
weigh_names_somebody(const struct line *line)
{
	static const enum place places[] = {PLACE_AFTER_BY, PLACE_LAST_DASH,
	    PLACE_AFTER_DASH, PLACE_BRACKETS, PLACE_BY, PLACE_FIRST_DASH,
	    PLACE_MIDDLE_DASH};

	return line->len <= LONGEST_NAMED &&
	    (place_any(line, places, sizeof(places) / sizeof(*places)) ||
		quoted_names_are(line));
}

/* Whether all that a line says is what kind of thing follows. */
bool
weigh_is_label(const struct line *line)
{
	size_t skip;
	enum label_kind kind = label_before(line->text, line->len, &skip);

	/* "Room 1: Title - Ann Lee" */
	if (skip < line->len &&
	    (kind == LABEL_TITLE ||
		(kind != LABEL_NONE && lead_number(line->text, line->len) > 0 &&
		    weigh_names_somebody(line))))
		return false;
	return kind != LABEL_NONE ||
	    label_read(line->text, line->len) != LABEL_NONE;
}

/* Whether a link's text is a label, "Slides", perhaps behind a heading's words. */
static bool
says_kind(struct finder *f, const struct line *line, const struct span *link)
{
	const char *s = line->text + link->start;
	size_t len = link->end - link->start;

	if (!label_may_end(s, len))
		return false;
	for (size_t at = 0; at < len; at++) {
		if ((at == 0 || s[at - 1] == ' ') &&
		    label_read(s + at, len - at) != LABEL_NONE)
			return at == 0 || finder_is_heading(f, s, at - 1);
	}
	return false;
}

/* Whether a line goes on in small letters behind a link: "[Video] of the talk". */
static bool
goes_on_small(const struct line *line, const struct span *link)
{
	const char *s = line->text + link->end;
	size_t len = line->len - link->end;
	uint32_t code;

	if (len < 2 || *s != ' ')
		return false;
	text_decode(s + 1, len - 1, &code);
	return code < CASELESS && text_is_letter(code) && !text_is_upper(code);
}

/* Whether a line begins with a digit: "May" is a word of titles, too. */
static bool
begins_with_digit(const struct line *line)
{
	return text_ascii_digit(line->text[strspn(line->text, "([")]);
}

/* Whether a line begins with a day and a time or number: "Monday | 10:00 |". */
static bool
begins_with_day(const struct line *line)
{
	unsigned kinds;
	size_t lead;

	if (!day_heading_may_be(line->text, line->len))
		return false;
	lead = lead_length(line->text, line->len, &kinds);
	for (size_t i = 0; i < lead && (kinds & LEAD_DATE); i++) {
		if (text_ascii_digit(line->text[i]))
			return true;
	}
	return false;
}

/*
 * Whether clocks of the item's list are times in a video: these stand in
 * brackets, or begin earlier than any programme.
 */
static bool
tells_video_times(const struct finder *f, uint32_t item)
{
	uint32_t first = finder_node(f, item)->parent + 1;
	const char *s = weigh_item_line(f, first)->text;

	if (*s == '[' || *s == '(')
		return true;
	return text_ascii_digit(*s) && strtoul(s, NULL, 10) < MORNING;
}

bool
weigh_ends_in_address(const struct line *line, uint32_t at)
{
	const struct span *last = line->nspans > 0
	    ? &line->spans[line->nspans - 1]
	    : NULL;

	return last && last->end == line->len && last->start > at + 2 &&
	    line->text[last->start - 1] == ' ' &&
	    strchr(":,-|", line->text[last->start - 2]) &&
	    memchr(line->text + at, ' ', last->start - 2 - at) &&
	    link_bare(line->text + last->start, line->len - last->start) ==
	    line->len - last->start;
}

/* Whether a line ends in a link whose text may be a title. */
static bool
ends_in_title(const struct line *line)
{
	struct anatomy anatomy;
	const struct span *link;
	uint32_t before;

	if (line->nspans == 0)
		return false;
	anatomy_read(&anatomy, line, false, "");
	link = anatomy_last_link(&anatomy, &before);
	return link && !weigh_shows_file(line, link);
}

/* Whether a line begins with bold or slanted words. */
static bool
begins_styled(const struct line *line, uint32_t at)
{
	const struct span *first = line->spans;

	return line->nspans > 0 && first->start == at && !first->url &&
	    (first->style & (SPAN_STRONG | SPAN_EMPHASIS)) &&
	    memchr(line->text + at, ' ', first->end - at);
}

/* The same of bold ones, and has a link to a recording or slides. */
static bool
is_bold_with_slides(const struct line *line, uint32_t at)
{
	return begins_styled(line, at) && (line->spans->style & SPAN_STRONG) &&
	    line->text[line->spans->end - 1] != ':' &&
	    line->text[line->spans->end] != ':' &&
	    weigh_has_link_to_recording(line);
}

/*
 * Whether a line begins with three bold words or more that are nobody's name, and
 * goes on with names behind a dash or comma.
 */
static bool
is_bold_with_names(const struct line *line)
{
	const struct span *first = line->spans;
	uint32_t end;
	size_t sign;

	if (line->nspans == 0 || first->start > 0 || first->url ||
	    !(first->style & SPAN_STRONG))
		return false;
	end = runs_end(line, first);
	sign = sign_dash(line->text + end, line->len - end);
	if (sign == 0)
		sign = sign_comma(line->text + end, line->len - end);
	return sign > 0 && people_first(line->text, end) != NAMES_SURE &&
	    memchr(line->text, ' ', end) != memrchr(line->text, ' ', end) &&
	    people_first(line->text + end + sign, line->len - end - sign) ==
	    NAMES_SURE;
}

/*
 * Whether the first line of an item begins with bold or slanted words and ends
 * in a year, as one does that tells where and when a talk was given.
 */
static bool
ends_in_year(const struct line *line, uint32_t at)
{
	const struct span *first = line->spans;
	uint32_t end = line->first > at ? line->first : line->len;

	if (!begins_styled(line, at) || !strchr(",. (", line->text[first->end]))
		return false;
	while (end > first->end && strchr(" .)]", line->text[end - 1]))
		end--;
	return end >= first->end + 5U && strchr(" /.,(", line->text[end - 5]) &&
	    date_is_year(line->text + end - 4);
}

/* Whether a line goes on with a linked event, and ends in its year. */
static bool
tells_event(const struct line *line)
{
	struct anatomy anatomy;

	if (line->nspans == 0)
		return false;
	anatomy_read(&anatomy, line, false, "");
	return anatomy_event(&anatomy) < anatomy.body;
}

/* Whether below a day stand names and a title in another style. */
static bool
is_day_over_title(struct finder *f, const struct line *line)
{
	struct line below;
	struct cut cut;

	return styled_below(f->arena, line, &below, &cut);
}

/* Whether a link may lead to somebody: to no recording, nor to a page alone. */
static bool
leads_to_person(const char *url, bool several)
{
	enum link_kind kind = link_kind(url, "", 0);

	return kind == LINK_PERSON ||
	    (kind == LINK_PAGE && link_is_openable(url) &&
		(several || link_is_series(url)));
}

/* Whether a line is a list of people, each of them a link to somebody's page. */
static bool
is_of_people(const struct line *line)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!span->url ||
		    !leads_to_person(span->url, line->nspans > 1) ||
		    richtext_has_words(line->text, at, span->start) ||
		    names_read(line->text + span->start,
			span->end - span->start) != NAMES_SURE)
			return false;
		at = span->end;
	}
	return at > 0 && !richtext_has_words(line->text, at, line->len);
}

/* Whether a line ends in slanted or bold words behind an event. */
static bool
is_behind_event(const struct line *line)
{
	struct anatomy anatomy;
	struct cut cut;

	if (line->nspans == 0)
		return false;
	anatomy_read(&anatomy, line, false, "");
	return styled_behind_event(&anatomy, &cut);
}

static enum weight
weigh(struct finder *f, uint32_t item, const struct line *line)
{
	const struct span *link;
	unsigned kinds;
	uint32_t at;

	if (!richtext_has_words(line->text, 0, line->len) ||
	    (weigh_is_label(line) && !weigh_is_site(f, item)) ||
	    to_come_begins(line, 0))
		return WEIGHS_LABEL;
	if (richtext_is_url(line) && takes_turns(f, item))
		return WEIGHS_LABEL;
	if (richtext_is_url(line) || finder_is_often(f, line) ||
	    finder_repeats_heading(f, line))
		return WEIGHS_NOTHING;
	at = weigh_title_start(line, &kinds);
	if (to_come_begins(line, at))
		return WEIGHS_LABEL;
	/* A break with notes is a talk. */
	if (label_is_break(
		line->text + at, line->len - at, kinds & LEAD_TIME) &&
	    finder_node(f, item)->end <= item + 2 && !is_told_below(f, item) &&
	    !takes_turns(f, item))
		return WEIGHS_LABEL;
	link = line_leading_link(line, at);
	if (link && weigh_shows_file(line, link) &&
	    !richtext_has_words(line->text, link->end, line->len))
		return WEIGHS_NOTHING;
	if (link && finder_node(f, item)->end <= item + 2 && is_of_people(line))
		return WEIGHS_LITTLE;
	if (link && says_kind(f, line, link)) {
		if (goes_on_small(line, link))
			return WEIGHS_NOTHING;
		link = NULL;
	}
	if (link || is_told_below(f, item) || takes_turns(f, item) ||
	    weigh_has_recording(line) || weigh_ends_in_address(line, at) ||
	    ends_in_title(line) || label_title(line->text, line->len) > 0 ||
	    weigh_quotes_title(f, item, at) || ends_in_year(line, at) ||
	    is_bold_with_slides(line, at) || name_link_by(line) ||
	    is_bold_with_names(line) || bold_lead_named(line, at) < line->len ||
	    tells_event(line) || styled_is_sure(line) ||
	    is_day_over_title(f, line) || is_behind_event(line) ||
	    below_speaker(line) != NAMES_NOT)
		return WEIGHS_MUCH;
	if ((kinds & (LEAD_TIME | LEAD_DATE)) && at < line->len &&
	    (begins_with_digit(line) ||
		(f->nheads <= FIELDS_HEADS && begins_with_day(line))) &&
	    ((kinds & LEAD_DATE) || !tells_video_times(f, item)))
		return WEIGHS_MUCH;
	return WEIGHS_LITTLE;
}

bool
weigh_may_be_much(const struct line *line)
{
	return begins_with_digit(line) || begins_with_day(line) ||
	    richtext_is_url(line) || label_title(line->text, line->len) > 0 ||
	    richtext_has_link(line) ||
	    quoted_end(line->text, 0, line->len) > 0 || ends_in_year(line, 0) ||
	    styled_is_sure(line) || weigh_says_speaker(line) ||
	    below_speaker(line) != NAMES_NOT || is_bold_with_names(line) ||
	    bold_lead_named(line, 0) < line->len ||
	    quoted_behind(line->text, 0, line->len) < line->len;
}

enum weight
weigh_item(struct finder *f, uint32_t item)
{
	uint8_t *known = &f->weight[item];

	if (*known == 0)
		*known = 1 + (uint8_t)weigh(f, item, weigh_item_line(f, item));
	return (enum weight)(*known - 1);
}

bool
weigh_is_dated(const struct line *line)
{
	unsigned kinds;

	lead_length(line->text, line->len, &kinds);
	return kinds & LEAD_DATE;
}

bool
weigh_tells_places(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);
	uint32_t dated = 0, n = 0;

	if (weigh_is_dated(line) || !line_leading_link(line, 0))
		return false;
	for (uint32_t i = item + 1; i < finder_node(f, item)->end; i++) {
		if (!finder_is(f, i, MD_ITEM))
			continue;
		n++;
		dated += weigh_is_dated(weigh_item_line(f, i));
	}
	return dated > 0 && dated * 3 >= n * 2;
}
