#include "source/csv.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "source/byline.h"
#include "source/column_names.h"
#include "source/csv_said.h"
#include "source/day_order.h"
#include "source/encoding.h"
#include "source/form_names.h"
#include "source/markdown/markdown_blocks.h"
#include "source/programme.h"
#include "source/rows.h"
#include "source/when.h"

#define LOOKED_AT ((size_t)1 << 16) /* bytes that tell how days are written */

#define TELL 1024 /* rows between two words of progress */

#define LONGEST_NAME  60  /* bytes of a column's name; longer cells are text, */
#define LONGEST_ASKED 999 /* but for questions of a form */
#define SPEAKERS_MOST 100 /* of one talk, in rows of their own */

#define SHORT_NAME 40 /* of one that nobody knows */

static const char separators[] = ",;\t";

/* The state of reading a document. */
struct reader {
	struct build *build;
	struct arena *arena;
	struct rows rows;
	struct column *column;
	size_t ncolumns;
	struct strmap tracks; /* their numbers, by name */
	struct talk *talk;    /* of the row before, or NULL, */
	const char *start;    /* its start, */
	const char *people;   /* and who all its rows say that speaks */
	bool even;            /* all rows have as many cells */
	enum day_order order; /* how days are written */
	const char *section; /* what a row of its own says of those below; "" */
};

/* The header. */

/* Takes the current row as the header; returns how many kinds it has. */
static size_t
take_header(struct reader *r)
{
	struct rows *rows = &r->rows;

	r->ncolumns = rows->n;
	r->column = arena_alloc(r->arena, rows->n * sizeof(*r->column) + 1);
	for (size_t i = 0; i < rows->n; i++) {
		const char *name = text_squeeze(
		    r->arena, rows->cell[i], strlen(rows->cell[i]));
		bool asked = column_names_are_asked(r->column, i);

		if (strlen(name) > (asked ? LONGEST_ASKED : LONGEST_NAME))
			return r->ncolumns = 0;
		r->column[i] = (struct column){
		    .name = name,
		    .folded = part_names_fold(r->arena, name),
		};
	}
	return column_names_set(r->column, r->ncolumns);
}

/* The bytes of a first line that only tells Excel the separator: "sep=;". */
static size_t
hint_len(const char *s, size_t len)
{
	static const char hint[] = "sep=";
	size_t n = strlen(hint) + 1;

	if (len < n + 2 || !text_ascii_same(s, hint, n - 1))
		return 0;
	n += s[n] == '\r';
	return s[n] == '\n' ? n + 1 : 0;
}

/* Reads the header with this separator; returns how many kinds it has. */
static size_t
begin(struct reader *r, char *s, size_t len, char separator)
{
	size_t hint = hint_len(s, len);

	r->ncolumns = 0;
	rows_free(&r->rows);
	rows_begin(&r->rows, s + hint, len - hint, separator);
	r->rows.line += hint > 0;
	/* An open quote in it may end anywhere. */
	return rows_next(&r->rows) && !r->rows.fault ? take_header(r) : 0;
}

/* Whether cells are names of columns: short, and no numbers. */
static bool
are_names(const struct reader *r)
{
	for (size_t i = 0; i < r->ncolumns; i++) {
		const char *s = r->column[i].name;

		if (strlen(s) > SHORT_NAME || text_ascii_digit(*s) ||
		    !text_word_byte(*s))
			return false;
	}
	return r->ncolumns > 0;
}

/* Whether a column is known to have titles; any table may have names. */
static bool
has_titles(const struct reader *r)
{
	for (size_t i = 0; i < r->ncolumns; i++) {
		if (r->column[i].kind == PART_TITLE &&
		    strcmp(r->column[i].folded, "name") != 0)
			return true;
	}
	return false;
}

/*
 * Whether the rows below the header, one a line, all have as many cells, so
 * that it is a table whatever its columns are called.  The last one may be cut.
 */
static bool
is_even(struct reader *r)
{
	struct rows *rows = &r->rows;
	size_t n = 0, least = rows->separator == '\t' ? 2 : 3;

	while (rows_next(rows)) {
		/* The end of what is looked at may cut a row. */
		if (rows->n != r->ncolumns || rows->row != n + 2)
			break;
		n++;
	}
	r->even = rows->at >= rows->len && n >= least && r->ncolumns >= least;
	return r->even && are_names(r);
}

/* Whether the current row says how many speakers there are, and not who. */
static bool
counts_speakers(const struct reader *r)
{
	for (size_t i = 0; i < r->ncolumns && i < r->rows.n; i++) {
		const char *s = r->rows.cell[i];

		if (r->column[i].kind == PART_SPEAKERS && *s &&
		    s[strspn(s, "0123456789 ")] == '\0')
			return true;
	}
	return false;
}

