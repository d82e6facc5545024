/*
 * For tests of the interface: presses keys on the sample conference and reads
 * the screen, without a terminal.  The invariants are asserted at each key.
 */
#ifndef LECTERN_TESTS_UNIT_PRESS_H
#define LECTERN_TESTS_UNIT_PRESS_H

#include <stdbool.h>

#include "lectern/ui/command.h"
#include "lectern/ui/grid.h"

/* What a test of the interface works on: made anew for each test. */
struct desk {
	struct notes *notes;
	struct marks *marks;
	struct config config;
	struct app app;
	struct grid grid;
};

/* cmocka fixtures: `*state` is a struct desk of the sample, 160x24. */
int desk_setup(void **state);
int desk_teardown(void **state);

/* Shows notes, which the desk then owns, instead of the sample. */
void desk_show(struct desk *desk, struct notes *notes);

/* Presses keys, by names parted by blanks; returns the last outcome. */
enum outcome press(struct desk *desk, const char *keys);

/* Types each character of an ASCII text, a blank being Space. */
void type(struct desk *desk, const char *text);

void resize(struct desk *desk, int h, int w);

/*
 * Draws, and returns whether any row of the screen has `text`, whatever runs of
 * blanks.
 */
bool shows(struct desk *desk, const char *text);

/* The style of the first cell of `text` on the screen; fails if not shown. */
unsigned style_of(struct desk *desk, const char *text);

/* The title of the selected talk, "" if there is none. */
const char *title(const struct desk *desk);

/* Binds a key in the config, as a line of the file does. */
void bind_key(struct desk *desk, const char *key, const char *command);

#endif
