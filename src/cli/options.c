#include "cli/options.h"

#include "cli/option_table.h"
#include "cli/pick.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/near.h"
#include "lectern/base/translate.h"

#define SCREEN_LARGEST 1000 /* columns or rows of --screen */

static bool
parse_screen(struct options *options, const char *word, struct err *err)
{
	int end = 0;

	if (sscanf(word, "%4dx%4d%n", &options->screen_w, &options->screen_h,
		&end) != 2 ||
	    word[end] != '\0' || options->screen_w < 1 ||
	    options->screen_h < 1 || options->screen_w > SCREEN_LARGEST ||
	    options->screen_h > SCREEN_LARGEST)
		return err_set(err,
		    _("--screen: \"%s\" is no size; give COLUMNSxROWS, as "
		      "80x24"),
		    word);
	return true;
}

static bool
parse_shape(struct options *options, const char *word, struct err *err)
{
	if (strcmp(word, "list") == 0)
		options->load.shape = LOAD_SHAPE_LIST;
	else if (strcmp(word, "headings") == 0)
		options->load.shape = LOAD_SHAPE_HEADINGS;
	else
		return err_set(err,
		    _("--shape: \"%s\" is neither list nor headings"), word);
	return true;
}

static bool
parse_format(struct options *options, const char *word, struct err *err)
{
	static const char *const names[] = {
	    [FORMAT_JSONL] = "jsonl",
	    [FORMAT_MARKDOWN] = "markdown",
	    [FORMAT_CSV] = "csv",
	    [FORMAT_HTML] = "html",
	    [FORMAT_ORG] = "org",
	    [FORMAT_ICS] = "ics",
	    [FORMAT_PLAIN] = "txt",
	};
	const unsigned digest = 1U << FORMAT_MARKDOWN | 1U << FORMAT_HTML |
	    1U << FORMAT_PLAIN;
	bool digests = options->subcommand == SUB_DIGEST;
	unsigned can = digests ? digest : ~(1U << FORMAT_PLAIN);

	/* As files of Markdown are called. */
	if (strcmp(word, "md") == 0)
		word = names[FORMAT_MARKDOWN];
	for (int i = 0; i < FORMAT_COUNT; i++) {
		if (can >> i & 1 && strcmp(word, names[i]) == 0) {
			options->format = (enum format)i;
			return true;
		}
	}
	if (digests)
		return err_set(err,
		    _("--format: \"%s\" is neither txt, markdown nor html"),
		    word);
	return err_set(err,
	    _("--format: \"%s\" is neither jsonl, markdown, html, org, ics nor "
	      "csv"),
	    word);
}

/* Reads "3d". */
static bool
parse_since(struct options *options, const char *word, struct err *err)
{
	static const char units[] = "hdw";
	static const long long hours[] = {1, 24, 168};
	char *end;
	unsigned long n = strtoul(word, &end, 10);
	const char *unit = *end ? strchr(units, *end) : NULL;

	if (word[0] < '0' || word[0] > '9' || n == 0 || n > 99999 || !unit ||
	    end[1])
		return err_set(err,
		    _("--since: \"%s\" is no time such as 12h, 3d or 1w"),
		    word);
	options->since = (long long)n * hours[unit - units] * 3600000;
	return true;
}

static bool
parse_level(struct options *options, const char *word, struct err *err)
{
	if (word[0] < '1' || word[0] > '6' || word[1] != '\0')
		return err_set(err,
		    _("--talk-level: \"%s\" is no number from 1 to 6"), word);
	options->load.talk_level = word[0] - '0';
	return true;
}

/* Puts in words what getopt did not understand. */
static bool
refuse(char **argv, struct err *err)
{
	const char *word = argv[optind > 0 ? optind - 1 : 0];

	if (optopt >= 256 || optopt == 'x')
		return err_set(err, _("%s: wants an argument"), word);
	if (optopt == 0)
		return err_set(
		    err, _("%s: no such option, or several begin so"), word);
	return err_set(err,
	    _("-%c: no such option; what begins with a dash goes after --"),
	    optopt);
}

