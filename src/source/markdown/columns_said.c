#include "source/markdown/columns_said.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"

static bool
is_called(struct arena *arena, const struct line *header,
    const struct corrections_which *which)
{
	const char *name = corrections_header(arena, which);

	return strcmp(text_fold(arena, name, which->len, NULL),
		   text_fold(arena, header->text, header->len, NULL)) == 0;
}

/* The column of a table that was said; COLUMN_NONE: it has none. */
static uint32_t
find(const struct markdown *md, uint32_t table,
    const struct corrections_which *which)
{
	uint32_t row = table + 1, width, found = COLUMN_NONE;
	struct arena *arena;

	if (md->node[table].end <= row || (which->len == 0 && !which->number))
		return COLUMN_NONE;
	width = md->node[row].end - row - 1;
	if (which->number > 0)
		return which->number <= width ? which->number - 1U
					      : COLUMN_NONE;
	arena = arena_new();
	for (uint32_t k = 0; k < width && k < COLUMNS_MOST; k++) {
		uint32_t cell = columns_cell(md, row, k);

		if (found == COLUMN_NONE && cell > 0 &&
		    is_called(arena, &md->node[cell].text, which))
			found = k;
	}
	arena_free(arena);
	return found;
}

/* The fact that a column is said to tell. */
static enum fact
fact_of(enum corrections_column column)
{
	switch (column) {
	case CORRECTIONS_DAYS:
		return FACT_DAY;
	case CORRECTIONS_TIMES:
		return FACT_TIME;
	case CORRECTIONS_ROOMS:
		return FACT_ROOM;
	case CORRECTIONS_LENGTHS:
		return FACT_LENGTH;
	default:
		return FACT_NONE;
	}
}

static void
set_fact(struct columns *columns, enum fact fact, uint32_t k, bool none)
{
	if (k == COLUMN_NONE && !none)
		return;
	for (uint32_t i = 0; i < COLUMNS_MOST; i++) {
		if (columns->fact[i] == fact)
			columns->fact[i] = FACT_NONE;
	}
	if (k != COLUMN_NONE)
		columns->fact[k] = (uint8_t)fact;
}

/* Titles and speakers cannot be in one column: what was said is taken. */
static void
set_people(struct columns *columns, uint32_t title, uint32_t speakers)
{
	if (title != COLUMN_NONE) {
		columns->title = title;
		columns->named = true;
		if (columns->speakers == title)
			columns->speakers = COLUMN_NONE;
	}
	if (speakers == COLUMN_NONE)
		return;
	columns->speakers = speakers;
	columns->lined = false;
	if (columns->title == speakers)
		columns->title = speakers == 0;
}

void
columns_said(const struct markdown *md, uint32_t table, struct columns *columns)
{
	const struct corrections *said = md->said;
	uint32_t at[CORRECTIONS_COLUMNS];

	for (size_t i = 0; i < CORRECTIONS_COLUMNS; i++)
		at[i] = find(md, table, &said->column[i]);
	if (said->speakers_len > 0)
		columns->speakers = COLUMN_NONE;
	set_people(columns, at[CORRECTIONS_TITLES], at[CORRECTIONS_SPEAKERS]);
	if (at[CORRECTIONS_LINKS] != COLUMN_NONE)
		columns->video = at[CORRECTIONS_LINKS];
	if (at[CORRECTIONS_TRACKS] != COLUMN_NONE ||
	    said->column[CORRECTIONS_TRACKS].none)
		columns->track = at[CORRECTIONS_TRACKS];
	for (size_t i = CORRECTIONS_DAYS; i < CORRECTIONS_COLUMNS; i++)
		set_fact(columns, fact_of((enum corrections_column)i), at[i],
		    said->column[i].none);
}

const char *
columns_said_lost(const struct markdown *md, struct arena *arena)
{
	for (size_t i = 0; md->said && i < CORRECTIONS_COLUMNS; i++) {
		const struct corrections_which *which = &md->said->column[i];
		bool lost = which->len > 0 || which->number > 0;

		for (uint32_t k = 1; lost && k < md->n; k++)
			lost = md->node[k].kind != MD_TABLE ||
			    find(md, k, which) == COLUMN_NONE;
		if (lost)
			return corrections_lost(
			    arena, md->said, (enum corrections_column)i);
	}
	return NULL;
}

/* Adds to what is told of a table which column has something. */
static const char *
add(const struct markdown *md, struct arena *arena, uint32_t table,
    uint32_t column, const char *what, const char *all)
{
	uint32_t cell = columns_cell(md, table + 1, column);
	const struct line *line = &md->node[cell].text;
	const char *one;

	if (column == COLUMN_NONE)
		return all;
	one = told_join(arena, what, " ",
	    told_word(arena,
		cell > 0 ? arena_printf(arena, "%u (%s)", column + 1,
			       corrections_shown(arena, line->text, line->len))
			 : arena_printf(arena, "%u", column + 1)));
	return all ? told_join(arena, all, ", ", one) : one;
}

const char *
columns_said_tell(const struct markdown *md, struct arena *arena,
    uint32_t table, const struct columns *columns)
{
	static const struct {
		enum fact fact;
		const char *what;
	} facts[] = {{FACT_DAY, N_("days in column")},
	    {FACT_TIME, N_("times in column")},
	    {FACT_ROOM, N_("rooms in column")},
	    {FACT_LENGTH, N_("lengths in column")}};
	const char *all = NULL;

	all = add(
	    md, arena, table, columns->title, N_("titles in column"), all);
	all = add(
	    md, arena, table, columns->speakers, N_("speakers in column"), all);
	all = add(
	    md, arena, table, columns->video, N_("videos in column"), all);
	all = add(
	    md, arena, table, columns->slides, N_("slides in column"), all);
	all = add(
	    md, arena, table, columns->track, N_("tracks in column"), all);
	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
			if (columns->fact[k] == facts[i].fact &&
			    k != columns->title && k != columns->speakers &&
			    k != columns->track)
				all = add(
				    md, arena, table, k, facts[i].what, all);
		}
	}
	return all;
}
