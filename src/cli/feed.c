#include "cli/feed.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/report.h"

bool
feed_is_there(const struct options *o)
{
	struct stat st;
	int bytes = 0;

	bool id = o->argument && o->subcommand != SUB_SEARCH;

	if (o->npaths > 0 || id || !report_wants_notes(o) ||
	    fstat(STDIN_FILENO, &st) != 0)
		return false;
	if (S_ISREG(st.st_mode))
		return st.st_size > lseek(STDIN_FILENO, 0, SEEK_CUR);
	if (!S_ISFIFO(st.st_mode))
		return false;

	/* The writer may need a while before there is input. */
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};

	return poll(&input, 1, -1) > 0 &&
	    ioctl(STDIN_FILENO, FIONREAD, &bytes) == 0 && bytes > 0;
}
