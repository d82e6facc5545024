#include "lectern/system/opener.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "system/program.h"

/* Browsers that run on the terminal. */
static const char *const text_browsers[] = {"w3m", "lynx", "links", "links2",
    "elinks", "www-browser", "browsh", "carbonyl"};

static bool
is_text_browser(const struct argv *argv)
{
	const char *name = program_name(argv->word[0]);

	for (size_t i = 0; i < sizeof(text_browsers) / sizeof(*text_browsers);
	     i++)
		if (strcmp(name, text_browsers[i]) == 0)
			return true;
	return false;
}

static bool
has_display(void)
{
	const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");

	return (x && *x) || (wayland && *wayland);
}

static bool
is_remote(void)
{
	return getenv("SSH_CONNECTION") || getenv("SSH_TTY");
}

/* Takes the program that the user named; a wrong name is an error. */
static bool
take_named(const char *command, const char *from, const char *url,
    struct argv *argv, struct err *err)
{
	if (!argv_split(command, url, argv, err))
		return false;
	if (program_is_found(argv))
		return true;
	err_set(
	    err, _("%s: program not found (named by %s)"), argv->word[0], from);
	argv_free(argv);
	return false;
}

/* Takes the first part of $BROWSER that is installed. */
static bool
take_browser(const char *url, struct argv *argv)
{
	const char *parts = getenv("BROWSER");

	while (parts && *parts) {
		size_t len = strcspn(parts, ":");
		char *part = mem_dup(parts, len);
		bool split = argv_split(part, url, argv, NULL);

		free(part);
		if (split && program_is_found(argv))
			return true;
		argv_free(argv);
		parts += len + (parts[len] == ':');
	}
	return false;
}

static bool
take_first(
    const char *const *names, size_t n, const char *url, struct argv *argv)
{
	for (size_t i = 0; i < n; i++) {
		if (argv_split(names[i], url, argv, NULL) &&
		    program_is_found(argv))
			return true;
		argv_free(argv);
	}
	return false;
}

/* Takes this system's own program for links, if there is one. */
static void
take_usual(const char *url, struct argv *argv)
{
	/* Other systems have another program called `open`. */
	const char *const usual[] = {
	    getenv("WSL_DISTRO_NAME") ? "wslview" : "xdg-open",
	    "xdg-open",
#ifdef __APPLE__
	    "open",
#endif
	};

	take_first(usual, sizeof(usual) / sizeof(*usual), url, argv);
}

bool
opener_choose(const char *setting, const char *url, enum opener_kind *kind,
    struct argv *argv, struct err *err)
{
	const char *variable = getenv("LECTERN_OPENER");
	bool named = true;

	*argv = (struct argv){0};
	*kind = OPENER_BACKGROUND;
	if (!link_is_openable(url))
		return err_set(
		    err, _("%s: not a link that can be opened"), url);
	if (setting && *setting) {
		if (!take_named(
			setting, _("the setting opener"), url, argv, err))
			return false;
	} else if (variable && *variable) {
		if (!take_named(variable, "$LECTERN_OPENER", url, argv, err))
			return false;
	} else if (!take_browser(url, argv)) {
		named = false;
		take_usual(url, argv);
	}
	if (argv->word && is_text_browser(argv)) {
		*kind = OPENER_TERMINAL;
	} else if (!named && is_remote() && !has_display()) {
		argv_free(argv);
		*kind = OPENER_SHOW;
	} else if (!argv->word) {
		return err_set(err,
		    _("no program to open links with: install xdg-utils or set "
		      "$BROWSER"));
	}
	return true;
}

/* Chooses a player that starts where the URL says. */
static bool
choose_player(
    const char *setting, const char *url, struct argv *argv, struct err *err)
{
	if (setting && *setting)
		return take_named(
		    setting, _("the setting player"), url, argv, err);
	if (argv_split("mpv", url, argv, err) && program_is_found(argv))
		return true;
	argv_free(argv);
	return err_set(
	    err, _("mpv: program not found (set player to use another)"));
}

/* Tells a player by an option where to start; false: it has none. */
static bool
add_start(struct argv *argv, long second)
{
	static const struct {
		const char *name, *option;
	} players[] = {
	    {"mpv", "--start="},
	    {"vlc", "--start-time="},
	    {"cvlc", "--start-time="},
	    {"mplayer", "-ss"},
	};
	const char *name = program_name(argv->word[0]);

	for (size_t i = 0; i < sizeof(players) / sizeof(*players); i++) {
		const char *option = players[i].option;
		bool apart = option[strlen(option) - 1] != '=';
		char *word;

		if (strcmp(name, players[i].name) != 0)
			continue;
		word = mem_printf("%s%ld", apart ? "" : option, second);
		argv_insert(argv, 1, word);
		if (apart)
			argv_insert(argv, 1, option);
		free(word);
		return true;
	}
	return false;
}

bool
opener_player(const char *setting, const char *url, long second,
    struct argv *argv, struct err *err)
{
	struct arena *arena = arena_new();
	bool good;

	*argv = (struct argv){0};
	good = link_is_openable(url)
	    ? choose_player(setting, url, argv, err)
	    : err_set(err, _("%s: not a link that can be played"), url);
	if (good && second > 0 && !add_start(argv, second)) {
		argv_free(argv);
		good = choose_player(
		    setting, link_start(arena, url, second), argv, err);
	}
	arena_free(arena);
	return good;
}

/* Takes a program for the clipboard of the display, if there is one. */
static bool
take_display(struct argv *argv)
{
	const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
	const struct {
		bool usable;
		const char *command;
	} programs[] = {
	    {wayland && *wayland, "wl-copy --type text/plain"},
	    {x && *x, "xclip -selection clipboard -in"},
	    {x && *x, "xsel --clipboard --input"},
	    {!is_remote(), "pbcopy"},
	};

	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++)
		if (programs[i].usable &&
		    take_first(&programs[i].command, 1, NULL, argv))
			return true;
	return false;
}

bool
opener_clipboard(const char *setting, struct argv argv[OPENER_CLIPBOARDS],
    size_t *n, struct err *err)
{
	static const char *const tmux[] = {"tmux load-buffer -w -"};
	const char *inside = getenv("TMUX");

	*n = 0;
	if (setting && *setting) {
		*n = 1;
		return take_named(
		    setting, _("the setting copier"), NULL, argv, err);
	}
	if (inside && *inside)
		*n += take_first(tmux, 1, NULL, &argv[*n]);
	*n += take_display(&argv[*n]);
	return true;
}
