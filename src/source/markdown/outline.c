#include "source/markdown/outline.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "source/markdown/details.h"
#include "source/markdown/hiding.h"
#include "source/markdown/line_text.h"
#include "source/markdown/reader.h"
#include "source/markdown/structural.h"

/*
 * How the outline is made
 *
 * A line that begins with one to six `#` is a heading wherever it stands, but
 * in a fenced code block or an HTML block of the outermost level: a list or a
 * quote ends where a line is not indented or marked as its own.  So headings
 * can be found without parsing what is between them, as long as fences and HTML
 * blocks are known.
 *
 * Between two headings most stretches of notes are just bullets of one line and
 * single lines of text.  Such a stretch is plain: the text of a line is what is
 * written after the bullet.  The few lines for which that is not true, for
 * example because of markup, are recorded as exceptions.  Any other stretch is
 * parsed by libcmark at once: continued lines, quotes, code, numbers, links.
 *
 * Structural bytes are found first, many at a time (see structural.h); almost
 * all of them are line feeds.  Everything else is done per line.
 */

#define TELL      ((size_t)2 << 20) /* bytes between two words of progress */
#define HOT_MOST  24 /* bytes that are kept of a line; more: it is parsed */
#define OPEN_MOST 16 /* lists within lists; more: it is parsed */

enum before {
	BEFORE_BLANK,   /* or a heading */
	BEFORE_SUMMARY, /* `<details>`, and there is a summary */
	BEFORE_BULLET,
	BEFORE_TEXT, /* a single line of text, so far */
	BEFORE_DEFINITION,
	BEFORE_OTHER,
};

struct scanner {
	struct outline *outline;
	struct section *section; /* that the line is in */
	const char *s;
	size_t len;
	size_t line; /* where the line begins */
	uint32_t row;
	size_t structural[HOT_MOST]; /* places in it that deserve a look */
	size_t nhot;
	bool many; /* there were more */
	enum before before;
	size_t first_odd;    /* of the section */
	int open[OPEN_MOST]; /* where the open items' text goes on: columns */
	size_t nopen;
	struct hiding hiding;
};

/* Sections and exceptions. */

static void
add_section(struct scanner *sc, uint8_t level)
{
	struct outline *outline = sc->outline;

	outline->section = mem_grow(outline->section, &outline->cap,
	    outline->n + 1, sizeof(*outline->section));
	sc->section = &outline->section[outline->n++];
	*sc->section = (struct section){.level = level};
	sc->first_odd = outline->nexceptions;
	sc->before = BEFORE_BLANK;
	sc->nopen = 0;
}

/* Looks for a notation in a line that is not plain. */
static void
look_for_notation(struct scanner *sc)
{
	bool noted = sc->many &&
	    line_text_is_noted(sc->s + sc->line, sc->len - sc->line);

	for (size_t k = 0; k < sc->nhot && !noted; k++)
		noted = line_text_noted(sc->s, sc->structural[k], sc->len);
	sc->outline->noted = sc->outline->noted || noted;
}

/* The section is to be parsed. */
static void
give_up(struct scanner *sc)
{
	look_for_notation(sc);
	sc->section->kind = OUTLINE_OTHER;
	sc->outline->nexceptions = sc->first_odd;
	sc->before = BEFORE_OTHER;
}

static void
add_odd(struct scanner *sc, size_t from, size_t to, enum exception_kind kind)
{
	struct outline *outline = sc->outline;

	outline->exception = mem_grow(outline->exception,
	    &outline->exceptions_cap, outline->nexceptions + 1,
	    sizeof(*outline->exception));
	outline->exception[outline->nexceptions++] = (struct exception){
	    (uint32_t)from, (uint32_t)to, sc->row, (uint8_t)kind};
}

/* The text of a line. */

/* What the text [from, to) of the line is. */
static enum line_text
weigh_all(const struct scanner *sc, size_t from, size_t to)
{
	enum line_text worst = sc->many ? LINE_TEXT_OTHER : LINE_TEXT_ASCII;

	for (size_t k = 0; k < sc->nhot; k++) {
		size_t i = sc->structural[k];

		if (i < from || i >= to)
			continue;
		enum line_text is = line_text_weigh(sc->s, i, from, to);

		if (is > worst)
			worst = is;
	}
	return worst;
}

