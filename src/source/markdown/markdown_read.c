#include "source/markdown/markdown_read.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/progress.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/source/body.h"
#include "lectern/source/pause.h"
#include "source/body_data.h"
#include "source/corrections.h"
#include "source/data_unseen.h"
#include "source/long_texts.h"
#include "source/markdown/carriers.h"
#include "source/markdown/carriers_told.h"
#include "source/markdown/columns_said.h"
#include "source/markdown/correct.h"
#include "source/markdown/explain.h"
#include "source/markdown/lazy.h"
#include "source/markdown/markdown.h"
#include "source/markdown/prefilter.h"
#include "source/markdown/reader.h"
#include "source/markdown/scanned.h"
#include "source/markdown/shape.h"
#include "source/markdown/talk_text.h"
#include "source/markdown/talks.h"
#include "source/markdown/unseen.h"

#define COMMENT_WITHIN ((size_t)1 << 16) /* bytes in which it has to begin */

/* Parses all of the document; returns the name that it gives itself. */
static const char *
read_whole(struct build *build, const struct lazy *lazy, struct shape *shape,
    struct manner *manner, struct progress *progress)
{
	struct markdown md;
	const struct built *built = build_result(build);
	size_t first = built->ntalks;
	const char *name, *lost;

	markdown_parse(
	    &md, build_arena(build), lazy->text, lazy->len, progress);
	lazy_let_go(lazy);
	md.footnotes = lazy->footnotes;
	md.said = corrections_need_whole(lazy->said) ? lazy->said : NULL;
	reader_settle(&md);
	shape_find(shape, &md, &lazy->want, front_matter_names(lazy->front),
	    lazy->labels);
	talk_text_manner(build_arena(build), &md, shape, manner);
	correct_manner(manner, lazy->said);
	lost = columns_said_lost(&md, build_arena(build));
	if (lost)
		build_warn(build, 1, lost);
	carriers_find(lazy->carriers, &md, shape);
	md.passing = true;
	name = talks_build(build, &md, shape, manner, lazy->name, lazy->front);
	lost = correct_lost(
	    build_arena(build), manner, lazy->said, built, first);
	if (lost)
		build_warn(build, 1, lost);
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
		const struct body *body = built->talks[i].body;

		if (body && body->waits)
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

		if (!body || !body->waits)
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

const char *
markdown_corrections(struct corrections *corrections, const char *s, size_t len,
    struct arena *arena)
{
	const char *fault = corrections_read(corrections, s, len, arena);
	struct manner manner = {0};

	if (fault || corrections->speakers_len == 0 ||
	    correct_place(
		&manner, corrections->speakers, corrections->speakers_len))
		return fault;
	return told(arena, N_("speakers=%s: there is no such place"),
	    corrections_shown(
		arena, corrections->speakers, corrections->speakers_len));
}

/* Where such a comment begins in the first `most` bytes; NULL: there is none. */
static const char *
find_comment(const char *text, size_t most, size_t len)
{
	const char *s = text, *end = text + most;

	while ((s = memmem(s, (size_t)(end - s), "<!--", 4)) &&
	    corrections_comment(s, len - (size_t)(s - text)) == 0)
		s += 4;
	return s;
}

/* `<!-- lectern: WORDS -->` in the first 64 KiB of the document. */
static void
take_comment(struct build *build, const struct scanned *scanned,
    struct corrections *said)
{
	size_t len = scanned->len < COMMENT_WITHIN ? scanned->len
						   : COMMENT_WITHIN;
	const char *s = find_comment(scanned->text, len, scanned->len);
	const char *end;
	uint32_t row = 1;
	const char *fault;

