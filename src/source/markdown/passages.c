#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/admonition.h"
#include "source/markdown/below.h"
#include "source/markdown/bold_lead.h"
#include "source/markdown/facts.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/named_title.h"
#include "source/markdown/names.h"
#include "source/markdown/ornament.h"
#include "source/markdown/place.h"
#include "source/markdown/quoted.h"
#include "source/markdown/richtext.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/spoke.h"
#include "source/markdown/styled.h"
#include "source/markdown/weigh.h"

#define LONGEST_DAY   80  /* bytes of a paragraph over a title */
#define LONGEST_TITLE 120 /* bytes of the first line of a quotation */
#define LONGEST_LABEL 20  /* bytes before a title */
#define PICTURES      3   /* talks that begin with one, at least */

/* Paragraphs. */

/* Whether all that follows a link up to byte `end` is a date. */
static bool
is_dated_link(const struct line *line, const struct span *link, uint32_t end)
{
	uint32_t at = link->end;

	while (at < end && strchr(" ,-(", line->text[at]))
		at++;
	return at < end && at + lead_date(line->text + at, end - at) + 1 >= end;
}

/*
 * Whether a paragraph is mostly one link that has a title for its text, or
 * begins with one and goes on behind a dash, or ". A talk by Ann Lee"; or with
 * one to a video, whatever is said of it.
 */
static bool
is_link_paragraph(struct finder *f, const struct line *line)
{
	static const enum place by = PLACE_LAST_BY;
	unsigned kinds;
	uint32_t at = weigh_title_start(line, &kinds), words = 0;
	uint32_t end = line->first > at ? line->first : line->len;
	const struct span *link = line_leading_link(line, at);

	if (link && is_dated_link(line, link, end))
		end = link->end;
	if (!link || weigh_is_label(line) || weigh_shows_file(line, link) ||
	    label_read(line->text + link->start, link->end - link->start) !=
		LABEL_NONE ||
	    names_is_handle(
		line->text + link->start, link->end - link->start) ||
	    finder_is_often(f, line))
		return false;
	for (uint32_t i = 0; i < line->nspans; i++) {
		if ((line->spans[i].style & SPAN_LINK) &&
		    line->spans[i].end <= end)
			words += line->spans[i].end - line->spans[i].start;
	}
	return (link_is_video(link->url) &&
		   (memchr(line->text + link->start, ' ',
			link->end - link->start) ||
		       (end > link->end + 1U &&
			   names_by(line->text + link->end + 1,
			       end - link->end - 1) > 0))) ||
	    words * 10 >= (end - at) * 5 ||
	    sign_dash(line->text + link->end, end - link->end) > 0 ||
	    bold_lead_number(line) > 0 || words * 10 >= (line->len - at) * 6 ||
	    (end > link->end + 1U && strchr(".,:", line->text[link->end]) &&
		place_any(line, &by, 1));
}

/* Whether a paragraph begins with a title in bold words. */
static bool
begins_bold(struct finder *f, const struct line *line)
{
	struct line title = *line;

	if (line->nspans == 0 || line->spans[0].start > 0 ||
	    !(line->spans[0].style & SPAN_STRONG))
		return false;
	title.len = runs_end(line, &line->spans[0]);
	return title.len > 0 && title.text[title.len - 1] != ':' &&
	    line->text[title.len] != ':' &&
	    memchr(title.text, ' ', title.len) && !weigh_is_label(&title) &&
	    !admonition_is_label(title.text, title.len) &&
	    !finder_is_day(f, line);
}

/* Whether such a title is all of the first of several lines. */
static bool
is_bold_line(struct finder *f, const struct line *line)
{
	return line->first > 0 && line->first < line->len && line->nspans > 0 &&
	    runs_end(line, &line->spans[0]) >= line->first &&
	    begins_bold(f, line);
}

