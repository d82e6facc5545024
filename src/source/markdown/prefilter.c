#include "source/markdown/prefilter.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/day_heading.h"
#include "source/markdown/fields.h"
#include "source/markdown/finder.h"
#include "source/markdown/inline.h"
#include "source/markdown/label.h"
#include "source/markdown/lazy.h"
#include "source/markdown/sections.h"
#include "source/markdown/waiting.h"
#include "source/sought.h"

/*
 * A talk is found only if each group of the query holds.  If all terms of a
 * group are plain text in any case, the group can hold only if one of them
 * stands in the section as ASCII in either case, in the text of an exception or
 * a heading beyond ASCII, or if the heading has markup.  Other groups filter
 * nothing.
 */

#define VIDEO_ID    11
#define GROUPS_MOST 8 /* more of them filter nothing */

struct prefilter {
	struct sought sought; /* owns the terms of these: */
	const struct sought_group *group[GROUPS_MOST];
	size_t ngroups;
	struct prefilter_names names;
};

/* A look at an outline. */
struct look {
	const struct outline *outline;
	const char *text;
	size_t len;
	struct arena *arena; /* for text in passing */
};

/* Takes the groups that filter; false if there is none. */
static bool
take_groups(struct prefilter *prefilter, const struct query *query)
{
	struct sought *sought = &prefilter->sought;

	sought_take(sought, query, false);
	for (size_t i = 0;
	     i < sought->ngroups && prefilter->ngroups < GROUPS_MOST; i++) {
		if (!sought_names(&sought->group[i], prefilter->names.own))
			prefilter->group[prefilter->ngroups++] =
			    &sought->group[i];
	}
	return prefilter->ngroups > 0;
}

struct prefilter *
prefilter_new(const struct query *query, const struct prefilter_names *names)
{
	struct prefilter *prefilter = mem_alloc(1, sizeof(*prefilter));

	prefilter->names = *names;
	if (!take_groups(prefilter, query)) {
		prefilter_free(prefilter);
		return NULL;
	}
	return prefilter;
}

void
prefilter_free(struct prefilter *prefilter)
{
	if (!prefilter)
		return;
	sought_free(&prefilter->sought);
	free(prefilter);
}

/* Sections. */

/* The words of a heading with markup, as shown; false: it is none. */
static bool
read_heading(const struct look *look, const struct section *section,
    struct md_node *node)
{
	/* Links need no parser, but for an underlined line's indentation. */
	return (look->text[section->start] == '#' &&
		   inline_read(look->arena, NULL, look->text + section->text,
		       section->text_end - section->text, NULL, &node->text)) ||
	    sections_heading(
		node, look->arena, look->outline, look->text, section);
}

static bool
is_day(const struct look *look, const char *s, size_t len)
{
	if (!day_heading_may_be(s, len))
		return false;
	s = text_fold(look->arena, s, len, &len);
	return day_heading_is(s, len);
}

/*
 * Whether a heading says that it is no talk's, or a part of one, or that talks
 * follow.
 */
static bool
is_aside(const char *s, size_t len)
{
	const struct line line = {
	    .text = s, .len = (uint32_t)len, .first = (uint32_t)len};

	if (label_names_talks(s, len) || label_names_text(s, len) ||
	    passages_is_break(&line))
		return true;
	switch (label_read(s, len)) {
	case LABEL_PART:
	case LABEL_BREAK:
	case LABEL_CONTENTS:
	case LABEL_ASIDE:
	case LABEL_OTHERS:
		return true;
	default:
		return false;
	}
}

/*
 * Whether the section is a talk's: in a flat document all are, but what stands
 * before the first one.
 */
static bool
is_talk(const struct look *look, const struct section *section)
{
	const char *s = look->text + section->text;
	size_t len = section->text_end - section->text;
	struct md_node node = {0};

	if (section->level != look->outline->section[1].level ||
	    section->kind >= OUTLINE_MIXED)
		return false;
	if (section->words == OUTLINE_MARKUP) {
		if (!read_heading(look, section, &node))
			return false;
		s = node.text.text;
		len = node.text.len;
	}
	return !is_day(look, s, len) && !is_aside(s, len);
}

