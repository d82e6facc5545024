#include "source/markdown/unseen_words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "source/corrections.h"
#include "source/markdown/emoji.h"
#include "source/markdown/hiding.h"
#include "source/markdown/html.h"
#include "source/markdown/line_text.h"
#include "source/markdown/shown_words.h"
#include "source/markdown/unseen_line.h"
#include "source/markdown/unseen_list.h"
#include "source/markdown/unseen_part.h"
#include "source/markdown/unseen_tag.h"

/*
 * The text is read as it is written, with a little knowledge of what Markdown and
 * HTML do not show.  What is left are words, and each of them is looked for among
 * those of the nodes.
 */

static const char code_name[] = N_("what is said of code");
static const char definition[] = N_("address that nothing refers to");
static const char pointed[] = N_("titles of links and pictures");
static const char script[] = N_("script or style");
static const char tag_name[] = N_("unknown tag");

struct words {
	struct unseen_list *unseen;
	struct shown_words *shown;
	struct arena *arena;   /* of labels */
	struct arena *scratch; /* of a line */
	struct strmap labels;  /* that are referred to */
	struct strmap defined; /* labels so far */
	const char *s;
	size_t len;
	uint32_t row;
	const char *what; /* what they are in data; NULL: it is Markdown */
	const char *kind; /* what words of this line are that are not shown */
	struct hiding hiding;
	size_t code_end;       /* of the code within a line that we are in */
	enum unseen_line open; /* what goes on after this line */
	bool above;    /* the line above is one to which this one may belong */
	uint8_t *been; /* see html_tag() */
	bool quiet;    /* words that are lost are not told yet, but kept in */
	bool lost;
};

/* Words. */

static void
end_run(struct words *w)
{
	if (!shown_words_end(w->shown))
		return;
	w->lost = true;
	if (!w->quiet)
		unseen_list_add(
		    w->unseen, w->row, 1, w->what ? w->what : w->kind);
}

/* The bytes of the word that begins at `i`, 0: none does. */
static size_t
word_length(const struct words *w, size_t i)
{
	size_t n = 0;

	while (i + n < w->len) {
		uint32_t code;
		size_t more = text_decode(w->s + i + n, w->len - i - n, &code);

		if (!text_is_word(code))
			break;
		n += more;
	}
	return n;
}

/* Reads [i, end) as words and nothing else; whether one is lost. */
static bool
read_plainly(struct words *w, size_t i, size_t end, bool quiet)
{
	bool was_quiet = w->quiet, lost;

	end_run(w);
	w->quiet = quiet;
	w->lost = false;
	while (i < end) {
		size_t n = word_length(w, i);

		if (i + n > end)
			n = end - i;
		if (n > 0) {
			shown_words_add(w->shown, w->s + i, n);
		} else {
			end_run(w);
			w->row += !quiet && w->s[i] == '\n';
			n = 1;
			while (i + n < end && (w->s[i + n] & 0xC0) == 0x80)
				n++;
		}
		i += n;
	}
	end_run(w);
	lost = w->lost;
	w->quiet = was_quiet;
	return lost;
}

static uint32_t
count_rows(const struct words *w, size_t i, size_t end)
{
	uint32_t n = 0;

	for (; i < end; i++)
		n += w->s[i] == '\n';
	return n;
}

/* Reads what is of one kind, and is told with all its lines. */
static void
read_aside(struct words *w, size_t i, size_t end, const char *kind)
{
	if (read_plainly(w, i, end, true))
		unseen_list_add(w->unseen, w->row, count_rows(w, i, end) + 1,
		    w->what ? w->what : kind);
}

/* Labels. */

static const char *
label_at(struct words *w, struct arena *arena, size_t i, size_t len)
{
	size_t n;
	const char *squeezed = text_squeeze(w->scratch, w->s + i + 1, len);

	return text_fold(arena, squeezed, strlen(squeezed), &n);
}