/* Whether a paragraph with such a title has a link to a recording or slides. */
static bool
is_bold_paragraph(struct finder *f, const struct line *line)
{
	return begins_bold(f, line) &&
	    (weigh_has_recording(line) ||
		(is_bold_line(f, line) && weigh_has_link_to_recording(line)));
}

/* Whether most paragraphs below a bold line have such a link: all are talks. */
static bool
are_bold_lines(struct finder *f)
{
	size_t lines = 0, told = 0;

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		const struct line *line = &finder_node(f, i)->text;

		if (!finder_is(f, i, MD_PARAGRAPH) || !is_bold_line(f, line))
			continue;
		lines++;
		told += weigh_has_link_to_recording(line);
	}
	return told >= 3 && told * 2 > lines;
}

/* Whether a paragraph tells who gave a talk, and leads to it. */
static bool
is_told_paragraph(const struct line *line)
{
	static const enum place spoke = PLACE_SPOKE;
	struct cut cut;

	return weigh_has_recording(line) && spoke_cut(line, &cut) &&
	    place_any(line, &spoke, 1);
}

/* Whether a paragraph begins with a time, or a date in digits, and a title. */
static bool
is_timed(const struct line *line)
{
	unsigned kinds;
	size_t n = lead_length(line->text, line->len, &kinds);

	return ((kinds & LEAD_TIME) ||
		   ((kinds & LEAD_DATE) && !finder_is_bold(line))) &&
	    n < line->len &&
	    (text_ascii_digit(line->text[strspn(line->text, "([")]) ||
		line->text[2] == ':') &&
	    label_read(line->text + n,
		(line->breaks[0] > n ? line->breaks[0] : line->len) - n) ==
	    LABEL_NONE;
}

/* Whether a paragraph is a title, a sign, and the address of its video. */
static bool
is_before_address(const struct line *line)
{
	/* An address may stand in code, and be no link. */
	const char *url = line->nspans > 0 ? line->spans[line->nspans - 1].url
					   : NULL;

	return line->first == line->len && url && link_is_video(url) &&
	    weigh_ends_in_address(line, 0) && !weigh_is_label(line);
}

/* Whether a paragraph begins with a title in quotes, and goes on to a year. */
static bool
is_quoted_paragraph(const struct line *line)
{
	uint32_t end = quoted_end(line->text, 0, line->len);

	return end > 0 && date_has_year(line->text + end, line->len - end);
}

/* Whether the second line of a paragraph tells who speaks: "Speaker: Ann Lee". */
static bool
is_over_speaker(const struct line *line)
{
	struct line first = *line;
	size_t len = line->len - line->first, skip;

	first.len = line->first;
	return first.len > 0 && len > 0 && !weigh_is_label(&first) &&
	    facts_kind(first.text, first.len) == FACT_NONE &&
	    label_before(line->text + line->first + 1, len - 1, &skip) ==
	    LABEL_SPEAKER &&
	    skip + 1 < len;
}

/*
 * Whether a short paragraph stands over a list of which every item tells a year,
 * as those do that tell where a talk was given.
 */
static bool
is_over_events(const struct finder *f, uint32_t i)
{
	const struct line *line = &finder_node(f, i)->text;
	uint32_t list = finder_node(f, i)->end, item = list + 1;

	if (line->len == 0 || line->len > LONGEST_TITLE ||
	    !memchr(line->text, ' ', line->len) || weigh_is_label(line) ||
	    date_has_year(line->text, line->len) ||
	    strchr(":.", line->text[line->len - 1]) ||
	    !finder_is(f, list, MD_LIST))
		return false;
	for (; item < finder_node(f, list)->end;
	     item = finder_node(f, item)->end) {
		const struct line *event = weigh_item_line(f, item);

		if (!date_has_year(event->text, event->len))
			return false;
	}
	return true;
}

