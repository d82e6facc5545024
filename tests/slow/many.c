/*
 * Documents of 25 to 50 MB with a line for each talk, or a page: all talks are
 * listed, the first time and from the cache, in not much more memory than that is.
 * Prints TAP.
 */
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../bench/generate.h"

#define FIRST    330    /* percent of the document: the bar is 300 */
#define AGAIN    220    /* likewise: 200 */
#define PATIENCE 300000 /* milliseconds */
#define STEP     10

static const struct large {
	const char *form;
	uint32_t talks;
} large[] = {{"list", 224000}, {"table", 112000}, {"flat", 22400}};

#define LARGE (sizeof(large) / sizeof(*large))

/* Writes the document, old enough to be kept; returns its bytes. */
static size_t
write_document(const char *path, const struct large *l)
{
	static const struct timespec old[2];
	FILE *file = fopen(path, "wb");
	struct stat st;

	if (!file)
		exit(2);
	generate(
	    file, l->talks, GENERATE_SEED, form_find(l->form, strlen(l->form)));
	if (fclose(file) != 0 || utimensat(AT_FDCWD, path, old, 0) != 0 ||
	    stat(path, &st) != 0)
		exit(2);
	return (size_t)st.st_size;
}

/* Lists the document in file `out`; returns how much memory that took. */
static size_t
list(char *path, const char *out)
{
	char *lectern = getenv("LECTERN");
	char *argv[] = {
	    lectern, (char[]){"--no-config"}, (char[]){"list"}, path, NULL};
	struct rusage used;
	posix_spawn_file_actions_t actions;
	int status;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(
	    &actions, STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (!lectern ||
	    posix_spawn(&pid, lectern, &actions, NULL, argv, environ) != 0 ||
	    wait4(pid, &status, 0, &used) != pid || !WIFEXITED(status) ||
	    WEXITSTATUS(status) != 0)
		exit(2);
	posix_spawn_file_actions_destroy(&actions);
	return (size_t)used.ru_maxrss * 1024;
}

static uint32_t
count_lines(const char *path)
{
	FILE *file = fopen(path, "r");
	uint32_t n = 0;

	for (int c; file && (c = getc(file)) != EOF;)
		n += c == '\n';
	if (file)
		fclose(file);
	return n;
}

/* Waits until so many documents are kept. */
static int
are_kept(const char *home, size_t n)
{
	char pattern[4110];
	size_t found = 0;

	snprintf(pattern, sizeof(pattern), "%s/lectern/*.notes", home);
	for (int ms = 0; found < n && ms < PATIENCE; ms += STEP) {
		glob_t files = {.gl_pathc = 0};

		if (ms > 0)
			poll(NULL, 0, STEP);
		if (glob(pattern, 0, NULL, &files) == 0)
			found = files.gl_pathc;
		globfree(&files);
	}
	return found >= n;
}

static int
tell(size_t number, const struct large *l, const char *when, size_t most,
    size_t percent, int listed)
{
	int good = listed && percent <= most;

	printf("%sok %zu - %s of %u talks, listed %s: %zu %% of it\n",
	    good ? "" : "not ", number, l->form, (unsigned)l->talks, when,
	    percent);
	return !good;
}

/* Lists it twice; returns how often that took too much. */
static int
measure(const char *home, size_t i)
{
	const struct large *l = &large[i];
	char path[4096], out[4096];
	int bad, listed;

	snprintf(path, sizeof(path), "%s/%s.md", home, l->form);
	snprintf(out, sizeof(out), "%s/listed", home);

	size_t size = write_document(path, l), first = list(path, out);

	listed = count_lines(out) == l->talks;
	bad = tell(
	    2 * i + 1, l, "the first time", FIRST, first * 100 / size, listed);
	listed = are_kept(home, i + 1);

	size_t again = list(path, out);

	listed = listed && count_lines(out) == l->talks;
	bad += tell(
	    2 * i + 2, l, "from the cache", AGAIN, again * 100 / size, listed);
	unlink(path);
	unlink(out);
	return bad;
}

/* Removes the folder of the cache. */
static void
clean(const char *home)
{
	char pattern[4110];
	glob_t files = {.gl_pathc = 0};

	snprintf(pattern, sizeof(pattern), "%s/lectern/*", home);
	if (glob(pattern, 0, NULL, &files) == 0) {
		for (size_t i = 0; i < files.gl_pathc; i++)
			unlink(files.gl_pathv[i]);
	}
	globfree(&files);
	snprintf(pattern, sizeof(pattern), "%s/lectern", home);
	rmdir(pattern);
	rmdir(home);
}

int
main(void)
{
	const char *folder = getenv("TMPDIR");
	const char *sanitized = getenv("SANITIZED");
	char home[4000];
	int bad = 0;

	if (sanitized && *sanitized) {
		puts("1..1\nok 1 - memory # SKIP built with sanitizers");
		return 0;
	}
	snprintf(
	    home, sizeof(home), "%s/many-XXXXXX", folder ? folder : "/tmp");
	if (!mkdtemp(home) || setenv("XDG_CACHE_HOME", home, 1) != 0)
		return 2;
	printf("1..%zu\n", 2 * LARGE);
	for (size_t i = 0; i < LARGE; i++)
		bad += measure(home, i);
	clean(home);
	return bad > 0;
}
