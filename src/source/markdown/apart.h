/*
 * Names beside a title that is set apart, be it bold or quoted, where other lines
 * have names elsewhere.
 */
#ifndef LECTERN_APART_H
#define LECTERN_APART_H

#include <stdbool.h>

#include "source/markdown/rest.h"

/* Gives the reader the title and who speaks; false: the line has no such. */
bool apart_try(struct reader *r);

#endif
