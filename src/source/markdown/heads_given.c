#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/date.h"
#include "lectern/base/strmap.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/ornament.h"
#include "source/markdown/weigh.h"

/*
 * Talks and where they were given
 * ===============================
 *
 * Who gives a talk at several conferences writes a heading for it, what it is
 * about, a line of links to slides and video, and a list of the conferences with
 * their dates.  These are more than the talks, and have links; yet the headings
 * are the talks where most of one level have such a line of links, and most items
 * below them tell a year and name nobody.  Or the items are the recordings, and
 * have nothing but the event and its year, "[Tidal 2031 (german)](link)": then
 * the headings are, where events are there again below other headings.
 */

#define LONGEST_EVENT 40 /* bytes */
#define MISSES_MOST   4  /* items that are none, beside half of all */

/* What the headings of one level have. */
struct given {
	size_t heads, recorded;
};

/* Whether words say "slides" or "video". */
static bool
is_of_media(const char *s, size_t len)
{
	enum label_kind kind = label_read(s, len);

	return kind == LABEL_VIDEO || kind == LABEL_SLIDES;
}

/* Whether all that a line says are links that are called slides or video. */
static bool
is_of_recordings(const struct line *line)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!(span->style & SPAN_LINK) || span->start < at)
			continue;
		if (!is_of_media(
			line->text + span->start, span->end - span->start) ||
		    richtext_has_words(line->text, at, span->start))
			return false;
		at = span->end;
	}
	return at > 0 && !richtext_has_words(line->text, at, line->len);
}

/* Whether an item tells when something was, and of nobody. */
static bool
tells_place(const struct line *line)
{
	return date_has_year(line->text, line->len) &&
	    !weigh_names_somebody(line);
}

/* Whether an item can be neither a talk nor where one was given. */
static bool
is_note(const struct line *line)
{
	return !richtext_has_link(line) &&
	    !date_has_year(line->text, line->len);
}

/* Where what is below heading `i` ends. */
static uint32_t
below_end(const struct finder *f, size_t i)
{
	return i + 1 < f->nheads ? f->head[i + 1].node : (uint32_t)f->md->n;
}

static bool
counts(const struct head *head)
{
	return !head->day && !head->aside && !head->part;
}

/*
 * Whether a table is such a line: it has no more than a header, in which a cell is
 * of recordings, or says that there are none: "no slides".
 */
static bool
is_header_of_recordings(const struct finder *f, uint32_t table)
{
	uint32_t row = table + 1;
	bool any = false;

	if (finder_node(f, row)->end != finder_node(f, table)->end)
		return false;
	for (uint32_t i = row + 1; i < finder_node(f, row)->end; i++) {
		const struct line *cell = &finder_node(f, i)->text;
		uint32_t last = cell->len;

		while (last > 0 && cell->text[last - 1] != ' ')
			last--;
		any = any || is_of_recordings(cell) ||
		    (last > 0 && !richtext_has_link(cell) &&
			is_of_media(cell->text + last, cell->len - last));
	}
	return any;
}

/* Whether a line of links to recordings stands below heading `i`. */
static bool
is_recorded(const struct finder *f, size_t i)
{
	uint32_t end = below_end(f, i);

	for (uint32_t k = f->head[i].node + 1; k < end;
	     k = finder_node(f, k)->end) {
		if ((finder_is(f, k, MD_PARAGRAPH) &&
			is_of_recordings(&finder_node(f, k)->text)) ||
		    (finder_is(f, k, MD_TABLE) &&
			is_header_of_recordings(f, k)))
			return true;
	}
	return false;
}

/* Whether most headings of one level have such a line. */
static bool
are_recorded(const struct finder *f, size_t from)
{
	struct given given[7] = {{0}};

	for (size_t i = from; i < f->nheads; i++) {
		if (!counts(&f->head[i]))
			continue;
		given[f->head[i].level].heads++;
		given[f->head[i].level].recorded += is_recorded(f, i);
	}
	for (int level = 1; level <= 6; level++) {
		if (given[level].recorded >= 2 &&
		    given[level].recorded * 3 >= given[level].heads * 2)
			return true;
	}
	return false;
}

/* Recordings. */

/* The items below headings that have some. */
struct held {
	struct strmap at; /* events, by the last heading they were below */
	size_t heads, titles, over;
	size_t items, events;
	size_t again; /* that were below another heading, too */
};

/* Where the event ends that is all a line tells but for year and brackets; 0. */
static uint32_t
event_end(const struct line *line, uint32_t from)
{
	const char *s = line->text;

	for (uint32_t i = from + 1; i + 5 <= line->len; i++) {
		if (strchr(",:\"|", s[i]) || (s[i] == '-' && s[i - 1] == ' '))
			return 0;
		if (s[i] == ' ' && date_is_year(s + i + 1))
			return i - from <= LONGEST_EVENT &&
				(i + 5 == line->len ||
				    (s[i + 5] == ' ' && s[i + 6] == '('))
			    ? i
			    : 0;
	}
	return 0;
}

static void
note_item(
    const struct finder *f, struct held *held, uint32_t item, uint32_t head)
{
	const struct line *line = weigh_item_line(f, item);
	uint32_t from = ornament_skip(line, 0), end = event_end(line, from);
	const char *event;
	uint32_t *at;

	held->items++;
	if (end == 0 || !richtext_has_link(line))
		return;
	held->events++;
	event = arena_dup(f->arena, line->text + from, end - from);
	at = strmap_get(&held->at, event);
	held->again += at && *at != head;
	if (at)
		*at = head;
	else
		strmap_put(&held->at, event, head);
}

/* Notes the items below heading `i`; false: too many are no events. */
static bool
note_items(const struct finder *f, struct held *held, size_t i)
{
	const struct line *line = &finder_node(f, f->head[i].node)->text;
	uint32_t end = below_end(f, i);
	size_t before = held->events;

	held->heads++;
	held->titles += memchr(line->text, ' ', line->len) != NULL;
	for (uint32_t k = f->head[i].node + 1; k < end; k++) {
		if (finder_is(f, k, MD_ITEM))
			note_item(f, held, k, f->head[i].node);
		if (held->items > held->events * 2 + MISSES_MOST)
			return false;
	}
	held->over += held->events > before;
	return true;
}

/* Whether nearly all items are events, and some of these occur often. */
static bool
are_events(const struct finder *f, size_t from)
{
	struct held held = {0};
	bool all = true;

	for (size_t i = from; all && i < f->nheads; i++) {
		if (counts(&f->head[i]))
			all = note_items(f, &held, i);
	}
	strmap_free(&held.at);
	return all && held.over >= 3 && held.over * 3 >= held.heads * 2 &&
	    held.titles * 2 > held.heads &&
	    held.events * 10 >= held.items * 8 && held.again * 3 >= held.events;
}

bool
heads_given(const struct finder *f, size_t from)
{
	size_t items = 0, places = 0;

	if (are_events(f, from))
		return true;

	if (!are_recorded(f, from))
		return false;
	for (size_t i = from; i < f->nheads; i++) {
		uint32_t end = below_end(f, i);

		if (!counts(&f->head[i]))
			continue;
		for (uint32_t k = f->head[i].node + 1; k < end; k++) {
			if (!finder_is(f, k, MD_ITEM) ||
			    weigh_is_label(weigh_item_line(f, k)) ||
			    is_note(weigh_item_line(f, k)))
				continue;
			items++;
			places += tells_place(weigh_item_line(f, k));
		}
	}
	return items >= 2 && places * 3 >= items * 2;
}
