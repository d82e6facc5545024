#include "lectern/base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "lectern/base/translate.h"

#define LARGE       (1 << 18) /* bytes of a block that is mapped by itself */
#define STEP        (1 << 18) /* bytes that the heap grows by */
#define SPARE       (1 << 23) /* bytes free at its end that it keeps */
#define LARGE_ARRAY (MEM_HUGE / 2) /* from that on in huge pages */
#define FIRST_ROOM  (2 * MEM_HUGE) /* that it then has; untouched, it is free */
#define SMALL_BLOCK (1 << 16) /* bytes of others that are forgotten at once */

void
mem_prepare(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, LARGE);
	/* Else each small piece of it is asked for, and given back, alone. */
	mallopt(M_TOP_PAD, STEP);
	mallopt(M_TRIM_THRESHOLD, SPARE);
#endif
}

_Noreturn void
mem_fail(void)
{
	fputs(_("lectern: out of memory\n"), stderr);
	exit(2);
}

void *
mem_alloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		mem_fail();
	return p;
}

void *
mem_resize(void *p, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_fail();
	size_t bytes = count * size;

	p = realloc(p, bytes > 0 ? bytes : 1);
	if (!p)
		mem_fail();
	return p;
}

void
mem_huge(void *p, size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t before = (uintptr_t)p & (page - 1);

	/* All of a mapping: parts that differ could not be moved together. */
	(void)madvise((char *)p - before,
	    (before + size + page - 1) & ~(page - 1), MADV_HUGEPAGE);
}

void *
mem_alloc_huge(size_t size)
{
	size_t over = size % MEM_HUGE;
	void *p;

	if (over >= MEM_HUGE / 4 * 3)
		size += MEM_HUGE - over;
	if (posix_memalign(&p, MEM_HUGE, size) != 0)
		mem_fail();
	mem_huge(p, size);
	return p;
}

void
mem_forget(void *p, size_t size, size_t from, size_t to)
{
	/* Huge pages stay whole, but for the first one. */
	const uintptr_t block = size >= LARGE_ARRAY ? MEM_HUGE / 4
						    : SMALL_BLOCK;
	const uintptr_t at = (uintptr_t)p, small = SMALL_BLOCK;
	const uintptr_t begin = (at + from + small - 1) & ~(small - 1);
	const uintptr_t end = (at + to) & ~(block - 1);

	if (begin < end)
		(void)madvise(
		    (char *)p + (begin - at), end - begin, MADV_DONTNEED);
}

char *
mem_dup(const char *s, size_t len)
{
	char *copy = mem_resize(NULL, len + 1, 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *
mem_vprintf(const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);

	int len = vsnprintf(NULL, 0, format, args);
	char *s = len < 0 ? NULL : mem_alloc((size_t)len + 1, 1);

	if (!s)
		mem_fail();
	vsnprintf(s, (size_t)len + 1, format, again);
	va_end(again);
	return s;
}

char *
mem_printf(const char *format, ...)
{
	va_list args;
	char *s;

	va_start(args, format);
	s = mem_vprintf(format, args);
	va_end(args);
	return s;
}

/* Moves an array that has become large into a room of huge pages. */
static void *
to_large(void *p, size_t had, size_t *cap, size_t size)
{
	size_t room = *cap * size > FIRST_ROOM ? *cap * size : FIRST_ROOM;
	void *large = mem_alloc_huge(room);

	if (had > 0)
		memcpy(large, p, had);
	free(p);
	*cap = room / size;
	return large;
}

void *
mem_grow_now(void *p, size_t *cap, size_t need, size_t size)
{
	size_t want = *cap + *cap / 2 + 8, had = *cap * size;

	*cap = want < need ? need : want;
	if (had < LARGE_ARRAY && *cap >= LARGE_ARRAY / size &&
	    *cap <= SIZE_MAX / 2 / size)
		return to_large(p, had, cap, size);
	p = mem_resize(p, *cap, size);
	if (had >= LARGE_ARRAY)
		mem_huge(p, *cap * size);
	return p;
}
