#include "lectern/source/load.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/source/input.h"
#include "source/front_matter.h"
#include "source/markdown/talks.h"
#include "source/markdown/lazy.h"
#include "source/markdown/markdown.h"
#include "source/markdown/outline_parts.h"
#include "source/markdown/prefilter.h"
#include "source/markdown/shape.h"

#define LEAST_PART ((size_t)1 << 20) /* bytes that are worth a thread */

/* A document with what is known of it before all are read. */
struct document {
	struct source source;
	struct built built;
};

struct loader {
	struct arena *arena;
	const struct load_options *options;
	struct build build;
	struct document *documents;
	size_t ndocuments, cap;
	size_t nwanted;        /* documents to be read */
	struct notes *bundled; /* NULL: not read, or none */
};

/* One document. */

/* The file's name without folders and ending. */
static const char *
name_of_path(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash && slash[1] ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	size_t len = dot && dot > name ? (size_t)(dot - name) : strlen(name);

	if (strcmp(path, "-") == 0)
		return "standard input";
	name = text_clean(arena, name, len, &len);
	return text_squeeze(arena, name, len);
}

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

/* In how many parts a document is looked through. */
static size_t
parts_of(const struct loader *l, size_t len)
{
	return l->options->parts > 0 ? l->options->parts
				     : parallel_parts(len, LEAST_PART);
}

static const struct notes *get_bundled(struct loader *l);

/*
 * A sieve for what is asked for only once, or NULL.  Talks get their tracks from
 * the bundled conference, or their document's name.
 */
static struct prefilter *
make_prefilter(struct loader *l, const char *path, const char *name)
{
	const struct load_options *options = l->options;
	const struct notes *bundled;
	struct prefilter_names names = {0};
	struct prefilter *prefilter;

	/* Ids depend on what other documents have. */
	if (!options->only || options->whole || l->nwanted != 1 ||
	    options->talk_level != 0 || options->shape != LOAD_SHAPE_AUTO)
		return NULL;
	/* That one has tracks; for a sieve it would be loaded twice. */
	if (options->bundled && strcmp(path, options->bundled) == 0)
		return NULL;
	bundled = get_bundled(l);
	names.n = 1 + (bundled ? bundled->ntracks : 0);
	names.name = mem_alloc(names.n, sizeof(*names.name));
	names.name[0] = name;
	for (size_t i = 1; i < names.n; i++)
		names.name[i] = bundled->tracks[i - 1].name;
	prefilter = prefilter_new(options->only, &names);
	free(names.name);
	return prefilter;
}

/* A document's text, and the scan of it. */
struct scanned {
	const char *path;
	const char *text; /* clean, without front matter */
	size_t len;
	const char *name; /* its front matter's title, or that of the path */
	bool titled;      /* it is the former */
	struct outline outline;
	int level; /* of the talks, where a sieve left others out; else 0 */
};

static void
outline(struct loader *l, struct scanned *scanned)
{
	struct prefilter *prefilter = make_prefilter(
	    l, scanned->path, scanned->name);
	const struct outline_way way = {
	    .version = STRUCTURAL_BEST,
	    .parts = parts_of(l, scanned->len),
	    .prefilter = prefilter,
	    .progress = l->options->progress,
	};

	scanned->level = outline_in_parts(
	    &scanned->outline, scanned->text, scanned->len, &way);
	prefilter_free(prefilter);
}

/* Takes the title out of front matter that is clean, if there is some. */
static void
take_front(struct loader *l, struct scanned *scanned, char *text)
{
	const char *title;
	size_t front = front_matter_skip(l->arena, text, scanned->len, &title);

	if (front == 0 || !text_is_clean(text, front))
		return;
	blank_front(text, front);
	scanned->titled = title != NULL;
	if (title)
		scanned->name = title;
}

/* Scans the document, whose text is then in `*bytes` or in the arena. */
static void
take_text(struct loader *l, const char *path, const struct bytes *bytes,
    struct scanned *scanned)
{
	*scanned = (struct scanned){
	    .path = path,
	    .text = bytes->s,
	    .len = bytes->len,
	    .name = name_of_path(l->arena, path),
	};
	take_front(l, scanned, bytes->s);
	outline(l, scanned);
	if (!scanned->outline.clean) {
		char *text = text_clean(
		    l->arena, scanned->text, scanned->len, &scanned->len);

		outline_free(&scanned->outline);
		scanned->text = text;
		take_front(l, scanned, text);
		outline(l, scanned);
	}
}

