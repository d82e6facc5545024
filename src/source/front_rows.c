#include "source/front_rows.h"

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
add(struct arena *arena, struct front_matter *front, uint32_t row)
{
	struct front_row *last = front->nrows > 0
	    ? &front->rows[front->nrows - 1]
	    : NULL;

	if (last && last->kind == front->kind &&
	    last->row + last->lines == row) {
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
	front->rows[front->nrows++] = (struct front_row){
	    .row = row, .lines = 1, .kind = front->kind};
}

void
front_rows_count(struct arena *arena, struct front_matter *front, const char *s,
    size_t len, size_t key, const char *const *field)
{
	uint32_t row = front->row++;
	size_t i = 0;

	while (i < len && !text_word_byte(s[i]))
		i++;
	if (i == len)
		return;
	if (key > 0)
		front->kind = kind_of(front, field);
	else if (*s == '#')
		front->kind = FRONT_ROW_OTHER;
	add(arena, front, row);
}

void
front_rows_tell(struct build *build, const struct front_matter *front, bool one)
{
	enum front_row_kind least = one ? FRONT_ROW_OTHER : FRONT_ROW_TALK;

	for (size_t i = 0, n; i < front->nrows; i += n) {
		uint32_t lines = 0;

		for (n = 0;
		     i + n < front->nrows && front->rows[i + n].kind >= least &&
		     front->rows[i + n].row == front->rows[i].row + lines;
		     n++)
			lines += front->rows[i + n].lines;
		if (n > 0)
			build_left_aside(build, front->rows[i].row, lines,
			    N_("front matter"));
		n += n == 0;
	}
}
