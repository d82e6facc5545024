#include "source/cues.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "source/entities.h"

#define LONG    600  /* bytes of a paragraph that ends with its sentence, */
#define LONGEST 1200 /* or in any case */
#define PAUSE   4000 /* milliseconds that end a paragraph */

/* Takes [hh:]mm:ss.mmm or with a comma; returns milliseconds. */
static bool
take_time(const char **s, uint32_t *time)
{
	uint32_t part[3] = {0}, n = 0;
	char *end;

	while (n < 3 && text_ascii_digit(**s)) {
		part[n++] = (uint32_t)strtoul(*s, &end, 10) % 100000;
		*s = end;
		if (**s != ':')
			break;
		(*s)++;
	}
	if (n < 2 || (**s != '.' && **s != ','))
		return false;
	*time = 0;
	for (uint32_t i = 0; i < n; i++)
		*time = *time * 60 + part[i];
	*time *= 1000;
	(*s)++;
	*time += (uint32_t)strtoul(*s, &end, 10) % 1000;
	*s = end;
	return true;
}

bool
cues_times(const char *s, uint32_t *from, uint32_t *to)
{
	s += strspn(s, " \t");
	if (!take_time(&s, from))
		return false;
	s += strspn(s, " \t");
	if (strncmp(s, "-->", 3) != 0)
		return false;
	s += 3 + strspn(s + 3, " \t");
	return take_time(&s, to);
}

/* Drops tags, <i> and {\an8}, and undoes entities, in place. */
static void
drop_tags(char *line)
{
	char *to = line;
	/* Behind the last of each, none is looked for. */
	const char *angle = strrchr(line, '>'), *brace = strrchr(line, '}');

	for (const char *s = line; *s; s++) {
		char end = *s == '<' && angle && s < angle            ? '>'
		    : *s == '{' && s[1] == '\\' && brace && s < brace ? '}'
								      : '\0';
		const char *close = end ? strchr(s, end) : NULL;
		bool tag = close &&
		    (s[1] == '/' || s[1] == '\\' || text_ascii_word(s[1]));

		if (tag)
			s = close;
		else
			*to++ = *s;
	}
	*to = '\0';
	entities_undo(line);
}

struct reading {
	struct cues *cues;
	struct arena *arena;
	char *at;
	uint32_t line; /* of `at` */
};

/* Takes a line of the document; NULL at its end. */
static char *
take_line(struct reading *r)
{
	char *line = r->at, *nl;

	if (!line)
		return NULL;
	nl = strchr(line, '\n');
	if (nl)
		*nl = '\0';
	r->at = nl ? nl + 1 : NULL;
	r->line++;
	return line;
}

static bool
is_blank(const char *line)
{
	return line[strspn(line, " \t")] == '\0';
}

/* Whether a cue begins, with its number or its times. */
static bool
begins_cue(const char *s)
{
	uint32_t from, to;
	size_t digits;

	if (!text_ascii_digit(*s))
		return false;
	digits = strspn(s, "0123456789");
	return cues_times(s[digits] == '\n' ? s + digits + 1 : s, &from, &to);
}

/* Takes the lines of a cue; `gap` is how long nothing was shown before it. */
static void
take_cue(struct reading *r, uint32_t from, uint32_t gap)
{
	struct cues *cues = r->cues;
	bool first = true;
	char *text;

	cues->ncues++;
	/* Not all have a blank line after them. */
	while (r->at && !begins_cue(r->at) && (text = take_line(r)) &&
	    !is_blank(text)) {
		const char *shown;

		drop_tags(text);
		shown = text_squeeze(r->arena, text, strlen(text));
		if (!*shown)
			continue;
		cues->line = mem_grow(
		    cues->line, &cues->cap, cues->n + 1, sizeof(*cues->line));
		cues->line[cues->n++] = (struct cues_line){
		    shown, from, gap, r->line, first};
		first = false;
	}
}

/* Whether line `i`, the first of its cue, is the last of the cue before. */
static bool
is_repeated(const struct cues *cues, size_t i)
{
	return i > 0 && cues->line[i].first && cues->line[i].gap == 0 &&
	    strcmp(cues->line[i].text, cues->line[i - 1].text) == 0;
}

/* Leaves out repeated lines, if so many are that it is the captions' manner. */
static void
unroll(struct cues *cues)
{
	size_t repeated = 0, cues_left = 0, n = 0;
	const char *last = "";

	for (size_t i = 0; i < cues->n; i++) {
		repeated += is_repeated(cues, i);
		cues_left += cues->line[i].first;
	}
	if (repeated * 3 < cues_left)
		return;
	for (size_t i = 0; i < cues->n; i++) {
		if (cues->line[i].gap > 0 ||
		    strcmp(cues->line[i].text, last) != 0)
			cues->line[n++] = cues->line[i];
		last = cues->line[i].text;
	}
	cues->n = n;
}

void
cues_read(struct cues *cues, struct arena *arena, char *text)
{
	struct reading r = {NULL, arena, text, 0};
	uint32_t from, to, end = 0;
	char *line;

	*cues = (struct cues){0};
	r.cues = cues;
	/* Whatever stands between cues (numbers, notes, styles) has no times. */
	while ((line = take_line(&r))) {
		if (!cues_times(line, &from, &to))
			continue;
		take_cue(&r, from, from > end ? from - end : 0);
		end = to > end ? to : end;
	}
	unroll(cues);
}

bool
cues_end(const char *text, size_t len, const struct cues_line *next)
{
	bool sentence = len > 0 && strchr(".?!", text[len - 1]);

	return next->gap >= PAUSE || len > LONGEST || (sentence && len > LONG);
}

void
cues_free(struct cues *cues)
{
	free(cues->line);
}
