/*
 * Corrections: what a reader or author says of a document where the rules
 * choose wrongly, as words: `talks=headings:3 speakers=before-dash`.
 */
#ifndef LECTERN_CORRECTIONS_H
#define LECTERN_CORRECTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/source/load_options.h"

/* Zeroed: nothing is said. */
struct corrections {
	enum load_shape shape;
	int level;            /* of headings that are talks; 0: none said */
	bool one;             /* all of the document is one talk */
	const char *speakers; /* a place's name; not NUL-terminated */
	size_t speakers_len;  /* 0: none said */
};

/*
 * Takes the words at `s`; false with `err` filled at the first that is none.
 * Whether a place has that name is for the reader of the format to say.
 */
bool corrections_read(struct corrections *corrections, const char *s,
    size_t len, struct err *err);

/* Takes the words of the options that are for the document at `path`. */
void corrections_take(struct corrections *corrections,
    const struct load_options *options, const char *path);

/* Whether the options say anything of the document at `path`. */
bool corrections_any(const struct load_options *options, const char *path);

#endif
