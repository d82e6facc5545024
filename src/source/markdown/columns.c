#include "source/markdown/columns.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/columns_read.h"
#include "source/markdown/columns_said.h"
#include "source/markdown/label.h"

#define MORNING     6 /* hour at which a programme may begin */
#define LINES_ABOVE 8 /* a table, up to its heading */
#define ROWS_BELOW  2 /* of talks, on average, below each row that heads them */
#define SAID        400 /* what a header is worth that says that it is titles */
#define MANY        10  /* cells of a column, of which some may be the same */
#define FEW_OF      5   /* such cells for each that differs are no speakers */

bool
columns_say_nothing(const struct line *line)
{
	/* A sign may lead to a video: ">>". */
	if (line->nspans > 0 && richtext_has_link(line))
		return false;
	for (uint32_t i = 0; i < line->len;) {
		uint32_t code;

		if (text_ascii_word(line->text[i]))
			return false;
		i += (uint32_t)text_decode(
		    line->text + i, line->len - i, &code);
		if (text_is_word(code) || code >= 0x2600)
			return false;
	}
	return true;
}

uint32_t
columns_only(const struct markdown *md, uint32_t row)
{
	uint32_t cells = md->node[row].end - row - 1, only = 0;

	for (uint32_t k = 0; k < cells; k++) {
		uint32_t cell = columns_cell(md, row, k);

		if (cell > 0 && only > 0)
			return 0;
		if (cell > 0)
			only = cell;
	}
	return only;
}

bool
columns_may_head(const struct markdown *md, uint32_t row)
{
	uint32_t only = columns_only(md, row);
	const struct line *line = &md->node[only].text;

	return only > 0 && !richtext_has_link(line) &&
	    label_read(line->text, line->len) != LABEL_BREAK;
}

/* Where the next line of a cell begins, or linked people do, behind byte `at`. */
static uint32_t
next_people(const struct line *line, uint32_t at)
{
	const uint32_t breaks[] = {
	    line->first, line->breaks[0], line->breaks[1]};
	uint32_t next = line->len;

	for (size_t i = 0; i < sizeof(breaks) / sizeof(*breaks); i++) {
		if (breaks[i] > at && breaks[i] < next)
			next = breaks[i];
	}
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if ((span->style & SPAN_LINK) && span->start > at &&
		    span->start < next && line->text[span->start - 1] == ' ')
			next = span->start;
	}
	return next;
}

struct line
columns_people(struct arena *arena, const struct line *line, bool lined)
{
	struct richtext richtext;
	uint32_t end = lined && line->first > 0 ? line->first : line->len;

	richtext_begin(&richtext, arena);
	for (uint32_t at = 0; at < end;) {
		uint32_t next = next_people(line, at);

		richtext_add(&richtext, line->text + at, next - at, 0, NULL);
		if (next < end)
			richtext_add(&richtext, ", ", 2, 0, NULL);
		at = next;
	}
	return richtext_end(&richtext);
}

/* How well a column would do for titles; 0: not at all. */
static uint32_t
title_worth(const struct columns_reader *r, uint32_t k)
{
	const struct column *c = &r->column[k];
	uint32_t worth;

	if (c->filled == 0 || c->words * 2 < c->filled ||
	    c->times * 2 > c->filled || c->says.speaker ||
	    columns_read_formats(r, k))
		return 0;
	/* A talk that is given again and again is one, where a header says so. */
	if (c->different * 2 < c->filled && c->filled > 2 &&
	    (!c->says.talk || c->different < 2))
		return 0;
	if (c->labels * 2 > c->filled && !c->says.talk && !c->says.weak)
		return 0;
	/* What has no header behind others that have one is beside the talks. */
	if (k > 0 && !c->headed && r->column[k - 1].headed)
		return 1;
	worth = 1 + c->bytes / c->filled;
	if (worth > 60)
		worth = 60;
	if (!c->says.talk && columns_read_names(r, k) * 3 >= c->filled * 2)
		worth /= 4;
	if (c->links * 2 >= c->filled)
		worth += 20;
	/* What leads to slides or videos and is no label is their title. */
	if (c->shown * 2 >= c->filled)
		worth += 60;
	/* Rooms may be linked, or differ more than what is there. */
	if (c->says.fact == FACT_ROOM)
		worth = 0;
	if (c->says.other)
		worth /= 8;
	worth += (c->says.talk ? SAID : 0) + (c->says.weak ? SAID / 2 : 0);
	return worth + 1;
}

/* Whether a column tells when each talk begins, from the morning on. */
static bool
has_times(const struct columns_reader *r, const struct column *c)
{
	return c->times >= 2 && c->times * 3 >= r->full * 2 &&
	    c->hour >= MORNING;
}

/* The same of one without a header, and of days no more than a header does. */
static bool
tells_when(const struct columns_reader *r, const struct column *c)
{
	return c->says.fact == FACT_NONE && !c->headed && has_times(r, c) &&
	    c->hour < 24;
}

/* Whether beside the titles stands when each begins. */
static bool
is_programme(const struct columns_reader *r, uint32_t title)
{
	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		if (k != title && has_times(r, &r->column[k]))
			return true;
	}
	return false;
}

/* Whether a column may have speakers though its header does not say so. */
static bool
may_speak(const struct column *c)
{
	return !c->says.speaker && !c->says.other && !c->says.nobody &&
	    c->filled >= 2 &&
	    (c->filled < MANY || c->different * FEW_OF > c->filled);
}

