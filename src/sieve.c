#include "lectern/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/arena.h"
#include "lectern/crew.h"
#include "lectern/day.h"
#include "lectern/find.h"
#include "lectern/mem.h"
#include "lectern/skim.h"
#include "lectern/text.h"

/*
 * Of a talk to be found each group of the query must hold.  A group all of
 * whose terms are plain text, wanted in either case, can hold only where one of
 * them stands in the section, as bytes of ASCII in either case; or in what an
 * odd line shows, or a heading that is not ASCII; or where the heading has
 * markup.  Other groups sieve nothing.
 */

#define VIDEO_ID 11

/* A group that sieves: its terms, one of which must stand. */
struct group {
	struct find *find;
	size_t n;
};

struct sieve {
	struct scan *scan;
	const char *text;
	size_t len;
	struct find *finds; /* of all groups */
	struct group *group;
	size_t ngroups;
	struct day_starts starts;
	struct arena *arena;
};

/* Whether a talk has the term only where its section has it. */
static bool
sieves(const struct term *term)
{
	const unsigned elsewhere = FIELD_BIT(FIELD_URL) | FIELD_BIT(FIELD_OWN) |
	    FIELD_BIT(FIELD_TAGS);

	if (term->no || term->fuzzy || term->len == 0)
		return false;
	/* Who sieves has no own notes, unless they are asked for. */
	if (term->fields != FIELDS_USUAL && (term->fields & elsewhere))
		return false;
	/* Names are joined by commas, whatever parts them in the text. */
	return text_is_ascii(term->text, term->len) && !strchr(term->text, ',');
}

static bool
is_named(const struct sieve *sieve, const struct sieve_names *names,
    const char *small)
{
	for (size_t i = 0; i < names->n; i++) {
		const char *name = text_fold(
		    sieve->arena, names->name[i], strlen(names->name[i]), NULL);

		if (strstr(name, small))
			return true;
	}
	return false;
}

/* Makes the groups that sieve ready; false where there is none. */
static bool
take_groups(struct sieve *sieve, const struct query *query,
    const struct sieve_names *names)
{
	sieve->finds = arena_alloc(
	    sieve->arena, query->nterms * sizeof(*sieve->finds) + 1);
	sieve->group = arena_alloc(
	    sieve->arena, query->nterms * sizeof(*sieve->group) + 1);
	for (size_t i = 0, end; i < query->nterms; i = end) {
		struct group group = {.find = &sieve->finds[i]};
		bool all = true;

		for (end = i; end < query->nterms &&
		     query->terms[end].group == query->terms[i].group;
		     end++) {
			const struct term *term = &query->terms[end];
			const char *small = text_fold(
			    sieve->arena, term->text, term->len, NULL);

			all = all && sieves(term) &&
			    !is_named(sieve, names, small);
			if (!all)
				continue;
			find_prepare(&group.find[group.n++], small, term->len,
			    FIND_ANY_CASE, FIND_BEST);
		}
		if (all)
			sieve->group[sieve->ngroups++] = group;
	}
	return sieve->ngroups > 0;
}

static bool
is_day(struct sieve *sieve, const struct section *section)
{
	const char *s = sieve->text + section->text;
	size_t len = section->text_end - section->text;

	if (!day_may_be(&sieve->starts, s, len))
		return false;
	s = text_fold(sieve->arena, s, len, &len);
	return day_is(s, len);
}

/*
 * Whether the section is a talk's: in a flat document all are, but what stands
 * before the first one.
 */
static bool
is_talk(struct sieve *sieve, const struct section *section)
{
	return section->level == sieve->scan->section[1].level &&
	    section->kind != SCAN_OTHER && !is_day(sieve, section);
}

static bool
stands_in(const struct group *group, const char *s, size_t len, size_t room)
{
	for (size_t i = 0; i < group->n; i++) {
		struct find_walk walk;
		const char *place;

		find_begin(&walk, &group->find[i], s, len, room);
		if (find_places(&walk, &place, 1) > 0)
			return true;
	}
	return false;
}

/* Whether what an odd line of the section shows may have the group's terms. */
static bool
stands_in_odd(struct sieve *sieve, const struct group *group,
    const struct section *section, size_t odd)
{
	const struct scan *scan = sieve->scan;
	bool found = false;

	for (; !found && odd < scan->nodd && scan->odd[odd].from < section->end;
	     odd++) {
		size_t len;
		const char *shown;

		if (scan->odd[odd].kind == ODD_HIDDEN)
			continue;
		shown = skim_odd(
		    sieve->arena, sieve->text, &scan->odd[odd], &len);
		shown = text_fold(sieve->arena, shown, len, &len);
		found = stands_in(group, shown, len, len);
	}
	return found;
}

/* Whether the section's heading may have them, but for what is as written. */
static bool
stands_in_heading(struct sieve *sieve, const struct group *group,
    const struct section *section)
{
	size_t len = section->text_end - section->text;
	const char *shown;

	if (section->words != SCAN_SQUEEZED)
		return section->words == SCAN_MARKUP;
	shown = text_squeeze(sieve->arena, sieve->text + section->text, len);
	shown = text_fold(sieve->arena, shown, strlen(shown), &len);
	return stands_in(group, shown, len, len);
}

static bool
may_match(struct sieve *sieve, const struct section *section, size_t odd)
{
	size_t len = section->end - section->start;
	bool may = true;

	for (size_t i = 0; may && i < sieve->ngroups; i++)
		may = stands_in(&sieve->group[i], sieve->text + section->start,
			  len, sieve->len - section->start) ||
		    stands_in_heading(sieve, &sieve->group[i], section) ||
		    stands_in_odd(sieve, &sieve->group[i], section, odd);
	return may;
}