/* Parses all of the document. */
static struct built
add_whole(struct loader *l, const struct lazy *lazy, struct shape *shape)
{
	struct markdown md;
	struct built built;

	markdown_parse(
	    &md, l->arena, lazy->text, lazy->len, l->options->progress);
	shape_find(shape, &md, lazy->want, lazy->level);
	built = build_add(&l->build, &md, shape, lazy->source, lazy->name);
	free(shape->role);
	shape->role = NULL;
	markdown_free(&md);
	return built;
}

/* Keeps the text for the talks whose notes wait, and what is odd in it. */
static void
keep_text(struct loader *l, struct source *source, const struct lazy *lazy,
    struct bytes *bytes)
{
	const struct outline *outline = lazy->outline;
	struct exception *exceptions = arena_alloc(
	    l->arena, outline->nexceptions * sizeof(*exceptions) + 1);

	if (outline->nexceptions > 0)
		memcpy(exceptions, outline->exception,
		    outline->nexceptions * sizeof(*exceptions));
	source->text = lazy->text;
	source->len = lazy->len;
	source->exceptions = exceptions;
	source->nexceptions = (uint32_t)outline->nexceptions;
	if (lazy->text == bytes->s) {
		source->bytes = bytes->s;
		source->mapped = bytes->mapped;
		*bytes = (struct bytes){0};
	}
}

/* Takes the bytes over; where it is stopped, what it adds is of no use. */
static void
add_document(struct loader *l, const char *path, struct bytes *bytes)
{
	static const enum shape_kind kinds[] = {
	    [LOAD_SHAPE_AUTO] = SHAPE_AUTO,
	    [LOAD_SHAPE_LIST] = SHAPE_LIST,
	    [LOAD_SHAPE_HEADINGS] = SHAPE_HEADINGS,
	};
	struct build *build = &l->build;
	size_t ntracks = build->ntracks, ntalks = build->ntalks;
	struct scanned scanned;
	struct shape shape = {0};

	l->documents = mem_grow(
	    l->documents, &l->cap, l->ndocuments + 1, sizeof(*l->documents));

	struct document *d = &l->documents[l->ndocuments];

	take_text(l, path, bytes, &scanned);
	if (progress_stopped(l->options->progress)) {
		outline_free(&scanned.outline);
		input_drop(bytes);
		return;
	}
	*d = (struct document){0};
	d->source.path = arena_dup(l->arena, path, strlen(path));
	d->source.name = scanned.name;

	const bool sieved = scanned.level > 0;
	const struct lazy lazy = {
	    .outline = &scanned.outline,
	    .text = scanned.text,
	    .len = scanned.len,
	    .want = sieved ? SHAPE_HEADINGS : kinds[l->options->shape],
	    .level = sieved ? scanned.level : l->options->talk_level,
	    .source = (uint32_t)l->ndocuments,
	    .name = scanned.name,
	};

	if (!l->options->whole && scanned.outline.sure &&
	    lazy_add(build, &lazy, &shape, &d->built))
		keep_text(l, &d->source, &lazy, bytes);
	else
		d->built = add_whole(l, &lazy, &shape);
	if (!scanned.titled && d->built.name && d->built.name[0])
		d->source.name = d->built.name;
	d->source.shape = describe(
	    l->arena, &shape, build->ntracks - ntracks, build->ntalks - ntalks);
	l->ndocuments++;
	outline_free(&scanned.outline);
	input_drop(bytes);
}

/* Keys and ids. */

static void
set_key(struct arena *arena, struct talk *talk)
{
	if (talk->url) {
		talk->key = link_key(arena, talk->url);
		return;
	}

	const char *title = text_fold(
	    arena, talk->title, strlen(talk->title), NULL);
	uint64_t hash = strmap_hash(
	    title, strlen(title) + 1, STRMAP_HASH_START);

	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		const char *s = text_fold(
		    arena, talk->speakers[i], strlen(talk->speakers[i]), NULL);

		hash = strmap_hash(s, strlen(s) + 1, hash);
	}
	talk->key = arena_printf(arena, "h:%016" PRIx64, hash);
}

