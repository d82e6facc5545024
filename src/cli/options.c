#include "cli/options.h"

#include "cli/pick.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/near.h"

#define SCREEN_LARGEST 1000 /* columns or rows of --screen */

const char options_help[] =
    "usage: lectern [OPTION]... [FILE|-]...\n"
    "       lectern [OPTION]... SUBCOMMAND [ARGUMENT] [FILE]...\n"
    "\n"
    "Browses conference talks; without a FILE, those of your library, or of "
    "the\n"
    "conference that comes with lectern. A FILE is a Markdown document or a "
    "folder of them.\n"
    "\n"
    "  list                   print the talks, with --query those that match\n"
    "  search QUERY           print the talks that match\n"
    "  show ID                print a talk with its notes\n"
    "  open ID                open the video of a talk\n"
    "  library                print the conferences, as read and seen\n"
    "  pick                   choose talks in the browser and print them\n"
    "  config                 print the configuration, complete\n"
    "  tracks                 print the tracks\n"
    "  speakers               print the speakers\n"
    "  bookmark add|rm ID     set or remove the bookmark of a talk\n"
    "  bookmark list          print the talks that have a bookmark\n"
    "  check FILE...          print problems of documents, with their lines\n"
    "  join FILE FILE...      print which talks of several documents are one\n"
    "  sources                print the documents, and how to renew them\n"
    "  export                 print what you put in: marks, notes, tags\n"
    "  import FILE...         merge what was exported\n"
    "\n"
    "  -x COMMAND             run a command of the browser without a terminal\n"
    "      --screen COLSxROWS print the screen as text, after all -x\n"
    "      --json             print JSON, one object a line\n"
    "      --query QUERY      list or export only talks that match\n"
    "      --talk-level N     take the headings of level N as talks\n"
    "      --shape SHAPE      read documents as `list' or `headings'\n"
    "      --color WHEN       use colour: auto, always or never\n"
    "      --db FILE          keep marks in FILE\n"
    "      --dry-run          only say what import would do\n"
    "      --format FORMAT    export as jsonl (for import), markdown, html, "
    "org, ics\n"
    "                         or csv; with pick, print so: \"%t\\t%u\"\n"
    "      --fresh            begin at the start, not where you were\n"
    "      --plain-screen     one pane without lines, to be read aloud\n"
    "      --notes            export the notes of the talks, too\n"
    "      --all              export what was seen and opened, too\n"
    "      --no-cache         read documents anew, and cache nothing\n"
    "      --no-config        do not read the configuration file\n"
    "      --no-sandbox       do not confine subcommands; see the manual\n"
    "  -v, --verbose          let check tell why it reads a document so\n"
    "  -h, --help             print this\n"
    "  -V, --version          print the version\n"
    "\n"
    "An ID that begins with a dash goes after --: lectern open -- -Lu_cfIXGkQ\n"
    "In the browser, ? shows the keys; the manual is lectern(1).\n";

enum {
	OPT_ALL = 256,
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
	OPT_TALK_LEVEL,
};

static const struct option long_options[] = {
    {"all", no_argument, NULL, OPT_ALL},
    {"color", required_argument, NULL, OPT_COLOR},
    {"db", required_argument, NULL, OPT_DB},
    {"dry-run", no_argument, NULL, OPT_DRY_RUN},
    {"format", required_argument, NULL, OPT_FORMAT},
    {"fresh", no_argument, NULL, OPT_FRESH},
    {"help", no_argument, NULL, 'h'},
    {"json", no_argument, NULL, OPT_JSON},
    {"no-cache", no_argument, NULL, OPT_NO_CACHE},
    {"no-config", no_argument, NULL, OPT_NO_CONFIG},
    {"plain-screen", no_argument, NULL, OPT_PLAIN_SCREEN},
    {"no-sandbox", no_argument, NULL, OPT_NO_SANDBOX},
    {"notes", no_argument, NULL, OPT_NOTES},
    {"query", required_argument, NULL, OPT_QUERY},
    {"screen", required_argument, NULL, OPT_SCREEN},
    {"shape", required_argument, NULL, OPT_SHAPE},
    {"talk-level", required_argument, NULL, OPT_TALK_LEVEL},
    {"verbose", no_argument, NULL, 'v'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

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
		    "--screen: \"%s\" is no size; give COLUMNSxROWS, as 80x24",
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
		return err_set(
		    err, "--shape: \"%s\" is neither list nor headings", word);
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
	};

	for (int i = 0; i < FORMAT_COUNT; i++) {
		if (strcmp(word, names[i]) == 0) {
			options->format = (enum format)i;
			return true;
		}
	}
	return err_set(err,
	    "--format: \"%s\" is neither jsonl, markdown, html, org, ics nor "
	    "csv",
	    word);
}

