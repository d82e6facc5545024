#include "source/markdown/unseen_list.h"

#include <stdlib.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define SNIPPET_MOST 60 /* bytes of a broken link that are told */

static void
add(struct unseen_list *list, uint32_t row, uint32_t lines, const char *what)
{
	list->part = mem_grow(
	    list->part, &list->cap, list->n + 1, sizeof(*list->part));
	list->part[list->n++] = (struct unseen_part){row, lines, what};
}

void
unseen_list_add(
    struct unseen_list *list, uint32_t row, uint32_t lines, const char *what)
{
	struct unseen_part *last = list->n > 0 ? &list->part[list->n - 1]
					       : NULL;

	if (last && last->lines > 0 && last->what == what &&
	    row <= last->row + last->lines) {
		if (row + lines > last->row + last->lines)
			last->lines = row + lines - last->row;
		return;
	}
	add(list, row, lines, what);
}

void
unseen_list_add_broken(
    struct unseen_list *list, uint32_t row, const char *s, size_t len)
{
	size_t n = text_within(s, len, SNIPPET_MOST);
	char *snippet = text_squeeze(list->arena, s, n);

	add(list, row, 0,
	    n < len ? arena_printf(list->arena, "%s ...", snippet) : snippet);
}

struct unseen_list *
unseen_list_new(void)
{
	struct unseen_list *list = mem_alloc(1, sizeof(*list));

	list->arena = arena_new();
	return list;
}

void
unseen_list_free(struct unseen_list *list)
{
	shown_words_free(&list->shown);
	arena_free(list->arena);
	free(list->part);
	free(list);
}
