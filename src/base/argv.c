#include "lectern/base/argv.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

void
argv_add(struct argv *argv, const char *word)
{
	argv_insert(argv, argv->nword, word);
}

void
argv_insert(struct argv *argv, size_t at, const char *word)
{
	argv->word = mem_resize(
	    argv->word, argv->nword + 2, sizeof(*argv->word));
	for (size_t i = argv->nword++; i > at; i--)
		argv->word[i] = argv->word[i - 1];
	argv->word[at] = mem_dup(word, strlen(word));
	argv->word[argv->nword] = NULL;
}

void
argv_free(struct argv *argv)
{
	for (size_t i = 0; i < argv->nword; i++)
		free(argv->word[i]);
	free(argv->word);
	*argv = (struct argv){0};
}

/*
 * Reads one word from `s` into `word`.  Returns what follows it, or NULL if a
 * quote is not closed.
 */
static const char *
read_word(const char *s, const char *url, struct buffer *word, bool *has_url)
{
	const char *home = getenv("HOME");
	char quote = '\0';

	buffer_puts(word, "");
	if (s[0] == '~' && s[1] == '/' && home) {
		buffer_puts(word, home);
		s++;
	}
	for (; *s && (quote || !text_ascii_blank(*s)); s++) {
		if (quote ? *s == quote : *s == '"' || *s == '\'') {
			quote = quote ? '\0' : *s;
		} else if (url && s[0] == '%' && s[1] == 's') {
			buffer_puts(word, url);
			*has_url = true;
			s++;
		} else {
			buffer_put(word, s, 1);
			s += url && s[0] == '%' && s[1] == '%';
		}
	}
	return quote ? NULL : s;
}

bool
argv_split(
    const char *command, const char *url, struct argv *argv, struct err *err)
{
	const char *s = command;
	bool has_url = false;

	*argv = (struct argv){0};
	while (s && *(s += strspn(s, " \t\n"))) {
		struct buffer word = {0};

		s = read_word(s, url, &word, &has_url);
		argv_add(argv, word.s);
		free(word.s);
	}
	if (!s || argv->nword == 0 || !*argv->word[0]) {
		argv_free(argv);
		return err_set(err, "%s: %s", command,
		    s ? _("no program is named") : _("a quote is not closed"));
	}
	if (url && !has_url)
		argv_add(argv, url);
	return true;
}
