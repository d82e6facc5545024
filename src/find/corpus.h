/*
 * The words of all talks as a search wants them: folded, in one stretch of
 * memory, a talk after the other.
 *
 * Of each talk its title, its speakers and its notes, each of these parts and
 * each block of the notes ending in a line feed; but for notes that can be
 * searched where they stand in the document: see body_text().
 */
#ifndef LECTERN_CORPUS_H
#define LECTERN_CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"
#include "lectern/source/body.h"

#define CORPUS_BEYOND   128 /* bytes after the text that may be read */
#define CORPUS_PER_TALK 64 /* bytes searched while a talk is looked at at all */

/* Where the text of a talk stands.  All that a search looks at is close by. */
struct place {
	size_t title;      /* offset in the corpus */
	uint32_t speakers; /* what follows, as offsets from the title */
	uint32_t body;
	uint32_t end;
	uint32_t track;
	struct body_text text; /* the notes, where they stand in the document */
	size_t before; /* bytes of such text that talks before it have */
};

/* What a reader put in for a talk, made ready; of few talks. */
struct corpus_annotations {
	uint32_t talk;
	const char *note, *tags; /* in the corpus's way */
	size_t note_len, tags_len;
};

/* How text is made ready: text_fold(), or text_strip() alone. */
enum corpus_way { CORPUS_FOLDED, CORPUS_STRIPPED, CORPUS_WAYS };

/* All but the first three begins as zero, and is filled by the functions. */
struct corpus {
	const struct notes *notes;
	enum corpus_way way;
	struct arena *arena; /* for text on its way; cleared after each talk */
	char *text;
	size_t len, cap;
	struct place *place;                    /* of each talk */
	uint32_t ready;                         /* talks that are in it */
	struct corpus_annotations *annotations; /* by talk */
	size_t nannotations, annotations_cap;
	struct arena *annotations_arena; /* owns their texts */
};

/*
 * Goes on with making talks ready, for about as long as `*bytes` take to be
 * searched; what was used is taken from them.  True: all talks are in the corpus.
 */
bool corpus_prepare(struct corpus *corpus, size_t *bytes);

/*
 * Takes what the reader put in for each talk; `own` has as many as there are
 * talks, or is NULL.
 */
void corpus_set_annotations(
    struct corpus *corpus, const struct annotations *annotations);

/* What was put in for a talk; NULL: nothing that has words. */
const struct corpus_annotations *
corpus_annotations(const struct corpus *corpus, uint32_t talk);

/* Frees what the corpus owns. */
void corpus_free(struct corpus *corpus);

#endif
