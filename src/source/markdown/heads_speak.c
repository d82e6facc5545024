#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"
#include "source/markdown/runs.h"
#include "source/markdown/talk_text.h"

#define LOOK_MOST    32 /* headings that are asked who speaks */
#define TITLE_LEAST  12 /* bytes of a title before somebody's handle */
#define HANDLE_LEAST 4  /* bytes of that, as "ML" is none */
#define PAGES_LEAST  3  /* headings, each right over a URL */

/* Whether a line reads as people's names and what they work for. */
static bool
is_people(const struct line *line)
{
	return line->len < 80 &&
	    people_first(line->text, line->len) == NAMES_SURE;
}

/* Whether a heading's own words name somebody. */
static bool
names_somebody(const struct line *line)
{
	static const enum place places[] = {PLACE_LAST_DASH, PLACE_AFTER_DASH,
	    PLACE_MIDDLE_DASH, PLACE_BRACKETS, PLACE_BY, PLACE_FIRST_COLON,
	    PLACE_FIRST_COMMA};

	return place_any(line, places, sizeof(places) / sizeof(*places));
}

/*
 * Whether a heading ends in a word in brackets that may be a handle, "Knots(ann1)",
 * and is not over a list of videos.
 */
static bool
ends_in_handle(
    struct finder *f, const struct head *head, const struct line *line)
{
	struct anatomy anatomy;
	struct cut cut;
	struct people people;

	if (head->items && head->video)
		return false;
	anatomy_read(&anatomy, line, false, "");
	if (!place_find(&anatomy, PLACE_BRACKETS, &cut) ||
	    cut.title_end < cut.title + TITLE_LEAST ||
	    cut.names_end < cut.names + HANDLE_LEAST)
		return false;
	people = people_bare(
	    f->arena, line->text + cut.names, cut.names_end - cut.names);
	return people.n == 1;
}

/* Whether the line right below a heading begins with "by" and a name. */
static bool
is_over_by(const struct finder *f, const struct head *head)
{
	const struct line *line;

	if (!finder_is(f, head->node + 1, MD_PARAGRAPH))
		return false;
	line = &finder_node(f, head->node + 1)->text;
	return people_by(line->text, line->len) > 0;
}

bool
heads_name_people(struct finder *f, size_t from)
{
	size_t n = f->nheads - from, step = n / LOOK_MOST + 1;
	size_t looked = 0, named = 0, at[7] = {0}, there[7] = {0};
	size_t handles = 0, by = 0;

	for (size_t i = from; i < f->nheads; i += step) {
		const struct head *head = &f->head[i];
		const struct line *line = &finder_node(f, head->node)->text;
		bool names;

		if (head->day || head->aside || head->part)
			continue;
		names = names_somebody(line);
		handles += names || ends_in_handle(f, head, line);
		by += names || is_over_by(f, head);
		looked++;
		named += names;
		at[head->level]++;
		there[head->level] += names;
	}
	f->half_named = named >= 3 && named * 2 >= looked;
	if (named >= 3 && named * 10 >= looked * 7)
		return true;
	if ((handles >= 4 && handles * 10 >= looked * 8) ||
	    (by >= 2 && by * 10 >= looked * 6))
		return true;
	for (int level = 1; level <= 6; level++) {
		if (there[level] >= 2 && there[level] == at[level])
			return true;
	}
	return false;
}

/* What stands on and below heading `k`; returns its line. */
static const struct line *
read_talk(struct finder *f, size_t k, struct talk_text *text)
{
	uint32_t node = f->head[k].node;
	const struct line *line = &finder_node(f, node)->text;
	struct shape shape = {.role = f->role};

	*text = (struct talk_text){.line = *line};
	talk_text_below(
	    f->arena, f->md, &shape, node + 1, (uint32_t)f->md->n, NULL, text);
	return line;
}

/* Whether all of a line is in bold, and somebody's name. */
static bool
is_bold_person(const struct line *line)
{
	return line->nspans > 0 && (line->spans->style & SPAN_STRONG) &&
	    runs_bold(line, 0, line->len) && below_is_person(line);
}

bool
heads_names(struct finder *f, size_t k)
{
	struct talk_text text;

	if (names_somebody(&finder_node(f, f->head[k].node)->text))
		return true;
	read_talk(f, k, &text);
	return text.speakers.len > 0 || is_bold_person(&text.below[0]);
}