/*
 * Takes [from, to) as the text of a block of one line; false where it is not
 * that simple.
 */
static bool
take_text(struct scanner *sc, size_t from, size_t to)
{
	static const enum exception_kind kinds[] = {
	    [LINE_TEXT_ODD] = EXCEPTION_TEXT,
	    [LINE_TEXT_MARKUP] = EXCEPTION_MARKUP};
	enum line_text text;

	if (line_text_starts_block(sc->s + from, to - from))
		return false;
	text = weigh_all(sc, from, to);
	if (text >= LINE_TEXT_OTHER ||
	    line_text_says_little(sc->s + from, to - from))
		return false;
	if (text != LINE_TEXT_ASCII)
		add_odd(sc, from, to, kinds[text]);
	if (sc->section->kind == OUTLINE_EMPTY)
		sc->section->kind = OUTLINE_PLAIN;
	sc->section->dated += line_text_may_be_dated(sc->s + from, to - from);
	return true;
}

/* Bullets. */

/*
 * Closes the items that a line at this column is not part of; false where
 * what is left of its indentation makes code of it, or more of a paragraph.
 */
static bool
open_item(struct scanner *sc, int column)
{
	int rest = column;

	while (sc->nopen > 0 && column < sc->open[sc->nopen - 1])
		sc->nopen--;
	if (sc->nopen > 0)
		rest -= sc->open[sc->nopen - 1];
	if (rest > 3 || sc->nopen == OPEN_MOST)
		return false;
	sc->open[sc->nopen++] = column + 2;
	return true;
}

static void
take_bullet(struct scanner *sc, size_t bullet, int column, size_t to)
{
	if (sc->section->level > 0 && sc->section->kind != OUTLINE_OTHER &&
	    open_item(sc, column) && take_text(sc, bullet + 2, to))
		sc->before = BEFORE_BULLET;
	else
		give_up(sc);
}

/* Lines of text. */

/* Takes the line [from, to) for the URL that it is. */
static bool
take_url(struct scanner *sc, size_t from, size_t to)
{
	size_t len;
	const char *url = line_text_url(sc->s + from, to - from, &len);

	if (!url || sc->section->url != 0)
		return false;
	sc->section->url = (uint32_t)(url - sc->s);
	sc->section->url_end = sc->section->url + (uint32_t)len;
	return true;
}

/* A line that is no heading, bullet or fence. */
static void
take_line(struct scanner *sc, size_t from, size_t to)
{
	const char *s = sc->s + from;
	size_t len = to - from;
	bool single = sc->before == BEFORE_BLANK && from == sc->line;
	bool may_wait = single && sc->section->level > 0 &&
	    sc->section->kind != OUTLINE_OTHER;

	sc->nopen = 0;
	if (may_wait && take_url(sc, from, to))
		add_odd(sc, sc->line, to, EXCEPTION_HIDDEN);
	else if (!may_wait || !take_text(sc, from, to))
		give_up(sc);
	/* It may be underlined. */
	if (single && !line_text_starts_block(s, len))
		sc->before = BEFORE_TEXT;
}

/* Headings. */

static void
set_text(struct scanner *sc, size_t from, size_t to)
{
	struct section *section = sc->section;
	enum line_text text = weigh_all(sc, from, to);

	section->text = (uint32_t)from;
	section->text_end = (uint32_t)to;
	section->words = text == LINE_TEXT_ASCII ? OUTLINE_AS_WRITTEN
	    : text == LINE_TEXT_ODD              ? OUTLINE_SQUEEZED
						 : OUTLINE_MARKUP;
	if (section->words == OUTLINE_MARKUP)
		look_for_notation(sc);
}

