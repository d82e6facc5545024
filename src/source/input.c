#include "lectern/source/input.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define LARGEST    ((size_t)1 << 30) /* bytes of a document */
#define BINARY_IN  8000              /* bytes in which a NUL tells, as in git */
#define WORTHWHILE 4 /* times what is read first is soon read whole */
#define LARGE      ((size_t)1 << 20) /* from which mapping is worth its while */
#define PAGES      ((size_t)1 << 16) /* whole ones, on any machine */
#define LISTEN     50 /* milliseconds until keys are looked at again */
#define AT_ONCE    ((size_t)8 << 20) /* bytes read before keys are looked at */

const char *
input_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

static void
add_path(struct input *input, const char *path, size_t root)
{
	input->path = mem_grow(
	    input->path, &input->cap, input->n + 1, sizeof(*input->path));
	input->path[input->n++] = (struct input_path){
	    mem_dup(path, strlen(path)), root};
}

/* The endings of files that are taken from a folder. */
static const char *const endings[] = {".md", ".markdown", ".mdx", ".qmd",
    ".org", ".csv", ".tsv", ".xml", ".json", ".jsonl", ".ndjson", ".yml",
    ".yaml", ".ics", ".xcal", ".srt", ".vtt"};
#define ENDINGS (sizeof(endings) / sizeof(*endings))

/*
 * What repositories have beside documents, whatever its ending; a file of notes
 * may be called so, too, but is not written in capitals.
 */
static const struct {
	const char *name;
	bool shouted;
} others[] = {{"code_of_conduct", false}, {"contributing", false},
    {"license", true}, {"licence", true}, {"changelog", false},
    {"security", true}, {"404", false}, {"requirements", true},
    {"robots", true}, {"humans", true}, {"cmakelists", false}};
#define OTHERS (sizeof(others) / sizeof(*others))

/* Endings of what people write, which is passed over in folders, but told. */
static const char *const passed[] = {".txt", ".text", ".rst", ".adoc", ".html",
    ".htm", ".pdf", ".odt", ".docx", ".ods", ".xlsx"};
#define PASSED (sizeof(passed) / sizeof(*passed))

/* Folders of sites by Jekyll that have no talks. */
static const char *const aside[] = {"_speakers", "_people", "_authors",
    "_sponsors", "_layouts", "_includes", "_sass", "_site"};

/* Whether a folder's name, or the end of its path, is of one of them. */
static bool
is_aside(const char *path, const char *name)
{
	/* The same of Hugo, where talks are in content/sessions. */
	static const char hugo[] = "content/speakers";
	size_t len = strlen(path), n = strlen(hugo);

	if (len >= n && strcmp(path + len - n, hugo) == 0 &&
	    (len == n || path[len - n - 1] == '/'))
		return true;
	for (size_t i = 0; i < sizeof(aside) / sizeof(*aside); i++)
		if (strcmp(name, aside[i]) == 0)
			return true;
	return false;
}

/* Whether a name up to its ending is of none of the documents. */
static bool
is_other(const char *name, const char *dot)
{
	bool text = text_ascii_same(dot, ".txt", SIZE_MAX);

	for (size_t i = 0; i < OTHERS; i++) {
		size_t len = strlen(others[i].name);

		if ((size_t)(dot - name) == len &&
		    text_ascii_same(name, others[i].name, len))
			return text || !others[i].shouted ||
			    text_ascii_lower(name[1]) != name[1];
	}
	return false;
}

/* Whether a name ends as one of `n`, and is of none of the others. */
static bool
has_ending(const char *name, const char *const *ending, size_t n)
{
	const char *dot = strrchr(name, '.');

	if (dot && is_other(name, dot))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (dot && dot > name &&
		    text_ascii_same(dot, ending[i], SIZE_MAX))
			return true;
	}
	return false;
}

static bool
is_document(const char *name)
{
	return has_ending(name, endings, ENDINGS);
}

/* Counts a file that is no document; the first one is kept. */
static void
pass_over(struct input *input, const char *path, const char *name)
{
	if (!has_ending(name, passed, PASSED))
		return;
	if (input->npassed++ == 0)
		input->passed = mem_dup(path, strlen(path));
}