/* What the header and rows are with this separator, of so many kinds. */
static enum csv_kind
kind_with(struct reader *r, size_t kinds)
{
	/* A line of running text is no row. */
	if (kinds >= 2 && (!rows_next(&r->rows) || r->rows.n < 2))
		return CSV_NONE;
	if (kinds >= 2)
		return !has_titles(r) && counts_speakers(r) ? CSV_OTHER
							    : CSV_TALKS;
	if (!is_even(r))
		return CSV_NONE;
	return has_titles(r) ? CSV_TALKS : CSV_OTHER;
}

/*
 * Finds what a text is, and for talks the separator that gives the header most
 * kinds.
 */
static enum csv_kind
look_at(const char *s, size_t len, char *separator)
{
	struct reader r = {.arena = arena_new()};
	size_t most = 0;
	enum csv_kind best = CSV_NONE;

	for (const char *c = separators; *c; c++) {
		size_t n, kinds;
		char *text = text_clean(r.arena, s, len, &n);
		enum csv_kind kind;

		kinds = begin(&r, text, n, *c);
		kind = kind_with(&r, kinds);
		if (kind < best || (kind == CSV_TALKS && kinds <= most))
			continue;
		best = kind;
		most = kinds;
		*separator = *c;
	}
	rows_free(&r.rows);
	arena_free(r.arena);
	return best;
}

bool
csv_is_even(const char *s, size_t len)
{
	struct reader r = {.arena = arena_new()};

	for (const char *c = separators; *c && !r.even; c++) {
		size_t n;
		char *text = text_clean(r.arena, s, len, &n);

		begin(&r, text, n, *c);
		is_even(&r);
	}
	rows_free(&r.rows);
	arena_free(r.arena);
	return r.even;
}

enum csv_kind
csv_kind(const char *s, size_t len)
{
	const char *end = len > 0 ? memchr(s, '\n', len) : NULL;
	size_t line = end ? (size_t)(end - s) : len;
	char separator;

	/* The first line of most documents has no separator. */
	return (len > 0 && *s == '"') || memchr(s, ',', line) ||
		memchr(s, ';', line) || memchr(s, '\t', line)
	    ? look_at(s, len, &separator)
	    : CSV_NONE;
}

/* Talks. */

/* Returns the first cell of that kind, with blanks collapsed, or "". */
static const char *
cell_of(const struct reader *r, enum part kind)
{
	for (size_t i = 0; i < r->ncolumns && i < r->rows.n; i++) {
		const char *s = r->rows.cell[i];

		if (r->column[i].kind == kind)
			return text_squeeze(r->arena, s, strlen(s));
	}
	return "";
}

static void
set_track(struct reader *r, const char *name)
{
	uint32_t *track = strmap_get(&r->tracks, name);

	if (!*name)
		build_in_track(r->build, BUILT_NO_TRACK);
	else if (track)
		build_in_track(r->build, *track);
	else
		strmap_put(&r->tracks, name, build_track(r->build, name, 0));
}

/*
 * Takes a row of which only the first cell says something, and that no title:
 * it is a heading of the rows below, "Session 1".  Returns false: it is none.
 */
static bool
take_section(struct reader *r)
{
	const char *cell = r->rows.n > 0 ? r->rows.cell[0] : "", *name;

	for (size_t i = 1; i < r->rows.n; i++)
		if (!rows_is_blank(r->rows.cell[i]))
			return false;
	name = rows_words(r->arena, cell);
	if (r->ncolumns < 3 || r->column[0].kind == PART_TITLE || !*name ||
	    text_ascii_digit(*name) || strlen(name) > LONGEST_NAME)
		return false;
	r->talk = NULL;
	r->section = name;
	set_track(r, name);
	if (strlen(cell) > strlen(name))
		markdown_blocks_read(r->build, cell, r->rows.row);
	return true;
}

/* A name without the number that some programs put before or after it. */
static const char *
without_number(struct arena *arena, const char *name)
{
	static const char digits[] = "0123456789";
	size_t before = strspn(name, digits);
	const char *bare = name, *open = strrchr(name, '(');
	const char *end = name + strlen(name);

	if (before > 0 && name[before] == ':')
		bare += before + 1;
	if (open && open[1] != ')' && open[1 + strspn(open + 1, digits)] == ')')
		end = open;
	if (end > bare)
		bare = text_squeeze(arena, bare, (size_t)(end - bare));
	return *bare ? bare : name;
}

