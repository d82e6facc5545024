/*
 * Badges: images that only tell how a project does, "build passing"; their words
 * would be of a title or name.
 */
#ifndef LECTERN_BADGE_H
#define LECTERN_BADGE_H

#include <stdbool.h>

/*
 * Whether an image with that address is a badge in a heading, `title`, or behind the
 * words of a line.  One that says "slides", `alt`, or leads to slides or a video, `link`,
 * is none; either may be NULL.
 */
bool badge_is(const char *url, const char *link, const char *alt, bool title);

#endif