bool
heads_tells_speaker(struct finder *f, size_t k)
{
	struct talk_text text;

	if (names_somebody(&finder_node(f, f->head[k].node)->text))
		return true;
	read_talk(f, k, &text);
	return text.speakers.len > 0 || is_people(&text.below[0]) ||
	    people_by(text.below[0].text, text.below[0].len) > 0;
}

bool
heads_is_over_title(struct finder *f, size_t k)
{
	struct talk_text text;
	const struct line *line = read_talk(f, k, &text);

	return text.half && text.below[0].len > 0 && below_is_person(line);
}

bool
heads_over_person(const struct finder *f, size_t k)
{
	uint32_t below = f->head[k].node + 1;

	return finder_is(f, below, MD_PARAGRAPH) &&
	    below_is_person(&finder_node(f, below)->text);
}

bool
heads_over_people(const struct finder *f, size_t k)
{
	size_t n = 0;

	for (size_t i = 0; i < f->nheads && n < 2; i++)
		n += f->head[i].level == f->head[k].level &&
		    heads_over_person(f, i);
	return n == 2 && heads_over_person(f, k);
}

bool
heads_speaks(struct finder *f, size_t k)
{
	return f->head[k].video ||
	    finder_has_video(&finder_node(f, f->head[k].node)->text) ||
	    heads_tells_speaker(f, k);
}

bool
heads_is_over_name(const struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];
	size_t people = 0;

	if (below_is_person(&finder_node(f, head->node)->text))
		return false;
	for (i++; i < f->nheads && f->head[i].level > head->level; i++) {
		people += below_is_person(
		    &finder_node(f, f->head[i].node)->text);
		if (people != 1)
			return false;
	}
	return people == 1;
}

/* Whether a heading counts where those of its level are asked for names. */
static bool
is_asked(const struct head *head, int level)
{
	return head->level == level && !head->day && !head->aside &&
	    !head->part;
}

bool
heads_name_alone(struct finder *f, size_t from, int level)
{
	size_t asked = 0, lower = 0, n = 0, named = 0, below = 0, speaking = 0;

	for (size_t i = from; i < f->nheads; i++) {
		asked += is_asked(&f->head[i], level);
		lower += f->head[i].level > level;
	}
	for (size_t i = from, k = 0; i < f->nheads; i++) {
		if (!is_asked(&f->head[i], level) ||
		    k++ % (asked / LOOK_MOST + 1) > 0)
			continue;
		n++;
		named += names_somebody(&finder_node(f, f->head[i].node)->text);
		/* Most documents are not so. */
		if (named * 2 + 2 < n)
			return false;
	}
	if (named < 2 || named * 10 < n * 8)
		return false;
	for (size_t i = from, k = 0; i < f->nheads; i++) {
		if (f->head[i].level <= level ||
		    k++ % (lower / LOOK_MOST + 1) > 0)
			continue;
		below++;
		speaking += heads_speaks(f, i);
	}
	return speaking * 5 <= below;
}

/* Whether all of the first line below heading `k` is a bare URL. */
static bool
is_over_page(const struct finder *f, size_t k)
{
	const struct line *line;
	const char *s;
	size_t len, n;

	if (!finder_is(f, f->head[k].node + 1, MD_PARAGRAPH) &&
	    !finder_is(f, f->head[k].node + 1, MD_LATER))
		return false;
	line = &finder_node(f, f->head[k].node + 1)->text;
	s = line->text;
	len = line->len;
	/* What waits to be parsed has its lines as they are written. */
	while (len > 0 && (*s == '\n' || *s == '<')) {
		s++;
		len--;
	}
	n = link_bare(s, len);
	return n > 0 && (n == len || strchr("\n >", s[n]));
}

bool
heads_have_pages(const struct finder *f, size_t from, int level)
{
	size_t n = 0, pages = 0;

	for (size_t i = from; i < f->nheads; i++) {
		if (f->head[i].level <= level || f->head[i].day ||
		    f->head[i].label != LABEL_NONE)
			continue;
		n++;
		pages += is_over_page(f, i);
	}
	return pages >= PAGES_LEAST && pages * 3 >= n * 2;
}
