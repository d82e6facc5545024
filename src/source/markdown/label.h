/*
 * Labels: words that name the kind of a link, line or section, not the subject
 * of a talk, such as "Slides", "Speaker", "Key takeaways", "Lunch", "Licence".
 */
#ifndef LECTERN_LABEL_H
#define LECTERN_LABEL_H

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
 * Returns the kind of label that the `len` bytes at `s` are, never LABEL_AROUND;
 * they may end in `:`.
 */
enum label_kind label_read(const char *s, size_t len);

/*
 * Returns the bytes of a label like "Title:" before a title; 0: there is none.
 */
size_t label_title(const char *s, size_t len);

/*
 * Returns the kind of label that a line like `Speaker: Ann Lee` begins with;
 * the bytes before its value go to `*skip`.
 */
enum label_kind label_before(const char *s, size_t len, size_t *skip);

#endif
