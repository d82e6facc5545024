/*
 * The text of a document before it is parsed: clean, without front matter and forms
 * that are not Markdown's, with the marks that are meant but not written; and its
 * outline.
 */
#ifndef LECTERN_SCANNED_H
#define LECTERN_SCANNED_H

#include <stdbool.h>
#include <stddef.h>

#include "source/builder.h"
#include "source/document.h"
#include "source/front_matter.h"
#include "source/markdown/outline.h"

struct arena;
struct footnotes;
struct unseen_list;

/* A document's text, and its outline. */
struct scanned {
	const struct document *document;
	struct arena *arena;
	const char *text;    /* clean, without front matter */
	struct arena *texts; /* owns it; NULL: it is in the document's bytes */
	size_t len;
	const char *name; /* its front matter's title, or that of the path */
	struct front_matter front;
	const char *written; /* that as it is written, or NULL */
	size_t written_len;
	struct outline outline;
	bool cleaned; /* the text was not clean before */
	bool plain;   /* the forms of notation.h are out of the text */
	struct footnotes *footnotes; /* or NULL: there are none */
	const char *anew; /* lines for told_text(): what is read in another
	                     way; NULL: nothing */
	struct unseen_list *unseen; /* what authors are told of it, or NULL */
	int level; /* of the talks, where the prefilter left others out; else 0 */
};

/*
 * Makes the outline of `scanned->document`, and the text, which is then in the
 * document's bytes or in `scanned->arena`.
 */
void scanned_make(struct build *build, struct scanned *scanned);

/* Whether it is one talk, as the files beside it are. */
bool scanned_is_one_of_folder(const struct scanned *scanned);

#endif
