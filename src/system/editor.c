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
	const char *wait; /* an option, for one that ends at once, or NULL; */
	const char *also; /* the same in short */
} editors[] = {
    {"vi", STYLE_PLUS, NULL, NULL},
    {"vim", STYLE_PLUS, NULL, NULL},
    {"nvim", STYLE_PLUS, NULL, NULL},
    {"nvi", STYLE_PLUS, NULL, NULL},
    {"vis", STYLE_PLUS, NULL, NULL},
    {"view", STYLE_PLUS, NULL, NULL},
    {"vimx", STYLE_PLUS, NULL, NULL},
    {"elvis", STYLE_PLUS, NULL, NULL},
    {"gvim", STYLE_PLUS, "--nofork", "-f"},
    {"emacs", STYLE_PLUS, NULL, NULL},
    {"emacsclient", STYLE_PLUS, NULL, NULL},
    {"zile", STYLE_PLUS, NULL, NULL},
    {"mg", STYLE_PLUS, NULL, NULL},
    {"jmacs", STYLE_PLUS, NULL, NULL},
    {"nano", STYLE_PLUS, NULL, NULL},
    {"rnano", STYLE_PLUS, NULL, NULL},
    {"pico", STYLE_PLUS, NULL, NULL},
    {"joe", STYLE_PLUS, NULL, NULL},
    {"jed", STYLE_PLUS, NULL, NULL},
    {"ne", STYLE_PLUS, NULL, NULL},
    {"micro", STYLE_PLUS, NULL, NULL},
    {"kak", STYLE_PLUS, NULL, NULL},
    {"mcedit", STYLE_PLUS, NULL, NULL},
    {"gedit", STYLE_PLUS, "--wait", "-w"},
    {"hx", STYLE_COLON, NULL, NULL},
    {"helix", STYLE_COLON, NULL, NULL},
    {"subl", STYLE_COLON, "--wait", "-w"},
    {"sublime_text", STYLE_COLON, "--wait", "-w"},
    {"zed", STYLE_COLON, "--wait", "-w"},
    {"zeditor", STYLE_COLON, "--wait", "-w"},
    {"code", STYLE_GOTO, "--wait", "-w"},
    {"code-insiders", STYLE_GOTO, "--wait", "-w"},
    {"code-oss", STYLE_GOTO, "--wait", "-w"},
    {"codium", STYLE_GOTO, "--wait", "-w"},
    {"vscodium", STYLE_GOTO, "--wait", "-w"},
    {"cursor", STYLE_GOTO, "--wait", "-w"},
    {"windsurf", STYLE_GOTO, "--wait", "-w"},
    {"kate", STYLE_OPTION, "--block", "-b"},
    {"kwrite", STYLE_OPTION, NULL, NULL},
    {"mate", STYLE_SHORT, "--wait", "-w"},
};

static const struct editor *
find_editor(const char *program)
{
	static const struct editor unknown = {"", STYLE_NONE, NULL, NULL};
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

/* Whether the user has it wait already. */
static bool
has_wait(const struct argv *argv, const struct editor *editor)
{
	for (size_t i = 1; i < argv->nword; i++) {
		const char *word = argv->word[i];

		if (strcmp(word, editor->wait) == 0 ||
		    strcmp(word, editor->also) == 0)
			return true;
	}
	return false;
}

/* Whether a name ends as if a line followed it: "notes.md:12". */
static bool
ends_in_line(const char *file)
{
	const char *colon = strrchr(file, ':');

	return colon && colon > file && colon[1] &&
	    !colon[1 + strspn(colon + 1, "0123456789")];
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
	/* What has both would be another file, at another line and column. */
	if ((style == STYLE_COLON || style == STYLE_GOTO) && ends_in_line(file))
		line = 0;
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

	if (editor->wait && !has_wait(argv, editor))
		argv_add(argv, editor->wait);
	add_place(argv, editor->style, file, line);
	free(file);
	return true;
}
