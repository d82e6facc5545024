#include "source/front_more.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"

/* Adds to the bytes so far; the room for them doubles. */
static void
add(struct arena *arena, struct front_more *more, const char *between,
    const char *words)
{
	size_t len = more->len;
	size_t need = len + strlen(between) + strlen(words) + 1;

	if (more->room < need) {
		char *larger = arena_alloc(arena, 2 * need);

		if (len > 0)
			memcpy(larger, more->s, len);
		more->room = 2 * need;
		more->s = larger;
	}
	more->len += (size_t)snprintf(
	    more->s + len, need - len, "%s%s", len > 0 ? between : "", words);
}

void
front_more_add(struct arena *arena, struct front_more *more, const char **field,
    const char *between, const char *words)
{
	if (!more->s && *field)
		add(arena, more, between, *field);
	add(arena, more, between, words);
	*field = more->s;
}
