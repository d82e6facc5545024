#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/weigh.h"

#define LONGEST_TALK \
	300 /* bytes of a cell with a title; longer ones are abstracts */

#define LEAST_WORDS 3 /* of a link that is a title */

/*
 * Programmes with a hall a column
 * ===============================
 *
 * The first column has times, and the others have names.  Their cells are alike
 * over several columns: each names somebody beside its title or below it, or is a
 * link of several words; none is no more than a name.  Where all of the names are
 * rooms' or tracks', cells need nothing.
 */

/* Whether a cell has something that is no break. */
static bool
is_filled(const struct finder *f, uint32_t cell)
{
	const struct line *line = &finder_node(f, cell)->text;

	return line->len > 1 &&
	    label_read(line->text, line->len) != LABEL_BREAK;
}

static bool
has_words(const struct line *line)
{
	size_t words = 1;

	for (uint32_t i = 0; i < line->len; i++)
		words += line->text[i] == ' ';
	return words >= LEAST_WORDS;
}

/* Whether a cell has a line with a title, and one with names below. */
static bool
is_over_names(const struct line *line)
{
	uint32_t end = line->first;

	return end > 0 && end + 1 < line->len &&
	    people_first(line->text, end) != NAMES_SURE &&
	    people_first(line->text + end + 1, line->len - end - 1) ==
	    NAMES_SURE;
}

/* Whether a column's name is a room's or a track's: "Track 2". */
static bool
is_hall(const struct line *line)
{
	static const char *const tracks[] = {"Track ", "Stream ", "Stage "};

	for (size_t i = 0; i < sizeof(tracks) / sizeof(*tracks); i++) {
		size_t n = strlen(tracks[i]);

		if (line->len > n && text_ascii_same(line->text, tracks[i], n))
			return true;
	}
	return memchr(line->text, ' ', line->len) &&
	    lead_is_room(line->text, line->len);
}

/* Whether all columns but the first are called so, two at least. */
static bool
are_halls(const struct finder *f, uint32_t head)
{
	uint32_t n = 0;

	for (uint32_t cell = head + 2; cell < finder_node(f, head)->end;
	     cell++) {
		if (!is_hall(&finder_node(f, cell)->text))
			return false;
		n++;
	}
	return n >= 2;
}

/* Whether a cell has a title, with or without names. */
static bool
is_talk(const struct finder *f, uint32_t cell)
{
	const struct line *line = &finder_node(f, cell)->text;

	if (line->len > LONGEST_TALK)
		return false;
	return weigh_names_somebody(line) || is_over_names(line) ||
	    (line_leading_link(line, 0) && has_words(line) &&
		people_first(line->text, line->len) != NAMES_SURE);
}

/* What is counted of a table. */
struct count {
	uint32_t rows, timed;
	uint32_t cells;         /* of the longest row */
	uint32_t filled, talks; /* cells but the first ones */
	uint32_t wide;          /* columns that have two or more */
};

static void
count_column(
    const struct finder *f, uint32_t table, uint32_t k, struct count *count)
{
	uint32_t talks = 0;

	for (uint32_t row = finder_node(f, table + 1)->end;
	     row < finder_node(f, table)->end; row = finder_node(f, row)->end) {
		uint32_t cell = columns_cell(f->md, row, k);

		if (cell == 0 || !is_filled(f, cell))
			continue;
		count->filled++;
		talks += is_talk(f, cell);
	}
	count->talks += talks;
	count->wide += talks >= 2;
}

static void
count_times(const struct finder *f, uint32_t table, struct count *count)
{
	for (uint32_t row = finder_node(f, table + 1)->end;
	     row < finder_node(f, table)->end; row = finder_node(f, row)->end) {
		uint32_t cells = finder_node(f, row)->end - row - 1;

		count->rows++;
		count->cells = cells > count->cells ? cells : count->cells;
		/* The last row may have none. */
		if (cells > 0) {
			const struct line *line =
			    &finder_node(f, row + 1)->text;

			count->timed += lead_time(line->text, line->len) > 0;
		}
	}
}

uint32_t
halls_talks(const struct finder *f, uint32_t table)
{
	uint32_t head = table + 1;
	uint32_t columns = finder_node(f, head)->end - head - 1;
	struct count count = {0};

	if (columns < 3 || columns > HALLS_MOST)
		return 0;
	count_times(f, table, &count);
	if (count.cells > columns || count.timed < 2 ||
	    count.timed * 10 < count.rows * 7)
		return 0;
	for (uint32_t k = 1; k < columns; k++) {
		if (columns_cell(f->md, head, k) > 0)
			count_column(f, table, k, &count);
	}
	return (count.wide >= 2 && count.talks * 10 >= count.filled * 6) ||
		are_halls(f, head)
	    ? count.filled
	    : 0;
}

void
halls_take(struct finder *f, uint32_t table)
{
	uint32_t head = table + 1;

	f->role[table] = ROLE_HALLS;
	for (uint32_t row = finder_node(f, head)->end;
	     row < finder_node(f, table)->end; row = finder_node(f, row)->end) {
		for (uint32_t k = 1; k < finder_node(f, row)->end - row - 1;
		     k++) {
			uint32_t cell = columns_cell(f->md, row, k);

			if (cell > 0 && columns_cell(f->md, head, k) > 0 &&
			    is_filled(f, cell))
				f->role[cell] = ROLE_TALK;
		}
	}
}
