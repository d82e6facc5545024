/*
 * Whether the words of a document are those of what is printed of it.
 */
#ifndef LECTERN_TESTS_FUZZ_WORDS_H
#define LECTERN_TESTS_FUZZ_WORDS_H

#include <stddef.h>

#include "lectern/model/notes.h"

/*
 * Compares the words of a document (the `len` bytes at `s`) with those that
 * `list --json` prints of its notes, loaded with warnings.  Returns how many
 * are lost (of Markdown; else 0), and tells the first few of them on standard error.  Words that part
 * or introduce people may go, and lines that are told to be left aside.
 */
size_t words_lost(
    const char *path, const char *s, size_t len, const struct notes *notes);

/*
 * Compares the words of a document as a person wrote it, without its addresses and
 * marks, in the same way: so it sees what parsing loses, too.  What is neither
 * Markdown nor HTML may be told as lost.
 */
size_t words_unseen(
    const char *path, const char *s, size_t len, const struct notes *notes);

#endif
