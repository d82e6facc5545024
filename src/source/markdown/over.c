#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/richtext.h"

#define SLOTS_LEAST   3   /* headings that are only times */
#define LONGEST_DAY   80  /* bytes of a paragraph that names a group */
#define LONGEST_BOLD  200 /* bytes of one in bold */
#define LONGEST_COUNT 2   /* bytes of "A" in "Track A" */
#define PLAIN_LEAST   3   /* groups that plain ones name */

/* Below these stands how many groups are named; no paragraph says so. */
#define BOLD  ""
#define PLAIN "\n"

/*
 * Headings over talks
 * ===================
 *
 * The heading above a group is its track.  One that tells no more than when the
 * talk is, and where, "10:00 - 10:30 | Hall A", is none, where there are several:
 * the track is the heading above it, a day or hall.
 */

/*
 * The heading that names the group below one: where this says no more than
 * "Talks" or "Agenda", the one that it is right below, if that is not the document's name.
 */
static uint32_t
naming_heading(const struct finder *f, const struct over *over)
{
	const struct md_node *node = finder_node(f, over->heading);

	return over->before > 0 &&
		finder_node(f, over->before)->level < node->level &&
		finder_node(f, over->before)->level > 1 &&
		((!memchr(node->text.text, ' ', node->text.len) &&
		     label_names_talks(node->text.text, node->text.len)) ||
		    label_names_programme(node->text.text, node->text.len))
	    ? over->before
	    : over->heading;
}

/* The bytes of a time at the start, with the blanks behind it; 0: there is none. */
static size_t
time_length(const struct line *line)
{
	size_t n = line->len > 0 && text_ascii_digit(*line->text)
	    ? lead_time(line->text, line->len)
	    : 0;

	return n > 0 ? n + strspn(line->text + n, " ") : 0;
}

bool
over_is_time(const struct line *line)
{
	return line->len > 0 && time_length(line) == line->len;
}

/* The same, perhaps with a room behind a bar or "@". */
static bool
is_slot(const struct line *line)
{
	size_t n = time_length(line);

	return n > 0 && (n == line->len || strchr("|@", line->text[n]));
}

static size_t
count_slots(const struct finder *f)
{
	size_t slots = 0;

	for (size_t i = 0; i < f->nheads; i++)
		slots += is_slot(&finder_node(f, f->head[i].node)->text);
	return slots;
}

/* Whether a heading over talks is a track or, as others are, tells when. */
static enum role
role_of(struct finder *f, uint32_t heading)
{
	const struct line *line = &finder_node(f, heading)->text;

	if (!is_slot(line))
		return ROLE_TRACK;
	if (f->slots == 0)
		f->slots = count_slots(f);
	return f->slots < SLOTS_LEAST ? ROLE_TRACK : ROLE_SLOT;
}

/* The heading right above the last one that is no document's name, or 0. */
static uint32_t
heading_above(const struct finder *f, const struct over *over)
{
	int level = finder_node(f, over->heading)->level;

	while (--level > 0) {
		if (over->above[level] > 0)
			return f->role[over->above[level]] == ROLE_NAME
			    ? 0
			    : over->above[level];
	}
	return 0;
}

void
over_note(struct finder *f, struct over *over, uint32_t i)
{
	int level = finder_node(f, i)->level;

	over->before = over->heading;
	over->heading = i;
	over->above[level] = i;
	while (++level <= 6)
		over->above[level] = 0;
	/* A day over tracks ends the last talk before it. */
	if (over->before > 0 && f->role[i] == ROLE_BODY &&
	    finder_node(f, i)->level < over->level)
		f->role[i] = ROLE_ASIDE;
}

void
over_take(struct finder *f, struct over *over)
{
	uint32_t above;

	if (over->heading == 0)
		return;
	over->level = finder_node(f, over->heading)->level;
	if (role_of(f, over->heading) == ROLE_TRACK) {
		f->role[naming_heading(f, over)] = ROLE_TRACK;
		return;
	}
	f->role[over->heading] = ROLE_SLOT;
	above = heading_above(f, over);
	if (above > 0)
		f->role[above] = ROLE_TRACK;
}

