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

#endif
