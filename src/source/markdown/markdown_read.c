#include "source/markdown/markdown_read.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/source/body.h"
#include "lectern/source/pause.h"
#include "source/body_data.h"
#include "source/corrections.h"
#include "source/data_unseen.h"
#include "source/encoding.h"
#include "source/folder_singles.h"
#include "source/front_matter.h"
#include "source/long_texts.h"
#include "source/markdown/bare_heads.h"
#include "source/markdown/bare_lines.h"
#include "source/markdown/cell_lists.h"
#include "source/markdown/columns_said.h"
#include "source/markdown/correct.h"
#include "source/markdown/dated.h"
#include "source/markdown/explain.h"
#include "source/markdown/file_name.h"
#include "source/markdown/glued.h"
#include "source/markdown/heads_pairs.h"
#include "source/markdown/html_heads.h"
#include "source/markdown/item_heads.h"
#include "source/markdown/lazy.h"
#include "source/markdown/links_above.h"
#include "source/markdown/lone_numbers.h"
#include "source/markdown/loose_fence.h"
#include "source/markdown/markdown.h"
#include "source/markdown/notation.h"
#include "source/markdown/org.h"
#include "source/markdown/outline_parts.h"
#include "source/markdown/prefilter.h"
#include "source/markdown/prose.h"
#include "source/markdown/reader.h"
#include "source/markdown/records.h"
#include "source/markdown/shape.h"
#include "source/markdown/signed.h"
#include "source/markdown/slips.h"
#include "source/markdown/stacked_lines.h"
#include "source/markdown/tabs.h"
#include "source/markdown/talk_text.h"
#include "source/markdown/talks.h"
#include "source/markdown/time_ends.h"
#include "source/markdown/time_items.h"
#include "source/markdown/time_lines.h"
#include "source/markdown/unseen.h"

#define LEAST_PART     ((size_t)1 << 20) /* bytes that are worth a thread */
#define COMMENT_WITHIN 4096              /* bytes in which it has to begin */
#define PROPER_MOST    16                /* headings that are enough to go by */

