/*
 * Finds the words of a document that are not shown.
 */
#ifndef LECTERN_UNSEEN_WORDS_H
#define LECTERN_UNSEEN_WORDS_H

#include <stddef.h>

#include "source/markdown/shown_words.h"

struct unseen_list;

/*
 * Compares the `len` bytes at `s`, as they are written, with what was made of
 * them.  Addresses are not missed, nor what HTML is for a browser alone.  In the
 * values of data (see data_text.h) all that is not shown is `what`; NULL: it is
 * Markdown, and told by its kind.
 */
void unseen_words_find(struct unseen_list *unseen, struct shown_words *shown,
    const char *s, size_t len, const char *what);

#endif
