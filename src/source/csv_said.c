#include "source/csv_said.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "source/corrections.h"

/* What a column has, as a part of a talk and in words. */
static const struct {
	enum part part;
	const char *what;
} columns[] = {
    [CORRECTIONS_TITLES] = {PART_TITLE, N_("titles in column")},
    [CORRECTIONS_SPEAKERS] = {PART_SPEAKERS, N_("speakers in column")},
    [CORRECTIONS_LINKS] = {PART_URL, N_("links in column")},
    [CORRECTIONS_TRACKS] = {PART_TRACK, N_("tracks in column")},
    [CORRECTIONS_DAYS] = {PART_DAY, N_("days in column")},
    [CORRECTIONS_TIMES] = {PART_START, N_("times in column")},
    [CORRECTIONS_ROOMS] = {PART_ROOM, N_("rooms in column")},
    [CORRECTIONS_LENGTHS] = {PART_LENGTH, N_("lengths in column")},
};

/* The number of the column that is said; `n`: it is not there. */
static size_t
find(struct arena *arena, const struct column *column, size_t n,
    const struct corrections_which *which)
{
	const char *name;
	size_t i = 0;

	if (which->number > 0)
		return which->number <= n ? which->number - (size_t)1 : n;
	name = corrections_header(arena, which);
	while (i < n &&
	    strcmp(column[i].folded, part_names_fold(arena, name)) != 0)
		i++;
	return i;
}

void
csv_said_take(struct column *column, size_t n, struct build *build,
    const struct document *document)
{
	struct arena *arena = build_arena(build);
	struct corrections said = {0};

	corrections_take(&said, document->options, document->path);
	for (size_t i = 0; said.tables && i < CORRECTIONS_COLUMNS; i++) {
		const struct corrections_which *which = &said.column[i];
		bool named = which->len > 0 || which->number > 0;
		size_t at = named ? find(arena, column, n, which) : n;

		if (named && at == n)
			build_warn(build, 1,
			    corrections_lost(
				arena, &said, (enum corrections_column)i));
		if (at == n && !which->none)
			continue;
		for (size_t k = 0; k < n; k++) {
			if (column[k].kind == columns[i].part)
				column[k].kind = PART_OTHER;
		}
		if (at < n)
			column[at].kind = columns[i].part;
	}
}

const char *
csv_said_tell(struct arena *arena, const struct column *column, size_t n)
{
	const char *all = NULL;

	for (size_t i = 0; i < CORRECTIONS_COLUMNS; i++) {
		for (size_t k = 0; k < n; k++) {
			const char *one;

			if (column[k].kind != columns[i].part)
				continue;
			one = told_join(arena, columns[i].what, " ",
			    told_word(arena,
				arena_printf(
				    arena, "%zu (%s)", k + 1, column[k].name)));
			all = all ? told_join(arena, all, ", ", one) : one;
		}
	}
	return all
	    ? told_join(arena, told_join(arena, N_("tables"), ": ", all), " ",
		  N_("(change it with title=, speakers=, link=, track=, "
		     "day=, time=, room= or length=column:NAME or "
		     "column:N)"))
	    : "";
}
