#include "lectern/name.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/arena.h"
#include "lectern/text.h"

#define MOST_NAMES 6 /* parts of what may be a list of names */
#define MOST_WORDS 5 /* of a name */

/* Hyphen, en dash and em dash, between blanks, part title and speakers. */
static const char *const dashes[] = {" - ", " – ", " — "};

static bool
starts_upper(const char *s)
{
	uint32_t code;

	if (!*s)
		return false;
	text_decode(s, strlen(s), &code);
	/* Scripts without case have no capitals, but names. */
	return text_is_upper(code) || (code > 0x2E7F && text_is_letter(code));
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether `s` reads as names; see name.h. */
static bool
is_names(const char *s)
{
	size_t names = 1, words = 0, len = strlen(s);

	if (len == 0 || is_digit(s[0]) || s[len - 1] == '?')
		return false;
	for (size_t i = 0; i < len; i++) {
		if (s[i] == ',') {
			names++;
			words = 0;
		} else if (s[i] != ' ' && (i == 0 || s[i - 1] == ' ')) {
			words++;
		}
		if (words > MOST_WORDS || names > MOST_NAMES)
			return false;
	}
	return true;
}

/* The last dash between blanks: where it starts, and its length in `*n`. */
static const char *
last_dash(const char *s, size_t *n)
{
	const char *last = NULL;

	for (size_t d = 0; d < sizeof(dashes) / sizeof(dashes[0]); d++)
		for (const char *at = s; (at = strstr(at, dashes[d])); at++)
			if (at > s && (!last || at > last)) {
				last = at;
				*n = strlen(dashes[d]);
			}
	return last;
}

/* The last `- X` or ` -X` before names; its length in `*n`. */
static const char *
last_tight_dash(const char *s, size_t *n)
{
	const char *last = NULL;

	for (const char *at = s + 1; *s && *at; at++) {
		if (*at != '-')
			continue;
		bool after = at[1] == ' ', before = at[-1] == ' ';
		const char *right = at + 1 + after;

		if (after == before || !starts_upper(right) || !is_names(right))
			continue;
		last = before ? at - 1 : at;
		*n = 2;
	}
	return last;
}

/* The bytes of the separator between people at `s`; 0 if there is none. */
static size_t
separator(const char *s)
{
	static const char *const words[] = {", ", ",", " & ", " and "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return strlen(words[i]);
	return 0;
}

const char *const *
name_list(struct arena *arena, const char *people, size_t *count)
{
	const char **list = arena_alloc(
	    arena, (strlen(people) + 1) * sizeof(*list));
	const char *start = people;

	*count = 0;
	for (const char *s = people;; s++) {
		size_t n = separator(s);

		if (*s && n == 0)
			continue;
		const char *name = text_squeeze(
		    arena, start, (size_t)(s - start));

		if (*name)
			list[(*count)++] = name;
		if (!*s)
			return list;
		start = s + n;
		s = start - 1;
	}
}

struct name
name_part(struct arena *arena, const char *heading)
{
	char *s = text_squeeze(arena, heading, strlen(heading));
	size_t n = 0;
	struct name name = {.title = s};
	const char *at = last_dash(s, &n);

	if (!at)
		at = last_tight_dash(s, &n);
	if (!at)
		return name;
	name.speakers = name_list(arena, at + n, &name.nspeakers);
	if (name.nspeakers > 0)
		name.title = text_squeeze(arena, s, (size_t)(at - s));
	return name;
}
