#include "lectern/filter.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/arena.h"
#include "lectern/load.h"
#include "lectern/mem.h"
#include "lectern/text.h"

/*
 * All folded text stands in one blob: for each talk its title, speakers,
 * track and blocks, each followed by a line feed, which no folded field holds
 * (and so no match spans two fields).  A query's first term is searched in the
 * whole blob at once; the other terms only in the talks where it was found.
 */

/* A field's place in the blob. */
struct part {
	uint32_t start; /* of its text; it ends where the next part starts */
	uint32_t block; /* index, for FIELD_BODY */
	uint8_t field;  /* enum field */
};

struct filter {
	char *blob;
	struct part *parts;
	uint32_t *first; /* of each talk, its first part; ntalks + 1 long */
	size_t len, cap;
	size_t nparts, parts_cap;
	uint32_t ntalks;
};

static void
add_part(struct filter *filter, struct arena *arena, enum field field,
    uint32_t block, const char *s, size_t len)
{
	size_t folded_len;
	char *folded = text_fold(arena, s, len, &folded_len);

	for (char *nl = folded; (nl = strchr(nl, '\n'));)
		*nl = ' ';
	filter->parts = mem_grow(filter->parts, &filter->parts_cap,
	    filter->nparts + 2, sizeof(*filter->parts));
	filter->parts[filter->nparts++] = (struct part){
	    (uint32_t)filter->len, block, (uint8_t)field};
	filter->blob = mem_grow(
	    filter->blob, &filter->cap, filter->len + folded_len + 1, 1);
	memcpy(filter->blob + filter->len, folded, folded_len);
	filter->len += folded_len;
	filter->blob[filter->len++] = '\n';
}

static void
add_talk(
    struct filter *filter, const struct notes *notes, const struct talk *talk)
{
	struct arena *arena = arena_new();
	char *speakers = notes_speakers(talk);
	load_talk(notes, talk);
	const char *track = notes->tracks[talk->track].name;

	add_part(
	    filter, arena, FIELD_TITLE, 0, talk->title, strlen(talk->title));
	add_part(filter, arena, FIELD_SPEAKERS, 0, speakers, strlen(speakers));
	add_part(filter, arena, FIELD_TRACK, 0, track, strlen(track));
	for (uint32_t i = 0; i < talk->nblocks; i++)
		add_part(filter, arena, FIELD_BODY, i, talk->blocks[i].text,
		    talk->blocks[i].len);
	free(speakers);
	arena_free(arena);
}

struct filter *
filter_new(const struct notes *notes)
{
	struct filter *filter = mem_alloc(1, sizeof(*filter));

	filter->ntalks = notes->ntalks;
	filter->first = mem_alloc(
	    (size_t)notes->ntalks + 1, sizeof(*filter->first));
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		filter->first[i] = (uint32_t)filter->nparts;
		add_talk(filter, notes, &notes->talks[i]);
	}
	filter->first[notes->ntalks] = (uint32_t)filter->nparts;
	filter->parts = mem_grow(filter->parts, &filter->parts_cap,
	    filter->nparts + 1, sizeof(*filter->parts));
	filter->parts[filter->nparts].start = (uint32_t)filter->len;
	return filter;
}

void
filter_free(struct filter *filter)
{
	if (!filter)
		return;
	free(filter->blob);
	free(filter->parts);
	free(filter->first);
	free(filter);
}

void
hits_free(struct hits *hits)
{
	free(hits->hit);
	memset(hits, 0, sizeof(*hits));
}

static void
add_hit(struct hits *hits, struct hit hit)
{
	hits->hit = mem_grow(
	    hits->hit, &hits->cap, hits->n + 1, sizeof(*hits->hit));
	hits->hit[hits->n++] = hit;
}

static uint32_t
talk_start(const struct filter *filter, uint32_t talk)
{
	return filter->parts[filter->first[talk]].start;
}

/* Where `term` is first found in [from, to) of the blob; NULL: nowhere. */
static const char *
find(const struct filter *filter, const struct term *term, size_t from,
    size_t to)
{
	return memmem(filter->blob + from, to - from, term->text, term->len);
}

/* The part of `talk` that holds the place `at` in the blob. */
static const struct part *
part_at(const struct filter *filter, uint32_t talk, const char *at)
{
	uint32_t offset = (uint32_t)(at - filter->blob);
	uint32_t low = filter->first[talk], high = filter->first[talk + 1];

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (filter->parts[mid].start <= offset)
			low = mid;
		else
			high = mid;
	}
	return &filter->parts[low];
}

/* The block in which the most of the terms are found, the first of these. */
static uint32_t
best_block(
    const struct filter *filter, const struct query *query, uint32_t talk)
{
	size_t most = 0;
	uint32_t best = HIT_NO_BLOCK;

	for (uint32_t i = filter->first[talk]; i < filter->first[talk + 1];
	     i++) {
		const struct part *part = &filter->parts[i];
		size_t n = 0;

		if (part->field != FIELD_BODY)
			continue;
		for (size_t t = 0; t < query->nterms; t++)
			n += find(filter, &query->terms[t], part->start,
				 part[1].start) != NULL;
		if (n > most) {
			most = n;
			best = part->block;
		}
	}
	return best;
}

/* Whether every term is in the talk; fills `hit` if so. */
static bool
match(const struct filter *filter, const struct query *query, uint32_t talk,
    struct hit *hit)
{
	size_t from = talk_start(filter, talk);
	size_t to = filter->parts[filter->first[talk + 1]].start;
	bool in_body = false;

	*hit = (struct hit){
	    .talk = talk, .block = HIT_NO_BLOCK, .field = FIELD_BODY};
	for (size_t i = 0; i < query->nterms; i++) {
		const char *at = find(filter, &query->terms[i], from, to);

		if (!at)
			return false;
		uint8_t field = part_at(filter, talk, at)->field;

		/* Fields stand best first, so a term's first place is its best. */
		if (field < hit->field)
			hit->field = field;
		in_body = in_body || field == FIELD_BODY;
	}
	if (in_body)
		hit->block = best_block(filter, query, talk);
	return true;
}

void
filter_run(
    const struct filter *filter, const struct query *query, struct hits *hits)
{
	struct hit hit = {.block = HIT_NO_BLOCK};
	uint32_t talk = 0;

	hits->n = 0;
	if (query->nterms == 0) {
		for (hit.talk = 0; hit.talk < filter->ntalks; hit.talk++)
			add_hit(hits, hit);
		return;
	}
	while (talk < filter->ntalks) {
		const char *at = find(filter, &query->terms[0],
		    talk_start(filter, talk), filter->len);

		if (!at)
			break;
		while (talk + 1 < filter->ntalks &&
		    talk_start(filter, talk + 1) <= (size_t)(at - filter->blob))
			talk++;
		if (match(filter, query, talk, &hit))
			add_hit(hits, hit);
		talk++;
	}
}
