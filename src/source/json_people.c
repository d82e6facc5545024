#include "source/json_people.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/translate.h"
#include "source/byline.h"
#include "source/json_parts.h"

const char *
json_people_name(const struct value *of)
{
	static const char *const names[] = {"name", "title", NULL};

	if (of->type == VALUE_ARRAY)
		of = of->child;
	if (!of)
		return "";
	return json_fields_is_words(of) ? value_words(of)
					: value_any(of, names);
}

/* Whether a word is an id of somebody: "B4D5E6", a UUID. */
static bool
is_id(const char *word)
{
	bool digit = strpbrk(word, "0123456789") != NULL;
	bool small = false;

	for (const char *s = word; *s; s++)
		small = small || (*s >= 'a' && *s <= 'z') || *s == ' ';
	return digit && (!small || strspn(word, "0123456789abcdef-") == 36);
}

void
json_people_add_names(struct programme *p, const char *people)
{
	size_t n;
	const char *const *names = byline_people(p->scratch, people, &n);

	for (size_t i = 0; i < n; i++)
		programme_speaker(p, names[i]);
}

/* Whether all parts at commas have several words, as "Ann One, Bo Two". */
static bool
has_whole_names(const char *people)
{
	const char *s = people;

	for (;;) {
		size_t len = strcspn(s, ",");

		while (len > 0 && *s == ' ') {
			s++;
			len--;
		}
		while (len > 0 && s[len - 1] == ' ')
			len--;
		if (!memchr(s, ' ', len))
			return false;
		s += strcspn(s, ",");
		if (!*s++)
			return true;
	}
}

/* Counts how the names of people in lists are written. */
static void
count_manners(struct json_manner *manner, const struct value *value)
{
	for (const struct value *m = value->child; m; m = m->next) {
		if (m->type >= VALUE_ARRAY)
			count_manners(manner, m);
		else if (strncmp(value->name, "speaker", 7) != 0 ||
		    value->type != VALUE_ARRAY || m->type != VALUE_PLAIN)
			continue;
		else if (!has_whole_names(m->text))
			manner->inverted += strchr(m->text, ',') != NULL;
		else
			manner->whole += !strchr(m->text, ',');
	}
}

/*
 * Whether a word of a list of people names several: it has a comma, and the
 * others show that a comma does not stand between somebody's last and first name.
 */
static bool
are_several(const struct json_lists *lists, const char *people)
{
	struct json_manner *manner = lists->manner;

	if (!strchr(people, ',') || !has_whole_names(people))
		return false;
	if (!manner->known)
		count_manners(manner, lists->root);
	manner->known = true;
	return manner->whole > manner->inverted;
}

static void
add_speaker(struct programme *p, const struct json_lists *lists,
    const struct value *person)
{
	static const char *const ids[] = {"id", "code", "slug", NULL};
	bool plain = person->type == VALUE_PLAIN;
	const struct value *found = json_lists_get(lists, PART_SPEAKERS,
	    plain ? person->text : value_any(person, ids));

	if (plain && !found && is_id(person->text)) {
		programme_begin(p);
		build_warn(p->build, person->line,
		    N_("a speaker's id, but nothing tells whose it is"));
		return;
	}
	if (plain && !found && are_several(lists, person->text))
		json_people_add_names(p, person->text);
	else if (plain || *json_people_name(person) || !found)
		json_parts_person(p, found && plain ? found : person);
	else
		json_parts_person(p, found);
}

/* What an edge of GraphQL, or an entry of Strapi, is about. */
static const struct value *
within(const struct value *entry)
{
	const struct value *node = value_member(entry, "node");

	if (!node)
		node = value_member(entry, "attributes");
	return node ? node : entry;
}

/* Whether names are those of members: {"Ann One": "Tide Lab"}. */
static bool
has_names(const struct value *people)
{
	const struct value *m = people->child;

	if (people->type != VALUE_OBJECT || !m)
		return false;
	while (m && m->type == VALUE_PLAIN && strchr(m->name, ' '))
		m = m->next;
	return !m;
}

void
json_people_add(struct programme *p, const struct json_lists *lists,
    const struct json_fields *fields)
{
	const struct value *all = fields->at[PART_SPEAKERS];

	if (!all)
		all = fields->at[JSON_AUTHORS];
	/* Whoever put a video on a site did not speak. */
	if (!all || value_member(all->parent, "authorId"))
		return;
	if (all->type == VALUE_OBJECT && all->child &&
	    all->child->type == VALUE_ARRAY && !all->child->next)
		all = all->child;
	for (const struct value *m = has_names(all) ? all->child : NULL; m;
	     m = m->next)
		programme_speaker(p, m->name);
	if (all->type == VALUE_ARRAY) {
		for (const struct value *s = all->child; s; s = s->next)
			add_speaker(p, lists, within(s));
		return;
	}
	if (all->type == VALUE_OBJECT ||
	    json_lists_get(lists, PART_SPEAKERS, all->text)) {
		add_speaker(p, lists, all);
		return;
	}
	if (is_id(all->text))
		return;
	json_people_add_names(p, all->text);
}

/* What an object says of somebody; "" if nothing does. */
static const char *
bio_of(const struct value *person)
{
	const struct value *m = person->type == VALUE_OBJECT ? person->child
							     : NULL;

	/* Most have no such member, and there are many. */
	while (m &&
	    !((*m->name == 'b' || *m->name == 'a') &&
		(strcmp(m->name, "bio") == 0 ||
		    strcmp(m->name, "biography") == 0 ||
		    strcmp(m->name, "about") == 0)))
		m = m->next;
	return value_words(m);
}

static void
add_bio(struct buffer *text, const struct value *person)
{
	const char *bio = bio_of(person);

	if (!*bio)
		return;
	if (text->len > 0)
		buffer_puts(text, "\n\n");
	if (*json_people_name(person)) {
		buffer_puts(text, json_people_name(person));
		buffer_puts(text, *bio == '<' ? ":\n\n" : ": ");
	}
	buffer_puts(text, bio);
}

const char *
json_people_bios(struct programme *p, const struct json_fields *fields)
{
	const struct value *all = fields->at[PART_SPEAKERS];
	struct buffer text = {0};
	const char *bios = NULL;

	if (!all || all->type < VALUE_ARRAY)
		return NULL;
	if (all->type == VALUE_OBJECT)
		add_bio(&text, all);
	for (const struct value *m = all->child; m && all->type == VALUE_ARRAY;
	     m = m->next)
		add_bio(&text, within(m));
	if (text.len > 0)
		bios = arena_dup(p->scratch, text.s, text.len);
	free(text.s);
	return bios;
}