	if (!s)
		return;
	for (const char *at = scanned->text; at < s; at++)
		row += *at == '\n';
	len = scanned->len - (size_t)(s - scanned->text);
	s += corrections_comment(s, len);
	len = scanned->len - (size_t)(s - scanned->text);
	end = memmem(s, len, "-->", 3);
	if (!end)
		return;
	/* The text may be gone before its words are. */
	len = (size_t)(end - s);
	fault = markdown_corrections(
	    said, arena_dup(scanned->arena, s, len), len, scanned->arena);
	if (fault)
		build_warn(build, row, fault);
}

/* Takes the corrections of author and reader. */
static struct corrections
find_corrections(struct build *build, const struct scanned *scanned)
{
	struct corrections said = {0};

	take_comment(build, scanned, &said);
	corrections_take(
	    &said, scanned->document->options, scanned->document->path);
	return said;
}

/* Tells what the talks are, from the `first` on, how many are breaks, and why. */
static void
tell(struct build *build, struct source *source, const struct lazy *lazy,
    const struct shape *shape, const struct manner *manner, size_t ntracks,
    size_t first)
{
	struct arena *arena = build_arena(build);
	const struct built *built = build_result(build);
	struct carried carried;

	carriers_told_count(lazy->carriers, built, first, &carried);
	source->why = explain(arena, shape, &carried, manner, lazy->said);
	source->shape = pause_told(arena,
	    explain_briefly(
		arena, shape, ntracks, built->ntalks - first - carried.pauses),
	    carried.pauses);
}

/* The shape that is asked for, and what is known of it. */
static struct shape_want
want_of(const struct scanned *scanned, const struct corrections *said)
{
	static const enum shape_kind kinds[] = {
	    [LOAD_SHAPE_AUTO] = SHAPE_AUTO,
	    [LOAD_SHAPE_LIST] = SHAPE_LIST,
	    [LOAD_SHAPE_HEADINGS] = SHAPE_HEADINGS,
	    [LOAD_SHAPE_PARAGRAPHS] = SHAPE_PARAGRAPHS,
	};
	const bool prefiltered = scanned->level > 0;
	const bool one = said->one ||
	    (scanned_is_one_of_folder(scanned) &&
		said->shape == LOAD_SHAPE_AUTO && said->level == 0);

	return (struct shape_want){
	    .kind = prefiltered ? SHAPE_HEADINGS
		: one           ? SHAPE_ONE
				: kinds[said->shape],
	    .level = prefiltered ? scanned->level : said->level,
	    .exact = !prefiltered && said->level > 0,
	    .name = scanned->name,
	    .titled = scanned->front.title != NULL,
	    .full = scanned->front.title && scanned->front.speakers,
	};
}

/* Builds what the outline has. */
static void
read_scanned(
    struct build *build, struct source *source, const struct scanned *scanned)
{
	const struct document *document = scanned->document;
	const struct load_options *options = document->options;
	const struct built *built = build_result(build);
	size_t ntracks = built->ntracks, ntalks = built->ntalks;
	const struct corrections said = find_corrections(build, scanned);
	const bool prefiltered = scanned->level > 0;
	struct carriers carriers = {0};
	const struct lazy lazy = {
	    .outline = &scanned->outline,
	    .text = scanned->text,
	    .len = scanned->len,
	    .bytes = document->bytes,
	    .want = want_of(scanned, &said),
	    .said = &said,
	    .labels = document->labels,
	    .footnotes = scanned->footnotes,
	    .name = scanned->name,
	    .front = &scanned->front,
	    .only = document->only,
	    .parts = options->parts,
	    .progress = options->progress,
	    .carriers = &carriers,
	};
	struct shape shape = {0};
	struct manner manner = {0};
	const char *name;

	if (!options->whole && scanned->outline.sure && !scanned->footnotes &&
	    lazy_build(build, &lazy, &shape, &manner, &name)) {
		if (do_wait(built, ntalks))
			keep_text(build, ntalks, &lazy, document->bytes);
	} else {
		name = read_whole(
		    build, &lazy, &shape, &manner, options->progress);
	}
	if (shape.single || scanned_is_one_of_folder(scanned) ||
	    (shape.kind == SHAPE_ONE && scanned->front.title))
		build_single(build);
	build_left_out(build, prefiltered || shape.unsought);
	source->name = !scanned->front.title && name && name[0] ? name
								: scanned->name;
	tell(build, source, &lazy, &shape, &manner, built->ntracks - ntracks,
	    ntalks);
	if (scanned->anew)
		source->why = told_join(
		    scanned->arena, source->why, "\n", scanned->anew);
	free(carriers.of);
}

void
markdown_read(struct build *build, const struct document *document)
{
	struct source *source = build_conference(
	    build, document->path, document->name);
	struct long_texts longs = {0};
	struct scanned scanned = {
	    .document = document,
	    .arena = build_arena(build),
	    .name = document->name,
	};

	long_texts_cut(&longs, document->bytes, "\n\r");
	long_texts_warn(&longs, build);
	scanned_make(build, &scanned);
	if (!progress_stopped(document->options->progress))
		read_scanned(build, source, &scanned);
	if (scanned.unseen && scanned.written_len > 0)
		data_unseen_find(scanned.unseen, build, scanned.written,
		    scanned.written_len,
		    data_text_form(scanned.written, scanned.written_len),
		    N_("front matter"));
	unseen_tell(scanned.unseen, build);
	outline_free(&scanned.outline);
}
