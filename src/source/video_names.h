/*
 * The names by which files know a talk: the id of its video, or its short name.
 */
#ifndef LECTERN_VIDEO_NAMES_H
#define LECTERN_VIDEO_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/model/notes.h"

#define VIDEO_NAMES_NONE UINT32_MAX

/* A name of a talk; others of the same name are `next`, or VIDEO_NAMES_NONE. */
struct video_name {
	uint32_t talk, next;
};

/* Zeroed but for the arena is empty; freed with video_names_free(). */
struct video_names {
	struct arena *arena; /* owns the strings; not freed with them */
	struct video_name *name;
	size_t n, cap;
	struct strmap first; /* of each */
};

/* What a file's name tells. */
struct video_file {
	uint32_t name;        /* the first one, or VIDEO_NAMES_NONE */
	const char *language; /* "en" or "zh-Hans", in the path, of... */
	size_t nlanguage;     /* so many bytes; 0: none */
};

/* Adds the names of a talk: its short name, and that of its link's video. */
void video_names_add(
    struct video_names *names, uint32_t index, const struct talk *talk);

/* Adds the name of a link's video, if it is one; or of a key, "yt:...". */
void video_names_add_link(
    struct video_names *names, uint32_t index, const char *url);

/* Whether a file is called as captions are: .srt, .vtt. */
bool video_names_are_captions(const char *path);

/* Finds the talks that the name of a file of captions (.srt, .vtt) is of. */
struct video_file
video_names_find(const struct video_names *names, const char *path);

void video_names_free(struct video_names *names);

#endif
