#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/richtext.h"
#include "source/markdown/session_rows.h"

#define FACTS_LEAST 3  /* rows that tell of a talk */
#define SENTENCE    20 /* bytes, at least */

/* Tables as groups of talks: see groups.c. */

/* Whether all that a text says is that nothing is told then: "No meeting (May)". */
static bool
is_nothing(const char *s, size_t len)
{
	static const char *const told[] = {"class", "lecture", "meeting",
	    "meetup", "seminar", "session", "talk", NULL};
	size_t n;

	if (len < 8 || !text_ascii_same(s, "no ", 3))
		return false;
	n = names_word(s + 3, len - 3);
	return names_one_of(s + 3, n, told) &&
	    (3 + n == len || s[3 + n + 1] == '(');
}

/* Whether a cell of a row, beside its title, is a sentence: notes. */
static bool
has_notes(const struct finder *f, uint32_t row, uint32_t title)
{
	for (uint32_t i = row + 1; i < finder_node(f, row)->end; i++) {
		const struct line *line = &finder_node(f, i)->text;

		if (i != title && line->len >= SENTENCE &&
		    strchr(".!?", line->text[line->len - 1]))
			return true;
	}
	return false;
}

static bool
has_times(const struct columns *columns)
{
	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		if (columns->fact[k] == FACT_TIME)
			return true;
	}
	return false;
}

/*
 * Whether a row has a break where titles are, and neither people nor links nor
 * notes.
 */
static bool
is_break_row(
    const struct finder *f, uint32_t row, const struct columns *columns)
{
	uint32_t cell = columns_cell(f->md, row, columns->title), len;
	uint32_t who = columns_cell(f->md, row, columns->speakers);
	const struct line *line = &finder_node(f, cell)->text;
	const struct line *people = &finder_node(f, who)->text;
	const char *open;

	if (columns_cell(f->md, row, columns->video) > 0 ||
	    columns_cell(f->md, row, columns->slides) > 0)
		return false;
	open = memchr(line->text, '(', line->len);
	len = open && open > line->text ? (uint32_t)(open - line->text) - 1
					: line->len;
	/* "All" or a firm may stand where people do. */
	return (label_is_break(line->text, len, has_times(columns)) &&
		   !has_notes(f, row, cell) &&
		   (who == 0 ||
		       people_first(people->text, people->len) !=
			   NAMES_SURE)) ||
	    (who == 0 && is_nothing(line->text, line->len));
}

static bool row_has_link(const struct finder *f, uint32_t row);

/* Whether the title of a row is bold. */
static bool
is_bold_row(const struct finder *f, uint32_t row, const struct columns *columns)
{
	uint32_t cell = columns_cell(f->md, row, columns->title);

	return cell > 0 && finder_is_bold(&finder_node(f, cell)->text);
}

/* Whether nobody speaks in a row, and it leads nowhere. */
static bool
is_nobodys(const struct finder *f, uint32_t row, const struct columns *columns)
{
	return columns_cell(f->md, row, columns->speakers) == 0 &&
	    !row_has_link(f, row);
}

/* Whether bold titles are those in which nobody speaks: "**Lunch**". */
static bool
are_bold_breaks(
    const struct finder *f, uint32_t table, const struct columns *columns)
{
	uint32_t bold = 0, named = 0;

	if (columns->speakers == COLUMN_NONE)
		return false;
	for (uint32_t row = finder_node(f, table + 1)->end;
	     row < finder_node(f, table)->end; row = finder_node(f, row)->end) {
		bool nobodys = is_nobodys(f, row, columns);

		if (is_bold_row(f, row, columns) != nobodys)
			return false;
		bold += nobodys;
		named += !nobodys;
	}
	return bold > 0 && named > bold;
}

/* Whether a row of a table is a talk; `bold`: bold ones are breaks. */
static bool
is_talk_row(const struct finder *f, uint32_t row, const struct columns *columns,
    bool bold)
{
	uint32_t filled = 0;
	uint32_t cells = finder_node(f, row)->end - row - 1;

	if (columns_cell(f->md, row, columns->title) == 0 ||
	    is_break_row(f, row, columns) ||
	    (bold && is_bold_row(f, row, columns)))
		return false;
	for (uint32_t k = 0; k < cells && filled < 2; k++)
		filled += columns_cell(f->md, row, k) > 0;
	if ((filled >= 2 && !columns->groups) || columns->alone)
		return true;
	return (columns->groups || (columns->named && columns->title > 0)) &&
	    session_rows_name(f->md, row, columns) == 0;
}

