/*
 * Videos and slides as editors embed them: "@[youtube](ID)".
 */
#ifndef LECTERN_EMBEDDED_H
#define LECTERN_EMBEDDED_H

#include <stddef.h>

#include "lectern/base/arena.h"

/* The bytes that a form is longer as a link, at most. */
#define EMBEDDED_MORE 32

/*
 * The bytes of a form at `s` with which editors embed a video or slides,
 * "@[Video](https://youtu.be/ID)" or "@[youtube](ID)", and in `*link` the link that
 * it is; 0: there is none, as of "@[Ann Lee](https://example.org/ann)".
 */
size_t embedded_read(
    struct arena *arena, const char *s, size_t len, const char **link);

#endif
