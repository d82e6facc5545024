#include "source/front_people.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/front_value.h"
#include "source/markdown/names.h"

void
front_people_begin(struct front_matter *front)
{
	front->person = (struct front_person){.name = NULL};
}

/* Whether a member tells who somebody is. */
static bool
is_bio(const char *key, size_t len)
{
	static const char *const keys[] = {"about", "bio", "biography", NULL};

	return names_one_of(key, len, keys);
}

static void
add_name(struct arena *arena, const char *s, size_t len, size_t column,
    struct front_matter *front)
{
	struct front_person *person = &front->person;

	person->name = front_value_bare(arena, s, len);
	person->column = column;
	if (person->name)
		front_more_add(
		    arena, &front->more, front->list, ", ", person->name);
}

/* Begins what is said of somebody; lines further in go on with it. */
static void
begin_bio(struct arena *arena, const char *s, size_t len, size_t column,
    struct front_matter *front)
{
	const char *value = front_value_bare(arena, s, len);
	const char *name = front->person.name;

	if (!value || front_value_is_below(value))
		value = "";
	front->person.bio = column + 1;
	front_more_add(arena, &front->bios, &front->bio, "\n\n",
	    name ? arena_printf(arena, "%s: %s", name, value) : value);
}

/* Whether a line goes on with what is said of somebody, which then has it. */
static bool
goes_on(struct arena *arena, const char *s, size_t len, size_t column,
    struct front_matter *front)
{
	if (front->person.bio == 0)
		return false;
	if (len > 0 && column < front->person.bio) {
		front->person.bio = 0;
		return false;
	}
	front_more_add(
	    arena, &front->bios, &front->bio, "\n", arena_dup(arena, s, len));
	return true;
}

/* Whether a name here is of somebody of whom there is none yet. */
static bool
is_new(const struct front_person *person, size_t column)
{
	return !person->name || (person->dash == 0 && column == person->column);
}

/* Takes a member of somebody, or of a list where `column` tells whose it is. */
static void
take_member(struct arena *arena, const char *s, size_t len, size_t column,
    struct front_matter *front)
{
	size_t key = front_value_key(s, len, ':');

	if (key == 4 && text_ascii_same(s, "name", key) &&
	    is_new(&front->person, column))
		add_name(arena, s + key + 1, len - key - 1, column, front);
	else if (is_bio(s, key))
		begin_bio(arena, s + key + 1, len - key - 1, column, front);
}

void
front_people_flow(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t from = len;
	char quote = '\0';

	for (size_t i = 0; i < len; i++) {
		if (quote) {
			quote = s[i] == quote ? '\0' : quote;
			continue;
		}
		if (text_ascii_any(s[i], "\"'"))
			quote = s[i];
		if (s[i] == '{')
			front->person = (struct front_person){.dash = 1};
		if (!text_ascii_any(s[i], "{,}"))
			continue;
		if (from < i)
			take_member(arena, s + from, i - from, 0, front);
		front->person.bio = 0;
		for (from = s[i] == '}' ? len : i + 1;
		     from < len && s[from] == ' ';)
			from++;
	}
}

void
front_people_take(struct arena *arena, const char *s, size_t len, size_t column,
    struct front_matter *front)
{
	struct front_person *person = &front->person;
	size_t skip = 0;

	if (goes_on(arena, s, len, column, front) || len == 0)
		return;
	/* A list of what somebody has. */
	if (*s == '-' && person->dash > 0 && column + 1 != person->dash)
		return;
	if (*s == '-') {
		for (skip = 1; skip < len && s[skip] == ' ';)
			skip++;
		*person = (struct front_person){.dash = column + 1};
	}
	if (skip < len && s[skip] == '{') {
		front_people_flow(arena, s + skip, len - skip, front);
		person->dash = column + 1;
	} else if (skip > 0 &&
	    front_value_key(s + skip, len - skip, ':') == 0) {
		add_name(arena, s + skip, len - skip, column, front);
	} else {
		take_member(arena, s + skip, len - skip, column + skip, front);
	}
}
