#include "source/markdown/anew.h"

#include <stdlib.h>

#include "lectern/base/arena.h"

#define DEEPEST 6 /* level of a heading */

struct anew
anew_begin(struct arena *arena, const char *s, size_t len)
{
	return (struct anew){.arena = arena, .from = s, .end = s + len};
}

void
anew_put(struct anew *w, const char *s, const char *end)
{
	buffer_put(&w->out, s, (size_t)(end - s));
}

void
anew_puts(struct anew *w, const char *s)
{
	buffer_puts(&w->out, s);
}

void
anew_skip(struct anew *w, const char *from, const char *to)
{
	if (from > w->from)
		anew_put(w, w->from, from);
	if (to > w->from)
		w->from = to;
}

void
anew_marks(struct anew *w, size_t level)
{
	static const char marks[] = "###### ";

	anew_puts(w, marks + DEEPEST - level);
}

char *
anew_end(struct anew *w, bool wanted, size_t *len)
{
	if (!wanted) {
		free(w->out.s);
		return NULL;
	}
	anew_skip(w, w->end, w->end);
	arena_adopt(w->arena, w->out.s, 0);
	*len = w->out.len;
	return w->out.s;
}
