/*
 * Makes a call of the C library fail; preloaded into the program by faults.sh.
 *
 *   FAULT=call           which: alloc, open, read, write, sync, rename, close,
 *                        lock
 *   FAULT_N=n            the n-th of them, from 1
 *   FAULT_ERRNO=number   with this
 *   FAULT_ON=1           and all that come after it
 *   FAULT_MARK=path      a file that is made when it did
 *   FAULT_IN=name        opens, reads and locks only of the files so called
 *
 * What stdio calls within the C library cannot be caught: so its own functions
 * are.  Functions are named twice for those that were built for large files.
 */
/* Where files are large in any case, one name would stand for both. */
#undef _FILE_OFFSET_BITS
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Some C libraries have other names for them, so one function for both. */
#undef open64
#undef fopen64
#undef pread64
#undef pwrite64
#undef fcntl64
#ifdef off64_t
#undef off64_t
#define off64_t off_t
#endif

static struct {
	const char *call, *mark, *in;
	long n;
	int number;
	bool on;
} fault;

static atomic_long count;

__attribute__((constructor)) static void
begin(void)
{
	const char *n = getenv("FAULT_N"), *number = getenv("FAULT_ERRNO");

	fault.mark = getenv("FAULT_MARK");
	fault.in = getenv("FAULT_IN");
	fault.n = n ? atol(n) : 0;
	fault.number = number ? atoi(number) : ENOMEM;
	fault.on = getenv("FAULT_ON") != NULL;
	fault.call = getenv("FAULT");
}

/* Whether this call is to fail; then errno is set. */
static bool
fails(const char *call)
{
	long n;

	if (!fault.call || strcmp(call, fault.call) != 0)
		return false;
	n = atomic_fetch_add(&count, 1) + 1;
	if (n != fault.n && !(fault.on && n > fault.n))
		return false;
	if (fault.mark)
		syscall(SYS_close,
		    syscall(SYS_openat, AT_FDCWD, fault.mark,
			O_CREAT | O_WRONLY, 0600));
	errno = fault.number;
	return true;
}

static bool
path_fails(const char *call, const char *path)
{
	const char *slash = strrchr(path, '/');

	return (!fault.in || strcmp(slash ? slash + 1 : path, fault.in) == 0) &&
	    fails(call);
}

static bool
fd_fails(const char *call, int fd)
{
	char link[32], path[4096] = "";

	if (!fault.in)
		return fails(call);
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	return readlink(link, path, sizeof(path) - 1) > 0 &&
	    path_fails(call, path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#ifdef __GLIBC__
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

void *
malloc(size_t size)
{
	return fails("alloc") ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails("alloc") ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t size)
{
	return fails("alloc") ? NULL : __libc_realloc(p, size);
}
#endif

#define OPEN(name) \
	int name(const char *path, int flags, ...) \
	{ \
		va_list args; \
		int mode; \
		va_start(args, flags); \
		mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, int) : 0; \
		va_end(args); \
		return path_fails("open", path) \
		    ? -1 \
		    : REAL(name)(path, flags, mode); \
	}
OPEN(open)
OPEN(open64)

#define FOPEN(name) \
	FILE *name(const char *path, const char *mode) \
	{ \
		return path_fails("open", path) ? NULL \
						: REAL(name)(path, mode); \
	}
FOPEN(fopen)
FOPEN(fopen64)

ssize_t
read(int fd, void *buf, size_t len)
{
	return fd_fails("read", fd) ? -1 : REAL(read)(fd, buf, len);
}

#define PREAD(name, offset) \
	ssize_t name(int fd, void *buf, size_t len, offset at) \
	{ \
		return fd_fails("read", fd) ? -1 \
					    : REAL(name)(fd, buf, len, at); \
	}
PREAD(pread, off_t)
PREAD(pread64, off64_t)

ssize_t
write(int fd, const void *buf, size_t len)
{
	return fails("write") ? -1 : REAL(write)(fd, buf, len);
}

#define PWRITE(name, offset) \
	ssize_t name(int fd, const void *buf, size_t len, offset at) \
	{ \
		return fails("write") ? -1 : REAL(name)(fd, buf, len, at); \
	}
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

int
fflush(FILE *file)
{
	return fails("write") ? EOF : REAL(fflush)(file);
}

int
fclose(FILE *file)
{
	int failed = REAL(fclose)(file);

	return fails("close") ? EOF : failed;
}

int
fsync(int fd)
{
	return fails("sync") ? -1 : REAL(fsync)(fd);
}

int
fdatasync(int fd)
{
	return fails("sync") ? -1 : REAL(fdatasync)(fd);
}

int
rename(const char *from, const char *to)
{
	return fails("rename") ? -1 : REAL(rename)(from, to);
}

#ifdef F_SETLK64
#define LOCKS(what) ((what) == F_SETLK || (what) == F_SETLK64)
#else
#define LOCKS(what) ((what) == F_SETLK)
#endif

/* All that is given to fcntl() fits into a pointer. */
#define FCNTL(name) \
	int name(int fd, int what, ...) \
	{ \
		va_list args; \
		void *argument; \
		va_start(args, what); \
		argument = va_arg(args, void *); \
		va_end(args); \
		return LOCKS(what) && fd_fails("lock", fd) \
		    ? -1 \
		    : REAL(name)(fd, what, argument); \
	}
FCNTL(fcntl)
FCNTL(fcntl64)
