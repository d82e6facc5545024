#include "lectern/model/mark_kind.h"

#include <string.h>

#include "lectern/base/translate.h"

static const struct mark_info kinds[] = {
    {
	.type = MARK_FLAG,
	.name = "bookmarked",
	.json = "bookmarked",
	.shown = "bookmarked",
	.is = N_("bookmarked"),
	.done = N_("bookmarked"),
	.undone = N_("bookmark removed"),
	.sign = '*',
    },
    {
	.type = MARK_FLAG,
	.name = "seen",
	.json = "seen",
	.shown = "seen_at",
	.is = N_("seen"),
	.is_not = N_("unseen"),
	.done = N_("seen"),
	.undone = N_("not seen"),
	.sign = '-',
    },
    {
	.type = MARK_TEXT,
	.name = "note",
	.json = "note",
	.shown = "note",
	.is = N_("noted"),
	.done = N_("note kept"),
	.undone = N_("note removed"),
	.sign = '+',
    },
    {
	.type = MARK_SET,
	.name = "tag",
	.json = "tags",
	.shown = "tags",
	.done = N_("tagged"),
	.undone = N_("tag removed"),
    },
    {
	.type = MARK_TIMES,
	.name = "opened",
	.json = "opened",
	.is = N_("opened"),
	.done = N_("opened"),
    },
    {
	.type = MARK_PLACE,
	.name = "position",
	.json = "position",
	.shown = "position",
	.is = N_("started"),
	.done = N_("position kept"),
	.undone = N_("position removed"),
    },
    {
	.type = MARK_RANK,
	.name = "queued",
	.json = "queued",
	.shown = "queued",
	.is = N_("queued"),
	.done = N_("queued"),
	.undone = N_("taken from the queue"),
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
