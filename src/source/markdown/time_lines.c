#include "source/markdown/time_lines.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"

#define LONGEST     300 /* bytes of a title */
#define TITLES      3   /* with a time above, that are enough */
#define LEVEL_LEAST 2   /* of days */
#define LEVEL_MOST  4

/* What a paragraph is. */
enum kind {
	KIND_TEXT,
	KIND_HEADING,
	KIND_BOLD,  /* a line all in bold */
	KIND_LINE,  /* another line */
	KIND_TITLE, /* a line with words in style at its start or end */
	KIND_TIME,  /* ends in a line that is a time */
	KIND_OVER,  /* begins with one, over the title */
	KIND_END,
};

struct paragraph {
	enum kind kind;
	const char *s, *end; /* without the last line end */
	const char *time;    /* the line that is one; the first may be others */
};

/* The programme that is written. */
struct programme {
	struct anew out;
	size_t days; /* the level of their headings */
	bool over;   /* times are in the lines right over titles */
};

/* Its bytes without blanks and bold at both ends, from `*s` on. */
static size_t
bare(const char **s, const char *end)
{
	while (*s < end && strchr(" *\t", **s))
		(*s)++;
	while (end > *s && strchr(" *\t\r", end[-1]))
		end--;
	return (size_t)(end - *s);
}

static bool
is_time(const char *s, const char *end)
{
	size_t len = bare(&s, end);

	return len > 2 && text_ascii_digit(*s) && lead_time(s, len) == len;
}

/* Whether words in style, or in quotes, are at the start or end of a line. */
static bool
is_styled(const char *s, const char *end)
{
	end = text_words_end(s, end);
	return end - s > 4 &&
	    (quoted_end(s, 0, (uint32_t)(end - s)) > 0 ||
		(strchr("*_", *s) && s[1] != ' ') ||
		(strchr("*_", end[-1]) && end[-2] != ' '));
}

static bool
is_bold(const char *s, const char *end)
{
	end = text_words_end(s, end);
	return end - s > 4 && memcmp(s, "**", 2) == 0 &&
	    memcmp(end - 2, "**", 2) == 0;
}

/* Whether the first line is a time, and the second may be a title, and no name. */
static bool
is_time_over_title(const char *s, const char *end)
{
	const char *nl = text_line_end(s, end), *title = nl + 1;

	if (nl == end || !is_time(s, nl) || strchr(" \t>|<`~+-#![", *title))
		return false;
	nl = text_words_end(title, text_line_end(title, end));
	return nl - title <= LONGEST &&
	    memchr(title, ' ', (size_t)(nl - title)) &&
	    people_first(title, (size_t)(nl - title)) != NAMES_SURE;
}

/* A heading without its marks. */
static const char *
heading_words(const char *s, const char *end)
{
	while (s < end && *s == '#')
		s++;
	return s;
}

/* Whether a heading that ends at `s` is over a title in quotes. */
static bool
is_over_quote(const char *s, const char *end)
{
	const char *nl;

	while (s < end && strchr(" \t\r\n", *s))
		s++;
	nl = text_line_end(s, end);
	return nl - s <= LONGEST && quoted_end(s, 0, (uint32_t)(nl - s)) > 0;
}

static enum kind
read_kind(struct paragraph *p, const char *end)
{
	const char *last = p->s, *nl;

	if (*p->s == '#') {
		p->time = p->s;
		return is_time(heading_words(p->s, p->end), p->end) &&
			is_over_quote(p->end, end)
		    ? KIND_TIME
		    : KIND_HEADING;
	}
	if (strchr(" \t>|<`~+-", *p->s) ||
	    (*p->s == '*' && p->end - p->s > 1 && p->s[1] == ' '))
		return KIND_TEXT;
	while ((nl = text_line_end(last, p->end)) < p->end)
		last = nl + 1;
	p->time = last;
	/* One line may stand above the time. */
	if (is_time(last, p->end))
		return text_line_end(p->s, p->end) + 1 >= last ? KIND_TIME
							       : KIND_TEXT;
	if (last > p->s && is_time_over_title(p->s, p->end))
		return KIND_OVER;
	if (last > p->s || p->end - p->s > LONGEST)
		return KIND_TEXT;
	if (is_bold(p->s, p->end))
		return KIND_BOLD;
	return is_styled(p->s, p->end) ? KIND_TITLE : KIND_LINE;
}

