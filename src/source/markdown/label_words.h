/*
 * The words of which labels are made, in many languages: see label.h.
 */
#ifndef LECTERN_LABEL_WORDS_H
#define LECTERN_LABEL_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/label_known.h"

/*
 * Returns the kind of label that a word (not empty, in small letters) makes, alone
 * or with few others.
 */
enum label_kind label_word(const char *s, size_t len);

/* Whether a word stands in labels of any kind: "additional". */
bool label_is_beside(const char *s, size_t len);

#endif
