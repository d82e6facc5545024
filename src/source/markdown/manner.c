#include "source/markdown/manner.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "source/markdown/around.h"
#include "source/markdown/at_names.h"
#include "source/markdown/below.h"
#include "source/markdown/club.h"
#include "source/markdown/jobs.h"
#include "source/markdown/lead.h"
#include "source/markdown/linked_event.h"
#include "source/markdown/name_link.h"
#include "source/markdown/no_person.h"
#include "source/markdown/people.h"
#include "source/markdown/prefix.h"
#include "source/markdown/profile.h"
#include "source/markdown/quoted.h"
#include "source/markdown/runs.h"
#include "source/markdown/styled.h"
#include "source/markdown/votes.h"

#define MORE_MOST 16 /* talks that are asked what follows the names */
#define BY_LEAST  3  /* talks that all have "by" */

/*
 * How a document says who speaks
 * ==============================
 *
 * Each place on a line where speakers may stand (see place.h) is a hypothesis.
 * A talk speaks for it where what stands there reads as names, and against it
 * where something else does; names of which it is only a guess count little.
 * The place with most in its favour is taken, if at least two talks and three
 * in five of those that have something there speak for it; in brackets, where
 * topics stand as often, three in four.  Words that say so ("by" after a link,
 * "Speaker:", a column) need no vote.
 *
 * Where lines name less than half of the speakers, the lines below are looked
 * at in the same way: the first, the second and the third.
 */

/* Whether the title beside what may be names is a quotation. */
static bool
is_quoted(const struct anatomy *a, const struct cut *cut)
{
	return quoted_end(a->line->text, cut->title, cut->title_end) ==
	    cut->title_end;
}

/* Counts what speaks against names. */
static void
count_others(const struct anatomy *a, const struct cut *cut,
    const struct people *people, struct votes *votes)
{
	const char *s = a->line->text;
	size_t len = cut->names_end - cut->names;

	votes->single += cut->title < cut->title_end &&
	    !memchr(s + cut->title, ' ', cut->title_end - cut->title);
	if (people->first == NAMES_SURE)
		votes->subjects += no_person_is_subject(s + cut->names, len);
	else if (people->first != NAMES_GUESS)
		votes->events += no_person_is_event(s + cut->names, len);
}

static void
count_place(struct arena *arena, const struct anatomy *anatomies, size_t n,
    enum place place, struct votes *votes)
{
	for (size_t i = 0; i < n; i++) {
		struct people people;
		struct cut cut;

		if (!place_find(&anatomies[i], place, &cut))
			continue;
		people = place_people(
		    arena, anatomies[i].line, place, &cut, false);
		if (people.first == NAMES_GUESS &&
		    is_quoted(&anatomies[i], &cut))
			people.first = NAMES_SURE;
		if (people.first == NAMES_MAYBE && place == PLACE_LAST_DASH &&
		    name_link_is(anatomies[i].line, &cut)) {
			people.first = NAMES_SURE;
			votes->linked++;
		}
		if (place == PLACE_LAST_DASH &&
		    name_link_is_title(anatomies[i].line, &cut))
			people.first = NAMES_NOT;
		/* "Ann Lee @ann": the handle is hers, and the title below. */
		if (place == PLACE_HANDLE &&
		    people_first(anatomies[i].line->text + cut.title,
			cut.title_end - cut.title) == NAMES_SURE)
			people.first = NAMES_NOT;
		votes_add(votes, &people);
		count_others(&anatomies[i], &cut, &people, votes);
		votes->club += place == PLACE_FIRST_COLON &&
		    club_is(&anatomies[i], &cut);
		votes->bold += runs_bold(
		    anatomies[i].line, cut.title, cut.names_end);
	}
}

static void
take_place(
    struct manner *m, enum place place, const struct votes *votes, size_t n)
{
	m->place = place;
	m->firms = votes_tell_firms(votes);
	m->yes = (uint32_t)(votes->sure + votes->maybe + votes->guess);
	m->no = votes->not ;
	/* One word behind several titles is whose channel it is, or a series. */
	m->loose = (votes->again < 2 || votes->again * 2 < votes->maybe) &&
	    m->yes * 10 >= (m->yes + m->no) * 7 &&
	    (votes->sure * 2 >= votes->maybe || votes->guess > 0 || n == 1 ||
		votes_have_first_names(votes, place, n));
	m->bare = votes_have_handles(votes, place, n);
	m->small = place == PLACE_LAST_DASH && votes->sure >= 3 &&
	    votes->beside >= 2;
	m->mixed = votes_are_mixed(votes);
	m->single = votes->linked * 2 > votes->sure;
	m->trusted = place == PLACE_LAST_DASH && votes->sure * 10 >= n * 9 &&
	    votes->beside * 10 <= n && m->trail.kind != TRAIL_TITLE &&
	    m->trail.kind != TRAIL_EVENT;
}