/* Adds the speaker whose first and last name have columns of their own. */
static void
add_speaker(const struct reader *r, struct talk *talk)
{
	uint32_t n = talk->nspeakers;
	const char **list = arena_alloc(r->arena, (n + 1) * sizeof(*list));
	const char *name = arena_printf(
	    r->arena, "%s %s", cell_of(r, PART_FIRST), cell_of(r, PART_LAST));

	for (uint32_t i = 0; i < n; i++)
		list[i] = talk->speakers[i];
	list[n] = text_squeeze(r->arena, name, strlen(name));
	talk->speakers = list;
	talk->nspeakers += *list[n] != '\0';
}

static void
set_speakers(const struct reader *r, struct talk *talk)
{
	for (size_t i = 0; i < r->ncolumns && i < r->rows.n; i++) {
		const char *const *list;
		const char **people;
		size_t n;

		if (r->column[i].kind != PART_SPEAKERS)
			continue;
		list = byline_people(r->arena, r->rows.cell[i], &n);
		people = arena_alloc(r->arena, (n + 1) * sizeof(*people));
		for (size_t k = 0; k < n; k++)
			people[k] = without_number(r->arena, list[k]);
		talk->speakers = people;
		talk->nspeakers = notes_count_speakers(n);
	}
	if (talk->nspeakers == 0)
		add_speaker(r, talk);
}

/* Whether the row is the talk of the row before, with another speaker. */
static bool
goes_on(const struct reader *r)
{
	return r->talk && r->talk->nspeakers > 0 &&
	    r->talk->nspeakers < SPEAKERS_MOST && *cell_of(r, PART_LAST) &&
	    strcmp(r->people, cell_of(r, PART_SPEAKERS)) == 0 &&
	    *r->talk->title &&
	    strcmp(r->talk->title, cell_of(r, PART_TITLE)) == 0 &&
	    strcmp(r->start, cell_of(r, PART_START)) == 0;
}

/* The time of day in words like "1 May 10:00" or "5/1/2026 2:30 PM"; or NULL. */
static const char *
time_within(const char *s)
{
	while ((s = strchr(s, ' '))) {
		s++;
		if (strchr(s, ':') && when_minute(s) >= 0)
			return s;
	}
	return NULL;
}

/* Learns from the beginning of a document how its days are written. */
static enum day_order
find_order(const char *s, size_t len, char separator)
{
	struct reader r = {.arena = arena_new()};
	char *text;

	len = text_bound(s, len, LOOKED_AT);
	text = arena_dup(r.arena, s, len);
	begin(&r, text, len, separator);
	while (rows_next(&r.rows)) {
		day_order_learn(&r.order, cell_of(&r, PART_DAY));
		day_order_learn(&r.order, cell_of(&r, PART_START));
	}
	rows_free(&r.rows);
	arena_free(r.arena);
	return r.order;
}

/* Sets when the talk is; a day or start may tell of both. */
static void
set_when(const struct reader *r, struct talk *talk)
{
	struct programme_talk said = {
	    .day = cell_of(r, PART_DAY),
	    .start = cell_of(r, PART_START),
	    .end = cell_of(r, PART_END),
	    .duration = cell_of(r, PART_LENGTH),
	};
	const char *day, *start;
	struct when when;
	const char *clock;

	day_order_set(r->arena, r->order, &said);
	day = said.day;
	start = said.start;
	clock = time_within(start);
	if (!*start && when_read(day, &when) && when.minute >= 0) {
		said.start = day;
	} else if (!when_read(start, &when)) {
		char *copy = arena_dup(r->arena, start, strlen(start));
		char *second = when_second(copy);

		if (when_minute(copy) >= 0) {
			said.end = second ? second : said.end;
			said.start = when_first(r->arena, copy, said.end);
		} else if (clock) {
			/* A day comes first. */
			said.start = clock;
			if (!*day)
				said.day = arena_dup(
				    r->arena, start, (size_t)(clock - start));
		} else if (!*day) {
			said.day = start;
		}
	}
	programme_when(r->arena, &said, talk);
}

/* Whether what stands in a column of this kind is among the talk's facts. */
static bool
is_told(
    const struct reader *r, const struct talk *talk, enum part kind, bool url)
{
	switch (kind) {
	case PART_OTHER:
		return false;
	case PART_URL:
		return url;
	case PART_START:
		return talk->start || !*cell_of(r, PART_DAY);
	case PART_END:
	case PART_LENGTH:
		return talk->minutes > 0;
	case PART_FIRST:
	case PART_LAST:
		return !*cell_of(r, PART_SPEAKERS);
	default:
		return true;
	}
}

/* Adds a cell as notes, after the column's name if that is given. */
static void
add_text(const struct reader *r, const char *name, size_t cell)
{
	const char *text = r->rows.cell[cell];

	if (rows_is_blank(text))
		return;
	if (name)
		text = arena_printf(r->arena, "%s: %s", name, text);
	markdown_blocks_read(r->build, text, r->rows.cell_line[cell]);
}

