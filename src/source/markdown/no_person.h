/*
 * What stands where names may, and surely is nobody's: the more of it there is, the
 * less are names those that only might be.
 */
#ifndef LECTERN_NO_PERSON_H
#define LECTERN_NO_PERSON_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a text is called as events are: "Quay Conf", "PyCon US", "Harbour Days". */
bool no_person_is_event(const char *s, size_t len);

/* Whether a text has two to four words, each with a capital: "Nice Talk". */
bool no_person_is_shaped(const char *s, size_t len);

/* Whether a text ends as subjects do: "Computer Vision", "Testing". */
bool no_person_is_subject(const char *s, size_t len);

#endif
