#include "source/markdown/reading_below.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "source/markdown/below.h"
#include "source/markdown/people.h"
#include "source/markdown/profile.h"
#include "source/markdown/runs.h"

bool
reading_takes(const struct reader *r, const struct people *people, bool said)
{
	if (people->n == 0)
		return false;
	if (people->bare)
		return r->manner->bare;
	/* "BO EK, Firm" is somebody. */
	if (!r->manner->asked &&
	    (names_are_firm(people->name[0], strlen(people->name[0])) ||
		(r->manner->mixed && names_are_capitals(people->name[0]) &&
		    (people->parts == 1 || !strchr(people->name[0], ' ')))))
		return false;
	return people->first == NAMES_SURE || r->manner->asked ||
	    (people->first != NAMES_NOT && (said || r->manner->loose));
}

/* "A talk given by Ann Lee": who speaks is told in prose. */
static void
try_prose(struct reader *r)
{
	for (size_t k = 0; k < TALK_BELOW; k++) {
		struct people people = below_prose(
		    r->arena, &r->talk->below[k]);

		if (people.first != NAMES_SURE)
			continue;
		r->people = people;
		return;
	}
}

/* A line without the brackets at its end: "by Ann Lee (Firm)". */
static struct line
before_brackets(struct reader *r, const struct line *line)
{
	uint32_t open = line->len > 0 && line->text[line->len - 1] == ')'
	    ? runs_open(line->text, 0, line->len)
	    : line->len;

	return open > 0 && open < line->len && line->text[open - 1] == ' '
	    ? richtext_cut(r->arena, line, 0, open - 1)
	    : *line;
}

/* "with Ann Lee and Bob Ray", or a link to somebody: the line below says it. */
static void
try_by(struct reader *r)
{
	const struct line *line = &r->talk->below[0];
	struct line names;

	if (people_by(line->text, line->len) > 0) {
		names = before_brackets(r, line);
		r->people = below_read(r->arena, &names, r->manner->firms);
	}
	if (!r->people.whole)
		r->people = profile_people(r->arena, line);
	if (r->people.n == 0)
		r->people = profile_by(r->arena, line);
}

/* The line below that has the names, where the talks agree; NULL: there is none. */
static const struct line *
line_below(const struct reader *r)
{
	if (r->manner->below == 0)
		return NULL;
	return r->manner->any ? below_any(r->arena, r->talk)
			      : &r->talk->below[r->manner->below - 1];
}

/* Leaves out whom one person works for: "Ann Lee, Mate, Quay Works". */
static void
without_firm(struct people *people, const struct line *line)
{
	size_t len = people->n == 2 ? strlen(people->name[1]) : 0;

	if (len > 0 && people->parts == 3 && people->firms == 1 &&
	    line->len >= len &&
	    memcmp(line->text + line->len - len, people->name[1], len) == 0)
		people->n = 1;
}

/* What is said to be a name, whatever it is. */
static struct people
whole_cell(const struct reader *r)
{
	const struct line *cell = &r->talk->speakers;
	const char **name = arena_alloc(r->arena, sizeof(*name));

	*name = arena_dup(r->arena, cell->text, cell->len);
	return (struct people){
	    .name = name, .n = 1, .first = NAMES_MAYBE, .whole = true};
}

void
reading_below_try(struct reader *r)
{
	const struct talk_text *talk = r->talk;
	const struct line *line;
	struct people people = {.first = NAMES_NOT};

	if (talk->speakers.len > 0) {
		people = people_read(r->arena, talk->speakers.text,
		    talk->speakers.len, r->manner->firms);
		if (!talk->column)
			without_firm(&people, &talk->speakers);
		if (people.n == 0 && talk->column)
			people = people_bare(
			    r->arena, talk->speakers.text, talk->speakers.len);
		if (people.n == 0 && talk->people)
			people = people_composed(
			    r->arena, talk->speakers.text, talk->speakers.len);
		if (reading_takes(r, &people, true) ||
		    (talk->column && people.bare))
			r->people = people;
		else if (talk->column && r->manner->asked)
			r->people = whole_cell(r);
		return;
	}
	if (talk->column)
		return;
	line = line_below(r);
	if (line)
		people = below_read(r->arena, line, r->manner->firms);
	if (line && line->len > 0 && r->manner->below == 1 &&
	    (r->manner->firms || below_is_bracketed(line)))
		below_others(r->arena, talk, &people);
	else if (line && people.first == NAMES_SURE && r->manner->all)
		below_all(r->arena, talk, line, &people);
	if (people.first == NAMES_SURE)
		r->people = people;
	else
		try_by(r);
	if (r->people.n == 0)
		try_prose(r);
	if (r->people.n == 0 && r->manner->linked) {
		line = profile_line(talk);
		if (line)
			r->people = profile_linked(r->arena, line);
	}
}
