/*
 * The transcripts of talks: files of captions (.srt, .vtt) whose names have the
 * id of the talk's video or its short name, as yt-dlp and others make them:
 * "Title [AAAAAAAAAAA].en.vtt", "AAAAAAAAAAA.srt", "the-slug.vtt".  They stand
 * beside the documents, or in and below folders that are given.
 *
 * They are found, and later read, in a thread of their own.  But for that, the
 * functions are for one thread.
 */
#ifndef LECTERN_TRANSCRIPTS_H
#define LECTERN_TRANSCRIPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"
#include "lectern/source/transcript.h"

struct transcripts;

/*
 * Begins to find those of the talks of `notes`, which must be there while any are
 * awaited.  To be freed with transcripts_free(), which stops what is under way.
 */
struct transcripts *transcripts_begin(
    const struct notes *notes, const char *const *folders, size_t nfolders);

/* The same, but when it returns all are found and read. */
struct transcripts *transcripts_all(
    const struct notes *notes, const char *const *folders, size_t nfolders);
void transcripts_free(struct transcripts *t);

/*
 * Whether talks of the documents at `paths` may have some: there are captions
 * beside one of them, or in and below a folder.
 */
bool transcripts_may_be(const char *const *paths, size_t npaths,
    const char *const *folders, size_t nfolders);

/* Asks for all of them to be read: they are to be searched. */
void transcripts_want(struct transcripts *t);

/* Takes what was done meanwhile; whether that was anything. */
bool transcripts_look(struct transcripts *t);

/* Whether something is under way. */
bool transcripts_are_awaited(const struct transcripts *t);

/* Whether a talk, by its index, has one; `t` may be NULL. */
bool transcripts_has(const struct transcripts *t, uint32_t talk);

/* Returns that of a talk if all are read, or NULL; `t` may be NULL. */
const struct transcript *
transcripts_of(const struct transcripts *t, uint32_t talk);

/*
 * Returns that of a talk, which is read if it is not yet, or NULL.  Valid until
 * the next call, or transcripts_look().
 */
const struct transcript *transcripts_open(struct transcripts *t, uint32_t talk);

#endif
