#include "lectern/base/mem.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void
out_of_memory(void)
{
	fputs("lectern: out of memory\n", stderr);
	exit(2);
}

void *
mem_alloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *
mem_resize(void *p, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	size_t bytes = count * size;

	p = realloc(p, bytes > 0 ? bytes : 1);
	if (!p)
		out_of_memory();
	return p;
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
mem_printf(const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);

	int len = vsnprintf(NULL, 0, format, args);
	char *s = len < 0 ? NULL : mem_alloc((size_t)len + 1, 1);

	if (!s)
		out_of_memory();
	vsnprintf(s, (size_t)len + 1, format, again);
	va_end(again);
	va_end(args);
	return s;
}

void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	if (need <= *cap)
		return p;
	size_t want = *cap + *cap / 2 + 8;

	*cap = want < need ? need : want;
	return mem_resize(p, *cap, size);
}

FILE *
mem_open(char **text, size_t *len)
{
	FILE *stream = open_memstream(text, len);

	if (!stream)
		out_of_memory();
	return stream;
}

void
mem_close(FILE *stream)
{
	/* What could not be written is in no later byte. */
	bool whole = !ferror(stream);

	if (fclose(stream) != 0 || !whole)
		out_of_memory();
}
