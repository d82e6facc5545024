#include "source/markdown/rest.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/ornament.h"
#include "source/markdown/signs.h"
#include "source/markdown/worded.h"

/* Whether a piece of a line is a word that only leads to the names. */
static bool
is_by(const struct line *piece)
{
	char word[12] = " ";
	size_t n = 1;

	for (uint32_t i = 0; i < piece->len; i++) {
		if (strchr(" \"',.:;-*(", piece->text[i]))
			continue;
		if (n + 2 > sizeof(word))
			return false;
		word[n++] = piece->text[i];
	}
	word[n] = ' ';
	return names_by(word + 1, n) > 0 || strcmp(word, " from ") == 0 ||
	    worded_only(word, n + 1);
}

/* Whether two of these are a flag: it tells a language. */
static bool
is_flag_half(uint32_t code)
{
	return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/* The bytes of a quote at `s`. */
static uint32_t
quote_length(const char *s)
{
	if (*s == '"')
		return 1;
	return memcmp(s, "\xe2\x80", 2) == 0 &&
		(s[2] == '\x9c' || s[2] == '\x9d')
	    ? 3
	    : 0;
}

/* Leaves out the quotes that were around a title beside a piece. */
static void
leave_quotes(const char *s, uint32_t *from, uint32_t *to)
{
	uint32_t n = quote_length(s + *from);

	if (n > 0 && s[*from + n] == ' ')
		*from += n + 1;
	for (n = 1; n <= 3 && *to > *from + n + 1; n += 2) {
		if (quote_length(s + *to - n) == n && s[*to - n - 1] == ' ')
			*to -= n + 1;
	}
}

/* Adds a piece of the line to what is in neither title nor names. */
static void
add_piece(
    struct richtext *rest, const struct line *line, uint32_t from, uint32_t to)
{
	uint32_t words = from;
	struct line piece;
	bool any = false;

	while (words < to && !any) {
		uint32_t code;

		words += (uint32_t)text_decode(
		    line->text + words, to - words, &code);
		any = text_is_word(code) || is_flag_half(code);
	}
	if (!any)
		return;
	leave_quotes(line->text, &from, &to);
	while ((strchr(" ,;:", line->text[from]) &&
		   ornament_emoji(line, from) == 0) ||
	    (line->text[from] == '.' && line->text[from + 1] == ' '))
		from++;
	/* A bar says nothing where no other one follows. */
	if (line->text[from] == '|' &&
	    !memchr(line->text + from + 1, '|', to - from - 1))
		from += 1 + (line->text[from + 1] == ' ');
	while (strchr(" ,;", line->text[to - 1]))
		to--;
	/* The bracket around names closes behind these. */
	from += line->text[from] == '(' &&
	    !memchr(line->text + from, ')', to - from);
	piece = richtext_cut(rest->arena, line, from, to);
	if (is_by(&piece))
		return;
	if (rest->len > 0)
		richtext_add(rest, " ", 1, 0, NULL);
	richtext_add_line(rest, &piece);
}

/* Where names begin, with the bracket that they stand in, and its "by". */
static uint32_t
with_bracket(const struct line *line, const struct cut *cut)
{
	const char *s = line->text;
	uint32_t open = cut->names;

	while (open > 0 && s[open - 1] != '(' && s[open - 1] != ')')
		open--;
	if (open == 0 || s[open - 1] != '(')
		return cut->names;
	/* "(together with" says more than that. */
	return open == cut->names ||
		(open + worded_before(s + open, cut->names_end - open) ==
			cut->names &&
		    !memchr(s + open, ' ', cut->names - open - 1))
	    ? open - 1
	    : cut->names;
}

/* Where names end, with the bracket that closes behind them. */
static uint32_t
past_bracket(const struct line *line, uint32_t open, uint32_t end)
{
	const char *s = line->text;

	return s[open] == '(' && end < line->len && s[end] == ')' ? end + 1
								  : end;
}

/* The same past a dash, too, behind which the line goes on. */
static uint32_t
past_dash(const struct line *line, uint32_t end)
{
	return end + (uint32_t)sign_dash(line->text + end, line->len - end);
}

/* The rest without signs at its end, which part it from what is not there. */
static struct line
end_rest(struct richtext *rest)
{
	struct line line = richtext_end(rest);
	uint32_t to = line.len;

	for (uint32_t end = to + 1; to < end;) {
		end = to;
		if (ornament_start(line.text, 0, to) < to)
			break;
		to = anatomy_trim(line.text, 0, to);
		while (to > 0 && strchr(" |@", line.text[to - 1]))
			to--;
		if (to > 3 && memcmp(line.text + to - 3, " \xc2\xbb", 3) == 0)
			to -= 3;
	}
	return to < line.len ? richtext_cut(rest->arena, &line, 0, to) : line;
}

struct line
rest_of_fields(const struct reader *r)
{
	const struct line *line = r->anatomy.line;
	uint32_t end = r->fields.to[r->fields.n - 1];
	struct richtext rest;

	richtext_begin(&rest, r->arena);
	add_piece(&rest, line, r->facts.told, r->fields.from[0]);
	for (size_t k = 0; k < r->fields.n; k++) {
		uint32_t from = r->fields.from[k];

		if (from == r->cut.title)
			from = r->cut.title_end;
		if ((r->kept & 1U << k) ||
		    (from == r->cut.names && r->cut.names_end > 0 &&
			r->people.whole))
			continue;
		add_piece(&rest, line, from, r->fields.to[k]);
	}
	add_piece(&rest, line, end, line->len);
	return end_rest(&rest);
}

struct line
rest_of(const struct reader *r)
{
	const struct line *line = r->anatomy.line;
	const struct cut *cut = &r->cut;
	struct richtext rest;
	bool before = cut->names < cut->title, kept = r->people.whole;
	uint32_t from = r->facts.told;

	richtext_begin(&rest, r->arena);
	if (cut->names_end == 0) {
		add_piece(&rest, line, from, cut->title);
		add_piece(&rest, line, cut->title_end, line->len);
	} else if (before) {
		add_piece(
		    &rest, line, from, kept ? cut->names : cut->names_end);
		add_piece(&rest, line, cut->names_end, cut->title);
		add_piece(&rest, line, cut->title_end, line->len);
	} else {
		uint32_t open = with_bracket(line, cut);

		add_piece(&rest, line, from, cut->title);
		add_piece(&rest, line, cut->title_end, open);
		if (kept)
			open = past_dash(
			    line, past_bracket(line, open, cut->names_end));
		add_piece(&rest, line, open, line->len);
	}
	return end_rest(&rest);
}
