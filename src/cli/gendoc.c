/*
 * Makes the manual and the example of a configuration: copies a template from
 * standard input, and puts tables of the program, as mdoc, in place of lines
 * such as @COMMANDS@, @QUERIES@ and @KEYS@, and the configuration in place of
 * @CONFIG@.  Runs when lectern is built; not installed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/config_print.h"
#include "lectern/ui/command.h"
#include "lectern/ui/key.h"
#include "lectern/ui/theme.h"

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
	fputs(" Cm", stdout);
	while (*keys) {
		size_t len = strcspn(keys, " ");

		put_word(keys, len);
		keys += len;
		keys += strspn(keys, " ");
		if (*keys)
			fputs(" ,", stdout);
	}
}

/* Writes an argument: "ID", or "[QUERY]" for an optional one. */
static void
put_argument(const char *argument)
{
	bool optional = *argument == '[';

	fputs(optional ? " Op Ar" : " Ar", stdout);
	put_word(argument + optional, strcspn(argument + optional, "]"));
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
		put_argument(command->argument);
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
			printf(".Ss %s\n.Bl -tag -width Ds\n", table[i].group);
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

int
main(void)
{
	char line[1024];

	while (fgets(line, sizeof(line), stdin))
		if (strcmp(line, "@COMMANDS@\n") == 0)
			put_commands();
		else if (strcmp(line, "@QUERIES@\n") == 0)
			put_queries();
		else if (strcmp(line, "@KEYS@\n") == 0)
			put_key_names();
		else if (strcmp(line, "@ELEMENTS@\n") == 0)
			put_elements();
		else if (strcmp(line, "@CONFIG@\n") == 0)
			config_print(&(struct config){.nviews = 0});
		else
			fputs(line, stdout);
	if (ferror(stdin) || fflush(stdout) == EOF)
		return 1;
	return 0;
}
