/*
 * The size of the terminal.
 */
#ifndef LECTERN_WINDOW_H
#define LECTERN_WINDOW_H

/* Of a terminal no more is used, whatever size it says it has. */
#define WINDOW_ROWS    500
#define WINDOW_COLUMNS 1000

/*
 * Sets the rows and columns of the terminal at `fd`: those that it tells, else
 * what $LINES and $COLUMNS say, else what they are.  Both are bounded.
 */
void window_size(int fd, int *h, int *w);

/* LINES and COLUMNS as they were; NULL: they were not. */
struct window_told {
	char *lines, *columns;
};

/*
 * Puts the size of the terminal at `fd` into LINES and COLUMNS of the
 * environment: that of the terminal's type may be another one (vt100), or none
 * (linux).  To be ended with window_untell(), before programs are started.
 */
void window_tell(int fd, struct window_told *told);
void window_untell(struct window_told *told);

#endif