/* Begins a section with the line, whose words are [from, to). */
static void
begin_section(
    struct scanner *sc, uint8_t level, size_t from, size_t to, size_t end)
{
	add_odd(sc, sc->line, end, EXCEPTION_HEADING);
	add_section(sc, level);
	sc->section->start = (uint32_t)sc->line;
	sc->section->row = sc->row;
	sc->section->body = (uint32_t)(end < sc->len ? end + 1 : end);
	sc->section->body_row = sc->row + 1;
	set_text(sc, from, to);
}

static void
take_heading(struct scanner *sc, uint8_t level, size_t end)
{
	size_t from = sc->line + level, to = end;

	line_text_heading_words(sc->s, &from, &to);
	begin_section(sc, level, from, to, end);
}

/* Takes a line of `<details>` in its usual form. */
static bool
take_details(struct scanner *sc, size_t end)
{
	size_t from = sc->line, to = end;
	bool may = sc->section->level > 0 && sc->before <= BEFORE_SUMMARY;
	enum details is = may ? details_at(sc->s, sc->len, &from, &to)
			      : DETAILS_NONE;

	if (is == DETAILS_SUMMARY) {
		begin_section(sc, READER_BELOW, from, to, end);
	} else if (is == DETAILS_TAG) {
		if (sc->section->kind != OUTLINE_OTHER)
			add_odd(sc, from, end, EXCEPTION_HIDDEN);
		sc->nopen = 0;
		sc->before = BEFORE_SUMMARY;
	}
	return is != DETAILS_NONE;
}

/* The line before was a heading's: it is parsed, and nothing is guessed. */
static void
take_underline(struct scanner *sc, uint8_t level, size_t end)
{
	size_t to = sc->line - 1, from = to;
	struct section *above = sc->section;
	bool alone = above->kind == OUTLINE_PLAIN;

	while (from > 0 && sc->s[from - 1] != '\n')
		from--;
	/* The line is taken back from the section above. */
	if (sc->outline->nexceptions > sc->first_odd &&
	    sc->outline->exception[sc->outline->nexceptions - 1].row + 1 ==
		sc->row)
		sc->outline->nexceptions--;
	if (above->url >= from)
		above->url = above->url_end = 0;
	/* What else it has is not known any more: rather parse too much. */
	if (alone)
		give_up(sc);
	add_odd(sc, from, end, EXCEPTION_HEADING);
	sc->outline->exception[sc->outline->nexceptions - 1].row--;
	add_section(sc, level);
	sc->section->start = sc->section->text = (uint32_t)from;
	sc->section->text_end = (uint32_t)to;
	sc->section->words = OUTLINE_MARKUP;
	sc->section->row = sc->row - 1;
	sc->section->body = (uint32_t)(end < sc->len ? end + 1 : end);
	sc->section->body_row = sc->row + 1;
}

/* Blocks that hide headings. */

/* Whether a code block begins with the line; if so, it is noted. */
static bool
open_fence(struct scanner *sc, size_t from, size_t to)
{
	if (!hiding_open_fence(&sc->hiding, sc->s + from, to - from))
		return false;
	/* Indented, it may be part of an item, and end with that. */
	if (from != sc->line &&
	    (sc->nopen > 0 || sc->section->kind == OUTLINE_OTHER))
		sc->outline->sure = false;
	return true;
}

/*
 * A line within an HTML block, if that is one: what may be only the beginning
 * of a tag was taken for it.  So what looks like a heading or definition there
 * is doubtful, and what may hide headings after it.
 */
static void
take_html(struct scanner *sc, size_t from, size_t to)
{
	look_for_notation(sc);
	if (line_text_heading(sc->s + from, to - from) > 0 ||
	    (from < to && line_text_underline(sc->s + from, to - from) > 0) ||
	    hiding_may_open(&sc->hiding, sc->s + from, to - from) ||
	    memmem(sc->s + from, to - from, "]:", 2))
		sc->outline->sure = false;
	if (hiding_html_ends(&sc->hiding, sc->s + from, to - from))
		sc->hiding.html = NULL;
}

/* Lines. */

