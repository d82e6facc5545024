#include "source/packed_find.h"

#include <stdlib.h>

#include "lectern/base/mem.h"
#include "source/sought.h"

/* Lines in the order of their talks: names, or notes. */
struct lines {
	const struct packed *packed;
	const char *s;
	size_t start, end; /* of all of them, in the array */
	size_t room;       /* bytes of the array */
	bool notes;
};

/* How many talks have such. */
static uint32_t
count_of(const struct lines *lines)
{
	return packed_view_count(
	    lines->packed, lines->notes ? PACKED_MORES : PACKED_TALKS);
}

/* Where those of one of them begin. */
static size_t
begin_of(const struct lines *lines, uint32_t i)
{
	return lines->notes
	    ? packed_view_mores(lines->packed)[i].text
	    : packed_view_names(&packed_view_talks(lines->packed)[i]);
}

/* Its number among all talks. */
static uint32_t
talk_of(const struct lines *lines, uint32_t i)
{
	return lines->notes ? packed_view_mores(lines->packed)[i].talk : i;
}

/* The one, from number `from` on, that has the line at a place. */
static uint32_t
find_at(const struct lines *lines, uint32_t from, size_t place)
{
	uint32_t end = count_of(lines);

	while (end - from > 1) {
		uint32_t middle = from + (end - from) / 2;

		if (begin_of(lines, middle) <= place)
			from = middle;
		else
			end = middle;
	}
	return from;
}

/* Notes of each talk whether the term stands in its lines. */
static void
find_term(const struct lines *lines, const struct substring *find, bool *stands)
{
	const uint32_t ntalks = packed_view_count(lines->packed, PACKED_TALKS);
	const uint32_t n = count_of(lines);
	struct substring_walk walk;
	const char *found;
	uint32_t i = 0;

	for (size_t at = lines->start, place; n > 0 && at < lines->end;) {
		substring_begin(&walk, find, lines->s + at, lines->end - at,
		    lines->room - at);
		if (substring_places(&walk, &found, 1) == 0)
			break;
		place = (size_t)(found - lines->s);
		i = find_at(lines, i, place);
		if (talk_of(lines, i) < ntalks)
			stands[talk_of(lines, i)] = true;
		/* The order is not trusted. */
		at = i + 1 < n ? begin_of(lines, i + 1) : lines->end;
		if (at <= place)
			at = place + 1;
	}
}

/* Keeps only talks that may have one of the group's terms. */
static void
keep_group(const struct packed *p, const struct sought_group *group, bool *keep)
{
	const struct packed_header *header = p->header;
	uint32_t n = packed_view_count(p, PACKED_TALKS);
	const struct lines names = {
	    .packed = p,
	    .s = p->array[PACKED_STRINGS],
	    .start = header->names,
	    .end = (size_t)header->names +
		packed_view_within(
		    p, PACKED_STRINGS, header->names, header->nnames),
	    .room = packed_view_count(p, PACKED_STRINGS),
	};
	const struct lines notes = {
	    .packed = p,
	    .s = packed_view_text(p),
	    .end = packed_view_count(p, PACKED_TEXT),
	    .room = packed_view_count(p, PACKED_TEXT),
	    .notes = true,
	};
	bool *stands = mem_alloc(n, sizeof(*stands));

	for (size_t i = 0; i < group->n; i++) {
		find_term(&names, &group->find[i], stands);
		find_term(&notes, &group->find[i], stands);
	}
	for (uint32_t i = 0; i < n; i++)
		keep[i] = keep[i] && stands[i];
	free(stands);
}

/* Whether a track's name has one of its terms: all its talks have it then. */
static bool
is_named(const struct packed *p, const struct sought_group *group)
{
	const struct packed_track *track = p->array[PACKED_TRACKS];
	bool named = false;

	for (uint32_t i = 0; !named && i < packed_view_count(p, PACKED_TRACKS);
	     i++)
		named = sought_names(group, packed_view_word(p, track[i].name));
	return named;
}

bool *
packed_find(const struct packed *p, const struct query *query)
{
	/* Then neither track nor id of a talk depends on others. */
	const uint32_t wanted = PACKED_APART | PACKED_TRACKED;
	const struct packed_track *track = p->array[PACKED_TRACKS];
	uint32_t n = packed_view_count(p, PACKED_TALKS);
	struct sought sought;
	bool *keep;

	if ((p->header->flags & (wanted | PACKED_PART)) != wanted || n == 0)
		return NULL;
	sought_take(&sought, query, true);
	keep = mem_alloc(n, sizeof(*keep));
	for (uint32_t i = 0; i < n; i++)
		keep[i] = true;
	for (size_t i = 0; i < sought.ngroups; i++) {
		if (!is_named(p, &sought.group[i]))
			keep_group(p, &sought.group[i], keep);
	}
	for (uint32_t i = 0; i < packed_view_count(p, PACKED_TRACKS); i++) {
		if (track[i].first < n)
			keep[track[i].first] = true;
	}
	keep[n - 1] = true;
	sought_free(&sought);
	return keep;
}
