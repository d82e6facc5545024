#include "lectern/base/text.h"
#include "lectern/find/filter.h"
#include "lectern/source/body.h"

/* Counts the query's terms that match in the text of a block. */
static size_t
count_terms(const struct query *query, const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < query->nterms; i++) {
		struct query one = {.terms = &query->terms[i], .nterms = 1};
		struct range range;

		n += query_ranges(&one, FIELD_BODY, s, len, &range, 1) > 0;
	}
	return n;
}

/* Takes the best of some blocks, of which the first has number `first`. */
static void
take_best(const struct query *query, const struct block *blocks, uint32_t n,
    uint32_t first, size_t *most, struct filter_block *best)
{
	size_t left = FILTER_BLOCK_BYTES;

	for (uint32_t i = 0; i < n && left > 0; i++) {
		size_t len = text_within(blocks[i].text, blocks[i].len, left);
		size_t terms = count_terms(query, blocks[i].text, len);

		left = len < blocks[i].len ? 0 : left - len;
		if (terms > *most) {
			*most = terms;
			best->block = &blocks[i];
			best->index = first + i;
		}
	}
}

struct filter_block
filter_block(const struct query *query, const struct notes *notes,
    const struct talk *talk)
{
	const struct body_blocks blocks = body_blocks(talk);
	const struct notes_abouts abouts = notes_abouts(notes, talk);
	struct filter_block best = {0};
	size_t most = 0, in_notes;
	uint32_t first = 0;

	take_best(query, blocks.block, blocks.n, 0, &most, &best);
	in_notes = most;
	for (uint32_t i = 0; i < abouts.n; i++) {
		const struct about *about = &abouts.about[i];

		take_best(
		    query, about->blocks, about->nblocks, first, &most, &best);
		first += about->nblocks;
	}
	best.about = most > in_notes;
	return best;
}
