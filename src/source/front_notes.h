/*
 * What front matter tells of a talk beside title, speakers and video, as notes.
 */
#ifndef LECTERN_FRONT_NOTES_H
#define LECTERN_FRONT_NOTES_H

#include <stdbool.h>

#include "source/builder.h"
#include "source/front_matter.h"

/*
 * Sets room and times of the open talk where nothing else told them, and builds
 * abstract, links and the rest as its first blocks.
 */
void front_notes_build(
    struct build *build, const struct front_matter *front, struct talk *talk);

/* Whether front matter is of a page that a site has beside talks. */
bool front_notes_of_page(const struct front_matter *front);

#endif
