#include "source/markdown/carriers.h"

#include "lectern/base/mem.h"

static enum carrier
carrier_of(const struct md_node *node)
{
	switch (node->kind) {
	case MD_HEADING:
		return (enum carrier)node->level;
	case MD_ITEM:
		return CARRIER_ITEM;
	case MD_ROW:
		return CARRIER_ROW;
	case MD_CELL:
		return CARRIER_CELL;
	case MD_QUOTE:
		return CARRIER_QUOTE;
	default:
		return CARRIER_PARAGRAPH;
	}
}

void
carriers_find(struct carriers *carriers, const struct markdown *md,
    const struct shape *shape)
{
	carriers->n = 0;
	for (uint32_t i = 1; i < md->n; i++) {
		if (shape->role[i] == ROLE_SKIP) {
			i = md->node[i].end - 1;
			continue;
		}
		if (shape->role[i] != ROLE_TALK && shape->role[i] != ROLE_GROUP)
			continue;
		carriers->of = mem_grow(
		    carriers->of, &carriers->cap, carriers->n + 1, 1);
		carriers->of[carriers->n++] = (uint8_t)carrier_of(&md->node[i]);
	}
}
