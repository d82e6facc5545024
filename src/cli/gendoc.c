/*
 * Makes the manuals, the completions and the example of a configuration: copies
 * a template from standard input, and puts tables of the program, as mdoc, in
 * place of lines such as @COMMANDS@, @SETTING lead seconds@ and @KEYS@, the configuration in
 * place of @CONFIG@, and calls of shell functions in place of @COMPLETIONS@.
 * Runs when lectern is built; not installed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/config_print.h"
#include "cli/option_table.h"
#include "lectern/model/query.h"
#include "lectern/ui/command.h"
#include "lectern/ui/key.h"
#include "lectern/ui/theme.h"

/* As completions call the kinds of words. */
static const char *const word_names[] = {
    [WORD_NONE] = "none",
    [WORD_FILE] = "file",
    [WORD_MARKS] = "marks",
    [WORD_ID] = "id",
    [WORD_QUERY] = "query",
    [WORD_COMMAND] = "command",
    [WORD_CHOICE] = "choice",
};

/* Escapes characters that mean something else to roff. */
static const struct {
	char c;
	const char *name;
} specials[] = {{'\\', "\\e"}, {'^', "\\(ha"}, {'~', "\\(ti"}, {'`', "\\(ga"},
    {'\'', "\\(aq"}, {'"', "\\(dq"}};

static void
put_text(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const char *name = NULL;

		for (size_t j = 0; j < sizeof(specials) / sizeof(*specials);
		     j++)
			if (specials[j].c == s[i])
				name = specials[j].name;
		if (name)
			fputs(name, stdout);
		else
			putchar(s[i]);
	}
}

/*
 * Writes a word as a macro's argument, so that it is not a macro or delimiter
 * itself.
 */
static void
put_word(const char *s, size_t len)
{
	fputs(" \\&", stdout);
	put_text(s, len);
}

static void
put_keys(const char *keys)
{
	char name[KEY_BYTES];
	bool first = true;

	fputs(" Cm", stdout);
	for (; command_next_key(&keys, name); first = false) {
		if (!first)
			fputs(" ,", stdout);
		for (const char *s = name; *s; s += strcspn(s, " ")) {
			s += strspn(s, " ");
			put_word(s, strcspn(s, " "));
		}
	}
}

/* Writes arguments: "ID", "[QUERY]" for an optional one, or some of them. */
static void
put_arguments(const char *s)
{
	while (*s) {
		bool optional = *s == '[';
		size_t len = strcspn(s += optional, "] ");

		fputs(optional ? " Op Ar" : " Ar", stdout);
		put_word(s, len);
		s += len;
		s += strspn(s, "] ");
	}
}

static void
put_command(const struct command *command)
{
	bool callable = command->modes & 1u << MODE_BROWSE;

	fputs(".It", stdout);
	if (*command->keys)
		put_keys(command->keys);
	if (callable && *command->keys)
		fputs(" Pq", stdout);
	if (callable) {
		fputs(" Ic", stdout);
		put_word(command->name, strlen(command->name));
	}
	if (callable && command->argument)
		put_arguments(command->argument);
	putchar('\n');
	put_text(command->help, strlen(command->help));
	fputs(".\n", stdout);
}

static void
put_commands(void)
{
	size_t n;
	const struct command *table = command_table(&n);

	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(table[i].group, table[i - 1].group) != 0) {
			if (i > 0)
				puts(".El");
			/* "In" is a macro, too. */
			printf(
			    ".Ss \\&%s\n.Bl -tag -width Ds\n", table[i].group);
		}
		put_command(&table[i]);
	}
	puts(".El");
}

/* The language of the filter. */
static void
put_queries(void)
{
	size_t n;
	const struct query_example *examples = query_examples(&n);

	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < n; i++) {
		fputs(".It Li", stdout);
		put_word(examples[i].query, strlen(examples[i].query));
		putchar('\n');
		put_text(examples[i].finds, strlen(examples[i].finds));
		fputs(".\n", stdout);
	}
	puts(".El");
}

/* The words with which terms of it may begin. */
static void
put_query_words(void)
{
	char word[QUERY_WORD];

	for (size_t i = 0; query_word(i, word); i++) {
		fputs(i > 0 ? " ,\n.Li" : ".Li", stdout);
		put_word(word, strlen(word));
		fputs("\\&", stdout);
	}
	puts(" .");
}

/*
 * A setting: `words` are its name and what it may be, "color auto | always" or
 * "lead seconds".
 */
