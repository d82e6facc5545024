/*
 * Reads all marks again in the background, where there are so many that keys
 * would wait for it.
 */
#ifndef LECTERN_REREAD_H
#define LECTERN_REREAD_H

#include <stdbool.h>

#include "marks/mark_list.h"
#include "marks/marks_file.h"

struct reread;

/* Whether that pays for what is in the file, which is open. */
bool reread_pays(const struct marks_file *file);

/* Begins to read the file of that path; NULL where no thread is to be had. */
struct reread *reread_begin(const char *path);

/* Whether it has ended; NULL is allowed, and has not. */
bool reread_ended(const struct reread *reread);

/*
 * Waits until it has, frees it, and gives the list to the caller; returns false
 * with an empty list if the file could not be read.  NULL is allowed.
 */
bool reread_end(struct reread *reread, struct mark_list *list);

#endif
