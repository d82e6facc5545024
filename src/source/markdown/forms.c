#include "source/markdown/forms.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/anew.h"
#include "source/markdown/label.h"
#include "source/markdown/line_text.h"
#include "source/markdown/names.h"
#include "source/markdown/text_lines.h"

#define LEAST        2  /* forms */
#define LONGEST_NAME 32 /* bytes of a field's name */
#define WORDS_MOST   3  /* of it */
#define DEEPEST      6  /* level of headings */

/* A line. */
struct form_line {
	const char *s, *next;       /* all of it, and the one behind it */
	const char *name, *value;   /* of a field; NULL: it is none */
	size_t name_len, value_len; /* without marks */
	size_t level;               /* of a heading */
	bool blank, rule, item;
	bool row, none; /* of a table; without words */
	bool title, talk, speaker;
};

/* What stands below one heading, or between two rules. */
struct form {
	const char *s, *end;       /* behind its heading or rule */
	const char *first, *title; /* the first line and the title */
	size_t level;              /* of the heading that it is below */
	size_t fields, titles;
	bool told;  /* a number or date is in its heading, or it has none */
	bool other; /* it has code, or words before its fields */
	bool plain; /* who speaks is told */
	bool stiff; /* fields are rows, or the title is called "Talk" */
};

/* Whether a name is one to three words, and no sentence. */
static bool
is_name(const char *s, size_t len)
{
	size_t words = 1;

	if (len == 0 || len > LONGEST_NAME || !text_word_byte(*s) ||
	    text_ascii_digit(*s))
		return false;
	for (size_t i = 0; i < len; i++) {
		if (strchr(".,;!?\"()[]<>{}`/", s[i]))
			return false;
		words += s[i] == ' ';
	}
	return words <= WORDS_MOST;
}

/* Takes what stands around a name and a value off. */
static void
set_field(struct form_line *line, const char *name, const char *name_end,
    const char *value, const char *end)
{
	name += line_text_span(name, (size_t)(name_end - name), " *_");
	while (name_end > name && strchr(" *_:", name_end[-1]))
		name_end--;
	/* "**Title:** Tides" */
	value += line_text_span(value, (size_t)(end - value), "*_");
	value += line_text_span(value, (size_t)(end - value), " ");
	while (end > value && strchr(" \\\r", end[-1]))
		end--;
	if (!is_name(name, (size_t)(name_end - name)))
		return;
	line->name = name;
	line->name_len = (size_t)(name_end - name);
	line->value = value;
	line->value_len = (size_t)(end - value);
}

/* Reads a row of two cells. */
static void
read_cells(struct form_line *line, const char *s, const char *end)
{
	const char *bar = memchr(s, '|', (size_t)(end - s)), *last;

	while (end > s && strchr(" \r", end[-1]))
		end--;
	if (!bar || end[-1] != '|')
		return;
	last = end - 1;
	if (bar == last || memchr(bar + 1, '|', (size_t)(last - bar) - 1))
		return;
	set_field(line, s, bar, bar + 1, last);
}

/* Whether a title is none: an address, or "Slides" as a link. */
static bool
is_no_title(const char *s, size_t len)
{
	const char *close = len > 0 && *s == '[' ? memchr(s, ']', len) : NULL;

	if (len == 0 || link_bare(s, len) == len)
		return true;
	return close &&
	    label_read(s + 1, (size_t)(close - s) - 1) != LABEL_NONE;
}

/* What a field has by its name. */
static void
read_name(struct form_line *line)
{
	static const char *const talks[] = {
	    "lecture", "presentation", "session", "talk", "vortrag", NULL};
	enum label_kind kind = label_read(line->name, line->name_len);

	line->speaker = kind == LABEL_SPEAKER;
	line->talk = names_one_of(line->name, line->name_len, talks);
	line->title = (kind == LABEL_TITLE || line->talk) &&
	    !is_no_title(line->value, line->value_len);
}

static void
read_line(const char *s, const char *end, struct form_line *line)
{
	const char *stop = text_line_end(s, end);
	size_t len = (size_t)(stop - s);

	*line = (struct form_line){.s = s, .next = stop < end ? stop + 1 : end};
	line->blank = line_text_span(s, len, " \t\r") == len;
	line->level = text_lines_level(s, stop);
	line->rule = len >= 3 && strchr("-*_", *s) &&
	    line_text_span(s, len, "-*_ \r") == len;
	if (line->blank || line->level > 0 || line->rule)
		return;
	if (*s == '|') {
		line->row = true;
		line->none = line_text_span(s, len, "|-: \t\r") == len;
		read_cells(line, s + 1, stop);
	} else {
		const char *at = s, *colon;

		line->item = len > 2 && strchr("-*+", *s) && s[1] == ' ';
		at += line->item ? 2 : 0;
		colon = memchr(at, ':', (size_t)(stop - at));
		if (colon)
			set_field(line, at, colon, colon + 1, stop);
	}
	if (line->name)
		read_name(line);
}

