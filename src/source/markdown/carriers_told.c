#include "source/markdown/carriers_told.h"

#include <stdbool.h>

#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/source/pause.h"

#define LEVELS 6

void
carriers_told_count(const struct carriers *carriers, const struct built *built,
    size_t first, struct carried *carried)
{
	bool known = carriers->n == built->ntalks - first;

	*carried = (struct carried){0};
	for (size_t i = first; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		enum carrier of = known ? (enum carrier)carriers->of[i - first]
					: CARRIER_NONE;

		if (pause_is(talk)) {
			carried->pauses++;
			continue;
		}
		if (carried->n[of]++ == 0)
			carried->first[of] = talk->line;
	}
}

/* How many there are of what, and where. */
static const char *
tell_count(struct arena *arena, enum carrier of, size_t n, uint32_t line)
{
	switch (of) {
	case CARRIER_ITEM:
		return told_many(arena, n,
		    "taken: %zu item of a list, in line %u",
		    "taken: %zu items of lists, the first in line %u", n, line);
	case CARRIER_ROW:
		return told_many(arena, n,
		    "taken: %zu row of a table, in line %u",
		    "taken: %zu rows of tables, the first in line %u", n, line);
	case CARRIER_CELL:
		return told_many(arena, n,
		    "taken: %zu cell of a table with a hall a column, in line "
		    "%u",
		    "taken: %zu cells of tables with a hall a column, the "
		    "first in line %u",
		    n, line);
	case CARRIER_PARAGRAPH:
		return told_many(arena, n, "taken: %zu paragraph, in line %u",
		    "taken: %zu paragraphs, the first in line %u", n, line);
	case CARRIER_QUOTE:
		return told_many(arena, n, "taken: %zu quotation, in line %u",
		    "taken: %zu quotations, the first in line %u", n, line);
	default:
		return told_many(arena, n,
		    "taken: %zu heading of level %d, in line %u",
		    "taken: %zu headings of level %d, the first in line %u", n,
		    (int)of, line);
	}
}

/* Whether the shape of a document has such talks, or they are beside its own. */
static bool
is_own(const struct shape *shape, enum carrier of)
{
	bool passage = of == CARRIER_PARAGRAPH || of == CARRIER_QUOTE;

	switch (shape->kind) {
	case SHAPE_HEADINGS:
		return (int)of == shape->level;
	case SHAPE_PARAGRAPHS:
		return of == CARRIER_PARAGRAPH;
	default:
		return of > LEVELS &&
		    !(passage && (shape->beside & BESIDE_PASSAGES));
	}
}

/* Why such talks are taken beside others. */
static const char *
tell_why(const struct shape *shape, enum carrier of)
{
	switch (of) {
	case CARRIER_ITEM:
		return N_("beside these, as most items of their lists lead to "
			  "a video or name somebody");
	case CARRIER_ROW:
	case CARRIER_CELL:
		return N_("beside these, as columns of their tables are called "
			  "after titles and speakers or videos");
	case CARRIER_PARAGRAPH:
	case CARRIER_QUOTE:
		return N_("beside these, as most titles in bold or with a link "
			  "in their sections name somebody or lead to a "
			  "video");
	default:
		if (shape->kind == SHAPE_HEADINGS)
			return N_("as each section has its own level of talks");
		return (shape->beside & BESIDE_HEADS)
		    ? N_("beside these, as all headings of their sections "
			 "name somebody")
		    : N_("beside these, as the heading above says that talks "
			 "follow");
	}
}

/* What leaves them out. */
static const char *
tell_change(struct arena *arena, const struct shape *shape, enum carrier of)
{
	if (shape->kind == SHAPE_HEADINGS && of <= LEVELS)
		return told(arena, "(talks=headings:%d takes level %d alone)",
		    shape->level, shape->level);
	switch (shape->kind) {
	case SHAPE_HEADINGS:
		return N_("(talks=headings takes headings alone)");
	case SHAPE_PARAGRAPHS:
		return N_("(talks=paragraphs takes paragraphs alone)");
	default:
		return N_("(talks=list takes none of these)");
	}
}

static const char *
tell(struct arena *arena, const struct shape *shape,
    const struct carried *carried, enum carrier of)
{
	const char *count = tell_count(
	    arena, of, carried->n[of], carried->first[of]);

	if (is_own(shape, of))
		return count;
	count = told_join(arena, count, ", ", tell_why(shape, of));
	return told_join(arena, count, " ", tell_change(arena, shape, of));
}

/* Adds a line to `all`, or NULL. */
static const char *
add(struct arena *arena, const char *all, const char *line)
{
	return all ? told_join(arena, all, "\n", line) : line;
}

/* What looks like talks and is not taken, a line each after `all`. */
static const char *
tell_left(struct arena *arena, const struct shape *shape, const char *all)
{
	const struct shape_left *notes = &shape->notes, *apart = &shape->apart,
				*links = &shape->links;

	if (notes->n > 0)
		all = add(arena, all,
		    told_many(arena, notes->n,
			"left: %zu in lists, tables or paragraphs of notes "
			"that looks like a talk, in line %u (talks=list takes "
			"it)",
			"left: %zu in lists, tables or paragraphs of notes "
			"that look like talks, the first from line %u on "
			"(talks=list takes these)",
			notes->n, notes->row));
	if (apart->n > 0)
		all = add(arena, all,
		    told_many(arena, apart->n,
			"left: %zu that looks like a talk below a heading that "
			"names something else, in line %u",
			"left: %zu that look like talks below headings that "
			"name something else, the first from line %u on",
			apart->n, apart->row));
	if (links->n > 0)
		all = add(arena, all,
		    told_many(arena, links->n,
			"left: %zu in a list unlike those of talks, in line %u",
			"left: %zu in lists unlike those of talks, the first "
			"from line %u on",
			links->n, links->row));
	return all;
}

const char *
carriers_told(struct arena *arena, const struct shape *shape,
    const struct carried *carried)
{
	const char *all = NULL;

	/* The document's own first. */
	for (int own = 1; own >= 0; own--) {
		for (int i = 1; i < CARRIERS; i++) {
			enum carrier of = (enum carrier)i;

			if (carried->n[of] == 0 || is_own(shape, of) != own)
				continue;
			all = add(arena, all, tell(arena, shape, carried, of));
		}
	}
	return tell_left(arena, shape, all);
}