/* The paragraph, or heading, after `s`. */
static struct paragraph
next(const char *s, const char *end)
{
	struct paragraph p = {.kind = KIND_END, .s = s, .end = s};
	const char *nl;

	for (; s < end; s = nl + 1) {
		const char *word = s;

		nl = text_line_end(s, end);
		if (p.kind == KIND_END && bare(&word, nl) > 0) {
			p.s = s;
			p.kind = KIND_TEXT;
		} else if (p.kind != KIND_END &&
		    (bare(&word, nl) == 0 || *s == '#')) {
			break;
		}
		p.end = nl;
		if (nl == end || *p.s == '#')
			break;
	}
	if (p.kind == KIND_END)
		p.s = p.end = end;
	else
		p.kind = read_kind(&p, end);
	return p;
}

/*
 * Whether a document is such a programme; `*level` is that of its deepest
 * heading, and `*over` whether most times are in the lines right over titles.
 */
static bool
is_programme(const char *s, const char *end, size_t *level, bool *over)
{
	struct paragraph p = next(s, end);
	size_t times = 0, titles = 0, overs = 0;

	*level = 0;
	while (p.kind != KIND_END) {
		struct paragraph after = next(p.end, end);
		size_t marks = 0;

		if (p.kind == KIND_TEXT && strchr("`~", *p.s))
			return false;
		while (p.s + marks < p.end && p.s[marks] == '#')
			marks++;
		if (marks > *level && p.kind == KIND_HEADING)
			*level = marks;
		overs += p.kind == KIND_OVER;
		times += p.kind == KIND_TIME;
		titles += p.kind == KIND_TIME &&
		    (after.kind == KIND_TITLE || after.kind == KIND_BOLD);
		p = after;
	}
	*over = overs >= TITLES && overs > times;
	return *over || (titles >= TITLES && titles * 4 >= times * 3);
}

/*
 * Writes the marks of firms at `s` in brackets, tags or not: "<sup>1</sup>";
 * returns where they end, which is `s` where there are none.
 */
static const char *
put_firms(struct programme *w, const char *s, const char *end)
{
	bool raised = false, any = false;

	for (; s < end; s++) {
		size_t left = (size_t)(end - s);

		if (left >= 5 && memcmp(s, "<sup>", 5) == 0) {
			raised = true;
			s += 4;
		} else if (left >= 6 && memcmp(s, "</sup>", 6) == 0) {
			raised = false;
			s += 5;
		} else if (raised || text_ascii_digit(*s)) {
			if (!any)
				anew_puts(&w->out, " (");
			any = true;
			anew_put(&w->out, s, s + 1);
		} else {
			break;
		}
	}
	if (any)
		anew_puts(&w->out, ")");
	return s;
}

/*
 * Writes names that have such marks; without commas, which are within the names
 * where semicolons part them.
 */
static void
put_names(struct programme *w, const char *s, const char *end)
{
	bool within = memchr(s, ';', (size_t)(end - s));

	while (end > s && strchr(" .\r", end[-1]))
		end--;
	while (s < end) {
		const char *marks = put_firms(w, s, end);

		if (marks == s && !(within && *s == ','))
			anew_put(&w->out, s, s + 1);
		s = marks > s ? marks : s + 1;
	}
}

/* Whether a line ends in a time behind a colon: "Lunch: 12:00-13:00". */
static bool
ends_in_time(const char *s, const char *end)
{
	const char *colon = memmem(s, (size_t)(end - s), ": ", 2);

	return colon && is_time(colon + 2, end);
}

