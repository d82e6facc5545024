#include "source/byline.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

#define MOST_NAMES    6   /* parts of what may be a list of names */
#define MOST_WORDS    5   /* of a name */
#define FEW_NAMES     8   /* as nearly all talks have, or fewer */
#define LONGEST_PLACE 200 /* bytes in brackets after a name */
#define LONGEST_CODE  4   /* bytes of a code point */
#define DASHES        3   /* short ones that stand for a long one, at most */

static bool
starts_upper(const char *s)
{
	uint32_t code;

	if (!*s)
		return false;
	text_decode(s, strnlen(s, LONGEST_CODE), &code);
	/* Scripts without case have no capitals, but names. */
	return text_is_upper(code) || (code > 0x2E7F && text_is_letter(code));
}

/* Whether `s` reads as names; see name.h. */
static bool
is_names(const char *s, size_t len)
{
	size_t names = 1, words = 0;

	if (len == 0 || text_ascii_digit(s[0]) || s[len - 1] == '?')
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

/*
 * The bytes of a dash between blanks at `s`, a blank, which may be typed as two or
 * three short ones; 0 if there is none.
 */
static size_t
dash(const char *s)
{
	if (s[1] == '-') {
		size_t n = 1 + strspn(s + 1, "-");

		return n <= DASHES + 1 && s[n] == ' ' ? n + 1 : 0;
	}
	/* Few blanks have anything but a letter behind them. */
	return s[1] == '\xe2' &&
		(strncmp(s + 1, "– ", 4) == 0 || strncmp(s + 1, "— ", 4) == 0)
	    ? 5
	    : 0;
}

/* The last dash between blanks: where it starts, and its length in `*n`. */
static const char *
last_dash(const char *s, size_t *n)
{
	for (const char *at = s + strlen(s); at > s; at--) {
		if (*at != ' ')
			continue;
		*n = dash(at);
		if (*n > 0)
			return at;
	}
	return NULL;
}

/* The last `- X` or ` -X` before names; its length in `*n`. */
static const char *
last_tight_dash(const char *s, size_t *n)
{
	const char *last = NULL, *end = s + strlen(s);

	for (const char *at = s + 1; *s && *at; at++) {
		if (*at != '-')
			continue;
		bool after = at[1] == ' ', before = at[-1] == ' ';
		const char *right = at + 1 + after;

		if (after == before || !starts_upper(right) ||
		    !is_names(right, (size_t)(end - right)))
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
	if (s[0] == ',')
		return s[1] == ' ' ? 2 : 1;
	if (s[0] != ' ')
		return 0;
	if (s[1] == '&' && s[2] == ' ')
		return 3;
	return s[1] == 'a' && strncmp(s, " and ", 5) == 0 ? 5 : 0;
}

/* The next separator at or after `s`, and its bytes; or the end, and 0. */
static const char *
next_separator(const char *s, size_t *n)
{
	for (;; s++) {
		const char *end;

		s += strcspn(s, ", (");
		/* Where somebody works may have commas. */
		end = *s == '(' ? memchr(s, ')', strnlen(s, LONGEST_PLACE))
				: NULL;
		s = end ? end : s;
		*n = separator(s);
		if (!*s || *n > 0)
			return s;
	}
}

/* [s, end) without blanks at its ends: a copy, unless the text ends there. */
static const char *
trimmed(struct arena *arena, const char *s, const char *end)
{
	while (s < end && *s == ' ')
		s++;
	if (*end == '\0' && (end == s || end[-1] != ' '))
		return s;
	while (end > s && end[-1] == ' ')
		end--;
	return arena_dup(arena, s, (size_t)(end - s));
}

/* A copy of a list with room for twice as many. */
static const char **
make_room(struct arena *arena, const char *const *list, size_t n)
{
	const char **copy = arena_alloc(arena, 2 * n * sizeof(*copy));

	memcpy(copy, list, n * sizeof(*copy));
	return copy;
}

/* As byline_list(); with `stays`, only the last name is ended. */
static const char *const *
part_list(struct arena *arena, const char *people, bool stays, size_t *count)
{
	const char *few[FEW_NAMES] = {NULL}, **many = NULL, *open = NULL;
	size_t room = FEW_NAMES, n = 0, skip;

	do {
		const char *end = next_separator(people, &skip);
		const char *name = people;

		while (name < end && *name == ' ')
			name++;
		if (n == room) {
			many = make_room(arena, many ? many : few, n);
			room *= 2;
		}
		if (name < end) {
			bool raw = stays && skip > 0;

			open = raw ? end : NULL;
			(many ? many : few)[n++] = raw
			    ? name
			    : trimmed(arena, name, end);
		}
		people = end + skip;
	} while (skip > 0);
	if (!many)
		many = arena_copy(arena, few, n * sizeof(*few));
	if (open)
		many[n - 1] = trimmed(arena, many[n - 1], open);
	*count = n;
	return many;
}

const char *const *
byline_list(struct arena *arena, const char *people, size_t *count)
{
	return part_list(arena, people, false, count);
}

size_t
byline_name(const char *name)
{
	size_t skip;
	const char *end = next_separator(name, &skip);

	while (end > name && end[-1] == ' ')
		end--;
	return (size_t)(end - name);
}

const char *const *
byline_people(struct arena *arena, const char *people, size_t *count)
{
	const char **list, *end;
	size_t n = 0;

	if (!strpbrk(people, ";|\n"))
		return byline_list(
		    arena, text_squeeze(arena, people, strlen(people)), count);
	list = arena_alloc(arena, strlen(people) * sizeof(*list));
	for (; *people; people = end + (*end != '\0')) {
		end = people + strcspn(people, ";|\n");
		list[n] = text_squeeze(arena, people, (size_t)(end - people));
		n += *list[n] != '\0';
	}
	*count = n;
	return list;
}

struct byline
byline_cut(
    struct arena *arena, const char *heading, bool stays, size_t *title_len)
{
	size_t n = 0;
	struct byline name = {.title = heading};
	const char *at = last_dash(heading, &n);

	if (!at)
		at = last_tight_dash(heading, &n);
	if (at)
		name.speakers = part_list(
		    arena, at + n, stays, &name.nspeakers);
	if (name.nspeakers == 0)
		at = heading + strlen(heading);
	while (at > heading && at[-1] == ' ')
		at--;
	*title_len = (size_t)(at - heading);
	return name;
}

struct byline
byline_part(struct arena *arena, const char *heading)
{
	size_t len;
	struct byline name = byline_cut(arena, heading, false, &len);

	if (name.nspeakers > 0)
		name.title = trimmed(arena, heading, heading + len);
	return name;
}
