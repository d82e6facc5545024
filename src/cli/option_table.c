#include "cli/option_table.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define HELP_COLUMN 25
#define HELP_WIDTH  80

#define WITH(subcommand) (UINT32_C(1) << (subcommand))

/* clang-format off */
static const struct option_row options[OPTION_ROWS] = {
    {NULL, "COMMAND", NULL,
	N_("run a command of the browser without a terminal"),
	'x', WORD_COMMAND, WITH(SUB_BROWSE)},
    {"screen", "COLSxROWS", "80x24 120x40 160x50 200x60",
	N_("print the screen as text, after all -x"),
	OPT_SCREEN, WORD_CHOICE, WITH(SUB_BROWSE)},
    {"json", NULL, NULL,
	N_("print JSON, one object a line"),
	OPT_JSON, WORD_NONE, 0},
    {"query", "QUERY", NULL,
	N_("list or export only talks that match"),
	OPT_QUERY, WORD_QUERY, WITH(SUB_LIST) | WITH(SUB_EXPORT)},
    {"talk-level", "N", "1 2 3 4 5 6",
	N_("take the headings of level N as talks"),
	OPT_TALK_LEVEL, WORD_CHOICE, 0},
    {"transcripts", "FOLDER", NULL,
	N_("find transcripts in and below FOLDER, too"),
	OPT_TRANSCRIPTS, WORD_FILE, 0},
    {"shape", "SHAPE", "list headings",
	N_("read documents as `list' or `headings'"),
	OPT_SHAPE, WORD_CHOICE, 0},
    {"color", "WHEN", "auto always never",
	N_("use colour: auto, always or never"),
	OPT_COLOR, WORD_CHOICE, 0},
    {"db", "FILE", NULL,
	N_("keep marks in FILE"),
	OPT_DB, WORD_MARKS, 0},
    {"dry-run", NULL, NULL,
	N_("only say what import would do"),
	OPT_DRY_RUN, WORD_NONE, WITH(SUB_IMPORT)},
    {"format", "FORMAT", "jsonl markdown html org ics csv",
	N_("export as jsonl (for import), markdown, html, org, ics or csv"),
	OPT_FORMAT, WORD_CHOICE, WITH(SUB_EXPORT)},
    {"format", "FORMAT", "txt markdown html",
	N_("write the digest as txt, markdown or html"),
	OPT_FORMAT, WORD_CHOICE, WITH(SUB_DIGEST)},
    {"format", "FORMAT", NULL,
	N_("print each talk that was picked so: \"%t\\t%u\""),
	OPT_FORMAT, WORD_CHOICE, WITH(SUB_PICK)},
    {"since", "TIME", "1d 1w 4w",
	N_("tell what was marked in that time: hours, days or weeks, 1w"),
	OPT_SINCE, WORD_CHOICE, WITH(SUB_DIGEST)},
    {"fresh", NULL, NULL,
	N_("begin at the start, not where you were"),
	OPT_FRESH, WORD_NONE, 0},
    {"plain-screen", NULL, NULL,
	N_("one pane without lines, to be read aloud"),
	OPT_PLAIN_SCREEN, WORD_NONE, 0},
    {"notes", NULL, NULL,
	N_("export the notes of the talks, too"),
	OPT_NOTES, WORD_NONE, WITH(SUB_EXPORT)},
    {"all", NULL, NULL,
	N_("export what was seen and opened, too"),
	OPT_ALL, WORD_NONE, WITH(SUB_EXPORT)},
    {"no-cache", NULL, NULL,
	N_("read documents anew, and cache nothing"),
	OPT_NO_CACHE, WORD_NONE, 0},
    {"no-config", NULL, NULL,
	N_("do not read the configuration file"),
	OPT_NO_CONFIG, WORD_NONE, 0},
    {"no-sandbox", NULL, NULL,
	N_("do not confine subcommands; see the manual"),
	OPT_NO_SANDBOX, WORD_NONE, 0},
    {"verbose", NULL, NULL,
	N_("let check tell why it reads a document so"),
	'v', WORD_NONE, 0},
    {"help", NULL, NULL,
	N_("print this"),
	'h', WORD_NONE, 0},
    {"version", NULL, NULL,
	N_("print the version"),
	'V', WORD_NONE, 0},
};

