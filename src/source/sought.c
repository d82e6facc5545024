#include "source/sought.h"

#include <string.h>

#include "lectern/base/text.h"

/* Whether a talk can have the term only if it has its bytes. */
static bool
is_bytes(const struct term *term, bool folded)
{
	const unsigned elsewhere = FIELD_BIT(FIELD_URL) | FIELD_BIT(FIELD_OWN) |
	    FIELD_BIT(FIELD_TAGS) | FIELDS_WHERE;

	if (term->no || term->fuzzy || term->len == 0)
		return false;
	/* Own notes are ignored, unless the query names them. */
	if (term->fields != FIELDS_USUAL && (term->fields & elsewhere))
		return false;
	return folded ||
	    (text_is_ascii(term->text, term->len) && !strchr(term->text, ','));
}

/* Adds a term to the group, which has room; false: nothing is left of it. */
static bool
add_term(struct arena *arena, struct sought_group *group, const char *text,
    size_t len)
{
	const char *small = text_fold(arena, text, len, &len);

	if (len == 0)
		return false;
	group->small[group->n] = small;
	substring_prepare(&group->find[group->n++], small, len,
	    SUBSTRING_ANY_CASE, SUBSTRING_BEST);
	return true;
}

void
sought_take(struct sought *sought, const struct query *query, bool folded)
{
	struct arena *arena = arena_new();
	const size_t n = query->nterms + 1;
	struct substring *find = arena_alloc(arena, n * sizeof(*find));
	const char **small = arena_alloc(arena, n * sizeof(*small));

	*sought = (struct sought){
	    .arena = arena,
	    .group = arena_alloc(arena, n * sizeof(*sought->group)),
	};
	for (size_t i = 0, end; i < query->nterms; i = end) {
		struct sought_group group = {&find[i], &small[i], 0};
		bool all = true;

		for (end = i; end < query->nterms &&
		     query->terms[end].group == query->terms[i].group;
		     end++) {
			const struct term *term = &query->terms[end];

			all = all && is_bytes(term, folded) &&
			    add_term(arena, &group, term->text, term->len);
		}
		if (all)
			sought->group[sought->ngroups++] = group;
	}
}

void
sought_free(struct sought *sought)
{
	arena_free(sought->arena);
	*sought = (struct sought){0};
}

bool
sought_stands(const struct sought_group *group, const char *s, size_t len)
{
	for (size_t i = 0; i < group->n; i++) {
		if (substring_first(&group->find[i], s, len))
			return true;
	}
	return false;
}

bool
sought_names(const struct sought_group *group, const char *name)
{
	struct arena *arena = arena_new();
	const char *folded = text_fold(arena, name, strlen(name), NULL);
	bool has = false;

	for (size_t i = 0; i < group->n; i++)
		has = has || strstr(folded, group->small[i]);
	arena_free(arena);
	return has;
}
