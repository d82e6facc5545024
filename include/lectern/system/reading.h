/*
 * Documents read in the background, by a thread of their own, while keys are
 * answered.
 */
#ifndef LECTERN_READING_H
#define LECTERN_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/find/filter.h"
#include "lectern/model/notes.h"
#include "lectern/source/load_options.h"

struct reading;

/*
 * Begins to read the documents at `paths`; they and what the options point to
 * are borrowed until the end, and so are the notes `before` that are to be
 * replaced.  NULL if no thread is to be had.
 */
struct reading *reading_begin(const char *const *paths, size_t npaths,
    const struct load_options *options, const struct notes *before);

/* Returns how much of the documents is read, in percent. */
int reading_percent(const struct reading *reading);

/* Whether all is read, or reading has failed. */
bool reading_ended(const struct reading *reading);

/*
 * Ends a reading that has ended.  Returns its notes, with a filter of them whose
 * text is ready for searches; both belong to the caller.  NULL: `err` says why
 * there are none.
 */
struct notes *
reading_take(struct reading *reading, struct filter **filter, struct err *err);

/* Stops reading, drops what there is, and frees it; NULL is allowed. */
void reading_stop(struct reading *reading);

/*
 * As reading_stop(), but does not wait long for it: returns false if the thread
 * goes on.  Then nothing that it uses may be freed; the program is to end.
 */
bool reading_leave(struct reading *reading);

#endif