/* Whether half of the talks have names in a place. */
static bool
half_in(
    struct arena *arena, const struct anatomy *a, size_t n, enum place place)
{
	struct votes votes = {0};

	if (n > MORE_MOST)
		n = MORE_MOST;
	count_place(arena, a, n, place, &votes);
	return votes.sure * 2 >= n;
}

/* Where a day is behind the names, a talk may have none: one is enough. */
static size_t
least_in_other(const struct manner *m, enum place place)
{
	return m->place == PLACE_MIDDLE_DASH && place == PLACE_LAST_DASH ? 1
									 : 2;
}

/* Whether what stands in the first place of a line may be a name. */
static bool
may_name(struct arena *arena, const struct manner *m, const struct anatomy *a)
{
	const char *s;
	struct cut cut;

	if (!place_find(a, m->place, &cut))
		return false;
	s = a->line->text + cut.names;
	return people_first(s, cut.names_end - cut.names) != NAMES_NOT ||
	    (m->small &&
		people_small(arena, s, cut.names_end - cut.names).n > 0);
}

/* Looks for a second place, among the talks that have nobody in the first. */
static void
find_other(struct arena *arena, struct manner *m, struct anatomy *a, size_t n)
{
	size_t left = 0;
	long best = 0;

	for (size_t i = 0; i < n; i++) {
		if (!may_name(arena, m, &a[i]))
			a[left++] = a[i];
	}
	for (enum place place = PLACE_AFTER_BY; place <= PLACE_FIRST_COMMA;
	     place++) {
		struct votes votes = {0};

		count_place(arena, a, left, place, &votes);
		if (votes.sure < least_in_other(m, place) ||
		    !votes_agree(&votes, place, left) ||
		    votes_favour(&votes) <= best)
			continue;
		best = votes_favour(&votes);
		m->other = place;
		m->yes += (uint32_t)votes.sure;
	}
}

/* Names before a dash or colon count together: either may be too few alone. */
static void
find_before(
    struct arena *arena, struct manner *m, const struct anatomy *a, size_t n)
{
	struct votes dash = {0}, colon = {0};
	size_t sure, more;

	count_place(arena, a, n, PLACE_FIRST_DASH, &dash);
	count_place(arena, a, n, PLACE_FIRST_COLON, &colon);
	sure = dash.sure + colon.sure;
	more = dash.maybe + colon.maybe + dash.not +colon.not ;
	if (dash.sure < 2 || colon.sure < 2 || sure * 2 < n ||
	    sure * 5 < (sure + more) * 3)
		return;
	m->place = PLACE_FIRST_DASH;
	m->other = PLACE_FIRST_COLON;
	m->yes = (uint32_t)sure;
	m->no = (uint32_t)more;
}

/*
 * All lines have "by", behind a link or not, and at least one a full name there:
 * single words are names or handles, too.
 */
static void
find_by(
    struct arena *arena, struct manner *m, const struct anatomy *a, size_t n)
{
	struct votes votes = {0};

	count_place(arena, a, n, PLACE_AFTER_BY, &votes);
	count_place(arena, a, n, PLACE_BY, &votes);
	if (n < BY_LEAST || votes.sure == 0 || votes.not > 0 ||
	    votes.sure + votes.maybe + votes.guess != n)
		return;
	m->place = PLACE_AFTER_BY;
	m->other = PLACE_BY;
	m->loose = m->bare = true;
	m->yes = (uint32_t)n;
}

/* Whether nearly all lines are citations, which have names in other places, too. */
static bool
are_cited(
    struct arena *arena, struct manner *m, const struct anatomy *a, size_t n)
{
	struct votes votes = {0};

	count_place(arena, a, n, PLACE_CITED, &votes);
	if (votes.sure < 2 || votes.sure * 10 < n * 9)
		return false;
	take_place(m, PLACE_CITED, &votes, n);
	return true;
}

static void
find_place(struct arena *arena, struct manner *m, struct anatomy *a, size_t n)
{
	long best = 0;

	if (are_cited(arena, m, a, n))
		return;
	for (enum place place = PLACE_AFTER_BY; place < PLACE_AFTER_AT;
	     place++) {
		struct votes votes = {0};

		count_place(arena, a, n, place, &votes);
		if (!votes_agree(&votes, place, n) ||
		    votes_favour(&votes) <= best ||
		    (place == PLACE_BRACKETS && half_in(arena, a, n, PLACE_BY)))
			continue; /* "Title by Ann Lee (Firm)" */
		best = votes_favour(&votes);
		take_place(m, place, &votes, n);
		if (m->trusted)
			m->trusted = !half_in(arena, a, n, PLACE_MIDDLE_DASH);
		/* Where nearly all agree no other place can have more. */
		if (votes.sure * 10 >= n * 9 && place != PLACE_MIDDLE_DASH)
			return;
	}
	if (m->place == PLACE_NONE)
		find_by(arena, m, a, n);
	if (m->place == PLACE_NONE)
		find_before(arena, m, a, n);
	else if (m->other == PLACE_NONE)
		find_other(arena, m, a, n);
}