/*
 * Notes of each section whether one of the group's terms stands in it as it is
 * written.  No term has a line feed, so it stands in one section.
 */
static void
find_group(
    const struct look *look, const struct sought_group *group, bool *stands)
{
	const struct section *section = look->outline->section;
	size_t n = look->outline->n, end = section[n - 1].end;
	struct substring_walk walk;
	const char *place;

	memset(stands, 0, n * sizeof(*stands));
	for (size_t i = 0; i < group->n; i++) {
		for (size_t at = section[1].start, k = 1; at < end;
		     at = section[k].end) {
			substring_begin(&walk, &group->find[i], look->text + at,
			    end - at, look->len - at);
			if (substring_places(&walk, &place, 1) == 0)
				break;
			while (section[k].end <= (size_t)(place - look->text))
				k++;
			stands[k] = true;
		}
	}
}

/* Whether the exceptions of the section may have the group's terms. */
static bool
stands_in_odd(const struct look *look, const struct sought_group *group,
    const struct section *section, size_t exception)
{
	const struct outline *outline = look->outline;
	bool found = false;

	for (; !found && exception < outline->nexceptions &&
	     outline->exception[exception].from < section->end;
	     exception++) {
		const struct exception *odd = &outline->exception[exception];
		size_t len;
		const char *shown;

		if (odd->kind == EXCEPTION_HIDDEN)
			continue;
		shown = lazy_shown(look->arena, look->text + odd->from,
		    odd->to - odd->from, (enum exception_kind)odd->kind, &len);
		shown = text_fold(look->arena, shown, len, &len);
		found = sought_stands(group, shown, len);
	}
	return found;
}

/* Whether the section's heading may have them, but for what is as written. */
static bool
stands_in_heading(const struct look *look, const struct sought_group *group,
    const struct section *section)
{
	size_t len = section->text_end - section->text;
	const char *shown;

	if (section->words != OUTLINE_SQUEEZED)
		return section->words == OUTLINE_MARKUP;
	shown = text_squeeze(look->arena, look->text + section->text, len);
	shown = text_fold(look->arena, shown, strlen(shown), &len);
	return sought_stands(group, shown, len);
}

/* Notes with a bit which sections cannot have the group's terms. */
static void
look_for_group(const struct look *look, const struct sought_group *group,
    uint8_t bit, uint8_t *lacks, bool *stands)
{
	const struct outline *outline = look->outline;

	find_group(look, group, stands);
	for (size_t i = 1, exception = 0; i < outline->n; i++) {
		const struct section *section = &outline->section[i];

		while (exception < outline->nexceptions &&
		    outline->exception[exception].from < section->body)
			exception++;
		if (!stands[i] && !stands_in_heading(look, group, section) &&
		    !stands_in_odd(look, group, section, exception))
			lacks[i] |= bit;
	}
}

/* Ids of videos. */

/* The last bytes of a section's URL, or its key: of a video, those of its id. */
static uint64_t
tail_of(const struct look *look, const struct section *section)
{
	const char *s = look->text + section->url;
	size_t len = section->url_end - section->url;
	uint64_t tail = 0, rest = 0;

	/* A video has more than one address. */
	if (len > 0 && !link_is_watch(s, len)) {
		s = link_key(look->arena, arena_dup(look->arena, s, len));
		len = strlen(s);
	}
	if (len < VIDEO_ID)
		return 0;
	memcpy(&tail, s + len - 8, 8);
	memcpy(&rest, s + len - VIDEO_ID, 3);
	return tail ^ rest << 40;
}

/* A set of such tails; 0 is in none. */
struct tails {
	uint64_t *slot;
	size_t mask;
	uint64_t odd; /* nobody can tell it who writes documents */
};

