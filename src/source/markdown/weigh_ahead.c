#include "lectern/base/arena.h"
#include "lectern/base/parallel.h"
#include "source/markdown/weigh.h"

#define LEAST_ITEMS 4096 /* that are worth a thread */

/* Nodes that one thread weighs, with a finder of its own. */
struct share {
	struct finder finder;
	uint32_t from, to;
};

/* Whether an item may be a talk's: of no list in an item, and with a link. */
static bool
may_be_talk(const struct finder *f, uint32_t item)
{
	uint32_t list = finder_node(f, item)->parent;

	return finder_is(f, item, MD_ITEM) &&
	    finder_node(f, finder_node(f, list)->parent)->kind != MD_ITEM &&
	    weigh_item_line(f, item)->nspans > 0;
}

static void
weigh_share(void *argument)
{
	struct share *share = argument;
	struct finder *f = &share->finder;

	f->arena = arena_new();
	for (uint32_t i = share->from; i < share->to; i++) {
		if (may_be_talk(f, i))
			(void)weigh_item(f, i);
	}
	arena_free(f->arena);
}

void
weigh_ahead(struct finder *f)
{
	struct share share[PARALLEL_MOST];
	void *work[PARALLEL_MOST];
	uint32_t items = 0, nodes = (uint32_t)f->md->n;
	size_t n;

	for (uint32_t i = 1; i < nodes; i++)
		items += may_be_talk(f, i);
	n = parallel_parts(items, LEAST_ITEMS);
	if (n < 2)
		return;
	finder_prepare(f);
	for (size_t i = 0; i < n; i++) {
		share[i] = (struct share){.finder = *f,
		    .from = (uint32_t)(1 + (nodes - 1) * (uint64_t)i / n),
		    .to = (uint32_t)(1 + (nodes - 1) * (uint64_t)(i + 1) / n)};
		work[i] = &share[i];
	}
	parallel_run(weigh_share, work, n);
}
