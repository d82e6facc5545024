#include "lectern/ui/command.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/ui/key.h"

/* Whether the list of names, with blanks between, has this one. */
static bool
has_key(const char *keys, const char *key)
{
	size_t len = strlen(key);

	for (; *keys; keys += strcspn(keys, " ")) {
		keys += strspn(keys, " ");
		if (strncmp(keys, key, len) == 0 &&
		    (keys[len] == ' ' || keys[len] == '\0'))
			return true;
	}
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
		if ((table[i].modes & 1u << mode) &&
		    has_key(table[i].keys, key))
			return &table[i];
	return NULL;
}

bool
command_begins(const struct config *config, const char *keys, enum mode mode,
    size_t from, const struct binding **binding)
{
	size_t len = strlen(keys);

	for (size_t i = from; config && i < config->nbindings; i++) {
		const struct binding *b = &config->bindings[i];
		const char *argument;
		const struct command *command;

		if (strncmp(b->key, keys, len) != 0 || b->key[len] != ' ')
			continue;
		command = bound_command(b, &argument);
		if (!command || !(command->modes & 1u << mode))
			continue;
		if (binding)
			*binding = b;
		return true;
	}
	return false;
}

static void
add_word(char **words, const char *word, size_t len)
{
	size_t had = strlen(*words);

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

		if ((command->modes & 1u << mode) &&
		    !command_begins(config, key, (enum mode)mode, 0, NULL) &&
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

	for (const char *s = command->keys; *s;) {
		size_t len = strcspn(s, " ");
		char *key = mem_dup(s, len);

		if (still_runs(command, config, key))
			add_word(&words, key, len);
		free(key);
		s += len;
		s += strspn(s, " ");
	}
	for (size_t i = 0; config && i < config->nbindings; i++) {
		const char *key = config->bindings[i].key;

		if (!has_key(words, key) && still_runs(command, config, key))
			add_word(&words, key, strlen(key));
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
	size_t faults = config->nfaults;

	for (size_t i = 0; i < config->nbindings; i++) {
		const struct binding *binding = &config->bindings[i];
		struct err what;

		if (check_binding(binding, &what))
			continue;
		struct err whole;

		err_set(&whole, "%s:%d: %s", path, binding->line, what.msg);
		config_fault(config, whole.msg);
	}
	return config->nfaults == faults ||
	    err_set(err, "%s", config->faults[faults]);
}
