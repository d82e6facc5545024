/*
 * Finds the words of data that are shown nowhere: of members with names that are
 * not known, comments, ids.  Dates and lengths that are shown in another form are.
 */
#ifndef LECTERN_DATA_UNSEEN_H
#define LECTERN_DATA_UNSEEN_H

#include <stddef.h>

#include "source/builder.h"
#include "source/data_text.h"
#include "source/markdown/unseen_list.h"

/*
 * Adds lines of the `len` bytes at `s`, which are `what`, a constant message, to
 * the list: those with words that neither the list knows as shown nor were built
 * in the open conference, which this ends.
 */
void data_unseen_find(struct unseen_list *list, struct build *build,
    const char *s, size_t len, enum data_form form, const char *what);

/* Tells them of a document, from which all of the open conference is. */
void data_unseen_tell(struct build *build, const char *s, size_t len,
    enum data_form form, const char *what);

#endif