/* Adds the notes of the talk: the abstract, then all other cells. */
static void
add_notes(const struct reader *r, const struct talk *talk, bool url)
{
	const struct rows *rows = &r->rows;

	for (size_t i = 0; i < rows->n && i < r->ncolumns; i++) {
		if (r->column[i].kind == PART_TEXT)
			add_text(r, NULL, i);
	}
	for (size_t i = 0; i < rows->n; i++) {
		const struct column *column = i < r->ncolumns ? &r->column[i]
							      : NULL;

		if (!column)
			add_text(r, NULL, i);
		else if (!is_told(r, talk, column->kind, url))
			add_text(r, *column->name ? column->name : NULL, i);
	}
}

static void
warn_of_row(const struct reader *r, const char *title)
{
	const struct rows *rows = &r->rows;
	size_t n = rows->n;

	while (n > r->ncolumns && rows_is_blank(rows->cell[n - 1]))
		n--;
	if (rows->fault)
		build_warn(r->build, rows->row, rows->fault);
	if (n != r->ncolumns)
		build_warn(r->build, rows->row,
		    told_many(r->arena, n, "%zu cell, should be %zu",
			"%zu cells, should be %zu", n, r->ncolumns));
	if (!*title)
		build_warn(r->build, rows->row, N_("no title"));
}

/* Builds the talk of the row that was read. */
static void
add_talk(struct reader *r)
{
	const char *title = cell_of(r, PART_TITLE);
	const char *url = build_openable(r->build, cell_of(r, PART_URL));
	const char *room = cell_of(r, PART_ROOM);
	const char *language = cell_of(r, PART_LANGUAGE);
	const char *track = cell_of(r, PART_TRACK);
	struct talk *talk;

	set_track(r, *track ? track : r->section);
	talk = build_talk(r->build, title, r->rows.row);
	set_speakers(r, talk);
	set_when(r, talk);
	if (*language)
		built_more(build_arena(r->build), talk)->language = language;
	talk->room = *room ? room : NULL;
	talk->url = url;
	add_notes(r, talk, url != NULL);
	warn_of_row(r, title);
	r->talk = talk;
	r->start = cell_of(r, PART_START);
	r->people = cell_of(r, PART_SPEAKERS);
}

/* If no column is named as that of titles, takes one. */
static void
set_title(struct reader *r)
{
	size_t title = 0;

	for (size_t i = r->ncolumns; i-- > 0;) {
		if (r->column[i].kind == PART_TITLE)
			return;
		if (r->column[i].kind == PART_OTHER)
			title = i;
	}
	r->column[title].kind = PART_TITLE;
	build_warn(r->build, r->rows.row,
	    told(r->arena, "no column of titles, \"%s\" is taken",
		r->column[title].name));
}

/* Whether the row is of a proposal that came to nothing. */
static bool
is_lost(const struct reader *r)
{
	static const char *const states[] = {
	    "state", "status", "proposal state", "session state"};

	for (size_t i = 0; i < r->ncolumns && i < r->rows.n; i++)
		for (size_t k = 0; k < sizeof(states) / sizeof(*states); k++)
			if (strcmp(r->column[i].folded, states[k]) == 0 &&
			    form_names_is_lost(r->rows.cell[i]))
				return true;
	return false;
}

void
csv_read(struct build *build, const struct document *document)
{
	struct source *source = build_conference(
	    build, document->path, document->name);
	struct reader r = {
	    .build = build, .arena = build_arena(build), .section = ""};
	size_t rows = 0, len;
	char separator = ',', *text;
	const char *look = document_look(document, &len);

	build_programme(build);
	look_at(look, len, &separator);
	text = encoding_clean(build, build_arena(build), document->bytes, &len);
	r.order = find_order(text, len, separator);
	begin(&r, text, len, separator);
	csv_said_take(r.column, r.ncolumns, build, document);
	set_title(&r);
	while (rows_next(&r.rows)) {
		if (rows++ % TELL == 0 &&
		    !build_tell(build, r.rows.at, r.rows.len))
			break;
		if (is_lost(&r)) {
			r.talk = NULL;
			build_warn(build, r.rows.row,
			    N_("a talk that was rejected or cancelled left "
			       "out"));
		} else if (goes_on(&r)) {
			if (!*r.people)
				add_speaker(&r, r.talk);
		} else if (!take_section(&r)) {
			add_talk(&r);
		}
	}
	source->shape = N_("table");
	source->why = csv_said_tell(r.arena, r.column, r.ncolumns);
	strmap_free(&r.tracks);
	rows_free(&r.rows);
}
