#include "source/markdown/columns_read.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/model/link.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/richtext.h"

#define MOST_ROWS      64  /* that are looked at */
#define LONGEST_WHEN   100 /* bytes; more than any date has */
#define TITLE_LONGEST  60  /* bytes of a title, on average */
#define FORMAT_LONGEST 16  /* bytes of what kind of event one is, on average */

static void
read_header(const struct markdown *md, struct arena *arena, uint32_t row,
    struct column *columns)
{
	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		struct column *c = &columns[k];
		uint32_t cell = columns_cell(md, row, k);

		if (cell == 0)
			continue;
		c->headed = true;
		c->lined = md->node[cell].text.first > 0 &&
		    md->node[cell].text.first < md->node[cell].text.len;
		c->says = header_read(
		    arena, md->node[cell].text.text, md->node[cell].text.len);
	}
}

/* Whether a cell leads to slides or a video by its address. */
static bool
leads_to_talk(const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		enum link_kind kind;

		if (!(line->spans[i].style & SPAN_LINK))
			continue;
		kind = link_kind(line->spans[i].url, "", 0);
		if (kind == LINK_VIDEO || kind == LINK_SLIDES)
			return true;
	}
	return false;
}

static bool
is_when(const struct line *line)
{
	return line->len <= LONGEST_WHEN &&
	    (lead_time(line->text, line->len) == line->len ||
		lead_date(line->text, line->len) == line->len);
}

static bool
has_letters(const struct line *line)
{
	for (size_t i = 0; i < line->len;) {
		uint32_t code;

		i += text_decode(line->text + i, line->len - i, &code);
		if (text_is_letter(code))
			return true;
	}
	return false;
}

/* Whether none of these lines is the same. */
static bool
is_new(const struct line *const *seen, uint32_t n, const struct line *line)
{
	for (uint32_t i = 0; i < n; i++) {
		if (seen[i]->len == line->len &&
		    memcmp(seen[i]->text, line->text, line->len) == 0)
			return false;
	}
	return true;
}

/* Counts a cell; those that differ are put into `seen`. */
static void
count_cell(const struct line *line, struct column *c,
    const struct line *seen[MOST_ROWS])
{
	/* No more are ever asked for than half of all. */
	if (c->different <= MOST_ROWS / 2 && is_new(seen, c->different, line))
		seen[c->different++] = line;
	c->filled++;
	c->bytes += line->len;
	c->links += richtext_leads_out(line);
	c->shown += leads_to_talk(line);
	c->labels += label_read(line->text, line->len) != LABEL_NONE;
	c->words += has_letters(line);
	if (is_when(line)) {
		c->clocks += lead_time(line->text, line->len) == line->len;
		if (c->times++ == 0)
			c->hour = (uint32_t)strtoul(line->text, NULL, 10);
	}
}

static void
count_column(const struct columns_reader *r, uint32_t k, struct column *c)
{
	const struct markdown *md = r->md;
	uint32_t row = md->node[r->table + 1].end;
	const struct line *seen[MOST_ROWS];

	for (uint32_t i = 0; i < r->rows; i++, row = md->node[row].end) {
		uint32_t cell = columns_cell(md, row, k);

		if (cell)
			count_cell(&md->node[cell].text, c, seen);
	}
}

/* Counts the rows that are looked at, and what their cells are. */
static void
count_columns(struct columns_reader *r)
{
	const struct markdown *md = r->md;
	uint32_t width = 0;

	for (uint32_t row = md->node[r->table + 1].end;
	     row < md->node[r->table].end && r->rows < MOST_ROWS;
	     row = md->node[row].end) {
		if (md->node[row].end - row - 1 > width)
			width = md->node[row].end - row - 1;
		r->full += columns_only(md, row) == 0;
		r->rows++;
	}
	for (uint32_t k = 0; k < width && k < COLUMNS_MOST; k++)
		count_column(r, k, &r->column[k]);
}

uint32_t
columns_read_names(const struct columns_reader *r, uint32_t k)
{
	const struct markdown *md = r->md;
	uint32_t row = md->node[r->table + 1].end, names = 0;

	for (uint32_t i = 0; i < r->rows; i++, row = md->node[row].end) {
		uint32_t cell = columns_cell(md, row, k);
		struct line line;

		if (cell == 0)
			continue;
		line = columns_people(
		    r->arena, &md->node[cell].text, r->column[k].lined);
		names += people_first(line.text, line.len) == NAMES_SURE;
	}
	return names;
}

