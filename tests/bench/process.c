#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/argv.h"

double
process_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

bool
process_installed(const char *name)
{
	const char *path = getenv("PATH");

	while (path && *path) {
		size_t len = strcspn(path, ":");
		char file[4096];

		snprintf(file, sizeof(file), "%.*s/%s", (int)len, path, name);
		if (access(file, X_OK) == 0)
			return true;
		path += len + (path[len] == ':');
	}
	return false;
}

static pid_t
wait_for(pid_t pid, int *status, struct rusage *usage)
{
	pid_t got;

	do
		got = wait4(pid, status, 0, usage);
	while (got < 0 && errno == EINTR);
	return got;
}

static bool
start(char *const *argv, const struct streams *streams, pid_t *pid)
{
	static const char nothing[] = "/dev/null";
	const int write_flags = O_WRONLY | O_CREAT | O_TRUNC;
	posix_spawn_file_actions_t files;

	if (posix_spawn_file_actions_init(&files) != 0)
		return false;
	bool good = posix_spawn_file_actions_addopen(&files, STDIN_FILENO,
			streams->in ? streams->in : nothing, O_RDONLY,
			0) == 0 &&
	    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO,
		streams->out ? streams->out : nothing, write_flags,
		0600) == 0 &&
	    posix_spawn_file_actions_addopen(&files, STDERR_FILENO,
		streams->err ? streams->err : nothing, write_flags,
		0600) == 0 &&
	    posix_spawnp(pid, argv[0], &files, NULL, argv, environ) == 0;

	posix_spawn_file_actions_destroy(&files);
	return good;
}

bool
process_run(const char *command, const char *document,
    const struct streams *streams, struct run *run)
{
	struct rusage usage;
	struct argv argv;
	struct err err;
	int status;
	pid_t pid;

	if (!argv_split(command, document, &argv, &err))
		return false;

	double began = process_clock();
	bool good = start(argv.word, streams, &pid) &&
	    wait_for(pid, &status, &usage) == pid && WIFEXITED(status) &&
	    WEXITSTATUS(status) <= 1;

	argv_free(&argv);
	if (good)
		*run = (struct run){
		    process_clock() - began, (double)usage.ru_maxrss / 1024};
	return good;
}

/* Reads until `size` bytes are there or no more come. */
static void
read_all(int fd, char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = read(fd, bytes, size);

		if (n <= 0)
			break;
		bytes += n;
		size -= (size_t)n;
	}
}

void
process_inside(bool (*work)(const void *argument, void *result),
    const void *argument, void *result, size_t size)
{
	int ends[2], status;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return;
	pid_t pid = fork();

	if (pid == 0) {
		bool good = work(argument, result) &&
		    write(ends[1], result, size) == (ssize_t)size;

		_exit(good ? 0 : 1);
	}
	close(ends[1]);
	read_all(ends[0], result, size);
	close(ends[0]);
	if (pid > 0)
		wait_for(pid, &status, NULL);
}
