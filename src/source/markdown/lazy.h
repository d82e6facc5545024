/*
 * Skimming: the talks of a document without parsing their notes, which is done
 * when they are first asked for.  What comes out is what libcmark alone would
 * give; where that is not certain, skimming declines.
 */
#ifndef LECTERN_LAZY_H
#define LECTERN_LAZY_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/source/input.h"
#include "source/builder.h"
#include "source/front_matter.h"
#include "source/markdown/manner.h"
#include "source/markdown/outline.h"
#include "source/markdown/shape.h"

/* What to skim. */
struct lazy {
	const struct outline *outline; /* of the text, from `from` on */
	const char *text;              /* clean */
	struct bytes *bytes; /* of the document; dropped where nothing waits */
	size_t len;
	enum shape_kind want; /* see shape_find() */
	int level;
	const char *name;
	const struct front_matter *front;
	const char
	    *speakers;       /* where they are said to be: see manner_force() */
	size_t speakers_len; /* 0: it is not said */
	size_t parts;        /* see sections.h */
	struct progress *progress; /* may be NULL */
};

/*
 * Builds the talks and tracks of a document as talks_build() does; the name that
 * it gives itself, or NULL, goes to `*name`.  False, with nothing built: it is
 * not sure.  Shape and manner are filled, the roles left out.
 */
bool lazy_build(struct build *build, const struct lazy *lazy,
    struct shape *shape, struct manner *manner, const char **name);

/*
 * Reads blocks and links of a talk whose body waits, from the text of its
 * document.  They are owned by the arena.
 */
void lazy_read(struct arena *arena, const char *text, const struct talk *talk);

/*
 * The text of an exception, the `len` bytes at `s`, as its block has it, owned by
 * the arena; its length, 0 where it is not shown, goes to `*shown_len`.
 */
const char *lazy_shown(struct arena *arena, const char *s, size_t len,
    enum exception_kind kind, size_t *shown_len);

#endif
