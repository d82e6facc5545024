#include "ui/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "lectern/base/mem.h"

#define USUAL_ROWS    24 /* where nobody tells */
#define USUAL_COLUMNS 80

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

/* Sets a variable of the environment; returns what it was, or NULL. */
static char *
set_number(const char *name, int number)
{
	const char *is = getenv(name);
	char *was = is ? mem_dup(is, strlen(is)) : NULL;
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	setenv(name, text, 1);
	return was;
}

static void
set_back(const char *name, char *was)
{
	if (was)
		setenv(name, was, 1);
	else
		unsetenv(name);
	free(was);
}

void
window_tell(int fd, struct window_told *told)
{
	int h = USUAL_ROWS, w = USUAL_COLUMNS;

	window_size(fd, &h, &w);
	told->lines = set_number("LINES", h);
	told->columns = set_number("COLUMNS", w);
}

void
window_untell(struct window_told *told)
{
	set_back("LINES", told->lines);
	set_back("COLUMNS", told->columns);
}
