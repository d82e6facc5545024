#include "source/pyvideo.h"

#include <stdlib.h>
#include <string.h>

#include "source/json_parts.h"

static bool
is_talk(const struct value *root)
{
	return *value_text(root, "title") && value_has(root, "speakers") &&
	    (value_has(root, "videos") || *value_text(root, "recorded") ||
		*value_text(root, "thumbnail_url"));
}

/* A file with a title and little else. */
static bool
is_category(const struct value *root)
{
	static const char *const known[] = {"title", "description", "slug",
	    "url", "start_date", "whiteboard", NULL};

	if (!root || root->type != VALUE_OBJECT || !*value_text(root, "title"))
		return false;
	for (const struct value *c = root->child; c; c = c->next) {
		size_t i = 0;

		while (known[i] && strcmp(known[i], c->name) != 0)
			i++;
		if (!known[i])
			return false;
	}
	return true;
}

bool
pyvideo_is(const struct value *root)
{
	return is_talk(root) || is_category(root);
}

static void
add_talk(struct programme *p, const struct value *root)
{
	struct programme_talk *talk = programme_clear(p, root->line);

	talk->title = value_text(root, "title");
	talk->day = value_text(root, "recorded");
	talk->minutes =
	    (uint16_t)((strtoul(value_text(root, "duration"), NULL, 10) + 30) /
		60);
	talk->language = value_text(root, "language");
	talk->slug = value_text(root, "slug");
	talk->text[PROGRAMME_ABSTRACT] = value_text(root, "summary");
	talk->text[PROGRAMME_DESCRIPTION] = value_text(root, "description");
	json_parts_people(p, value_member(root, "speakers"));
	json_parts_links(p, value_member(root, "videos"), true);
	/* That name says no more than the address. */
	for (size_t i = 0; i < p->talk.nlinks; i++) {
		const char **name = &p->talk.links[i].name;

		if (*name && strcmp(*name, "youtube") == 0)
			*name = NULL;
	}
	json_parts_links(p, value_member(root, "related_urls"), false);
	programme_build(p);
}

void
pyvideo_add(struct programme *p, const struct value *root)
{
	p->part = true;
	if (is_talk(root))
		add_talk(p, root);
	else
		programme_name(p, value_text(root, "title"));
}
