/*
 * Writes a document without the forms of notation.h, line by line.
 */
#ifndef LECTERN_NOTATION_LINE_H
#define LECTERN_NOTATION_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/buffer.h"
#include "source/markdown/hiding.h"
#include "source/markdown/wiki_link.h"

/* Pairs of marks around words. */
enum notation_pair {
	NOTATION_STRUCK,
	NOTATION_MARKED,
	NOTATION_COMMENT,
	NOTATION_PAIRS,
};

struct notation {
	struct buffer out;
	struct wiki_links links;
	struct hiding hiding; /* code, or a block of HTML */
	bool comment;         /* `%%` began on a line above */
	bool remark;          /* so did one of MDX */
	size_t indented;  /* columns before the text of a note apart; or 0 */
	const char *end;  /* of the document */
	const char *next; /* the line after those that are written */
	bool changed;     /* what is written differs from what was read */
	/* Of the line: */
	const char *s;
	size_t len;                   /* without the line feed */
	size_t close[NOTATION_PAIRS]; /* where the mark ends that is open; 0:
	                                 none is */
	bool heading;
	bool named; /* it may be a talk's, as headings are */
};

/* Writes the line, without a line feed; the lines before it were written. */
void notation_line_put(struct notation *notation);

#endif
