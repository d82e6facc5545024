/*
 * The manner of a document: where the speakers stand, on the talks' lines or
 * below them, and what titles have in common.  It is decided once, from all
 * talks or a sample that is evenly spread.  If the talks do not agree, no
 * speakers are named.
 */
#ifndef LECTERN_MANNER_H
#define LECTERN_MANNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/fields.h"
#include "source/markdown/place.h"
#include "source/markdown/prefix.h"
#include "source/markdown/talk_line.h"
#include "source/markdown/trail.h"

struct arena;
struct track_manner;

#define MANNER_MOST 128 /* the most talks in a sample */

/* Where the title and the speakers of the only talk are told. */
enum of_one {
	OF_ONE_NOTHING, /* the document is not one talk, or they are not */
	OF_ONE_FRONT,   /* front matter */
	OF_ONE_LINE,    /* a line that says who speaks */
	OF_ONE_NAME,    /* the document's name */
	OF_ONE_BELOW,   /* the line below that */
	OF_ONE_FILE,    /* the name of the file */
};

struct manner {
	enum place place;        /* of speakers on the line, or PLACE_NONE */
	enum place other;        /* a second place, for the other talks, or
	                     PLACE_NONE */
	enum place before_event; /* on lines that end in one, or PLACE_NONE */
	struct fields fields;    /* of the line; they come before places */
	uint8_t below;      /* which line below has them, from 1; 0: none */
	bool all;           /* all lines below are names, up to others */
	bool any;           /* whichever line below reads as names has them */
	bool linked;        /* words below talks link to who speaks there */
	bool numbered;      /* numbers before titles do not belong to them */
	bool nobody;        /* show no speakers */
	bool swapped;       /* of stacked lines, the names come first */
	bool over;          /* a talk's own line is names, the title below it */
	struct trail trail; /* what follows the titles */
	bool around;        /* some titles have events around them */
	bool hosted;        /* tracks are named after who speaks in them */
	bool some;          /* so are some of them */
	bool labelled;      /* labels below tell facts though no speakers do */
	bool tracked;       /* "Track:" below talks tells these */
	bool titled;        /* titles stand below, after "Title:" */
	bool jobs;          /* titles are who speaks, and a job: see jobs.h */
	bool persons;       /* and who speaks on the line itself */
	bool cites;         /* titles are quoted below, each under its event */
	bool behind;        /* titles are quoted or styled, behind the event */
	bool quoted;        /* those that are, at the end, are titles alone */
	bool look;          /* lines below have to be read */
	bool firms;         /* after a comma stands the speaker's firm */
	bool bare;          /* words in small letters there are handles */
	bool small;   /* some there have firms in brackets: so may those whose
	                  names have small letters */
	bool loose;   /* names of one word or without capitals count, too */
	bool mixed;   /* names have small letters */
	bool single;  /* names are one word each, as links tell */
	bool asked;   /* a column or field is said to have names, whatever they
	                  are */
	bool trusted; /* nearly all talks have names there: take anything there
	                  for names */
	const char *table; /* what columns of tables have, for told_text(); or
	                      NULL: talks are in no tables */
	/* of talks beside most: in lists, in paragraphs, headings; or NULL: it
	   is this one */
	struct manner *lists, *passages, *heads;
	struct track_manner *track; /* that differ: see track_manner.h */
	size_t ntracks;
	uint8_t link; /* enum corrections_link: which one is a talk's own */
	/* what titles share: "Talk:", "Evening #"; or empty */
	char prefix[PREFIX_MOST];
	enum place one_place;            /* of speakers in that name */
	uint8_t one_title, one_speakers; /* enum of_one */
	uint32_t talks;                  /* how many were looked at */
	uint32_t rows; /* of them, those with a column for who speaks */
	uint32_t yes;  /* of them, those with names in `place` */
	uint32_t no;   /* and those with something else there */
};

/* Decides the manner from `n` talks. */
void
manner_find(struct manner *manner, const struct talk_text *talks, size_t n);

/*
 * The same in two steps: what their own lines tell, and what those below do, which
 * have to be read for it only if `manner->look` is set by then.
 */
void
manner_of_lines(struct manner *manner, const struct talk_text *talks, size_t n);
void
manner_of_below(struct manner *manner, const struct talk_text *talks, size_t n);

#endif
