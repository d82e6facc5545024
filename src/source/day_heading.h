/*
 * Recognises headings that are only a day, a date or a year.
 */
#ifndef LECTERN_DAY_HEADING_H
#define LECTERN_DAY_HEADING_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a folded text (see text_fold()) is only a day, date or year: "day 2",
 * "tuesday, may 12", "2023-11-13", "20201013", "8/28/31", "2015", "jour 1".  Knows
 * the names of days and months in English, Dutch, French, German, Italian,
 * Portuguese and Spanish.
 */
bool day_heading_is(const char *s, size_t len);

/*
 * Whether such a text tells one day: "day 2", "tuesday", "12 may", "2031-05-12",
 * but not a year or month.
 */
bool day_heading_is_one(const char *s, size_t len);

/*
 * Whether a word, in small letters, can be part of a day or date.  Sets
 * `*dated` if it is one by itself, as a month or year is.
 */
bool day_heading_word(const char *s, size_t len, bool *dated);

/*
 * Whether a text of ASCII, or a folded one, has a digit or a word that is a day,
 * a month or the like by itself.
 */
bool day_heading_within(const char *s, size_t len);

/*
 * Whether day_heading_is() may hold for the fold of the text: a quick test that
 * spares most headings the folding.
 */
bool day_heading_may_be(const char *s, size_t len);

#endif