/* Returns what an option without an argument sets, or NULL. */
static bool *
flag_of(struct options *options, int c)
{
	switch (c) {
	case 'h':
		return &options->help;
	case 'V':
		return &options->version;
	case 'v':
		return &options->verbose;
	case OPT_ALL:
		return &options->all;
	case OPT_NOTES:
		return &options->bullets;
	case OPT_DRY_RUN:
		return &options->dry_run;
	case OPT_FRESH:
		return &options->fresh;
	case OPT_JSON:
		return &options->json;
	case OPT_NO_CACHE:
		return &options->no_cache;
	case OPT_NO_CONFIG:
		return &options->no_config;
	case OPT_NO_SANDBOX:
		return &options->no_sandbox;
	case OPT_PLAIN_SCREEN:
		return &options->plain_screen;
	default:
		return NULL;
	}
}

static bool
take_option(struct options *options, int c, char **argv, struct err *err)
{
	const struct option_row *row = option_of(c);
	bool *flag = flag_of(options, c);

	if (row)
		options->given |= UINT32_C(1) << (row - option_rows());
	if (flag) {
		*flag = true;
		return true;
	}
	switch (c) {
	case 'x':
		options->commands[options->ncommands++] = optarg;
		return true;
	case OPT_COLOR:
		options->color_given = true;
		return config_parse_when(optarg, &options->color) ||
		    err_set(err,
			_("--color: \"%s\" is neither auto, always nor never"),
			optarg);
	case OPT_DB:
		options->db = optarg;
		return *optarg || err_set(err, _("--db: wants a file"));
	case OPT_FORMAT:
		options->format_word = optarg;
		return true;
	case OPT_QUERY:
		options->query = optarg;
		return true;
	case OPT_SCREEN:
		return parse_screen(options, optarg, err);
	case OPT_TRANSCRIPTS:
		options->transcripts = optarg;
		return true;
	case OPT_SINCE:
		return parse_since(options, optarg, err);
	case OPT_SHAPE:
		return parse_shape(options, optarg, err);
	case OPT_TALK_LEVEL:
		return parse_level(options, optarg, err);
	default:
		return refuse(argv, err);
	}
}

/* Whether a word is no subcommand that was mistyped; a file may have any name. */
static bool
check_typed(const char *word, struct err *err)
{
	size_t n;
	const struct subcommand_row *rows = subcommand_rows(&n);

	if (access(word, F_OK) == 0)
		return true;
	for (size_t i = 0; i < n; i++)
		if (near_word(word, rows[i].name))
			return err_set(err,
			    _("%s: neither a file nor a subcommand; is %s "
			      "meant?"),
			    word, rows[i].name);
	return true;
}

/*
 * Returns the subcommand that the first of `n` words name, or NULL; says if one
 * of them has that name and wants a second word.
 */
static const struct subcommand_row *
find_subcommand(const char *const *word, size_t n, bool *named)
{
	size_t nrows;
	const struct subcommand_row *rows = subcommand_rows(&nrows);

	*named = false;
	for (size_t i = 0; n > 0 && i < nrows; i++) {
		const char *second = rows[i].second;

		if (strcmp(word[0], rows[i].name) != 0)
			continue;
		*named = true;
		if (!second || (n > 1 && strcmp(word[1], second) == 0))
			return &rows[i];
	}
	return NULL;
}

/* Whether a word may go on with the words to search for: it looks like no file. */
static bool
is_searched(const char *word)
{
	return *word && !strpbrk(word, "/.") && strcmp(word, "-") != 0 &&
	    access(word, F_OK) != 0;
}

/* Takes the words to search for, the first of `n`; returns how many these are. */
static size_t
take_words(struct options *options, const char *const *word, size_t n)
{
	size_t used = 1;

	options->argument = word[0];
	for (; used < n && is_searched(word[used]); used++) {
		char *longer = mem_printf(
		    "%s %s", options->argument, word[used]);

		free(options->joined);
		options->argument = options->joined = longer;
	}
	return used;
}

