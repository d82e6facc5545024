/*
 * The drafts of own notes: private files for an editor (0600, each in a folder
 * of its own, 0700), kept until their text is taken.  They stand in
 * $XDG_STATE_HOME/lectern/drafts or, where that cannot be, below $TMPDIR.
 */
#ifndef LECTERN_DRAFT_H
#define LECTERN_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"

/* A draft that is in our hands.  Owns its strings. */
struct draft {
	char *folder;
	char *path;    /* what is to be edited */
	char *key;     /* of the talk */
	char *before;  /* the note when the draft was made */
	char *told;    /* lines of the talk; NULL where it was taken up */
	unsigned line; /* on which the note begins */
	int lock;      /* held by us, and by programs that we start */
};

/*
 * Whose note it is: told in the file by lines that draft_read() takes out; of a
 * draft that was taken up, where they stand first.
 */
struct draft_talk {
	const char *key, *title;
	const char *url; /* or NULL */
};

/*
 * Makes a draft of the note `before`.  To be freed with draft_drop() or
 * draft_keep(); on failure there is nothing to free.
 */
bool draft_make(struct draft *draft, const struct draft_talk *talk,
    const char *before, struct err *err);

/*
 * Takes up a draft that was left behind, of this talk; false if there is none,
 * or if its editor still runs.
 */
bool draft_find(struct draft *draft, const char *key);

/*
 * Adds a line at the end, after an empty one unless it goes on a list; the
 * editor begins there.
 */
bool draft_add(struct draft *draft, const char *line, struct err *err);

/*
 * Returns the keys of the talks with drafts that were left behind, `*n` of
 * them; they and the array are to be freed.
 */
char **draft_keys(size_t *n);

/*
 * Returns the note in the file now, to be freed; NULL if it cannot be read, has
 * NUL bytes or is larger than 1 MiB.
 */
char *draft_read(const struct draft *draft, struct err *err);

/* Whether what was read is this note, but for blanks at the end. */
bool draft_is_note(const char *text, const char *note);

/* Whether the editor left more in the folder, as what was not saved. */
bool draft_has_more(const struct draft *draft);

/*
 * Free `draft`: drop removes its folder and all in it, keep leaves them to be
 * found again.
 */
void draft_drop(struct draft *draft);
void draft_keep(struct draft *draft);

#endif
