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
	bool failed; /* there was no memory for all */
	char buffer[BUFFER_BYTES];
};

/*
 * The program does not end in here: what ends it writes what waits in streams,
 * and musl's waits for the one that is being written.
 */
static ssize_t
take(void *cookie, const char *s, size_t n)
{
	struct stream *stream = cookie;
	size_t need = *stream->len + n + 1;

	if (need > stream->cap) {
		char *more = realloc(*stream->text, 2 * need);

		stream->failed = stream->failed || !more;
		if (more) {
			*stream->text = more;
			stream->cap = 2 * need;
		}
	}
	if (stream->failed || !*stream->text)
		return (ssize_t)n;
	memcpy(*stream->text + *stream->len, s, n);
	*stream->len += n;
	(*stream->text)[*stream->len] = '\0';
	return (ssize_t)n;
}

static int
end(void *cookie)
{
	struct stream *stream = cookie;

	if (stream->failed)
		mem_fail();
	free(stream);
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
