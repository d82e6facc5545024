#include "lectern/system/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/arena.h"
#include "lectern/base/argv.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "lectern/source/load.h"
#include "lectern/system/path_complete.h"

#define BLANKS       " \t"
#define MOST_HISTORY 10000
#define MOST_LEAD    3600
#define USUAL_LEAD   3

#define CONFIG_BYTES 1000000 /* of the file, at most */
#define LINES_MOST   1000    /* of it that bind keys, or are views */

bool
config_parse_when(const char *word, enum config_when *when)
{
	static const char *const names[] = {
	    [CONFIG_AUTO] = "auto",
	    [CONFIG_ALWAYS] = "always",
	    [CONFIG_NEVER] = "never",
	};

	for (int i = 0; i < 3; i++)
		if (strcmp(word, names[i]) == 0) {
			*when = (enum config_when)i;
			return true;
		}
	return false;
}

static bool
set_command(char **setting, const char *value, struct err *err)
{
	struct argv argv;

	if (!argv_split(value, NULL, &argv, err))
		return false;
	argv_free(&argv);
	free(*setting);
	*setting = mem_dup(value, strlen(value));
	return true;
}

static bool
set_opener(struct config *config, const char *value, struct err *err)
{
	return set_command(&config->opener, value, err);
}

static bool
set_copier(struct config *config, const char *value, struct err *err)
{
	return set_command(&config->copier, value, err);
}

static bool
set_player(struct config *config, const char *value, struct err *err)
{
	return set_command(&config->player, value, err);
}

/*
 * Takes a path that is absolute or begins with `~/`; returns it as absolute, to
 * be freed, or NULL.
 */
static char *
take_path(const char *name, const char *value, struct err *err)
{
	char *path = path_expand(value);

	if (*path == '/')
		return path;
	err_set(err, _("%s wants a path that begins with / or ~/, not \"%s\""),
	    name, value);
	free(path);
	return NULL;
}

static bool
set_sync(struct config *config, const char *value, struct err *err)
{
	char *path = take_path("sync-file", value, err);

	if (!path)
		return false;
	free(config->sync);
	config->sync = path;
	return true;
}

static bool
set_mouse(struct config *config, const char *value, struct err *err)
{
	bool on = strcmp(value, "on") == 0;

	if (!on && strcmp(value, "off") != 0)
		return err_set(err, _("mouse is on or off, not \"%s\""), value);
	config->mouse = on;
	return true;
}

static bool
set_color(struct config *config, const char *value, struct err *err)
{
	return config_parse_when(value, &config->color) ||
	    err_set(
		err, _("color is auto, always or never, not \"%s\""), value);
}

static bool
set_theme(struct config *config, const char *value, struct err *err)
{
	static const char *const names[] = {
	    [CONFIG_THEME_AUTO] = "auto",
	    [CONFIG_THEME_DARK] = "dark",
	    [CONFIG_THEME_LIGHT] = "light",
	    [CONFIG_THEME_MONO] = "mono",
	    [CONFIG_THEME_CONTRAST] = "contrast",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(value, names[i]) == 0) {
			config->theme = (enum config_theme)i;
			return true;
		}
	return err_set(err,
	    _("theme is auto, dark, light, mono or contrast, not \"%s\""),
	    value);
}

/* Takes a number from 0 to `most`. */
static bool
take_number(const char *name, const char *value, unsigned long most,
    unsigned long *n, struct err *err)
{
	char *end;

	*n = strtoul(value, &end, 10);
	return (text_ascii_digit(*value) && !*end && *n <= most) ||
	    err_set(err, _("%s is a number up to %lu, not \"%s\""), name, most,
		value);
}

static bool
set_history(struct config *config, const char *value, struct err *err)
{
	unsigned long n;

	if (!take_number("history", value, MOST_HISTORY, &n, err))
		return false;
	config->history = n;
	config->keeps = true;
	return true;
}

