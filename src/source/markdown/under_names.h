/*
 * Items that name who speaks in bold, over a paragraph with the title in bold or
 * slanted words: "- **Ann Lee** -- Firm", "  *Title* - in English".
 */
#ifndef LECTERN_UNDER_NAMES_H
#define LECTERN_UNDER_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/md.h"

/*
 * Whether item `i` is one; `*names` and `*title` are the bytes of these, at the
 * starts of its first and second paragraph.
 */
bool under_names(
    const struct markdown *md, uint32_t i, uint32_t *names, uint32_t *title);

/*
 * Returns how many items a list has of which nearly all are such ones, with titles
 * that are nobody's name; 0: they are not.
 */
uint32_t under_names_all(const struct markdown *md, uint32_t list);

#endif
