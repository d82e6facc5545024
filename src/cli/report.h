/*
 * Subcommands that answer on standard output.
 */
#ifndef LECTERN_REPORT_H
#define LECTERN_REPORT_H

#include "cli/options.h"
#include "cli/print.h"
#include "lectern/base/err.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"
#include "lectern/system/config.h"

/* What a subcommand works on; all is borrowed. */
struct report {
	const struct options *options;
	const struct config *config;
	const struct notes *notes; /* NULL if it does not want them */
	struct marks *marks;
	const struct query *query; /* of SUB_SEARCH, or of SUB_LIST: see
	                              struct options */
	struct print_options print;
};

enum {
	EXIT_DONE = 0,
	EXIT_NO_MATCH = 1, /* or warnings */
	EXIT_ERROR = 2,
};

/*
 * Runs the subcommand (SUB_BROWSE: as list) and returns the exit status; for
 * one that is not EXIT_DONE, `err` says why unless its message is "".
 */
int report_run(const struct report *report, struct err *err);

/*
 * Whether the subcommand is there to change marks; whether it changes some,
 * perhaps beside what it is there for.
 */
bool report_writes(enum subcommand subcommand);
bool report_notes(enum subcommand subcommand);

/* Whether the subcommand tells of marks alone. */
bool report_is_of_marks(enum subcommand subcommand);

/* Whether it is about talks, so that the documents have to be loaded. */
bool report_wants_notes(const struct options *options);

/*
 * Opens `url` without a terminal of ours (or plays it in the player) and waits
 * as long as a failure is to be told; where nothing can show it, it is printed.
 */
bool report_open(
    const struct config *config, const char *url, bool play, struct err *err);

#endif