bool
columns_read_formats(const struct columns_reader *r, uint32_t k)
{
	static const char *const talks[] = {
	    "charla", "demo", "session", "talk", "vortrag", NULL};
	const struct markdown *md = r->md;
	const struct column *c = &r->column[k];
	uint32_t row = md->node[r->table + 1].end, formats = 0;

	if (c->bytes > c->filled * FORMAT_LONGEST)
		return false;
	for (uint32_t i = 0; i < r->rows; i++, row = md->node[row].end) {
		uint32_t cell = columns_cell(md, row, k);
		const struct line *line = &md->node[cell].text;

		formats += cell > 0 && line->len > 0 &&
		    (lead_is_format(line->text, line->len) ||
			names_one_of(line->text, line->len, talks));
	}
	return formats >= 2 && formats * 2 > c->filled;
}

/*
 * Corrects what headers say by the cells: under "Presentation" are titles where
 * nothing is linked, and people under "Name" are speakers beside titles.
 */
static void
read_cells(struct columns_reader *r)
{
	bool titles = false, speakers = false;

	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		titles = titles || r->column[k].says.talk;
		speakers = speakers || r->column[k].says.speaker;
	}
	for (uint32_t k = 0; !titles && k < COLUMNS_MOST; k++) {
		struct column *c = &r->column[k];

		if (!c->says.slides || c->filled < 2 || c->links > 0 ||
		    c->labels > 0 || c->different * 2 <= c->filled)
			continue;
		c->says.slides = c->says.other = false;
		c->says.talk = titles = true;
	}
	for (uint32_t k = 0; titles && !speakers && k < COLUMNS_MOST; k++) {
		struct column *c = &r->column[k];

		if (!c->says.weak || c->filled < 2 ||
		    columns_read_names(r, k) * 3 < c->filled * 2)
			continue;
		c->says.weak = false;
		c->says.speaker = true;
	}
}

/* Whether the cells of a column say the same again and again, as topics do. */
static bool
says_again(const struct column *c)
{
	return c->filled > 2 && c->different * 2 <= c->filled;
}

/* Whether those of one beside it may be titles: they differ, and are words. */
static bool
may_be_titles(const struct columns_reader *r, const struct column *c)
{
	return c->says.about && c->filled * 10 >= r->rows * 9 &&
	    (c->different >= c->filled || c->different >= MOST_ROWS / 2) &&
	    c->words == c->filled && c->labels == 0 &&
	    c->bytes <= c->filled * TITLE_LONGEST;
}

/* Titles are under "Description" where topics are under "Topic". */
static void
read_topics(struct columns_reader *r)
{
	struct column *topics = NULL, *titles = NULL;

	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		struct column *c = &r->column[k];

		if (c->says.talk || c->says.weak) {
			if (topics || !says_again(c))
				return;
			topics = c;
		} else if (!titles && may_be_titles(r, c)) {
			titles = c;
		}
	}
	if (!topics || !titles)
		return;
	topics->says.talk = topics->says.weak = false;
	topics->says.track = topics->says.other = true;
	titles->says.other = titles->says.about = false;
	titles->says.talk = true;
}

/* Whether a table is a programme: with times of a day, or rooms and no dates. */
static bool
has_slots(const struct columns_reader *r)
{
	bool halls = false, clocks = false, dates = false;

	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		const struct column *c = &r->column[k];

		halls = halls || (c->says.hall && c->filled > 0);
		dates = dates || c->clocks < c->times;
		clocks = clocks ||
		    (c->clocks >= 2 && c->clocks * 3 >= r->full * 2);
	}
	return clocks || (halls && !dates);
}

/* Under "Event" are titles in a programme that has no other column for them. */
static void
read_events(struct columns_reader *r)
{
	struct column *events = NULL;

	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		struct column *c = &r->column[k];

		if (c->filled > 0 && (c->says.talk || c->says.weak))
			return;
		if (!events && c->says.event && c->filled >= 2 &&
		    c->different * 2 > c->filled)
			events = c;
	}
	if (!events || !has_slots(r))
		return;
	events->says.other = false;
	events->says.weak = true;
}

void
columns_read(struct columns_reader *r)
{
	read_header(r->md, r->arena, r->table + 1, r->column);
	count_columns(r);
	read_cells(r);
	read_topics(r);
	read_events(r);
}
