#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"
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

/* Whether a column's name is a room's or a track's: "Track 2", "Deck track". */
static bool
is_hall(const struct line *line)
{
	static const char *const tracks[] = {"Track", "Stream", "Stage"};
	const char *s = line->text;

	for (size_t i = 0; i < sizeof(tracks) / sizeof(*tracks); i++) {
		size_t n = strlen(tracks[i]), last = line->len - n;

		if (line->len <= n + 1)
			continue;
		if ((s[n] == ' ' && text_ascii_same(s, tracks[i], n)) ||
		    (s[last - 1] == ' ' &&
			text_ascii_same(s + last, tracks[i], n)))
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
	    ((line_leading_link(line, 0) || finder_leads_inside(line)) &&
		has_words(line) &&
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

/* Whether two cells say the same. */
static bool
is_same(const struct finder *f, uint32_t a, uint32_t b)
{
	const struct line *x = &finder_node(f, a)->text;
	const struct line *y = &finder_node(f, b)->text;

	return x->len == y->len && memcmp(x->text, y->text, x->len) == 0;
}

/* Whether a cell before cell `k` of a row says the same: it is for all halls. */
static bool
is_said_before(const struct finder *f, uint32_t row, uint32_t k)
{
	uint32_t cell = columns_cell(f->md, row, k);

	for (uint32_t i = 1; i < k; i++) {
		uint32_t before = columns_cell(f->md, row, i);

		if (before > 0 && is_same(f, before, cell))
			return true;
	}
	return false;
}

/* Whether a cell says that the talk of the one above it goes on: "Sails (cont.)". */
static bool
goes_on(const struct finder *f, uint32_t above, uint32_t cell)
{
	static const char *const words[] = {"cont", "ctd", "fortsetzung"};
	const struct line *line = &finder_node(f, cell)->text;
	const struct line *over = &finder_node(f, above)->text;
	size_t at = over->len;

	if (above == 0 || line->len < at ||
	    memcmp(line->text, over->text, at) != 0)
		return false;
	while (at < line->len && strchr(" (,:-", line->text[at]))
		at++;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (at > over->len && line->len >= at + n &&
		    text_ascii_same(line->text + at, words[i], n))
			return true;
	}
	return at == line->len;
}

/* Whether all that a row says begins as a break does: "Lunch, for all". */
static bool
is_break_for_all(const struct finder *f, uint32_t row)
{
	uint32_t only = 0;
	const struct line *line;
	size_t len;

	for (uint32_t k = 1; k < finder_node(f, row)->end - row - 1; k++) {
		uint32_t cell = columns_cell(f->md, row, k);

		if (cell > 0 && only > 0 && !is_same(f, cell, only))
			return false;
		only = cell > 0 ? cell : only;
	}
	line = &finder_node(f, only)->text;
	if (only == 0 || weigh_names_somebody(line))
		return false;
	for (len = 0; len < line->len && line->text[len] != ',' &&
	     sign_dash(line->text + len, line->len - len) == 0;)
		len++;
	return label_read(line->text, len) == LABEL_BREAK;
}

/* Whether cell `k` of a row begins a talk; `above`: those of the rows before. */
static bool
begins_talk(const struct finder *f, uint32_t table, uint32_t row, uint32_t k,
    const uint32_t above[HALLS_MOST])
{
	uint32_t cell = columns_cell(f->md, row, k);

	return cell > 0 && columns_cell(f->md, table + 1, k) > 0 &&
	    is_filled(f, cell) && !is_said_before(f, row, k) &&
	    !goes_on(f, above[k], cell);
}

/* Counts the talks, and with `role` takes them. */
static uint32_t
find_talks(const struct finder *f, uint32_t table, uint8_t *role)
{
	uint32_t above[HALLS_MOST] = {0}, n = 0;

	for (uint32_t row = finder_node(f, table + 1)->end;
	     row < finder_node(f, table)->end; row = finder_node(f, row)->end) {
		uint32_t cells = finder_node(f, row)->end - row - 1;

		if (is_break_for_all(f, row))
			continue;
		for (uint32_t k = 1; k < cells; k++) {
			if (!begins_talk(f, table, row, k, above))
				continue;
			above[k] = columns_cell(f->md, row, k);
			if (role)
				role[above[k]] = ROLE_TALK;
			n++;
		}
	}
	return n;
}

uint32_t
halls_talks(const struct finder *f, uint32_t table)
{
	uint32_t head = table + 1;
	uint32_t columns = finder_node(f, head)->end - head - 1;
	struct count count = {0};

	if (columns < 3 || columns > HALLS_MOST || f->role[table] == ROLE_ASIDE)
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
	    ? find_talks(f, table, NULL)
	    : 0;
}

void
halls_take(struct finder *f, uint32_t table)
{
	f->role[table] = ROLE_HALLS;
	find_talks(f, table, f->role);
}
