/*
 * What the walk makes of a table's row beside its title and speakers.
 */
#ifndef LECTERN_ROW_H
#define LECTERN_ROW_H

#include "source/markdown/walk.h"

/* Returns the columns of the table that a row stands in, until the next call. */
const struct columns *row_columns(struct walk *w, uint32_t row);

/*
 * Adds the cells of a row but its title, as bullets or facts of the talk, and
 * what the title's has behind the `told` bytes of the talk's line.
 */
void row_add_cells(struct walk *w, struct talk *talk, uint32_t row,
    const struct columns *columns, uint32_t told);

/*
 * Adds the speakers that the rows below, up to the open talk's end, have in
 * their column.
 */
void row_add_people(struct walk *w, struct talk *talk, uint32_t row,
    const struct columns *columns);

/*
 * Returns the name of the track that a row is: its session, its recording, or
 * its first cell.
 */
const char *row_name(struct walk *w, uint32_t row);

/* Whether a row that is a track says more than that name of it. */
bool row_says_more(struct walk *w, uint32_t row, const char *name);

/*
 * Returns the node where the session that a row names ends, before others of its
 * table; 0: it is none, or lasts up to the next one.
 */
uint32_t row_session_end(struct walk *w, uint32_t row);

/* Goes on in the track that a row tells, if it does; no talk is open. */
void
row_go_to_track(struct walk *w, uint32_t row, const struct columns *columns);

/*
 * Whether a row without a title goes on with the one above: its first cell is blank, or
 * all that it says is who speaks, too.
 */
bool row_goes_on(const struct markdown *md, uint32_t row);

#endif
