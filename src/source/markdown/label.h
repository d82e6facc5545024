/*
 * Labels: words that name the kind of a link, line or section, not the subject
 * of a talk, such as "Slides", "Speaker", "Key takeaways", "Lunch", "Licence".
 */
#ifndef LECTERN_LABEL_H
#define LECTERN_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/label_words.h"
#include "source/markdown/word_list.h"

/*
 * Returns the kind of label that the `len` bytes at `s` are, never LABEL_AROUND;
 * they may end in `:`.
 */
enum label_kind label_read(const char *s, size_t len);

/*
 * Whether a line of a programme is a break; with `timed`, as a time is beside it,
 * it may go on with where that is, what for or whose: "Lunch at Luigi's".
 */
bool label_is_break(const char *s, size_t len, bool timed);

/*
 * Whether the last word of the `len` bytes at `s` may be one of a label; of most
 * titles it is none.
 */
bool label_may_end(const char *s, size_t len);

/*
 * Returns the bytes of a label like "Title:" before a title; 0: there is none.
 */
size_t label_title(const char *s, size_t len);

/*
 * Returns the kind of label that a line like `Speaker: Ann Lee` begins with;
 * the bytes before its value go to `*skip`.
 */
enum label_kind label_before(const char *s, size_t len, size_t *skip);

/*
 * Whether all that a heading or title says is that talks follow: "Past talks",
 * "Speaking", "Invited talks and posters", "Talks by Ann Lee".
 */
bool label_names_talks(const char *s, size_t len);

/*
 * The same of a whole document's name, whose words may be joined, and which may be
 * one of short talks: "past_talks", "Lightning-Talks".
 */
bool label_names_document_talks(const char *s, size_t len);

/*
 * Whether all that a heading says is what else somebody does or has: "Projects",
 * "Work experience".  Beside "Talks" such a section has none.
 */
bool label_names_life(const char *s, size_t len);

/* Whether a heading is "Programme", "Schedule" or such. */
bool label_names_programme(const char *s, size_t len);

/* Whether a heading names text, though links are called so, too: "Abstract". */
bool label_names_text(const char *s, size_t len);

/* Whether it is "Keynotes": talks, or what matters in the notes of one. */
bool label_is_keynotes(const char *s, size_t len);

/* Returns where in such a text who gives the talks is named; 0: nobody is. */
size_t label_talks_by(const char *s, size_t len);

/*
 * Whether a heading says that what is below are no talks, or none yet: "Talk ideas",
 * "Call for papers", "Team".
 */
bool label_names_others(const char *s, size_t len);

/*
 * Returns of which of `n` lists the words of the `len` bytes at `s` are, as bits, but
 * for "&"; 0: one is of none.  The first list that has a word counts.
 */
unsigned label_consists_of(
    const char *s, size_t len, const struct word_list *lists, size_t n);

#endif
