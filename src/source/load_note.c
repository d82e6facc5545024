#include "lectern/base/arena.h"
#include "lectern/source/load.h"
#include "source/builder.h"
#include "source/markdown/markdown_blocks.h"

const struct block *
load_note(struct arena *arena, const char *text, uint32_t *count)
{
	struct build *build = build_new(arena, NULL);
	const struct conference *conference;
	const struct block *blocks;

	build_conference(build, "", "");
	markdown_blocks_read(build, text, 1);
	build_end(build);
	conference = build_result(build)->conferences;
	blocks = conference->source.blocks;
	*count = conference->source.nblocks;
	build_free(build);
	return blocks;
}
