/*
 * The lazy way: builds the talks of a document without parsing their notes,
 * which are parsed when they are first asked for.  The result is the same as by
 * libcmark alone; if that is not certain, this way declines.
 */
#ifndef LECTERN_LAZY_H
#define LECTERN_LAZY_H

#include <stdbool.h>
#include <stddef.h>

#include "source/builder.h"
#include "source/corrections.h"
#include "source/front_matter.h"
#include "source/markdown/manner.h"
#include "source/markdown/outline.h"
#include "source/markdown/shape.h"

struct carriers;

/* A document to be read lazily. */
struct lazy {
	const struct outline *outline; /* of the text, from `from` on */
	const char *text;              /* clean */
	size_t len;
	struct bytes *bytes; /* that the text is in, or those before; or NULL */
	struct shape_want want;
	const char *name;
	const struct front_matter *front;
	const struct corrections *said;
	const struct strmap *labels; /* of its folder, or NULL */
	struct footnotes *footnotes; /* of the whole document, or NULL */
	const struct query *only;    /* see document.h; may be NULL */
	size_t parts;                /* see sections.h */
	struct progress *progress;   /* may be NULL */
	struct carriers *carriers;   /* what its talks are goes there */
};

/*
 * Builds the talks and tracks of a document as talks_build() does; the name
 * that the document gives itself, or NULL, goes to `*name`.  Drops its bytes if
 * no talk waits in them.  Fills shape and
 * manner, except the roles.  Returns false, with nothing built, if the result
 * is not certain.
 */
bool lazy_build(struct build *build, const struct lazy *lazy,
    struct shape *shape, struct manner *manner, const char **name);

/* Drops the bytes that the text is in: all of it is parsed. */
void lazy_let_go(const struct lazy *lazy);

/*
 * Reads the blocks and links of a talk whose body waits, from the text of its
 * document.  The arena owns them.
 */
void lazy_read(struct arena *arena, const char *text, const struct talk *talk);

/*
 * Returns the text of an exception (the `len` bytes at `s`) as its block will
 * have it, owned by the arena; its length goes to `*shown_len`: 0 if it is not
 * shown.
 */
const char *lazy_shown(struct arena *arena, const char *s, size_t len,
    enum exception_kind kind, size_t *shown_len);

#endif
