#include "source/rows.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

/* Returns where the quote at `at` is closed, or the length of the text. */
static size_t
find_close(const struct rows *rows, size_t at)
{
	const char *s = rows->s, *quote;

	for (at++; (quote = strchr(s + at, '"')); at += 2) {
		at = (size_t)(quote - s);
		if (s[at + 1] != '"')
			return at;
	}
	return rows->len;
}

/* Unquotes a text in place, from the quote at `*at` on; returns its new end. */
static char *
take_quoted(struct rows *rows, size_t *at, size_t close)
{
	char *s = rows->s, *end = s + *at;

	for (size_t i = *at + 1; i < close; i++) {
		rows->line += s[i] == '\n';
		i += s[i] == '"';
		*end++ = s[i];
	}
	*at = close + 1;
	return end;
}

/* Adds a cell of `len` bytes that begins in this line. */
static void
add_cell(struct rows *rows, char *cell, size_t len, uint32_t line)
{
	if (len > TEXT_MOST)
		rows->fault = N_("a cell too long to be read whole");
	cell[text_bound(cell, len, TEXT_MOST)] = '\0';
	if (rows->n == ROWS_CELLS) {
		rows->fault = N_("more cells than are read");
		return;
	}
	rows->cell = mem_grow(
	    rows->cell, &rows->cap, rows->n + 1, sizeof(*rows->cell));
	rows->cell_line = mem_grow(rows->cell_line, &rows->lines_cap,
	    rows->n + 1, sizeof(*rows->cell_line));
	rows->cell_line[rows->n] = line;
	rows->cell[rows->n++] = cell;
}

/* Reads a cell; false if it is the last of its row. */
static bool
read_cell(struct rows *rows)
{
	char *s = rows->s, *start, *end;
	size_t at = rows->at, close;
	const uint32_t line = rows->line;
	bool quoted, more;

	/* Drops blanks before a quote. */
	at += strspn(s + at, " ");
	close = s[at] == '"' ? find_close(rows, at) : rows->len;
	quoted = close < rows->len;
	if (s[at] == '"' && !quoted)
		rows->fault = N_("a quote without its end");
	start = end = s + at;
	if (quoted)
		end = take_quoted(rows, &at, close);
	for (; s[at] && s[at] != '\n' && s[at] != rows->separator; at++) {
		if (quoted && s[at] != ' ')
			rows->fault = N_("text after a quote's end");
		*end++ = s[at];
	}
	more = s[at] && s[at] != '\n';
	rows->line += s[at] == '\n';
	rows->at = at + (at < rows->len);
	add_cell(rows, start, (size_t)(end - start), line);
	return more;
}

/* Reads a row; false at the end. */
static bool
read_row(struct rows *rows)
{
	rows->n = 0;
	rows->row = rows->line;
	rows->fault = NULL;
	if (rows->at >= rows->len)
		return false;
	while (read_cell(rows))
		;
	return true;
}

bool
rows_is_blank(const char *s)
{
	return s[strspn(s, " \t\n")] == '\0';
}

static bool
is_blank_row(const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		if (!rows_is_blank(rows->cell[i]))
			return false;
	}
	return true;
}

bool
rows_next(struct rows *rows)
{
	while (read_row(rows)) {
		if (!is_blank_row(rows))
			return true;
	}
	return false;
}

void
rows_begin(struct rows *rows, char *s, size_t len, char separator)
{
	*rows = (struct rows){
	    .s = s, .len = len, .line = 1, .separator = separator};
}

void
rows_free(struct rows *rows)
{
	free(rows->cell);
	free(rows->cell_line);
	memset(rows, 0, sizeof(*rows));
}

const char *
rows_words(struct arena *arena, const char *cell)
{
	char *words = arena_dup(arena, cell, strlen(cell)), *to = words;

	for (const char *s = cell; *s && strncmp(s, "<br", 3) != 0; s++) {
		if (*s == '<' && strchr(s, '>'))
			s = strchr(s, '>');
		else
			*to++ = *s;
	}
	return text_squeeze(arena, words, (size_t)(to - words));
}
