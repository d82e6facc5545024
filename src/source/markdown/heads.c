#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/line_text.h"
#include "source/markdown/names.h"
#include "source/markdown/place.h"
#include "source/markdown/richtext.h"
#include "source/markdown/see_also.h"
#include "source/markdown/talk_text.h"

#define LOOK_MOST 32 /* headings of a level that are asked who speaks */

/*
 * Headings
 * ========
 *
 * A single heading at the top names the document and is left out of account.
 * A heading that is only a day, date or year, or "Past talks", is a track,
 * whatever its level; one that names a part of a talk's notes ("Takeaways"), or
 * says the same as two others, is none of either.
 *
 * Each level votes: where more of its headings have nothing but headings below
 * them than have text of their own, it is a level of tracks, and the next one
 * down is looked at.  The talks are at the topmost level that is not.  There a
 * heading with nothing but headings below is a talk as the others are, unless
 * what is below speaks for talks: videos, and lines for speakers.
 */

/* Whether a heading names a part of a talk's notes: "Takeaways", "7. Summary". */
static bool
names_part(const struct finder *f, const struct line *line)
{
	const char *s = line->text;
	size_t skip = text_ascii_digit(*s) ? lead_number(s, line->len) : 0;

	return label_read(s + skip, line->len - skip) == LABEL_PART ||
	    label_names_text(s + skip, line->len - skip) ||
	    (f->labels && strmap_get(f->labels, s));
}

static void
add_head(struct finder *f, uint32_t i)
{
	const struct line *line = &finder_node(f, i)->text;
	enum label_kind label = label_read(line->text, line->len);
	bool name = f->nheads == 0 && finder_node(f, i)->level == 1;
	bool talks = !name && label_names_talks(line->text, line->len);
	bool date = !talks && finder_is_day(f, line);

	f->head = mem_grow(f->head, &f->cap, f->nheads + 1, sizeof(*f->head));
	f->head[f->nheads++] = (struct head){
	    .node = i,
	    .level = finder_node(f, i)->level,
	    .label = (uint8_t)label,
	    .date = date,
	    .day = talks || date || over_is_time(line),
	    .pause = label == LABEL_BREAK ||
		(text_ascii_digit(*line->text) && passages_is_break(line)),
	    .part = names_part(f, line),
	    .aside = label == LABEL_ASIDE || label == LABEL_CONTENTS,
	    .others = label == LABEL_OTHERS ||
		label_names_others(line->text, line->len),
	    .talks = talks,
	};
}

/* Whether no more text between a heading and the next one can tell of it. */
static bool
is_known(const struct head *head)
{
	return head->own && head->items && head->video && head->link;
}

/* Whether a heading is "Keynotes" over others: a track, no part of notes. */
static bool
is_of_keynotes(const struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];
	const struct line *line = &finder_node(f, head->node)->text;

	return head->part && !head->own && i + 1 < f->nheads &&
	    head[1].level > head->level &&
	    label_is_keynotes(line->text, line->len);
}

/* Notes what stands between a heading and the next one. */
static void
read_own(struct finder *f, struct head *head, uint32_t i)
{
	const struct md_node *node = finder_node(f, i);

	if (f->role[i] == ROLE_SKIP || f->role[i] == ROLE_ASIDE) {
		head->skip = !head->own;
		head->table = head->table || f->role[i] == ROLE_ASIDE;
		return;
	}
	head->own = true;
	head->skip = false;
	head->items = head->items || node->kind == MD_ITEM || node->mixed ||
	    (node->kind == MD_LATER &&
		line_text_has_bullets(node->text.text, node->text.len));
	head->video = head->video || finder_has_video(&node->text);
	head->link = head->link || richtext_leads_out(&node->text);
}

void
heads_find(struct finder *f)
{
	uint32_t end = 1; /* of the node of the outermost ones */
	size_t n = 0;

	for (uint32_t i = 1; i < f->md->n; i++) {
		if (i >= end)
			end = finder_node(f, i)->end;
		if (finder_is(f, i, MD_HEADING))
			add_head(f, i);
		else if (f->nheads > 0)
			read_own(f, &f->head[f->nheads - 1], i);
		if (f->role[i] == ROLE_SKIP || f->role[i] == ROLE_ASIDE)
			i = finder_node(f, i)->end - 1;
		else if (f->nheads > 0 && is_known(&f->head[f->nheads - 1]))
			i = end - 1;
	}
	for (size_t i = 0; i < f->nheads; i++) {
		struct head *head = &f->head[i];
		bool last = i + 1 == f->nheads || head[1].level <= head->level;

		/* "Food" over talks is a track. */
		head->pause = head->pause && last;
		/* A single name of the document above its contents stays. */
		if (head->skip && last)
			f->role[head->node] = head->table ? ROLE_ASIDE
							  : ROLE_SKIP;
		else
			f->head[n++] = *head;
	}
	f->skipped = f->nheads - n;
	f->nheads = n;
	heads_mark(f);
	for (size_t i = 0; i < f->nheads; i++)
		f->head[i].part = f->head[i].part && !is_of_keynotes(f, i);
}

