#include "source/front_rows.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

/* Of what kind a line is that fills a field, or none. */
static enum front_row_kind
kind_of(const struct front_matter *front, const char *const *field)
{
	if (field && field == &front->title)
		return FRONT_ROW_TITLE;
	return !field || field == &front->layout || field == &front->collection
	    ? FRONT_ROW_OTHER
	    : FRONT_ROW_TALK;
}

/* The room for them doubles. */
static void
add(struct arena *arena, struct front_matter *front, struct front_row row)
{
	struct front_row *last = front->nrows > 0
	    ? &front->rows[front->nrows - 1]
	    : NULL;

	if (last && last->kind == row.kind && last->field == row.field &&
	    last->row + last->lines == row.row) {
		last->lines++;
		return;
	}
	if (!front->rows || (front->nrows & (front->nrows - 1)) == 0) {
		size_t size = sizeof(*front->rows);
		struct front_row *rows = arena_alloc(
		    arena, (2 * front->nrows + 1) * size);

		if (last)
			memcpy(rows, front->rows, front->nrows * size);
		front->rows = rows;
	}
	front->rows[front->nrows++] = row;
}

bool
front_has_words(const char *s, size_t len)
{
	size_t i = 0;

	while (i < len && !text_word_byte(s[i]))
		i++;
	return i < len;
}

void
front_rows_count(struct arena *arena, struct front_matter *front, const char *s,
    size_t len, const char *const *field)
{
	struct front_row row = {.row = front->row++,
	    .lines = 1,
	    .kind = kind_of(front, field),
	    .field = FRONT_ROW_NONE};

	if (!front_has_words(s, len))
		return;
	if (field)
		row.field = (uint16_t)((const char *)field -
		    (const char *)front);
	add(arena, front, row);
}

/* Whether another field says what lines say, better, or nobody reads them. */
static bool
is_outdone(const struct front_matter *front, size_t field, bool speaks)
{
	const bool people = front->speakers && speaks;

	switch (field) {
	case offsetof(struct front_matter, title):
		return front->talk_title;
	case offsetof(struct front_matter, speakers):
		return front->full_names || !speaks;
	case offsetof(struct front_matter, with):
		return front->speakers != front->with || !speaks;
	case offsetof(struct front_matter, authors):
		return (people && front->speakers != front->authors) || !speaks;
	case offsetof(struct front_matter, name):
		return front->title != front->name;
	case offsetof(struct front_matter, page):
		return !front->page ||
		    (front->url && front->url != front->page);
	case offsetof(struct front_matter, category):
		return !front->category || front->track;
	case offsetof(struct front_matter, type):
		return !front->room && !front->event;
	default:
		return false;
	}
}

void
front_run_end(struct build *build, struct front_run *run)
{
	if (run->lines > 0)
		build_left_aside(
		    build, run->from, run->lines, N_("front matter"));
	run->lines = 0;
}

void
front_run_add(
    struct build *build, struct front_run *run, uint32_t row, uint32_t lines)
{
	if (run->lines == 0 || row != run->from + run->lines) {
		front_run_end(build, run);
		run->from = row;
	}
	run->lines += lines;
}

/* Tells lines of the kind `least` or above; of one talk others that are outdone. */
static void
tell(struct build *build, const struct front_matter *front,
    enum front_row_kind least, bool speaks)
{
	bool one = least == FRONT_ROW_OTHER;
	struct front_run run = {.lines = 0};

	for (size_t i = 0; i < front->nrows; i++) {
		const struct front_row *row = &front->rows[i];

		if (row->kind >= least ||
		    (one && is_outdone(front, row->field, speaks)))
			front_run_add(build, &run, row->row, row->lines);
	}
	front_run_end(build, &run);
}

void
front_rows_tell_one(
    struct build *build, const struct front_matter *front, bool speaks)
{
	tell(build, front, FRONT_ROW_OTHER, speaks);
}

void
front_rows_tell(struct build *build, const struct front_matter *front)
{
	tell(build, front, FRONT_ROW_TALK, false);
}
