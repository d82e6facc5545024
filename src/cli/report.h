/*
 * Runs subcommands, which answer on standard output.
 */
#ifndef LECTERN_REPORT_H
#define LECTERN_REPORT_H

#include "cli/options.h"
#include "cli/print.h"
#include "lectern/base/err.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"
#include "lectern/system/config.h"

/* What a subcommand works on; everything is borrowed. */
struct report {
	const struct options *options;
	const struct config *config;
	const struct notes *notes; /* NULL if it does not need them */
	struct marks *marks;
	const struct query *query; /* for SUB_SEARCH and SUB_LIST; may be NULL
	                              for the latter */
	struct print_options print;
};

enum {
	EXIT_DONE = 0,
	EXIT_NO_MATCH = 1, /* or warnings */
	EXIT_ERROR = 2,
};

/*
 * Runs the subcommand (SUB_BROWSE: list) and returns the exit status.  If that
 * is not EXIT_DONE, `err` says why, unless its message is "".
 */
int report_run(const struct report *report, struct err *err);

/*
 * Whether the subcommand's purpose is to change marks; whether it changes any
 * marks, be it as a side effect.
 */
bool report_writes(enum subcommand subcommand);
bool report_notes(enum subcommand subcommand);

/* Whether the subcommand is about marks alone. */
bool report_is_of_marks(enum subcommand subcommand);

/* Whether the subcommand needs the documents. */
bool report_wants_notes(const struct options *options);

/*
 * Opens `url` (or with `play` plays it) without our own terminal, and waits
 * while a failure could still be told.  Prints the URL if there is no program
 * for it.
 */
bool report_open(
    const struct config *config, const char *url, bool play, struct err *err);

#endif