/* One past the headings that stand below heading `i`. */
static size_t
head_end(const struct finder *f, size_t i)
{
	size_t end = i + 1;

	while (end < f->nheads && f->head[end].level > f->head[i].level)
		end++;
	return end;
}

size_t
heads_after_name(const struct finder *f)
{
	for (size_t i = 1; i < f->nheads; i++) {
		if (f->head[i].level <= f->head[0].level && !f->head[i].part &&
		    !f->head[i].aside)
			return 0;
	}
	return f->nheads > 1 && !f->head[0].day;
}

size_t
heads_from(const struct finder *f, uint32_t node)
{
	size_t low = 0, high = f->nheads;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (f->head[mid].node < node)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The topmost level of the headings [i, end); 7 if there are none. */
static int
top_level(const struct finder *f, size_t i, size_t end)
{
	int level = 7;

	for (; i < end; i++) {
		if (f->head[i].level < level)
			level = f->head[i].level;
	}
	return level;
}

bool
heads_is_part(struct finder *f, size_t i)
{
	return f->head[i].part ||
	    finder_heading_times(f, &finder_node(f, f->head[i].node)->text) >=
	    LABEL_TIMES;
}

/* What is just below a heading. */
struct below {
	size_t n;       /* headings of the topmost level there */
	size_t talking; /* of all, those that speak for talks */
	bool part;      /* one of them names a part of notes */
};

/* Whether a heading says what kind of link is below it, or names a part. */
static bool
names_links(struct finder *f, size_t i)
{
	return f->head[i].label != LABEL_NONE || heads_is_part(f, i);
}

/* Whether a heading is over what a talk refers to: "References". */
static bool
names_sources(const struct finder *f, size_t i)
{
	const struct line *line = &finder_node(f, f->head[i].node)->text;

	return see_also_read(line->text, line->len) != SEE_ALSO_NOT;
}

static struct below
look_below(struct finder *f, size_t i, bool wanted)
{
	size_t end = head_end(f, i);
	int level = top_level(f, i + 1, end);
	struct below below = {0};
	size_t speakers = 0;
	bool people;

	for (size_t k = i + 1; k < end; k++) {
		if (f->head[k].level != level)
			continue;
		below.n++;
		people = f->head[k].label == LABEL_SPEAKER;
		speakers += people;
		below.talking += wanted && !people && !names_sources(f, k) &&
		    heads_speaks(f, k);
		below.part = below.part || (!people && heads_is_part(f, k));
	}
	/* "Speakers", over names, is no talk's where nothing else is. */
	below.part = below.part || (speakers > 0 && below.talking == 0);
	below.talking += below.talking > 0 ? speakers : 0;
	return below;
}

/* The headings of a level, by what they have. */
struct level {
	size_t others, days, own;
	size_t holders; /* that have nothing but headings below them */
	size_t halves;  /* of these, that are a talk's with the one below, */
	size_t people;  /* and of these, where that is a name */
	size_t prose;   /* that have no more than paragraphs of their own */
};

/* Whether the heading below heading `i` begins with "by". */
static bool
is_over_byline(const struct finder *f, size_t i)
{
	const struct line *line = &finder_node(f, f->head[i + 1].node)->text;

	return names_by(line->text, line->len) > 0;
}

static void
count_levels(struct finder *f, size_t from, struct level level[7])
{
	for (size_t i = from; i < f->nheads; i++) {
		struct head *head = &f->head[i];
		struct level *l = &level[head->level];
		struct below below;
		bool named;

		if (head->day) {
			l->days++;
			continue;
		}
		l->others++;
		below = look_below(f, i, false);
		if (below.n == 0 || below.part || head->items || head->video)
			l->own++;
		else if (head->own)
			l->prose++;
		else
			l->holders++;
		named = !head->own && below.n > 0 && heads_is_over_name(f, i);
		head->half = !head->own && below.n > 0 &&
		    (below.n == 1 || named || is_over_byline(f, i)) &&
		    talk_text_is_half(f->arena, f->md, head->node + 1);
		l->halves += head->half;
		l->people += head->half && named;
	}
}

/* Whether the headings of a level are tracks. */
static bool
is_of_tracks(
    struct finder *f, size_t from, const struct level *level, int number)
{
	size_t below = 0, talking = 0;

	f->halves = (level->halves >= 3 &&
			level->halves * 10 >= level->others * 5) ||
	    (level->people >= 2 && level->people == level->others);
	if (f->halves || heads_name_alone(f, from, number))
		return false;
	if (level->holders > level->own + level->prose)
		return !heads_over_shorter(f, from, number);
	if (level->holders + level->prose <= level->own)
		return false;
	/* What stands below them decides. */
	for (size_t i = from; i < f->nheads; i++) {
		struct below b;

		if (f->head[i].level != number || f->head[i].day)
			continue;
		b = look_below(f, i, true);
		below += b.n;
		talking += b.talking;
	}
	return talking * 2 > below || heads_have_pages(f, from, number);
}

/*
 * How many of so many headings of a level speak for being talks; `own`: only
 * those with text of their own, as headings below speak for themselves.
 */
static size_t
count_speaking(struct finder *f, size_t from, int level, size_t n, bool own)
{
	size_t step = n / LOOK_MOST + 1, k = 0, speaking = 0;

	for (size_t i = from; i < f->nheads; i++) {
		if (f->head[i].level == level && !f->head[i].day &&
		    k++ % step == 0)
			speaking += (f->head[i].own || f->head[i].half ||
					!own) &&
			    (heads_speaks(f, i) ||
				(!own && heads_is_over_title(f, i))) &&
			    !names_links(f, i);
	}
	return speaking * step;
}

/* Whether few headings of a level, or none, speak for talks, but most below do. */
static bool
is_over_talks(
    struct finder *f, size_t from, const struct level *level, int number)
{
	int below = number + 1;
	size_t above;

	while (below <= 6 && level[below].others < 2)
		below++;
	if (below > 6)
		return false;
	above = count_speaking(f, from, number, level[number].others, true);
	if (above * 2 > level[number].others)
		return false;
	for (; below <= 6; below++) {
		size_t n = level[below].others, speaking;

		if (n < 2 || n < 2 * above)
			continue;
		speaking = count_speaking(f, from, below, n, false);
		if (speaking * 10 >= n * (above > 0 ? 8 : 6))
			return true;
	}
	return false;
}

int
heads_level(struct finder *f, size_t from)
{
	struct level level[7] = {0};
	size_t lonely = lonely_talk(f);
	int deepest = 0;

	if (lonely > 0 || lonely_only(f))
		return f->head[lonely].level;
	count_levels(f, from, level);
	for (int i = 1; i <= 6; i++) {
		const struct level *l = &level[i];

		if (l->others > 0)
			deepest = i;
		if (l->others < 2 || l->others < l->days)
			continue;
		if (!is_of_tracks(f, from, l, i) &&
		    !is_over_talks(f, from, level, i) &&
		    !heads_over_longer(f, from, i))
			return i;
	}
	return deepest > 0 && level[deepest].others >= 2 ? deepest : 0;
}

/* Whether the headings just below heading `i` are talks of a track. */
static bool
holds_talks(struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];
	bool own = head->video || head->items || (f->halves && head->half);
	/* Who speaks below is much to ask, and needless for most. */
	struct below below = look_below(f, i, !head->day && !own);

	if (head->day)
		return below.n > 0;
	return below.n > 0 && !below.part && !own &&
	    below.talking * 2 > below.n;
}