/* The id is the key without `yt:`; the second of a kind ends in `~2`. */
static void
set_id(struct arena *arena, struct strmap *ids, struct talk *talk)
{
	bool video = strncmp(talk->key, "yt:", 3) == 0;
	const char *plain = talk->key + (video ? 3 : 0);
	uint32_t n = ++*strmap_put(ids, plain, 0);

	talk->id = plain;
	while (n > 1) {
		talk->id = arena_printf(arena, "%s~%" PRIu32, plain, n);

		uint32_t *taken = strmap_put(ids, talk->id, 0);

		if ((*taken)++ == 0)
			break;
		n = ++*strmap_put(ids, plain, 0);
	}
}

static void
set_keys(struct loader *l)
{
	struct strmap ids = {0};

	for (size_t i = 0; i < l->build.ntalks; i++) {
		set_key(l->arena, &l->build.talks[i]);
		set_id(l->arena, &ids, &l->build.talks[i]);
	}
	strmap_free(&ids);
}

/* Tracks. */

/* Adds a track without a heading, or finds the one with that name. */
static uint32_t
named_track(
    struct loader *l, struct strmap *names, const char *name, uint32_t source)
{
	struct build *build = &l->build;
	uint32_t *found = strmap_get(names, name);

	if (found)
		return *found;
	name = arena_dup(l->arena, name, strlen(name));
	build->tracks = mem_grow(build->tracks, &build->tracks_cap,
	    build->ntracks + 1, sizeof(*build->tracks));
	build->tracks[build->ntracks] = (struct track){
	    .name = name, .source = source};
	return *strmap_put(names, name, (uint32_t)build->ntracks++);
}

/* Maps each track's name to its number, and each video's key to its track's. */
static void
map_own(struct loader *l, struct strmap *names, struct strmap *videos)
{
	for (size_t i = 0; i < l->build.ntracks; i++)
		strmap_put(names, l->build.tracks[i].name, (uint32_t)i);
	for (size_t i = 0; i < l->build.ntalks; i++) {
		const struct talk *talk = &l->build.talks[i];

		if (talk->url && talk->track != BUILD_NO_TRACK)
			strmap_put(videos, talk->key, talk->track);
	}
}

/* Gives talks the tracks that the bundled conference has for their videos. */
static void
look_up(struct loader *l, struct strmap *names, const struct notes *bundled)
{
	struct strmap videos = {0};
	uint32_t *track_of = mem_alloc(bundled->ntracks + 1, sizeof(*track_of));

	for (uint32_t i = 0; i < bundled->ntalks; i++) {
		if (bundled->talks[i].url)
			strmap_put(&videos, bundled->talks[i].key,
			    bundled->talks[i].track);
	}
	for (size_t i = 0; i < l->build.ntalks; i++) {
		const struct talk *talk = &l->build.talks[i];
		uint32_t *track = strmap_get(&videos, talk->key);

		if (talk->track == BUILD_NO_TRACK && track)
			track_of[*track] = 1;
	}
	/* They are made in the order of the programme. */
	for (uint32_t i = 0; i < bundled->ntracks; i++) {
		if (track_of[i])
			track_of[i] = named_track(
			    l, names, bundled->tracks[i].name, 0);
	}
	for (size_t i = 0; i < l->build.ntalks; i++) {
		struct talk *talk = &l->build.talks[i];
		uint32_t *track = strmap_get(&videos, talk->key);

		if (talk->track == BUILD_NO_TRACK && track) {
			talk->track = track_of[*track];
			l->build.tracks[talk->track].source = talk->source;
		}
	}
	free(track_of);
	strmap_free(&videos);
}

static bool
lacks_track(const struct loader *l)
{
	for (size_t i = 0; i < l->build.ntalks; i++) {
		if (l->build.talks[i].track == BUILD_NO_TRACK)
			return true;
	}
	return false;
}

/* The conference that tracks are looked up in, or NULL. */
static const struct notes *
get_bundled(struct loader *l)
{
	static const struct load_options plain;
	const char *path = l->options->bundled;

	if (!l->bundled && path)
		l->bundled = load_paths(&path, 1, &plain, NULL);
	return l->bundled;
}

static void
look_up_bundled(struct loader *l, struct strmap *names)
{
	const struct notes *bundled = lacks_track(l) ? get_bundled(l) : NULL;

	if (bundled)
		look_up(l, names, bundled);
}

