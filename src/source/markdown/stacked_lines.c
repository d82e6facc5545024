#include "source/markdown/stacked_lines.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/text_lines.h"

#define LEAST      2  /* talks */
#define LINES_MOST 16 /* of a talk */
#define LEVEL_MOST 6  /* of their headings */

/* A line without blanks and the sign of its break at the end. */
struct part {
	const char *s;
	size_t len;
	bool names; /* somebody, and who they work for */
};

/* A paragraph that is a talk. */
struct stack {
	struct part line[LINES_MOST];
	size_t n, time; /* the bytes of the time that it begins with */
	const char *end;
};

static struct part
read_part(const char *s, const char *end)
{
	while (s < end && strchr(" \t", *s))
		s++;
	while (end > s && strchr(" \t\r", end[-1]))
		end--;
	if (end > s && end[-1] == '\\')
		end--;
	while (end > s && end[-1] == ' ')
		end--;
	return (struct part){.s = s, .len = (size_t)(end - s)};
}

/* Whether all of a line is one link, whose text is a title. */
static bool
is_title(const struct part *p)
{
	const char *s = p->s, *close;
	size_t len = p->len;

	if (len < 8 || *s != '[' || s[len - 1] != ')')
		return false;
	close = memmem(s, len, "](", 2);
	return close &&
	    !memchr(close + 2, '(', len - (size_t)(close + 2 - s)) &&
	    !memchr(close + 2, ' ', len - (size_t)(close + 2 - s)) &&
	    memchr(s, ' ', (size_t)(close - s)) &&
	    label_read(s + 1, (size_t)(close - s) - 1) == LABEL_NONE;
}

/* Whether a line is a name, perhaps bold, and in brackets whom they work for. */
static bool
is_person(const struct part *p)
{
	const char *s = p->s, *open = memchr(s, '(', p->len);
	const char *end = open ? open : s + p->len;

	while (s < end && strchr("*_", *s))
		s++;
	while (end > s && strchr(" *_", end[-1]))
		end--;
	return end > s && *s != '[' &&
	    people_first(s, (size_t)(end - s)) == NAMES_SURE;
}

/* Reads the paragraph at `s` as a talk; false: it is none. */
static bool
read_stack(struct stack *k, const char *s, const char *end)
{
	k->n = 0;
	if (!text_ascii_digit(*s))
		return false;
	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		struct part p = read_part(s, nl ? nl : end);

		if (p.len == 0)
			break;
		if (k->n == LINES_MOST)
			return false;
		p.names = k->n > 1 && is_person(&p);
		k->line[k->n++] = p;
		k->end = nl ? nl : end;
		s = nl ? nl + 1 : end;
		/* Most paragraphs end here. */
		if (k->n == 1) {
			k->time = lead_time(p.s, p.len);
			if (k->time == 0 || k->time >= p.len)
				return false;
		} else if (k->n == 2 && !is_title(&p)) {
			return false;
		}
	}
	return k->n > 1;
}

static void
put_part(struct anew *w, const struct part *p)
{
	anew_put(w, p->s, p->s + p->len);
}

/* Writes a line below a heading, with the sign that another may follow. */
static void
put_line(struct anew *w, const struct part *p, bool first)
{
	anew_puts(w, first ? "\n" : "\\\n");
	put_part(w, p);
}

static void
put_stack(struct anew *w, const struct stack *k)
{
	const struct part *when = &k->line[0];
	struct part where = {when->s + k->time, when->len - k->time, false};
	size_t lines = 1;
	bool names = false;

	while (where.len > 0 && strchr(" :,;|@-", *where.s)) {
		where.s++;
		where.len--;
	}
	anew_put(w, when->s, when->s + when->len - where.len);
	anew_puts(w, " ");
	put_part(w, &k->line[1]);
	for (size_t i = 2; i < k->n; i++) {
		if (!k->line[i].names)
			continue;
		anew_puts(w, names ? ", " : "\n");
		put_part(w, &k->line[i]);
		lines += !names;
		names = true;
	}
	if (where.len > 0)
		put_line(w, &where, lines++ == 1);
	for (size_t i = 2; i < k->n; i++) {
		if (!k->line[i].names)
			put_line(w, &k->line[i], lines++ == 1);
	}
	while (lines++ < k->n)
		anew_puts(w, "\n");
}

static bool
is_blank(const char *s, const char *end)
{
	return s < end && (*s == '\n' || *s == '\r');
}

/*
 * Counts the talks, and finds the level below that of the deepest heading; none
 * where there is code.
 */
static size_t
count(const char *s, const char *end, size_t *level)
{
	struct stack k;
	size_t n = 0;
	bool blank = true;

	for (*level = 1; s < end; s += text_line_whole(s, (size_t)(end - s))) {
		size_t marks = text_lines_level(s, end);

		if (text_lines_fence(s, end))
			return 0;
		if (marks > *level)
			*level = marks;
		if (blank && read_stack(&k, s, end)) {
			n++;
			s = k.end;
		}
		blank = is_blank(s, end);
	}
	++*level;
	return n;
}

char *
stacked_lines_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct stack k;
	size_t level;
	bool blank = true;

	if (count(s, end, &level) < LEAST || level > LEVEL_MOST)
		return NULL;
	while (s < end) {
		if (blank && read_stack(&k, s, end)) {
			anew_skip(&w, s, k.end);
			anew_marks(&w, level);
			put_stack(&w, &k);
			s = k.end;
		}
		blank = is_blank(s, end);
		s += text_line_whole(s, (size_t)(end - s));
	}
	return anew_end(&w, true, len);
}
