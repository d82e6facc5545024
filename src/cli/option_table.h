/*
 * The subcommands and options, as data: what is parsed, what --help tells, and
 * what completions of shells offer come from here.
 */
#ifndef LECTERN_OPTION_TABLE_H
#define LECTERN_OPTION_TABLE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum subcommand {
	SUB_BROWSE, /* none given */
	SUB_LIST,
	SUB_SEARCH,
	SUB_SHOW,
	SUB_OPEN,
	SUB_LIBRARY,
	SUB_CONFIG,
	SUB_PICK,
	SUB_RELATED,
	SUB_TRACKS,
	SUB_SPEAKERS,
	SUB_BOOKMARK_ADD,
	SUB_BOOKMARK_RM,
	SUB_BOOKMARK_LIST,
	SUB_CHECK,
	SUB_JOIN,
	SUB_SOURCES,
	SUB_EXPORT,
	SUB_DIGEST,
	SUB_IMPORT, /* its paths are files of marks, not documents */
};

/* What a word of the command line names, so what may stand there. */
enum word_kind {
	WORD_NONE,    /* no word is expected */
	WORD_FILE,    /* a document */
	WORD_MARKS,   /* a file of marks */
	WORD_ID,      /* a talk of the documents on the line */
	WORD_QUERY,   /* a filter */
	WORD_COMMAND, /* of the browser */
	WORD_CHOICE,  /* one of the choices of the option */
};

/* An option. */
struct option_row {
	const char *name;     /* NULL if it has a letter alone */
	const char *argument; /* as help names it, or NULL */
	const char *choices;  /* with blanks between, of WORD_CHOICE */
	const char *help;
	int code;            /* its letter, or an enum option_code */
	enum word_kind word; /* the argument */
	uint32_t with;       /* bits of enum subcommand; 0: all */
};

/* A subcommand. */
struct subcommand_row {
	const char *name, *second; /* a second word, or NULL */
	const char *argument;      /* what it needs before documents, or NULL */
	const char *files; /* what help names after it: "FILE..." is needed */
	const char *help;
	enum subcommand subcommand;
	enum word_kind word; /* the argument */
	enum word_kind rest; /* the words after it */
};

enum option_code {
	OPT_FIRST = 256, /* above all letters */
	OPT_ALL = OPT_FIRST,
	OPT_COLOR,
	OPT_DB,
	OPT_DRY_RUN,
	OPT_FORMAT,
	OPT_FRESH,
	OPT_JSON,
	OPT_NO_CACHE,
	OPT_NO_CONFIG,
	OPT_NO_SANDBOX,
	OPT_NOTES,
	OPT_PLAIN_SCREEN,
	OPT_QUERY,
	OPT_SCREEN,
	OPT_SHAPE,
	OPT_SINCE,
	OPT_TALK_LEVEL,
	OPT_TRANSCRIPTS,
};

enum { OPTION_ROWS = 24 };

/* Returns the options, OPTION_ROWS of them, in the order of help. */
const struct option_row *option_rows(void);

/* Returns the first option of that code, or NULL. */
const struct option_row *option_of(int code);

/*
 * Returns bits of the subcommands that options of that code go with, 0 for all:
 * one whose argument differs with the subcommand has a row for each.
 */
uint32_t option_subcommands(int code);

/*
 * Writes the names of subcommands, given as bits, `between` two of them; as many
 * as have room.
 */
void option_with(uint32_t with, const char *between, char *names, size_t room);

/* Returns the subcommands and sets their number. */
const struct subcommand_row *subcommand_rows(size_t *n);

/* Writes what --help tells. */
void option_help(FILE *out);

#endif