static void
set_tracks(struct loader *l)
{
	struct strmap names = {0}, videos = {0};

	if (!lacks_track(l))
		return;
	map_own(l, &names, &videos);
	for (size_t i = 0; i < l->build.ntalks; i++) {
		struct talk *talk = &l->build.talks[i];
		uint32_t *track = strmap_get(&videos, talk->key);

		if (talk->track == BUILD_NO_TRACK && track)
			talk->track = *track;
	}
	look_up_bundled(l, &names);
	for (size_t i = 0; i < l->build.ntalks; i++) {
		struct talk *talk = &l->build.talks[i];

		if (talk->track == BUILD_NO_TRACK)
			talk->track = named_track(l, &names,
			    l->documents[talk->source].source.name,
			    talk->source);
	}
	strmap_free(&names);
	strmap_free(&videos);
}

/* Text outside talks of a document without tracks of its own. */
static void
place_loose(struct loader *l)
{
	for (size_t i = l->build.ntalks; i-- > 0;) {
		const struct talk *talk = &l->build.talks[i];
		struct track *track = &l->build.tracks[talk->track];
		const struct built *built = &l->documents[talk->source].built;
		bool first = i == 0 ||
		    l->build.talks[i - 1].source != talk->source;

		if (!first || built->nblocks == 0)
			continue;

		uint32_t n = built->nblocks + track->nblocks;
		struct block *blocks = arena_alloc(
		    l->arena, n * sizeof(*blocks));

		memcpy(blocks, built->blocks, built->nblocks * sizeof(*blocks));
		if (track->nblocks > 0)
			memcpy(blocks + built->nblocks, track->blocks,
			    track->nblocks * sizeof(*blocks));
		track->blocks = blocks;
		track->nblocks = n;
	}
}

static void
list_talks(struct loader *l)
{
	struct build *build = &l->build;
	uint32_t *all = arena_alloc(
	    l->arena, (build->ntalks + 1) * sizeof(*all));
	uint32_t *next = mem_alloc(build->ntracks + 1, sizeof(*next));

	for (size_t i = 0; i < build->ntalks; i++)
		build->tracks[build->talks[i].track].ntalks++;
	for (size_t t = 0; t < build->ntracks; t++) {
		build->tracks[t].talks = all + next[t];
		next[t + 1] = next[t] + build->tracks[t].ntalks;
	}
	for (uint32_t i = 0; i < build->ntalks; i++)
		all[next[build->talks[i].track]++] = i;
	free(next);
}

/* Warnings. */

static void
warn_twice(struct loader *l, struct strmap *seen, const struct talk *talk)
{
	uint32_t i = (uint32_t)(talk - l->build.talks);
	uint32_t first = *strmap_put(seen, talk->key, i);
	const struct talk *other = &l->build.talks[first];

	if (first == i)
		return;
	build_warn(&l->build, talk->source, talk->line,
	    other->source == talk->source
		? arena_printf(
		      l->arena, "same URL as line %" PRIu32, other->line)
		: arena_printf(l->arena, "same URL as %s:%" PRIu32,
		      l->documents[other->source].source.path, other->line));
}

static int
by_place(const void *a, const void *b)
{
	const struct warning *x = a, *y = b;

	if (x->source != y->source)
		return x->source < y->source ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return strcmp(x->text, y->text);
}

static void
find_warnings(struct loader *l)
{
	struct build *build = &l->build;
	struct strmap seen = {0};

	for (size_t i = 0; i < build->ntalks; i++) {
		const struct talk *talk = &build->talks[i];

		if (talk->nspeakers == 0)
			build_warn(
			    build, talk->source, talk->line, "no speaker");
		if (talk->url)
			warn_twice(l, &seen, talk);
		else
			build_warn(build, talk->source, talk->line, "no URL");
		if (talk->nblocks == 0 && !talk->waits)
			build_warn(build, talk->source, talk->line, "no notes");
	}
	strmap_free(&seen);
	if (build->nwarnings > 0)
		qsort(build->warnings, build->nwarnings,
		    sizeof(*build->warnings), by_place);
}

/* All documents. */

static void *
keep(struct arena *arena, const void *array, size_t n, size_t size)
{
	void *copy = arena_alloc(arena, n * size + 1);

	if (n > 0)
		memcpy(copy, array, n * size);
	return copy;
}