static bool
set_lead(struct config *config, const char *value, struct err *err)
{
	unsigned long n;

	if (!take_number("lead", value, MOST_LEAD, &n, err))
		return false;
	config->lead = (long)n;
	config->leads = true;
	return true;
}

static bool
set_play_again(struct config *config, const char *value, struct err *err)
{
	config->queues = strcmp(value, "queue") == 0;
	return config->queues || strcmp(value, "replace") == 0 ||
	    err_set(
		err, _("play-again is replace or queue, not \"%s\""), value);
}

long
config_lead(const struct config *config)
{
	return config && config->leads ? config->lead : USUAL_LEAD;
}

static const struct config_setting settings[CONFIG_SETTINGS] = {
    {"opener", "", N_("the command that opens a link, which is added to it")},
    {"player", "mpv", N_("the command that plays a video")},
    {"lead", "3", N_("seconds that are played before a time code")},
    {"play-again", "replace",
	N_("what p does while mpv plays: replace or queue")},
    {"copier", "", N_("the command that copies what it reads")},
    {"mouse", "off", N_("whether clicks and the wheel are lectern's")},
    {"color", "auto", N_("when to use colour: auto, always or never")},
    {"theme", "auto",
	N_("which colours to use: auto, dark, light, mono or contrast")},
    {"history", "100", N_("how many filters are kept")},
    {"sync-file", "", N_("the file by which machines share marks")},
};

static bool (*const setters[CONFIG_SETTINGS])(
    struct config *config, const char *value, struct err *err) = {set_opener,
    set_player, set_lead, set_play_again, set_copier, set_mouse, set_color,
    set_theme, set_history, set_sync};

const struct config_setting *
config_settings(void)
{
	return settings;
}

void
config_fault(
    struct config *config, const char *path, int line, const char *what)
{
	size_t at = config->nfaults++;
	struct config_fault *fault = mem_resize(
	    config->faults, config->nfaults, sizeof(*fault));

	for (; at > 0 && fault[at - 1].line > line; at--)
		fault[at] = fault[at - 1];
	fault[at].text = mem_printf("%s:%d: %s", path, line, what);
	fault[at].line = line;
	config->faults = fault;
}

static bool
set_value(
    struct config *config, const char *name, const char *value, struct err *err)
{
	if (!*value)
		return err_set(err, _("%s has no value"), name);
	for (size_t i = 0; i < CONFIG_SETTINGS; i++) {
		if (strcmp(name, settings[i].name) != 0)
			continue;
		if (!setters[i](config, value, err))
			return false;
		free(config->given[i]);
		config->given[i] = mem_dup(value, strlen(value));
		return true;
	}
	return err_set(err,
	    _("no setting is called \"%s\" (there are opener, player, lead, "
	      "play-again, copier, mouse, color, theme, history, sync-file, "
	      "bind, view, source, library, transcripts)"),
	    name);
}

static void
bind_key(struct config *config, const char *key, const char *command, int line)
{
	struct binding *b = config->bindings;
	struct binding *end = b ? b + config->nbindings : b;

	while (b < end && strcmp(b->key, key) != 0)
		b++;
	if (b == end) {
		config->bindings = mem_resize(
		    config->bindings, config->nbindings + 1, sizeof(*b));
		b = &config->bindings[config->nbindings++];
		b->key = mem_dup(key, strlen(key));
	} else {
		free(b->command);
	}
	b->command = mem_dup(command, strlen(command));
	b->line = line;
}

/*
 * Finds the comment: a `#` at the start or after a blank, outside quotes.  The
 * apostrophe of "don't" opens none.
 */
static char *
find_comment(char *s)
{
	char quote = '\0', before = ' ';

	for (; *s; before = *s++) {
		bool starts = strchr(BLANKS "=", before) != NULL;

		if (quote)
			quote = *s == quote ? '\0' : quote;
		else if (starts && (*s == '"' || *s == '\''))
			quote = *s;
		else if (starts && before != '=' && *s == '#')
			break;
	}
	return s;
}

