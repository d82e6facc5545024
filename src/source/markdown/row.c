#include "source/markdown/row.h"

#include "lectern/base/arena.h"
#include "source/markdown/day_above.h"
#include "source/markdown/facts.h"
#include "source/markdown/session_rows.h"

const struct columns *
row_columns(struct walk *w, uint32_t row)
{
	uint32_t table = walk_node(w, row)->parent;

	if (w->table != table) {
		w->columns = columns_find(w->md, table);
		w->table = table;
		w->start = NULL;
	}
	return &w->columns;
}

/* Whether the facts of a talk have all that a cell beside its title says. */
static bool
take_fact(struct walk *w, struct facts *facts, const struct columns *columns,
    uint32_t column, uint32_t cell)
{
	const struct line *line = &walk_node(w, cell)->text;

	return column < COLUMNS_MOST && columns->fact[column] != FACT_NONE &&
	    facts_take_cell(
		facts, w->arena, (enum fact)columns->fact[column], line);
}

/* Talks at the same time have it in the first of their rows. */
static void
share_start(struct walk *w, struct facts *facts, uint32_t row,
    const struct columns *columns)
{
	if (facts->start) {
		w->start = facts->start;
		w->minutes = facts->minutes;
	} else if (w->start && columns->fact[0] == FACT_TIME &&
	    columns_cell(w->md, row, 0) == 0) {
		facts->start = w->start;
		if (facts->minutes == 0)
			facts->minutes = w->minutes;
	}
}

void
row_add_cells(struct walk *w, struct talk *talk, uint32_t row,
    const struct columns *columns, uint32_t told)
{
	struct facts facts = {.day = talk->day,
	    .room = talk->room,
	    .start = talk->start,
	    .minutes = talk->minutes};
	uint32_t line = columns_cell(w->md, row, columns->title);
	uint32_t people = columns_cell(w->md, row, columns->speakers);

	for (uint32_t cell = row + 1; cell < walk_node(w, row)->end; cell++) {
		const struct md_node *other = walk_node(w, cell);
		uint32_t column = cell - row - 1;
		struct block block;

		own_link_look(&w->own, &other->text,
		    column == columns->video        ? OWN_VIDEO
			: column == columns->slides ? OWN_SLIDES
			: cell == people            ? OWN_NOTES
						    : OWN_BELOW,
		    0, 0);
		/* Speakers are shown with the title; their links are not. */
		if (cell == people && other->text.nspans == 0 && w->named &&
		    !columns->lined)
			continue;
		if (cell == line && told < other->text.len)
			walk_add_rest(w, &other->text, told, other->row);
		if (cell == line || column == columns->track ||
		    columns_cell(w->md, row, column) == 0 ||
		    (cell != people &&
			take_fact(w, &facts, columns, column, cell)))
			continue;
		block = walk_block_of(
		    w, BLOCK_BULLET, &other->text, other->row);
		build_block(w->build, &block, walk_only_url(&other->text));
	}
	share_start(w, &facts, row, columns);
	facts_give(&facts, talk);
	if (talk->day)
		day_above_row(w, row, talk->day);
}

void
row_add_people(struct walk *w, struct talk *talk, uint32_t row,
    const struct columns *columns)
{
	const char **all = NULL;

	while ((row = walk_node(w, row)->end) < w->end) {
		uint32_t cell = columns_cell(w->md, row, columns->speakers);
		const struct line *line = &walk_node(w, cell)->text;
		struct people people = {0};

		if (cell > 0)
			people = people_read(
			    w->arena, line->text, line->len, false);
		if (people.n == 0 || people.first != NAMES_SURE)
			continue;
		all = arena_alloc(
		    w->arena, (talk->nspeakers + people.n) * sizeof(*all));
		for (uint32_t i = 0; i < talk->nspeakers; i++)
			all[i] = talk->speakers[i];
		for (size_t i = 0; i < people.n; i++)
			all[talk->nspeakers++] = people.name[i];
		talk->speakers = all;
	}
}

void
row_go_to_track(struct walk *w, uint32_t row, const struct columns *columns)
{
	uint32_t cell = columns_cell(w->md, row, columns->track);

	if (cell > 0)
		walk_go_to_track(
		    w, walk_node(w, cell)->text.text, walk_node(w, row)->row);
}

const char *
row_name(struct walk *w, uint32_t row)
{
	uint32_t cell = columns_cell(w->md, row, row_columns(w, row)->title);
	uint32_t session = session_rows_name(w->md, row, row_columns(w, row));
	const struct line *line =
	    &walk_node(w, cell > 0 ? cell : row + 1)->text;

	if (session > 0)
		return walk_node(w, session)->text.text;
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if ((span->style & SPAN_LINK) &&
		    w->shape->role[row] == ROLE_TRACK)
			return arena_dup(w->arena, line->text + span->start,
			    span->end - span->start);
	}
	return walk_node(w, row + 1)->text.text;
}

uint32_t
row_session_end(struct walk *w, uint32_t row)
{
	const struct columns *columns = row_columns(w, row);

	/* Talks of a session come one after the other. */
	w->start = NULL;
	return columns->groups && session_rows_name(w->md, row, columns) > 0
	    ? session_rows_end(w->md, row, columns)
	    : 0;
}

bool
row_says_more(struct walk *w, uint32_t row, const char *name)
{
	for (uint32_t cell = row + 1; cell < walk_node(w, row)->end; cell++) {
		const struct line *line = &walk_node(w, cell)->text;

		if (line->len > 0 &&
		    (line->text != name || richtext_has_link(line)))
			return true;
	}
	return false;
}

bool
row_goes_on(const struct markdown *md, uint32_t row)
{
	struct columns columns;
	uint32_t people, said = 0;
	bool blank;

	if (row + 1 == md->node[row].end ||
	    !columns_say_nothing(&md->node[row + 1].text))
		return false;
	columns = columns_find(md, md->node[row].parent);
	people = columns_cell(md, row, columns.speakers);
	blank = md->node[row + 1].text.len == 0 &&
	    columns_cell(md, row, columns.title) == 0;
	for (uint32_t i = row + 1; i < md->node[row].end; i++) {
		if (columns_say_nothing(&md->node[i].text))
			continue;
		if (i != people && !blank)
			return false;
		said++;
	}
	return said > 0;
}
