/*
 * The words of which labels are made, in many languages: see label.h.
 */
#ifndef LECTERN_LABEL_WORDS_H
#define LECTERN_LABEL_WORDS_H

#include <stdbool.h>
#include <stddef.h>

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
 * Returns the kind of label that a word (not empty, in small letters) makes, alone
 * or with few others.
 */
enum label_kind label_word(const char *s, size_t len);

/* Whether a word stands in labels of any kind: "additional". */
bool label_is_beside(const char *s, size_t len);

#endif
