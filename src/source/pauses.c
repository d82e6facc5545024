#include "source/pauses.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/model/talk_key.h"
#include "source/markdown/facts.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/md.h"
#include "source/tracks.h"

#define BAR " | " /* between the cells of a row */

/* A break, and the number of the talk that it stands before. */
struct found {
	struct talk talk;
	uint32_t before;
};

struct pauses {
	struct built *built;
	struct strmap keys; /* so far, and how often */
	struct found *found;
	size_t n, cap;
};

/* Reads a cell, or all of an item, which may say what the break is, and when. */
static void
read_cell(struct pauses *p, const char *s, uint32_t len, struct talk *talk,
    struct facts *facts)
{
	struct arena *arena = p->built->arena;
	unsigned kinds;
	uint32_t at = (uint32_t)lead_length(s, len, &kinds), end = len;
	struct line line = {.text = s, .len = len, .first = len};
	const char *open = memchr(s + at, '(', len - at);
	const char *colon = memmem(s + at, len - at, ": ", 2);
	size_t behind = colon ? (size_t)(s + len - colon) - 2 : 0;
	enum fact fact = facts_kind(s, len);

	if (talk->title ||
	    !label_is_break(
		s + at, len - at, (kinds & LEAD_TIME) || facts->start)) {
		if (fact != FACT_NONE)
			facts_take(facts, arena, fact, s, len);
		return;
	}
	/* "Lunch: 12:00-13:00", "Lunch (60 min)" */
	if (colon && facts_kind(colon + 2, behind) == FACT_TIME) {
		facts_take(facts, arena, FACT_TIME, colon + 2, behind);
		end = len = line.len = (uint32_t)(colon - s);
	} else if (open && open > s + at + 1) {
		end = (uint32_t)(open - s) - 1;
	}
	if (at > 0 || end < len) {
		struct facts more = facts_read(arena, &line, at, end);

		if (more.start)
			facts->start = more.start;
		if (more.minutes > 0)
			facts->minutes = more.minutes;
		if (end < len && more.minutes == 0)
			end = len;
	}
	talk->title = arena_dup(arena, s + at, end - at);
}

/* Whether a text is a break; fills its title, and when it is. */
static bool
read_pause(struct pauses *p, const struct block *block, struct talk *talk)
{
	struct facts facts = {.day = NULL};
	const char *s = block->text, *end = s + block->len;

	*talk = (struct talk){.line = block->line, .pause = true};
	while (s < end) {
		const char *bar = memmem(
		    s, (size_t)(end - s), BAR, strlen(BAR));

		if (!bar)
			bar = end;
		read_cell(p, s, (uint32_t)(bar - s), talk, &facts);
		s = bar < end ? bar + strlen(BAR) : end;
	}
	talk->start = facts.start;
	talk->minutes = facts.minutes;
	return talk->title;
}

/* Gives a break keys that no talk has, and the same each time. */
static void
set_keys(struct pauses *p, struct talk *talk)
{
	struct built *built = p->built;
	const char *where = arena_printf(built->arena, "%s %s",
	    built->tracks[talk->track].name, talk->start ? talk->start : "");
	char *key = talk_key_own(built->arena, talk, talk->conference, where);
	uint32_t n = ++*strmap_put(&p->keys, key, 0);

	talk->key = talk->own_key = talk->id = n == 1
	    ? key
	    : arena_printf(built->arena, "%s~%" PRIu32, key, n);
}

/*
 * Adds the breaks among `n` blocks, each before the first of its talks that stands
 * below it; there are talks, of one document.
 */
static void
add_all(struct pauses *p, const struct block *block, uint32_t n,
    const uint32_t *talks, uint32_t ntalks)
{
	const struct talk *talk = p->built->talks;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t low = 0, high = ntalks;
		const struct talk *beside;
		struct found found;

		if (!block[i].among || !read_pause(p, &block[i], &found.talk))
			continue;
		while (low < high) {
			uint32_t mid = low + (high - low) / 2;

			if (talk[talks[mid]].line <= block[i].line)
				low = mid + 1;
			else
				high = mid;
		}
		beside = &talk[talks[low > 0 ? low - 1 : 0]];
		found.before = low < ntalks ? talks[low] : talks[low - 1] + 1;
		found.talk.track = beside->track;
		found.talk.source = beside->source;
		found.talk.conference = beside->conference;
		found.talk.day = beside->day ? beside->day
					     : notes_more(beside)->day_above;
		set_keys(p, &found.talk);
		p->found = mem_grow(
		    p->found, &p->cap, p->n + 1, sizeof(*p->found));
		p->found[p->n++] = found;
	}
}

static bool
has_any(const struct block *block, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		if (block[i].among)
			return true;
	}
	return false;
}

/* Adds those that stand in no track of the document. */
static void
find_in_conference(struct pauses *p, uint32_t index)
{
	const struct built *built = p->built;
	const struct source *source = &built->conferences[index].source;
	uint32_t *talks, n = 0;

	if (!has_any(source->blocks, source->nblocks))
		return;
	talks = mem_alloc(built->ntalks + 1, sizeof(*talks));
	for (uint32_t i = 0; i < built->ntalks; i++) {
		if (built->talks[i].source == index)
			talks[n++] = i;
	}
	if (n > 0)
		add_all(p, source->blocks, source->nblocks, talks, n);
	free(talks);
}

static int
by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->before != y->before)
		return x->before < y->before ? -1 : 1;
	if (x->talk.line != y->talk.line)
		return x->talk.line < y->talk.line ? -1 : 1;
	return x->talk.track < y->talk.track ? -1
					     : x->talk.track > y->talk.track;
}

/* Puts them in their places, and tells all that knows talks by their numbers. */
static void
put_all(struct pauses *p)
{
	struct built *built = p->built;
	size_t n = built->ntalks, k = p->n;
	uint32_t *to = mem_alloc(n + 1, sizeof(*to));

	built_more_talks(built, p->n);
	for (size_t i = n; i-- > 0;) {
		while (k > 0 && p->found[k - 1].before > i) {
			k--;
			built->talks[i + 1 + k] = p->found[k].talk;
		}
		to[i] = (uint32_t)(i + k);
		built->talks[i + k] = built->talks[i];
	}
	while (k-- > 0)
		built->talks[k] = p->found[k].talk;
	built->ntalks += p->n;
	for (size_t i = 0; i < built->nabouts; i++)
		built->abouts[i].talk = to[built->abouts[i].talk];
	for (size_t i = 0; i < built->njoined; i++) {
		if (built->joined[i].talk < n)
			built->joined[i].talk = to[built->joined[i].talk];
	}
	free(to);
	tracks_list(built);
}

void
pauses_insert(struct built *built)
{
	struct pauses p = {.built = built};

	for (uint32_t i = 0; i < built->nconferences; i++)
		find_in_conference(&p, i);
	for (size_t i = 0; i < built->ntracks; i++) {
		const struct track *track = &built->tracks[i];

		if (track->ntalks > 0 &&
		    built->talks[track->talks[0]].source == track->source)
			add_all(&p, track->blocks, track->nblocks, track->talks,
			    track->ntalks);
	}
	if (p.n > 0) {
		qsort(p.found, p.n, sizeof(*p.found), by_place);
		put_all(&p);
	}
	free(p.found);
	strmap_free(&p.keys);
}
