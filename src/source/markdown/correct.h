/*
 * What a reader or author says of where speakers, links and prefixes are.
 */
#ifndef LECTERN_CORRECT_H
#define LECTERN_CORRECT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/model/notes.h"
#include "source/built.h"
#include "source/corrections.h"
#include "source/markdown/manner.h"

/*
 * Sets the place of speakers by its name (a place_name(), "below", "above",
 * "tracks" or "nowhere"), whatever the talks say.  Returns false if there is no
 * such place.
 */
bool correct_place(struct manner *manner, const char *name, size_t len);

/*
 * Sets which fields of lines are title and speakers, if that was said, from `n`
 * of the talks.
 */
void correct_fields(struct manner *manner, const struct corrections *said,
    const struct talk_text *talks, size_t n);

/*
 * Returns what is told, in the arena, where the talks from number `first` on have
 * nothing where it was said to be, or NULL.
 */
const char *correct_lost(struct arena *arena, const struct manner *manner,
    const struct corrections *said, const struct built *built, size_t first);

/* Sets in the manner what was said, whatever the talks say. */
void correct_manner(struct manner *manner, const struct corrections *said);

#endif
