#include "source/markdown/bold_dashes.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"

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
static void
put(struct anew *w, const char *s, const char *end, const struct name *name)
{
	/* Blanks at the end of a line say nothing below a title. */
	anew_skip(w, (const char *)memrchr(s, '-', (size_t)(name->s - s)), end);
	anew_puts(w, "- ");
	anew_put(w, name->s, name->end);
	anew_puts(w, "**");
}

char *
bold_dashes_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *line_end;
	struct anew w = anew_begin(arena, s, *len);
	struct name name;
	size_t n = 0;

	if (!substring_has(s, *len, "-**"))
		return NULL;
	for (; s < end; s = line_end + 1) {
		line_end = text_line_end(s, end);
		if (!find_name(s, line_end, &name))
			continue;
		put(&w, s, line_end, &name);
		n++;
	}
	return anew_end(&w, n >= LEAST, len);
}
