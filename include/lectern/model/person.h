/*
 * People: which names are of the same one.
 */
#ifndef LECTERN_PERSON_H
#define LECTERN_PERSON_H

#include <stdbool.h>

#include "lectern/base/arena.h"

/*
 * Returns the key of a name, owned by the arena: its first and last word,
 * folded.  Names with one key are taken to be of one person: "Zoë M. Quinn" and
 * "zoe quinn", and "Quinn, Zoë".  "" where the name has no word.
 */
const char *person_key(struct arena *arena, const char *name);

#endif
