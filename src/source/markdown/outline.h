/*
 * A quick look over a document: its headings, and which stretches below them
 * are so simple that they can be searched as they stand and parsed later.
 * What the scan is not sure of it says so, and libcmark decides.
 */
#ifndef LECTERN_OUTLINE_H
#define LECTERN_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/progress.h"
#include "source/markdown/structural.h"

enum outline_kind {
	OUTLINE_EMPTY, /* nothing but blank lines */
	OUTLINE_PLAIN, /* bullets and single lines; perhaps one line of a URL */
	OUTLINE_OTHER, /* to be parsed */
};

/* What the words of a heading are. */
enum outline_words {
	OUTLINE_AS_WRITTEN,
	OUTLINE_SQUEEZED, /* as written, but for blanks: see text_squeeze() */
	OUTLINE_MARKUP,   /* to be parsed */
};

/* Why a line of a document cannot be searched as it stands. */
enum exception_kind {
	EXCEPTION_HIDDEN, /* not shown: the line of the talk's URL */
	EXCEPTION_TEXT, /* its text is what is written, but not all of it ASCII */
	EXCEPTION_MARKUP,  /* its text is what libcmark makes of it */
	EXCEPTION_HEADING, /* a heading, with all that makes it one */
};

/* Such a line; in sections that are plain all of them are known. */
struct exception {
	uint32_t from; /* bytes of the source, without a bullet */
	uint32_t to;
	uint32_t row; /* line of the source, from 1 */
	uint8_t kind; /* enum exception_kind */
};

/* A heading and what stands below it, up to the next one. */
struct section {
	uint32_t start; /* where its line begins */
	uint32_t text;  /* the heading's words, as they were written */
	uint32_t text_end;
	uint32_t body;     /* what follows the line */
	uint32_t end;      /* where the next section starts */
	uint32_t row;      /* of the heading, from 1 */
	uint32_t body_row; /* of the first line of the body */
	uint32_t url;      /* the URL that is a line of its own; 0: none */
	uint32_t url_end;
	uint32_t dated; /* its plain lines that may begin with a time or date */
	uint8_t level; /* 0: what stands before the first heading */
	uint8_t kind;  /* enum outline_kind */
	uint8_t words; /* enum outline_words */
};

/* What the scan found; freed with outline_free(). */
struct outline {
	struct section *section;     /* in order; the first has level 0 */
	struct exception *exception; /* lines of plain sections, in order */
	size_t n, cap;
	size_t nexceptions, exceptions_cap;
	struct section *sample; /* of talks, taken before some were left out;
	                           NULL: none were, or it was not sampled */
	size_t nsample;
	uint32_t rows; /* line feeds */
	bool open;     /* a block is, at the end, that hides headings */
	bool clean;    /* the text has nothing that text_clean() would change */
	bool sure;     /* the headings are those that libcmark would find */
};

/*
 * Scans the `len` bytes at `s` (at most UINT32_MAX) from `from` on, which is
 * where line `row` begins.  `clean` is said of all of it, however `sure` comes
 * out; where either is false, what else the scan says is worthless, and so is
 * all of it where `progress` (may be NULL) had it stopped.
 */
void outline_document(struct outline *outline, const char *s, size_t len,
    size_t from, uint32_t row, enum structural_version version,
    struct progress *progress);

void outline_free(struct outline *outline);

#endif
