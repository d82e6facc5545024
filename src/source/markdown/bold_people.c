#include "source/markdown/bold_people.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/people.h"

#define LEAST 3 /* such items */
#define MARK  4 /* bytes of "- **" */
#define SHORT 8 /* bytes of a line that is no such item */

/* An item that begins with bold words. */
struct item {
	const char *bold, *bold_end;
	const char *colon; /* behind who speaks; NULL: there is none */
	const char *title;
};

static bool
read_item(const char *s, const char *end, struct item *item)
{
	end = text_words_end(s, end);
	if (end - s < SHORT || !text_ascii_any(*s, "-*+") ||
	    memcmp(s + 1, " **", 3) != 0)
		return false;
	item->bold = s + MARK;
	item->bold_end = memmem(
	    item->bold, (size_t)(end - item->bold), "**", 2);
	if (!item->bold_end)
		return false;
	item->colon = memmem(
	    item->bold, (size_t)(item->bold_end - item->bold), ": ", 2);
	item->title = item->colon ? item->colon + 2 : item->bold_end;
	if (item->title == item->bold_end || *item->title == ' ' ||
	    people_first(item->bold, (size_t)(item->colon - item->bold)) !=
		NAMES_SURE)
		item->colon = NULL;
	return true;
}

static void
put(struct anew *w, const char *s, const struct item *item)
{
	anew_skip(w, s + MARK, item->bold_end + 2);
	anew_put(w, item->title, item->bold_end);
	anew_puts(w, "** - ");
	anew_put(w, item->bold, item->colon);
}

char *
bold_people_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	size_t n = 0, named = 0, noted = 0;
	bool above = false;
	struct item item;

	for (; s < end; s = text_line_end(s, end) + 1) {
		bool is = read_item(s, text_line_end(s, end), &item);

		noted += above && (*s == ' ' || *s == '\t');
		above = is && item.colon;
		n += is;
		named += above;
		if (above)
			put(&w, s, &item);
	}
	/* Most bold items are so, and there are notes below some. */
	return anew_end(&w, named >= LEAST && named * 2 > n && noted > 0, len);
}
