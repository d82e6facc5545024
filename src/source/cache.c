#include "source/cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/background.h"
#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/userfile.h"
#include "lectern/base/xdg.h"

#define ENDING ".notes"

#define ALL_MOST  ((size_t)1 << 30) /* bytes of all files of the cache */
#define ONE_MOST  8       /* times the bytes of its document, for a file, */
#define ONE_LEAST 1048576 /* that may always have so many */
#define SETTLED   2 /* seconds without change: the next one will be seen */

/* Names need only differ: the path is compared as well. */
static uint64_t
hash(const char *s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
	return h;
}

static bool
find_stamp(const char *path, struct packed_stamp *stamp)
{
	struct stat st;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	*stamp = (struct packed_stamp){
	    .size = (uint64_t)st.st_size,
	    .seconds = (uint64_t)st.st_mtim.tv_sec,
	    .nanoseconds = (uint64_t)st.st_mtim.tv_nsec,
	    .inode = (uint64_t)st.st_ino,
	    .device = (uint64_t)st.st_dev,
	};
	return true;
}

struct cached
cache_look(const char *path)
{
	struct cached cached = {.began = clock_milliseconds()};
	char name[32];

	if (!find_stamp(path, &cached.stamp))
		return cached;
	cached.path = userfile_absolute(path);
	if (!cached.path)
		return cached;
	snprintf(name, sizeof(name), "%016llx" ENDING,
	    (unsigned long long)hash(cached.path));
	cached.file = xdg_path(XDG_CACHE, name);
	return cached;
}

void
cache_free(struct cached *cached)
{
	free(cached->path);
	free(cached->file);
	*cached = (struct cached){.began = 0};
}

/*
 * Maps the file, which is safe: files of the cache are replaced, never changed.
 */
static char *
map(const char *file, size_t *len)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p = MAP_FAILED;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
		*len = (size_t)st.st_size;
		p = mmap(NULL, *len, PROT_READ, MAP_PRIVATE, fd, 0);
	}
	close(fd);
	return p == MAP_FAILED ? NULL : p;
}

bool
cache_build(struct build *build, const struct cached *cached, const char *path)
{
	size_t len;
	char *s = cached->file ? map(cached->file, &len) : NULL;

	if (!s)
		return false;
	if (packed_is_of(s, len, cached->path, &cached->stamp) &&
	    packed_build(build, path, s, len)) {
		arena_adopt(build_arena(build), s, len);
		return true;
	}
	munmap(s, len);
	return false;
}

/* Keeping. */

/*
 * Returns the bytes of all files of the cache, and in `*oldest` the oldest
 * file.
 */
static size_t
weigh(int folder, char oldest[NAME_MAX + 1])
{
	DIR *dir = fdopendir(dup(folder));
	time_t since = 0;
	size_t all = 0;

	*oldest = '\0';
	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		size_t n = strlen(entry->d_name), end = strlen(ENDING);
		struct stat st;

		if (n <= end || strcmp(entry->d_name + n - end, ENDING) != 0 ||
		    fstatat(folder, entry->d_name, &st, 0) != 0)
			continue;
		all += (size_t)st.st_size;
		if (!*oldest || st.st_mtime < since) {
			since = st.st_mtime;
			memcpy(oldest, entry->d_name, n + 1);
		}
	}
	if (dir)
		closedir(dir);
	return all;
}

/* Deletes the oldest files until there is room for `len` bytes. */
static void
make_way(const char *file, size_t len)
{
	size_t folder_len = (size_t)(strrchr(file, '/') - file);
	char *path = mem_dup(file, folder_len), oldest[NAME_MAX + 1];
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	while (folder >= 0 && weigh(folder, oldest) > ALL_MOST - len &&
	    unlinkat(folder, oldest, 0) == 0)
		;
	if (folder >= 0)
		close(folder);
	free(path);
}

struct keeping {
	struct build *build;
	const struct cached *cached;
};

static void
keep(void *argument)
{
	const struct keeping *keeping = argument;
	const struct cached *cached = keeping->cached;
	size_t index = build_result(keeping->build)->nconferences - 1;
	size_t most = ONE_MOST * cached->stamp.size + ONE_LEAST;
	struct packed_bytes bytes = {.s = NULL};
	struct err err;

	if (packed_write(
		&bytes, keeping->build, index, cached->path, &cached->stamp) &&
	    bytes.len <= most && bytes.len < ALL_MOST &&
	    userfile_make_folder(cached->file, &err)) {
		make_way(cached->file, bytes.len);
		userfile_replace(cached->file, bytes.s, bytes.len, &err);
	}
	free(bytes.s);
}

void
cache_keep(struct build *build, const struct cached *cached)
{
	struct keeping keeping = {build, cached};
	struct packed_stamp now;

	if (!cached->file ||
	    clock_milliseconds() - cached->began < CACHE_WORTH ||
	    cached->stamp.seconds + SETTLED > (uint64_t)time(NULL) ||
	    !find_stamp(cached->path, &now) ||
	    memcmp(&now, &cached->stamp, sizeof(now)) != 0)
		return;
	background_run(keep, &keeping);
}
