#include "lectern/system/editor.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "system/program.h"

/* How an editor takes the line. */
enum style {
	STYLE_NONE,
	STYLE_PLUS,   /* +LINE FILE */
	STYLE_COLON,  /* FILE:LINE */
	STYLE_GOTO,   /* --goto FILE:LINE */
	STYLE_OPTION, /* --line LINE FILE */
	STYLE_SHORT,  /* -l LINE FILE */
};

/* The options of editors, by the names of their programs. */
static const struct editor {
	const char *name;
	enum style style;
	const char *wait; /* an option, for one that ends at once, or NULL */
} editors[] = {
    {"vi", STYLE_PLUS, NULL},
    {"vim", STYLE_PLUS, NULL},
    {"nvim", STYLE_PLUS, NULL},
    {"nvi", STYLE_PLUS, NULL},
    {"vis", STYLE_PLUS, NULL},
    {"view", STYLE_PLUS, NULL},
    {"vimx", STYLE_PLUS, NULL},
    {"elvis", STYLE_PLUS, NULL},
    {"gvim", STYLE_PLUS, "--nofork"},
    {"emacs", STYLE_PLUS, NULL},
    {"emacsclient", STYLE_PLUS, NULL},
    {"zile", STYLE_PLUS, NULL},
    {"mg", STYLE_PLUS, NULL},
    {"jmacs", STYLE_PLUS, NULL},
    {"nano", STYLE_PLUS, NULL},
    {"rnano", STYLE_PLUS, NULL},
    {"pico", STYLE_PLUS, NULL},
    {"joe", STYLE_PLUS, NULL},
    {"jed", STYLE_PLUS, NULL},
    {"ne", STYLE_PLUS, NULL},
    {"micro", STYLE_PLUS, NULL},
    {"kak", STYLE_PLUS, NULL},
    {"mcedit", STYLE_PLUS, NULL},
    {"gedit", STYLE_PLUS, "--wait"},
    {"hx", STYLE_COLON, NULL},
    {"helix", STYLE_COLON, NULL},
    {"subl", STYLE_COLON, "--wait"},
    {"sublime_text", STYLE_COLON, "--wait"},
    {"zed", STYLE_COLON, "--wait"},
    {"zeditor", STYLE_COLON, "--wait"},
    {"code", STYLE_GOTO, "--wait"},
    {"code-insiders", STYLE_GOTO, "--wait"},
    {"code-oss", STYLE_GOTO, "--wait"},
    {"codium", STYLE_GOTO, "--wait"},
    {"vscodium", STYLE_GOTO, "--wait"},
    {"cursor", STYLE_GOTO, "--wait"},
    {"windsurf", STYLE_GOTO, "--wait"},
    {"kate", STYLE_OPTION, "--block"},
    {"kwrite", STYLE_OPTION, NULL},
    {"mate", STYLE_SHORT, "--wait"},
};

static const struct editor *
find_editor(const char *program)
{
	static const struct editor unknown = {"", STYLE_NONE, NULL};
	const char *name = program_name(program);

	for (size_t i = 0; i < sizeof(editors) / sizeof(*editors); i++) {
		size_t len = strlen(editors[i].name);

		/* vim.tiny and emacs-nox are variants, as Debian has them. */
		if (strncmp(editors[i].name, name, len) == 0 &&
		    (!name[len] || strchr(".-", name[len])))
			return &editors[i];
	}
	return &unknown;
}

/* Whether the user gave the option already, or its short form. */
static bool
has_option(const struct argv *argv, const char *option)
{
	for (size_t i = 1; i < argv->nword; i++) {
		const char *word = argv->word[i];

		if (strcmp(word, option) == 0 ||
		    (word[0] == '-' && word[1] == option[2] && !word[2]))
			return true;
	}
	return false;
}

static void
add_freely(struct argv *argv, char *word)
{
	argv_add(argv, word);
	free(word);
}

static void
add_place(struct argv *argv, enum style style, const char *file, unsigned line)
{
	switch (line > 0 ? style : STYLE_NONE) {
	case STYLE_NONE:
		break;
	case STYLE_PLUS:
		add_freely(argv, mem_printf("+%u", line));
		break;
	case STYLE_GOTO:
		argv_add(argv, "--goto");
		add_freely(argv, mem_printf("%s:%u", file, line));
		return;
	case STYLE_COLON:
		add_freely(argv, mem_printf("%s:%u", file, line));
		return;
	case STYLE_OPTION:
		argv_add(argv, "--line");
		add_freely(argv, mem_printf("%u", line));
		break;
	case STYLE_SHORT:
		argv_add(argv, "-l");
		add_freely(argv, mem_printf("%u", line));
		break;
	}
	argv_add(argv, file);
}

bool
editor_command(
    const char *path, unsigned line, struct argv *argv, struct err *err)
{
	static const char *const variables[] = {"VISUAL", "EDITOR"};
	/* "-x.md" and "+x.md" are names of documents, not options. */
	const char *here = *path == '-' || *path == '+' ? "./" : "";
	const char *command = NULL, *variable = "";
	struct err why;

	for (size_t i = 0; i < 2 && !(command && *command); i++) {
		variable = variables[i];
		command = getenv(variable);
	}
	if (!command || !*command)
		command = "vi";
	if (!argv_split(command, NULL, argv, &why))
		return err_set(err, "$%s: %s", variable, why.msg);

	const struct editor *editor = find_editor(argv->word[0]);
	char *file = mem_printf("%s%s", here, path);

	if (editor->wait && !has_option(argv, editor->wait))
		argv_add(argv, editor->wait);
	add_place(argv, editor->style, file, line);
	free(file);
	return true;
}
