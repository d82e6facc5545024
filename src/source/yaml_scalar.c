#include "source/yaml_scalar.h"

#include <string.h>

#include "lectern/base/text.h"

void
yaml_scalar_fault(struct yaml_scalar *y, const char *why)
{
	if (y->fault)
		return;
	y->fault = why;
	y->fault_line = y->line;
}

bool
yaml_scalar_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool
yaml_scalar_at_line_end(const struct yaml_scalar *y)
{
	return y->at == y->end || *y->at == '\n';
}

/* Whether nothing of a word follows the byte at `s`. */
static bool
ends_word(const struct yaml_scalar *y, const char *s)
{
	return s + 1 >= y->end || yaml_scalar_blank(s[1]) || s[1] == '\n';
}

bool
yaml_scalar_indicator(const struct yaml_scalar *y, char c)
{
	return y->at < y->end && *y->at == c && ends_word(y, y->at);
}

bool
yaml_scalar_at_marker(const struct yaml_scalar *y)
{
	return y->at == y->start && y->end - y->at >= 3 &&
	    (memcmp(y->at, "---", 3) == 0 || memcmp(y->at, "...", 3) == 0) &&
	    ends_word(y, y->at + 2);
}

void
yaml_scalar_next_line(struct yaml_scalar *y)
{
	y->at++;
	y->line++;
	y->start = y->at;
}

static void
skip_blanks(struct yaml_scalar *y)
{
	while (y->at < y->end && yaml_scalar_blank(*y->at))
		y->at++;
}

/* Whether a comment begins at `s`, in the line at hand. */
static bool
is_comment(const struct yaml_scalar *y, const char *s)
{
	return *s == '#' && (s == y->start || yaml_scalar_blank(s[-1]));
}

bool
yaml_scalar_rest_is_empty(struct yaml_scalar *y)
{
	skip_blanks(y);
	return yaml_scalar_at_line_end(y) || is_comment(y, y->at);
}

long
yaml_scalar_skip(struct yaml_scalar *y)
{
	while (yaml_scalar_rest_is_empty(y)) {
		const char *end = memchr(y->at, '\n', (size_t)(y->end - y->at));

		y->at = end ? end : y->end;
		if (!end)
			return -1;
		yaml_scalar_next_line(y);
	}
	return yaml_scalar_at_marker(y) ? -1 : y->at - y->start;
}

/* Takes blanks off the end of the text, down to `least` bytes. */
static void
trim(struct yaml_scalar *y, size_t least)
{
	while (y->text.len > least &&
	    yaml_scalar_blank(y->text.s[y->text.len - 1]))
		y->text.len--;
}

/* What `lines` line ends in a folded text stand for. */
static void
put_line_ends(struct yaml_scalar *y, size_t lines)
{
	if (lines == 1)
		buffer_puts(&y->text, " ");
	while (lines-- > 1)
		buffer_puts(&y->text, "\n");
}

/* Goes to the next line that is not empty; returns how many line ends. */
static size_t
skip_line_ends(struct yaml_scalar *y)
{
	size_t n = 0;

	while (y->at < y->end && *y->at == '\n') {
		yaml_scalar_next_line(y);
		skip_blanks(y);
		n++;
	}
	return n;
}

/* Whether a plain scalar ends at `s`. */
static bool
ends_plain(const struct yaml_scalar *y, const char *s, bool flow)
{
	if (*s == '\n' || is_comment(y, s))
		return true;
	return flow &&
	    (text_ascii_any(*s, ",[]{}") ||
		(*s == ':' &&
		    (ends_word(y, s) || text_ascii_any(s[1], ",[]{}"))));
}

void
yaml_scalar_plain(struct yaml_scalar *y, long parent, bool flow)
{
	y->text.len = 0;
	for (;;) {
		struct yaml_scalar last;
		const char *from = y->at;
		size_t lines;

		while (y->at < y->end && !ends_plain(y, y->at, flow))
			y->at++;
		buffer_put(&y->text, from, (size_t)(y->at - from));
		trim(y, 0);
		if (y->at == y->end || *y->at != '\n')
			return;
		last = *y;
		lines = skip_line_ends(y);
		if (y->at == y->end || is_comment(y, y->at) ||
		    y->at - y->start <= parent || yaml_scalar_at_marker(y) ||
		    ends_plain(y, y->at, flow)) {
			*y = last;
			return;
		}
		put_line_ends(y, lines);
	}
}

