#include "source/front_take.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/front_keys.h"
#include "source/front_kind.h"
#include "source/front_rows.h"

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
front_take_key(const char *s, size_t len, char separator)
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

/* Whether a field has people, or is another list of words. */
static bool
is_list(const struct front_matter *front, const char *const *field)
{
	return field == &front->speakers || field == &front->authors ||
	    field == &front->with || field == &front->tags;
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
	return field == &front->abstract || field == &front->summary;
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

/*
 * Returns a value without blanks, quotes and brackets around it; NULL if empty.
 */
static const char *
bare_value(struct arena *arena, const char *value, size_t n)
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

	return bare_value(
	    arena, list, comma ? (size_t)(comma - list) : strlen(list));
}

/* The value of `- value` or `- name: value` in a list of people; NULL: none. */
static const char *
person(struct arena *arena, const char *s, size_t len)
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
	return named || dash ? bare_value(arena, s, len) : NULL;
}

/* Adds to the list or text that is open; the room for it doubles. */
static void
add_more(struct arena *arena, struct front_matter *front, const char *between,
    const char *more)
{
	size_t len = front->more_len;
	size_t need = len + strlen(between) + strlen(more) + 1;

	if (front->more_room < need) {
		char *larger = arena_alloc(arena, 2 * need);

		if (len > 0)
			memcpy(larger, front->more, len);
		front->more_room = 2 * need;
		*front->list = front->more = larger;
	}
	front->more_len += (size_t)snprintf(front->more + len, need - len,
	    "%s%s", len > 0 ? between : "", more);
}

/* Opens a field, to which lines below belong. */
static void
open_field(struct front_matter *front, const char **field)
{
	front->list = field;
	front->more = NULL;
	front->more_len = front->more_room = 0;
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
	/* "slides: example" has a name for the generator. */
	if (is_file(front, field) && *field && !strpbrk(*field, "./"))
		*field = NULL;
}

/* Takes a line of the map that is open. */
static void
take_pair(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t key = front_take_key(s, len, ':');

	if (key == 0 || *front->list ||
	    !front_keys_below(front, front->list, s, key))
		return;
	*front->list = bare_value(arena, s + key + 1, len - key - 1);
	settle_address(arena, front, front->list);
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
		if (!front->more && *front->list)
			add_more(arena, front, "", *front->list);
		add_more(
		    arena, front, "\n", arena_dup(arena, s + skip, len - skip));
		return true;
	}
	if (!front->list || skip + 1 >= len || (skip == 0 && *s != '-'))
		return false;
	if (is_map(front, front->list)) {
		take_pair(arena, s + skip, len - skip, front);
		return skip > 0;
	}
	value = person(arena, s + skip, len - skip);
	if (value && is_list(front, front->list))
		add_more(arena, front, ", ", value);
	else if (value && !*front->list)
		*front->list = value;
	return true;
}

/* Whether a value only says that text stands below: "|", ">-". */
static bool
is_below(const char *value)
{
	return value && (*value == '|' || *value == '>') && strlen(value) <= 2;
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
	*field = bare_value(arena, value, len - (size_t)(value - s));
	if (is_list(front, field) && *field)
		*field = without_quotes(arena, *field);
	if (field == &front->category && *field)
		*field = first_of(arena, *field);
	settle_address(arena, front, field);
	if (is_text(front, field)) {
		if (is_below(*field))
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
	size_t key = front_take_key(s, len, separator), more = front->more_len;
	const char **field = key > 0 ? front_keys_find(front, s, key) : NULL;
	const char **open = front->list;
	const char *was = field ? *field : NULL, *above = open ? *open : NULL;
	size_t end = field ? comment_at(s, key, len, is_prose(front, field))
			   : len;
	bool taken;

	take_line(arena, s, end, separator, front, field);
	taken = field && !was && (*field || front->list == field);
	if (!taken && open && (*open != above || front->more_len != more)) {
		field = open;
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
