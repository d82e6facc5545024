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

/* Where those of a talk begin. */
static size_t
begin_of(const struct lines *lines, uint32_t i)
{
	const struct packed_talk *talk = &packed_view_talks(lines->packed)[i];

	return lines->notes ? talk->text : packed_view_names(talk);
}

/* The talk, from number `from` on, that has the line at a place. */
static uint32_t
talk_at(const struct lines *lines, uint32_t from, size_t place)
{
	uint32_t end = packed_view_count(lines->packed, PACKED_TALKS);

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
	uint32_t n = packed_view_count(lines->packed, PACKED_TALKS), i = 0;
	struct substring_walk walk;
	const char *found;

	for (size_t at = lines->start, place; at < lines->end;) {
		substring_begin(&walk, find, lines->s + at, lines->end - at,
		    lines->room - at);
		if (substring_places(&walk, &found, 1) == 0)
			break;
		place = (size_t)(found - lines->s);
		i = talk_at(lines, i, place);
		stands[i] = true;
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
