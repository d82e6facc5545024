#include "find/wanted.h"

#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/text.h"
#include "lectern/source/body.h"

#define LEAST_TALKS 512 /* that are worth a thread */

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

/* Some of the talks, looked at by one thread. */
struct part {
	const struct wanted *wanted;
	const struct talk *talks;
	uint32_t n;
	bool *may; /* of those */
};

static void
look_at_part(void *data)
{
	struct part *part = data;
	struct arena *arena = arena_new();

	for (uint32_t i = 0; i < part->n; i++) {
		part->may[i] = body_may_have(&part->talks[i],
		    part->wanted->word, part->wanted->n, arena);
		arena_clear(arena);
	}
	arena_free(arena);
}

void
wanted_look(struct wanted *wanted, const struct notes *notes)
{
	struct part parts[PARALLEL_MOST];
	void *data[PARALLEL_MOST];
	size_t n = parallel_parts(notes->ntalks, LEAST_TALKS);

	if (wanted->n == 0 || wanted->nmay > 0)
		return;
	wanted->nmay = notes->ntalks;
	wanted->may = mem_alloc(wanted->nmay, sizeof(*wanted->may));
	for (size_t i = 0; i < n; i++) {
		uint32_t from = (uint32_t)(notes->ntalks * i / n);
		uint32_t end = (uint32_t)(notes->ntalks * (i + 1) / n);

		parts[i] = (struct part){wanted, notes->talks + from,
		    end - from, wanted->may + from};
		data[i] = &parts[i];
	}
	parallel_run(look_at_part, data, n);
}

bool
wanted_may_be_in(const struct wanted *wanted, size_t talk)
{
	return !wanted || talk >= wanted->nmay || wanted->may[talk];
}

void
wanted_free(struct wanted *wanted)
{
	arena_free(wanted->arena);
	free(wanted->word);
	free(wanted->may);
	*wanted = (struct wanted){0};
}
