#include "source/markdown/markdown_read.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "lectern/source/body.h"
#include "source/body_data.h"
#include "source/encoding.h"
#include "source/front_matter.h"
#include "source/markdown/lazy.h"
#include "source/markdown/markdown.h"
#include "source/markdown/outline_parts.h"
#include "source/markdown/prefilter.h"
#include "source/markdown/shape.h"
#include "source/markdown/talks.h"

#define LEAST_PART ((size_t)1 << 20) /* bytes that are worth a thread */

/* A document's text, and the scan of it. */
struct scanned {
	const struct document *document;
	struct arena *arena;
	const char *text; /* clean, without front matter */
	size_t len;
	const char *name; /* its front matter's title, or that of the path */
	bool titled;      /* it is the former */
	struct outline outline;
	int level; /* of the talks, where the prefilter left others out; else 0 */
};

/* Front matter becomes blanks, so that lines keep their numbers. */
static void
blank_front(char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (s[i] != '\n')
			s[i] = ' ';
	}
}

static const char *
describe(struct arena *arena, const struct shape *shape, size_t ntracks,
    size_t ntalks)
{
	const char *talks = ntalks == 1 ? "talk" : "talks";

	switch (shape->kind) {
	case SHAPE_HEADINGS:
		return arena_printf(arena, "headings, level %d", shape->level);
	case SHAPE_PARAGRAPHS:
		return arena_printf(arena, "paragraphs, %zu %s", ntalks, talks);
	case SHAPE_LIST:
		return ntracks == 0
		    ? arena_printf(arena, "list, %zu %s", ntalks, talks)
		    : arena_printf(arena, "list, %zu %s, %zu %s", ntracks,
			  ntracks == 1 ? "track" : "tracks", ntalks, talks);
	default:
		return "one talk";
	}
}

/*
 * A sieve for what is asked for only once, or NULL.  Talks get their tracks from
 * the other conference, or their document's name.
 */
static struct prefilter *
make_prefilter(const struct scanned *scanned)
{
	const struct document *document = scanned->document;
	const struct notes *other = document->other;
	struct prefilter_names names = {.n = 1 + (other ? other->ntracks : 0)};
	struct prefilter *prefilter;

	if (!document->only)
		return NULL;
	names.name = mem_alloc(names.n, sizeof(*names.name));
	names.name[0] = scanned->name;
	for (size_t i = 1; i < names.n; i++)
		names.name[i] = other->tracks[i - 1].name;
	prefilter = prefilter_new(document->only, &names);
	free(names.name);
	return prefilter;
}

static void
find_outline(struct scanned *scanned)
{
	const struct load_options *options = scanned->document->options;
	struct prefilter *prefilter = make_prefilter(scanned);
	const struct outline_way way = {
	    .version = STRUCTURAL_BEST,
	    .parts = options->parts > 0
		? options->parts
		: parallel_parts(scanned->len, LEAST_PART),
	    .prefilter = prefilter,
	    .progress = options->progress,
	};

	scanned->level = outline_in_parts(
	    &scanned->outline, scanned->text, scanned->len, &way);
	prefilter_free(prefilter);
}

/* Takes the title out of front matter that is clean, if there is some. */
static void
take_front(struct scanned *scanned, char *text)
{
	const char *title;
	size_t front = front_matter_skip(
	    scanned->arena, text, scanned->len, &title);

	if (front == 0 || !text_is_clean(text, front))
		return;
	blank_front(text, front);
	scanned->titled = title != NULL;
	if (title)
		scanned->name = title;
}

/* Scans the document, whose text is then in its bytes or in the arena. */
static void
scan(struct build *build, struct scanned *scanned)
{
	const struct bytes *bytes = scanned->document->bytes;

	scanned->text = bytes->s;
	scanned->len = bytes->len;
	take_front(scanned, bytes->s);
	find_outline(scanned);
	if (!scanned->outline.clean) {
		char *text = encoding_clean(
		    build, scanned->text, scanned->len, &scanned->len);

		outline_free(&scanned->outline);
		scanned->text = text;
		take_front(scanned, text);
		find_outline(scanned);
	}
}

/* Parses all of the document; returns the name that it gives itself. */
static const char *
read_whole(struct build *build, const struct lazy *lazy, struct shape *shape,
    struct progress *progress)
{
	struct markdown md;
	const char *name;

