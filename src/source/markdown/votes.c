#include "source/markdown/votes.h"

#include <string.h>

#define DATED_LEAST 4 /* names with a year that are no events */
#define ONE_LEAST   3 /* times that a place is named */
#define FIRST_LEAST 4 /* first names behind "by" */

void
votes_add(struct votes *votes, const struct people *people)
{
	const char *name = people->n > 0 ? people->name[0] : NULL;

	votes->firms += people->firms;
	votes->more += people->more;
	votes->bare += people->bare;
	votes->strange += people->bare && name &&
	    strpbrk(name, "_-.0123456789");
	votes->pairs += people->parts == 2 && people->firms + people->more == 1;
	votes->capitals += people->first == NAMES_SURE && name &&
	    names_are_capitals(name);
	votes->beside += people->first == NAMES_SURE && !people->whole;
	votes->dated += people->first == NAMES_SURE && people->dated;
	switch (people->first) {
	case NAMES_SURE:
		votes->sure++;
		votes->alike += name && votes->first &&
		    strcmp(votes->first, name) == 0;
		if (!votes->first)
			votes->first = name;
		votes->odd += people->parts > people->n + people->firms;
		break;
	case NAMES_MAYBE:
		votes->maybe++;
		votes->odd += name && strchr(name, ' ');
		votes->again += name && votes->word &&
		    strcmp(votes->word, name) == 0;
		if (!votes->word)
			votes->word = name;
		break;
	case NAMES_GUESS:
		votes->guess++;
		break;
	case NAMES_NOT:
		votes->not ++;
		break;
	}
}

bool
votes_tell_firms(const struct votes *v)
{
	return v->firms > v->more ||
	    (v->firms > 0 && v->sure >= 3 && v->pairs == v->sure + v->maybe);
}

bool
votes_are_mixed(const struct votes *v)
{
	return v->capitals * 3 <= v->sure && v->sure >= 2;
}

bool
votes_are_one(const struct votes *v)
{
	return v->sure >= ONE_LEAST && (v->alike + 1) * 10 >= v->sure * 8;
}

long
votes_favour(const struct votes *v)
{
	return 4 * (long)v->sure + (long)v->maybe + (long)v->guess -
	    3 * (long)v->not ;
}

/*
 * Whether what has a year behind it may be events, "Strange Loop, 2031": of many
 * events not all read as names.
 */
static bool
may_be_events(const struct votes *v, enum place place)
{
	return v->dated * 2 > v->sure && place != PLACE_AFTER_BY &&
	    (place < PLACE_BRACKETS || place > PLACE_LAST_BY) &&
	    (v->sure < DATED_LEAST || v->maybe + v->not > 0);
}

/*
 * Whether other texts in a place tell that those that read as names are none:
 * events, or what single words are about, "Python - Lazy Evaluation".
 */
static bool
are_others(const struct votes *v, enum place place, size_t all)
{
	if (place == PLACE_AFTER_BY || place == PLACE_BY ||
	    place == PLACE_LAST_BY || place == PLACE_WITH)
		return false;
	return (v->events > 0 && v->events * 3 >= v->sure) ||
	    (v->single * 10 >= all * 9 && v->subjects > 0 &&
		v->subjects * 4 >= v->sure);
}

bool
votes_have_handles(const struct votes *v, enum place place, size_t n)
{
	bool by = place == PLACE_AFTER_BY || place == PLACE_BY;
	size_t names = v->sure + (by ? v->maybe + v->guess : v->bare);

	if (place == PLACE_BRACKETS && v->sure + v->strange == 0)
		return false;
	/* "Sorting by comparison", where others have full names. */
	if (place == PLACE_BY && v->bare * 3 < names)
		return false;
	return v->bare >= (by ? 1 : 3) && names >= 3 && names * 10 >= n * 8;
}

bool
votes_have_first_names(const struct votes *v, enum place place, size_t n)
{
	size_t names = v->sure + v->maybe;

	return (place == PLACE_AFTER_BY || place == PLACE_BY) &&
	    names >= FIRST_LEAST && names * 10 >= n * 7 &&
	    v->again * 4 < v->maybe;
}

bool
votes_agree(const struct votes *v, enum place place, size_t n)
{
	size_t likely = v->sure + v->maybe, all = likely + v->guess + v->not ;

	if (may_be_events(v, place) || are_others(v, place, all) ||
	    v->club * 10 > v->sure * 7)
		return false;
	/* A comma is in every other title. */
	if (place == PLACE_FIRST_COMMA || place == PLACE_AFTER_COMMA)
		return v->sure >= 3 && v->sure * 10 >= all * 7 &&
		    v->sure * 10 >= n * 7;
	/* "Boats with Outboard Motors": these may be anything. */
	if (place == PLACE_WITH || place == PLACE_FIRST_ON)
		return v->sure >= 3 && v->sure * 10 >= all * 7 &&
		    v->sure * 10 >= n * (place == PLACE_WITH ? 6 : 9);
	if (place == PLACE_AFTER_QUOTE || place == PLACE_FIRST_QUOTE ||
	    place == PLACE_FIRST_STOP)
		return v->sure >= 2 && v->sure * 10 >= all * 8 &&
		    v->sure * 10 >= n * (v->sure == all ? 4 : 6);
	/* A handle behind "by" may be any word: nearly all have one. */
	if (votes_have_handles(v, place, n) ||
	    votes_have_first_names(v, place, n))
		return true;
	/* Titles have names of things before a dash or colon. */
	if (place >= PLACE_FIRST_DASH && place <= PLACE_FIRST_BAR &&
	    v->sure * 10 < n * 4)
		return false;
	if (v->guess * 10 >= all * 8 && v->guess >= 3 && v->guess * 2 >= n)
		return true;
	/* Some titles of many have two dashes, too. */
	if (place == PLACE_MIDDLE_DASH && v->sure * 10 < n)
		return false;
	if (place == PLACE_LAST_DASH && n == 1)
		return likely > v->odd;
	/* One of two titles may begin with what reads as a name. */
	if (v->sure >= 2 ||
	    (v->sure == 1 &&
		n <= (place == PLACE_FIRST_COLON || place == PLACE_FIRST_DASH
			     ? 1
			     : 2)) ||
	    (v->sure == 1 && all == 1 && n <= 6 && v->bold == 0 &&
		(place == PLACE_LAST_DASH || place == PLACE_AFTER_DASH ||
		    place == PLACE_BY)))
		return likely * (place == PLACE_BRACKETS ? 4 : 5) >= all * 3 &&
		    v->sure * 2 >= v->maybe;
	return false;
}