/* Whether the line has nothing that text_clean() would change. */
static bool
is_clean_line(const struct scanner *sc, size_t end)
{
	bool doubtful = sc->many;

	for (size_t k = 0; k < sc->nhot && !doubtful; k++) {
		unsigned char c = (unsigned char)sc->s[sc->structural[k]];

		doubtful = (c < 0x20 && c != '\t') || c >= 0x7F;
	}
	return !doubtful || text_is_clean(sc->s + sc->line, end - sc->line);
}

/* Keeps the line if it may be a definition; returns whether it surely is. */
static bool
take_definition(struct scanner *sc, size_t from, int column, size_t to)
{
	struct outline *outline = sc->outline;
	const char *s = sc->s;
	bool bracket = sc->many, begins, item, doubt;
	size_t at = from;
	enum references_line is;

	for (size_t k = 0; k < sc->nhot && !bracket; k++)
		bracket = s[sc->structural[k]] == '[';
	while (
	    bracket && at < to && text_ascii_any(s[at], " \t>*+-.)0123456789"))
		at++;
	if (!bracket || at == to || s[at] != '[' ||
	    (is = references_look(s, sc->len, at, to)) == REFERENCES_NONE)
		return false;
	begins = at == sc->line &&
	    (sc->before == BEFORE_BLANK || sc->before == BEFORE_DEFINITION);
	item = column <= 1 && at == from + 2 &&
	    line_text_bullet(s + from, to - from);
	doubt = is == REFERENCES_DOUBT || (!begins && !item);
	/* Behind a bullet nothing can be underlined. */
	outline->sure = outline->sure &&
	    (!doubt || line_text_bullet(s + from, to - from));
	to = doubt ? references_label_end(sc->len, at) : to;
	outline->definition = mem_grow(outline->definition,
	    &outline->definitions_cap, outline->ndefinitions + 1,
	    sizeof(*outline->definition));
	outline->definition[outline->ndefinitions++] = (struct definition){
	    (uint32_t)at, (uint32_t)to, item || doubt, doubt};
	return !doubt;
}

/* A line of the outermost level that is not blank. */
static void
take_block(struct scanner *sc, size_t from, int column, size_t to, size_t end)
{
	const char *s = sc->s;
	uint8_t level;

	if (line_text_bullet(s + from, to - from)) {
		take_bullet(sc, from, column, to);
		return;
	}
	level = column == 0 ? line_text_heading(s + from, to - from) : 0;
	if (level > 0) {
		take_heading(sc, level, end);
		return;
	}
	level = line_text_underline(s + from, to - from);
	if (level > 0 && column == 0 && sc->before == BEFORE_TEXT) {
		take_underline(sc, level, end);
		return;
	}
	if (take_details(sc, end))
		return;
	if (column <= 3 &&
	    (open_fence(sc, from, to) ||
		hiding_open_html(&sc->hiding, sc->s + from, to - from)))
		give_up(sc);
	else
		take_line(sc, from, to);
}

/*
 * Most lines are blank, or bullets of the outermost list without anything that
 * deserves a look but the bullet: these are taken here, at once.
 */
static bool
take_simple(struct scanner *sc, size_t end)
{
	const char *s = sc->s + sc->line;
	size_t len = end - sc->line;
	int column;

	if (sc->hiding.fence || sc->hiding.html)
		return false;
	if (len == 0) {
		sc->before = BEFORE_BLANK;
		return true;
	}
	column = *s == ' '; /* often before the first one */
	s += column;
	if (len < 3 + (size_t)column || (*s != '*' && *s != '-') ||
	    s[1] != ' ' || sc->nhot > 0 || !text_ascii_letter(s[2]) ||
	    (s[2] == 'E' &&
		line_text_says_little(s + 2, len - 2 - (size_t)column)) ||
	    sc->section->level == 0 || sc->section->kind == OUTLINE_OTHER)
		return false;
	sc->open[0] = column + 2;
	sc->nopen = 1;
	sc->section->kind = OUTLINE_PLAIN;
	sc->before = BEFORE_BULLET;
	return true;
}

