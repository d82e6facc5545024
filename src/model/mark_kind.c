#include "lectern/model/mark_kind.h"

#include <string.h>

static const struct mark_info kinds[] = {
    {
	.type = MARK_FLAG,
	.name = "bookmarked",
	.json = "bookmarked",
	.shown = "bookmarked",
	.is = "bookmarked",
	.done = "bookmarked",
	.undone = "bookmark removed",
	.sign = '*',
    },
    {
	.type = MARK_FLAG,
	.name = "seen",
	.json = "seen",
	.shown = "seen_at",
	.is = "seen",
	.is_not = "unseen",
	.done = "seen",
	.undone = "not seen",
	.sign = '-',
    },
    {
	.type = MARK_TEXT,
	.name = "note",
	.json = "note",
	.shown = "note",
	.is = "noted",
	.done = "note kept",
	.undone = "note removed",
	.sign = '+',
    },
    {
	.type = MARK_SET,
	.name = "tag",
	.json = "tags",
	.shown = "tags",
	.done = "tagged",
	.undone = "tag removed",
    },
    {
	.type = MARK_TIMES,
	.name = "opened",
	.json = "opened",
	.is = "opened",
	.done = "opened",
    },
    {
	.type = MARK_PLACE,
	.name = "position",
	.json = "position",
	.shown = "position",
	.is = "started",
	.done = "position kept",
	.undone = "position removed",
    },
    {
	.type = MARK_RANK,
	.name = "queued",
	.json = "queued",
	.shown = "queued",
	.is = "queued",
	.done = "queued",
	.undone = "taken from the queue",
    },
};

#define COUNT (sizeof(kinds) / sizeof(*kinds))

_Static_assert(COUNT <= MARK_KINDS_MOST, "there is room for all kinds");

const struct mark_info *
mark_kinds(size_t *n)
{
	*n = COUNT;
	return kinds;
}

enum mark_kind
mark_kind_at(size_t row)
{
	return (enum mark_kind)(1u << row);
}

size_t
mark_kind_row(enum mark_kind kind)
{
	size_t row = 0;

	while (row < COUNT - 1 && mark_kind_at(row) != kind)
		row++;
	return row;
}

const struct mark_info *
mark_kind_info(enum mark_kind kind)
{
	return &kinds[mark_kind_row(kind)];
}

unsigned
mark_kind_named(const char *name)
{
	for (size_t row = 0; row < COUNT; row++) {
		if (strcmp(kinds[row].name, name) == 0)
			return mark_kind_at(row);
	}
	return 0;
}

bool
mark_kind_is_text(enum mark_type type)
{
	return type == MARK_TEXT || type == MARK_PLACE || type == MARK_RANK;
}

const char *
mark_kind_text(const struct annotations *annotations, enum mark_kind kind)
{
	const char *text = annotations->text
	    ? annotations->text[mark_kind_row(kind)]
	    : NULL;

	return text ? text : "";
}