/* Ids of videos. */

/* The last bytes of a section's URL, which are a video's id or tell others. */
static uint64_t
tail_of(const struct sieve *sieve, const struct section *section)
{
	uint64_t tail = 0, rest = 0;

	if (section->url_end - section->url < VIDEO_ID + 8)
		return 0;
	memcpy(&tail, sieve->text + section->url_end - 8, 8);
	memcpy(&rest, sieve->text + section->url_end - VIDEO_ID, 3);
	return tail ^ rest << 40;
}

/* A set of such tails; 0 is in none. */
struct tails {
	uint64_t *slot;
	size_t mask;
};

static bool
has_tail(struct tails *tails, uint64_t tail, bool add)
{
	size_t i = (size_t)(tail * UINT64_C(0x9E3779B97F4A7C15) >> 32) &
	    tails->mask;

	while (tails->slot[i] != 0 && tails->slot[i] != tail)
		i = (i + 1) & tails->mask;
	if (tails->slot[i] == tail)
		return true;
	if (add)
		tails->slot[i] = tail;
	return false;
}

/* Keeps what may share its id with a section that is kept. */
static void
keep_twins(size_t n, const uint64_t *tail, bool *keep)
{
	struct tails tails = {.mask = 15};
	size_t kept = 0;

	for (size_t i = 1; i < n; i++)
		kept += keep[i];
	while (tails.mask < 2 * kept)
		tails.mask = 2 * tails.mask + 1;
	tails.slot = mem_alloc(tails.mask + 1, sizeof(*tails.slot));
	for (size_t i = 1; i < n; i++) {
		if (keep[i] && tail[i] != 0)
			has_tail(&tails, tail[i], true);
	}
	/* Without a video its id is made of its title. */
	for (size_t i = 1; i < n; i++)
		keep[i] = keep[i] || tail[i] == 0 ||
		    has_tail(&tails, tail[i], false);
	free(tails.slot);
}

/* Removes odd lines but those of the sections that are left. */
static void
remove_odd_lines(struct scan *scan)
{
	size_t n = 0, i = 0;

	for (size_t k = 0; k < scan->n; k++) {
		const struct section *section = &scan->section[k];

		while (i < scan->nodd && scan->odd[i].from < section->start)
			i++;
		for (; i < scan->nodd && scan->odd[i].from < section->end; i++)
			scan->odd[n++] = scan->odd[i];
	}
	scan->nodd = n;
}

static void
remove_others(struct scan *scan, const bool *keep)
{
	size_t n = 1;

	for (size_t i = 1; i < scan->n; i++) {
		if (keep[i])
			scan->section[n++] = scan->section[i];
	}
	/* A document without any heading would be another document. */
	scan->n = n > 1 ? n : 2;
	remove_odd_lines(scan);
}

/* Some of the sections, and what comes out for each. */
struct choice {
	struct sieve sieve; /* with an arena of its own */
	size_t from, to;
	bool *keep;
	uint64_t *tail;
	bool flat; /* as far as these go, the document is */
};

/*
 * Looks at each section, all of it while it is near, and notes what to keep,
 * unless the document is not flat.
 */
static void
choose_some(void *argument)
{
	struct choice *choice = argument;
	const struct scan *scan = choice->sieve.scan;
	size_t i = choice->from;

	choice->sieve.arena = arena_new();
	for (size_t odd = 0; i < choice->to; i++) {
		const struct section *section = &scan->section[i];

		while (odd < scan->nodd && scan->odd[odd].from < section->body)
			odd++;
		if (!is_talk(&choice->sieve, section))
			break;
		choice->keep[i] = may_match(&choice->sieve, section, odd);
		choice->tail[i] = tail_of(&choice->sieve, section);
	}
	choice->flat = i == choice->to;
	arena_free(choice->sieve.arena);
}

/* Notes what to keep; false where the document is not flat. */
static bool
choose(const struct sieve *sieve, size_t parts, bool *keep)
{
	size_t n = sieve->scan->n;
	uint64_t *tail = mem_alloc(n, sizeof(*tail));
	struct choice choices[CREW_MOST];
	void *work[CREW_MOST];
	bool flat = true;

	for (size_t i = 0; i < parts; i++) {
		choices[i] = (struct choice){
		    .sieve = *sieve,
		    .from = 1 + (n - 1) * i / parts,
		    .to = 1 + (n - 1) * (i + 1) / parts,
		    .keep = keep,
		    .tail = tail,
		};
		work[i] = &choices[i];
	}
	crew_run(choose_some, work, parts);
	for (size_t i = 0; i < parts; i++)
		flat = flat && choices[i].flat;
	if (flat)
		keep_twins(n, tail, keep);
	free(tail);
	return flat;
}

bool
sieve_scan(struct scan *scan, const char *text, size_t len,
    const struct query *query, const struct sieve_names *names, size_t parts,
    int *level)
{
	struct sieve sieve = {
	    .scan = scan, .text = text, .len = len, .arena = arena_new()};
	bool *keep = mem_alloc(scan->n, sizeof(*keep));
	bool good;

	day_prepare(&sieve.starts);
	good = scan->n >= 3 && scan->section[0].kind == SCAN_EMPTY &&
	    take_groups(&sieve, query, names) && choose(&sieve, parts, keep);

	if (good) {
		*level = scan->section[1].level;
		remove_others(scan, keep);
	}
	free(keep);
	arena_free(sieve.arena);
	return good;
}