static void
take(struct scanner *sc, size_t end)
{
	size_t from = sc->line, to = end;
	int column = line_text_column(sc->s, &from, to);
	bool defined;

	while (to > from && text_ascii_blank(sc->s[to - 1]))
		to--;
	if (sc->nhot > 0 && !is_clean_line(sc, end))
		sc->outline->clean = false;
	if (sc->hiding.fence) {
		if (hiding_fence_ends(
			&sc->hiding, sc->s + from, to - from, column))
			sc->hiding.fence = '\0';
		return;
	}
	if (sc->hiding.html) {
		take_html(sc, from, to);
		return;
	}
	if (from == to) {
		sc->before = BEFORE_BLANK;
		return;
	}
	defined = take_definition(sc, from, column, to);
	take_block(sc, from, column, to, end);
	if (defined)
		sc->before = BEFORE_DEFINITION;
}

static void
next_line(struct scanner *sc, size_t end)
{
	if (!take_simple(sc, end))
		take(sc, end);
	sc->line = end + 1;
	sc->row++;
	sc->nhot = 0;
	sc->many = false;
}

static bool
is_beyond_ascii(char c)
{
	return (unsigned char)c >= 0x80;
}

/*
 * Keeps a place of the line, unless an asterisk before a blank stands there:
 * that is a bullet, or itself.  It can begin no emphasis, and what is none
 * cannot end.  Nor does one more byte beyond ASCII tell more than the one
 * before it: most lines in other scripts have but one place.
 */
static void
add_hot(struct scanner *sc, size_t i)
{
	if (sc->s[i] == '*' && i + 1 < sc->len && sc->s[i + 1] == ' ')
		return;
	if (is_beyond_ascii(sc->s[i]) && sc->nhot > 0 &&
	    is_beyond_ascii(sc->s[sc->structural[sc->nhot - 1]]))
		return;
	if (sc->nhot < HOT_MOST)
		sc->structural[sc->nhot++] = i;
	else
		sc->many = true;
}

/* Takes the `n` bytes at these places, in order. */
static void
take_places(struct scanner *sc, const uint32_t *places, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		if (sc->s[places[k]] == '\n')
			next_line(sc, places[k]);
		else
			add_hot(sc, places[k]);
	}
}

static void
end_sections(struct outline *outline, size_t len)
{
	for (size_t i = 0; i < outline->n; i++) {
		struct section *section = &outline->section[i];

		section->end = i + 1 < outline->n
		    ? outline->section[i + 1].start
		    : (uint32_t)len;
		/* A URL alone is soon parsed. */
		if (section->kind == OUTLINE_EMPTY && section->url > 0)
			section->kind = OUTLINE_OTHER;
	}
}

void
outline_document(struct outline *outline, const char *s, size_t len,
    size_t from, uint32_t row, enum structural_version version,
    bool until_noted, struct progress *progress)
{
	struct scanner sc = {
	    .outline = outline, .s = s, .len = len, .line = from, .row = row};
	uint32_t places[STRUCTURAL_ROOM];
	struct structural structural;

	structural_prepare(&structural, version);
	*outline = (struct outline){.clean = true, .sure = true};
	add_section(&sc, 0);
	sc.section->start = sc.section->body = (uint32_t)from;
	sc.section->row = sc.section->body_row = row;
	/* Where it is not sure it still has to say whether all is clean. */
	for (size_t i = from; i < len && outline->clean;
	     i += STRUCTURAL_BATCH) {
		if ((until_noted && outline->noted) ||
		    (i % TELL == 0 && !progress_tell(progress, i, 10 * len)))
			break;
		take_places(&sc, places,
		    structural_find(&structural, s, len, i, places));
	}
	if (sc.line < len && outline->clean)
		take(&sc, len);
	outline->rows = sc.row - row;
	outline->open = sc.hiding.fence || sc.hiding.html;
	end_sections(outline, len);
}

void
outline_free(struct outline *outline)
{
	free(outline->section);
	free(outline->exception);
	free(outline->sample);
	free(outline->definition);
	references_free(outline->references);
	memset(outline, 0, sizeof(*outline));
}