void
over_take_all(struct finder *f, size_t from)
{
	for (size_t i = from; i < f->nheads; i++) {
		uint32_t node = f->head[i].node;
		uint32_t end = i + 1 < f->nheads ? f->head[i + 1].node
						 : (uint32_t)f->md->n;

		f->role[node] = (uint8_t)role_of(f, node);
		if (f->role[node] == ROLE_SLOT &&
		    !memchr(f->role + node, ROLE_TALK, end - node))
			f->role[node] = ROLE_ASIDE;
	}
}

/* The node before node `i` that has the same parent; 0: there is none. */
static uint32_t
before(const struct finder *f, uint32_t i)
{
	uint32_t parent = finder_node(f, i)->parent, at = i - 1;

	while (at > parent && finder_node(f, at)->parent != parent)
		at = finder_node(f, at)->parent;
	return at > parent ? at : 0;
}

/*
 * Whether a paragraph says something that no other one does, and may be a name:
 * all bold, or else a line without the end of a sentence.
 */
static bool
is_label(struct strmap *labels, const struct line *line, bool bold)
{
	return line->len > 0 &&
	    line->len < (uint32_t)(bold ? LONGEST_BOLD : LONGEST_DAY) &&
	    finder_is_bold(line) == bold &&
	    (bold ||
		(line->first == line->len &&
		    !text_ascii_any(line->text[line->len - 1], ".!?,;"))) &&
	    (!bold || line->text[line->len - 1] != ':') &&
	    *strmap_put(labels, line->text, 0) == 1 &&
	    label_read(line->text, line->len) == LABEL_NONE &&
	    !passages_is_break(line);
}

/* Whether the paragraph above a group may name it. */
static bool
names_group(struct finder *f, struct strmap *labels, uint32_t group, bool bold)
{
	uint32_t label = before(f, group);

	return finder_is(f, label, MD_PARAGRAPH) &&
	    is_label(labels, &finder_node(f, label)->text, bold);
}

/* Whether a bold paragraph stands right over group `i`, which has several talks. */
static bool
is_below_bold(const struct finder *f, size_t i)
{
	const struct group *group = &f->group[i];
	uint32_t label = before(f, group->node);

	return group->units >= 2 && !finder_is(f, group->node, MD_PARAGRAPH) &&
	    finder_is(f, label, MD_PARAGRAPH) &&
	    finder_is_bold(&finder_node(f, label)->text);
}

/* Such paragraphs, of which there are several, are no talks themselves. */
static void
drop_labels(struct finder *f)
{
	size_t below = 0, n = 0;

	for (size_t i = 0; i < f->ngroups; i++)
		below += is_below_bold(f, i);
	for (size_t i = 0; below >= 2 && i < f->ngroups; i++) {
		if (i + 1 == f->ngroups || !is_below_bold(f, i + 1) ||
		    before(f, f->group[i + 1].node) != f->group[i].node)
			f->group[n++] = f->group[i];
	}
	f->ngroups = below >= 2 ? n : f->ngroups;
}

void
over_count_labels(struct finder *f, struct strmap *labels)
{
	size_t plain = 0, headed = 0; /* and those right below a heading */
	size_t own = 0, last = 0;     /* and the first ones below each */

	drop_labels(f);
	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_PARAGRAPH))
			++*strmap_put(labels, finder_node(f, i)->text.text, 0);
	}
	for (size_t i = 0; i < f->ngroups; i++) {
		uint32_t node = f->group[i].node;

		if (names_group(f, labels, node, true))
			++*strmap_put(labels, BOLD, 0);
		if (finder_is(f, node, MD_PARAGRAPH) ||
		    !names_group(f, labels, node, false))
			continue;
		plain++;
		own += heads_from(f, node) != last;
		last = heads_from(f, node);
		headed += finder_is(f, before(f, before(f, node)), MD_HEADING);
	}
	if (plain >= PLAIN_LEAST && plain * 10 >= f->ngroups * 8 &&
	    headed * 2 < plain && own < plain)
		*strmap_put(labels, PLAIN, 0) = 1;
}

