#include "find/wanted.h"

#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

/* Whether a term is found only where its letters stand side by side. */
static bool
is_word(const struct term *term)
{
	if (term->fuzzy || term->len == 0)
		return false;
	for (size_t i = 0; i < term->len; i++) {
		if (!text_ascii_word(term->text[i]))
			return false;
	}
	return true;
}

void
wanted_take(struct wanted *wanted, const struct query *query)
{
	*wanted = (struct wanted){.arena = arena_new()};
	wanted->word = mem_alloc(query->nterms, sizeof(*wanted->word));
	for (size_t i = 0; i < query->nterms; i++) {
		const struct term *term = &query->terms[i];

		if (term->state != STATE_NONE)
			continue;
		if (!is_word(term)) {
			wanted_free(wanted);
			return;
		}
		substring_prepare(&wanted->word[wanted->n++],
		    text_fold(wanted->arena, term->text, term->len, NULL),
		    term->len, SUBSTRING_ANY_CASE, SUBSTRING_BEST);
	}
}

void
wanted_free(struct wanted *wanted)
{
	arena_free(wanted->arena);
	free(wanted->word);
	*wanted = (struct wanted){0};
}
