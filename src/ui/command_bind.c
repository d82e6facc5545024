#include "lectern/ui/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/ui/key.h"

bool
command_next_key(const char **keys, char name[KEY_BYTES])
{
	size_t len = strcspn(*keys, " ");
	size_t n = len < KEY_BYTES ? len : KEY_BYTES - 1;

	memcpy(name, *keys, n);
	name[n] = '\0';
	/* The key ',' itself stands alone. */
	for (char *s = name + (n > 0); (s = strchr(s, ','));)
		*s = ' ';
	*keys += len;
	*keys += strspn(*keys, " ");
	return len > 0;
}

/* Whether a command has this key by default. */
static bool
has_key(const struct command *command, const char *key)
{
	char name[KEY_BYTES];

	/* Most have not even its first sign. */
	if (!strchr(command->keys, *key))
		return false;
	for (const char *s = command->keys; command_next_key(&s, name);)
		if (strcmp(name, key) == 0)
			return true;
	return false;
}

/* Splits "filter riscv" into a command (or NULL) and its argument. */
static const struct command *
bound_command(const struct binding *binding, const char **argument)
{
	size_t len = strcspn(binding->command, " \t");
	char *name = mem_dup(binding->command, len);
	const struct command *command = command_find(name);

	*argument = binding->command + len +
	    strspn(binding->command + len, " \t");
	free(name);
	return command;
}

/*
 * Returns the binding that decides what a key does in a mode, or NULL.  A
 * binding to "none" decides in every mode.
 */
static const struct binding *
find_binding(const struct config *config, const char *key, enum mode mode)
{
	for (size_t i = config ? config->nbindings : 0; i > 0; i--) {
		const struct binding *binding = &config->bindings[i - 1];
		const char *argument;

		if (strcmp(binding->key, key) != 0)
			continue;
		const struct command *command = bound_command(
		    binding, &argument);

		if (!command || (command->modes & 1u << mode))
			return binding;
	}
	return NULL;
}

/* Whether the first of several keys has a meaning of its own in the config. */
static bool
is_cut_off(const struct config *config, const char *keys, enum mode mode)
{
	size_t len = strcspn(keys, " ");
	char *first = mem_dup(keys, len);
	bool cut = keys[len] && find_binding(config, first, mode);

	free(first);
	return cut;
}

const struct command *
command_bound(const struct config *config, const char *key, enum mode mode,
    const char **argument)
{
	const struct binding *binding = find_binding(config, key, mode);
	size_t n;
	const struct command *table = command_table(&n);

	*argument = "";
	if (binding)
		return bound_command(binding, argument);
	for (size_t i = 0; i < n; i++)
		if ((table[i].modes & 1u << mode) && has_key(&table[i], key) &&
		    !is_cut_off(config, key, mode))
			return &table[i];
	return NULL;
}

/* Whether keys go on after these; what follows is written to `rest`. */
static bool
goes_on(const char *all, const char *keys, char rest[KEY_BYTES])
{
	size_t len = strlen(keys);

	if (strncmp(all, keys, len) != 0 || all[len] != ' ')
		return false;
	snprintf(rest, KEY_BYTES, "%s", all + len + 1);
	return true;
}

/* Takes default keys of the table that go on after these. */
static bool
begins_default(const struct config *config, const char *keys, enum mode mode,
    size_t from, struct following *following)
{
	size_t n;
	const struct command *table = command_table(&n);
	char name[KEY_BYTES];

	for (size_t i = from; i < n; i++) {
		const char *s = table[i].keys;

		/* Few have several keys in a row. */
		if (!(table[i].modes & 1u << mode) || !strchr(s, ','))
			continue;
		while (command_next_key(&s, name))
			if (goes_on(name, keys, following->rest) &&
			    !is_cut_off(config, name, mode)) {
				following->command = table[i].name;
				following->next = i + 1;
				return true;
			}
	}
	return false;
}

bool
command_begins(const struct config *config, const char *keys, enum mode mode,
    struct following *following)
{
	size_t nbindings = config ? config->nbindings : 0;

	for (size_t i = following->next; i < nbindings; i++) {
		const struct binding *b = &config->bindings[i];
		const char *argument;
		const struct command *command;

		if (!goes_on(b->key, keys, following->rest))
			continue;
		command = bound_command(b, &argument);
		if (!command || !(command->modes & 1u << mode))
			continue;
		following->command = b->command;
		following->next = i + 1;
		return true;
	}
	size_t from = following->next > nbindings ? following->next - nbindings
						  : 0;
	bool found = begins_default(config, keys, mode, from, following);

	following->next += found ? nbindings : 0;
	return found;
}

static void
add_word(char **words, const char *word)
{
	size_t had = strlen(*words), len = strlen(word);

	*words = mem_resize(*words, had + len + 2, 1);
	if (had > 0)
		(*words)[had++] = ' ';
	memcpy(*words + had, word, len);
	(*words)[had + len] = '\0';
}

/* Whether a key still runs the command in any of its modes. */
static bool
still_runs(
    const struct command *command, const struct config *config, const char *key)
{
	for (int mode = MODE_BROWSE; mode < MODE_COUNT; mode++) {
		const char *argument;
		struct following following = {.next = 0};

		if ((command->modes & 1u << mode) &&
		    !command_begins(config, key, (enum mode)mode, &following) &&
		    command_bound(config, key, (enum mode)mode, &argument) ==
			command)
			return true;
	}
	return false;
}

char *
command_keys(const struct command *command, const struct config *config)
{
	char *words = mem_dup("", 0);

	char name[KEY_BYTES];

	for (const char *s = command->keys; command_next_key(&s, name);)
		if (still_runs(command, config, name))
			add_word(&words, name);
	for (size_t i = 0; config && i < config->nbindings; i++) {
		const char *key = config->bindings[i].key;

		if (!has_key(command, key) && still_runs(command, config, key))
			add_word(&words, key);
	}
	return words;
}

static bool
check_binding(const struct binding *binding, struct err *err)
{
	const char *argument;

	for (const char *s = binding->key; *s;) {
		size_t len = strcspn(s, " ");
		char *key = mem_dup(s, len);
		bool good = key_is_name(key) ||
		    err_set(err, _("no key is called \"%s\""), key);

		free(key);
		if (!good)
			return false;
		s += len + (s[len] == ' ');
	}
	return strcmp(binding->command, "none") == 0 ||
	    bound_command(binding, &argument) ||
	    err_set(err, _("no command is called \"%s\""), binding->command);
}

bool
command_check(struct config *config, const char *path, struct err *err)
{
	size_t good = 0, n = config->nbindings;
	struct binding *b = config->bindings;

	for (size_t i = 0; i < n; i++) {
		struct err what;

		if (check_binding(&b[i], &what)) {
			b[good++] = b[i];
			continue;
		}
		config_fault(config, path, b[i].line, what.msg);
		free(b[i].key);
		free(b[i].command);
	}
	config->nbindings = good;
	return good == n || err_set(err, "%s", config->faults[0].text);
}
