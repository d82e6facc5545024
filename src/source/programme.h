/*
 * Programmes: what readers of their formats have in common.  A reader fills a
 * struct programme_talk with what stands in the document, and this makes a talk
 * of it: in its track, with its video as URL, and notes from HTML or Markdown.
 */
#ifndef LECTERN_PROGRAMME_H
#define LECTERN_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/err.h"
#include "lectern/base/strmap.h"
#include "source/builder.h"
#include "source/document.h"
#include "source/long_texts.h"

/* The texts of a talk, in the order in which they are shown. */
enum programme_text {
	PROGRAMME_SUBTITLE,
	PROGRAMME_ABSTRACT,
	PROGRAMME_DESCRIPTION,
	PROGRAMME_PEOPLE,   /* who the speakers are */
	PROGRAMME_CHAPTERS, /* a list, each with its time code first */
	PROGRAMME_TEXTS,
};

/* A link of a talk. */
struct programme_link {
	const char *url;
	const char *name; /* NULL: none */
	uint32_t line;
	bool video; /* it is said to be the talk's video */
};

/*
 * A talk as its document tells of it.  Strings need not be clean, and need not
 * live longer than the call, unless the programme says that they do; NULL or ""
 * where nothing is said.
 */
struct programme_talk {
	const char *title, *track, *room;
	const char *day;      /* a date, or a date and time; else any words */
	const char *start;    /* a time of day, or a date and time */
	const char *end;      /* likewise, where `duration` is not said */
	const char *duration; /* see when_duration() */
	uint16_t minutes;     /* or so */
	const char *language, *guid, *id, *slug;
	const char *url;                     /* its page */
	const char *text[PROGRAMME_TEXTS];   /* by enum programme_text */
	uint32_t text_line[PROGRAMME_TEXTS]; /* 0: the talk's */
	const char **speakers;
	struct programme_link *links;
	size_t nspeakers, speakers_cap, nlinks, links_cap;
	uint32_t line, track_line;
};

/* A programme that is being read. */
struct programme {
	struct build *build;
	struct arena *arena;
	struct arena *scratch; /* for texts until the talk is built */
	const struct document *document;
	struct source *source; /* NULL: not begun yet */
	const char *name,
	    *zone, /* of the conference, where they are said; NULL */
	    *version;
	struct zone *clock; /* the one called so; NULL: none, or not known */
	unsigned nzones;    /* names that were looked up */
	size_t talks;
	struct strmap tracks;       /* their numbers, by name */
	struct programme_talk talk; /* the one that is being filled */
	bool part;                  /* of the conference of its folder */
	bool lasting;               /* all strings live as long as the arena, */
	struct {
		const char *s;
		size_t len;
	} kept;                  /* or those in here do */
	struct long_texts longs; /* what the reader met */
};

/* Whether a string lives as long as the arena, so that it need not be copied. */
bool programme_lasts(const struct programme *programme, const char *string);

/* Sets up a programme, to be ended with programme_end(). */
void programme_start(struct programme *programme, struct build *build,
    const struct document *document);

/*
 * Begins the conference, if that was not done.  A document that turns out to be
 * none of its format has none.
 */
struct source *programme_begin(struct programme *programme);

/* Names the conference, which begins it, if the text says something. */
void programme_name(struct programme *programme, const char *name);

/*
 * Begins the conference, and sets its name, acronym, days and zone, where
 * `text` returns what `of`, an element or object, says under the names that the
 * frab family has for these; "" for nothing.
 */
void programme_conference(struct programme *programme,
    const char *(*text)(const void *of, const char *name), const void *of);

/*
 * Sets the conference's zone, by its name; ignores one that says nothing, or
 * that is not known here where another is.
 */
void programme_zone(struct programme *programme, const char *name);

/*
 * Returns a time as clocks of the conference's zone show it, if it is told in
 * UTC, "20240203T090000Z", and the zone is known here; else `time` as it is.
 */
const char *programme_local(struct programme *programme, const char *time);

/* Returns a text as one clean line; NULL if nothing is in it. */
const char *programme_text(struct arena *arena, const char *text);

/*
 * Returns plain text as Markdown with a paragraph for each line, but for lines
 * that were wrapped: those are long, and go on with a small letter.  Blanks
 * before lines say nothing.
 */
const char *programme_plain(struct arena *arena, const char *text);

/*
 * Returns a text as one clean line that stays, with entities of HTML undone;
 * NULL if nothing is in it.
 */
const char *programme_line(const struct programme *programme, const char *text);

/* Empties `programme->talk`, and sets its line. */
struct programme_talk *
programme_clear(struct programme *programme, uint32_t line);

/*
 * Add to `programme->talk`; strings are borrowed until it is built.  A name such
 * as "Ann One; Bob Two" is of several people.
 */
void programme_speaker(struct programme *programme, const char *name);
void
programme_link(struct programme *programme, const struct programme_link *link);

/* Adds a link that may stand among the talk's links already, or be "". */
void programme_other_link(
    struct programme *programme, const struct programme_link *link);

/*
 * Sets what a talk tells of its day, start and length.  A night's talk is of the
 * day before, if that is said.  The arena owns what is set.
 */
void programme_when(
    struct arena *arena, const struct programme_talk *from, struct talk *talk);

/*
 * Builds the talk `programme->talk`, and the conference if it is the first.
 * Returns it: more may be set until the next one.
 */
struct talk *programme_build(struct programme *programme);

/*
 * Ends the programme: sets the conference's shape, which is the `kind`.  With a
 * `fault` (else NULL) in line `line` warns of it, and that talks were read
 * before it; or if none were, returns false with `err` filled.
 */
bool programme_end(struct programme *programme, const char *kind,
    const char *fault, uint32_t line, struct err *err);

/* Frees what the programme needed, where nothing was built. */
void programme_drop(struct programme *programme);

#endif
