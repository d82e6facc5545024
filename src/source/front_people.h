/*
 * Lines of front matter below a key for people: names, or who they are.
 */
#ifndef LECTERN_FRONT_PEOPLE_H
#define LECTERN_FRONT_PEOPLE_H

#include "source/front_fields.h"

struct arena;

/* Makes ready for the people of the field that is open. */
void front_people_begin(struct front_matter *front);

/* Takes people in braces, `{name: Ann One, bio: Some words}, {name: Bo Two}`. */
void front_people_flow(
    struct arena *arena, const char *s, size_t len, struct front_matter *front);

/*
 * Takes a line below that key, of `len` bytes behind `column` blanks: names go
 * to the open field, and what is said of somebody to `bio`.
 */
void front_people_take(struct arena *arena, const char *s, size_t len,
    size_t column, struct front_matter *front);

#endif
