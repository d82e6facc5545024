/*
 * Titles of which only the first word is a link: "[Knots](link) at sea".
 */
#ifndef LECTERN_LINKED_WORD_H
#define LECTERN_LINKED_WORD_H

#include "source/markdown/anatomy.h"

/*
 * Returns where the title ends of a line that begins with a link, from byte `from`
 * on: behind few words in small letters, if they name neither source nor person,
 * or at the link's end.
 */
uint32_t linked_word_end(const struct anatomy *a, uint32_t from);

#endif
