/*
 * Parses the command line to plain data.
 */
#ifndef LECTERN_OPTIONS_H
#define LECTERN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/source/load.h"
#include "lectern/system/config.h"

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
	SUB_IMPORT, /* its paths are files of marks, not documents */
};

/* The format of an export. */
enum format {
	FORMAT_JSONL,
	FORMAT_MARKDOWN,
	FORMAT_CSV,
	FORMAT_HTML,
	FORMAT_ORG,
	FORMAT_ICS,
	FORMAT_COUNT,
};

/* What the user asked for.  Strings point into argv. */
struct options {
	enum subcommand subcommand;
	const char *argument;     /* the query or id, if it takes one */
	const char *query;        /* --query, or NULL */
	const char *const *paths; /* of documents; npaths of them */
	size_t npaths;
	const char *const *commands; /* -x; ncommands of them */
	size_t ncommands;
	const char **words; /* owned; paths and commands point into it */
	const char *db;     /* --db, or NULL */
	struct load_options load;
	enum config_when color;
	bool color_given;
	bool fresh;
	bool plain_screen;
	bool all, bullets; /* --all and --notes of SUB_EXPORT */
	bool json;
	bool no_cache;
	bool no_config;
	bool no_sandbox;
	bool dry_run;
	enum format format;      /* of SUB_EXPORT */
	const char *format_word; /* --format, or NULL */
	bool help, version, verbose;
	int screen_h, screen_w; /* --screen; 0: none */
};

/*
 * Parses the command line into `*options`, to be freed with options_free().
 * Returns false, with nothing to free, if it is wrong.
 */
bool
options_parse(struct options *options, int argc, char **argv, struct err *err);
void options_free(struct options *options);

/* What --help prints. */
extern const char options_help[];

#endif
