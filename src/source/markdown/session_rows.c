#include "source/markdown/session_rows.h"

#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/finder.h"
#include "source/markdown/names.h"

#define WORDS_BEFORE 2 /* "Second Oral Session" */

/*
 * A programme may have its sessions as rows of their own: all in one cell over
 * the rows of their talks, or with a time, while the talks' rows have none.  They
 * say so ("Session 2: Nets", "Poster session"), or nobody is named beside them,
 * but in the row below, which has no first cell; or the table begins with such a
 * row and has others, so that all talks have one above ("Room 1", "Room 2").
 */

/* Whether one of the first words is "Session", but no "Session chair". */
static bool
says_session(const struct line *line)
{
	static const char *const words[] = {"session", "sessione",
	    "sesi\303\263n", "sess\303\243o", "sessie", "sitzung",
	    "s\303\251ance", NULL};
	uint32_t at = 0;

	for (unsigned n = 0; n <= WORDS_BEFORE && at < line->len; n++) {
		const char *s = line->text + at;
		size_t len = names_word(s, line->len - at), end = len;

		while (end > 0 && (s[end - 1] == ':' || s[end - 1] == ','))
			end--;
		at += (uint32_t)len + 1;
		if (names_one_of(s, end, words))
			return at >= line->len ||
			    !text_ascii_same(line->text + at, "chair", 5);
	}
	return false;
}

/* Whether a row has people, or links in columns that are called so. */
static bool
has_talk(const struct markdown *md, uint32_t row, const struct columns *columns)
{
	return columns_cell(md, row, columns->speakers) > 0 ||
	    columns_cell(md, row, columns->video) > 0 ||
	    columns_cell(md, row, columns->slides) > 0;
}

uint32_t
session_rows_name(
    const struct markdown *md, uint32_t row, const struct columns *columns)
{
	uint32_t next = md->node[row].end, only = columns_only(md, row);
	uint32_t title = columns_cell(md, row, columns->title);

	if (next >= md->node[md->node[row].parent].end ||
	    columns_cell(md, next, columns->title) == 0)
		return 0;
	if (only > 0)
		return (columns->headed && columns_may_head(md, row)) ||
			says_session(&md->node[only].text)
		    ? only
		    : 0;
	if (!columns->groups || title == 0 || columns_cell(md, row, 0) == 0 ||
	    columns_cell(md, next, 0) > 0 || has_talk(md, row, columns))
		return 0;
	return says_session(&md->node[title].text) ||
		columns_cell(md, next, columns->speakers) > 0
	    ? title
	    : 0;
}

uint32_t
session_rows_end(
    const struct markdown *md, uint32_t row, const struct columns *columns)
{
	uint32_t end = md->node[md->node[row].parent].end;
	uint32_t next = md->node[row].end;

	if (!columns->groups)
		return end;
	while (next < end && columns_cell(md, next, 0) == 0)
		next = md->node[next].end;
	return next;
}

/* Whether a cell of a row says that there is nothing: "-". */
static bool
has_dash(const struct markdown *md, uint32_t row)
{
	for (uint32_t i = row + 1; i < md->node[row].end; i++) {
		if (md->node[i].text.len > 0 &&
		    columns_say_nothing(&md->node[i].text))
			return true;
	}
	return false;
}

/* Whether a row's only cell, a title's, may be a heading: a day, or all bold. */
static bool
seems_heading(
    const struct markdown *md, uint32_t row, const struct columns *columns)
{
	const struct line *line = &md->node[columns_only(md, row)].text;

	return session_rows_name(md, row, columns) > 0 ||
	    finder_is_bold(line) ||
	    (day_heading_within(line->text, line->len) && !has_dash(md, row));
}

bool
session_rows_alone(
    const struct markdown *md, uint32_t table, const struct columns *columns)
{
	uint32_t first = md->node[table + 1].end, alone = 0, rows = 0;

	if (!columns->named || columns->title != 0 || columns->headed ||
	    columns->groups || columns->speakers == COLUMN_NONE)
		return false;
	for (uint32_t row = first; row < md->node[table].end;
	     row = md->node[row].end) {
		rows++;
		if (columns_only(md, row) == 0 || columns_cell(md, row, 0) == 0)
			continue;
		alone++;
		if (seems_heading(md, row, columns) ||
		    (row == first && !has_dash(md, row)))
			return false;
	}
	return alone > 0 && alone * 2 <= rows;
}
