#include "source/markdown/own_name.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/richtext.h"

/*
 * Whether a heading may name the document: of the highest level, and neither a day
 * nor an address.
 */
static bool
may_name(const struct walk *w, const struct md_node *node)
{
	size_t len;
	const char *folded = text_fold(
	    w->arena, node->text.text, node->text.len, &len);

	return node->kind == MD_HEADING && node->level == 1 && len > 0 &&
	    !day_heading_is(folded, len) && !richtext_is_url(&node->text);
}

const char *
own_name_find(const struct walk *w)
{
	const struct md_node *first = NULL;
	bool only = true;

	for (uint32_t i = 1; i < w->md->n; i++) {
		enum role role = (enum role)w->shape->role[i];
		const struct md_node *node = walk_node(w, i);

		if (role == ROLE_NAME)
			return node->text.len > 0 ? node->text.text : NULL;
		if (!first && (role == ROLE_TALK || role == ROLE_GROUP))
			only = false;
		if (node->kind != MD_HEADING || node->level > 1)
			continue;
		only = only && !first;
		if (!first && role == ROLE_TRACK)
			first = node;
	}
	return only && first && may_name(w, first) ? first->text.text : NULL;
}
