#include "source/markdown/bold_people.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/people.h"

#define LEAST 3 /* such items */
#define MARK  4 /* bytes of "- **" */
#define SHORT 8 /* bytes of a line that is no such item */
#define MORE  3 /* bytes that a line gets */

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

/* Whether most bold items are so, and there are notes below some. */
static size_t
count(const char *s, const char *end)
{
	size_t n = 0, named = 0, noted = 0;
	bool above = false;
	struct item item;

	for (; s < end; s = text_line_end(s, end) + 1) {
		bool is = read_item(s, text_line_end(s, end), &item);

		noted += above && (*s == ' ' || *s == '\t');
		above = is && item.colon;
		n += is;
		named += above;
	}
	return named >= LEAST && named * 2 > n && noted > 0 ? named : 0;
}

static char *
put(char *to, const char *s, const char *end, const struct item *item)
{
	to = mempcpy(to, s, MARK);
	to = mempcpy(to, item->title, (size_t)(item->bold_end - item->title));
	to = mempcpy(to, "** - ", 5);
	to = mempcpy(to, item->bold, (size_t)(item->colon - item->bold));
	return mempcpy(
	    to, item->bold_end + 2, (size_t)(end - item->bold_end) - 2);
}

char *
bold_people_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *next;
	size_t n = count(s, end);
	struct item item;
	char *text, *to;

	if (n == 0)
		return NULL;
	text = to = arena_alloc(arena, *len + n * MORE + 1);
	for (const char *at = s; at < end; at = next) {
		const char *line = text_line_end(at, end);

		next = line < end ? line + 1 : end;
		to = read_item(at, line, &item) && item.colon
		    ? put(to, at, next, &item)
		    : mempcpy(to, at, (size_t)(next - at));
	}
	*to = '\0';
	*len = (size_t)(to - text);
	return text;
}
