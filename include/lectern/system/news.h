/*
 * What is new in documents since they were last open.
 */
#ifndef LECTERN_NEWS_H
#define LECTERN_NEWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/err.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"
#include "lectern/system/known.h"

/* Zeroed is no news; freed with news_free(). */
struct news {
	bool *has; /* for each of `n` talks, whether it is new or has a video
	                since it is known, and was not seen */
	uint32_t n;
	uint32_t fresh, gone, videos; /* since last time */
	uint8_t *state;               /* for news_find(), by talk */
	struct known before;          /* what the file said */
	struct known known;           /* what news_keep() writes */
};

#define NEWS_BYTES 160

/* Returns the file for news_find(), to be freed; NULL: there is no home. */
char *news_path(void);

/* Begins zeroed news: takes which talks were seen, and which are pauses. */
void news_begin(struct news *news, const struct notes *notes,
    const struct marks *marks);

/*
 * Reads what is known.  This, news_find() and news_keep() may be called by a
 * thread of their own, in this order.
 */
void news_read(struct news *news, const char *path);

/*
 * Finds the news of the documents by what was read.  There are none of a
 * document that was not open before, of standard input, and of very many talks.
 * Reads nothing of talks that changes while the notes are there but their keys.
 */
void news_find(struct news *news, const struct notes *notes);

/* Remembers the talks, so that news are told once; to be called once. */
bool news_keep(struct news *news, const char *path, struct err *err);

/*
 * Writes "41 talks have a video now, 3 are new, 2 gone"; false, and "", if
 * nothing has changed.
 */
bool news_words(const struct news *news, char out[NEWS_BYTES]);

void news_free(struct news *news);

#endif
