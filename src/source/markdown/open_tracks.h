/*
 * Headings and items that are tracks, and where talks behind them belong.
 */
#ifndef LECTERN_OPEN_TRACKS_H
#define LECTERN_OPEN_TRACKS_H

#include "source/markdown/walk.h"

/*
 * Begins the track that a line names, and notes who speaks in it; pictures at its
 * end are kept below it.
 */
void open_tracks_begin(struct walk *w, const struct md_node *node);

/*
 * Goes back to the track around a heading that has talks of a deeper level, if
 * the next talk is a heading as high as that, or to none: but a day lasts.
 */
void open_tracks_leave(struct walk *w, const struct md_node *talk);

#endif