bool
passages_tells_day(const struct finder *f, uint32_t i)
{
	const struct line *line = &finder_node(f, i)->text;
	uint32_t next = finder_node(f, i)->end;

	return line->len <= LONGEST_DAY && finder_is(f, next, MD_PARAGRAPH) &&
	    styled_is_sure(&finder_node(f, next)->text) &&
	    styled_begins_with_day(line->text, line->len);
}

bool
passages_is_break(const struct line *line)
{
	unsigned kinds;
	size_t at;

	if (line->len > LONGEST_DAY || line->first != line->len ||
	    richtext_has_link(line))
		return false;
	at = lead_length(line->text, line->len, &kinds);
	return label_is_break(
	    line->text + at, line->len - at, kinds & LEAD_TIME);
}

bool
passages_is_pause(const struct finder *f, uint32_t i)
{
	return finder_is(f, i, MD_PARAGRAPH) &&
	    finder_node(f, i)->parent == 0 && f->role[i] == ROLE_BODY &&
	    passages_is_break(&finder_node(f, i)->text);
}

/* Titles below events. */

/*
 * Whether the first line of a paragraph is bold, said once, and may be a title: no
 * day, room or such.
 */
static bool
may_be_title(struct finder *f, uint32_t i)
{
	struct line line;

	/* A heading may be the last node. */
	if (!finder_is(f, i, MD_PARAGRAPH))
		return false;
	line = finder_node(f, i)->text;
	if (line.first == 0)
		return false;
	line.len = line.first;
	return finder_is_bold(&line) && memchr(line.text, ' ', line.len) &&
	    line.text[line.len - 1] != ':' && !weigh_is_label(&line) &&
	    facts_kind(line.text, line.len) == FACT_NONE &&
	    !finder_is_day(f, &line) &&
	    !finder_is_often(f, &finder_node(f, i)->text);
}

/* Whether right below a heading stands such a line alone. */
static bool
is_over_title(struct finder *f, const struct head *head)
{
	const struct line *line = &finder_node(f, head->node + 1)->text;

	return !head->part && !head->aside && !head->video &&
	    may_be_title(f, head->node + 1) && line->first == line->len;
}

/* The line below the first one of a paragraph. */
static struct line
line_below(const struct finder *f, uint32_t i)
{
	const struct line *line = &finder_node(f, i)->text;
	uint32_t from = line->first, to = line->breaks[0];
	struct line below = {.text = ""};

	if (from < line->len) {
		from += line->text[from] == ' ';
		below.text = line->text + from;
		below.len = (to > from ? to : line->len) - from;
	} else if (finder_is(f, finder_node(f, i)->end, MD_PARAGRAPH)) {
		below = finder_node(f, finder_node(f, i)->end)->text;
		below.len = below.first > 0 ? below.first : below.len;
	}
	return below;
}

/* Whether a paragraph is a title over who speaks. */
static bool
is_over_names(struct finder *f, uint32_t i)
{
	struct line below;

	if (!may_be_title(f, i))
		return false;
	below = line_below(f, i);
	return below.len > 0 &&
	    (below_is_person(&below) || names_by(below.text, below.len) > 0);
}

/* The next title over names below a heading from node `i` on; 0: there is none. */
static uint32_t
next_title(struct finder *f, uint32_t i)
{
	for (; i < f->md->n && !finder_is(f, i, MD_HEADING);
	     i = finder_node(f, i)->end) {
		if (is_over_names(f, i))
			return i;
	}
	return 0;
}

/* The title below a heading, right below it or over names; 0: there is none. */
static uint32_t
find_title(struct finder *f, const struct head *head)
{
	uint32_t i = head->node + 1;

	return is_over_title(f, head) &&
		!below_is_person(&finder_node(f, i)->text)
	    ? i
	    : next_title(f, i);
}

/*
 * The level of headings that name events, each over the title of a talk: bold
 * lines, most of which are longer than their headings; 0: there is none.
 */
