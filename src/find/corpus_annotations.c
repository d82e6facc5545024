#include <stdlib.h>
#include <string.h>

#include "find/corpus.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

static char *
make_ready(const struct corpus *corpus, const char *s, size_t *len)
{
	return corpus->way == CORPUS_FOLDED
	    ? text_fold(corpus->annotations_arena, s, strlen(s), len)
	    : text_strip(corpus->annotations_arena, s, strlen(s), len);
}

void
corpus_set_annotations(
    struct corpus *corpus, const struct annotations *annotations)
{
	corpus->nannotations = 0;
	corpus->given = annotations;
}

void
corpus_take_annotations(struct corpus *corpus)
{
	const struct annotations *annotations = corpus->given;

	if (!annotations)
		return;
	corpus->given = NULL;
	if (corpus->annotations_arena)
		arena_clear(corpus->annotations_arena);
	else
		corpus->annotations_arena = arena_new();
	for (uint32_t i = 0; i < corpus->notes->ntalks; i++) {
		struct corpus_annotations text = {.talk = i};

		if (!(annotations[i].kinds & (MARK_NOTED | MARK_TAGGED)))
			continue;
		text.note = make_ready(corpus,
		    mark_kind_text(&annotations[i], MARK_NOTED),
		    &text.note_len);
		text.tags = make_ready(corpus,
		    mark_kind_text(&annotations[i], MARK_TAGGED),
		    &text.tags_len);
		corpus->annotations = mem_grow(corpus->annotations,
		    &corpus->annotations_cap, corpus->nannotations + 1,
		    sizeof(*corpus->annotations));
		corpus->annotations[corpus->nannotations++] = text;
	}
}

static int
compare_own(const void *a, const void *b)
{
	uint32_t x = ((const struct corpus_annotations *)a)->talk;
	uint32_t y = ((const struct corpus_annotations *)b)->talk;

	return x < y ? -1 : x > y;
}

const struct corpus_annotations *
corpus_annotations(const struct corpus *corpus, uint32_t talk)
{
	const struct corpus_annotations wanted = {.talk = talk};

	return corpus->nannotations == 0
	    ? NULL
	    : bsearch(&wanted, corpus->annotations, corpus->nannotations,
		  sizeof(wanted), compare_own);
}