void
over_take_label(struct finder *f, struct strmap *labels, uint32_t node)
{
	uint32_t i = before(f, node);

	if (i > 0 && f->role[i] == ROLE_BODY &&
	    ((*strmap_put(labels, BOLD, 0) >= 2 &&
		 names_group(f, labels, node, true)) ||
		(*strmap_put(labels, PLAIN, 0) == 1 &&
		    names_group(f, labels, node, false))))
		f->role[i] = ROLE_TRACK;
}

/*
 * Whether a heading over text may be a track of which no talk was found: "Track A"
 * reads as a fact, too.
 */
static bool
may_be_empty(const struct finder *f, const struct head *head)
{
	return f->role[head->node] == ROLE_BODY && head->own && !head->aside &&
	    !head->part && !head->others && !head->life && !head->pause &&
	    (head->label == LABEL_NONE || head->label == LABEL_FACT);
}

/* Takes those from number `from` on where no track of their level follows. */
static void
take_to_come(struct finder *f, size_t from)
{
	int level = from > 0 ? f->head[from - 1].level : 0;

	for (size_t i = from; i < f->nheads && f->head[i].level >= level; i++) {
		if (f->head[i].level == level && may_be_empty(f, &f->head[i]) &&
		    sparse_heads_to_come(f, &f->head[i]))
			f->role[f->head[i].node] = ROLE_TRACK;
	}
}

/*
 * Whether a line goes on at byte `at` with a letter or number, and ends, or with a
 * colon or bracket.
 */
static bool
is_counted(const struct line *line, size_t at)
{
	size_t n = at;

	while (n < line->len && text_ascii_word(line->text[n]))
		n++;
	return n > at && n <= at + LONGEST_COUNT &&
	    (n == line->len || line->text[n] == ':' ||
		memcmp(line->text + n, " (", 2) == 0);
}

/* Whether two headings are of a series: "Track A", "Track B: Boats". */
static bool
are_of_series(const struct line *a, const struct line *b)
{
	const char *blank = memchr(a->text, ' ', a->len);
	size_t n = blank ? (size_t)(blank + 1 - a->text) : 0;

	return n > 0 && n < b->len && memcmp(a->text, b->text, n) == 0 &&
	    is_counted(a, n) && is_counted(b, n);
}

/* Takes those that are called as the first track of their level is, or are days. */
static void
take_alike(struct finder *f)
{
	const struct head *first[7] = {NULL};

	for (size_t i = f->nheads; i-- > 0;) {
		const struct head *head = &f->head[i];

		if (f->role[head->node] == ROLE_TRACK)
			first[head->level] = head;
	}
	for (size_t i = 0; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		const struct head *track = first[head->level];

		if (track && may_be_empty(f, head) &&
		    ((head->date && track->date) ||
			are_of_series(&finder_node(f, track->node)->text,
			    &finder_node(f, head->node)->text)))
			f->role[head->node] = ROLE_TRACK;
	}
}

void
over_take_between(struct finder *f)
{
	/* One more than the last track of each level, 0: none. */
	size_t last[7] = {0}, end = 0;

	for (size_t i = 0; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		int level = head->level;

		for (int deeper = level + 1; deeper <= 6; deeper++)
			last[deeper] = 0;
		if (f->role[head->node] != ROLE_TRACK)
			continue;
		for (size_t k = last[level]; k > 0 && k < i; k++) {
			if (f->head[k].level == level &&
			    f->head[k].label == LABEL_NONE &&
			    may_be_empty(f, &f->head[k]))
				f->role[f->head[k].node] = ROLE_TRACK;
		}
		last[level] = end = i + 1;
	}
	take_to_come(f, end);
	take_alike(f);
}
