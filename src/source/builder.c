#include "source/builder.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "source/body_data.h"
#include "source/link_list.h"

/* A block until its talk is complete. */
struct draft {
	struct block block;
	const char *url; /* the block only says this URL, or NULL */
	uint32_t owner;  /* a track, for text outside talks */
	uint32_t order;  /* its number among those */
};

/* A list of drafts. */
struct drafts {
	struct draft *draft;
	size_t n, cap;
};

struct build {
	struct built built;
	struct progress *progress;
	struct talk talk; /* where one is open */
	bool open;
	bool later;                          /* its notes are read later, */
	const struct programme_notes *notes; /* perhaps from these */
	bool told;            /* its URL is told, or that it has none */
	size_t remarks;       /* blocks of it that stay where others wait */
	uint8_t part;         /* of the blocks that come, enum block_part */
	bool begun;           /* a conference is, that was not ended */
	bool other;           /* a document was refused for what it is */
	bool paths;           /* those of files are links, too, */
	bool found;           /* and the open talk has some */
	uint32_t again;       /* number of the open talk, if it was ended; or
	                         UINT32_MAX */
	uint32_t track;       /* of the next talk */
	uint32_t first_track; /* of this conference */
	struct drafts body;   /* blocks of the open talk */
	struct drafts beside; /* and those outside talks */
	const char **links;   /* of the open talk, as they stand */
	size_t nlinks, links_cap;
};

struct build *
build_new(struct arena *arena, struct progress *progress)
{
	struct build *build = mem_alloc(1, sizeof(*build));

	build->built.arena = arena;
	build->progress = progress;
	build->track = BUILT_NO_TRACK;
	return build;
}

void
build_free(struct build *build)
{
	if (!build)
		return;
	built_free(&build->built);
	free(build->body.draft);
	free(build->beside.draft);
	free(build->links);
	free(build);
}

struct arena *
build_arena(const struct build *build)
{
	return build->built.arena;
}

struct built *
build_result(struct build *build)
{
	return &build->built;
}

bool
build_tell(const struct build *build, size_t done, size_t total)
{
	return progress_tell(build->progress, done, total);
}

/* Blocks and links. */

/* Places in the document itself, and files beside it, are not missed. */
static void
warn_link(
    struct build *build, uint32_t line, const char *url, const char *fault)
{
	if (link_lacks_scheme(url))
		fault = N_("https:// is missing");
	else if (url[strcspn(url, ":/?#")] != ':')
		return;
	struct arena *arena = build->built.arena;

	build_warn(build, line,
	    told_join(arena,
		told_join(arena, N_("link not taken"), ", ", fault), ": ",
		told_word(arena, url)));
}

static void
take_link(struct build *build, const char *url, uint32_t line)
{
	const char *fault = link_fault(url);
	bool path = fault && build->paths && link_is_path(url) &&
	    !link_lacks_scheme(url);

	if (!build->open)
		return;
	if (fault && !path) {
		warn_link(build, line, url, fault);
		return;
	}
	build->found = build->found || path;
	build->links = mem_grow(build->links, &build->links_cap,
	    build->nlinks + 1, sizeof(*build->links));
	build->links[build->nlinks++] = url;
}

void
build_take_paths(struct build *build)
{
	build->paths = true;
}

void
build_link(struct build *build, const char *url)
{
	take_link(build, url, build->talk.line);
}

/* The track that text outside talks is of: at the end, the last one. */
static uint32_t
text_track(const struct build *build)
{
	size_t ntracks = build->built.ntracks;

	return build->track != BUILT_NO_TRACK ? build->track
	    : ntracks > build->first_track    ? (uint32_t)ntracks - 1
					      : BUILT_NO_TRACK;
}

static void
add_draft(struct build *build, const struct block *block, const char *url)
{
	struct drafts *to = build->open ? &build->body : &build->beside;

	to->draft = mem_grow(
	    to->draft, &to->cap, to->n + 1, sizeof(*to->draft));
	to->draft[to->n] = (struct draft){
	    .block = *block,
	    .url = url,
	    .owner = text_track(build),
	    .order = (uint32_t)to->n,
	};
	if (build->part != BLOCK_NOTES)
		to->draft[to->n].block.part = build->part;
	to->n++;
}

void
build_block(
    struct build *build, const struct block *block, const char *only_url)
{
	add_draft(build, block, only_url);
	for (uint32_t i = 0; i < block->nspans; i++) {
		if (block->spans[i].url)
			take_link(build, block->spans[i].url, block->line);
	}
}

void
build_block_part(struct build *build, enum block_part part)
{
	build->part = (uint8_t)part;
}

/*
 * Copies `n` drafts into the arena, without those that say only the talk's URL.
 */
