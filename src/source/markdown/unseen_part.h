/*
 * Where parts of a text end, for those who look for words that are shown nowhere:
 * what begins at byte `i` of the `len` bytes at `s`.  Each looks no further than a
 * person would write.
 */
#ifndef LECTERN_UNSEEN_PART_H
#define LECTERN_UNSEEN_PART_H

#include <stdbool.h>
#include <stddef.h>

#define UNSEEN_PART_LABEL 999 /* bytes of a link's label, as in CommonMark */

/* Returns the bytes of the label whose `[` is there, without brackets; 0: none. */
size_t unseen_part_label(const char *s, size_t len, size_t i);

/* Returns where what is no blank, or what is one, ends. */
size_t unseen_part_unblank(const char *s, size_t len, size_t i);
size_t unseen_part_blanks(const char *s, size_t len, size_t i);

/* Whether the address of a definition makes a remark of it: `[x]: # (words)`. */
bool unseen_part_is_remark(const char *s, size_t len, size_t address);

/* Returns where the address of a link ends. */
size_t unseen_part_address(const char *s, size_t len, size_t i);

/* Returns where the title in quotes ends, past its quote; `i`: there is none. */
size_t unseen_part_title(const char *s, size_t len, size_t i);

/* Returns the bytes of the address that stands bare there, 0: none does. */
size_t unseen_part_bare(const char *s, size_t len, size_t i);

/*
 * Returns where code within a line ends, before its marks; past the marks that
 * are there, where it does not.
 */
size_t unseen_part_code(const char *s, size_t len, size_t i);

#endif
