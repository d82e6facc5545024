/*
 * The reader of captions: SubRip (SRT) and WebVTT.  A document is one talk, its
 * notes what is said.
 */
#ifndef LECTERN_CAPTIONS_H
#define LECTERN_CAPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/builder.h"
#include "source/document.h"

/* Whether a document that begins with the `len` bytes at `s` is captions. */
bool captions_is(const char *s, size_t len);

/*
 * Builds the conference of a document.  Title, video and language are those of
 * the file's name, as yt-dlp makes it: "Title [AAAAAAAAAAA].en.vtt".
 */
void captions_read(struct build *build, const struct document *document);

#endif
