/* Words that names do not have. */
#ifndef LECTERN_NO_NAMES_H
#define LECTERN_NO_NAMES_H

/*
 * Returns the words, in small letters, that stand in titles and in names never,
 * from those on that begin with a letter, or with the next one; a NULL is last.
 */
const char *const *no_names_from(char first);

#endif
