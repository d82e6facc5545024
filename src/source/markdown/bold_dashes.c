#include "source/markdown/bold_dashes.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

#define LEAST       3  /* such lines */
#define TITLE_LEAST 4  /* bytes of a title, with the signs before it */
#define NAME_MOST   60 /* bytes between the dashes */

/* Who speaks, in a line that ends behind. */
struct name {
	const char *s, *end;
};

/* Finds it in the line from `s` to `end`. */
static bool
find_name(const char *s, const char *end, struct name *name)
{
	const char *dash;

	end = text_words_end(s, end);
	if (end - s < 8 || memcmp(s, "**", 2) != 0 ||
	    memcmp(end - 3, "-**", 3) != 0 || end[-4] == '-')
		return false;
	name->end = text_words_end(s, end - 3);
	dash = memrchr(s, '-', (size_t)(name->end - s));
	if (!dash || dash - s < TITLE_LEAST || dash[-1] != ' ')
		return false;
	name->s = dash + 1 + text_spaces(dash + 1, (size_t)(end - dash) - 1);
	return name->end - name->s > 1 && name->end - name->s <= NAME_MOST &&
	    !memchr(s + 2, '*', (size_t)(name->end - s) - 2);
}

/* Writes a line of bytes up to `end` without the dash behind the name. */
static char *
put(char *to, const char *s, const char *end, const struct name *name)
{
	const char *dash = memrchr(s, '-', (size_t)(name->s - s));

	to = mempcpy(to, s, (size_t)(dash - s));
	to = mempcpy(to, "- ", 2);
	to = mempcpy(to, name->s, (size_t)(name->end - name->s));
	to = mempcpy(to, "**", 2);
	/* Blanks at the end of a line say nothing below a title. */
	return end[-1] == '\n' ? mempcpy(to, "\n", 1) : to;
}

char *
bold_dashes_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *next;
	struct name name;
	size_t n = 0;
	char *text, *to;

	if (!memmem(s, *len, "-**", 3))
		return NULL;
	for (const char *at = s; at < end; at = text_line_end(at, end) + 1)
		n += find_name(at, text_line_end(at, end), &name);
	if (n < LEAST)
		return NULL;
	text = to = arena_alloc(arena, *len + n + 1);
	for (const char *at = s; at < end; at = next) {
		const char *line_end = text_line_end(at, end);

		next = line_end < end ? line_end + 1 : end;
		to = find_name(at, line_end, &name)
		    ? put(to, at, next, &name)
		    : mempcpy(to, at, (size_t)(next - at));
	}
	*to = '\0';
	*len = (size_t)(to - text);
	return text;
}