static struct notes *
finish(struct loader *l)
{
	struct notes *notes = arena_alloc(l->arena, sizeof(*notes));
	struct source *sources = arena_alloc(
	    l->arena, (l->ndocuments + 1) * sizeof(*sources));
	struct build *build = &l->build;

	set_keys(l);
	set_tracks(l);
	place_loose(l);
	list_talks(l);
	if (l->options->warn)
		find_warnings(l);
	for (size_t i = 0; i < l->ndocuments; i++)
		sources[i] = l->documents[i].source;
	*notes = (struct notes){
	    .arena = l->arena,
	    .name = l->ndocuments == 1
		? sources[0].name
		: arena_printf(l->arena, "%s and %zu more", sources[0].name,
		      l->ndocuments - 1),
	    .shape = l->ndocuments == 1
		? sources[0].shape
		: arena_printf(l->arena, "%zu documents", l->ndocuments),
	    .sources = sources,
	    .tracks = keep(l->arena, build->tracks, build->ntracks,
		sizeof(*build->tracks)),
	    .talks = keep(
		l->arena, build->talks, build->ntalks, sizeof(*build->talks)),
	    .warnings = keep(l->arena, build->warnings, build->nwarnings,
		sizeof(*build->warnings)),
	    .nsources = (uint32_t)l->ndocuments,
	    .ntracks = (uint32_t)build->ntracks,
	    .ntalks = (uint32_t)build->ntalks,
	    .nwarnings = (uint32_t)build->nwarnings,
	};
	return notes;
}

static void
begin(struct loader *l, const struct load_options *options)
{
	*l = (struct loader){.arena = arena_new(), .options = options};
	l->build.arena = l->arena;
	l->build.progress = options->progress;
}

static void
end(struct loader *l)
{
	build_free(&l->build);
	free(l->documents);
	notes_free(l->bundled);
}

static bool
read_paths(
    struct loader *l, const char *const *paths, size_t npaths, struct err *err)
{
	struct input input = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < npaths; i++)
		ok = input_add(&input, paths[i], err);
	l->nwanted = input.n;
	for (size_t i = 0; ok && i < input.n; i++) {
		struct bytes bytes;

		ok = input_read(input.path[i], l->options->map,
		    l->options->progress, &bytes, err);
		if (ok)
			add_document(l, input.path[i], &bytes);
		if (ok && progress_stopped(l->options->progress))
			ok = err_set(
			    err, "%s: stopped", input_name(input.path[i]));
	}
	input_free(&input);
	return ok;
}

/* Drops what was read before a document that cannot be read. */
static void
drop(struct loader *l)
{
	for (size_t i = 0; i < l->ndocuments; i++) {
		struct source *source = &l->documents[i].source;
		struct bytes bytes = {
		    source->bytes, source->len, source->mapped};

		input_drop(&bytes);
	}
	arena_free(l->arena);
}

struct notes *
load_paths(const char *const *paths, size_t npaths,
    const struct load_options *options, struct err *err)
{
	struct loader l;
	struct notes *notes = NULL;

	begin(&l, options);
	if (read_paths(&l, paths, npaths, err))
		notes = finish(&l);
	else
		drop(&l);
	end(&l);
	return notes;
}

struct notes *
load_bytes(const char *path, const char *bytes, size_t len,
    const struct load_options *options)
{
	struct loader l;

	struct bytes copy = {mem_dup(bytes, len), len, 0};

	begin(&l, options);
	l.nwanted = 1;
	add_document(&l, path, &copy);

	struct notes *notes = finish(&l);

	end(&l);
	return notes;
}

void
load_talk(const struct notes *notes, const struct talk *talk)
{
	struct talk *waiting = &notes->talks[talk - notes->talks];

	if (talk->waits)
		lazy_read(
		    notes->arena, notes->sources[talk->source].text, waiting);
}

const char *
load_exception(struct arena *arena, const struct source *source,
    const struct exception *exception, size_t *len)
{
	return lazy_exception(arena, source->text, exception, len);
}

const struct block *
load_note(struct arena *arena, const char *text, uint32_t *count)
{
	const struct block *blocks;
	struct markdown md;

	markdown_parse(&md, arena, text, strlen(text), NULL);
	blocks = build_blocks(arena, &md, count);
	markdown_free(&md);
	return blocks;
}
