#include "source/markdown/own_name.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/day_heading.h"

/* Whether the heading of the only track names the document, too. */
static bool
names_all(const struct walk *w, const struct md_node *node)
{
	size_t len;
	const char *folded = text_fold(
	    w->arena, node->text.text, node->text.len, &len);

	return node->kind == MD_HEADING && node->level == 1 &&
	    strchr(folded, ' ') && !day_heading_is(folded, len);
}

const char *
own_name_find(const struct walk *w)
{
	const struct md_node *track = NULL;
	size_t tracks = 0;

	for (uint32_t i = 1; i < w->md->n; i++) {
		enum role role = (enum role)w->shape->role[i];

		if (role == ROLE_NAME)
			return walk_node(w, i)->text.text;
		if (role != ROLE_TRACK && role != ROLE_GROUP)
			continue;
		tracks++;
		track = walk_node(w, i);
	}
	return tracks == 1 && names_all(w, track) ? track->text.text : NULL;
}
