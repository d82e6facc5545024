/*
 * Whether front matter tells of a talk.
 */
#ifndef LECTERN_FRONT_KIND_H
#define LECTERN_FRONT_KIND_H

#include <stdbool.h>

#include "source/front_fields.h"

/*
 * Whether a word that a site has for its pages, or NULL, says that this one is a
 * talk.
 */
bool front_matter_is_talk(const char *word);

/*
 * Whether the document tells of one talk: it names a speaker, a video, or an
 * event and where it was, or says that it is a talk.
 */
bool front_matter_names(const struct front_matter *front);

/*
 * Whether it has a place for all that its author knows of the talk, so that a
 * title is a title, whatever stands in it.
 */
bool front_matter_is_full(const struct front_matter *front);

#endif
