#include "lectern/base/background.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define FILES_MOST 1024 /* open, that are closed */

/* A pipe left open would keep its reader waiting. */
static void
leave_files(void)
{
	int nothing = open("/dev/null", O_RDWR);

	for (int fd = 0; fd < FILES_MOST; fd++) {
		if (fd != nothing)
			close(fd);
	}
	for (int fd = 0; fd < 3; fd++)
		dup2(nothing, fd);
}

bool
background_run(void (*work)(void *argument), void *argument)
{
	pid_t pid = fork();

	if (pid < 0)
		return false;
	if (pid > 0) {
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
			;
		return true;
	}
	/* Nobody has to wait for the child of a child. */
	if (fork() != 0)
		_exit(0);
	setsid();
	leave_files();
	(void)!nice(10);
	work(argument);
	_exit(0);
}
