#include "lectern/query.h"

#include <string.h>

#include "lectern/arena.h"
#include "lectern/text.h"

/* The end of the term that begins at `s`; `*next` is where to go on. */
static const char *
term_end(const char *s, const char **next)
{
	if (*s != '"') {
		const char *end = s + strcspn(s, " ");

		*next = end;
		return end;
	}
	const char *end = strchr(s + 1, '"');

	if (!end)
		end = s + strlen(s);
	*next = *end ? end + 1 : end;
	return end;
}

void
query_parse(struct query *query, const char *text)
{
	struct arena *arena = arena_new();
	size_t len = strlen(text);
	const char *s = text_squeeze(arena, text, len), *next;

	memset(query, 0, sizeof(*query));
	query->arena = arena;
	query->text = arena_dup(arena, text, len);
	/* No more terms than characters. */
	query->terms = arena_alloc(arena, (len + 1) * sizeof(*query->terms));
	for (; *s; s = next) {
		if (*s == ' ') {
			next = s + 1;
			continue;
		}
		const char *end = term_end(s, &next);
		const char *from = s + (*s == '"');
		struct term *term = &query->terms[query->nterms];

		term->text = text_fold(
		    arena, from, (size_t)(end - from), &term->len);
		if (term->len > 0)
			query->nterms++;
	}
}

void
query_free(struct query *query)
{
	arena_free(query->arena);
	memset(query, 0, sizeof(*query));
}

/* The earliest match of any term at or after `from`; false: none is left. */
static bool
next_match(const struct query *query, const char *folded, size_t len,
    size_t from, size_t *start, size_t *end)
{
	bool found = false;

	for (size_t i = 0; i < query->nterms; i++) {
		const struct term *term = &query->terms[i];
		const char *at = memmem(
		    folded + from, len - from, term->text, term->len);

		if (!at)
			continue;
		size_t offset = (size_t)(at - folded);

		if (!found || offset < *start ||
		    (offset == *start && offset + term->len > *end)) {
			*start = offset;
			*end = offset + term->len;
		}
		found = true;
	}
	return found;
}

/* Widens ranges to whole clusters of `s` and joins those that then touch. */
static size_t
to_clusters(const char *s, size_t len, struct range *ranges, size_t n)
{
	size_t at = 0, out = 0;

	for (size_t i = 0; i < n; i++) {
		size_t size = text_next(s + at, len - at);

		while (at + size <= ranges[i].start && at < len) {
			at += size;
			size = text_next(s + at, len - at);
		}
		size_t start = at;

		while (at < ranges[i].end && at < len)
			at += text_next(s + at, len - at);
		if (out > 0 && ranges[out - 1].end >= start) {
			ranges[out - 1].end = (uint32_t)at;
			continue;
		}
		ranges[out].start = (uint32_t)start;
		ranges[out++].end = (uint32_t)at;
	}
	return out;
}

size_t
query_ranges(const struct query *query, const char *s, size_t len,
    struct range *ranges, size_t max)
{
	size_t n = 0, from = 0, start = 0, end = 0, folded_len;
	uint32_t *map;

	if (query->nterms == 0)
		return 0;

	struct arena *arena = arena_new();
	const char *folded = text_fold_map(arena, s, len, &folded_len, &map);

	while (n < max &&
	    next_match(query, folded, folded_len, from, &start, &end)) {
		size_t after = end;

		/* Part of what a character folds to shows all of it. */
		while (after < folded_len && map[after] == map[end - 1])
			after++;
		if (n > 0 && ranges[n - 1].end >= map[start]) {
			if (map[after] > ranges[n - 1].end)
				ranges[n - 1].end = map[after];
		} else {
			ranges[n].start = map[start];
			ranges[n++].end = map[after];
		}
		from = start + 1;
	}
	n = to_clusters(s, len, ranges, n);
	arena_free(arena);
	return n;
}
