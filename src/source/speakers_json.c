#include "source/speakers_json.h"

#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "source/json_fields.h"
#include "source/json_parts.h"

#define LOOKED_AT 8 /* people that tell of what the others are */

/* Somebody who speaks in a session. */
struct role {
	const struct value *person;
	struct role *next;
};

/* A session, which several have. */
struct session {
	const struct value *value;
	struct role *first, **end;
};

struct sessions {
	struct arena *arena;
	struct strmap known; /* numbers of sessions, by id */
	struct session **at;
	size_t n, cap;
};

static const char *
title_of(const struct value *session)
{
	static const char *const names[] = {"name", "title", NULL};

	return value_any(session, names);
}

static bool
is_speaker(const struct value *person)
{
	static const char *const names[] = {
	    "fullName", "full_name", "firstName", "first_name", NULL};
	const struct value *session = value_list(person, "sessions");

	return *value_any(person, names) &&
	    (!session || *title_of(session) || !value_has(person, "sessions"));
}

bool
speakers_json_is(const struct value *root)
{
	bool any = false;

	if (root->type != VALUE_ARRAY)
		return false;
	for (const struct value *p = root->child; p; p = p->next) {
		if (!is_speaker(p) && !p->broken)
			return false;
		any = any || value_list(p, "sessions");
	}
	return any;
}

/* Whether an object tells of somebody, and of nothing else. */
static bool
is_person(const struct value *value)
{
	static const char *const names[] = {"name", "fullName", "full_name",
	    "public_name", "firstName", "first_name", NULL};
	static const char *const lives[] = {"biography", "bio", "avatar",
	    "avatar_url", "affiliation", "tagLine", "tagline", "photoUrl",
	    "profilePicture", "company", NULL};

	if (json_fields_are_of_person(value))
		return true;
	return *value_any(value, names) && *value_any(value, lives) &&
	    !value_member(value, "title");
}

bool
speakers_json_are_people(const struct value *root)
{
	const struct value *person = value_has(root, "results")
	    ? value_list(root, "results")
	    : value_has(root, "speakers") ? value_list(root, "speakers")
					  : root->child;
	int n = 0;

	for (; person && n < LOOKED_AT; person = person->next, n++)
		if (!is_person(person))
			return false;
	return n > 0;
}

static struct session *
find_session(struct sessions *all, const struct value *value)
{
	const char *id = value_text(value, "id");
	uint32_t at = *strmap_put(
	    &all->known, *id ? id : title_of(value), (uint32_t)all->n);

	if (at == all->n) {
		struct session *session = arena_alloc(
		    all->arena, sizeof(*session));

		*session = (struct session){value, NULL, &session->first};
		all->at = mem_grow(
		    all->at, &all->cap, all->n + 1, sizeof(void *));
		all->at[all->n++] = session;
	}
	return all->at[at];
}

static void
add_part(
    struct sessions *all, struct session *session, const struct value *person)
{
	struct role *part = arena_alloc(all->arena, sizeof(*part));

	part->person = person;
	*session->end = part;
	session->end = &part->next;
}

void
speakers_json_add(struct programme *p, const struct value *root)
{
	struct sessions all = {.arena = arena_new()};

	for (const struct value *person = root->child; person;
	     person = person->next) {
		for (const struct value *s = value_list(person, "sessions"); s;
		     s = s->next) {
			if (*title_of(s))
				add_part(&all, find_session(&all, s), person);
		}
	}
	for (size_t i = 0; i < all.n; i++) {
		const struct session *session = all.at[i];
		struct programme_talk *talk = programme_clear(
		    p, session->value->line);

		talk->title = title_of(session->value);
		talk->id = value_text(session->value, "id");
		for (const struct role *s = session->first; s; s = s->next)
			json_parts_person(p, s->person);
		programme_build(p);
	}
	strmap_free(&all.known);
	free(all.at);
	arena_free(all.arena);
}
