#include "source/same_names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define DEPTH_MOST 8 /* folders above a file that are looked at */

struct part {
	struct source *source;
	const char *s; /* a file or folder of its path, of `len` bytes */
	size_t len;
};

static int
compare_names(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	return strcmp(x->source->name, y->source->name);
}

static int
compare_parts(const void *a, const void *b)
{
	const struct part *x = a, *y = b;
	size_t len = x->len < y->len ? x->len : y->len;
	int order = memcmp(x->s, y->s, len);

	return order ? order : (x->len > y->len) - (x->len < y->len);
}

/* Takes what stands `depth` folders above the end of the path. */
static void
take_part(struct part *part, size_t depth)
{
	const char *path = part->source->path;
	const char *end = path + strlen(path), *start;

	for (;; depth--, end = start - (start > path)) {
		while (end > path && end[-1] == '/')
			end--;
		start = end;
		while (start > path && start[-1] != '/')
			start--;
		if (depth == 0 || start == path)
			break;
	}
	part->s = start;
	part->len = depth == 0 ? (size_t)(end - start) : 0;
}

/* Whether sources of one name differ there; sorts them by it. */
static bool
differ(struct part *part, size_t n, size_t depth)
{
	for (size_t i = 0; i < n; i++)
		take_part(&part[i], depth);
	qsort(part, n, sizeof(*part), compare_parts);
	for (size_t i = 1; i < n; i++)
		if (compare_parts(&part[i - 1], &part[i]) == 0)
			return false;
	return true;
}

/* "talks" of "talks.md". */
static size_t
without_ending(const struct part *part)
{
	size_t len = part->len;

	while (len > 1 && part->s[len - 1] != '.')
		len--;
	return len > 1 ? len - 1 : part->len;
}

static void
label(struct arena *arena, struct part *part, size_t n)
{
	size_t depth = 0;

	while (depth < DEPTH_MOST && !differ(part, n, depth))
		depth++;
	for (size_t i = 0; i < n; i++) {
		struct source *source = part[i].source;
		size_t len = depth == 0 ? without_ending(&part[i])
					: part[i].len;
		bool whole = depth == DEPTH_MOST;
		char *text = mem_printf("%s (%.*s)", source->name,
		    (int)(whole ? strlen(source->path) : len),
		    whole ? source->path : part[i].s);

		source->label = text_clean(arena, text, strlen(text), NULL);
		free(text);
	}
}

void
same_names_label(struct arena *arena, struct source *sources, size_t n)
{
	struct part *part = mem_alloc(n + 1, sizeof(*part));
	size_t open = 0, end;

	for (size_t i = 0; i < n; i++)
		if (!sources[i].joined)
			part[open++].source = &sources[i];
	qsort(part, open, sizeof(*part), compare_names);
	for (size_t i = 0; i < open; i = end) {
		for (end = i + 1;
		     end < open && compare_names(&part[i], &part[end]) == 0;
		     end++)
			;
		if (end > i + 1)
			label(arena, part + i, end - i);
	}
	free(part);
}