static int
events_level(struct finder *f, size_t name)
{
	size_t heads[7] = {0}, over[7] = {0}, longer[7] = {0};

	for (size_t i = name; i < f->nheads; i++) {
		int level = f->head[i].level;
		uint32_t title = find_title(f, &f->head[i]);

		heads[level]++;
		if (title == 0)
			continue;
		over[level]++;
		longer[level] += finder_node(f, title)->text.first >
		    finder_node(f, f->head[i].node)->text.len;
	}
	for (int level = 1; level <= 6; level++) {
		if (over[level] >= 3 && over[level] * 10 >= heads[level] * 6 &&
		    longer[level] * 3 >= over[level] * 2)
			return level;
	}
	return 0;
}

/*
 * Bold titles below headings that are events, as groups of one; several, "Two
 * talks:", where none is right below it.
 */
static bool
add_titles(struct finder *f)
{
	size_t name = heads_after_name(f);
	int level = events_level(f, name);

	for (size_t i = name; level > 0 && i < f->nheads; i++) {
		uint32_t title = f->head[i].node + 1;

		if (f->head[i].level != level)
			continue;
		if (is_over_title(f, &f->head[i])) {
			groups_add(f, title, 1);
			continue;
		}
		while ((title = next_title(f, title)) > 0) {
			groups_add(f, title, 1);
			title = finder_node(f, title)->end;
		}
	}
	return level > 0;
}

/* Whether a paragraph speaks for being a talk; `bold`: lines in bold do. */
static bool
speaks(struct finder *f, uint32_t i, bool bold)
{
	const struct line *line = &finder_node(f, i)->text;

	return finder_is(f, i, MD_PARAGRAPH) && f->role[i] != ROLE_SKIP &&
	    !passages_tells_day(f, i) &&
	    (is_link_paragraph(f, line) || is_timed(line) ||
		is_bold_paragraph(f, line) || (bold && is_bold_line(f, line)) ||
		is_told_paragraph(line) || is_before_address(line) ||
		spoke_links(line) || bold_lead_named(line, 0) < line->len ||
		is_quoted_paragraph(line) || styled_is_sure(line) ||
		is_over_events(f, i) || is_over_speaker(line) ||
		label_title(line->text, line->len) > 0);
}

/* The picture that most groups from number `first` on begin with; 0: none. */
static uint32_t
common_picture(const struct finder *f, size_t first)
{
	uint32_t common = 0;
	size_t n = 0, have = 0;

	for (size_t i = first; i < f->ngroups; i++) {
		uint32_t code = ornament_first(
		    &finder_node(f, f->group[i].node)->text);

		if (n == 0)
			common = code;
		n = code == common ? n + 1 : n - 1;
	}
	for (size_t i = first; common > 0 && i < f->ngroups; i++)
		have += ornament_first(
			    &finder_node(f, f->group[i].node)->text) == common;
	return have >= PICTURES && have * 2 > f->ngroups - first ? common : 0;
}

/* Adds lines without a link that begin as those with one do: "* Ann - Title". */
static void
add_pictured(struct finder *f, size_t first, bool bold)
{
	uint32_t picture = common_picture(f, first);

	for (uint32_t i = 1; picture > 0 && i < f->md->n;
	     i = finder_node(f, i)->end) {
		const struct line *line = &finder_node(f, i)->text;

		if (finder_is(f, i, MD_PARAGRAPH) && f->role[i] != ROLE_SKIP &&
		    line->len <= LONGEST_TITLE && line->nspans == 0 &&
		    line->first == line->len &&
		    ornament_first(line) == picture && !speaks(f, i, bold))
			groups_add(f, i, 1);
	}
}

/* The bytes of a label before the title in the first line, with its colon, or 0. */
static uint32_t
label_length(const struct line *line)
{
	uint32_t end = line->first > 0 ? line->first : line->len;
	const char *colon = memchr(
	    line->text, ':', end < LONGEST_LABEL ? end : LONGEST_LABEL);

	return colon && colon > line->text && colon + 2 < line->text + end
	    ? (uint32_t)(colon + 1 - line->text)
	    : 0;
}

