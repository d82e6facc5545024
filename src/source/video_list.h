/*
 * Lists of videos as yt-dlp writes them (youtube-dl, too): -J and
 * --flat-playlist, the .info.json of a video or list, and JSON lines of -j.
 */
#ifndef LECTERN_VIDEO_LIST_H
#define LECTERN_VIDEO_LIST_H

#include "source/programme.h"
#include "source/value.h"

/* Whether a value is a list or video. */
bool video_list_is(const struct value *root);

/*
 * Builds a talk for each video; lists in a list are tracks.  Videos that nobody
 * can see are left out, with a warning.
 */
void video_list_add(struct programme *programme, const struct value *root);

/*
 * Whether a title is what sites give a video that nobody can see: then it is
 * left out, with a warning.
 */
bool video_list_hides(
    struct programme *programme, const char *title, uint32_t line);

#endif