static const struct block *
keep_blocks(struct arena *arena, const struct draft *draft, size_t n,
    const char *url, uint32_t *count)
{
	struct block *blocks = NULL;

	*count = 0;
	if (n > 0)
		blocks = arena_alloc(arena, n * sizeof(*blocks));
	for (size_t i = 0; i < n; i++) {
		if (!url || !draft[i].url || strcmp(url, draft[i].url) != 0)
			blocks[(*count)++] = draft[i].block;
	}
	return blocks;
}

/* Talks. */

struct talk *
build_talk(struct build *build, const char *title, uint32_t line)
{
	build_end_talk(build);
	build->open = true;
	build->later = false;
	build->notes = NULL;
	build->told = build->found = false;
	build->remarks = 0;
	build->again = UINT32_MAX;
	build->body.n = build->nlinks = 0;
	build->talk = (struct talk){
	    .title = title,
	    .track = build->track,
	    .source = (uint32_t)build->built.nconferences - 1,
	    .line = line,
	};
	return &build->talk;
}

const char *
build_openable(struct build *build, const char *url)
{
	const char *blank = url ? strpbrk(url, " \t") : NULL;

	/* Several addresses, or words after one, are no one address. */
	if (blank && (strstr(blank, "://") || strpbrk(blank, "([|")))
		return NULL;
	url = url ? link_encode(build->built.arena, url) : NULL;
	return url && link_is_openable(url) ? url : NULL;
}

void
build_url(struct build *build, const char *url)
{
	build_own_url(build, build_openable(build, url));
}

void
build_own_url(struct build *build, const char *url)
{
	build->talk.url = url;
	build->told = true;
}

void
build_remark(
    struct build *build, const struct block *block, const char *only_url)
{
	build_block(build, block, only_url);
	build->remarks = build->body.n;
}

void
build_later(struct build *build)
{
	build->later = true;
}

void
build_later_notes(struct build *build, const struct programme_notes *notes)
{
	build->later = true;
	build->notes = notes;
}

static const char *
first_video(const struct build *build)
{
	for (size_t i = 0; i < build->nlinks; i++) {
		if (link_is_video(build->links[i]))
			return build->links[i];
	}
	return NULL;
}

static const char *
choose_url(const struct build *build)
{
	const char *video = first_video(build);

	return video || build->nlinks == 0 ? video : build->links[0];
}

/* Whether the talk has neither notes nor links but its own: many lists have such. */
static bool
is_bare(const struct build *build)
{
	const char *url = build->talk.url;

	if (build->later || build->body.n > 0)
		return false;
	for (size_t i = 0; i < build->nlinks; i++) {
		if (!url || strcmp(build->links[i], url) != 0)
			return false;
	}
	return true;
}

/* Adds the open talk to those that are built, or puts it back among them. */
static void
put_talk(struct build *build)
{
	if (build->again == UINT32_MAX)
		built_talk(&build->built, &build->talk);
	else
		build->built.talks[build->again] = build->talk;
}

void
build_end_talk(struct build *build)
{
	struct built *built = &build->built;
	struct talk *talk = &build->talk;
	struct body *body;

	if (!build->open)
		return;
	build->open = false;
	if (!talk->url && !build->told)
		talk->url = choose_url(build);
	/* What was added afterwards may have it. */
	if (!talk->url && build->again != UINT32_MAX)
		talk->url = first_video(build);
	if (is_bare(build)) {
		put_talk(build);
		return;
	}
	body = arena_alloc(built->arena, sizeof(*body));
	body->links = link_list(built->arena, talk->url, build->links,
	    build->nlinks, build->found, &body->nlinks);
	body->waits = build->later;
	body->notes = build->notes;
	body->blocks = keep_blocks(built->arena, build->body.draft,
	    body->waits ? build->remarks : build->body.n, talk->url,
	    &body->nblocks);
	/* Note-taking programs leave this if they failed. */
	if (body->nblocks == 1 && !body->waits &&
	    strcmp(body->blocks[0].text, "Error") == 0)
		body->nblocks = 0;
	talk->body = body;
	put_talk(build);
}

struct build_place
build_place(const struct build *build)
{
	const uint32_t next = (uint32_t)build->built.ntalks;

	return (struct build_place){
	    .talk = !build->open             ? UINT32_MAX
		: build->again != UINT32_MAX ? build->again
					     : next,
	    .track = text_track(build),
	};
}

void
build_go_back(struct build *build, struct build_place place)
{
	const struct body *body;

	build_in_track(build, place.track);
	if (place.talk == UINT32_MAX)
		return;
	build_talk(build, "", 0);
	build->talk = build->built.talks[place.talk];
	build->again = place.talk;
	build->told = true;
	body = build->talk.body;
	/* Its links are known, and what is wrong with others was told. */
	for (uint32_t i = 0; body && i < body->nblocks; i++)
		add_draft(build, &body->blocks[i], NULL);
	for (uint32_t i = 0; body && i < body->nlinks; i++)
		build_link(build, body->links[i]);
}

