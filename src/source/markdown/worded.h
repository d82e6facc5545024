/*
 * Words that part a title from who speaks, as signs do.
 */
#ifndef LECTERN_WORDED_H
#define LECTERN_WORDED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/richtext.h"
#include "source/markdown/signs.h"

sign_is worded_by;   /* Title by NAMES, Title: Speaker: NAMES */
sign_is worded_with; /* Title with NAMES */
sign_is worded_on;   /* NAMES on Title */

/* Whether a text is no more than such a word, with a blank at both ends. */
bool worded_only(const char *s, size_t len);

/*
 * Returns the bytes of a "by" that names begin with; of "with", "together with" and
 * their like only where surely somebody's name follows, and of one with a capital
 * only where that is no name itself: "Par Anne Li".
 */
size_t worded_before(const char *s, size_t len);

/*
 * Returns where a title from byte `from` on ends, that seemed to end at `to`, before
 * names that end at `end` and begin earlier, which goes to `*names`: "von" may be a
 * part of these.
 */
uint32_t worded_earlier(const struct line *line, uint32_t from, uint32_t to,
    uint32_t end, uint32_t *names);

/*
 * Whether the word behind "by", [from, to) of a line, tells how something is done,
 * not who does it: of "Security by design".
 */
bool worded_is_way(const struct line *line, uint32_t from, uint32_t to);

/* Whether a single word there is behind such as "powered by" or "standing by". */
bool worded_is_passive(const struct line *line, uint32_t from, uint32_t to);

#endif
