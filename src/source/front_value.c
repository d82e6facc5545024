#include "source/front_value.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

#define KEY_LONGEST 30 /* bytes of a key in `Key: value` */

/* The line without blanks at its end. */
static size_t
trimmed(const char *s, size_t len)
{
	while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	return len;
}

size_t
front_value_key(const char *s, size_t len, char separator)
{
	size_t n = 0;

	while (n < len && n < KEY_LONGEST &&
	    (text_ascii_word(s[n]) || s[n] == '-' || s[n] == '_'))
		n++;

	size_t end = n;

	while (separator == '=' && end < len && s[end] == ' ')
		end++;
	return n > 0 && end < len && s[end] == separator ? n : 0;
}

/* Takes the brackets of `[[wiki]]` and `[[page|shown]]` out, in place. */
static const char *
without_wiki(char *s)
{
	char *to = s, *from = s, *open, *end;

	while ((open = strstr(from, "[[")) && (end = strstr(open, "]]"))) {
		char *bar = memchr(open, '|', (size_t)(end - open));
		char *shown = bar ? bar + 1 : open + 2;

		memmove(to, from, (size_t)(open - from));
		to += open - from;
		memmove(to, shown, (size_t)(end - shown));
		to += end - shown;
		from = end + 2;
	}
	memmove(to, from, strlen(from) + 1);
	return s;
}

const char *
front_value_bare(struct arena *arena, const char *value, size_t n)
{
	n = trimmed(value, n);
	while (n > 0 && (*value == ' ' || *value == '\t')) {
		value++;
		n--;
	}
	/* Nothing, as YAML says it. */
	if ((n == 4 && memcmp(value, "null", 4) == 0) ||
	    (n == 1 && *value == '~'))
		return NULL;
	if (n >= 2 &&
	    (((*value == '"' || *value == '\'') && value[n - 1] == *value) ||
		(*value == '[' && value[1] != '[' && value[n - 1] == ']'))) {
		value++;
		n -= 2;
	}
	return n > 0 ? without_wiki(text_squeeze(arena, value, n)) : NULL;
}

bool
front_value_is_below(const char *value)
{
	return value && (*value == '|' || *value == '>') && strlen(value) <= 2;
}