/* Whether only marks of items and quotations stand before `i` on its line. */
static bool
is_line_start(const struct words *w, size_t i)
{
	while (i > 0 && text_ascii_any(w->s[i - 1], " \t>*+-"))
		i--;
	return i == 0 || w->s[i - 1] == '\n';
}

static void
find_labels(struct words *w)
{
	const char *at = w->s, *end = w->s + w->len;

	for (; (at = memchr(at, '[', (size_t)(end - at))); at++) {
		size_t i = (size_t)(at - w->s),
		       n = unseen_part_label(w->s, w->len, i);

		if (n > 0 &&
		    !(i + n + 2 < w->len && w->s[i + n + 2] == ':' &&
			is_line_start(w, i)))
			strmap_put(&w->labels, label_at(w, w->arena, i, n), 0);
	}
	arena_clear(w->scratch);
}

/*
 * Reads a definition, whose line ends at `end`, up to its title; the bytes of
 * what was read.  0: it is none.
 */
static size_t
read_definition(struct words *w, size_t i, size_t end)
{
	size_t n = w->s[i] == '[' ? unseen_part_label(w->s, w->len, i) : 0,
	       address;
	const char *label;
	bool used;

	if (n == 0 || w->what || w->s[i + 1] == '^' || i + n + 3 >= end ||
	    w->s[i + n + 2] != ':')
		return 0;
	address = i + n + 3;
	while (address < end && text_ascii_blank(w->s[address]))
		address++;
	label = label_at(w, w->arena, i, n);
	used = strmap_get(&w->labels, label) && !strmap_get(&w->defined, label);
	if (!used && w->above)
		return 0;
	strmap_put(&w->defined, label, 0);
	if (unseen_part_is_remark(w->s, w->len, address)) {
		read_aside(w, i, end, unseen_comment);
		return end - i;
	}
	if (!used) {
		unseen_list_add(w->unseen, w->row, 1, definition);
		return end - i;
	}
	w->kind = pointed;
	address = unseen_part_unblank(w->s, w->len, address);
	return (address < end ? address : end) - i;
}

/* Links. */

/* Reads the `](address "title")` at `i`; its bytes, 0: there is none. */
static size_t
read_link_end(struct words *w, size_t i)
{
	size_t address = unseen_part_blanks(w->s, w->len, i + 2);
	size_t end = unseen_part_address(w->s, w->len, address),
	       title = unseen_part_blanks(w->s, w->len, end);
	size_t last = title > end ? unseen_part_title(w->s, w->len, title)
				  : title;
	size_t close = unseen_part_blanks(w->s, w->len, last);
	const char *kind = w->kind;

	if (close >= w->len || w->s[close] != ')')
		return 0;
	if (last > title) {
		w->row += count_rows(w, i, title);
		w->kind = pointed;
		read_plainly(w, title, last, false);
		w->kind = kind;
		w->row -= count_rows(w, i, last);
	}
	return close + 1 - i;
}

/* HTML. */

/* Reads what is shown of a tag's attributes. */
static void
read_attributes(struct words *w, size_t i, size_t len)
{
	struct unseen_value value;
	uint32_t row = w->row;
	size_t at = 0;

	while (unseen_tag_next(w->s + i, len, &at, &value)) {
		w->row = row + count_rows(w, i, i + value.from);
		read_plainly(w, i + value.from, i + value.to, false);
	}
	w->row = row;
}

/* Reads a script or style sheet, with its tags; its bytes. */
static size_t
read_script(struct words *w, size_t i, size_t len)
{
	const char *end = memmem(w->s + i + len, w->len - i - len, "</", 2);
	size_t n = end ? (size_t)(end - w->s) - i : w->len - i;

	read_aside(w, i + len, i + n, script);
	return n;
}

/* Whether what begins with `<` is an address. */
static bool
is_address(const struct words *w, size_t i, size_t len)
{
	return memchr(w->s + i, ':', len) && !memchr(w->s + i, ' ', len) &&
	    !memchr(w->s + i, '=', len);
}