/* Cuts off a comment, and blanks at the end. */
static void
trim_end(char *s)
{
	char *end = find_comment(s);

	while (end > s && strchr(BLANKS, end[-1]))
		end--;
	*end = '\0';
}

/* Ends the first word with a NUL, and returns the next one. */
static char *
part_word(char *s)
{
	char *rest = s + strcspn(s, BLANKS);

	if (*rest)
		*rest++ = '\0';
	return rest + strspn(rest, BLANKS);
}

/* Names of commands are small letters and hyphens; keys are not such words. */
static bool
is_command(const char *s)
{
	size_t len = strcspn(s, BLANKS);

	return len > 1 && strspn(s, "abcdefghijklmnopqrstuvwxyz-") >= len &&
	    *s != '-';
}

/* Puts a word after another that stands before it in the same text. */
static char *
join_words(char *first, const char *second)
{
	size_t had = strlen(first), len = strlen(second);

	first[had] = ' ';
	memmove(first + had + 1, second, len + 1);
	return first;
}

static bool
read_bind(struct config *config, char *key, int line, struct err *err)
{
	char *command = part_word(key), *next;

	trim_end(command);
	/* Of several keys each but the last word may be one. */
	while (!is_command(command) && *(next = part_word(command))) {
		key = join_words(key, command);
		command = next;
	}
	if (!*key)
		return err_set(err, _("bind lacks a key and a command"));
	if (!*command)
		return err_set(err, _("bind %s lacks a command"), key);
	if (config->nbindings == LINES_MOST)
		return err_set(
		    err, _("more than %d keys are bound"), LINES_MOST);
	bind_key(config, key, command, line);
	return true;
}

static void
add_view(struct config *config, const char *name, const char *query)
{
	struct config_view *v = config->views;
	struct config_view *end = v ? v + config->nviews : v;

	while (v < end && strcmp(v->name, name) != 0)
		v++;
	if (v == end) {
		config->views = mem_resize(
		    config->views, config->nviews + 1, sizeof(*v));
		v = &config->views[config->nviews++];
		v->name = mem_dup(name, strlen(name));
	} else {
		free(v->query);
	}
	v->query = mem_dup(query, strlen(query));
}

/* Takes `view NAME QUERY`; a name with blanks stands in quotes. */
static bool
read_view(struct config *config, char *s, struct err *err)
{
	char *name = s, *query;

	trim_end(s);
	if (*s == '"') {
		name++;
		s = strchr(name, '"');
		if (!s)
			return err_set(err,
			    _("view: the quote of the name is not closed"));
		*s++ = '\0';
		query = s + strspn(s, BLANKS);
	} else {
		query = part_word(s);
	}
	if (!*name)
		return err_set(err, _("view lacks a name and a query"));
	if (!*query)
		return err_set(err, _("view %s lacks a query"), name);
	if (config->nviews == LINES_MOST)
		return err_set(err, _("more than %d views"), LINES_MOST);
	add_view(config, name, query);
	return true;
}

/* `color ELEMENT FRONT BACK ATTRIBUTE ...` */
static bool
read_color(struct config *config, char *element, int line, struct err *err)
{
	char *look = part_word(element);

	trim_end(look);
	if (!*element || !*look)
		return err_set(err, _("color lacks an element or its color"));
	config->colors = mem_resize(
	    config->colors, config->ncolors + 1, sizeof(*config->colors));
	config->colors[config->ncolors++] = (struct config_color){
	    mem_dup(element, strlen(element)), mem_dup(look, strlen(look)),
	    line};
	return true;
}

