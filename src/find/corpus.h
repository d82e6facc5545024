/*
 * The corpus: the words of all talks, folded for search, in one stretch of
 * memory, talk after talk.
 *
 * A talk has its title, its speakers and its notes there, with what is told of
 * its track or conference; a line feed ends each of these parts and each block
 * of the notes.  Notes that can be searched in
 * the document itself are left out: see body_text().
 */
#ifndef LECTERN_CORPUS_H
#define LECTERN_CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "find/wanted.h"
#include "lectern/base/arena.h"
#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"
#include "lectern/source/body.h"

#define CORPUS_BEYOND   128 /* bytes after the text that may be read */
#define CORPUS_PER_TALK 64 /* what looking at a talk costs, in bytes searched */

/*
 * Where the text of a talk stands.  Small, since a search reads it for each
 * talk.
 */
struct place {
	size_t title;      /* offset in the corpus */
	uint32_t speakers; /* this and the next two: offsets from the title */
	uint32_t body;
	uint32_t end;
	uint32_t track;
	struct body_text text; /* the notes that stand in the document */
	size_t before; /* bytes of such text in the talks before this one */
};

/* The annotations of a talk, folded; few talks have any. */
struct corpus_annotations {
	uint32_t talk;
	const char *note, *tags; /* folded in the corpus's way */
	size_t note_len, tags_len;
};

/* How text is folded: by text_fold(), or by text_strip(), which keeps case. */
enum corpus_way { CORPUS_FOLDED, CORPUS_STRIPPED, CORPUS_WAYS };

/* The caller sets the first three members and zeroes the rest. */
struct corpus {
	const struct notes *notes;
	enum corpus_way way;
	struct arena *arena; /* for temporary text; cleared after each talk */
	char *text;
	size_t len, cap;
	struct place *place;   /* of each talk */
	struct wanted *wanted; /* of whose words some notes may be left
	                                out; or NULL */
	uint32_t ready;        /* talks that are in it */
	uint32_t about;        /* the texts told with those: see struct about */
	const struct annotations *given; /* to be copied; borrowed, or NULL */
	struct corpus_annotations *annotations; /* by talk */
	size_t nannotations, annotations_cap;
	struct arena *annotations_arena; /* owns their texts */
};

/*
 * Copies the annotations, then adds more talks, for about as long as searching `*bytes` bytes takes, and
 * subtracts from `*bytes` what it used.  Returns true when all talks are in the
 * corpus.
 */
bool corpus_prepare(struct corpus *corpus, size_t *bytes);

/* Replaces the notes by others that begin with the same talks. */
void corpus_add_talks(struct corpus *corpus, const struct notes *notes);

/*
 * Sets the annotations: an array with one for each talk, or NULL.  It and its
 * texts have to stay until corpus_prepare(), or until others are set.
 */
void corpus_set_annotations(
    struct corpus *corpus, const struct annotations *annotations);

/* Copies those that were set; corpus_prepare() does it. */
void corpus_take_annotations(struct corpus *corpus);

/* Returns the annotations of a talk, or NULL if they have no words. */
const struct corpus_annotations *
corpus_annotations(const struct corpus *corpus, uint32_t talk);

/* Frees what the corpus owns. */
void corpus_free(struct corpus *corpus);

#endif
