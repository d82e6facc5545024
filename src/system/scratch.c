#include "lectern/system/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/userfile.h"

#define LARGEST ((size_t)1 << 20) /* bytes */

static bool
write_all(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	bool good;

	if (!file)
		return false;
	good = fputs(text, file) != EOF;
	/* A text file ends with a line feed. */
	if (*text && text[strlen(text) - 1] != '\n')
		good = putc('\n', file) != EOF && good;
	return fclose(file) == 0 && good;
}

bool
scratch_make(struct scratch *scratch, const char *name, const char *text,
    struct err *err)
{
	const char *tmp = getenv("TMPDIR");

	if (!tmp || !*tmp)
		tmp = "/tmp";
	*scratch = (struct scratch){
	    .folder = mem_printf("%s/lectern.XXXXXX", tmp)};
	if (!mkdtemp(scratch->folder)) {
		err_set(err, "%s: %s", tmp, strerror(errno));
		scratch_keep(scratch);
		return false;
	}
	scratch->path = mem_printf("%s/%s", scratch->folder, name);
	if (!write_all(scratch->path, text)) {
		err_set(err, "%s: %s", scratch->path, strerror(errno));
		scratch_drop(scratch);
		return false;
	}
	return true;
}

char *
scratch_read(const struct scratch *scratch, struct err *err)
{
	FILE *file = userfile_open(scratch->path, SIZE_MAX, err);
	char *text = file ? mem_alloc(LARGEST + 2, 1) : NULL;
	size_t n = file ? fread(text, 1, LARGEST + 1, file) : 0;
	bool good = file && !ferror(file);

	if (!file)
		return NULL;
	if (!good)
		err_set(err, "%s: %s", scratch->path, strerror(errno));
	else if (n > LARGEST)
		good = err_set(
		    err, "%s: longer than a note may be", scratch->path);
	else if (memchr(text, '\0', n))
		good = err_set(err, "%s: not a text", scratch->path);
	fclose(file);
	if (!good) {
		free(text);
		return NULL;
	}
	return text;
}

void
scratch_drop(struct scratch *scratch)
{
	if (scratch->path) {
		char *backup = mem_printf("%s~", scratch->path);

		/* Many editors leave such a file behind. */
		unlink(backup);
		free(backup);
		unlink(scratch->path);
	}
	rmdir(scratch->folder);
	scratch_keep(scratch);
}

void
scratch_keep(struct scratch *scratch)
{
	free(scratch->folder);
	free(scratch->path);
	*scratch = (struct scratch){0};
}