/* Puts the character of so many hexadecimal digits. */
static void
put_code(struct yaml_scalar *y, size_t digits)
{
	uint32_t code = 0;

	for (size_t i = 0; i < digits; i++) {
		int digit = y->at < y->end ? text_ascii_hex(*y->at) : -1;

		if (digit < 0) {
			yaml_scalar_fault(y, "an escape is not right");
			return;
		}
		code = code << 4 | (uint32_t)digit;
		y->at++;
	}
	if (code > 0) {
		char bytes[TEXT_CODE_BYTES];

		buffer_put(&y->text, bytes, text_encode(code, bytes));
	}
}

/* Takes what follows a backslash between double quotes. */
static void
put_escape(struct yaml_scalar *y)
{
	static const char named[] = "abtnvfre0_N";
	static const char means[] = "\a\b\t\n\v\f\r  \n";
	char c = *y->at++;
	const char *name = c ? strchr(named, c) : NULL;

	if (c == 'x')
		put_code(y, 2);
	else if (c == 'u')
		put_code(y, 4);
	else if (c == 'U')
		put_code(y, 8);
	else if (name)
		buffer_put(&y->text, &means[name - named], 1);
	else
		buffer_put(&y->text, &c, 1);
}

/* Takes the byte at hand of a quoted scalar; returns the bytes kept of blanks. */
static size_t
take_quoted(struct yaml_scalar *y, char quote, size_t kept)
{
	if (*y->at == '\n') {
		trim(y, kept);
		put_line_ends(y, skip_line_ends(y));
		return kept;
	}
	if (quote == '"' && *y->at == '\\' && y->at + 1 < y->end) {
		y->at++;
		if (*y->at == '\n') {
			yaml_scalar_next_line(y);
			skip_blanks(y);
		} else {
			put_escape(y);
		}
		return y->text.len;
	}
	buffer_put(&y->text, y->at, 1);
	y->at += *y->at == quote ? 2 : 1;
	return kept;
}

void
yaml_scalar_quoted(struct yaml_scalar *y)
{
	char quote = *y->at++;
	size_t kept = 0;

	y->text.len = 0;
	while (y->at < y->end) {
		bool twice = quote == '\'' && y->end - y->at >= 2 &&
		    *y->at == quote && y->at[1] == quote;

		if (*y->at == quote && !twice) {
			y->at++;
			return;
		}
		kept = take_quoted(y, quote, kept);
	}
	yaml_scalar_fault(y, "a quote is not closed");
}

/* The column in which a block scalar stands: that of its first line. */
static long
block_column(const struct yaml_scalar *y, long parent, long said)
{
	const char *s = y->at, *start = s;

	if (said > 0)
		return (parent < 0 ? 0 : parent) + said;
	for (; s < y->end && (*s == ' ' || *s == '\n'); s++) {
		if (*s == '\n')
			start = s + 1;
	}
	return s - start;
}

/* Whether the line at hand belongs to a block scalar in this column. */
static bool
is_in_block(const struct yaml_scalar *y, long column)
{
	const char *s = y->at;

	while (s < y->end && *s == ' ' && s - y->at < column)
		s++;
	return s - y->at == column || (s < y->end && *s == '\n');
}

void
yaml_scalar_block(struct yaml_scalar *y, long parent)
{
	bool folded = *y->at++ == '>', deep = false;
	long column, said = 0;
	size_t lines = 0;

	y->text.len = 0;
	for (; !yaml_scalar_at_line_end(y); y->at++) {
		if (*y->at >= '1' && *y->at <= '9' && said == 0)
			said = *y->at - '0';
	}
	if (y->at < y->end)
		yaml_scalar_next_line(y);
	column = block_column(y, parent, said);
	while (column > parent && y->at < y->end && !yaml_scalar_at_marker(y) &&
	    is_in_block(y, column)) {
		const char *end = memchr(y->at, '\n', (size_t)(y->end - y->at));
		const char *stop = end ? end : y->end;

		y->at = stop - y->at < column ? stop : y->at + column;
		if (y->at < stop) {
			bool keep = !folded || deep ||
			    yaml_scalar_blank(*y->at);

			/* Only lines of running text are folded. */
			for (size_t i = 0; keep && i < lines; i++)
				buffer_puts(&y->text, "\n");
			if (!keep)
				put_line_ends(y, lines);
			lines = 0;
			deep = yaml_scalar_blank(*y->at);
			buffer_put(&y->text, y->at, (size_t)(stop - y->at));
		}
		lines++;
		y->at = stop;
		if (end)
			yaml_scalar_next_line(y);
	}
}
