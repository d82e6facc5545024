#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

/*
 * open_memstream() of the GNU C library drops what it has no memory for, and
 * neither ferror() nor fclose() tells of it.
 */

#ifdef HAVE_FOPENCOOKIE

#define BUFFER_BYTES 4096

struct stream {
	char **text;
	size_t *len, cap;
	bool ending; /* the program may be: there is no memory */
	char buffer[BUFFER_BYTES];
};

static ssize_t
take(void *cookie, const char *s, size_t n)
{
	struct stream *stream = cookie;

	/* The end of the program writes what waits in streams. */
	if (stream->ending)
		return 0;
	stream->ending = true;
	*stream->text = mem_grow(
	    *stream->text, &stream->cap, *stream->len + n + 1, 1);
	stream->ending = false;
	memcpy(*stream->text + *stream->len, s, n);
	*stream->len += n;
	(*stream->text)[*stream->len] = '\0';
	return (ssize_t)n;
}

static int
end(void *cookie)
{
	free(cookie);
	return 0;
}

FILE *
mem_open(char **text, size_t *len)
{
	const cookie_io_functions_t functions = {.write = take, .close = end};
	struct stream *stream = mem_alloc(1, sizeof(*stream));
	FILE *file = fopencookie(stream, "w", functions);

	*text = NULL;
	*len = 0;
	stream->text = text;
	stream->len = len;
	take(stream, "", 0);
	if (!file)
		mem_fail();
	setvbuf(file, stream->buffer, _IOFBF, BUFFER_BYTES);
	return file;
}

#else

FILE *
mem_open(char **text, size_t *len)
{
	FILE *file = open_memstream(text, len);

	if (!file)
		mem_fail();
	return file;
}

#endif
