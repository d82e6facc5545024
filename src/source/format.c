#include "source/format.h"

#include <stddef.h>

#include "source/csv.h"
#include "source/markdown/markdown_read.h"

enum format {
	FORMAT_MARKDOWN, /* also all that is nothing else */
	FORMAT_CSV,
};

static enum format
find_format(const struct document *document)
{
	size_t len;
	const char *s = document_look(document, &len);

	if (csv_is(s, len))
		return FORMAT_CSV;
	return FORMAT_MARKDOWN;
}

void
format_read(struct build *build, const struct document *document)
{
	switch (find_format(document)) {
	case FORMAT_MARKDOWN:
		markdown_read(build, document);
		break;
	case FORMAT_CSV:
		csv_read(build, document);
		break;
	}
	build_end(build);
}