	markdown_parse(
	    &md, build_arena(build), lazy->text, lazy->len, progress);
	shape_find(shape, &md, lazy->want, lazy->level);
	name = talks_build(build, &md, shape, lazy->name);
	free(shape->role);
	shape->role = NULL;
	markdown_free(&md);
	return name;
}

/* Whether notes of a talk wait, of those from number `first` on. */
static bool
do_wait(const struct built *built, size_t first)
{
	for (size_t i = first; i < built->ntalks; i++) {
		if (built->talks[i].body->waits)
			return true;
	}
	return false;
}

/* The exceptions of the text as gaps, and one at its end. */
static const struct body_gap *
keep_gaps(struct arena *arena, const struct lazy *lazy)
{
	const struct outline *outline = lazy->outline;
	size_t n = outline->nexceptions;
	struct body_gap *gaps = arena_alloc(arena, (n + 1) * sizeof(*gaps));

	for (size_t i = 0; i < n; i++) {
		const struct exception *e = &outline->exception[i];

		gaps[i] = (struct body_gap){
		    lazy->text + e->from, e->to - e->from, e->kind};
	}
	gaps[n].s = lazy->text + lazy->len;
	return gaps;
}

/* Keeps the text for the talks that wait in it, of those from `first` on. */
static void
keep_text(struct build *build, size_t first, const struct lazy *lazy,
    struct bytes *bytes)
{
	const struct built *built = build_result(build);
	struct original *original = arena_alloc(
	    built->arena, sizeof(*original));
	const struct body_gap *gap = keep_gaps(built->arena, lazy);

	*original = (struct original){
	    .arena = built->arena,
	    .text = lazy->text,
	    .len = lazy->len,
	    .gaps = gap,
	};
	for (size_t i = first; i < built->ntalks; i++) {
		struct body *body = built->talks[i].body;

		if (!body->waits)
			continue;
		while (gap->s < lazy->text + body->start)
			gap++;
		body->original = original;
		body->gap = gap;
	}
	if (lazy->text == bytes->s) {
		arena_adopt(built->arena, bytes->s, bytes->mapped);
		*bytes = (struct bytes){0};
	}
}

/* Builds what was scanned. */
static void
read_scanned(
    struct build *build, struct source *source, const struct scanned *scanned)
{
	static const enum shape_kind kinds[] = {
	    [LOAD_SHAPE_AUTO] = SHAPE_AUTO,
	    [LOAD_SHAPE_LIST] = SHAPE_LIST,
	    [LOAD_SHAPE_HEADINGS] = SHAPE_HEADINGS,
	};
	const struct document *document = scanned->document;
	const struct load_options *options = document->options;
	const struct built *built = build_result(build);
	size_t ntracks = built->ntracks, ntalks = built->ntalks;
	const bool prefiltered = scanned->level > 0;
	const struct lazy lazy = {
	    .outline = &scanned->outline,
	    .text = scanned->text,
	    .len = scanned->len,
	    .want = prefiltered ? SHAPE_HEADINGS : kinds[options->shape],
	    .level = prefiltered ? scanned->level : options->talk_level,
	    .name = scanned->name,
	    .parts = options->parts,
	    .progress = options->progress,
	};
	struct shape shape = {0};
	const char *name;

	if (!options->whole && scanned->outline.sure &&
	    lazy_build(build, &lazy, &shape, &name)) {
		if (do_wait(built, ntalks))
			keep_text(build, ntalks, &lazy, document->bytes);
	} else {
		name = read_whole(build, &lazy, &shape, options->progress);
	}
	source->name = !scanned->titled && name && name[0] ? name
							   : scanned->name;
	build_left_out(build, prefiltered);
	source->shape = describe(scanned->arena, &shape,
	    built->ntracks - ntracks, built->ntalks - ntalks);
}

void
markdown_read(struct build *build, const struct document *document)
{
	struct source *source = build_conference(
	    build, document->path, document->name);
	struct scanned scanned = {
	    .document = document,
	    .arena = build_arena(build),
	    .name = document->name,
	};

	scan(build, &scanned);
	if (!progress_stopped(document->options->progress))
		read_scanned(build, source, &scanned);
	outline_free(&scanned.outline);
}

void
markdown_read_blocks(struct build *build, const char *text, uint32_t line)
{
	struct markdown md;

	markdown_parse(&md, build_arena(build), text, strlen(text), NULL);
	for (size_t i = 0; i < md.n; i++)
		md.node[i].row += line - 1;
	talks_build_blocks(build, &md);
	markdown_free(&md);
}