static bool
row_has_link(const struct finder *f, uint32_t row)
{
	for (uint32_t cell = row + 1; cell < finder_node(f, row)->end; cell++) {
		if (richtext_leads_out(&finder_node(f, cell)->text))
			return true;
	}
	return false;
}

/* Whether a label is of what a table may tell of one talk. */
static bool
is_of_fact(const struct line *line)
{
	enum label_kind kind = label_read(line->text, line->len);

	return kind != LABEL_NONE && kind != LABEL_BREAK &&
	    kind != LABEL_OTHERS;
}

/*
 * Whether a table tells of one talk, row by row: "Date | 12 May", "Event | ...",
 * in two columns, most of its first cells labels.
 */
static bool
is_of_facts(const struct finder *f, uint32_t table)
{
	uint32_t rows = 0, facts = 0;

	for (uint32_t row = table + 1; row < finder_node(f, table)->end;
	     row = finder_node(f, row)->end) {
		if (finder_node(f, row)->end - row != 3)
			return false;
		rows++;
		facts += is_of_fact(&finder_node(f, row + 1)->text);
	}
	return facts >= FACTS_LEAST && facts * 2 >= rows;
}

void
tables_find(struct finder *f, uint32_t table)
{
	struct columns columns = columns_find(f->md, table);
	uint32_t rows = 0, units = halls_talks(f, table);
	uint32_t contents = 0;
	bool bold;

	if (units > 0) {
		groups_add(f, table, units)->halls = true;
		return;
	}
	if (columns.title == COLUMN_NONE || is_of_facts(f, table))
		return;
	bold = are_bold_breaks(f, table, &columns);
	columns.alone = session_rows_alone(f->md, table, &columns);
	for (uint32_t row = finder_node(f, table + 1)->end;
	     row < finder_node(f, table)->end; row = finder_node(f, row)->end) {
		uint32_t cell = columns_cell(f->md, row, columns.title);

		if (!is_talk_row(f, row, &columns, bold))
			continue;
		rows++;
		contents += finder_repeats_heading(
		    f, &finder_node(f, cell)->text);
		units += columns.named || row_has_link(f, row);
	}
	if (contents * 2 > rows || units * 2 < rows || units == 0)
		return;
	groups_add(f, table, units)->columns = columns;
}

/* Whether a row has no title, but the recording of those below it. */
static bool
names_recording(
    const struct finder *f, uint32_t row, const struct columns *columns)
{
	uint32_t cell = columns_cell(f->md, row, columns->title);
	const char *s = finder_node(f, cell)->text.text;
	size_t n = strcspn(s, " :");

	return *s == '(' || label_read(s, n) == LABEL_VIDEO;
}

/* Whether one of the rows names a session. */
static bool
has_sessions(
    const struct finder *f, uint32_t table, const struct columns *columns)
{
	for (uint32_t row = finder_node(f, table + 1)->end;
	     row < finder_node(f, table)->end; row = finder_node(f, row)->end) {
		if (session_rows_name(f->md, row, columns) > 0)
			return true;
	}
	return false;
}

/* Whether a first cell counts the rows, or tells when they begin: "2", "9:30". */
static bool
is_count(const struct finder *f, uint32_t row)
{
	const struct line *line = &finder_node(f, row + 1)->text;
	bool time = memchr(line->text, ':', line->len) != NULL;

	return line->len > 0 && (time || line->len <= 3) &&
	    strspn(line->text, time ? "0123456789:- hHapmAPM" : "0123456789") ==
	    line->len;
}

void
tables_take(struct finder *f, const struct group *group)
{
	const struct columns *columns = &group->columns;
	uint32_t table = group->node, end = finder_node(f, table)->end;
	bool sessions = columns->groups && has_sessions(f, table, columns);
	bool bold = are_bold_breaks(f, table, columns);

	f->role[table + 1] = ROLE_SKIP; /* the names of its columns */
	for (uint32_t row = finder_node(f, table + 1)->end; row < end;
	     row = finder_node(f, row)->end) {
		uint32_t next = finder_node(f, row)->end;
		bool first = columns_cell(f->md, row, 0) > 0;

		if (!is_talk_row(f, row, columns, bold)) {
			if (session_rows_name(f->md, row, columns) > 0)
				f->role[row] = ROLE_TRACK;
			continue;
		}
		f->role[row] = !columns->groups || !first || sessions ||
			is_count(f, row)
		    ? ROLE_TALK
		    : next < end && columns_cell(f->md, next, 0) == 0 &&
			names_recording(f, row, columns)
		    ? ROLE_TRACK
		    : ROLE_GROUP;
	}
}
