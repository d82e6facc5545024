/*
 * The table of words that make labels: see label_words.h and label.h.
 */
#ifndef LECTERN_LABEL_KNOWN_H
#define LECTERN_LABEL_KNOWN_H

#include <stddef.h>

#include "source/markdown/word_list.h"

enum label_kind {
	LABEL_NONE,
	LABEL_VIDEO,   /* "Video", "Recording", "Watch on YouTube" */
	LABEL_SLIDES,  /* "Slides", "Presentation" */
	LABEL_LINK,    /* another label of links: "Code", "Abstract", "Notes" */
	LABEL_SPEAKER, /* "Speaker(s)", "Presenter", "By" */
	LABEL_TITLE,   /* "Title", "Topic" */
	LABEL_FACT,    /* "Date", "Room", "Length", "Event" */
	LABEL_PART,    /* of a talk's notes: "Takeaways", "Summary", "Q&A" */
	LABEL_BREAK,   /* of a programme: "Lunch", "Registration" */
	LABEL_CONTENTS, /* of a document: "Contents", "Index" */
	LABEL_ASIDE,    /* of a document: "Licence", "Resources" */
	LABEL_OTHERS,   /* of a document: "Articles", "Books" */
	LABEL_AROUND,   /* a word of breaks, that alone is no label */
};

/*
 * Words that, alone or with few others, make a label of their kind: in small
 * letters, in the order of their bytes.  A label is told by all of its words, so that
 * "Slides and other mountains" is a title.
 */
struct label_known {
	enum label_kind kind;
	struct word_list list;
};

extern const struct label_known label_known[];
extern const size_t label_nknown;

#endif