/* A document's text, and its outline. */
struct scanned {
	const struct document *document;
	struct arena *arena;
	const char *text;    /* clean, without front matter */
	struct arena *texts; /* owns it; NULL: it is in the document's bytes */
	size_t len;
	const char *name; /* its front matter's title, or that of the path */
	struct front_matter front;
	const char *written; /* that as it is written, or NULL */
	size_t written_len;
	struct outline outline;
	bool cleaned; /* the text was not clean before */
	bool plain;   /* the forms of notation.h are out of the text */
	struct unseen_list *unseen; /* what authors are told of it, or NULL */
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

/* Whether it is one talk, as the files beside it are. */
static bool
is_one_of_folder(const struct scanned *scanned)
{
	return folder_singles_is(
	    scanned->document->labels, scanned->document->path);
}

/*
 * Makes a prefilter for a single search, or returns NULL.  Talks get their
 * tracks from the other conference, or their document's name.
 */
static struct prefilter *
make_prefilter(const struct scanned *scanned)
{
	const struct document *document = scanned->document;
	const struct prefilter_names names = {
	    .own = scanned->name,
	    .other = document->other,
	    .loader = document->loader,
	};
	struct corrections said = {0};

	corrections_take(&said, document->options, document->path);
	/* What is one talk is not filtered by its sections. */
	if (!document->only || said.level > 0 ||
	    front_matter_names(&scanned->front) || is_one_of_folder(scanned))
		return NULL;
	return prefilter_new(document->only, &names);
}

/* Into how many parts to divide the text at most. */
static size_t
count_parts(const struct scanned *scanned)
{
	size_t said = scanned->document->options->parts;

	return said > 0 ? said : parallel_parts(scanned->len, LEAST_PART);
}

static void
find_outline(struct scanned *scanned)
{
	const struct load_options *options = scanned->document->options;
	struct prefilter *prefilter = make_prefilter(scanned);
	const struct outline_way way = {
	    .version = STRUCTURAL_BEST,
	    .parts = count_parts(scanned),
	    .plain = scanned->plain,
	    .until_noted = scanned->cleaned && !scanned->plain,
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
	struct front_matter said;
	size_t front = front_matter_skip(
	    scanned->arena, text, scanned->len, &said);

	if (front == 0 || !text_is_clean(text, front))
		return;
	if (scanned->document->options->warn) {
		scanned->written = arena_dup(scanned->arena, text, front);
		scanned->written_len = front;
	}
	blank_front(text, front);
	scanned->front = said;
	/* Jekyll has a page's day in the name of its file. */
	if (!said.date)
		scanned->front.date =
		    file_name_read(scanned->arena, scanned->document->name).day;
	if (said.title)
		scanned->name = said.title;
}

/* Takes another text, owned by `texts`, in place of the one before. */
static void
set_text(
    struct scanned *scanned, struct arena *texts, const char *text, size_t len)
{
	arena_free(scanned->texts);
	scanned->texts = texts;
	scanned->text = text;
	scanned->len = len;
	outline_free(&scanned->outline);
	find_outline(scanned);
}

/* Makes the outline of what has no form of notation.h again, if that ended. */
static void
make_whole(struct scanned *scanned)
{
	if (!scanned->cleaned || !scanned->outline.noted)
		return;
	outline_free(&scanned->outline);
	find_outline(scanned);
}

/* Takes the text without the forms of notation.h, where it has some. */
static void
read_notation(struct scanned *scanned)
{
	const struct document *document = scanned->document;
	struct bytes *bytes = document->bytes;
	bool named = strcmp(document->path, "-") != 0;
	char *plain;
	size_t len;

	if (!scanned->outline.noted &&
	    !notation_seems(scanned->text, scanned->len))
		return;
	plain = notation_plain(scanned->text, scanned->len,
	    named ? document->path : NULL, count_parts(scanned), &len);
	scanned->plain = true;
	if (!plain) {
		make_whole(scanned);
		return;
	}
	input_drop(bytes);
	*bytes = (struct bytes){.s = plain, .len = len};
	set_text(scanned, NULL, plain, len);
}

/* Does so, and looks for what authors are told of their text. */
static void
read_told(struct scanned *scanned)
{
	bool warn = scanned->document->options->warn;
	size_t len = scanned->len;
	char *written = warn ? mem_dup(scanned->text, len) : NULL;

	read_notation(scanned);
	if (warn)
		scanned->unseen = unseen_find(
		    written, len, scanned->text, scanned->len);
	free(written);
}

/*
 * Makes it anew where a function puts in marks that are meant but not written:
 * blanks behind those of headings, or those of items.
 */
static void
part_anew(struct scanned *scanned,
    char *(*part)(struct arena *arena, const char *s, size_t *len))
{
	size_t len = scanned->len;
	struct arena *texts;
	char *text;

	texts = arena_new();
	text = part(texts, scanned->text, &len);
	if (!text) {
		arena_free(texts);
		return;
	}
	input_drop(scanned->document->bytes);
	set_text(scanned, texts, text, len);
}

/* Makes it anew where headings do not tell enough. */
static void
part_heads(struct scanned *scanned)
{
	if (!scanned->outline.open && scanned->outline.sure &&
	    scanned->outline.n > PROPER_MOST)
		return;
	part_anew(scanned, loose_fence_part);
	part_anew(scanned, glued_part);
	part_anew(scanned, dated_part);
	part_anew(scanned, heads_pairs_part);
	part_anew(scanned, links_above_part);
	part_anew(scanned, records_part);
	part_anew(scanned, signed_part);
	part_anew(scanned, lone_numbers_part);
	part_anew(scanned, html_heads_part);
	part_anew(scanned, cell_lists_part);
	part_anew(scanned, tabs_part);
	part_anew(scanned, prose_part);
	if (!front_matter_names(&scanned->front)) {
		part_anew(scanned, time_ends_part);
		part_anew(scanned, stacked_lines_part);
		part_anew(scanned, time_items_part);
		part_anew(scanned, time_lines_part);
		part_anew(scanned, bare_lines_part);
	}
}

/* Takes Markdown in place of what is written otherwise. */
static void
read_org(const struct document *document)
{
	struct bytes *bytes = document->bytes;
	size_t len;
	char *plain = org_is(document->path, bytes->s, bytes->len)
	    ? org_plain(bytes->s, bytes->len, &len)
	    : NULL;

	if (!plain)
		return;
	input_drop(bytes);
	*bytes = (struct bytes){.s = plain, .len = len};
}

/*
 * Makes the outline of the document, whose text is then in its bytes or in the
 * arena.
 */
static void
scan(struct build *build, struct scanned *scanned)
{
	struct bytes *bytes = scanned->document->bytes;

	read_org(scanned->document);
	scanned->text = bytes->s;
	scanned->len = bytes->len;
	take_front(scanned, bytes->s);
	find_outline(scanned);
	if (!scanned->outline.clean) {
		struct arena *texts = arena_new();
		size_t len;
		char *text = encoding_clean(build, texts, bytes, &len);

		scanned->len = len;
		scanned->cleaned = true;
		take_front(scanned, text);
		set_text(scanned, texts, text, len);
	}
	part_anew(scanned, loose_fence_ticked);
	read_told(scanned);
	part_anew(scanned, slips_part);
	part_anew(scanned, item_heads_part);
	part_anew(scanned, bare_heads_part);
	part_heads(scanned);
	if (scanned->outline.noted)
		outline_parts_defer(&scanned->outline, scanned->text);
	if (scanned->texts)
		arena_join(scanned->arena, scanned->texts);
}

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
	md.said = corrections_need_whole(lazy->said) ? lazy->said : NULL;
	reader_settle(&md);
	shape_find(shape, &md, &lazy->want, front_matter_names(lazy->front),
	    lazy->labels);
	talk_text_manner(build_arena(build), &md, shape, manner);
	correct_manner(manner, lazy->said);
	lost = columns_said_lost(&md, build_arena(build));
	if (lost)
		build_warn(build, 1, lost);
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

/* `<!-- lectern: WORDS -->` near the start of the document. */
static void
take_comment(struct build *build, const struct scanned *scanned,
    struct corrections *said)
{
	static const char begin[] = "<!-- lectern:";
	size_t len = scanned->len < COMMENT_WITHIN ? scanned->len
						   : COMMENT_WITHIN;
	const char *s = memmem(scanned->text, len, begin, strlen(begin));
	const char *end;
	uint32_t row = 1;
	const char *fault;

	if (!s)
		return;
	for (const char *at = scanned->text; at < s; at++)
		row += *at == '\n';
	s += strlen(begin);
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

/* Tells what the talks are, from the `first` on, and how many are breaks. */
static const char *
tell_briefly(struct build *build, const struct shape *shape, size_t ntracks,
    size_t first)
{
	const struct built *built = build_result(build);
	size_t n = built->ntalks - first;
	size_t pauses = pause_count(built->talks, first, n);

	return pause_told(built->arena,
	    explain_briefly(built->arena, shape, ntracks, n - pauses), pauses);
}

/* Builds what the outline has. */
static void
read_scanned(
    struct build *build, struct source *source, const struct scanned *scanned)
{
	static const enum shape_kind kinds[] = {
	    [LOAD_SHAPE_AUTO] = SHAPE_AUTO,
	    [LOAD_SHAPE_LIST] = SHAPE_LIST,
	    [LOAD_SHAPE_HEADINGS] = SHAPE_HEADINGS,
	    [LOAD_SHAPE_PARAGRAPHS] = SHAPE_PARAGRAPHS,
	};
	const struct document *document = scanned->document;
	const struct load_options *options = document->options;
	const struct built *built = build_result(build);
	size_t ntracks = built->ntracks, ntalks = built->ntalks;
	const struct corrections said = find_corrections(build, scanned);
	const bool prefiltered = scanned->level > 0;
	const bool one = said.one ||
	    (is_one_of_folder(scanned) && said.shape == LOAD_SHAPE_AUTO &&
		said.level == 0);
	const struct lazy lazy = {
	    .outline = &scanned->outline,
	    .text = scanned->text,
	    .len = scanned->len,
	    .bytes = document->bytes,
	    .want =
		{
		    .kind = prefiltered ? SHAPE_HEADINGS
			: one           ? SHAPE_ONE
					: kinds[said.shape],
		    .level = prefiltered ? scanned->level : said.level,
		    .exact = !prefiltered && said.level > 0,
		    .name = scanned->name,
		    .titled = scanned->front.title != NULL,
		    .full = scanned->front.title && scanned->front.speakers,
		},
	    .said = &said,
	    .labels = document->labels,
	    .name = scanned->name,
	    .front = &scanned->front,
	    .only = document->only,
	    .parts = options->parts,
	    .progress = options->progress,
	};
	struct shape shape = {0};
	struct manner manner = {0};
	const char *name;

	if (!options->whole && scanned->outline.sure &&
	    lazy_build(build, &lazy, &shape, &manner, &name)) {
		if (do_wait(built, ntalks))
			keep_text(build, ntalks, &lazy, document->bytes);
	} else {
		name = read_whole(
		    build, &lazy, &shape, &manner, options->progress);
	}
	if (shape.single || is_one_of_folder(scanned) ||
	    (shape.kind == SHAPE_ONE && scanned->front.title))
		build_single(build);
	build_left_out(build, prefiltered || shape.unsought);
	source->name = !scanned->front.title && name && name[0] ? name
								: scanned->name;
	source->why = explain(scanned->arena, &shape, &manner, &said);
	source->shape = tell_briefly(
	    build, &shape, built->ntracks - ntracks, ntalks);
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
	scan(build, &scanned);
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
