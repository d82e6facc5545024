#include "source/markdown/kin.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"
#include "source/markdown/runs.h"
#include "source/markdown/styled.h"

/* Whether a line begins with a time, and names somebody. */
static bool
has_time_and_name(const struct line *line)
{
	unsigned kinds;

	return line->len > 0 && !text_ascii_letter(line->text[0]) &&
	    lead_length(line->text, line->len, &kinds) > 0 &&
	    (kinds & LEAD_TIME) &&
	    (weigh_names_somebody(line) || styled_is_sure(line));
}

/* "Title by Ann Lee", or `[Title](link) by Ann Lee` */
static bool
says_by(const struct line *line)
{
	static const enum place by[] = {PLACE_AFTER_BY, PLACE_BY};

	return place_any(line, by, sizeof(by) / sizeof(*by));
}

/* Whether the item is an event, with its day: "May 2031 - Lightning talks". */
static bool
is_event(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return weigh_is_dated(line) || lead_date(line->text, line->len) > 0;
}

uint32_t
kin_of_event(const struct finder *f, uint32_t item)
{
	uint32_t n = 0, all = 0;

	if (!is_event(f, item) || !finder_is(f, item + 2, MD_LIST))
		return 0;
	for (uint32_t i = item + 3; i < finder_node(f, item + 2)->end;
	     i = finder_node(f, i)->end) {
		all++;
		n += says_by(weigh_item_line(f, i));
	}
	return n >= 2 && n == all ? n : 0;
}

bool
kin_is(const struct line *line, enum weight weight)
{
	bool dated = weigh_is_dated(line);

	if (weight < WEIGHS_LITTLE)
		return false;
	if (!dated && line->nspans == 0)
		return has_time_and_name(line);
	return (dated && weight == WEIGHS_MUCH) || weigh_names_somebody(line) ||
	    has_time_and_name(line);
}

bool
kin_may_be_below(const struct finder *f, uint32_t item)
{
	for (uint32_t i = item + 2; i < finder_node(f, item)->end; i++) {
		const struct line *line = &finder_node(f, i)->text;

		if (line->len > 0 &&
		    (weigh_may_be_much(line) || line->nspans > 0 ||
			!text_ascii_letter(line->text[0]) ||
			lead_date(line->text, line->len) > 0))
			return true;
	}
	return false;
}

/* The bytes of the time that a line begins with: "11:15" of "11:15-12:20". */
static size_t
starts_at(const struct line *line)
{
	return lead_time(line->text, line->len) > 0
	    ? strspn(line->text, "0123456789:.")
	    : 0;
}

bool
kin_of_session(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item), *first;
	size_t n = starts_at(line), at;
	unsigned kinds;

	if (n == 0 || !finder_is(f, item + 2, MD_LIST))
		return false;
	first = weigh_item_line(f, item + 3);
	at = lead_length(first->text, first->len, &kinds);
	return starts_at(first) == n &&
	    memcmp(first->text, line->text, n) == 0 &&
	    people_first(first->text + at, first->len - at) != NAMES_SURE;
}

bool
kin_seems_below(const struct finder *f, uint32_t item)
{
	for (uint32_t i = item + 2; i < finder_node(f, item)->end; i++) {
		const struct line *line = &finder_node(f, i)->text;

		if (line->len > 0 &&
		    (weigh_is_dated(line) || has_time_and_name(line) ||
			(line->nspans > 0 && weigh_names_somebody(line))))
			return true;
	}
	return kin_of_session(f, item) || kin_of_event(f, item) > 0;
}

bool
kin_names_kind(const struct line *line)
{
	return label_is_keynotes(line->text, line->len) ||
	    lead_is_format(line->text, line->len) ||
	    label_names_talks(line->text, line->len);
}

bool
kin_leads_to_title(const struct line *line)
{
	const struct span *last = line->nspans > 0
	    ? &line->spans[line->nspans - 1]
	    : NULL;

	return last && last->url && *last->url != '#' &&
	    last->end == line->len && !weigh_shows_file(line, last) &&
	    label_read(line->text + last->start, last->end - last->start) ==
	    LABEL_NONE;
}

uint32_t
kin_further_below(const struct finder *f, uint32_t item)
{
	uint32_t n = 0;

	for (uint32_t i = item + 1; i < finder_node(f, item)->end; i++) {
		uint32_t list = finder_node(f, i)->parent;

		n += finder_is(f, i, MD_ITEM) &&
		    finder_node(f, list)->parent != item &&
		    has_time_and_name(weigh_item_line(f, i));
	}
	return n >= 2 ? n : 0;
}

/* Whether a line begins with a link to a video that has a title for its text. */
static bool
is_titled_video(const struct line *line)
{
	const struct span *link = line_leading_link(line, 0);
	const char *s;
	size_t len, blanks = 0;

	if (!link || !link_is_video(link->url))
		return false;
	s = line->text + link->start;
	len = link->end - link->start;
	for (size_t i = 0; i < len; i++)
		blanks += s[i] == ' ';
	return blanks >= 2 && !date_has_year(s, len) &&
	    label_read(s, len) == LABEL_NONE;
}

bool
kin_is_topic(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);
	uint32_t list = item + 2, items = 0, titled = 0;

	if (!finder_is(f, list, MD_LIST) ||
	    finder_node(f, list)->parent != item ||
	    line_leading_link(line, 0) || weigh_has_recording(line))
		return false;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		items++;
		titled += is_titled_video(weigh_item_line(f, i));
	}
	return titled >= 2 && titled * 2 >= items;
}

bool
kin_of_topics(const struct finder *f, uint32_t list)
{
	uint32_t items = 0, topics = 0;

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		items++;
		topics += kin_is_topic(f, i);
	}
	return topics >= 2 && topics * 2 >= items;
}

/*
 * Whether all that the line of an item says is where the talks below it are to be
 * seen, "YouTube playlist", or what a heading says.
 */
static bool
leads_to_all(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);
	const struct span *link = line_leading_link(line, 0);
	enum label_kind kind;

	if (!link || richtext_has_words(line->text, 0, link->start) ||
	    richtext_has_words(line->text, runs_end(line, link), line->len))
		return false;
	kind = label_read(line->text, line->len);
	return kind == LABEL_VIDEO || kind == LABEL_LINK ||
	    finder_repeats_heading(f, line);
}

uint32_t
kin_list_below(struct finder *f, uint32_t list)
{
	uint32_t item = list + 1, below = item + 2;

	return f->nheads > 0 && finder_node(f, list)->parent == 0 &&
		f->head[0].node < list &&
		finder_node(f, item)->end == finder_node(f, list)->end &&
		finder_is(f, below, MD_LIST) &&
		finder_node(f, below)->end == finder_node(f, list)->end &&
		leads_to_all(f, item)
	    ? below
	    : list;
}