/* Whether a heading has a number, and no link of its own. */
static bool
is_told(const char *s, const char *end)
{
	bool digit = false;

	for (; s < end && *s != '['; s++)
		digit = digit || text_ascii_digit(*s);
	return digit && s == end;
}

/* Notes a field. */
static void
add_field(struct form *form, const struct form_line *line)
{
	form->fields++;
	form->titles += line->title;
	if (line->title && !form->title)
		form->title = line->s;
	if (line->speaker)
		form->plain = true;
	if (line->row || line->talk)
		form->stiff = true;
}

/* Notes the fields of a section up to where it ends; returns what ends it. */
static const char *
read_form(struct form *form, const char *end)
{
	struct form_line line, above = {.blank = true};

	for (form->end = form->s; form->end < end;
	     form->end = line.next, above = line) {
		read_line(form->end, end, &line);
		/* A rule right below words makes a heading of these. */
		if (line.level > 0 || (line.rule && above.blank))
			break;
		form->other = form->other ||
		    text_lines_fence(line.s, line.next);
		if (!form->first && (line.name || line.item))
			form->first = line.s;
		/* Words before it may tell who speaks. */
		if (!form->first && !line.blank && !line.none)
			form->other = true;
		if (line.name)
			add_field(form, &line);
	}
	return form->end;
}

/*
 * Whether a section is a form with one title.  Where who speaks is told, too, items
 * and paragraphs are read as they are.
 */
static bool
is_form(const struct form *form)
{
	return form->told && !form->other && form->titles == 1 &&
	    form->fields >= LEAST && (form->stiff || !form->plain);
}

/* How many sections a text may have at most. */
static size_t
count_sections(const char *s, const char *end)
{
	size_t n = 1;

	for (; s < end; s = text_line_end(s, end) + 1)
		n += strchr("#-*_", *s) != NULL;
	return n;
}

/* Divides a text into at most `most` sections; returns how many they are. */
static size_t
divide(struct form *forms, size_t most, const char *s, const char *end)
{
	struct form_line line = {.next = s};

	for (size_t n = 0; n < most; n++) {
		size_t level = n > 0 ? forms[n - 1].level : 1;

		forms[n] = (struct form){.s = line.next,
		    .level = line.level > 0 ? line.level : level,
		    .told = line.level == 0 || is_told(line.s, line.next)};
		s = read_form(&forms[n], end);
		if (s == end)
			return n + 1;
		read_line(s, end, &line);
		/* What a rule ends is one of several below its heading. */
		forms[n].told = forms[n].told || line.rule;
	}
	return 0;
}

/*
 * Whether two sections or more are forms, all that tell titles, and no heading is
 * below one of them.
 */
static bool
are_forms(const struct form *forms, size_t n)
{
	size_t found = 0, others = 0;

	for (size_t i = 0; i < n; i++) {
		if (is_form(&forms[i])) {
			found++;
			if (forms[i].level >= DEEPEST ||
			    (i + 1 < n && forms[i + 1].level > forms[i].level))
				return false;
		} else {
			others += forms[i].titles > 0;
		}
	}
	return found >= LEAST && others == 0;
}

/* Writes a line that is not the title, a field as an item. */
static void
put_line(struct anew *w, const struct form_line *line)
{
	if (line->blank || line->none) {
		anew_puts(w, "\n");
		return;
	}
	if (!line->name) {
		anew_put(w, line->s, line->next);
		return;
	}
	anew_puts(w, "- ");
	anew_put(w, line->name, line->name + line->name_len);
	anew_puts(w, ": ");
	anew_put(w, line->value, line->value + line->value_len);
	anew_puts(w, "\n");
}

/* Writes a form, its title as a heading in the place of its first line. */
static void
put_form(struct anew *w, const struct form *form)
{
	struct form_line first, title, line;

	read_line(form->first, form->end, &first);
	read_line(form->title, form->end, &title);
	for (const char *s = form->first; s < form->end; s = line.next) {
		read_line(s, form->end, &line);
		anew_skip(w, s, line.next);
		if (s != form->first) {
			put_line(w, s == form->title ? &first : &line);
			continue;
		}
		anew_marks(w, form->level + 1);
		anew_put(w, title.name, title.name + title.name_len);
		anew_puts(w, ": ");
		anew_put(w, title.value, title.value + title.value_len);
		anew_puts(w, "\n");
	}
}

char *
forms_part(struct arena *arena, const char *s, size_t *len)
{
	size_t most = count_sections(s, s + *len), n;
	struct anew w = anew_begin(arena, s, *len);
	struct form *forms;

	if (most < LEAST)
		return NULL;
	forms = arena_alloc(arena, most * sizeof(*forms));
	n = divide(forms, most, s, s + *len);
	if (!are_forms(forms, n))
		return NULL;
	for (size_t i = 0; i < n; i++) {
		if (is_form(&forms[i]))
			put_form(&w, &forms[i]);
	}
	return anew_end(&w, true, len);
}