/* Looks for names behind "@", where events stand, too. */
static void
find_at(
    struct arena *arena, struct manner *m, const struct anatomy *a, size_t n)
{
	size_t names = at_names_told(arena, a, n);

	if (names == 0)
		return;
	m->place = PLACE_AFTER_AT;
	m->yes = (uint32_t)names;
	if (m->trail.kind == TRAIL_AT)
		m->trail = (struct trail){0};
}

/* Looks for lines of fields, which say more than a place on them. */
static void
find_fields(struct manner *m, const struct anatomy *a, size_t n)
{
	fields_find(&m->fields, a, n, m->yes);
	if (m->fields.sure == 0)
		return;
	m->yes = m->fields.sure;
	m->no = 0;
}

static bool
is_numbered(const struct talk_text *talks, size_t n)
{
	size_t numbered = 0;

	for (size_t i = 0; i < n; i++) {
		const struct line *line = &talks[i].line;
		unsigned kinds;
		size_t at = lead_length(line->text, line->len, &kinds);

		numbered += lead_number(line->text + at, line->len - at) > 0;
	}
	return numbered >= 2 && numbered * 2 >= n;
}

/* Lines below. */

/* Whether nearly all talks name somebody in one of the lines below. */
static void
find_any(struct arena *arena, struct manner *m, const struct talk_text *talks,
    size_t n)
{
	struct votes votes = {0};

	for (size_t i = 0; i < n; i++) {
		const struct line *line = below_any(arena, &talks[i]);
		struct people people;

		if (!line)
			continue;
		people = below_read(arena, line, true);
		votes_add(&votes, &people);
	}
	if (votes.sure < 3 || votes.sure * 10 < n * 7 ||
	    votes.sure < m->yes + 2 || votes_are_one(&votes))
		return;
	m->any = true;
	m->below = TALK_BELOW;
	m->yes = (uint32_t)votes.sure;
}

/* Whether many talks have several names below them, a line each. */
static bool
are_lists_of_people(
    struct arena *arena, const struct talk_text *talks, size_t n)
{
	size_t several = 0, others = 0, pairs = 0;

	for (size_t i = 0; i < n; i++) {
		const struct line *first = below_any(arena, &talks[i]);

		if (!first || first + 1 == talks[i].below + TALK_BELOW ||
		    !below_is_names(arena, first))
			continue;
		pairs += talks[i].more == 1;
		if (below_is_names(arena, first + 1))
			several++;
		else
			others += first[1].len > 0;
	}
	/* Two lines of a paragraph each time are a name and a firm. */
	return several >= 2 && (several >= 3 || several * 2 >= n) &&
	    others * 4 < several && !(others == 0 && pairs == several);
}

static void
find_below(struct arena *arena, struct manner *m, const struct talk_text *talks,
    size_t n)
{
	uint32_t best = 0;

	for (uint8_t k = 0; k < TALK_BELOW; k++) {
		struct votes votes = {0};
		size_t shaped = 0;

		for (size_t i = 0; i < n; i++) {
			const struct line *line = &talks[i].below[k];
			struct people people;

			if (line->len == 0)
				continue;
			people = below_read(arena, line, false);
			votes_add(&votes, &people);
			shaped += people.first == NAMES_NOT &&
			    no_person_is_shaped(line->text, line->len);
		}
		/* "Nice Talk", "Must Watch" */
		if (shaped * 2 >= votes.sure)
			continue;
		if (votes.sure < 2 || votes.sure * 3 < n || m->any ||
		    votes.sure <= best + 1 || votes_are_one(&votes))
			continue;
		best = votes.sure;
		m->below = k + 1;
		if (m->place == PLACE_NONE) {
			m->firms = votes_tell_firms(&votes);
			m->yes = (uint32_t)votes.sure;
			m->no = votes.not ;
		}
	}
	find_any(arena, m, talks, n);
	m->all = (m->below == 1 || m->any) &&
	    are_lists_of_people(arena, talks, n);
}

/* Whether of what is stacked the first line is names more often. */
static bool
is_swapped(struct arena *arena, const struct talk_text *talks, size_t n)
{
	size_t above = 0, below = 0;

	for (size_t i = 0; i < n; i++) {
		if (!talks[i].stacked || talks[i].below[0].len == 0)
			continue;
		above += below_read(arena, &talks[i].line, true).first ==
		    NAMES_SURE;
		below += below_read(arena, &talks[i].below[0], true).first ==
		    NAMES_SURE;
	}
	return above > below;
}

