/* Words that names do not have. */
#ifndef LECTERN_NO_NAMES_H
#define LECTERN_NO_NAMES_H

#include "source/markdown/word_list.h"

/* Words that stand in titles, and in names never. */
extern const struct word_list no_names;

#endif