static void
choose(struct columns *out, const struct columns_reader *r)
{
	uint32_t best = 0;

	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		const struct column *c = &r->column[k];
		/* Nothing is worth more than what a header says. */
		uint32_t worth = best > SAID && !c->says.talk
		    ? 0
		    : title_worth(r, k);

		if (worth > best) {
			best = worth;
			out->title = k;
			out->named = c->says.talk || c->says.weak;
		}
		out->fact[k] = (uint8_t)(tells_when(r, c) ? FACT_TIME
							  : c->says.fact);
		if (c->says.video && c->filled > 0 && out->video == COLUMN_NONE)
			out->video = k;
		if (c->says.slides && c->filled > 0 &&
		    out->slides == COLUMN_NONE)
			out->slides = k;
	}
	out->named = out->named ||
	    (out->title != COLUMN_NONE && is_programme(r, out->title));
	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		const struct column *c = &r->column[k];
		uint32_t names = 0;

		if (k == out->title || out->speakers != COLUMN_NONE)
			continue;
		if (may_speak(c))
			names = columns_read_names(r, k);
		if (c->says.speaker ||
		    (names >= 2 && names * 10 >= r->full * 7))
			out->speakers = k;
		out->people = out->people ||
		    (out->speakers == k && c->says.speaker);
		/* Beside speakers stands what they speak of. */
		out->named = out->named ||
		    (c->says.speaker && c->filled > 0 &&
			out->title != COLUMN_NONE &&
			columns_read_names(r, k) * 3 >= c->filled * 2);
		out->lined = out->speakers == k && c->lined;
	}
}

/* Whether a table stands right below a heading that is a day. */
static bool
is_below_day(const struct columns_reader *r)
{
	uint32_t i = r->table - 1;
	size_t len;
	char *text;

	for (uint32_t most = LINES_ABOVE; i > 0 && most > 0; i--, most--) {
		if (r->md->node[i].kind == MD_HEADING)
			break;
	}
	if (r->md->node[i].kind != MD_HEADING)
		return false;
	text = text_fold(
	    r->arena, r->md->node[i].text.text, r->md->node[i].text.len, NULL);
	len = strlen(text);
	return day_heading_is(text, len);
}

/* Where tables have no heading of a day, each row may tell its track. */
static void
choose_track(struct columns *out, const struct columns_reader *r)
{
	for (uint32_t k = 0; k < COLUMNS_MOST; k++) {
		if (r->column[k].says.track && k != out->title &&
		    r->column[k].filled * 2 >= r->rows && !is_below_day(r))
			out->track = k;
	}
}

/* Whether rows without a first cell stand below rows that have one. */
static bool
has_groups(const struct markdown *md, uint32_t table, uint32_t title)
{
	uint32_t blank = 0, rows = 0, lonely = 0;

	for (uint32_t row = md->node[table + 1].end; row < md->node[table].end;
	     row = md->node[row].end) {
		bool first = columns_cell(md, row, 0) != 0;

		lonely += !first && rows == 0;
		/* Others go on with the one above. */
		blank += !first && columns_cell(md, row, title) != 0;
		rows++;
	}
	return blank >= 2 && lonely == 0 && blank < rows && blank * 4 >= rows;
}

/*
 * Whether rows with one cell head the others: the first row is one, and there is
 * another, each over rows with more.
 */
static bool
has_heads(const struct markdown *md, uint32_t table, uint32_t title)
{
	uint32_t end = md->node[table].end, heads = 0, rows = 0;
	bool above = false;

	for (uint32_t row = md->node[table + 1].end; row < end;
	     row = md->node[row].end) {
		bool head = columns_may_head(md, row);

		if (head ? above : rows == 0 && heads == 0)
			return false;
		heads += head;
		rows += !head && columns_cell(md, row, title) > 0 &&
		    columns_only(md, row) == 0;
		above = head;
	}
	return heads >= 2 && !above && rows >= heads * ROWS_BELOW;
}

/* All of them, of tables in the order of the document. */
struct columns_known {
	struct columns_of {
		uint32_t table;
		struct columns columns;
	} * of;
	size_t n, cap;
};

void
columns_keep(struct markdown *md)
{
	if (!md->known)
		md->known = mem_alloc(1, sizeof(*md->known));
}

void
columns_drop(struct markdown *md)
{
	if (md->known)
		free(md->known->of);
	free(md->known);
	md->known = NULL;
}

static int
by_table(const void *a, const void *b)
{
	const uint32_t *table = a;
	const struct columns_of *of = b;

	return *table < of->table ? -1 : *table > of->table;
}

static struct columns
find_columns(const struct markdown *md, uint32_t table)
{
	struct columns out = {.track = COLUMN_NONE,
	    .title = COLUMN_NONE,
	    .speakers = COLUMN_NONE,
	    .video = COLUMN_NONE,
	    .slides = COLUMN_NONE};
	struct columns_reader r = {.md = md, .table = table};

	if (md->node[table].end <= table + 1)
		return out;
	r.arena = arena_new();
	columns_read(&r);
	choose(&out, &r);
	choose_track(&out, &r);
	if (md->said)
		columns_said(md, table, &out);
	/* Links and people are blank where a talk has none. */
	out.groups = out.title > 0 && out.video > 0 && out.slides > 0 &&
	    out.speakers > 0 && has_groups(md, table, out.title);
	out.headed = has_heads(md, table, out.title);
	arena_free(r.arena);
	return out;
}

struct columns
columns_find(const struct markdown *md, uint32_t table)
{
	struct columns_known *known = md->known;
	const struct columns_of *of = known && known->n > 0
	    ? bsearch(&table, known->of, known->n, sizeof(*of), by_table)
	    : NULL;
	struct columns columns = of ? of->columns : find_columns(md, table);

	if (!of && known &&
	    (known->n == 0 || known->of[known->n - 1].table < table)) {
		known->of = mem_grow(
		    known->of, &known->cap, known->n + 1, sizeof(*known->of));
		known->of[known->n++] = (struct columns_of){table, columns};
	}
	return columns;
}
