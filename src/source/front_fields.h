/*
 * What front matter tells, see front_matter.h.
 */
#ifndef LECTERN_FRONT_FIELDS_H
#define LECTERN_FRONT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/front_more.h"

/* What lines are about. */
enum front_row_kind {
	FRONT_ROW_TITLE,
	FRONT_ROW_TALK,  /* something else that a page of one talk shows */
	FRONT_ROW_OTHER, /* the generator of a site, or what is not known here */
};

/* Lines of one kind that follow each other, without those that say nothing. */
struct front_row {
	uint32_t row, lines;
	enum front_row_kind kind;
	uint16_t field; /* bytes before it in struct front_matter */
};

/* Somebody of whom lines tell that are being read; columns are from 1, 0: none. */
struct front_person {
	const char *name; /* NULL: not said yet */
	size_t column;    /* of the key that said it, from 0 */
	size_t dash;      /* of those that begin somebody */
	size_t bio;       /* of the key whose text goes on below */
};

#define FRONT_ROW_NONE UINT16_MAX /* no field */

/* What it says, without quotes; NULL: nothing. */
struct front_matter {
	const char *title;
	const char *speakers; /* with commas between */
	const char *url;      /* of a video */
	const char *page;     /* another address, of the talk or the page */
	const char *date;     /* as it is written */
	const char *time;     /* when the talk begins, likewise */
	const char *name;     /* which is the title where there is none */
	const char *track;
	const char *category;   /* the first; a track where there is none */
	const char *authors;    /* speakers, if it is plainly of a talk */
	const char *end;        /* when the talk ends, as it is written */
	const char *talk_title; /* the title, where `title` is the page's */
	const char *full_names; /* speakers, where others are short */
	const char *with;       /* other speakers than whose site it is */
	const char *layout;     /* what the site makes of it */
	const char *collection; /* likewise */
	const char *room, *location, *event, *event_url, *type;
	const char *abstract, *summary;    /* may have several lines */
	const char *bio;                   /* of the speakers, likewise */
	const char *slides, *code, *paper; /* addresses */
	const char *tags;                  /* with commas between */
	const char *level, *audience, *language;
	struct front_row *rows;
	size_t nrows;
	/* While reading a list or text: */
	uint32_t row;                 /* the next line, from 1 */
	const char **list;            /* of which field, or NULL */
	struct front_more more, bios; /* that field, and `bio` */
	struct front_person person;
};

#endif