static bool
parse_level(struct options *options, const char *word, struct err *err)
{
	if (word[0] < '1' || word[0] > '6' || word[1] != '\0')
		return err_set(
		    err, "--talk-level: \"%s\" is no number from 1 to 6", word);
	options->load.talk_level = word[0] - '0';
	return true;
}

/* Puts in words what getopt did not understand. */
static bool
refuse(char **argv, struct err *err)
{
	const char *word = argv[optind > 0 ? optind - 1 : 0];

	if (optopt >= 256 || optopt == 'x')
		return err_set(err, "%s: wants an argument", word);
	if (optopt == 0)
		return err_set(
		    err, "%s: no such option, or several begin so", word);
	return err_set(err,
	    "-%c: no such option; what begins with a dash goes after --",
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
	bool *flag = flag_of(options, c);

	if (flag) {
		*flag = true;
		return true;
	}
	switch (c) {
	case OPT_COLOR:
		options->color_given = true;
		return config_parse_when(optarg, &options->color) ||
		    err_set(err,
			"--color: \"%s\" is neither auto, always nor never",
			optarg);
	case OPT_DB:
		options->db = optarg;
		return *optarg || err_set(err, "--db: wants a file");
	case OPT_FORMAT:
		options->format_word = optarg;
		return true;
	case OPT_QUERY:
		options->query = optarg;
		return true;
	case OPT_SCREEN:
		return parse_screen(options, optarg, err);
	case OPT_SHAPE:
		return parse_shape(options, optarg, err);
	case OPT_TALK_LEVEL:
		return parse_level(options, optarg, err);
	default:
		return refuse(argv, err);
	}
}

static const struct {
	const char *name, *second; /* a second word, or NULL */
	enum subcommand subcommand;
	const char *argument; /* what it needs, or NULL */
} subcommands[] = {
    {"list", NULL, SUB_LIST, NULL},
    {"search", NULL, SUB_SEARCH, "QUERY"},
    {"show", NULL, SUB_SHOW, "ID"},
    {"open", NULL, SUB_OPEN, "ID"},
    {"related", NULL, SUB_RELATED, "ID"},
    {"library", NULL, SUB_LIBRARY, NULL},
    {"config", NULL, SUB_CONFIG, NULL},
    {"pick", NULL, SUB_PICK, NULL},
    {"tracks", NULL, SUB_TRACKS, NULL},
    {"speakers", NULL, SUB_SPEAKERS, NULL},
    {"bookmark", "add", SUB_BOOKMARK_ADD, "ID"},
    {"bookmark", "rm", SUB_BOOKMARK_RM, "ID"},
    {"bookmark", "list", SUB_BOOKMARK_LIST, NULL},
    {"check", NULL, SUB_CHECK, NULL},
    {"join", NULL, SUB_JOIN, NULL},
    {"sources", NULL, SUB_SOURCES, NULL},
    {"export", NULL, SUB_EXPORT, NULL},
    {"import", NULL, SUB_IMPORT, NULL},
};

/* Whether a word is no subcommand that was mistyped; a file may have any name. */
static bool
check_typed(const char *word, struct err *err)
{
	if (access(word, F_OK) == 0)
		return true;
	for (size_t i = 0; i < sizeof(subcommands) / sizeof(*subcommands); i++)
		if (near_word(word, subcommands[i].name))
			return err_set(err,
			    "%s: neither a file nor a subcommand; is %s meant?",
			    word, subcommands[i].name);
	return true;
}

/* Takes the subcommand and its argument, the first words. */
static bool
take_subcommand(
    struct options *options, const char *const *word, size_t n, struct err *err)
{
	bool named = false;
	size_t used = 0;

	for (size_t i = 0; i < sizeof(subcommands) / sizeof(*subcommands);
	     i++) {
		const char *second = subcommands[i].second;

		if (n == 0 || strcmp(word[0], subcommands[i].name) != 0)
			continue;
		named = true;
		if (second && (n < 2 || strcmp(word[1], second) != 0))
			continue;
		used = second ? 2 : 1;
		options->subcommand = subcommands[i].subcommand;
		if (!subcommands[i].argument)
			break;
		if (n == used)
			return err_set(err, "%s%s%s: wants %s", word[0],
			    second ? " " : "", second ? second : "",
			    subcommands[i].argument);
		options->argument = word[used++];
		break;
	}
	if (named && used == 0)
		return err_set(err, "%s: wants add, rm or list", word[0]);
	if (options->subcommand == SUB_BROWSE && word[0] &&
	    !check_typed(word[0], err))
		return false;
	options->paths = word + used;
	options->npaths = n - used;
	if ((options->subcommand == SUB_CHECK ||
		options->subcommand == SUB_IMPORT) &&
	    options->npaths == 0)
		return err_set(err, "%s: wants FILE", word[0]);
	if (options->subcommand == SUB_EXPORT && options->format_word &&
	    !parse_format(options, options->format_word, err))
		return false;
	if (options->subcommand == SUB_EXPORT &&
	    options->format == FORMAT_JSONL &&
	    (options->npaths > 0 || options->query || options->all ||
		options->bullets))
		return err_set(err,
		    "export: takes FILE, --query, --notes and --all only for "
		    "markdown, html, org, ics and csv");
	return true;
}

static bool
check_together(const struct options *options, struct err *err)
{
	bool headless = options->ncommands > 0 || options->screen_w > 0;

	if (headless && options->subcommand != SUB_BROWSE)
		return err_set(
		    err, "-x and --screen do not go with a subcommand");
	if (options->dry_run && options->subcommand != SUB_IMPORT)
		return err_set(err, "--dry-run is for import");
	if (options->query && options->subcommand != SUB_LIST &&
	    options->subcommand != SUB_EXPORT)
		return err_set(err, "--query is for list and export");
	if ((options->all || options->bullets) &&
	    options->subcommand != SUB_EXPORT)
		return err_set(err, "--all and --notes are for export");
	if (!options->format_word)
		return true;
	if (options->subcommand == SUB_PICK)
		return pick_check(options->format_word, err);
	if (options->subcommand != SUB_EXPORT)
		return err_set(err, "--format is for export and pick");
	return true;
}

bool
options_parse(struct options *options, int argc, char **argv, struct err *err)
{
	const char **words = mem_alloc((size_t)argc * 2 + 2, sizeof(*words));
	const char **commands = words + argc + 1;
	size_t nwords = 0;
	bool ok = true;

	*options = (struct options){.words = words, .commands = commands};
	opterr = 0;
	/* Options may stand between words, whose order is kept. */
	for (int c; ok &&
	     (c = getopt_long(argc, argv, "-:hVvx:", long_options, NULL)) !=
		 -1;) {
		if (c == 1)
			words[nwords++] = optarg;
		else if (c == 'x')
			commands[options->ncommands++] = optarg;
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
	memset(options, 0, sizeof(*options));
}
