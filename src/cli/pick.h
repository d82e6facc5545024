/*
 * `lectern pick`: the browser on the terminal, and what was chosen in it on
 * standard output.
 */
#ifndef LECTERN_PICK_H
#define LECTERN_PICK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/err.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"

/*
 * Puts the terminal in the place of standard output; returns the descriptor of
 * the latter, or -1 with `err` where there is no terminal.
 */
int pick_begin(struct err *err);

/* Puts standard output back. */
void pick_end(int output);

/* Checks a format: see pick_print(). */
bool pick_check(const char *format, struct err *err);

/*
 * Prints talks by their indices, one a line: as list does, as JSON, or in
 * `format` if that is not NULL.  In this %i is the id, %t title, %s speakers, %u link,
 * %k track, %c conference, %d day, %f file, %l line, %% a percent sign; \t and
 * \n are what they are in C.
 */
void pick_print(const struct notes *notes, const struct marks *marks, bool json,
    const char *format, const uint32_t *talks, size_t n);

#endif
