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

#include "lectern/base/arena.h"
#include "lectern/base/background.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/userfile.h"
#include "lectern/base/xdg.h"
#include "source/corrections.h"

#define ENDING ".notes"

#define ALL_MOST  ((size_t)1 << 30) /* bytes of all files of the cache */
#define ONE_MOST  8       /* times the bytes of its documents, for a file, */
#define ONE_LEAST 1048576 /* that may always have so many */
#define WORTH     ((size_t)256 << 10) /* bytes; fewer are soon read again, */
#define WORTH_ONE ((size_t)4 << 10)   /* where each document takes these more */
#define SETTLED   2 /* seconds without change: the next one will be seen */

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

/* The folder that was looked up last: most documents are in one. */
struct folder {
	const char *name; /* as it is given, borrowed, with its slash */
	size_t len;
	char *real; /* NULL: there is none */
};

/* Returns the absolute path, to be freed; NULL: its folder is not there. */
static char *
find_absolute(struct folder *folder, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash + 1 - path) : 0;

	if (!folder->name || len != folder->len ||
	    memcmp(path, folder->name, len) != 0) {
		char *name = len > 0 ? mem_dup(path, len) : mem_dup(".", 1);

		free(folder->real);
		folder->name = path;
		folder->len = len;
		folder->real = realpath(name, NULL);
		free(name);
	}
	return folder->real ? mem_printf("%s/%s", folder->real, path + len)
			    : NULL;
}

/* The name of the file need only differ: the paths are compared as well. */
static char *
find_file(const struct cached *cached)
{
	uint64_t hash = STRMAP_HASH_START;
	char name[32];

	for (size_t i = 0; i < cached->n; i++) {
		const char *path = cached->document[i].path;

		if (!path)
			return NULL;
		hash = strmap_hash(path, strlen(path) + 1, hash);
	}
	snprintf(
	    name, sizeof(name), "%016llx" ENDING, (unsigned long long)hash);
	return xdg_path(XDG_CACHE, name);
}

struct cached
cache_look(
    const struct load_options *options, const char *const *paths, size_t n)
{
	struct cached cached = {.n = n};
	struct folder folder = {.len = 0};

	cached.document = mem_alloc(n, sizeof(*cached.document));
	for (size_t i = 0; i < n; i++) {
		struct cached_document *document = &cached.document[i];

		document->path = find_absolute(&folder, paths[i]);
		document->there = find_stamp(paths[i], &document->stamp);
		document->stamp.corrections = corrections_sum(
		    options, paths[i]);
	}
	free(folder.real);
	if (n > 1 || (n == 1 && cached.document->there))
		cached.file = find_file(&cached);
	return cached;
}

void
cache_free(struct cached *cached)
{
	for (size_t i = 0; i < cached->n; i++)
		free(cached->document[i].path);
	free(cached->document);
	free(cached->file);
	*cached = (struct cached){.n = 0};
}

/*
 * Maps the file, which is safe: files of the cache are replaced, never changed.
 */
static char *
map(const char *file, size_t *len)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
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

/* Finds each document's bytes; false: they are not of all of these. */
static bool
find_packed(struct cached *cached, const char *s, size_t len)
{
	size_t at = 0;

	for (size_t i = 0; i < cached->n; i++) {
		struct cached_document *document = &cached->document[i];

		document->packed = s + at;
		document->len = packed_len(s + at, len - at);
		if (!packed_is_of(s + at, document->len, document->path,
			&document->stamp, true))
			return false;
		at += document->len;
	}
	return at == len;
}

bool
cache_open(struct cached *cached, struct arena *arena)
{
	size_t len;
	char *s = cached->file ? map(cached->file, &len) : NULL;

	if (!s)
		return false;
	cached->found = find_packed(cached, s, len);
	if (cached->found)
		arena_adopt_file(arena, s, len);
	else
		munmap(s, len);
	return cached->found;
}

bool
cache_build(struct build *build, const struct cached *cached, size_t i,
    const char *path, const struct query *only)
{
	const struct cached_document *document = &cached->document[i];

	return cached->found &&
	    packed_build(build, path, document->packed, document->len, only);
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
	/* Both have one place in the folder: at its end after the first time. */
	if (dir)
		rewinddir(dir);
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
	const size_t *conference;
};

/* Whether a document is as it was, and its next change will be seen. */
static bool
is_settled(const struct cached_document *document)
{
	struct packed_stamp now;

	if (!find_stamp(document->path, &now))
		return !document->there;
	now.corrections = document->stamp.corrections;
	return document->there &&
	    now.seconds + SETTLED <= (uint64_t)time(NULL) &&
	    memcmp(&now, &document->stamp, sizeof(now)) == 0;
}

/* Packs all documents; false: they cannot be kept. */
static bool
pack(const struct keeping *keeping, struct packed_bytes *bytes)
{
	const struct cached *cached = keeping->cached;
	size_t most = ONE_LEAST;

	for (size_t i = 0; i < cached->n; i++) {
		const struct cached_document *document = &cached->document[i];
		size_t conference = keeping->conference[i];

		most += ONE_MOST * document->stamp.size;
		if (!is_settled(document))
			return false;
		if (conference == CACHE_NOTHING)
			packed_write_nothing(
			    bytes, document->path, &document->stamp);
		else if (!packed_write(bytes, keeping->build, conference,
			     document->path, &document->stamp))
			return false;
	}
	return bytes->len <= most && bytes->len < ALL_MOST;
}

static void
keep(void *argument)
{
	const struct keeping *keeping = argument;
	const char *file = keeping->cached->file;
	struct packed_bytes bytes = {.s = NULL};
	struct err err;

	if (pack(keeping, &bytes) && userfile_make_folder(file, &err)) {
		make_way(file, bytes.len);
		userfile_replace(file, bytes.s, bytes.len, &err);
	}
	free(bytes.s);
}

static bool
is_worth(const struct cached *cached)
{
	size_t bytes = 0;

	for (size_t i = 0; i < cached->n; i++)
		bytes += cached->document[i].stamp.size + WORTH_ONE;
	return bytes >= WORTH;
}

void
cache_keep(
    struct build *build, const struct cached *cached, const size_t *conference)
{
	struct keeping keeping = {build, cached, conference};

	if (cached->file && is_worth(cached))
		background_run(keep, &keeping);
}
