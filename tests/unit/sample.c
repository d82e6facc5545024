#include "sample.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/told.h"
#include "source/builder.h"
#include "source/keys.h"
#include "source/tracks.h"

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

/* Adds the blocks that `text` has, on lines from `line` on. */
static void
add_blocks(struct build *build, const char *text, uint32_t line)
{
	for (; *text; line++) {
		size_t depth = strspn(text, "\t");
		bool prose = text[depth] == '#';
		const char *start = text + depth + prose;
		size_t len = strcspn(start, "\n");
		const struct block block = {
		    .text = arena_dup(build_arena(build), start, len),
		    .len = (uint32_t)len,
		    .line = line,
		    .depth = (uint8_t)depth,
		    .kind = prose ? BLOCK_PARAGRAPH : BLOCK_BULLET,
		};

		build_block(build, &block, NULL);
		text = start + len + (start[len] == '\n');
	}
}

static void
add_talk(struct build *build, const struct draft *draft, uint32_t line)
{
	struct talk *talk = build_talk(build, draft->title, line);
	const char **speakers = arena_alloc(
	    build_arena(build), 2 * sizeof(*speakers));

	if (draft->speaker)
		speakers[talk->nspeakers++] = draft->speaker;
	if (draft->second)
		speakers[talk->nspeakers++] = draft->second;
	talk->speakers = speakers;
	talk->url = draft->url;
	if (draft->blocks)
		add_blocks(build, draft->blocks, line + 2);
}

static struct build *
start(void)
{
	struct build *build = build_new(arena_new(), NULL);

	build_conference(build, "sample.md", "Sample Conference")->shape =
	    "by hand";
	return build;
}

static struct notes *
finish(struct build *build)
{
	struct built *built = build_result(build);
	struct notes *notes;

	build_end(build);
	keys_set(built);
	tracks_finish(built);
	notes = built_notes(built);
	build_free(build);
	return notes;
}

struct notes *
sample_notes(void)
{
	struct build *build = start();
	uint32_t n = sizeof(drafts) / sizeof(drafts[0]);

	for (uint32_t t = 0; t < 3; t++) {
		build_track(build, track_names[t], 0);
		if (t == 1)
			add_blocks(
			    build, "#Held in the glasshouse, at noon", 5);
	}
	for (uint32_t i = 0; i < n; i++) {
		build_in_track(build, drafts[i].track);
		add_talk(build, &drafts[i], 10 * i + 1);
	}
	return finish(build);
}

struct notes *
sample_many(uint32_t ntalks, uint32_t nblocks)
{
	struct build *build = start();
	struct arena *arena = build_arena(build);
	char text[65536] = "";

	for (uint32_t i = 0; i < nblocks && strlen(text) < 65000; i++)
		strcat(text, "One more point\n");
	build_track(build, "Everything", 0);
	for (uint32_t i = 0; i < ntalks; i++) {
		const struct draft draft = {
		    .title = arena_printf(arena, "Talk %u", i + 1),
		    .speaker = "Some Body",
		    .url = arena_printf(
			arena, "https://www.youtube.com/watch?v=m%010u", i + 1),
		    .blocks = text,
		};

		add_talk(build, &draft, 10 * i + 1);
	}
	return finish(build);
}

bool
sample_has_speakers(const struct talk *talk, const char *line)
{
	char *speakers = notes_speakers(talk);
	bool has = strcmp(speakers, line) == 0;

	free(speakers);
	return has;
}

bool
sample_says(const char *told, const char *text)
{
	char *english = told_english(told);
	bool same = strcmp(english, text) == 0;

	free(english);
	return same;
}

bool
sample_has_warning(const struct notes *notes, uint32_t line, const char *text)
{
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		if (notes->warnings[i].line == line &&
		    sample_says(notes->warnings[i].text, text))
			return true;
	}
	return false;
}
