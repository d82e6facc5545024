#include "source/document.h"

#include <string.h>

#define LOOK 4096

const char *
document_look(const struct document *document, size_t *len)
{
	static const char blanks[] = " \t\n\r";
	const char *s = document->bytes->s;
	size_t n = document->bytes->len;

	if (n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) {
		s += 3;
		n -= 3;
	}
	for (; n > 0 && memchr(blanks, *s, sizeof(blanks) - 1); s++)
		n--;
	*len = n < LOOK ? n : LOOK;
	return s;
}
