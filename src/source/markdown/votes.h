/*
 * What the talks of a document say of a place where speakers may stand.
 */
#ifndef LECTERN_VOTES_H
#define LECTERN_VOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/people.h"
#include "source/markdown/place.h"

/* What the talks say of a place. */
struct votes {
	size_t sure, maybe, guess, not ;
	size_t bold;        /* in the same bold words as the title */
	size_t firms, more; /* see struct people */
	size_t pairs;       /* have two parts, with a comma between them */
	size_t beside;      /* have more than names: "Ann Lee (Firm)" */
	size_t dated;       /* have a year behind the names */
	size_t club;        /* have other names, and a dash, behind a colon */
	size_t bare;        /* are handles without a sign */
	size_t strange;     /* and no word of a language: "ann_lee", "bo42" */
	size_t odd;         /* of many words, or with more than names */
	size_t linked;      /* are told by a link: see name_link.h */
	size_t events;      /* are none, but called as events are */
	size_t single;      /* stand beside a title of one word */
	size_t capitals;    /* of those that are sure, have no small letters */
	size_t subjects;    /* of those that are sure, end as subjects do */
	const char *word;   /* the first that may be a name, */
	size_t again;       /* and how often it is there again */
	const char *first;  /* the same of those that are names */
	size_t alike;
};

/* Adds what one talk has there. */
void votes_add(struct votes *votes, const struct people *people);

/*
 * Whether a comma is followed by a firm: by more of these than of names, or on
 * every line by one part, of which not all are names.
 */
bool votes_tell_firms(const struct votes *votes);

/* Whether most have names that are not all in capitals, as firms' are. */
bool votes_are_mixed(const struct votes *votes);

/* Whether nearly all name the same, as places do: "Great Hall". */
bool votes_are_one(const struct votes *votes);

/* Returns how much speaks for the place, to compare it with others. */
long votes_favour(const struct votes *votes);

/*
 * Whether nearly all of `n` talks have names there, and some bare handles.  But for
 * "by" other words stand there, too, "vim: macros", unless nearly all are handles.
 */
bool votes_have_handles(const struct votes *v, enum place place, size_t n);

/* Whether nearly all of them have a word behind "by" that may be a name. */
bool votes_have_first_names(const struct votes *v, enum place place, size_t n);

/* Whether those that have something there have names. */
bool votes_agree(const struct votes *v, enum place place, size_t n);

#endif
