#include "same.h"

#include <string.h>

#include "lectern/source/body.h"

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool
same_block(const struct block *a, const struct block *b)
{
	if (!same_text(a->text, b->text) || a->len != b->len ||
	    a->line != b->line || a->number != b->number ||
	    a->kind != b->kind || a->depth != b->depth ||
	    a->quoted != b->quoted || a->listed != b->listed ||
	    a->among != b->among ||
	    a->nspans != b->nspans)
		return false;
	for (uint32_t i = 0; i < a->nspans; i++) {
		const struct span *x = &a->spans[i], *y = &b->spans[i];

		if (x->start != y->start || x->end != y->end ||
		    x->style != y->style || !same_text(x->url, y->url))
			return false;
	}
	return true;
}

static bool
same_blocks(
    const struct block *a, uint32_t na, const struct block *b, uint32_t nb)
{
	if (na != nb)
		return false;
	for (uint32_t i = 0; i < na; i++) {
		if (!same_block(&a[i], &b[i]))
			return false;
	}
	return true;
}

static bool
same_list(const char *const *a, uint32_t na, const char *const *b, uint32_t nb)
{
	if (na != nb)
		return false;
	for (uint32_t i = 0; i < na; i++) {
		if (!same_text(a[i], b[i]))
			return false;
	}
	return true;
}

static bool
same_identity(const struct identity *a, const struct identity *b)
{
	return !a || !b ? a == b
			: same_text(a->guid, b->guid) &&
		same_text(a->id, b->id) && same_text(a->slug, b->slug);
}

static const char *
compare_talks(const struct talk *a, const struct talk *b)
{
	const struct body_links x = body_links(a), y = body_links(b);
	const struct body_blocks p = body_blocks(a), q = body_blocks(b);

	if (!same_text(a->title, b->title))
		return "title";
	if (!same_list(a->speakers, a->nspeakers, b->speakers, b->nspeakers))
		return "speakers";
	if (!same_text(a->url, b->url))
		return "url";
	if (!same_text(a->key, b->key) || !same_text(a->id, b->id))
		return "key or id";
	if (!same_text(a->day, b->day) || !same_text(a->room, b->room))
		return "day or room";
	if (!same_text(a->start, b->start) || a->minutes != b->minutes ||
	    !same_text(notes_more(a)->language, notes_more(b)->language))
		return "start, length or language";
	if (!same_identity(notes_more(a)->identity, notes_more(b)->identity))
		return "identity";
	if (a->track != b->track || a->source != b->source)
		return "track or source";
	if (a->line != b->line)
		return "line";
	if (!same_list(x.url, x.n, y.url, y.n))
		return "links";
	if (!same_blocks(p.block, p.n, q.block, q.n))
		return "blocks";
	return NULL;
}

static bool
same_track(const struct track *a, const struct track *b)
{
	return same_text(a->name, b->name) && a->ntalks == b->ntalks &&
	    a->source == b->source && a->line == b->line &&
	    memcmp(a->talks, b->talks, a->ntalks * sizeof(*a->talks)) == 0 &&
	    same_blocks(a->blocks, a->nblocks, b->blocks, b->nblocks);
}

const char *
same_notes(const struct notes *a, const struct notes *b, uint32_t *talk)
{
	*talk = UINT32_MAX;
	if (!same_text(a->name, b->name))
		return "name";
	if (!same_text(a->shape, b->shape))
		return "shape";
	if (!same_blocks(a->sources[0].blocks, a->sources[0].nblocks,
		b->sources[0].blocks, b->sources[0].nblocks))
		return "text of the conference";
	if (a->ntalks != b->ntalks || a->ntracks != b->ntracks)
		return "number of talks or tracks";
	for (uint32_t i = 0; i < a->ntracks; i++) {
		if (!same_track(&a->tracks[i], &b->tracks[i]))
			return "a track";
	}
	if (a->nwarnings != b->nwarnings)
		return "number of warnings";
	for (uint32_t i = 0; i < a->nwarnings; i++) {
		if (a->warnings[i].line != b->warnings[i].line ||
		    !same_text(a->warnings[i].text, b->warnings[i].text))
			return "a warning";
	}
	for (uint32_t i = 0; i < a->ntalks; i++) {
		const char *what;

		what = compare_talks(&a->talks[i], &b->talks[i]);
		*talk = i;
		if (what)
			return what;
	}
	return NULL;
}
