#include "lectern/base/buffer.h"

#include <string.h>

#include "lectern/base/mem.h"

void
buffer_put(struct buffer *buffer, const char *s, size_t len)
{
	buffer->s = mem_grow(buffer->s, &buffer->cap, buffer->len + len + 1, 1);
	if (len > 0)
		memcpy(buffer->s + buffer->len, s, len);
	buffer->len += len;
	buffer->s[buffer->len] = '\0';
}

void
buffer_puts(struct buffer *buffer, const char *s)
{
	buffer_put(buffer, s, strlen(s));
}
