/*
 * Finds the words of a document that none of its nodes has.
 */
#ifndef LECTERN_UNSEEN_WORDS_H
#define LECTERN_UNSEEN_WORDS_H

#include <stddef.h>

#include "source/markdown/md.h"

struct unseen_list;

/*
 * Compares the `len` bytes at `s`, as they are written, with what was made of
 * them.  Addresses are not missed, nor what HTML is for a browser alone.
 */
void unseen_words_find(struct unseen_list *unseen, const struct markdown *md,
    const char *s, size_t len);

#endif
