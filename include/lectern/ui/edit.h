/*
 * A line of text being typed, such as a filter or a command.
 */
#ifndef LECTERN_EDIT_H
#define LECTERN_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#define EDIT_MOST 4000 /* bytes; more is dropped */

/* The text, always clean UTF-8 on one line; freed with edit_free(). */
struct edit {
	char *text; /* NUL-terminated; NULL before the first edit_set() */
	size_t len, cap;
	size_t at;  /* byte offset of the cursor, between two clusters */
	bool fresh; /* the text is an old one: typing replaces it */
};

/* Sets the text, with the cursor at its end. */
void edit_set(struct edit *edit, const char *text);
void edit_free(struct edit *edit);

/*
 * Inserts `len` raw bytes at the cursor, cleaned; line feeds and tabs become
 * blanks.
 */
void edit_insert(struct edit *edit, const char *text, size_t len);

/* Move the cursor by a cluster, or to an end of the text. */
void edit_left(struct edit *edit);
void edit_right(struct edit *edit);
void edit_home(struct edit *edit);
void edit_end(struct edit *edit);

/* Delete the cluster before, or at, the cursor. */
void edit_backspace(struct edit *edit);
void edit_delete(struct edit *edit);

/* Delete the word before the cursor, all before it, or all after it. */
void edit_kill_word(struct edit *edit);
void edit_kill_start(struct edit *edit);
void edit_kill_end(struct edit *edit);

#endif