/* Reads the tag or comment at `i`; its bytes, 0: there is none. */
static size_t
read_tag(struct words *w, size_t i)
{
	struct html_tag tag = html_tag(
	    w->scratch, w->s + i, w->len - i, w->been + i);
	size_t name = i + 1 + tag.closing;
	bool known = unseen_tag_is_known(tag.name);
	const char *kind = w->kind;

	if (tag.len == 0)
		return 0;
	if (w->len - i >= 4 && memcmp(w->s + i, "<!--", 4) == 0) {
		if (corrections_comment(w->s + i, w->len - i) == 0)
			read_aside(w, i, i + tag.len, unseen_comment);
		return tag.len;
	}
	if (html_parts_words(&tag))
		end_run(w);
	if (is_address(w, i, tag.len))
		return tag.len;
	/* "<!DOCTYPE html>", "<?php ... ?>" */
	if (!tag.name[0]) {
		read_aside(w, i, i + tag.len, unseen_generator);
		return tag.len;
	}
	if (!tag.closing &&
	    (strcmp(tag.name, "script") == 0 || strcmp(tag.name, "style") == 0))
		return read_script(w, i, tag.len);
	w->kind = known ? pointed : tag_name;
	if (!known)
		read_plainly(w, name, name + strlen(tag.name), false);
	read_attributes(w, i, tag.len);
	w->kind = kind;
	return tag.len;
}

/* Reads the reference `&name;` at `i`; its bytes, 0: there is none. */
static size_t
read_reference(struct words *w, size_t i)
{
	char out[8];
	size_t n = html_reference(w->s + i, w->len - i, out), k = i + 1;

	if (n > 0) {
		uint32_t code;

		text_decode(out, strlen(out), &code);
		if (text_is_word(code))
			shown_words_add(w->shown, out, strlen(out));
		else
			end_run(w);
		return n;
	}
	while (k < w->len && (text_ascii_word(w->s[k]) || w->s[k] == '#'))
		k++;
	if (k == i + 1 || k == w->len || w->s[k] != ';')
		return 0;
	w->shown->doubt = true;
	return k + 1 - i;
}

/* Lines. */

/* Reads a line that is, begins or ends code; false: it does none of this. */
static bool
read_fence(struct words *w, size_t from, size_t i, size_t end)
{
	size_t n = end - i;
	bool open = w->hiding.fence != '\0';

	while (n > 0 && text_ascii_blank(w->s[i + n - 1]))
		n--;
	if (open) {
		if (n > 0 && hiding_fence_ends(&w->hiding, w->s + i, n, 0))
			w->hiding = (struct hiding){0};
		else
			read_plainly(w, from, end, false);
		return true;
	}
	if (n == 0 || !hiding_open_fence(&w->hiding, w->s + i, n))
		return false;
	w->kind = code_name;
	read_plainly(w, i, end, false);
	return true;
}

/* Begins the line at `i`; the bytes that were read of it. */
static size_t
begin_line(struct words *w, size_t i)
{
	const char *nl = memchr(w->s + i, '\n', w->len - i);
	size_t end = nl ? (size_t)(nl - w->s) : w->len;
	size_t start = i + unseen_line_marks(w->s + i, end - i), n;

	end_run(w);
	arena_clear(w->scratch);
	w->kind = unseen_line_kind(w->s + i, end - i, w->open);
	w->open = unseen_line_after(w->s + i, end - i, w->open);
	if (w->hiding.fence)
		start = i + line_text_span(w->s + i, end - i, " \t>");
	if (read_fence(w, i, start, end)) {
		w->above = false;
		return end - i;
	}
	n = read_definition(w, start, end);
	w->above = n == 0 && start < end && w->s[start] != '#';
	return start + n - i;
}

/* The whole. */

/* Reads the marks of code at `i`, which begin or end it. */
static size_t
read_tick(struct words *w, size_t i)
{
	if (i > 0 && i == w->code_end)
		return line_text_span(w->s + i, w->len - i, "`");
	w->code_end = unseen_part_code(w->s, w->len, i);
	return 1;
}

