#include "ui/output.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

bool
output_open(struct output *output)
{
	int fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);

	output->frame = -1;
	output->file = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (!output->file) {
		if (fd >= 0)
			close(fd);
		return false;
	}
#ifdef HAVE_MEMFD_CREATE
	output->frame = memfd_create("frame", MFD_CLOEXEC);
#endif
	return true;
}

void
output_close(struct output *output)
{
	if (!output->file)
		return;
	fclose(output->file);
	output->file = NULL;
	if (output->frame >= 0)
		close(output->frame);
}

/* Redirects what curses writes. */
static void
lead(const struct output *output, int to)
{
	int fd = fileno(output->file);

	if (dup2(to, fd) >= 0)
		fcntl(fd, F_SETFD, FD_CLOEXEC);
}

void
output_begin(struct output *output)
{
	if (output->frame >= 0)
		lead(output, output->frame);
}

void
output_end(struct output *output)
{
	char piece[16384];
	off_t len, at = 0;
	ssize_t n = 1;

	if (output->frame < 0)
		return;
	lead(output, STDOUT_FILENO);
	len = lseek(output->frame, 0, SEEK_CUR);
	for (; at < len && n > 0; at += n) {
		size_t left = (size_t)(len - at);

		n = pread(output->frame, piece,
		    left < sizeof(piece) ? left : sizeof(piece), at);
		if (n > 0)
			output_write(piece, (size_t)n);
	}
	lseek(output->frame, 0, SEEK_SET);
}

void
output_write(const char *s, size_t len)
{
	fflush(stdout);
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, s, len);

		if (n < 0 && errno != EINTR && errno != EAGAIN)
			return;
		if (n > 0) {
			s += n;
			len -= (size_t)n;
		}
	}
}