static bool
has_tail(struct tails *tails, uint64_t tail, bool add)
{
	size_t i = (size_t)(tail * tails->odd >> 32) & tails->mask;

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
add_tails(struct tails *tails, const struct prefiltered *prefiltered)
{
	for (size_t i = 1; i < prefiltered->outline->n; i++) {
		if (prefiltered->keep[i] && prefiltered->tail[i] != 0)
			has_tail(tails, prefiltered->tail[i], true);
	}
}

/* Keeps of a part what may share its id with a section that is kept. */
static void
keep_known(struct tails *tails, const struct prefiltered *prefiltered)
{
	/* Without a video its id is made of its title. */
	for (size_t i = 1; i < prefiltered->outline->n; i++)
		prefiltered->keep[i] = prefiltered->keep[i] ||
		    prefiltered->tail[i] == 0 ||
		    has_tail(tails, prefiltered->tail[i], false);
}

/* The same of all parts, in which so many sections are kept. */
static void
keep_twins(struct prefiltered *const *prefiltereds, size_t n, size_t kept)
{
	struct tails tails = {.mask = 15};

	while (tails.mask < 2 * kept)
		tails.mask = 2 * tails.mask + 1;
	tails.slot = mem_alloc(tails.mask + 1, sizeof(*tails.slot));
	tails.odd = (UINT64_C(0x9E3779B97F4A7C15) ^
			(uint64_t)(uintptr_t)tails.slot << 20) |
	    1;
	for (size_t i = 0; i < n; i++)
		add_tails(&tails, prefiltereds[i]);
	for (size_t i = 0; i < n; i++)
		keep_known(&tails, prefiltereds[i]);
	free(tails.slot);
}

void
prefilter_look(const struct prefilter *prefilter, struct outline *outline,
    const char *text, size_t len, struct prefiltered *prefiltered)
{
	struct look look = {
	    .outline = outline,
	    .text = text,
	    .len = len,
	    .arena = arena_new(),
	};
	bool *stands = mem_alloc(outline->n, sizeof(*stands));
	bool flat = outline->section[0].kind == OUTLINE_EMPTY;

	*prefiltered = (struct prefiltered){
	    .outline = outline,
	    .lacks = mem_alloc(outline->n, sizeof(*prefiltered->lacks)),
	    .keep = mem_alloc(outline->n, sizeof(*prefiltered->keep)),
	    .tail = mem_alloc(outline->n, sizeof(*prefiltered->tail)),
	    .level = outline->n > 1 ? outline->section[1].level : 0,
	};
	for (size_t i = 1; flat && i < outline->n; i++) {
		flat = is_talk(&look, &outline->section[i]);
		prefiltered->tail[i] = tail_of(&look, &outline->section[i]);
	}
	/* Lists below headings may be of talks: see lazy.c. */
	if (flat && outline->n <= FIELDS_HEADS + 1)
		prefiltered->fields = waiting_fields(outline, text);
	flat = flat && !waiting_may_be_named(outline, text);
	prefiltered->flat = flat;
	for (size_t i = 0; flat && outline->n > 1 && i < prefilter->ngroups;
	     i++)
		look_for_group(&look, prefilter->group[i], (uint8_t)(1U << i),
		    prefiltered->lacks, stands);
	free(stands);
	arena_free(look.arena);
}

/* Removing. */

/* The level of all headings, of which there are two or more; else 0. */
static int
common_level(struct prefiltered *const *prefiltereds, size_t n)
{
	size_t headings = 0;
	int level = 0;

	for (size_t i = 0; i < n; i++) {
		headings += prefiltereds[i]->outline->n - 1;
		if (!prefiltereds[i]->flat ||
		    (level > 0 && prefiltereds[i]->level > 0 &&
			prefiltereds[i]->level != level))
			return 0;
		if (level == 0)
			level = prefiltereds[i]->level;
	}
	return headings >= 2 ? level : 0;
}

/* Removes exceptions, except those of the sections that are left. */
static void
remove_odd_lines(struct outline *outline)
{
	size_t n = 0, i = 0;

	for (size_t k = 0; k < outline->n; k++) {
		const struct section *section = &outline->section[k];

		while (i < outline->nexceptions &&
		    outline->exception[i].from < section->start)
			i++;
		for (; i < outline->nexceptions &&
		     outline->exception[i].from < section->end;
		     i++)
			outline->exception[n++] = outline->exception[i];
	}
	outline->nexceptions = n;
}

static void
remove_others(const struct prefiltered *prefiltered)
{
	struct outline *outline = prefiltered->outline;
	size_t n = 1;

	for (size_t i = 1; i < outline->n; i++) {
		if (prefiltered->keep[i])
			outline->section[n++] = outline->section[i];
	}
	outline->n = n;
	remove_odd_lines(outline);
}

/* The number of sections that are kept. */
static size_t
count_kept(struct prefiltered *const *prefiltereds, size_t n)
{
	size_t kept = 0;

	for (size_t k = 0; k < n; k++) {
		for (size_t i = 1; i < prefiltereds[k]->outline->n; i++)
			kept += prefiltereds[k]->keep[i];
	}
	return kept;
}

/* Keeps the first section: without any it would be another document. */
static void
keep_first(struct prefiltered *const *prefiltereds)
{
	while ((*prefiltereds)->outline->n == 1)
		prefiltereds++;
	(*prefiltereds)->keep[1] = true;
}

struct section *
prefilter_sample(struct prefiltered *const *prefiltereds, size_t n, size_t most,
    size_t *count)
{
	size_t all = 0, at = 0;
	struct section *sample;

	for (size_t k = 0; k < n; k++)
		all += prefiltereds[k]->outline->n - 1;
	*count = all < most ? all : most;
	sample = mem_alloc(*count + 1, sizeof(*sample));
	for (size_t k = 0, taken = 0; k < n && taken < *count; k++) {
		const struct outline *outline = prefiltereds[k]->outline;

		for (size_t s = 1; s < outline->n && taken < *count; s++) {
			if (at++ == taken * all / *count)
				sample[taken++] = outline->section[s];
		}
	}
	return sample;
}

/* The bits of the groups that no other track has in its name: these filter. */
static uint8_t
find_sieving(const struct prefilter *prefilter)
{
	const struct prefilter_names *names = &prefilter->names;
	const struct notes *other = names->other ? names->other(names->loader)
						 : NULL;
	unsigned bits = (1U << prefilter->ngroups) - 1;

	for (uint32_t t = 0; other && t < other->ntracks; t++) {
		for (size_t i = 0; i < prefilter->ngroups; i++) {
			if (sought_names(
				prefilter->group[i], other->tracks[t].name))
				bits &= ~(1U << i);
		}
	}
	return (uint8_t)bits;
}

int
prefilter_remove(const struct prefilter *prefilter,
    struct prefiltered *const *prefiltereds, size_t n)
{
	int level = common_level(prefiltereds, n);
	size_t kept, dated = 0, fields = 0, sections = 0;
	uint8_t sieving;

	for (size_t i = 0; i < n; i++) {
		const struct outline *outline = prefiltereds[i]->outline;

		sections += outline->n - 1;
		for (size_t k = 1; k < outline->n; k++)
			dated += outline->section[k].dated;
		fields += prefiltereds[i]->fields;
	}

	/* Lines that begin with a time or date, or have fields, may be talks. */
	if (level == 0 ||
	    dated + (sections <= FIELDS_HEADS ? fields : 0) >= sections ||
	    (sieving = find_sieving(prefilter)) == 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 1; k < prefiltereds[i]->outline->n; k++)
			prefiltereds[i]->keep[k] = (prefiltereds[i]->lacks[k] &
						       sieving) == 0;
	}
	kept = count_kept(prefiltereds, n);
	keep_twins(prefiltereds, n, kept);
	if (count_kept(prefiltereds, n) == 0)
		keep_first(prefiltereds);
	for (size_t i = 0; i < n; i++)
		remove_others(prefiltereds[i]);
	return level;
}

void
prefilter_drop(struct prefiltered *prefiltered)
{
	free(prefiltered->lacks);
	free(prefiltered->keep);
	free(prefiltered->tail);
	*prefiltered = (struct prefiltered){0};
}
