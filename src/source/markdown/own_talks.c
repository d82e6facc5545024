#include "source/markdown/own_talks.h"

#include "source/markdown/names.h"

/* Whether a heading says that talks are those of who writes. */
static bool
is_mine(const struct line *line)
{
	static const char *const called[] = {"meine vortr\303\244ge",
	    "mes conf\303\251rences", "mes pr\303\251sentations", "mes talks",
	    "mijn presentaties", "minhas palestras", "mis charlas",
	    "my past talks", "my presentations", "my public talks",
	    "my speaking", "my talks", NULL};

	return names_one_of(line->text, line->len, called);
}

bool
own_talks_are(const struct markdown *md, const struct shape *shape)
{
	const struct md_node *first = NULL;

	for (uint32_t i = 1; i < md->n; i++) {
		const struct md_node *node = &md->node[i];

		if (node->kind == MD_HEADING && shape->role[i] != ROLE_TALK) {
			if (first && node->level <= first->level)
				return false;
			if (!first && !is_mine(&node->text))
				return false;
			first = first ? first : node;
		} else if (!first && shape->role[i] == ROLE_TALK)
			return false;
	}
	return first != NULL;
}

/* Whether no more than a sign tells a place. */
static bool
is_by_sign(enum place place)
{
	switch (place) {
	case PLACE_LAST_DASH:
	case PLACE_MIDDLE_DASH:
	case PLACE_AFTER_DASH:
	case PLACE_BRACKETS:
	case PLACE_AFTER_COLON:
	case PLACE_AFTER_COMMA:
	case PLACE_LAST_BAR:
	case PLACE_AFTER_AT:
		return true;
	default:
		return false;
	}
}

void
own_talks_leave(struct manner *manner)
{
	if (!is_by_sign(manner->place))
		return;
	manner->place = is_by_sign(manner->other) ? PLACE_NONE : manner->other;
	manner->other = PLACE_NONE;
	manner->trusted = manner->small = manner->bare = false;
	manner->yes = manner->no = 0;
}
