#include "source/part_names.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

const struct part_name *
part_names(size_t *n)
{
	*n = part_nknown;
	return part_known;
}

/* Parts words that begin with capitals: "startsAt", but not "ID". */
static char *
part_words(struct arena *arena, const char *name)
{
	char *words = arena_alloc(arena, 2 * strlen(name) + 1), *to = words;

	for (const char *s = name; *s; s++) {
		if (s > name && *s >= 'A' && *s <= 'Z' && s[-1] >= 'a' &&
		    s[-1] <= 'z')
			*to++ = ' ';
		*to++ = *s;
	}
	return words;
}

/* Drops what questions of forms have around it: "what is your name". */
static char *
without_question(char *s)
{
	static const char what[] = "what is ", your[] = "your ";
	char *at;

	if (strncmp(s, what, strlen(what)) == 0)
		s += strlen(what);
	at = strstr(s, your);
	if (at && (at == s || at[-1] == ' '))
		memmove(at, at + strlen(your), strlen(at + strlen(your)) + 1);
	return s;
}

const char *
part_names_fold(struct arena *arena, const char *name)
{
	static const char optional[] = " optional";
	size_t len, n = 0;
	char *words = part_words(arena, name);
	char *s = text_fold(arena, words, strlen(words), &len);

	for (size_t i = 0; i < len; i++) {
		if (strchr("_-&/", s[i]))
			s[n++] = ' ';
		else if (!strchr("():*?", s[i]))
			s[n++] = s[i];
	}
	s = text_squeeze(arena, s, n);
	/* Templates of programmes tell which columns may be empty. */
	n = strlen(s);
	if (n > strlen(optional) &&
	    strcmp(s + n - strlen(optional), optional) == 0)
		s[n - strlen(optional)] = '\0';
	return without_question(s);
}
