#include "source/markdown/profile.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/names.h"

#define LINES 2 /* lines below a talk that may name who speaks */
#define LEAST 3 /* talks that have them */

/* Whether no more than the name of a site stands before byte `at`: "Twitter: ". */
static bool
is_site(const struct line *line, uint32_t at)
{
	static const char *const sites[] = {"bluesky", "github", "handle",
	    "linkedin", "mastodon", "twitter", "x", NULL};

	return at > 2 && memcmp(line->text + at - 2, ": ", 2) == 0 &&
	    names_one_of(line->text, at - 2, sites);
}

struct people
profile_people(struct arena *arena, const struct line *line)
{
	const struct people nobody = {.first = NAMES_NOT};
	const struct span *link = line->spans;
	struct people people;
	const char *s;
	size_t len;

	if (line->nspans != 1 || !(link->style & SPAN_LINK) ||
	    link->end != line->len ||
	    (link->start > 0 && !is_site(line, link->start)))
		return nobody;
	s = line->text + link->start;
	len = link->end - link->start;
	if (link_kind(link->url, s, len) != LINK_PERSON)
		return nobody;
	people = people_read(arena, s, len, false);
	return people.first == NAMES_SURE && people.n == 1 ? people : nobody;
}

/* The bytes of a link's text without an "'s" behind it. */
static size_t
without_s(const char *s, size_t len)
{
	if (len > 2 && s[len - 1] == 's' && s[len - 2] == '\'')
		return len - 2;
	return len > 4 && memcmp(s + len - 4, "\xe2\x80\x99s", 4) == 0 ? len - 4
								       : len;
}

/* Whether what stands before byte `at` says that somebody helped: "Thanks to ". */
static bool
is_thanked(const char *s, size_t at)
{
	static const char *const words[] = {"based on ", "h/t ", "hat tip to ",
	    "hosted by ", "illustrated by ", "inspired by ", "introduced by ",
	    "moderated by ", "notes by ", "photo by ", "photo: ", "photos by ",
	    "picture by ", "recorded by ", "thank ", "thanks ", "thanks to ",
	    "via ", "written by "};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (at >= n && text_ascii_same(s + at - n, words[i], n) &&
		    (at == n || s[at - n - 1] == ' '))
			return true;
	}
	return false;
}

/* The bytes of somebody's name that is a link to their page; 0: it is none. */
static size_t
name_length(const struct line *line, const struct span *link)
{
	const char *s = line->text + link->start;
	size_t len = without_s(s, link->end - link->start);

	return (link->style & SPAN_LINK) &&
		link_kind(link->url, s, len) == LINK_PERSON &&
		names_read(s, len) == NAMES_SURE &&
		!is_thanked(line->text, link->start)
	    ? len
	    : 0;
}

struct people
profile_linked(struct arena *arena, const struct line *line)
{
	struct people people = {.first = NAMES_NOT};
	const char **name = NULL;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *link = &line->spans[i];
		size_t len = name_length(line, link);

		if (len == 0)
			continue;
		if (!name)
			name = arena_alloc(arena, line->nspans * sizeof(*name));
		name[people.n++] = arena_dup(
		    arena, line->text + link->start, len);
		people.first = NAMES_SURE;
	}
	people.name = name;
	people.parts = people.n;
	return people;
}

const struct line *
profile_line(const struct talk_text *talk)
{
	for (size_t k = 0; k < LINES; k++) {
		const struct line *line = &talk->below[k];

		for (uint32_t i = 0; i < line->nspans; i++) {
			if (name_length(line, &line->spans[i]) > 0)
				return line;
		}
	}
	return NULL;
}

bool
profile_told(struct arena *arena, const struct talk_text *talks, size_t n)
{
	const char *first = NULL;
	size_t told = 0, again = 0;

	for (size_t i = 0; i < n; i++) {
		const struct line *line = profile_line(&talks[i]);
		const char *name;

		if (!line)
			continue;
		name = profile_linked(arena, line).name[0];
		told++;
		again += first && strcmp(first, name) == 0;
		if (!first)
			first = name;
	}
	/* Who writes may thank the same person in each. */
	return told >= LEAST && told * 2 >= n && again * 2 < told;
}

struct people
profile_by(struct arena *arena, const struct line *line)
{
	const struct span *link = line->spans;
	size_t by = names_by(line->text, line->len);

	if (by == 0 || line->nspans != 1 || !(link->style & SPAN_LINK) ||
	    link->start != by || link->end != line->len ||
	    link_kind(link->url, line->text + by, line->len - by) !=
		LINK_PERSON)
		return (struct people){.first = NAMES_NOT};
	return people_bare(arena, line->text + by, line->len - by);
}
