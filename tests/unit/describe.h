/*
 * Notes as text, for tests of readers to compare.
 */
#ifndef LECTERN_DESCRIBE_H
#define LECTERN_DESCRIBE_H

#include <stdbool.h>

#include "lectern/model/notes.h"

/*
 * Returns what the notes say, to be freed.  A line for each conference,
 * "Tide Days [td26] 2026-05-01..2026-05-02 Europe/Brussels: programme, 2 talks"
 * and for each talk of it what is known, one a line:
 *
 *	Kelp at depth
 *	  by Ann One, Bob Two
 *	  in Plants
 *	  at 2026-05-01 10:00 +50, Hall 2, en
 *	  is g-1, 17, kelp
 *	  to https://youtu.be/AAAAAAAAAAA
 *	  * It grows.
 *
 * and then the warnings but those of what talks lack, "! 4: 2 cells, should be 3".
 */
char *describe(const struct notes *notes);

/* Whether a warning is of what a talk may well lack: "no URL". */
bool describe_is_lack(const char *warning);

/*
 * Checks that the file or folder `name` in tests/data/programmes is read as
 * `want` says.
 */
void describe_expect(const char *name, const char *want);

/* As describe_expect(), for `n` of them, at most 8, that are read together. */
void describe_expect_all(const char *const *names, size_t n, const char *want);

#endif
