/*
 * Tracks that are named after the people who speak in them, as lists of talks
 * worth hearing are often ordered.
 */
#ifndef LECTERN_HOST_H
#define LECTERN_HOST_H

#include <stdbool.h>

#include "source/markdown/people.h"
#include "source/markdown/roles.h"

struct arena;
struct line;
struct manner;
struct markdown;

/*
 * Whether the tracks of a document are people: nearly all of three or more, with
 * a few talks each.
 */
bool host_find(const struct markdown *md, const struct shape *shape);

/*
 * Whether some tracks are, three or more: nobody is named on the line of a talk
 * in these, but somebody in all other tracks, none of which reads as a name.
 */
bool host_find_some(const struct markdown *md, const struct shape *shape,
    const struct manner *manner);

/*
 * Reads the people that the heading of a track names: all of it does if tracks
 * are `hosted`, else what follows "Talks by".
 */
struct people
host_read(struct arena *arena, const struct line *heading, bool hosted);

#endif