/* Reads the bracket at `i`: what follows it is not shown. */
static size_t
read_bracket(struct words *w, size_t i)
{
	size_t n = 0;

	if (i + 1 < w->len && w->s[i + 1] == '(')
		n = read_link_end(w, i);
	else if (i + 1 < w->len && w->s[i + 1] == '[')
		n = unseen_part_label(w->s, w->len, i + 1) + 2;
	return n > 2 ? n : 1;
}

/* Reads `[[page|words]]` up to the words, and `[^mark]`. */
static size_t
read_open_bracket(struct words *w, size_t i)
{
	size_t n;

	if (i + 1 < w->len && w->s[i + 1] == '^')
		return unseen_part_label(w->s, w->len, i) + 1;
	if (i + 1 == w->len || w->s[i + 1] != '[')
		return 1;
	for (n = 2; i + n < w->len && n < UNSEEN_PART_LABEL &&
	     !text_ascii_any(w->s[i + n], "|[]\n");)
		n++;
	return i + n < w->len && w->s[i + n] == '|' ? n : 2;
}

/* Reads a character that is of no word, unless it is not seen within one. */
static size_t
read_other(struct words *w, size_t i)
{
	uint32_t code;
	size_t n = text_decode(w->s + i, w->len - i, &code), len;
	const char *folded = text_fold(w->scratch, w->s + i, n, &len);

	/* Signs of trademarks are letters when they are folded. */
	if (len > 0 && text_word_byte(*folded))
		shown_words_add(w->shown, folded, len);
	else if (len > 0)
		end_run(w);
	return n;
}

/* Reads what has a meaning of its own; its bytes. */
static size_t
read_sign(struct words *w, size_t i)
{
	size_t n = 0;

	switch (w->s[i]) {
	case '*':
	case '_':
	case '~':
	case '=':
	case '\\':
		return 1;
	case '`':
		return read_tick(w, i);
	case '[':
		return read_open_bracket(w, i);
	case ']':
		return read_bracket(w, i);
	case '<':
		n = read_tag(w, i);
		break;
	case '&':
		n = read_reference(w, i);
		break;
	case ':':
		emoji_named(w->s + i, w->len - i, &n);
		break;
	default:
		return read_other(w, i);
	}
	if (n == 0)
		end_run(w);
	return n > 0 ? n : 1;
}

/* Reads what stands at `i`; its bytes. */
static size_t
read_next(struct words *w, size_t i)
{
	size_t n = w->shown->parts == 0 ? unseen_part_bare(w->s, w->len, i) : 0;

	if (n > 0)
		return n;
	n = word_length(w, i);
	if (n > 0) {
		shown_words_add(w->shown, w->s + i, n);
		return n;
	}
	if (i >= w->code_end)
		return read_sign(w, i);
	return w->s[i] == '`' ? 1 : read_other(w, i);
}

static void
read_all(struct words *w)
{
	for (size_t i = 0; i < w->len;) {
		size_t n = 0;

		if (i == 0 || w->s[i - 1] == '\n')
			n = begin_line(w, i);
		if (n == 0)
			n = read_next(w, i);
		if (i + n > w->len)
			n = w->len - i;
		for (size_t k = i; k < i + n; k++) {
			if (w->s[k] == '\n') {
				end_run(w);
				w->row++;
			}
		}
		i += n;
	}
	end_run(w);
}

void
unseen_words_find(struct unseen_list *unseen, struct shown_words *shown,
    const char *s, size_t len, const char *what)
{
	struct words w = {.unseen = unseen,
	    .shown = shown,
	    .s = s,
	    .len = len,
	    .row = 1,
	    .what = what};

	w.arena = arena_new();
	w.scratch = arena_new();
	w.been = mem_alloc(len + 1, 1);
	find_labels(&w);
	read_all(&w);
	free(w.been);
	strmap_free(&w.labels);
	strmap_free(&w.defined);
	arena_free(w.scratch);
	arena_free(w.arena);
}
