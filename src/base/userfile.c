#include "lectern/base/userfile.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

#define MEGABYTE   1000000
#define LINKS_MOST 8 /* that lead to one another */

/* The folder of a path, to be freed: "." where the path names none. */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return mem_dup(".", 1);
	return mem_dup(path, slash == path ? 1 : (size_t)(slash - path));
}

char *
userfile_absolute(const char *path)
{
	char *real = realpath(path, NULL);

	if (real)
		return real;

	const char *slash = strrchr(path, '/');
	char *folder = folder_of(path);

	real = realpath(folder, NULL);
	char *whole = real ? mem_printf("%s/%s", real, slash ? slash + 1 : path)
	    : path[0] == '/' ? mem_dup(path, strlen(path))
			     : mem_printf("./%s", path);
	free(real);
	free(folder);
	return whole;
}

/* Where a symbolic link leads, to be freed; NULL where `path` is none. */
static char *
linked(const char *path)
{
	char to[PATH_MAX];
	ssize_t len = readlink(path, to, sizeof(to) - 1);
	char *folder, *whole;

	if (len <= 0)
		return NULL;
	to[len] = '\0';
	if (to[0] == '/')
		return mem_dup(to, (size_t)len);
	folder = folder_of(path);
	whole = mem_printf("%s/%s", folder, to);
	free(folder);
	return whole;
}

char *
userfile_target(const char *path)
{
	char *whole = userfile_absolute(path), *to;

	/* None is left but such as lead nowhere, or in a circle. */
	for (int i = 0; i < LINKS_MOST && (to = linked(whole)); i++) {
		free(whole);
		whole = userfile_absolute(to);
		free(to);
	}
	return whole;
}

/* Tells what is wrong with a path, and the way out; keeps errno. */
static bool
fail(const char *path, int number, struct err *err)
{
	err_set(err, "%s: %s%s", path, strerror(number), err_way_out(number));
	errno = number;
	return false;
}

bool
userfile_is_regular(const char *path, struct err *err)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return errno == ENOENT || fail(path, errno, err);
	return S_ISREG(st.st_mode) ||
	    err_set(err, "%s: %s", path,
		S_ISDIR(st.st_mode) ? strerror(EISDIR)
				    : _("not a regular file"));
}

/* Whether what is open may be read. */
static bool
may_read(int fd, const char *path, size_t most, struct err *err)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return err_set(err, "%s: %s", path, strerror(errno));
	errno = EINVAL;
	if (!S_ISREG(st.st_mode))
		return err_set(err, _("%s: not a regular file"), path);
	errno = EFBIG;
	return (unsigned long long)st.st_size <= most ||
	    err_set(err, _("%s: larger than %zu MB, and left alone"), path,
		most / MEGABYTE);
}

FILE *
userfile_open(const char *path, size_t most, struct err *err)
{
	FILE *file = NULL;
	int fd;

	/* To open a device may do something already. */
	errno = EINVAL;
	if (!userfile_is_regular(path, err))
		return NULL;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0) {
		fail(path, errno, err);
	} else if (may_read(fd, path, most, err)) {
		file = fdopen(fd, "r");
		if (!file)
			fail(path, errno, err);
	}
	if (fd >= 0 && !file) {
		int number = errno;

		close(fd);
		errno = number;
	}
	return file;
}

size_t
userfile_line(FILE *file, char **line, size_t *cap, size_t most)
{
	size_t len = 0;
	int c = 0;

	while (c != '\n' && len <= most && (c = getc_unlocked(file)) != EOF) {
		if (len + 2 > *cap)
			*line = mem_grow(*line, cap, len + 2, 1);
		(*line)[len++] = (char)c;
	}
	if (len > 0)
		(*line)[len] = '\0';
	return len;
}

bool
userfile_lines(const char *path, size_t most,
    void (*each)(void *state, const char *line, size_t len), void *state,
    struct err *err)
{
	FILE *file = userfile_open(path, most, err);
	char *s = NULL;
	size_t cap = 0;

	if (!file)
		return errno == ENOENT;
	for (size_t len; (len = userfile_line(file, &s, &cap, most)) > 0;)
		each(state, s, len);
	bool good = !ferror(file) || fail(path, errno, err);

	free(s);
	fclose(file);
	return good;
}

static bool
can(const char *path, int mode, struct err *err)
{
	return access(path, mode) == 0 || fail(path, errno, err);
}

bool
userfile_not_made(const char *path, int number, struct err *err)
{
	char *folder = folder_of(path);

	/* It is the folder that does not take it, and not what is not there. */
	if (can(folder, W_OK | X_OK, err))
		fail(path, number, err);
	free(folder);
	return false;
}

/* Whether a folder is there, or was made. */
static bool
make_folder(const char *folder, struct err *err)
{
	struct stat st;
	int number = mkdir(folder, 0700) == 0 ? 0 : errno;

	if (number == 0)
		return true;
	if (stat(folder, &st) == 0)
		return S_ISDIR(st.st_mode) || fail(folder, ENOTDIR, err);
	if (number != EEXIST)
		return userfile_not_made(folder, number, err);
	return errno == ENOENT
	    ? err_set(err, _("%s: a link that leads nowhere"), folder)
	    : fail(folder, errno, err);
}

bool
userfile_make_folder(const char *path, struct err *err)
{
	char *folder = folder_of(path);
	struct stat st;
	bool good = true;

	/* An existing folder may stand below ones that cannot be written. */
	if (stat(folder, &st) == 0) {
		good = S_ISDIR(st.st_mode) || fail(folder, ENOTDIR, err);
		free(folder);
		return good;
	}
	for (char *s = folder + 1; good && *s; s++) {
		s += strcspn(s, "/");
		char end = *s;

		*s = '\0';
		good = make_folder(folder, err);
		*s = end;
		if (!end)
			break;
	}
	free(folder);
	return good;
}

bool
userfile_can_write(const char *path, struct err *err)
{
	char *folder = folder_of(path);
	bool good = can(folder, W_OK | X_OK, err) &&
	    (access(path, F_OK) != 0 || can(path, W_OK, err));

	free(folder);
	return good;
}

static bool
exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

char *
userfile_free_name(const char *path, const char *what)
{
	char stamp[64] = "";
	time_t now = time(NULL);
	struct tm tm;

	if (localtime_r(&now, &tm))
		strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", &tm);
	char *name = mem_printf("%s.%s-%s", path, what, stamp);

	for (int i = 2; exists(name); i++) {
		free(name);
		name = mem_printf("%s.%s-%s-%d", path, what, stamp, i);
	}
	return name;
}

/* Renames a part of a database, if there is one. */
static bool
move_part(const char *path, const char *name, const char *part, struct err *err)
{
	char *from = mem_printf("%s%s", path, part);
	char *to = mem_printf("%s%s", name, part);
	bool good = !exists(from) || rename(from, to) == 0 ||
	    err_set(err, "%s: %s", from, strerror(errno));

	free(from);
	free(to);
	return good;
}

char *
userfile_move_aside(const char *path, struct err *err)
{
	static const char *const parts[] = {"-journal", "-wal", "-shm", ""};
	char *name = userfile_free_name(path, "damaged");
	int n = 0;

	while (n < 4 && move_part(path, name, parts[n], err))
		n++;
	if (n == 4)
		return name;
	/* A database without its journal would be another one. */
	while (n-- > 0)
		move_part(name, path, parts[n], NULL);
	free(name);
	return NULL;
}
