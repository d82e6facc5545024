/*
 * What forms ask proposers of talks, as names of columns: "What is the title of
 * your talk?" holds its title.
 */
#ifndef LECTERN_FORM_NAMES_H
#define LECTERN_FORM_NAMES_H

#include <stdbool.h>

#include "source/part_names.h"

/* Whether a table whose first column has that folded name is of a form. */
bool form_names_is(const char *first);

/* Returns what the answers to a folded question hold; PART_OTHER: who knows. */
enum part form_names_part(const char *question);

/* Whether a word is the state of a proposal that came to nothing: "rejected". */
bool form_names_is_lost(const char *state);

#endif