/*
 * What a heading of a line between talks is, as levels below that of days; -1:
 * it is none.  The first line of a session stands below a heading.
 */
static int
heading_depth(const struct paragraph *p, enum kind before, enum kind after)
{
	if (p->kind != KIND_BOLD && p->kind != KIND_LINE)
		return -1;
	if (ends_in_time(p->s, p->end))
		return 2;
	if (p->kind == KIND_BOLD)
		return day_heading_within(p->s, (size_t)(p->end - p->s)) ? 0
									 : -1;
	return before == KIND_HEADING && after == KIND_TIME ? 1 : -1;
}

static void
put_heading(struct programme *w, size_t deeper, const char *s, const char *end)
{
	size_t len;

	s = heading_words(s, end);
	len = bare(&s, end);
	anew_marks(&w->out, w->days + deeper);
	anew_put(&w->out, s, s + len);
}

/*
 * Writes a talk on the line of its title, and below it who speaks, where the
 * text after it marks their firms.
 */
static void
put_talk(struct programme *w, const struct paragraph *time,
    const struct paragraph *title, const char *end)
{
	struct paragraph people = next(title->end, end);
	const char *s = people.s, *nl = text_line_end(s, end);

	anew_skip(&w->out, time->time, title->end);
	anew_put(&w->out, time->end, title->s);
	put_heading(w, 2, time->time, time->end);
	anew_puts(&w->out, " ");
	anew_put(&w->out, title->s, title->end);
	if (people.kind == KIND_END || people.kind == KIND_HEADING ||
	    *s == '<' || !memmem(s, (size_t)(nl - s), "<sup>", 5))
		return;
	/* The empty line is now below it. */
	anew_puts(&w->out, "\n");
	put_names(w, s, nl);
	anew_put(&w->out, title->end, s);
	w->out.from = nl < end ? nl + 1 : end;
}

/* Writes a title behind the time of the line above. */
static void
put_over(struct programme *w, const struct paragraph *p)
{
	const char *title = text_line_end(p->s, p->end) + 1;
	const char *nl = text_line_end(title, p->end);

	anew_skip(&w->out, p->s, nl);
	anew_puts(&w->out, "\n");
	put_heading(w, 2, p->s, title - 1);
	anew_puts(&w->out, " ");
	anew_put(&w->out, title, nl);
}

static void
put_programme(struct programme *w, const char *s, const char *end)
{
	struct paragraph p = next(s, end);
	enum kind before = KIND_HEADING;

	while (p.kind != KIND_END) {
		struct paragraph after = next(p.end, end);
		int depth = heading_depth(&p, before, after.kind);

		before = depth >= 0 ? KIND_HEADING : p.kind;
		if (depth >= 0) {
			anew_skip(&w->out, p.s, p.end);
			put_heading(w, (size_t)depth, p.s, p.end);
		} else if (p.kind == KIND_TIME && p.time > p.s) {
			const char *nl = text_line_end(p.s, p.end);

			anew_skip(&w->out, p.s, nl);
			put_heading(w, 1, p.s, nl);
		}
		if (p.kind == KIND_OVER && w->over)
			put_over(w, &p);
		if (p.kind == KIND_TIME && after.kind >= KIND_BOLD &&
		    after.kind <= KIND_TITLE) {
			put_talk(w, &p, &after, end);
			before = KIND_TITLE;
			after = next(w->out.from, end);
		}
		p = after;
	}
}

char *
time_lines_part(struct arena *arena, const char *s, size_t *len)
{
	struct programme w = {.out = anew_begin(arena, s, *len)};
	size_t level;

	if (!is_programme(s, s + *len, &level, &w.over))
		return NULL;
	w.days = level + 1 < LEVEL_LEAST ? LEVEL_LEAST : level + 1;
	if (w.days > LEVEL_MOST)
		return NULL;
	put_programme(&w, s, s + *len);
	return anew_end(&w.out, true, len);
}
