/*
 * Parses the command line to plain data.
 */
#ifndef LECTERN_OPTIONS_H
#define LECTERN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/option_table.h"
#include "lectern/base/err.h"
#include "lectern/source/load.h"
#include "lectern/system/config.h"

/* The format of an export. */
enum format {
	FORMAT_JSONL,
	FORMAT_MARKDOWN,
	FORMAT_CSV,
	FORMAT_HTML,
	FORMAT_ORG,
	FORMAT_ICS,
	FORMAT_PLAIN, /* of SUB_DIGEST alone */
	FORMAT_COUNT,
};

/* What the user asked for.  Strings point into argv. */
struct options {
	enum subcommand subcommand;
	const char *argument;     /* the query or id, if it takes one */
	const char *query;        /* --query, or NULL */
	const char *transcripts;  /* --transcripts, or NULL */
	const char *const *paths; /* of documents; npaths of them */
	size_t npaths;
	const char **commands; /* -x; ncommands of them */
	size_t ncommands;
	const char **words; /* owned; paths and commands point into it */
	char *joined;       /* owned; `argument`, if that is several words */
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
	enum format format;      /* of SUB_EXPORT and SUB_DIGEST */
	long long since;         /* --since, in milliseconds before now */
	const char *format_word; /* --format, or NULL */
	bool help, version, verbose;
	uint32_t given;         /* bits of the rows of option_table */
	int screen_h, screen_w; /* --screen; 0: none */
};

/*
 * Parses the command line into `*options`, to be freed with options_free().
 * Returns false, with nothing to free, if it is wrong.
 */
bool
options_parse(struct options *options, int argc, char **argv, struct err *err);
void options_free(struct options *options);

#endif
