/*
 * A row of text being typed: the filter or a command.
 */
#ifndef LECTERN_EDIT_H
#define LECTERN_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#define EDIT_MOST 4000 /* bytes; what is typed or pasted beyond is dropped */

/* The text, always clean UTF-8 on one line; freed with edit_free(). */
struct edit {
	char *text; /* NUL-terminated; NULL before the first edit_set() */
	size_t len, cap;
	size_t at;  /* byte offset of the cursor, between two clusters */
	bool fresh; /* text of before: the first thing typed replaces it */
};

/* Sets the text, with the cursor at its end. */
void edit_set(struct edit *edit, const char *text);
void edit_free(struct edit *edit);

/*
 * Inserts `len` raw bytes at the cursor: cleaned, line feeds and tabs as
 * blanks.
 */
void edit_insert(struct edit *edit, const char *text, size_t len);

/* Moving the cursor by a cluster, or to an end. */
void edit_left(struct edit *edit);
void edit_right(struct edit *edit);
void edit_home(struct edit *edit);
void edit_end(struct edit *edit);

/* Deleting: the cluster before or at the cursor, */
void edit_backspace(struct edit *edit);
void edit_delete(struct edit *edit);

/* the word before it, all before it, all after it. */
void edit_kill_word(struct edit *edit);
void edit_kill_start(struct edit *edit);
void edit_kill_end(struct edit *edit);

#endif
