/*
 * YAML as a tree of values, the same as JSON's (the one door to libyaml).
 * Aliases and merge keys are resolved, of keys that are there twice the last one
 * counts, and tags are passed over, as are keys that are no scalars.
 */
#ifndef LECTERN_YAML_TREE_H
#define LECTERN_YAML_TREE_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/base/strmap.h"
#include "source/long_texts.h"
#include "source/value.h"

/* Set up by yaml_tree_begin(), freed with yaml_tree_free(). */
struct yaml_tree {
	size_t at, len;      /* characters that were read, bytes of all */
	const char *fault;   /* why it could not be read on; NULL: none yet */
	uint32_t fault_line; /* from 1 */
	uint32_t doubled;    /* the line of a key that is there twice; 0 */
	struct yaml_tree_in *in; /* the parser, and the text */
	struct arena *arena;     /* of the document at hand */
	struct strmap anchors;   /* numbers of values in `anchored` */
	struct value **anchored;
	size_t nanchored, anchored_cap;
	struct strmap names; /* keys, as numbers in `name` */
	const char **name;
	size_t nnames, names_cap;
	size_t values, copies; /* all, and those of them that aliases made */

	struct long_texts *longs; /* filled; set by the caller, or NULL */
};

/* Begins at a clean copy of the `len` bytes at `s`. */
void yaml_tree_begin(struct yaml_tree *yaml, const char *s, size_t len);

/*
 * Returns the next document, owned by the arena; NULL at the end.  After a fault
 * there may be one, of what stands before it: what was open there is `broken`.
 */
struct value *yaml_tree_next(struct yaml_tree *yaml, struct arena *arena);

void yaml_tree_free(struct yaml_tree *yaml);

#endif
