/*
 * Tells which sections can wait to be parsed though they are not plain: notes
 * of talks with quotations, code, numbers, continued lines, links in the middle
 * of them.  What the rest of the document means does not depend on such notes.
 */
#ifndef LECTERN_DEFERRAL_H
#define LECTERN_DEFERRAL_H

#include "source/markdown/outline.h"

/*
 * Looks at a section of kind OUTLINE_OTHER of the clean text `s`, whose outline
 * is sure.  Where it can wait it becomes OUTLINE_MIXED, and its other members
 * are set as far as they are for that kind.
 */
void deferral_look(struct section *section, const char *s);

#endif