/* Whether a heading names a part of the notes of the talk before, as others. */
static bool
is_of_notes(struct finder *f, const struct head *head)
{
	return head->part &&
	    finder_heading_times(f, &finder_node(f, head->node)->text) >= 2;
}

/* Whether a heading, over text of its own, tells when or where the event is. */
static bool
tells_where(struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];

	return head->label == LABEL_FACT && !head->day && head->own &&
	    !holds_talks(f, i);
}

/* Whether a heading names a part of notes, on what the days before it were. */
static bool
is_after_day(const struct finder *f, size_t i)
{
	int level = f->head[i].level;

	if (!f->head[i].part)
		return false;
	while (i > 0 && f->head[i - 1].level > level)
		i--;
	return i > 0 && f->head[i - 1].level == level && f->head[i - 1].day &&
	    f->role[f->head[i - 1].node] == ROLE_TRACK;
}

/* Whether a heading says that what is below, no other ones, are no talks: "Team". */
static bool
is_of_others(struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];
	const struct line *line = &finder_node(f, head->node)->text;

	return head->others && !head->video && !f->exact &&
	    head_end(f, i) == i + 1 &&
	    (head->label == LABEL_OTHERS
		    ? !heads_speaks(f, i)
		    : label_names_others(line->text, line->len) &&
			!heads_over_people(f, i));
}