void
build_take_talk(struct build *build, const struct talk *talk)
{
	struct built *built = &build->built;

	built_talk(built, talk);
	built->talks[built->ntalks - 1].source = (uint32_t)built->nconferences -
	    1;
}

void
build_take_blocks(struct build *build, const struct block *blocks, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		build_block(build, &blocks[i], NULL);
}

/* Tracks. */

uint32_t
build_track(struct build *build, const char *name, uint32_t line)
{
	const struct track track = {
	    .name = name,
	    .source = (uint32_t)build->built.nconferences - 1,
	    .line = line,
	};

	build_end_talk(build);
	build->track = built_track(&build->built, &track);
	return build->track;
}

void
build_in_track(struct build *build, uint32_t track)
{
	build_end_talk(build);
	build->track = track;
}

/* Conferences. */

struct source *
build_conference(struct build *build, const char *path, const char *name)
{
	struct built *built = &build->built;
	struct conference *conference;

	build_end(build);
	built->conferences = mem_grow(built->conferences,
	    &built->conferences_cap, built->nconferences + 1,
	    sizeof(*conference));
	conference = &built->conferences[built->nconferences++];
	*conference = (struct conference){
	    .source = {.path = path, .name = name, .shape = "", .why = ""},
	};
	build->begun = true;
	build->paths = false;
	build->track = BUILT_NO_TRACK;
	build->first_track = (uint32_t)built->ntracks;
	build->beside.n = 0;
	return &conference->source;
}

/* By track, that before the first one first. */
static int
compare_owners(const void *a, const void *b)
{
	const struct draft *x = a, *y = b;

	if (x->owner != y->owner)
		return x->owner + 1 < y->owner + 1 ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* Text of a track that was gone back to stands below that of others. */
static void
sort_by_owner(const struct drafts *all)
{
	for (size_t i = 1; i < all->n; i++) {
		if (compare_owners(&all->draft[i - 1], &all->draft[i]) > 0) {
			qsort(all->draft, all->n, sizeof(*all->draft),
			    compare_owners);
			return;
		}
	}
}

/*
 * Gives the text outside talks to its tracks; text before the first one is
 * about the whole conference.
 */
static void
keep_beside(struct build *build, struct conference *conference)
{
	struct built *built = &build->built;
	const struct drafts *all = &build->beside;
	size_t from = 0, to = 0;

	sort_by_owner(all);
	while (to < all->n && all->draft[to].owner == BUILT_NO_TRACK)
		to++;
	conference->source.blocks = keep_blocks(
	    built->arena, all->draft, to, NULL, &conference->source.nblocks);
	from = to;
	for (uint32_t t = build->first_track; t < built->ntracks; t++) {
		while (to < all->n && all->draft[to].owner == t)
			to++;
		if (to > from)
			built->tracks[t].blocks = keep_blocks(built->arena,
			    &all->draft[from], to - from, NULL,
			    &built->tracks[t].nblocks);
		from = to;
	}
}

void
build_end(struct build *build)
{
	struct built *built = &build->built;

	if (!build->begun)
		return;
	build_end_talk(build);
	keep_beside(build, &built->conferences[built->nconferences - 1]);
	build->begun = false;
}

/* The conference that was begun last. */
static struct conference *
this_conference(struct build *build)
{
	struct built *built = &build->built;

	return &built->conferences[built->nconferences - 1];
}

void
build_left_out(struct build *build, bool left_out)
{
	this_conference(build)->left_out = left_out;
}

void
build_programme(struct build *build)
{
	this_conference(build)->programme = true;
}

void
build_part(struct build *build)
{
	this_conference(build)->part = true;
}

void
build_page(struct build *build)
{
	this_conference(build)->page = true;
}

void
build_apart(struct build *build)
{
	this_conference(build)->apart = true;
}

void
build_single(struct build *build)
{
	this_conference(build)->single = true;
}

void
build_is_other(struct build *build)
{
	build->other = true;
}

bool
build_was_other(struct build *build)
{
	bool other = build->other;

	build->other = false;
	return other;
}

/* Warnings. */

static void
warn(struct build *build, uint32_t line, uint32_t lines, const char *text)
{
	const struct warning warning = {
	    .source = (uint32_t)build->built.nconferences - 1,
	    .line = line,
	    .lines = lines,
	    .text = text,
	};

	built_warn(&build->built, &warning);
}

void
build_warn(struct build *build, uint32_t line, const char *text)
{
	warn(build, line, 0, text);
}

void
build_left_aside(
    struct build *build, uint32_t line, uint32_t lines, const char *text)
{
	warn(build, line, lines, text);
}
