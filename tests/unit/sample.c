#include "sample.h"

#include <string.h>

#include "lectern/base/arena.h"

/* A talk as written down here; blocks are parted by line feeds, a bullet's
 * depth is the number of tabs before it, `#` begins a paragraph. */
struct draft {
	uint32_t track;
	const char *title, *speaker, *second, *url, *blocks;
};

static const char *const track_names[] = {
    "RISC-V MC", "Toolchains Track", "Birds of a Feather (BoF)"};

static const struct draft drafts[] = {
    {0, "Patchwork CI", "Björn Töpel", NULL,
	"https://www.youtube.com/watch?v=aaaaaaaaaa1",
	"Builds each patch before the merge\n"
	"\tDocker images for each architecture\n"
	"\tA dashboard at https://example.org/ci\n"
	"Falls back to a nightly run"},
    {0, "Vectors, now and next", "Tao Chiu", NULL,
	"https://www.youtube.com/watch?v=aaaaaaaaaa2",
	"Vector state is saved lazily\n"
	"#A paragraph that is long enough to be wrapped in any pane, since it "
	"goes on and on about nothing in particular until it ends"},
    {0, "A welcome without a speaker", NULL, NULL,
	"https://www.youtube.com/watch?v=aaaaaaaaaa3", "Housekeeping"},
    {1, "Linking faster", "Petr Tesařík", "Ada Lovelace",
	"https://www.youtube.com/watch?v=-aaaaaaaaa4",
	"Parallel relocation\n\tMeasured on 64 cores"},
    {1, "Was für ein Straßenname", "Clément Léger", NULL,
	"https://www.youtube.com/watch?v=aaaaaaaaaa5",
	"Die Straße ist lang\nﬁles and ﬂags"},
    {1, "Nothing was written down", "Grace Hopper", NULL,
	"https://www.youtube.com/watch?v=aaaaaaaaaa6", NULL},
    {1,
	"A title so very long that no pane on any reasonable terminal shows "
	"the whole of it in one row without cutting it somewhere",
	"Ng Wei", NULL, "https://www.youtube.com/watch?v=aaaaaaaaaa7",
	"Short notes"},
    {2, "日本語のカーネル開発", "山田太郎", NULL,
	"https://www.youtube.com/watch?v=aaaaaaaaaa8",
	"全角文字の幅は二桁です\nVector mention in a BoF"},
    {2, "No video was kept", "Alan Turing", NULL, NULL,
	"Only the notes remain"},
};

static void
add_blocks(struct arena *arena, struct talk *talk, const char *text)
{
	struct block *blocks = arena_alloc(
	    arena, (strlen(text) + 1) * sizeof(*blocks));

	for (uint32_t line = talk->line + 2; *text; line++) {
		size_t depth = strspn(text, "\t");
		bool richtext = text[depth] == '#';
		const char *start = text + depth + richtext;
		size_t len = strcspn(start, "\n");
		struct block *block = &blocks[talk->nblocks++];

		block->text = arena_dup(arena, start, len);
		block->len = (uint32_t)len;
		block->line = line;
		block->depth = (uint8_t)depth;
		block->kind = richtext ? BLOCK_PARAGRAPH : BLOCK_BULLET;
		text = start + len + (start[len] == '\n');
	}
	talk->blocks = blocks;
}

/* Fills speakers, links, key and id of a talk whose url is set. */
static void
add_facts(struct arena *arena, struct talk *talk, const char *speaker,
    const char *second)
{
	const char **speakers = arena_alloc(arena, 2 * sizeof(*speakers));
	const char **links = arena_alloc(arena, sizeof(*links));

	if (speaker)
		speakers[talk->nspeakers++] = speaker;
	if (second)
		speakers[talk->nspeakers++] = second;
	talk->speakers = speakers;
	if (talk->url)
		links[talk->nlinks++] = talk->url;
	talk->links = links;
	talk->id = talk->url ? strchr(talk->url, '=') + 1
			     : arena_printf(arena, "h:%s", talk->title);
	talk->key = talk->url ? arena_printf(arena, "yt:%s", talk->id)
			      : talk->id;
}

static struct notes *
start(struct track **tracks, uint32_t ntracks, struct talk **talks,
    uint32_t ntalks)
{
	struct arena *arena = arena_new();
	struct notes *notes = arena_alloc(arena, sizeof(*notes));
	struct source *source = arena_alloc(arena, sizeof(*source));

	*tracks = arena_alloc(arena, (ntracks + 1) * sizeof(**tracks));
	*talks = arena_alloc(arena, (ntalks + 1) * sizeof(**talks));
	*source = (struct source){.path = "sample.md",
	    .name = "Sample Conference",
	    .shape = "by hand"};
	notes->arena = arena;
	notes->name = source->name;
	notes->shape = source->shape;
	notes->sources = source;
	notes->nsources = 1;
	notes->tracks = *tracks;
	notes->ntracks = ntracks;
	notes->talks = *talks;
	notes->ntalks = ntalks;
	return notes;
}

/* Gives each track the list of its talks. */
static void
fill_tracks(struct notes *notes, struct track *tracks)
{
	for (uint32_t t = 0; t < notes->ntracks; t++) {
		uint32_t *list = arena_alloc(
		    notes->arena, (notes->ntalks + 1) * sizeof(*list));

		for (uint32_t i = 0; i < notes->ntalks; i++)
			if (notes->talks[i].track == t)
				list[tracks[t].ntalks++] = i;
		tracks[t].talks = list;
	}
}

struct notes *
sample_notes(void)
{
	struct track *tracks;
	struct talk *talks;
	uint32_t n = sizeof(drafts) / sizeof(drafts[0]);
	struct notes *notes = start(&tracks, 3, &talks, n);

	for (uint32_t t = 0; t < 3; t++)
		tracks[t].name = track_names[t];
	for (uint32_t i = 0; i < n; i++) {
		talks[i].title = drafts[i].title;
		talks[i].track = drafts[i].track;
		talks[i].url = drafts[i].url;
		talks[i].line = 10 * i + 1;
		add_facts(notes->arena, &talks[i], drafts[i].speaker,
		    drafts[i].second);
		if (drafts[i].blocks)
			add_blocks(notes->arena, &talks[i], drafts[i].blocks);
	}
	fill_tracks(notes, tracks);
	return notes;
}

struct notes *
sample_many(uint32_t ntalks, uint32_t nblocks)
{
	struct track *tracks;
	struct talk *talks;
	struct notes *notes = start(&tracks, 1, &talks, ntalks);
	char text[65536] = "";

	for (uint32_t i = 0; i < nblocks && strlen(text) < 65000; i++)
		strcat(text, "One more point\n");
	tracks[0].name = "Everything";
	for (uint32_t i = 0; i < ntalks; i++) {
		talks[i].title = arena_printf(notes->arena, "Talk %u", i + 1);
		talks[i].url = arena_printf(notes->arena,
		    "https://www.youtube.com/watch?v=m%010u", i + 1);
		talks[i].line = 10 * i + 1;
		add_facts(notes->arena, &talks[i], "Some Body", NULL);
		add_blocks(notes->arena, &talks[i], text);
	}
	fill_tracks(notes, tracks);
	return notes;
}