/*
 * Whether a heading at the level of talks is none of them: it says that no
 * talks follow, names a part of notes, or is "Summary" where talks name people.
 */
static bool
is_beside(struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];

	return head->aside || (head->pause && !head->own) ||
	    (head->pause && head->label == LABEL_BREAK && !head->items &&
		!head->video) ||
	    (head->part && f->named) || is_of_notes(f, head) ||
	    tells_where(f, i) || (!f->exact && is_after_day(f, i)) ||
	    is_of_others(f, i);
}

static void
take_heads(struct finder *f, size_t i, size_t end, int level)
{
	while (i < end) {
		struct head *head = &f->head[i];
		size_t below = head_end(f, i);
		bool at = head->level == level;

		if (below > end)
			below = end;
		/* Below a track, a date with a video is a talk's. */
		if (level > f->level && head->video && below == i + 1)
			head->day = false;
		if (head->level <= level && head->life) {
			f->role[head->node] = ROLE_ASIDE;
			i = below;
		} else if (head->level <= level && is_beside(f, i)) {
			if (!is_of_notes(f, head))
				f->role[head->node] = ROLE_ASIDE;
			i++;
		} else if (head->level < level) {
			f->role[head->node] = heads_is_link(f, i) ? ROLE_TALK
								  : ROLE_TRACK;
			i++;
		} else if (at &&
		    (f->exact || (!head->day && !holds_talks(f, i)))) {
			f->role[head->node] = ROLE_TALK;
			i++;
		} else if (at || (head->day && !f->exact)) {
			f->role[head->node] = ROLE_TRACK;
			take_heads(f, i + 1, below, top_level(f, i + 1, below));
			i = below;
		} else {
			i++;
		}
	}
}

static bool
has_slipped(const struct head *head, int level)
{
	return head->level < level && !head->day && !head->others &&
	    !head->aside && head->items;
}

/*
 * Above the level of the talks, beside days, a heading with items of its own is
 * a talk that has slipped, unless it is over articles.
 */
static void
take_slipped(struct finder *f, size_t from, int level)
{
	size_t days = 0, slipped = 0, others = 0;

	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (head->level >= level)
			continue;
		days += head->day;
		others += !head->day;
		slipped += has_slipped(head, level);
	}
	if (days == 0 || slipped == 0 || slipped * 2 > days + others)
		return;
	for (size_t i = from; i < f->nheads; i++) {
		if (has_slipped(&f->head[i], level))
			f->role[f->head[i].node] = ROLE_TALK;
	}
}

/* Whether a heading's own words begin with a link. */
static bool
is_linked(const struct finder *f, const struct head *head)
{
	return line_leading_link(&finder_node(f, head->node)->text, 0) != NULL;
}

/*
 * Where most titles are links, a heading without one that has nothing of its own
 * above the next of its level is a track.
 */
static void
take_bare(struct finder *f, size_t from, int level)
{
	size_t talks = 0, linked = 0;

	for (size_t i = from; i < f->nheads; i++) {
		if (f->role[f->head[i].node] != ROLE_TALK)
			continue;
		talks++;
		linked += is_linked(f, &f->head[i]);
	}
	if (linked < 3 || linked * 2 < talks)
		return;
	for (size_t i = from; i + 1 < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (f->role[head->node] == ROLE_TALK && !head->own &&
		    head->level == level && head[1].level == level &&
		    is_linked(f, head + 1) && !is_linked(f, head))
			f->role[head->node] = ROLE_TRACK;
	}
}

void
heads_take(struct finder *f, size_t from, int level)
{
	f->level = level;
	take_heads(f, from, f->nheads, level);
	if (!f->exact) {
		take_slipped(f, from, level);
		heads_take_alone(f, from, level);
	}
	take_bare(f, from, level);
}