static const struct subcommand_row subcommands[] = {
    {"list", NULL, NULL, NULL,
	N_("print the talks, with --query those that match"),
	SUB_LIST, WORD_NONE, WORD_FILE},
    {"search", NULL, "QUERY", NULL,
	N_("print the talks that match"),
	SUB_SEARCH, WORD_QUERY, WORD_FILE},
    {"show", NULL, "ID", NULL,
	N_("print a talk with its notes"),
	SUB_SHOW, WORD_ID, WORD_FILE},
    {"open", NULL, "ID", NULL,
	N_("open the video of a talk"),
	SUB_OPEN, WORD_ID, WORD_FILE},
    {"related", NULL, "ID", NULL,
	N_("print the talks that are nearest to a talk"),
	SUB_RELATED, WORD_ID, WORD_FILE},
    {"library", NULL, NULL, NULL,
	N_("print the conferences, as read and seen"),
	SUB_LIBRARY, WORD_NONE, WORD_FILE},
    {"pick", NULL, NULL, NULL,
	N_("choose talks in the browser and print them"),
	SUB_PICK, WORD_NONE, WORD_FILE},
    {"config", NULL, NULL, NULL,
	N_("print the configuration, complete"),
	SUB_CONFIG, WORD_NONE, WORD_NONE},
    {"tracks", NULL, NULL, NULL,
	N_("print the tracks"),
	SUB_TRACKS, WORD_NONE, WORD_FILE},
    {"speakers", NULL, NULL, NULL,
	N_("print the speakers"),
	SUB_SPEAKERS, WORD_NONE, WORD_FILE},
    {"bookmark", "add", "ID", NULL,
	N_("set the bookmark of a talk"),
	SUB_BOOKMARK_ADD, WORD_ID, WORD_FILE},
    {"bookmark", "rm", "ID", NULL,
	N_("remove the bookmark of a talk"),
	SUB_BOOKMARK_RM, WORD_ID, WORD_FILE},
    {"bookmark", "list", NULL, NULL,
	N_("print the talks that have a bookmark"),
	SUB_BOOKMARK_LIST, WORD_NONE, WORD_FILE},
    {"check", NULL, NULL, "FILE...",
	N_("print problems of documents, with their lines"),
	SUB_CHECK, WORD_NONE, WORD_FILE},
    {"join", NULL, NULL, "[FILE]...",
	N_("print which talks of several documents are one"),
	SUB_JOIN, WORD_NONE, WORD_FILE},
    {"sources", NULL, NULL, NULL,
	N_("print the documents, and how to renew them"),
	SUB_SOURCES, WORD_NONE, WORD_FILE},
    {"export", NULL, NULL, NULL,
	N_("print what you put in: marks, notes, tags"),
	SUB_EXPORT, WORD_NONE, WORD_FILE},
    {"digest", NULL, NULL, NULL,
	N_("print what you saw, marked, noted and queued lately"),
	SUB_DIGEST, WORD_NONE, WORD_FILE},
    {"import", NULL, NULL, "FILE...",
	N_("merge what was exported"),
	SUB_IMPORT, WORD_NONE, WORD_MARKS},
};
/* clang-format on */

const struct option_row *
option_rows(void)
{
	return options;
}

const struct option_row *
option_of(int code)
{
	for (size_t i = 0; i < OPTION_ROWS; i++)
		if (options[i].code == code)
			return &options[i];
	return NULL;
}

uint32_t
option_subcommands(int code)
{
	uint32_t with = 0;

	for (size_t i = 0; i < OPTION_ROWS; i++)
		if (options[i].code == code)
			with |= options[i].with;
	return with;
}

const struct subcommand_row *
subcommand_rows(size_t *n)
{
	*n = sizeof(subcommands) / sizeof(*subcommands);
	return subcommands;
}

void
option_with(uint32_t with, const char *between, char *names, size_t room)
{
	size_t n, len = 0;
	const struct subcommand_row *rows = subcommand_rows(&n);

	*names = '\0';
	for (size_t i = 0; i < n && len < room; i++)
		if (with >> rows[i].subcommand & 1)
			len += (size_t)snprintf(names + len, room - len, "%s%s",
			    len > 0 ? between : "", rows[i].name);
}

/* Writes a name, and beside it what it does, wrapped. */
static void
put_entry(FILE *out, const char *name, const char *help)
{
	int x = fprintf(out, "  %-*s", HELP_COLUMN - 3, name);

	for (const char *word = help; *word; word += strspn(word, " ")) {
		size_t len = strcspn(word, " ");
		int columns = 1 + text_width(word, len);

		if (x + columns > HELP_WIDTH)
			x = fprintf(out, "\n%*s", HELP_COLUMN - 1, "") - 1;
		fprintf(out, " %.*s", (int)len, word);
		x += columns;
		word += len;
	}
	putc('\n', out);
}

static void
put_subcommand(FILE *out, const struct subcommand_row *row)
{
	char name[HELP_COLUMN];
	const char *words = row->argument ? row->argument : row->files;

	snprintf(name, sizeof(name), "%s%s%s%s%s", row->name,
	    row->second ? " " : "", row->second ? row->second : "",
	    words ? " " : "", words ? words : "");
	put_entry(out, name, _(row->help));
}

static void
put_option(FILE *out, const struct option_row *row)
{
	char letter[] = "    ", name[HELP_COLUMN];

	if (row->code < OPT_FIRST)
		snprintf(letter, sizeof(letter), "-%c%s", row->code,
		    row->name ? ", " : "");
	snprintf(name, sizeof(name), "%s%s%s%s%s", letter,
	    row->name ? "--" : "", row->name ? row->name : "",
	    row->argument ? " " : "", row->argument ? row->argument : "");
	put_entry(out, name, _(row->help));
}

void
option_help(FILE *out)
{
	size_t n;
	const struct subcommand_row *rows = subcommand_rows(&n);

	fputs(
	    _("usage: lectern [OPTION]... [FILE|-]...\n"
	      "       lectern [OPTION]... SUBCOMMAND [ARGUMENT] [FILE]...\n"
	      "\n"
	      "Browses conference talks; without a FILE, those of your "
	      "library, or of the\n"
	      "conference that comes with lectern. A FILE is a document, or a "
	      "folder of them.\n"
	      "\n"),
	    out);
	for (size_t i = 0; i < n; i++)
		put_subcommand(out, &rows[i]);
	putc('\n', out);
	for (size_t i = 0; i < OPTION_ROWS; i++)
		put_option(out, &options[i]);
	putc('\n', out);
	fputs(
	    _("An ID that begins with a dash goes after --: lectern open -- "
	      "-Lu_cfIXGkQ\n"
	      "In the browser, ? shows the keys; the manual is lectern(1).\n"),
	    out);
}
