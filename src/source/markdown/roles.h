/*
 * The shape of a document: what its nodes are.
 */
#ifndef LECTERN_ROLES_H
#define LECTERN_ROLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HALLS_MOST 16 /* columns of a table with ROLE_HALLS */

enum shape_kind {
	SHAPE_AUTO, /* as a wish only: choose by the rules */
	SHAPE_LIST,
	SHAPE_HEADINGS,
	SHAPE_PARAGRAPHS, /* some paragraphs are the talks */
	SHAPE_ONE,        /* all of it is one talk */
};

/* What a node is; nodes below a talk's, track's or name's have ROLE_BODY. */
enum role {
	ROLE_BODY,
	ROLE_NAME,  /* the heading that names the document */
	ROLE_TRACK, /* a heading */
	ROLE_TALK,  /* a heading, list item, table row or bold paragraph */
	ROLE_GROUP, /* a table row: its first cell is a track, and it a talk */
	ROLE_HALLS, /* a table: talks are its cells, tracks its columns */
	ROLE_SLOT,  /* a heading that tells when the talk below is, and where */
	ROLE_ASIDE, /* a heading that ends a talk and begins none */
	ROLE_SKIP,  /* repeats what stands elsewhere, with all that is below */
	ROLE_UNSOUGHT, /* a talk that the only search surely does not find */
};

/* Why all of a document is one talk. */
enum shape_one {
	ONE_REST,   /* nothing in it looks like several */
	ONE_FOLDER, /* the files beside it are one each */
	ONE_FRONT,  /* front matter is of a talk */
	ONE_ABOVE,  /* "Speaker:" stands above the first heading */
	ONE_TEXT,   /* it begins with text, and no heading looks like a talk */
	ONE_PARTS,  /* headings name parts of notes */
	ONE_VIDEO,  /* a video stands right below its name */
	ONE_NAMED,  /* its name, or the line below, tells who speaks */
};

/* Why lists and tables have the talks. */
enum shape_lists {
	LISTS_MORE,     /* as many as there are headings, or more */
	LISTS_MEETINGS, /* headings are meetings over them */
	LISTS_TABLE,    /* a table has columns for titles and who speaks */
	LISTS_SPOKEN,   /* they say who speaks, below titles */
	LISTS_TOPICS,   /* headings are topics over titles */
	LISTS_SPARSE,   /* headings are over few talks each */
	LISTS_NAMED,    /* all their lines name somebody */
};

/* Which paragraphs are talks. */
enum shape_form {
	FORM_BOLD,       /* all in bold */
	FORM_BOLD_NAMED, /* with a title in bold and a name */
	FORM_URL,        /* over an address */
	FORM_BOLD_LINE,  /* with a first line in bold */
	FORM_NAMED,      /* a line with a title and a name */
	FORM_FIRST,      /* the first one alone */
};

/* What has talks beside those of a document's shape, each in its own manner. */
enum beside {
	BESIDE_LISTS = 1,    /* items and rows: see lists_beside.c */
	BESIDE_PASSAGES = 2, /* paragraphs and quotations: sections_beside.c */
	BESIDE_HEADS = 4,
	BESIDE_UNSURE = 8, /* what is not parsed yet may have some */
};

/* What looks like talks and is not taken. */
struct shape_left {
	size_t n;
	uint32_t row; /* of the first; 0: there is none */
};

struct shape {
	enum shape_kind kind;   /* never SHAPE_AUTO */
	enum shape_one one;     /* why, for SHAPE_ONE */
	enum shape_form form;   /* for SHAPE_PARAGRAPHS */
	enum shape_lists lists; /* for SHAPE_LIST */
	int level;              /* of the talks, for SHAPE_HEADINGS */
	size_t units;  /* talks that lists, tables and paragraphs have */
	size_t heads;  /* headings, against which they are weighed */
	size_t others; /* headings that are none of these */
	struct shape_left notes; /* it is in notes of talks, or beside */
	struct shape_left apart; /* headings name other things than talks */
	struct shape_left links; /* of lists unlike those of talks */
	unsigned beside;         /* enum beside bits */
	bool only_days;          /* see passages_only_days() */
	bool named;              /* see heads_name_people() */
	bool given;              /* see heads_given() */
	bool labelled;           /* see label_heads_level() */
	bool told;               /* something says that talks follow */
	bool single;             /* see single_seems() */
	bool unsought;           /* some nodes have ROLE_UNSOUGHT */
	uint8_t *role; /* enum role of each node; freed by shape_free() */
};

#endif
