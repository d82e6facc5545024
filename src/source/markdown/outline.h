/*
 * The outline of a document: its headings, and which stretches below them are
 * so simple that they can be searched as they stand and parsed later.  It tells
 * if it is not sure; then libcmark decides.
 */
#ifndef LECTERN_OUTLINE_H
#define LECTERN_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/progress.h"
#include "source/markdown/references.h"
#include "source/markdown/structural.h"

enum outline_kind {
	OUTLINE_EMPTY, /* nothing but blank lines */
	OUTLINE_PLAIN, /* bullets and single lines, and perhaps a line that is a
	                  URL */
	OUTLINE_MIXED, /* not plain, but can wait to be parsed: see deferral.h */
	OUTLINE_OTHER, /* to be parsed */
};

/* How to read the words of a heading. */
enum outline_words {
	OUTLINE_AS_WRITTEN,
	OUTLINE_SQUEEZED, /* as written, with blanks collapsed: see
	                     text_squeeze() */
	OUTLINE_MARKUP,   /* to be parsed */
};

/* Why a line of a document cannot be searched as it stands. */
enum exception_kind {
	EXCEPTION_HIDDEN,  /* not shown: the line that is the talk's URL */
	EXCEPTION_TEXT,    /* its text is as written, but not all ASCII */
	EXCEPTION_MARKUP,  /* its text is what libcmark makes of it */
	EXCEPTION_HEADING, /* a heading, with its marks */
};

/* Such a line; in plain sections all of them are recorded. */
struct exception {
	uint32_t from; /* bytes of the source, without a bullet */
	uint32_t to;
	uint32_t row; /* line of the source, from 1 */
	uint8_t kind; /* enum exception_kind */
};

/* A heading, and what stands below it up to the next one. */
struct section {
	uint32_t start; /* where the heading's line begins */
	uint32_t text;  /* the heading's words, as written */
	uint32_t text_end;
	uint32_t body;     /* what follows that line */
	uint32_t end;      /* where the next section starts */
	uint32_t row;      /* of the heading, from 1 */
	uint32_t body_row; /* of the first line of the body */
	uint32_t url;      /* a URL that is a line of its own; 0: none */
	uint32_t url_end;
	uint32_t dated; /* lines that may begin with a time or date, or have a
	                   video, of what can wait */
	uint8_t level;  /* 0: the text before the first heading */
	uint8_t kind;   /* enum outline_kind */
	uint8_t words;  /* enum outline_words */
	bool linked;    /* mixed: it has links within its lines */
	bool quoted;    /* mixed: it has quotations */
	bool refers;    /* to be parsed with the definitions it refers to */
};

/* An outline; freed with outline_free(). */
struct outline {
	struct section *section;     /* in order; the first has level 0 */
	struct exception *exception; /* lines of plain sections, in order */
	size_t n, cap;
	size_t nexceptions, exceptions_cap;
	struct section *sample; /* some sections of talks, from before talks
	                           were left out; or NULL */
	size_t nsample;
	struct definition *definition; /* of links, in order */
	size_t ndefinitions, definitions_cap;
	struct references *references; /* to them; NULL: there are none */
	uint32_t rows;                 /* line feeds */
	bool open;  /* at the end, a block that hides headings is open */
	bool clean; /* the text has nothing that text_clean() would change */
	bool noted; /* the text may have forms of notation.h */
	bool sure;  /* the headings are those that libcmark would find */
};

/*
 * Makes the outline of the `len` bytes at `s` (at most UINT32_MAX) from `from`
 * on, where line `row` begins.  If `clean` or `sure` is false, the rest of the
 * outline is worthless; `clean` is right in any case,
 * and `noted` where it is clean.  All of it but
 * `noted` is worthless if `until_noted` and that is true, and all of it if
 * `progress` (may be NULL) stopped it.
 */
void outline_document(struct outline *outline, const char *s, size_t len,
    size_t from, uint32_t row, enum structural_version version,
    bool until_noted, struct progress *progress);

void outline_free(struct outline *outline);

#endif
