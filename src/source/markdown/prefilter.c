#include "source/markdown/prefilter.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/lazy.h"

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
	struct arena *arena; /* owns the terms */
	struct find *finds;  /* of all groups */
	struct group *group;
	size_t ngroups;
	struct day_starts starts;
};

/* A look at a scan. */
struct look {
	const struct sieve *sieve;
	const struct scan *scan;
	const char *text;
	size_t len;
	struct arena *arena; /* for text in passing */
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

struct sieve *
sieve_new(const struct query *query, const struct sieve_names *names)
{
	struct sieve *sieve = mem_alloc(1, sizeof(*sieve));

	sieve->arena = arena_new();
	if (!take_groups(sieve, query, names)) {
		sieve_free(sieve);
		return NULL;
	}
	day_prepare(&sieve->starts);
	return sieve;
}

void
sieve_free(struct sieve *sieve)
{
	if (!sieve)
		return;
	arena_free(sieve->arena);
	free(sieve);
}

/* Sections. */

static bool
is_day(const struct look *look, const struct section *section)
{
	const char *s = look->text + section->text;
	size_t len = section->text_end - section->text;

	if (!day_may_be(&look->sieve->starts, s, len))
		return false;
	s = text_fold(look->arena, s, len, &len);
	return day_is(s, len);
}

/*
 * Whether the section is a talk's: in a flat document all are, but what stands
 * before the first one.
 */
static bool
is_talk(const struct look *look, const struct section *section)
{
	return section->level == look->scan->section[1].level &&
	    section->kind != SCAN_OTHER && !is_day(look, section);
}

/*
 * Notes of each section whether one of the group's terms stands in it as it is
 * written.  No term has a line feed, so it stands in one section.
 */
static void
find_group(const struct look *look, const struct group *group, bool *stands)
{
	const struct section *section = look->scan->section;
	size_t n = look->scan->n, end = section[n - 1].end;
	struct find_walk walk;
	const char *place;

	memset(stands, 0, n * sizeof(*stands));
	for (size_t i = 0; i < group->n; i++) {
		for (size_t at = section[1].start, k = 1; at < end;
		     at = section[k].end) {
			find_begin(&walk, &group->find[i], look->text + at,
			    end - at, look->len - at);
			if (find_places(&walk, &place, 1) == 0)
				break;
			while (section[k].end <= (size_t)(place - look->text))
				k++;
			stands[k] = true;
		}
	}
}

static bool
stands_in(const struct group *group, const char *s, size_t len)
{
	for (size_t i = 0; i < group->n; i++) {
		if (find_first(&group->find[i], s, len))
			return true;
	}
	return false;
}

/* Whether what an odd line of the section shows may have the group's terms. */
static bool
stands_in_odd(const struct look *look, const struct group *group,
    const struct section *section, size_t odd)
{
	const struct scan *scan = look->scan;
	bool found = false;

	for (; !found && odd < scan->nodd && scan->odd[odd].from < section->end;
	     odd++) {
		size_t len;
		const char *shown;

		if (scan->odd[odd].kind == ODD_HIDDEN)
			continue;
		shown = skim_odd(
		    look->arena, look->text, &scan->odd[odd], &len);
		shown = text_fold(look->arena, shown, len, &len);
		found = stands_in(group, shown, len);
	}
	return found;
}

/* Whether the section's heading may have them, but for what is as written. */
static bool
stands_in_heading(const struct look *look, const struct group *group,
    const struct section *section)
{
	size_t len = section->text_end - section->text;
	const char *shown;

	if (section->words != SCAN_SQUEEZED)
		return section->words == SCAN_MARKUP;
	shown = text_squeeze(look->arena, look->text + section->text, len);
	shown = text_fold(look->arena, shown, strlen(shown), &len);
	return stands_in(group, shown, len);
}

/* Keeps of what is kept those sections that may have the group's terms. */
static void
keep_group(const struct look *look, const struct group *group, bool *keep,
    bool *stands)
{
	const struct scan *scan = look->scan;

	find_group(look, group, stands);
	for (size_t i = 1, odd = 0; i < scan->n; i++) {
		const struct section *section = &scan->section[i];

		while (odd < scan->nodd && scan->odd[odd].from < section->body)
			odd++;
		keep[i] = keep[i] &&
		    (stands[i] || stands_in_heading(look, group, section) ||
			stands_in_odd(look, group, section, odd));
	}
}

/* Ids of videos. */

/* The last bytes of a section's URL, which are a video's id or tell others. */
static uint64_t
tail_of(const struct look *look, const struct section *section)
{
	uint64_t tail = 0, rest = 0;

	if (section->url_end - section->url < VIDEO_ID + 8)
		return 0;
	memcpy(&tail, look->text + section->url_end - 8, 8);
	memcpy(&rest, look->text + section->url_end - VIDEO_ID, 3);
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

/* Adds the ids of what is kept of a part. */
static void
add_tails(struct tails *tails, const struct sift *sift)
{
	for (size_t i = 1; i < sift->scan->n; i++) {
		if (sift->keep[i] && sift->tail[i] != 0)
			has_tail(tails, sift->tail[i], true);
	}
}

/* Keeps of a part what may share its id with a section that is kept. */
static void
keep_known(struct tails *tails, const struct sift *sift)
{
	/* Without a video its id is made of its title. */
	for (size_t i = 1; i < sift->scan->n; i++)
		sift->keep[i] = sift->keep[i] || sift->tail[i] == 0 ||
		    has_tail(tails, sift->tail[i], false);
}

/* The same of all parts, in which so many sections are kept. */
static void
keep_twins(struct sift *const *sifts, size_t n, size_t kept)
{
	struct tails tails = {.mask = 15};

	while (tails.mask < 2 * kept)
		tails.mask = 2 * tails.mask + 1;
	tails.slot = mem_alloc(tails.mask + 1, sizeof(*tails.slot));
	for (size_t i = 0; i < n; i++)
		add_tails(&tails, sifts[i]);
	for (size_t i = 0; i < n; i++)
		keep_known(&tails, sifts[i]);
	free(tails.slot);
}

void
sieve_look(const struct sieve *sieve, struct scan *scan, const char *text,
    size_t len, struct sift *sift)
{
	struct look look = {
	    .sieve = sieve,
	    .scan = scan,
	    .text = text,
	    .len = len,
	    .arena = arena_new(),
	};
	bool *stands = mem_alloc(scan->n, sizeof(*stands));
	bool flat = scan->section[0].kind == SCAN_EMPTY;

	*sift = (struct sift){
	    .scan = scan,
	    .keep = mem_alloc(scan->n, sizeof(*sift->keep)),
	    .tail = mem_alloc(scan->n, sizeof(*sift->tail)),
	    .level = scan->n > 1 ? scan->section[1].level : 0,
	};
	for (size_t i = 1; flat && i < scan->n; i++) {
		flat = is_talk(&look, &scan->section[i]);
		sift->keep[i] = true;
		sift->tail[i] = tail_of(&look, &scan->section[i]);
	}
	sift->flat = flat;
	for (size_t i = 0; flat && scan->n > 1 && i < sieve->ngroups; i++)
		keep_group(&look, &sieve->group[i], sift->keep, stands);
	free(stands);
	arena_free(look.arena);
}

/* Removing. */

/* The level of all headings, of which there are two or more; else 0. */
static int
common_level(struct sift *const *sifts, size_t n)
{
	size_t headings = 0;
	int level = 0;

	for (size_t i = 0; i < n; i++) {
		headings += sifts[i]->scan->n - 1;
		if (!sifts[i]->flat ||
		    (level > 0 && sifts[i]->level > 0 &&
			sifts[i]->level != level))
			return 0;
		if (level == 0)
			level = sifts[i]->level;
	}
	return headings >= 2 ? level : 0;
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
remove_others(const struct sift *sift)
{
	struct scan *scan = sift->scan;
	size_t n = 1;

	for (size_t i = 1; i < scan->n; i++) {
		if (sift->keep[i])
			scan->section[n++] = scan->section[i];
	}
	scan->n = n;
	remove_odd_lines(scan);
}

/* The number of sections that are kept. */
static size_t
count_kept(struct sift *const *sifts, size_t n)
{
	size_t kept = 0;

	for (size_t k = 0; k < n; k++) {
		for (size_t i = 1; i < sifts[k]->scan->n; i++)
			kept += sifts[k]->keep[i];
	}
	return kept;
}

/* Keeps the first section: without any it would be another document. */
static void
keep_first(struct sift *const *sifts)
{
	while ((*sifts)->scan->n == 1)
		sifts++;
	(*sifts)->keep[1] = true;
}

int
sieve_remove(struct sift *const *sifts, size_t n)
{
	int level = common_level(sifts, n);
	size_t kept;

	if (level == 0)
		return 0;
	kept = count_kept(sifts, n);
	keep_twins(sifts, n, kept);
	if (count_kept(sifts, n) == 0)
		keep_first(sifts);
	for (size_t i = 0; i < n; i++)
		remove_others(sifts[i]);
	return level;
}

void
sieve_drop(struct sift *sift)
{
	free(sift->keep);
	free(sift->tail);
	*sift = (struct sift){0};
}
