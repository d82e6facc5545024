/*
 * YAML as a tree of values, the same as JSON's (see value.h): block and flow
 * collections, all kinds of scalars, anchors, aliases, merge keys, and several
 * documents, after the YAML specification, 1.2.2.  Tags are passed over, and
 * keys are scalars.  It takes a little more than that: a colon in an unquoted
 * text, and tabs between braces.
 */
#ifndef LECTERN_YAML_H
#define LECTERN_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/strmap.h"
#include "source/long_texts.h"
#include "source/value.h"
#include "source/yaml_scalar.h"

/* Set up by yaml_begin(), freed with yaml_free(). */
struct yaml {
	struct yaml_scalar in; /* its fault is the document's */

	struct arena *arena;   /* of the document at hand */
	struct strmap anchors; /* numbers of values in `anchored` */
	struct value **anchored;
	size_t nanchored, anchored_cap;
	size_t copies; /* values that aliases made */
	size_t depth;  /* collections that are open */

	struct long_texts *longs; /* filled; set by the caller, or NULL */
};

/* Begins at the `len` bytes at `s`, in which line ends are made line feeds. */
void yaml_begin(struct yaml *yaml, char *s, size_t len);

/*
 * Returns the next document, owned by the arena, texts not clean; NULL at the
 * end.  After a fault there may be one, of what stands before it: what was open
 * there is `broken`.
 */
struct value *yaml_next(struct yaml *yaml, struct arena *arena);

/* Whether a text begins as YAML may: with a list or a key. */
bool yaml_may_be(const char *s, size_t len);

void yaml_free(struct yaml *yaml);

#endif
