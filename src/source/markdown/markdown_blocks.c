#include "source/markdown/markdown_blocks.h"

#include <string.h>

#include "source/markdown/markdown.h"
#include "source/markdown/walk.h"

void
markdown_blocks_read(struct build *build, const char *text, uint32_t line)
{
	struct markdown md;
	struct walk w = {
	    .build = build, .arena = build_arena(build), .md = &md};

	markdown_parse(&md, w.arena, text, strlen(text), NULL);
	for (size_t i = 0; i < md.n; i++)
		md.node[i].row += line - 1;
	for (uint32_t i = 1; i < md.n;)
		i = walk_add_body(&w, i);
	markdown_free(&md);
}