/* A folder that is being read, and those that it lies in. */
struct walk {
	const struct walk *above;
	dev_t device;
	ino_t inode;
	size_t root; /* bytes of the path of the first one */
};

static int
is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* Whether it is one of those in which we are, by a link. */
static bool
is_above(const struct walk *walk, const struct stat *st)
{
	while (
	    walk && (walk->device != st->st_dev || walk->inode != st->st_ino))
		walk = walk->above;
	return walk != NULL;
}

static bool walk_folder(struct input *input, const char *path,
    const struct stat *st, const struct walk *above);

static void
walk_entry(struct input *input, const char *folder, const char *name,
    const struct walk *above)
{
	const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
	char *path = mem_printf("%s%s%s", folder, slash, name);
	struct stat st;

	/* What cannot be read is told when that is tried. */
	if (stat(path, &st) != 0) {
		if (lstat(path, &st) != 0 || is_document(name))
			add_path(input, path, above->root);
	} else if (S_ISDIR(st.st_mode)) {
		if (!is_aside(path, name) && !is_above(above, &st) &&
		    !walk_folder(input, path, &st, above))
			add_path(input, path, above->root);
	} else if (S_ISREG(st.st_mode) && is_document(name)) {
		add_path(input, path, above->root);
	} else if (S_ISREG(st.st_mode)) {
		pass_over(input, path, name);
	}
	free(path);
}

/* Adds the documents in and below a folder; false with errno if unreadable. */
static bool
walk_folder(struct input *input, const char *path, const struct stat *st,
    const struct walk *above)
{
	const struct walk here = {
	    above, st->st_dev, st->st_ino, above ? above->root : strlen(path)};
	struct dirent **entries;
	int n = scandir(path, &entries, is_shown, by_name);

	if (n < 0)
		return false;
	for (int i = 0; i < n; i++) {
		walk_entry(input, path, entries[i]->d_name, &here);
		free(entries[i]);
	}
	free(entries);
	return true;
}

static bool
add_folder(struct input *input, const char *path, const struct stat *st,
    struct err *err)
{
	char *root = mem_dup(path, strlen(path));
	size_t before = input->n;

	/* Drops extra slashes: the path is shown before each name. */
	for (size_t n = strlen(root); n > 1 && root[n - 1] == '/'; n--)
		root[n - 1] = '\0';

	bool ok = walk_folder(input, root, st, NULL) ||
	    err_set(err, "%s: %s", path, strerror(errno));

	if (ok && input->n == before)
		ok = err_set(err,
		    _("%s: no document (*.md, *.csv, *.xml, *.json ...) in "
		      "this folder"),
		    path);
	free(root);
	return ok;
}