static void
put_setting(const char *words, unsigned *told)
{
	const struct config_setting *settings = config_settings();
	size_t len = strcspn(words, " ");

	for (size_t i = 0; i < CONFIG_SETTINGS; i++) {
		const struct config_setting *setting = &settings[i];

		if (strlen(setting->name) != len ||
		    strncmp(setting->name, words, len) != 0)
			continue;
		*told |= 1u << i;
		printf(".It Cm %s No = %s%s\n%c%s", setting->name,
		    strchr(words, '|') ? "Cm" : "Ar", words + len,
		    *setting->help - 'a' + 'A', setting->help + 1);
		if (*setting->usual)
			printf("; the default is\n.Cm %s .\n", setting->usual);
		else
			puts(".");
	}
}

/* The names of keys, each once. */
static void
put_key_names(void)
{
	size_t n;
	const struct key *table = key_table(&n);

	for (size_t i = 0; i < n; i++)
		if (i == 0 || strcmp(table[i].name, table[i - 1].name) != 0)
			printf("%s.Cm %s", i > 0 ? " ,\n" : "", table[i].name);
	putchar('\n');
}

/* The elements of the screen. */
static void
put_elements(void)
{
	size_t n;
	const struct theme_element *element = theme_elements(&n);

	puts(".Bl -tag -width selected -compact");
	for (size_t i = 0; i < n; i++)
		printf(".It Cm %s\n%s\n", element[i].name, element[i].what);
	puts(".El");
}

/* Writes a word for any shell, in quotes. */
static void
put_quoted(const char *s)
{
	fputs(" '", stdout);
	for (; *s; s++)
		if (*s == '\'')
			fputs("'\\''", stdout);
		else
			putchar(*s);
	putchar('\'');
}

static void
put_option(const struct option_row *row, const char *name)
{
	bool browses = row->with & 1u << SUB_BROWSE;
	char with[100];

	option_with(row->with, " ", with, sizeof(with));
	fputs("_lectern_option", stdout);
	put_quoted(name);
	put_quoted(word_names[row->word]);
	put_quoted(row->choices ? row->choices : "");
	put_quoted(browses ? "browse" : with);
	put_quoted(row->help);
	putchar('\n');
}

static void
put_options(void)
{
	for (size_t i = 0; i < OPTION_ROWS; i++) {
		const struct option_row *row = &option_rows()[i];
		char name[40];

		if (row->name) {
			snprintf(name, sizeof(name), "--%s", row->name);
			put_option(row, name);
		}
		if (row->code < OPT_FIRST) {
			snprintf(name, sizeof(name), "-%c", row->code);
			put_option(row, name);
		}
	}
}

/*
 * Calls of functions that the completions of each shell have, with what there
 * is to complete.
 */
static void
put_completions(void)
{
	size_t n;
	const struct subcommand_row *rows = subcommand_rows(&n);
	const struct command *commands;
	char query[QUERY_WORD];

	for (size_t i = 0; i < n; i++) {
		fputs("_lectern_subcommand", stdout);
		put_quoted(rows[i].name);
		put_quoted(rows[i].second ? rows[i].second : "");
		put_quoted(word_names[rows[i].word]);
		put_quoted(word_names[rows[i].rest]);
		put_quoted(rows[i].help);
		putchar('\n');
	}
	put_options();
	for (size_t i = 0; query_word(i, query); i++) {
		fputs("_lectern_query", stdout);
		put_quoted(query);
		putchar('\n');
	}
	commands = command_table(&n);
	for (size_t i = 0; i < n; i++) {
		if (!(commands[i].modes & 1u << MODE_BROWSE))
			continue;
		fputs("_lectern_command", stdout);
		put_quoted(commands[i].name);
		put_quoted(commands[i].help);
		putchar('\n');
	}
}

static void
put_config(void)
{
	config_print(&(struct config){.nviews = 0});
}

/* Writes the table in whose place a line stands; false if there is none. */
static bool
put_table(const char *line)
{
	static const struct {
		const char *line;
		void (*put)(void);
	} tables[] = {
	    {"@COMMANDS@", put_commands},
	    {"@COMPLETIONS@", put_completions},
	    {"@CONFIG@", put_config},
	    {"@ELEMENTS@", put_elements},
	    {"@KEYS@", put_key_names},
	    {"@QUERIES@", put_queries},
	    {"@WORDS@", put_query_words},
	};

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		if (strcmp(line, tables[i].line) == 0) {
			tables[i].put();
			return true;
		}
	return false;
}

int
main(void)
{
	static const char setting[] = "@SETTING ";
	const unsigned all = (1u << CONFIG_SETTINGS) - 1;
	unsigned told = 0;
	char line[1024];

	while (fgets(line, sizeof(line), stdin)) {
		size_t len = strcspn(line, "\n");

		line[len] = '\0';
		if (strncmp(line, setting, strlen(setting)) == 0) {
			line[len - 1] = '\0';
			put_setting(line + strlen(setting), &told);
		} else if (!put_table(line)) {
			puts(line);
		}
	}
	/* A manual that has settings has each of them. */
	if (ferror(stdin) || fflush(stdout) == EOF || (told && told != all))
		return 1;
	return 0;
}