/* `source PATH WORDS`: how a document is to be read. */
static bool
read_source(struct config *config, char *path, struct err *err)
{
	char *words = part_word(path);
	struct load_source *source;

	trim_end(words);
	if (!*path || !*words)
		return err_set(
		    err, _("source lacks a path and what is so of it"));
	if (!load_check_words(words, err))
		return false;
	config->sources = mem_resize(
	    config->sources, config->nsources + 1, sizeof(*source));
	source = &config->sources[config->nsources++];
	source->path = mem_dup(path, strlen(path));
	source->words = mem_dup(words, strlen(words));
	return true;
}

/* `library PATH`: what is opened where no file is given. */
static bool
read_library(struct config *config, char *value, struct err *err)
{
	trim_end(value);
	if (!*value)
		return err_set(err, _("library lacks a path"));
	char *path = take_path("library", value, err);

	if (!path)
		return false;
	config->library = mem_resize(
	    config->library, config->nlibrary + 1, sizeof(*config->library));
	config->library[config->nlibrary++] = path;
	return true;
}

/* `transcripts PATH`: a folder in and below which transcripts are. */
static bool
read_transcripts(struct config *config, char *value, struct err *err)
{
	trim_end(value);
	if (!*value)
		return err_set(err, _("transcripts lacks a path"));
	char *path = take_path("transcripts", value, err);

	if (!path)
		return false;
	config_add_transcripts(config, path);
	free(path);
	return true;
}

/* Whether the line begins with this word; then what follows its blanks. */
static char *
after_word(char *s, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(s, word, n) != 0 || (s[n] && !strchr(BLANKS, s[n])))
		return NULL;
	return s + n + strspn(s + n, BLANKS);
}

static bool
read_line(struct config *config, char *s, int line, struct err *err)
{
	char *rest;

	s += strspn(s, BLANKS);
	if ((rest = after_word(s, "bind")))
		return read_bind(config, rest, line, err);
	if ((rest = after_word(s, "view")))
		return read_view(config, rest, err);
	if ((rest = after_word(s, "color")) && *rest != '=')
		return read_color(config, rest, line, err);
	if ((rest = after_word(s, "source")))
		return read_source(config, rest, err);
	if ((rest = after_word(s, "library")))
		return read_library(config, rest, err);
	if ((rest = after_word(s, "transcripts")))
		return read_transcripts(config, rest, err);
	trim_end(s);
	if (!*s)
		return true;

	char *value = strchr(s, '=');

	if (!value)
		return err_set(err,
		    _("\"%s\" is neither \"name = value\" nor \"bind KEY "
		      "COMMAND\" nor \"view NAME QUERY\""),
		    s);
	*value++ = '\0';
	trim_end(s);
	return set_value(config, s, value + strspn(value, BLANKS), err);
}

/* Cleaning also removes other line ends: one line stays one. */
static bool
read_raw(
    struct config *config, const char *s, size_t len, int line, struct err *err)
{
	struct arena *arena = arena_new();
	char *clean = text_clean(arena, s, len, NULL);

	clean[strcspn(clean, "\n")] = '\0';
	bool good = read_line(config, clean, line, err);

	arena_free(arena);
	return good;
}

bool
config_read(struct config *config, const char *path, struct err *err)
{
	struct err what, why;
	FILE *file = userfile_open(path, CONFIG_BYTES, &why);
	char *s = NULL;
	size_t cap = 0;
	bool good = true;
	int line = 0;

	if (!file)
		return errno == ENOENT || errno == ENOTDIR ||
		    err_set(err, "%s", why.msg);
	for (size_t len;
	     (len = userfile_line(file, &s, &cap, CONFIG_BYTES)) > 0;) {
		line++;
		if (read_raw(config, s, len, line, &what))
			continue;
		config_fault(config, path, line, what.msg);
		if (good)
			good = err_set(err, "%s", config->faults[0].text);
	}
	if (good && ferror(file))
		good = err_set(err, "%s: %s", path, strerror(errno));
	free(s);
	fclose(file);
	return good;
}
