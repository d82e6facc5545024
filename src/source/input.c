#include "lectern/source/input.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define LARGEST   ((size_t)1 << 30) /* bytes of a document */
#define BINARY_IN 8000              /* bytes in which a NUL tells, as in git */
#define LARGE     ((size_t)1 << 20) /* from which mapping is worth its while */
#define HUGE_PAGE ((size_t)2 << 20)
#define AT_ONCE   ((size_t)8 << 20) /* bytes read before keys are looked at */

const char *
input_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

static void
add_path(struct input *input, const char *path)
{
	input->path = mem_grow(
	    input->path, &input->cap, input->n + 1, sizeof(*input->path));
	input->path[input->n++] = mem_dup(path, strlen(path));
}

/* Whether a file of a folder is taken: those who keep talks call them so. */
static bool
is_document(const char *name)
{
	static const char *const endings[] = {
	    ".md", ".markdown", ".csv", ".tsv"};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		if (dot && dot > name &&
		    text_ascii_same(dot, endings[i], SIZE_MAX))
			return true;
	}
	return false;
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool
take_entry(struct input *input, FTS *fts, FTSENT *entry, struct err *err)
{
	bool hidden = entry->fts_level > 0 && entry->fts_name[0] == '.';

	switch (entry->fts_info) {
	case FTS_D:
		if (hidden)
			fts_set(fts, entry, FTS_SKIP);
		return true;
	case FTS_F:
		if (!hidden && is_document(entry->fts_name))
			add_path(input, entry->fts_path);
		return true;
	case FTS_DNR:
	case FTS_ERR:
		return err_set(
		    err, "%s: %s", entry->fts_path, strerror(entry->fts_errno));
	default:
		return true;
	}
}

static bool
add_folder(struct input *input, const char *path, struct err *err)
{
	char *root = mem_dup(path, strlen(path));
	char *roots[] = {root, NULL};
	FTS *fts = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, by_name);
	size_t before = input->n;
	bool ok = fts != NULL;

	/* The path is shown before each name: one slash between is enough. */
	for (size_t n = strlen(root); n > 1 && root[n - 1] == '/'; n--)
		root[n - 1] = '\0';
	if (!ok)
		err_set(err, "%s: %s", path, strerror(errno));
	for (FTSENT *entry; ok && (entry = fts_read(fts));)
		ok = take_entry(input, fts, entry, err);
	if (ok && input->n == before)
		ok = err_set(err,
		    "%s: no document (*.md, *.markdown, *.csv, *.tsv) in "
		    "this folder",
		    path);
	if (fts)
		fts_close(fts);
	free(root);
	return ok;
}

bool
input_add(struct input *input, const char *path, struct err *err)
{
	struct stat st;

	if (strcmp(path, "-") == 0) {
		add_path(input, path);
		return true;
	}
	if (stat(path, &st) != 0)
		return err_set(err, "%s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return add_folder(input, path, err);
	add_path(input, path);
	return true;
}

void
input_free(struct input *input)
{
	for (size_t i = 0; i < input->n; i++)
		free(input->path[i]);
	free(input->path);
	memset(input, 0, sizeof(*input));
}

/* Says what is wrong with the first `len` bytes of a document. */
static bool
check_bytes(const char *path, const char *s, size_t len, struct err *err)
{
	bool utf16 = len >= 2 &&
	    (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0);

	if (!utf16 && memchr(s, '\0', len < BINARY_IN ? len : BINARY_IN))
		return err_set(err, "%s: binary file", input_name(path));
	return true;
}

/* Room for a large file in huge pages: touching small ones takes longer. */
static bool
make_room(struct bytes *bytes, size_t size)
{
	int flags = MAP_PRIVATE | MAP_ANONYMOUS;
	size_t whole = (size + HUGE_PAGE) & ~(HUGE_PAGE - 1);
	void *p = mmap(NULL, whole, PROT_READ | PROT_WRITE, flags, -1, 0);

	if (p == MAP_FAILED)
		return false;
	(void)madvise(p, whole, MADV_HUGEPAGE);
	bytes->s = p;
	bytes->mapped = whole;
	return true;
}

/* Room for more bytes than there are; `*cap` is what there is room for. */
static void
grow(struct bytes *bytes, size_t *cap)
{
	struct bytes larger = {.len = bytes->len};

	if (bytes->mapped == 0) {
		bytes->s = mem_grow(
		    bytes->s, cap, bytes->len + ((size_t)1 << 16), 1);
		return;
	}
	/* The file grew while it was read. */
	*cap = 2 * bytes->len;
	larger.s = mem_resize(NULL, *cap, 1);
	memcpy(larger.s, bytes->s, bytes->len);
	munmap(bytes->s, bytes->mapped);
	*bytes = larger;
}

static bool
read_all(int fd, const char *path, size_t size, struct progress *progress,
    struct bytes *bytes, struct err *err)
{
	size_t cap = 0;

	/* With room for one more, the end shows at the second read. */
	if (size >= LARGE && make_room(bytes, size))
		cap = bytes->mapped;
	else if (size > 0)
		bytes->s = mem_grow(NULL, &cap, size + 2, 1);
	for (;;) {
		if (cap - bytes->len < 2)
			grow(bytes, &cap);

		/* How much there is to do is not known yet. */
		if (!progress_tell(progress, 0, 1))
			return err_set(err, "%s: stopped", input_name(path));

		size_t room = cap - bytes->len;
		ssize_t n = read(
		    fd, bytes->s + bytes->len, room < AT_ONCE ? room : AT_ONCE);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(
			    err, "%s: %s", input_name(path), strerror(errno));
		if (n == 0)
			break;
		bytes->len += (size_t)n;
		if (bytes->len >= BINARY_IN &&
		    !check_bytes(path, bytes->s, bytes->len, err))
			return false;
		if (bytes->len > LARGEST)
			return err_set(
			    err, "%s: larger than 1 GiB", input_name(path));
	}
	if (bytes->len == 0)
		return err_set(err, "%s: empty file", input_name(path));
	return check_bytes(path, bytes->s, bytes->len, err);
}

/* Private: what is written to it stays here. */
static bool
map_all(int fd, size_t size, struct bytes *bytes)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);

	if (p == MAP_FAILED)
		return false;
	*bytes = (struct bytes){p, size, size};
	return true;
}

bool
input_read(const char *path, bool map, struct progress *progress,
    struct bytes *bytes, struct err *err)
{
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO
					: open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	size_t size = 0;
	bool ok;

	*bytes = (struct bytes){0};
	if (fd < 0)
		return err_set(err, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0 &&
	    (uintmax_t)st.st_size <= LARGEST)
		size = (size_t)st.st_size;
	if (map && size >= LARGE && fd != STDIN_FILENO &&
	    map_all(fd, size, bytes))
		ok = check_bytes(path, bytes->s, bytes->len, err);
	else
		ok = read_all(fd, path, size, progress, bytes, err);
	if (fd != STDIN_FILENO)
		close(fd);
	if (!ok)
		input_drop(bytes);
	return ok;
}

void
input_drop(struct bytes *bytes)
{
	if (bytes->mapped > 0)
		munmap(bytes->s, bytes->mapped);
	else
		free(bytes->s);
	*bytes = (struct bytes){0};
}