/* Takes the subcommand and its argument, the first words. */
static bool
take_subcommand(
    struct options *options, const char *const *word, size_t n, struct err *err)
{
	bool named;
	const struct subcommand_row *row = find_subcommand(word, n, &named);
	size_t used = !row ? 0 : row->second ? 2 : 1;

	if (named && !row)
		return err_set(err, _("%s: wants add, rm or list"), word[0]);
	if (!row && n > 0 && !check_typed(word[0], err))
		return false;
	if (row)
		options->subcommand = row->subcommand;
	if (row && row->argument) {
		if (n == used)
			return err_set(err, _("%s%s%s: wants %s"), row->name,
			    row->second ? " " : "",
			    row->second ? row->second : "", row->argument);
		if (row->word == WORD_QUERY ||
		    (row->word == WORD_ID && !row->second))
			used += take_words(options, word + used, n - used);
		else
			options->argument = word[used++];
	}
	options->paths = word + used;
	options->npaths = n - used;
	if (row && row->files && *row->files != '[' && n == used)
		return err_set(err, _("%s: wants FILE"), word[0]);
	return true;
}

/* Refuses an option that goes with other subcommands, which it names. */
static bool
refuse_with(const char *name, uint32_t with, struct err *err)
{
	char names[100];

	if (with == UINT32_C(1) << SUB_BROWSE)
		return err_set(
		    err, _("-x and --screen do not go with a subcommand"));
	option_with(with, " and ", names, sizeof(names));
	return err_set(err, _("--%s is for %s"), name, names);
}

static bool
check_together(struct options *options, struct err *err)
{
	for (size_t i = 0; i < OPTION_ROWS; i++) {
		const struct option_row *row = &option_rows()[i];
		uint32_t with = option_subcommands(row->code);

		if (options->given >> i & 1 && with &&
		    !(with >> options->subcommand & 1))
			return refuse_with(row->name, with, err);
	}
	if (options->subcommand == SUB_PICK && options->format_word)
		return pick_check(options->format_word, err);
	if (options->subcommand == SUB_DIGEST)
		options->format = FORMAT_PLAIN;
	else if (options->subcommand != SUB_EXPORT)
		return true;
	if (options->format_word &&
	    !parse_format(options, options->format_word, err))
		return false;
	if (options->format == FORMAT_JSONL &&
	    (options->npaths > 0 || options->query || options->all ||
		options->bullets))
		return err_set(err,
		    _("export: takes FILE, --query, --notes and --all only for "
		      "markdown, html, org, ics and csv"));
	return true;
}

/* The options as getopt_long() wants them, ended. */
static void
name_options(struct option *named)
{
	for (size_t i = 0; i < OPTION_ROWS; i++) {
		const struct option_row *row = &option_rows()[i];

		if (row->name)
			*named++ = (struct option){row->name,
			    row->argument ? required_argument : no_argument,
			    NULL, row->code};
	}
	*named = (struct option){0};
}

bool
options_parse(struct options *options, int argc, char **argv, struct err *err)
{
	const char **words = mem_alloc((size_t)argc * 2 + 2, sizeof(*words));
	struct option named[OPTION_ROWS + 1];
	size_t nwords = 0;
	bool ok = true;

	*options = (struct options){
	    .words = words, .commands = words + argc + 1};
	name_options(named);
	opterr = 0;
	/* Options may stand between words, whose order is kept. */
	for (int c; ok &&
	     (c = getopt_long(argc, argv, "-:hVvx:", named, NULL)) != -1;) {
		if (c == 1)
			words[nwords++] = optarg;
		else
			ok = take_option(options, c, argv, err);
	}
	while (ok && optind < argc)
		words[nwords++] = argv[optind++];
	ok = ok &&
	    (options->help || options->version ||
		(take_subcommand(options, words, nwords, err) &&
		    check_together(options, err)));
	if (!ok)
		options_free(options);
	return ok;
}

void
options_free(struct options *options)
{
	free(options->words);
	free(options->joined);
	memset(options, 0, sizeof(*options));
}
