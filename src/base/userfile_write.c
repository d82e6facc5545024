#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/userfile.h"

char *
userfile_write_beside(
    const char *path, const char *text, size_t len, struct err *err)
{
	/* What is renamed to a device or the like would be in its place. */
	if (!userfile_is_regular(path, err))
		return NULL;

	char *fresh = mem_printf("%s.tmp-XXXXXX", path);
	int fd = mkostemp(fresh, O_CLOEXEC);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	struct stat st;
	bool good = false;

	if (file) {
		if (stat(path, &st) == 0)
			fchmod(fd, st.st_mode & 0777);
		good = fwrite(text, 1, len, file) == len && fflush(file) == 0 &&
		    fsync(fd) == 0;
	}
	if (fd < 0)
		userfile_not_made(path, errno, err);
	else if (!good)
		err_set(err, "%s: %s", path, strerror(errno));
	if (file)
		fclose(file);
	else if (fd >= 0)
		close(fd);
	if (good)
		return fresh;
	if (fd >= 0)
		unlink(fresh);
	free(fresh);
	return NULL;
}

bool
userfile_replace(
    const char *path, const char *text, size_t len, struct err *err)
{
	char *real = userfile_target(path);
	char *fresh = userfile_write_beside(real, text, len, err);
	bool good = fresh &&
	    (rename(fresh, real) == 0 ||
		err_set(err, "%s: %s", path, strerror(errno)));

	if (fresh && !good)
		unlink(fresh);
	free(real);
	free(fresh);
	return good;
}
