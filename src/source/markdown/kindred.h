/*
 * Lines that tell who speaks almost as others of the document do, or surely.
 */
#ifndef LECTERN_KINDRED_H
#define LECTERN_KINDRED_H

#include "source/markdown/anatomy.h"
#include "source/markdown/manner.h"

/*
 * Returns where names surely stand on a line that has none where the others have
 * them: beside another sign, before a quotation, behind "by", or behind a dash in
 * a link to somebody's page; PLACE_NONE: nowhere.
 */
enum place
kindred_place(const struct manner *manner, const struct anatomy *anatomy);

/*
 * Returns where a title ends without what tells of it as a talk: "Title presented"
 * before "by", "Title: Slides".
 */
uint32_t kindred_title_end(const struct line *line, const struct cut *cut);

#endif
