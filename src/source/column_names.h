/*
 * The columns of a table: what each holds, by what it is called.
 */
#ifndef LECTERN_COLUMN_NAMES_H
#define LECTERN_COLUMN_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "source/part_names.h"

struct column {
	const char *name; /* as it stands */
	const char *folded;
	enum part kind;
};

/* Whether columns, of which there are `n`, are the questions of a form. */
bool column_names_are_asked(const struct column *column, size_t n);

/*
 * Finds what the `n` columns hold by their names; returns how many kinds of
 * things that tell of talks there are.
 */
size_t column_names_set(struct column *column, size_t n);

#endif
