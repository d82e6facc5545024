#include "source/format.h"

#include "source/markdown/markdown_read.h"

enum format
format_find(const char *s, size_t len)
{
	(void)s;
	(void)len;
	return FORMAT_MARKDOWN;
}

void
format_read(struct build *build, const struct document *document)
{
	const struct bytes *bytes = document->bytes;

	switch (format_find(bytes->s, bytes->len)) {
	case FORMAT_MARKDOWN:
		markdown_read(build, document);
		break;
	}
	build_end(build);
}
