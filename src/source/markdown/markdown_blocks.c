#include "source/markdown/markdown_blocks.h"

#include <string.h>

#include "source/markdown/markdown.h"
#include "source/markdown/talks.h"

void
markdown_blocks_read(struct build *build, const char *text, uint32_t line)
{
	struct markdown md;

	markdown_parse(&md, build_arena(build), text, strlen(text), NULL);
	for (size_t i = 0; i < md.n; i++)
		md.node[i].row += line - 1;
	talks_build_blocks(build, &md);
	markdown_free(&md);
}