static bool
has_label(const struct line *line, const struct line *label, uint32_t len)
{
	return label_length(line) == len &&
	    memcmp(line->text, label->text, len) == 0;
}

/*
 * Adds paragraphs that begin with the label that most groups from number `first` on
 * have, "Talk: Lunch", though nobody is named below.
 */
static void
add_labelled(struct finder *f, size_t first, bool bold)
{
	const struct line *label = NULL;
	size_t n = 0, have = 0, end = f->ngroups;
	uint32_t len;

	for (size_t i = first; i < end; i++) {
		const struct line *line =
		    &finder_node(f, f->group[i].node)->text;

		if (n == 0)
			label = line;
		n = has_label(line, label, label_length(label)) ? n + 1 : n - 1;
	}
	len = label ? label_length(label) : 0;
	for (size_t i = first; len > 0 && i < end; i++)
		have += has_label(
		    &finder_node(f, f->group[i].node)->text, label, len);
	for (uint32_t i = 1;
	     have >= 2 && have * 3 >= (end - first) * 2 && i < f->md->n;
	     i = finder_node(f, i)->end) {
		const struct line *line = &finder_node(f, i)->text;

		if (finder_is(f, i, MD_PARAGRAPH) && f->role[i] != ROLE_SKIP &&
		    has_label(line, label, len) && !speaks(f, i, bold))
			groups_add(f, i, 1);
	}
}

/*
 * Adds titles in bold with who speaks beside them, where most groups from number
 * `first` on are such.
 */
static void
add_named(struct finder *f, size_t first, bool bold)
{
	size_t have = 0, end = f->ngroups;

	for (size_t i = first; i < end; i++)
		have += named_title_bold(
		    &finder_node(f, f->group[i].node)->text);
	if (have * 2 <= end - first)
		return;
	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_PARAGRAPH) && f->role[i] != ROLE_SKIP &&
		    named_title_bold(&finder_node(f, i)->text) &&
		    !speaks(f, i, bold))
			groups_add(f, i, 1);
	}
}

/* Paragraphs in sections that have several of them, as groups of one. */
static void
add_paragraphs(struct finder *f)
{
	size_t first = f->ngroups, sections = 0;
	uint32_t heading = UINT32_MAX, last = 0, units = 0, named = 0;
	bool bold = are_bold_lines(f), lists = spoken_lists_seem(f);

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		bool spoken = lists && finder_is(f, i, MD_PARAGRAPH) &&
		    f->role[i] != ROLE_SKIP && spoken_lists_over(f, i);

		if (finder_is(f, i, MD_HEADING))
			last = i;
		if (!spoken && !speaks(f, i, bold))
			continue;
		sections += last != heading;
		heading = last;
		groups_add(f, i, 0)->spoken = spoken;
		units++;
		named += is_over_speaker(&finder_node(f, i)->text);
	}
	if (units < (f->told || named == units ? 2 : 3) ||
	    ((size_t)units * 3 < sections * 4 && !passages_only_days(f))) {
		f->ngroups = first;
		return;
	}
	for (size_t i = first; i < f->ngroups; i++)
		f->group[i].units = 1;
	f->units += units;
	if (lists)
		spoken_lists_drop(f);
	first = f->ngroups - units;
	add_pictured(f, first, bold);
	add_labelled(f, first, bold);
	if (f->ngroups == first + units)
		add_named(f, first, bold);
}

bool
passages_only_days(const struct finder *f)
{
	for (size_t i = heads_after_name(f); i < f->nheads; i++) {
		if (!f->head[i].day && !f->head[i].aside)
			return false;
	}
	return true;
}

void
passages_find(struct finder *f)
{
	if (!add_titles(f))
		add_paragraphs(f);
	quotes_find(f);
}
