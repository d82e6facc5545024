#include "ui/window.h"

#include <stdlib.h>
#include <sys/ioctl.h>

/* What the variable says, at most `most`; `otherwise` where it says nothing. */
static int
told(const char *variable, int otherwise, int most)
{
	const char *s = getenv(variable);
	long n = s ? strtol(s, NULL, 10) : 0;

	if (n <= 0)
		n = otherwise;
	return n < most ? (int)n : most;
}

void
window_size(int fd, int *h, int *w)
{
	struct winsize size;

	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0) {
		*h = size.ws_row < WINDOW_ROWS ? size.ws_row : WINDOW_ROWS;
		*w = size.ws_col < WINDOW_COLUMNS ? size.ws_col
						  : WINDOW_COLUMNS;
	} else {
		*h = told("LINES", *h, WINDOW_ROWS);
		*w = told("COLUMNS", *w, WINDOW_COLUMNS);
	}
}