/*
 * Whether most talks with a second line have names on one of the first two, a
 * title on the other, and some have the names on their own.
 */
static bool
is_over(struct arena *arena, const struct talk_text *talks, size_t n)
{
	size_t over = 0, any = 0, all = 0;

	for (size_t i = 0; i < n; i++) {
		const struct talk_text *talk = &talks[i];
		struct line line = below_bare_names(arena, &talk->line);
		bool own = below_is_names(arena, &line);
		bool person = below_is_person(&talk->below[0]);

		all += talk->column || talk->below[0].len > 0;
		if (talk->column || talk->stacked || !talk->half)
			continue;
		over += own && !person;
		any += own || person;
	}
	return over >= 2 && any >= 3 && any * 10 >= all * 7;
}

/* Whether "Speaker:" lines have a firm behind the comma, not another name. */
static bool
have_firms(struct arena *arena, const struct talk_text *talks, size_t n)
{
	struct votes votes = {0};

	for (size_t i = 0; i < n; i++) {
		const struct line *line = &talks[i].speakers;
		struct people people;

		if (line->len == 0)
			continue;
		people = people_read(arena, line->text, line->len, false);
		votes_add(&votes, &people);
	}
	return votes_tell_firms(&votes);
}

/*
 * Whether half of the talks have a "Title:" below their own line, and whether
 * nearly all of these lines are names, not events.
 */
static void
find_titles(struct manner *m, const struct talk_text *talks, size_t n)
{
	size_t titled = 0, persons = 0;

	for (size_t i = 0; i < n; i++) {
		if (talks[i].title.len == 0)
			continue;
		titled++;
		persons += talks[i].bio || below_is_person(&talks[i].line);
	}
	m->titled = titled >= 2 && titled * 2 >= n;
	m->persons = m->titled && persons >= 3 && persons * 10 >= titled * 9;
}

/* Whether most lines end in a title, quoted or styled, behind an event. */
static bool
are_behind_events(const struct anatomy *a, size_t n)
{
	size_t behind = 0;

	for (size_t i = 0; i < n; i++) {
		struct cut cut;

		behind += styled_behind_event(&a[i], &cut);
	}
	return behind >= 2 && behind * 10 >= n * 6;
}

void
manner_of_lines(struct manner *manner, const struct talk_text *talks, size_t n)
{
	struct arena *arena = arena_new();
	struct anatomy *a = mem_alloc(n + 1, sizeof(*a));
	size_t lines = 0;

	*manner = (struct manner){.talks = (uint32_t)n};
	manner->numbered = is_numbered(talks, n);
	prefix_find(manner->prefix, talks, n);
	for (size_t i = 0; i < n; i++) {
		manner->rows += talks[i].column;
		if (talks[i].column || talks[i].stacked)
			continue;
		anatomy_read(&a[lines++], &talks[i].line, manner->numbered,
		    manner->prefix);
	}
	manner->trail = trail_find(a, lines);
	manner->around = manner->trail.kind == TRAIL_NONE &&
	    around_some(a, lines);
	if (manner->around)
		manner->before_event = around_place(a, lines);
	manner->behind = are_behind_events(a, lines);
	manner->quoted = !manner->behind && styled_are_quoted_last(a, lines);
	/* What is behind an event's link is the title. */
	for (size_t i = 0; manner->trail.kind == TRAIL_LINKED && i < lines; i++)
		linked_event_leave(&a[i]);
	find_place(arena, manner, a, lines);
	if (manner->place == PLACE_NONE)
		find_at(arena, manner, a, lines);
	find_fields(manner, a, lines);
	manner->swapped = is_swapped(arena, talks, n);
	manner->look = manner->yes * 2 < manner->talks;
	free(a);
	arena_free(arena);
}

void
manner_of_below(struct manner *manner, const struct talk_text *talks, size_t n)
{
	struct arena *arena = arena_new();

	if (manner->look)
		manner->firms = manner->firms || have_firms(arena, talks, n);
	find_titles(manner, talks, n);
	manner->tracked = below_tell_tracks(talks, n);
	manner->cites = below_cite_titles(talks, n);
	manner->over = manner->look && is_over(arena, talks, n);
	if (manner->look)
		find_below(arena, manner, talks, n);
	manner->linked = manner->look && manner->place == PLACE_NONE &&
	    manner->below == 0 && profile_told(arena, talks, n);
	manner->jobs = manner->look && manner->place == PLACE_NONE &&
	    manner->below == 0 && !manner->over && !manner->titled &&
	    !manner->cites && jobs_told(talks, n);
	arena_free(arena);
}

void
manner_find(struct manner *manner, const struct talk_text *talks, size_t n)
{
	manner_of_lines(manner, talks, n);
	manner_of_below(manner, talks, n);
}
