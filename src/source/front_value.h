/*
 * Keys and values of front matter, as they stand in a line.
 */
#ifndef LECTERN_FRONT_VALUE_H
#define LECTERN_FRONT_VALUE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Returns the bytes of a key before `:` or `=`; 0: the line is no pair. */
size_t front_value_key(const char *s, size_t len, char separator);

/*
 * Returns a value without blanks, quotes and brackets around it; NULL if empty.
 */
const char *front_value_bare(struct arena *arena, const char *value, size_t n);

/* Whether a value (NULL: none) only says that text stands below: "|", ">-". */
bool front_value_is_below(const char *value);

#endif
