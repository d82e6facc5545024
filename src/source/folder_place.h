/*
 * Where documents stand in the folder that was given, and what folders in it
 * are: a conference, a track, or neither.
 */
#ifndef LECTERN_FOLDER_PLACE_H
#define LECTERN_FOLDER_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/built.h"

struct arena;

/* Returns how many of `len` bytes of a path are its folder. */
size_t folder_place_above(const char *path, size_t len);

/* Whether a file has that name; before its ending may be a language's. */
bool folder_place_is_called(const char *path, const char *name);

/*
 * Whether a file is called as those are that tell of their folder: README,
 * index, _index.
 */
bool folder_place_tells(const char *path);

/*
 * Whether a document of the folder whose path has `root` bytes is about a person,
 * as the folder in it tells that it stands in: "speakers", "authors", "people".
 */
bool folder_place_is_of_people(const char *path, size_t root);

/*
 * Returns how many bytes of its path are the folder of a talk's document: that of
 * a bundle, talk/index.md, is none, nor is one that is called "talks".
 */
size_t folder_place_of(const struct conference *conference);

/* Returns the same of the folder that may be the conference of a talk. */
size_t folder_place_home(const struct conference *conference);

/*
 * Returns what a folder is called, with the year that the one around it is;
 * owned by the arena.
 */
const char *
folder_place_name(struct arena *arena, const char *path, size_t len);

/*
 * Returns the bytes of a file's or folder's name without the blank and the digits
 * that Notion adds.
 */
size_t folder_place_without_key(const char *name, size_t len);

#endif
