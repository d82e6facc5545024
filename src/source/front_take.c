#include "source/front_take.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/front_keys.h"
#include "source/front_kind.h"
#include "source/front_people.h"
#include "source/front_rows.h"
#include "source/front_value.h"

static bool
is_people(const struct front_matter *front, const char *const *field)
{
	return field == &front->speakers || field == &front->authors ||
	    field == &front->with;
}

/* Whether a field has people, or is another list of words. */
static bool
is_list(const struct front_matter *front, const char *const *field)
{
	return is_people(front, field) || field == &front->tags;
}

/* Whether a field has the address of a file. */
static bool
is_file(const struct front_matter *front, const char *const *field)
{
	return field == &front->slides || field == &front->code ||
	    field == &front->paper;
}

/* Whether a field may have a map below it: `video:` over `  link: URL`. */
static bool
is_map(const struct front_matter *front, const char *const *field)
{
	return field == &front->url || field == &front->slides ||
	    field == &front->event;
}

/* Whether a field has text, which may go on in the lines below. */
static bool
is_text(const struct front_matter *front, const char *const *field)
{
	return field == &front->abstract || field == &front->summary ||
	    field == &front->bio;
}

/* A list of people without the quotes around each, as in `["Ann", "Bob"]`. */
static const char *
without_quotes(struct arena *arena, const char *list)
{
	char *copy = arena_dup(arena, list, strlen(list)), *to = copy;

	for (const char *s = list; *s; s++) {
		bool first = s == list || s[-1] == ' ' || s[-1] == ',';
		bool last = s[1] == ',' || s[1] == '\0';

		if ((*s != '"' && *s != '\'') || !(first || last))
			*to++ = *s;
	}
	*to = '\0';
	return copy;
}

/* The first of a list of words, as in `"Sails", "Knots"`. */
static const char *
first_of(struct arena *arena, const char *list)
{
	const char *comma = strchr(list, ',');

	return front_value_bare(
	    arena, list, comma ? (size_t)(comma - list) : strlen(list));
}

/* Opens a field, to which lines below belong. */
static void
open_field(struct front_matter *front, const char **field)
{
	front->list = field;
	front->more = (struct front_more){.s = NULL};
	front_people_begin(front);
}

/* Makes the address of a link, `[text](URL)`, what a field has. */
static void
take_address(struct arena *arena, const char **field)
{
	const char *open = **field == '[' ? strstr(*field, "](") : NULL;
	const char *end = open ? strchr(open, ')') : NULL;

	if (end && end[1] == '\0')
		*field = arena_dup(arena, open + 2, (size_t)(end - open - 2));
}

/* Makes an address of a link or an id, and drops what is none. */
static void
settle_address(
    struct arena *arena, const struct front_matter *front, const char **field)
{
	if (*field &&
	    (field == &front->url || field == &front->page ||
		field == &front->slides))
		take_address(arena, field);
	if (field == &front->url && *field &&
	    link_is_youtube_id(*field, strlen(*field)))
		*field = link_of_youtube(arena, *field);
	/* "video: true" only says that there is one. */
	if (field == &front->url && *field &&
	    (strcmp(*field, "true") == 0 || strcmp(*field, "false") == 0))
		*field = NULL;
	/* "slides: example" has a name for the generator. */
	if (is_file(front, field) && *field && !strpbrk(*field, "./"))
		*field = NULL;
}

/* Takes a line of the map that is open. */
static void
take_pair(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t key = front_value_key(s, len, ':');

	if (key == 0 || *front->list ||
	    !front_keys_below(front, front->list, s, key))
		return;
	*front->list = front_value_bare(arena, s + key + 1, len - key - 1);
	settle_address(arena, front, front->list);
}

/* The value of `- value` or `- name: value` in a list of words; NULL: none. */
static const char *
item(struct arena *arena, const char *s, size_t len)
{
	static const char name[] = "name:";
	size_t dash = len > 0 && *s == '-';
	bool named;

	s += dash;
	len -= dash;
	while (len > 0 && *s == ' ') {
		s++;
		len--;
	}
	named = len > strlen(name) && text_ascii_same(s, name, strlen(name));
	if (named) {
		s += strlen(name);
		len -= strlen(name);
	}
	return named || dash ? front_value_bare(arena, s, len) : NULL;
}

/* Takes a line below a key as part of what is open; false: it is none. */
static bool
take_more(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t skip = 0;
	const char *value;

	while (skip < len && s[skip] == ' ')
		skip++;
	if (front->list && is_text(front, front->list) &&
	    (skip > 0 || len == 0)) {
		front_more_add(arena, &front->more, front->list, "\n",
		    arena_dup(arena, s + skip, len - skip));
		return true;
	}
	if (!front->list || (len > 0 && skip == 0 && *s != '-'))
		return false;
	if (is_people(front, front->list)) {
		front_people_take(arena, s + skip, len - skip, skip, front);
		return true;
	}
	if (skip + 1 >= len)
		return false;
	if (is_map(front, front->list)) {
		take_pair(arena, s + skip, len - skip, front);
		return skip > 0;
	}
	value = item(arena, s + skip, len - skip);
	if (value && is_list(front, front->list))
		front_more_add(arena, &front->more, front->list, ", ", value);
	else if (value && !*front->list)
		*front->list = value;
	return true;
}

/* Takes a line, with a key of `field` or below a key. */
static void
take_line(struct arena *arena, const char *s, size_t len, char separator,
    struct front_matter *front, const char **field)
{
	if (take_more(arena, s, len, front))
		return;
	front->list = NULL;
	if (!field || *field)
		return;

	const char *value = (const char *)memchr(s, separator, len) + 1;