bool
input_add(struct input *input, const char *path, struct err *err)
{
	struct stat st;

	if (strcmp(path, "-") == 0) {
		add_path(input, path, 0);
		return true;
	}
	if (stat(path, &st) != 0)
		return err_set(err, "%s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return add_folder(input, path, &st, err);
	add_path(input, path, 0);
	return true;
}

void
input_free(struct input *input)
{
	for (size_t i = 0; i < input->n; i++)
		free(input->path[i].name);
	free(input->path);
	free(input->passed);
	memset(input, 0, sizeof(*input));
}

/* What packed files begin with, and what unpacks them. */
static const struct {
	const char *start, *by;
} packed[] = {
    {"\x1f\x8b", "gunzip"},
    {"BZh", "bunzip2"},
    {"\xfd"
     "7zXZ",
	"unxz"},
    {"\x28\xb5\x2f\xfd", "unzstd"},
    {"PK\x03\x04", "unzip"},
};

/* Checks the first `len` bytes of a document for faults. */
static bool
check_bytes(const char *path, const char *s, size_t len, struct err *err)
{
	bool utf16 = len >= 2 &&
	    (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0);

	if (utf16 || !memchr(s, '\0', len < BINARY_IN ? len : BINARY_IN))
		return true;
	for (size_t i = 0; i < sizeof(packed) / sizeof(*packed); i++) {
		size_t n = strlen(packed[i].start);

		if (len > n && memcmp(s, packed[i].start, n) == 0)
			return err_set(err, _("%s: packed; %s unpacks it"),
			    input_name(path), packed[i].by);
	}
	return err_set(err, _("%s: binary file"), input_name(path));
}

/*
 * Allocates room for a large file in huge pages, which are faster to touch, but
 * for an end that would use less than three quarters of one.
 */
static bool
make_room(struct bytes *bytes, size_t size)
{
	int flags = MAP_PRIVATE | MAP_ANONYMOUS;
	size_t over = (size + 2) % MEM_HUGE;
	size_t round = over < MEM_HUGE / 4 * 3 ? PAGES : MEM_HUGE;
	size_t whole = (size + 2 + round - 1) & ~(round - 1);
	char *p = mmap(
	    NULL, whole + MEM_HUGE, PROT_READ | PROT_WRITE, flags, -1, 0);
	size_t before;

	if (p == MAP_FAILED)
		return false;
	/* It begins with a whole one. */
	before = -(uintptr_t)p & (MEM_HUGE - 1);
	if (before > 0)
		munmap(p, before);
	munmap(p + before + whole, MEM_HUGE - before);
	mem_huge(p + before, whole);
	bytes->s = p + before;
	bytes->mapped = whole;
	return true;
}

/* Makes room for more bytes; `*cap` is the room. */
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

/* A part of a file, read in parallel to others. */
struct slice {
	int fd;
	char *s;
	size_t from, size;
	size_t got; /* bytes that were read */
};

static void
read_slice(void *part)
{
	struct slice *slice = part;
	ssize_t n = 1;

	while (n > 0 && slice->got < slice->size) {
		n = pread(slice->fd, slice->s + slice->got,
		    slice->size - slice->got,
		    (off_t)(slice->from + slice->got));
		if (n > 0)
			slice->got += (size_t)n;
	}
}

/*
 * Reads the rest of a file of `size` bytes on all processors, since touching
 * new memory takes as long as the copy.  Returns false if not all came: then
 * the caller reads on in the usual way.
 */
static bool
read_slices(int fd, size_t size, struct bytes *bytes)
{
	size_t left = size - bytes->len;
	size_t n = parallel_parts(left, LARGE);
	size_t each = left / n < AT_ONCE ? left / n : AT_ONCE;
	struct slice slices[PARALLEL_MOST];
	void *parts[PARALLEL_MOST];
	bool whole = true;

	for (size_t i = 0; i < n; i++) {
		size_t from = bytes->len + i * each;

		slices[i] = (struct slice){fd, bytes->s + from, from, each, 0};
		parts[i] = &slices[i];
	}
	parallel_run(read_slice, parts, n);
	for (size_t i = 0; i < n && whole; i++) {
		bytes->len += slices[i].got;
		whole = slices[i].got == each;
	}
	return whole;
}

/* Waits for input or its end, unless it is a `file`; false if stopped. */
static bool
wait_for(int fd, const char *path, bool file, struct progress *progress,
    struct err *err)
{
	struct pollfd polled = {.fd = fd, .events = POLLIN};
	int ready = 0;

	/* The total is not known yet. */
	while (ready <= 0) {
		if (!progress_tell(progress, 0, 1))
			return err_set(err, _("%s: stopped"), input_name(path));
		ready = file ? 1 : poll(&polled, 1, progress ? LISTEN : -1);
		if (ready < 0 && errno != EINTR)
			break; /* reading says why */
	}
	return true;
}

/* Reads to the end, after the bytes read already; `size`: of a file, or 0. */
static bool
read_rest(int fd, const char *path, size_t size, size_t cap,
    struct progress *progress, struct bytes *bytes, struct err *err)
{
	for (;;) {
		if (cap - bytes->len < 2)
			grow(bytes, &cap);
		if (!wait_for(fd, path, size > 0, progress, err))
			return false;

		size_t room = cap - bytes->len;
		ssize_t n = read(
		    fd, bytes->s + bytes->len, room < AT_ONCE ? room : AT_ONCE);

		if (n < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (n < 0)
			return err_set(
			    err, "%s: %s", input_name(path), strerror(errno));
		if (n == 0)
			return true;
		bytes->len += (size_t)n;
		if (bytes->len >= BINARY_IN &&
		    !check_bytes(path, bytes->s, bytes->len, err))
			return false;
		if (bytes->len > LARGEST)
			return err_set(
			    err, _("%s: larger than 1 GiB"), input_name(path));
		/* There was room for more. */
		if (bytes->len == size && (size_t)n < room)
			return true;
	}
}

static bool
read_all(int fd, const char *path, size_t size, struct progress *progress,
    struct bytes *bytes, struct err *err)
{
	size_t cap = 0;

	/* With room for one byte more, the first read finds the end. */
	if (size >= LARGE && make_room(bytes, size)) {
		cap = bytes->mapped;
		while (bytes->len + LARGE <= size &&
		    read_slices(fd, size, bytes)) {
			if (!progress_tell(progress, 0, 1))
				return err_set(
				    err, _("%s: stopped"), input_name(path));
		}
		if (lseek(fd, (off_t)bytes->len, SEEK_SET) < 0)
			return err_set(
			    err, "%s: %s", input_name(path), strerror(errno));
	} else if (size > 0) {
		bytes->s = mem_grow(NULL, &cap, size + 2, 1);
	}
	if (!read_rest(fd, path, size, cap, progress, bytes, err))
		return false;
	if (bytes->len == 0)
		return err_set(err, _("%s: empty file"), input_name(path));
	return check_bytes(path, bytes->s, bytes->len, err);
}

bool
input_read(const char *path, struct progress *progress, struct bytes *bytes,
    struct err *err)
{
	/* Opening a FIFO without a writer must not block. */
	int fd = strcmp(path, "-") == 0
	    ? STDIN_FILENO
	    : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	size_t size = 0;
	bool ok;

	*bytes = (struct bytes){0};
	if (fd < 0)
		return err_set(err, "%s: %s", path, strerror(errno));
	if (fd != STDIN_FILENO && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size > 0 && (uintmax_t)st.st_size <= LARGEST)
		size = (size_t)st.st_size;
	ok = read_all(fd, path, size, progress, bytes, err);
	if (fd != STDIN_FILENO)
		close(fd);
	if (!ok)
		input_drop(bytes);
	return ok;
}

/*
 * The end of what stands before the last heading; where that is in the first
 * half, before the last blank line, or else the last line of the second half that
 * is not indented.
 */
static size_t
find_cut(const char *s, size_t len)
{
	size_t blank = 0, line = 0;

	for (size_t i = len; i-- > 1;) {
		if (s[i - 1] != '\n')
			continue;
		if (s[i] == '#')
			return i;
		if (s[i] == '\n' && blank == 0)
			blank = i;
		if (!strchr(" \t\r\n", s[i]) && line == 0)
			line = i;
		if (i < len / 2 && (blank > 0 || line > 0))
			break;
	}
	return blank > 0 ? blank : line;
}

/* Reads up to `most` bytes; false: it cannot. */
static bool
read_some(int fd, size_t most, struct bytes *bytes)
{
	ssize_t n = 1;

	bytes->s = mem_alloc(most + 1, 1);
	while (n != 0 && bytes->len < most) {
		n = read(fd, bytes->s + bytes->len, most - bytes->len);
		if (n > 0)
			bytes->len += (size_t)n;
		else if (n < 0 && errno != EINTR)
			return false;
	}
	return true;
}

bool
input_read_first(const char *path, size_t most, struct bytes *bytes, bool *more,
    struct err *err)
{
	struct stat st = {.st_size = 0};
	int fd;
	bool ok;

	*bytes = (struct bytes){0};
	*more = stat(path, &st) == 0 &&
	    (!S_ISREG(st.st_mode) || st.st_size > (off_t)(WORTHWHILE * most));
	if (!*more)
		return input_read(path, NULL, bytes, err);
	if (!S_ISREG(st.st_mode))
		return true;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return err_set(err, "%s: %s", path, strerror(errno));
	ok = read_some(fd, most, bytes) ||
	    err_set(err, "%s: %s", path, strerror(errno));
	close(fd);
	ok = ok && check_bytes(path, bytes->s, bytes->len, err);
	if (!ok)
		input_drop(bytes);
	bytes->len = find_cut(bytes->s, bytes->len);
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

void
input_reuse(struct bytes *bytes, struct arena *arena)
{
	if (bytes->mapped == 0) {
		input_drop(bytes);
		return;
	}
	arena_give(arena, bytes->s, bytes->mapped);
	*bytes = (struct bytes){0};
}
