#include "system/player_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "lectern/base/clock.h"
#include "lectern/base/mem.h"

#define BEGIN  "lectern-player." /* of the names of folders */
#define LOCK   "lock"
#define SOCKET "socket"
#define YOUNG  60 /* seconds in which its lectern makes the lock */

/* Below which folders they may be, the best first. */
static const char *
above(int i)
{
	const char *tmp = getenv("TMPDIR");

	if (i == 0)
		return getenv("XDG_RUNTIME_DIR");
	if (i == 1)
		return tmp && *tmp ? tmp : "/tmp";
	/* The name of a socket is short. */
	return i == 2 ? "/tmp" : NULL;
}

#define PLACES 3

/* Makes and locks the lock file; it is not inherited by the player. */
static int
make_lock(const char *folder)
{
	char *path = mem_printf("%s/" LOCK, folder);
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	struct stat st;

	/* Another lectern that cleans up may have been faster. */
	if (fd >= 0 &&
	    (flock(fd, LOCK_EX | LOCK_NB) != 0 || fstat(fd, &st) != 0 ||
		st.st_nlink == 0)) {
		unlink(path);
		close(fd);
		fd = -1;
	}
	free(path);
	return fd;
}

static bool
make_in(const char *place, struct player_folder *folder)
{
	*folder = (struct player_folder){.lock = -1};
	if (!place || *place != '/')
		return false;
	folder->path = mem_printf("%s/" BEGIN "XXXXXX", place);
	folder->socket = mem_printf("%s/" SOCKET, folder->path);
	if (strlen(folder->socket) < sizeof(struct sockaddr_un) -
		    offsetof(struct sockaddr_un, sun_path) &&
	    mkdtemp(folder->path)) {
		folder->lock = make_lock(folder->path);
		if (folder->lock < 0)
			rmdir(folder->path);
	}
	free(folder->socket);
	folder->socket = mem_printf("%s/" SOCKET, folder->path);
	if (folder->lock >= 0)
		return true;
	free(folder->path);
	free(folder->socket);
	return false;
}

bool
player_folder_make(struct player_folder *folder)
{
	bool made = false;

	for (int i = 0; i < PLACES && !made; i++)
		made = make_in(above(i), folder);
	return made;
}

void
player_folder_drop(struct player_folder *folder)
{
	char *lock = mem_printf("%s/" LOCK, folder->path);

	unlink(folder->socket);
	unlink(lock);
	rmdir(folder->path);
	close(folder->lock);
	free(lock);
	free(folder->path);
	free(folder->socket);
	*folder = (struct player_folder){.lock = -1};
}

/* Whether an open folder is ours, and nobody else's to change. */
static bool
is_own(int fd, long *age)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return false;
	*age = (long)(clock_date() / 1000 - st.st_mtime);
	return S_ISDIR(st.st_mode) && st.st_uid == geteuid() &&
	    (st.st_mode & 0777) == 0700;
}

struct taking {
	struct player_folder *folder;
	size_t n, cap;
};

/* Takes a folder whose lock we have, if there is a socket in it. */
static bool
take(struct taking *taking, const char *place, const char *name, int lock)
{
	char *path = mem_printf("%s/%s", place, name);
	char *socket = mem_printf("%s/" SOCKET, path);
	struct stat st;

	if (lock < 0 || lstat(socket, &st) != 0 || !S_ISSOCK(st.st_mode)) {
		free(path);
		free(socket);
		return false;
	}
	taking->folder = mem_grow(taking->folder, &taking->cap, taking->n + 1,
	    sizeof(*taking->folder));
	taking->folder[taking->n++] = (struct player_folder){
	    .path = path, .socket = socket, .lock = lock};
	return true;
}

/* Takes or removes a folder whose lectern does not run any more. */
static void
clean(struct taking *taking, const char *above, int place, const char *name)
{
	int fd = openat(
	    place, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	int lock = -1;
	bool left = false;
	long age;

	if (fd >= 0 && is_own(fd, &age)) {
		lock = openat(
		    fd, LOCK, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
		left = lock >= 0 ? flock(lock, LOCK_EX | LOCK_NB) == 0
				 : errno == ENOENT && age > YOUNG;
	}
	if (left && take(taking, above, name, lock)) {
		lock = -1;
	} else if (left) {
		unlinkat(fd, SOCKET, 0);
		unlinkat(fd, LOCK, 0);
		unlinkat(place, name, AT_REMOVEDIR);
	}
	if (lock >= 0)
		close(lock);
	if (fd >= 0)
		close(fd);
}

size_t
player_folder_clean(struct player_folder **taken)
{
	struct taking taking = {0};

	for (int i = 0; i < PLACES; i++) {
		const char *place = above(i);
		DIR *folder = place && *place == '/' ? opendir(place) : NULL;
		const struct dirent *entry;

		while (folder && (entry = readdir(folder)))
			if (strncmp(entry->d_name, BEGIN, strlen(BEGIN)) == 0)
				clean(&taking, place, dirfd(folder),
				    entry->d_name);
		if (folder)
			closedir(folder);
	}
	*taken = taking.folder;
	return taking.n;
}