	/* `key:: value` */
	if (value < s + len && *value == ':')
		value++;
	*field = front_value_bare(arena, value, len - (size_t)(value - s));
	if (is_people(front, field) && *field && **field == '{') {
		*field = NULL;
		open_field(front, field);
		front_people_flow(
		    arena, value, len - (size_t)(value - s), front);
		return;
	}
	if (is_list(front, field) && *field)
		*field = without_quotes(arena, *field);
	if (field == &front->category && *field)
		*field = first_of(arena, *field);
	settle_address(arena, front, field);
	if (is_text(front, field)) {
		if (front_value_is_below(*field))
			*field = NULL;
		open_field(front, field);
	} else if (!*field &&
	    (is_list(front, field) || is_map(front, field) ||
		field == &front->track || field == &front->category)) {
		open_field(front, field);
	}
}

/* Whether a field has words of its own, in which a # may stand. */
static bool
is_prose(const struct front_matter *front, const char *const *field)
{
	return field == &front->title || field == &front->talk_title ||
	    field == &front->name || field == &front->event ||
	    is_text(front, field);
}

/*
 * Where the comment begins that stands behind the value of a key, whose sign is
 * at byte `i`; `len`: there is none.
 */
static size_t
comment_at(const char *s, size_t i, size_t len, bool prose)
{
	char quote;

	for (i++; i < len && strchr(" \t:", s[i]);)
		i++;
	quote = i < len ? s[i] : '\0';
	if (quote == '"' || quote == '\'') {
		for (i++; i < len && s[i] != quote; i++)
			i += s[i] == '\\' && quote == '"';
		for (i++; i < len && (s[i] == ' ' || s[i] == '\t');)
			i++;
		return i < len && s[i] == '#' && s[i - 1] != quote ? i : len;
	}
	for (; !prose && i + 1 < len; i++) {
		if (s[i] == '#' && s[i + 1] == ' ' && strchr(" \t", s[i - 1]))
			return i;
	}
	return len;
}

/* Whether the text of a link, `[text](URL)`, is lost where an address is taken. */
static bool
has_link_words(const struct front_matter *front, const char *const *field,
    const char *s, size_t len)
{
	const char *open, *end;

	if (field != &front->url && field != &front->page &&
	    field != &front->slides)
		return false;
	open = memchr(s, '[', len);
	end = open ? memmem(open, len - (size_t)(open - s), "](", 2) : NULL;
	return end && !memmem(open, (size_t)(end - open), "://", 3);
}

void
front_take_line(struct arena *arena, const char *s, size_t len, char separator,
    struct front_matter *front)
{
	size_t key = front_value_key(s, len, separator), more = front->more.len;
	size_t bios = front->bios.len;
	const char **field = key > 0 ? front_keys_find(front, s, key) : NULL;
	const char **open = front->list;
	const char *was = field ? *field : NULL, *above = open ? *open : NULL;
	size_t end = field ? comment_at(s, key, len, is_prose(front, field))
			   : len;
	bool taken;

	take_line(arena, s, end, separator, front, field);
	taken = field && !was && (*field || front->list == field);
	if (!taken && open && (*open != above || front->more.len != more)) {
		field = open;
		taken = true;
	}
	if (!taken && front->bios.len != bios) {
		field = &front->bio;
		taken = true;
	}
	/* A comment is not shown, nor how a link is called. */
	taken = taken && end == len && !has_link_words(front, field, s, len);
	front_rows_count(arena, front, s, len, taken ? field : NULL);
}

/* Text without quotes around it that stand in different lines. */
static const char *
without_ends(struct arena *arena, const char *text)
{
	size_t len = text ? strlen(text) : 0;

	while (len > 0 && text[len - 1] == '\n')
		len--;
	if (len < 2 || (*text != '"' && *text != '\'') ||
	    text[len - 1] != *text)
		return text;
	return arena_dup(arena, text + 1, len - 2);
}

/* People but "admin", as generators call whom a site belongs to. */
static const char *
without_admin(struct arena *arena, const char *people)
{
	static const char admin[] = "admin";
	char *copy = arena_alloc(arena, strlen(people) + 1);
	size_t len = 0;

	for (const char *s = people; *s;) {
		size_t n = strcspn(s, ","), next = n + (s[n] == ',');

		next += strspn(s + next, " ");
		if (n != strlen(admin) || memcmp(s, admin, n) != 0) {
			memcpy(copy + len, s, next);
			len += next;
		}
		s += next;
	}
	while (len > 0 && (copy[len - 1] == ' ' || copy[len - 1] == ','))
		len--;
	copy[len] = '\0';
	return len > 0 ? copy : NULL;
}

void
front_take_end(struct arena *arena, struct front_matter *front)
{
	front->abstract = without_ends(arena, front->abstract);
	front->summary = without_ends(arena, front->summary);
	front->bio = without_ends(arena, front->bio);
	if (front->talk_title)
		front->title = front->talk_title;
	if (front->full_names)
		front->speakers = front->full_names;
	else if (!front->speakers)
		front->speakers = front->with;
	if (front->page && !link_is_openable(front->page))
		front->page = NULL;
	if (front->page && !front->url && link_is_video(front->page))
		front->url = front->page;
	if (!front->date)
		front->date = front->time;
	if (front_matter_is_talk(front->category)) {
		front->collection = front->category;
		front->category = NULL;
	}
	if (front->authors)
		front->authors = without_admin(arena, front->authors);
	/* Any page has an author: that of a talk is who gives it. */
	if (!front->speakers && front->authors &&
	    (front->event || front->slides || front->room || front->location ||
		(front->url && link_is_video(front->url))))
		front->speakers = front->authors;
}
