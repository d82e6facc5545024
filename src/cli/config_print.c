#include "cli/config_print.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/translate.h"
#include "lectern/ui/command.h"
#include "lectern/ui/theme.h"

static void
print_settings(const struct config *config)
{
	const struct config_setting *settings = config_settings();

	for (size_t i = 0; i < CONFIG_SETTINGS; i++) {
		const char *given = config->given[i];

		printf("\n# %s: %s\n", settings[i].name, _(settings[i].help));
		printf("%s%s =%s%s\n", given ? "" : "#", settings[i].name,
		    given || *settings[i].usual ? " " : "",
		    given ? given : settings[i].usual);
	}
}

static void
print_documents(const struct config *config)
{
	fputs(_("\n# Files and folders that are opened where none is given.\n"
		"#library PATH\n"),
	    stdout);
	for (size_t i = 0; i < config->nlibrary; i++)
		printf("library %s\n", config->library[i]);
	fputs(_("\n# Folders in and below which transcripts are found, too.\n"
		"#transcripts PATH\n"),
	    stdout);
	for (size_t i = 0; i < config->ntranscripts; i++)
		printf("transcripts %s\n", config->transcripts[i]);
	fputs(_("\n# How a document is read where that goes wrong by itself.\n"
		"#source PATH talks=headings:3 speakers=before-dash\n"),
	    stdout);
	for (size_t i = 0; i < config->nsources; i++)
		printf("source %s %s\n", config->sources[i].path,
		    config->sources[i].words);
	fputs(_("\n# Queries with a row of their own above the tracks.\n"
		"#view \"To read\" is:bookmarked has:notes\n"),
	    stdout);
	for (size_t i = 0; i < config->nviews; i++)
		printf("view \"%s\" %s\n", config->views[i].name,
		    config->views[i].query);
}

static void
print_colors(const struct config *config)
{
	size_t n;
	const struct theme_element *elements = theme_elements(&n);

	fputs(_("\n# How elements of the screen look: color ELEMENT FRONT BACK "
		"ATTRIBUTE.\n# The elements:\n"),
	    stdout);
	for (size_t i = 0; i < n; i++)
		printf(
		    "#   %-10s  %s\n", elements[i].name, _(elements[i].what));
	printf("#color match yellow\n");
	for (size_t i = 0; i < config->ncolors; i++)
		printf("color %s %s\n", config->colors[i].element,
		    config->colors[i].look);
}

static void
print_keys(const struct config *config)
{
	size_t n;
	const struct command *table = command_table(&n);

	fputs(_("\n# Keys: bind KEY COMMAND; \"none\" for none.\n"), stdout);
	char key[KEY_BYTES];

	for (size_t i = 0; i < n; i++)
		for (const char *s = table[i].keys; command_next_key(&s, key);)
			printf("#bind %-9s %-15s # %s\n", key, table[i].name,
			    _(table[i].help));
	for (size_t i = 0; i < config->nbindings; i++)
		printf("bind %s %s\n", config->bindings[i].key,
		    config->bindings[i].command);
}

void
config_print(const struct config *config)
{
	fputs(
	    _("# The configuration of lectern, as it is in force.  Lines that "
	      "begin with #\n# tell what holds without them; see "
	      "lectern-config(5).\n"),
	    stdout);
	print_settings(config);
	print_documents(config);
	print_colors(config);
	print_keys(config);
}
