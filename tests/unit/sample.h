/*
 * A small conference, made by hand, for the tests of what stands on notes.
 */
#ifndef LECTERN_TESTS_UNIT_SAMPLE_H
#define LECTERN_TESTS_UNIT_SAMPLE_H

#include <stdbool.h>

#include "lectern/model/notes.h"

/*
 * Returns notes of 3 tracks and 9 talks: accented names, a talk without
 * speaker, one without notes, one without URL, code, links, nested bullets, a
 * long title.  To be freed with notes_free().
 */
struct notes *sample_notes(void);

/*
 * Returns notes of one track and `ntalks` talks, "Talk 1" and so on, each with
 * `nblocks` bullets.
 */
struct notes *sample_many(uint32_t ntalks, uint32_t nblocks);

/* Whether a talk has these speakers, as one line. */
bool sample_has_speakers(const struct talk *talk, const char *line);

/* Whether that is told in English. */
bool sample_says(const char *told, const char *text);

/* Whether that line is warned of with this text. */
bool
sample_has_warning(const struct notes *notes, uint32_t line, const char *text);

#endif
