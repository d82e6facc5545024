#include "source/markdown/day_above.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/broken_links.h"
#include "source/markdown/facts.h"
#include "source/markdown/lead.h"
#include "source/when.h"

/* What ends what: a heading's level comes first. */
enum rank { RANK_LINE = 7, RANK_ITEM, RANK_ROW, RANK_CELL };

/* A day that is told, and all that it stands in. */
struct day_above {
	struct day_above *outer;
	struct talk_more more; /* of the talks below: the day */
	uint32_t end;          /* node at which it ends at the latest */
	uint8_t rank;
};

static bool
is_one(struct arena *arena, const char *s, size_t len)
{
	size_t n;
	const char *folded;

	if (!day_heading_may_be(s, len))
		return false;
	folded = text_fold(arena, s, len, &n);
	return day_heading_is_one(folded, n);
}

/* The bytes of "Day 2" and what parts it from a date behind; 0: none. */
static size_t
numbered(const char *s)
{
	size_t word = strcspn(s, " "), n = word + 1;

	if (s[word] != ' ' || !text_ascii_digit(s[n]))
		return 0;
	n += strspn(s + n, "0123456789");
	while (s[n] && strchr(" -:,(/|", s[n]))
		n++;
	if (strncmp(s + n, "\xe2\x80", 2) == 0)
		n += strlen("\xe2\x80\x93");
	return n + strspn(s + n, " ");
}

/* A day that is all of the words; with its year as a date, else as it is said. */
static const char *
day_of(struct arena *arena, const char *s, size_t len)
{
	const char *said = arena_dup(arena, s, len);
	size_t from[] = {0, numbered(said)};
	struct when when;

	while (len > 0 && strchr(" :,-", s[len - 1]))
		len--;
	for (size_t i = 0; i < 2; i++) {
		const char *date = said + from[i];

		date = arena_dup(arena, date, strcspn(date, "()"));
		if (when_read(date, &when) || when_read_words(date, &when))
			return when_day(arena, &when);
	}
	return arena_dup(arena, s, len);
}

/* The day that a line is or, unless `whole`, begins with: "Day 1: Mud". */
static const char *
read_day(struct walk *w, const struct line *line, bool whole)
{
	size_t n;

	if (is_one(w->arena, line->text, line->len))
		return day_of(w->arena, line->text, line->len);
	n = broken_links_words(line);
	if (n > 0)
		return is_one(w->arena, line->text + 1, n - 1)
		    ? day_of(w->arena, line->text + 1, n - 1)
		    : NULL;
	n = whole ? 0 : lead_date(line->text, line->len);
	while (n > 0 && strchr(" :,-", line->text[n - 1]))
		n--;
	return n > 0 && is_one(w->arena, line->text, n)
	    ? day_of(w->arena, line->text, n)
	    : NULL;
}

static void
begin(struct walk *w, const char *day, enum rank rank, uint32_t end)
{
	struct day_above *above = arena_alloc(w->arena, sizeof(*above));

	*above = (struct day_above){
	    w->day, {.day_above = day}, end, (uint8_t)rank};
	w->day = above;
}

/* Ends the days that stand no higher. */
static void
end_from(struct walk *w, enum rank rank)
{
	while (w->day && w->day->rank >= rank)
		w->day = w->day->outer;
}

/* The only cell of a row that says something, or NULL. */
static const struct line *
only_cell(struct walk *w, uint32_t row)
{
	const struct line *only = NULL;

	for (uint32_t i = row + 1; i < walk_node(w, row)->end; i++) {
		const struct line *line = &walk_node(w, i)->text;

		if (line->len > 0 && only)
			return NULL;
		if (line->len > 0)
			only = line;
	}
	return only;
}

static void
look_at_row(struct walk *w, uint32_t row, bool track)
{
	uint32_t end = walk_node(w, walk_node(w, row)->parent)->end;
	const struct line *only = only_cell(w, row);
	const char *day = only ? read_day(w, only, !track) : NULL;

	if (!day && w->shape->role[row] == ROLE_TRACK) {
		/* A meeting over the talks of its day. */
		day = read_day(w, &walk_node(w, row + 1)->text, true);
		if (day)
			day_above_row(w, row, day);
		return;
	}
	if (!day)
		return;
	end_from(w, RANK_ROW);
	begin(w, day, RANK_ROW, end);
}

void
day_above_look(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);
	enum role role = w->shape->role[i];
	bool track = role == ROLE_TRACK;
	uint32_t end = (uint32_t)w->md->n;
	enum rank rank = RANK_LINE;
	const char *day;

	while (w->day && w->day->end <= i)
		w->day = w->day->outer;
	if (role == ROLE_TALK || role == ROLE_UNSOUGHT)
		return;
	if (role == ROLE_SLOT ||
	    (node->kind == MD_HEADING && role != ROLE_BODY))
		w->slot = role == ROLE_SLOT ? i : 0;
	if (node->kind == MD_ROW) {
		look_at_row(w, i, track);
		return;
	}
	/* A heading in a talk's notes is a part of them. */
	if (node->kind == MD_HEADING &&
	    (track || role == ROLE_ASIDE || w->end == 0)) {
		rank = node->level;
	} else if (node->kind == MD_ITEM && track) {
		rank = RANK_ITEM;
		end = node->end;
		node = walk_node(w, i + 1);
	} else if (!track) {
		return;
	}
	day = read_day(w, &node->text, false);
	if (rank != RANK_ITEM)
		end_from(w, rank);
	if (day)
		begin(w, day, rank, end);
}

bool
day_above_is(const struct walk *w, int level)
{
	return w->day && w->day->rank == level;
}

void
day_above_row(struct walk *w, uint32_t row, const char *day)
{
	uint32_t end = walk_node(w, walk_node(w, row)->parent)->end;
	size_t len = strlen(day);

	end_from(w, RANK_CELL);
	if (is_one(w->arena, day, len))
		begin(w, day_of(w->arena, day, len), RANK_CELL, end);
}

/* Gives a talk the time at the start of a heading; false: not all of it. */
static bool
give_time(
    struct walk *w, struct talk *talk, const struct line *line, size_t len)
{
	struct facts facts = facts_read(w->arena, line, line->len, line->len);

	/* A row has a time of its own. */
	if (talk->start ||
	    (w->scope > 0 && walk_node(w, w->scope)->kind == MD_ROW))
		return false;
	talk->start = facts.start;
	if (talk->minutes == 0)
		talk->minutes = facts.minutes;
	return facts.told >= len;
}

/* Gives a talk what the heading above tells of when and where it is. */
static void
give_slot(struct walk *w, struct talk *talk)
{
	const struct md_node *node = walk_node(w, w->slot);
	const struct line *line = &node->text;
	uint32_t len = (uint32_t)lead_time(line->text, line->len), at = len;
	uint32_t from = give_time(w, talk, line, len) ? len : 0;
	struct line rest;
	struct block block;

	at += (uint32_t)strspn(line->text + at, " |@");
	rest = richtext_cut(w->arena, line, at, line->len);
	if (!talk->room && rest.len > 0 && rest.nspans == 0)
		talk->room = rest.text;
	else
		len = line->len;
	if (from == len || !richtext_has_words(line->text, from, len))
		return;
	rest = richtext_cut(w->arena, line, from, len);
	block = walk_block_of(w, BLOCK_PARAGRAPH, &rest, node->row);
	build_remark(w->build, &block, NULL);
}

void
day_above_give(struct walk *w, struct talk *talk)
{
	talk->more = w->day ? &w->day->more : NULL;
	if (w->slot > 0)
		give_slot(w, talk);
}
