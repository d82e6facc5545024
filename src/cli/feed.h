/*
 * The documents that are given, before they are read.
 */
#ifndef LECTERN_FEED_H
#define LECTERN_FEED_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/options.h"

/*
 * Whether a document comes on standard input although no file was named.  Not
 * for subcommands that take an id: these often run in a loop, whose input is
 * not theirs.
 */
bool feed_is_there(const struct options *o);

#endif
