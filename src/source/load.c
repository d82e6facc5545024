#include "lectern/source/load.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/progress.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "lectern/source/input.h"
#include "source/builder.h"
#include "source/cache.h"
#include "source/captions_join.h"
#include "source/corrections.h"
#include "source/encoding.h"
#include "source/folder.h"
#include "source/folder_labels.h"
#include "source/folder_singles.h"
#include "source/format.h"
#include "source/id_lists.h"
#include "source/join.h"
#include "source/keys.h"
#include "source/load_name.h"
#include "source/markdown/markdown_read.h"
#include "source/pauses.h"
#include "source/tracks.h"
#include "source/video_names.h"
#include "source/warnings.h"

struct loader {
	struct arena *arena;
	const struct load_options *options;
	struct build *build;
	size_t nwanted;        /* documents to be read */
	size_t used;           /* bytes, of those of the options' `first` */
	bool part;             /* there is more to be read */
	bool folder;           /* a document is a member of one */
	struct cached members; /* of folders, if there are several */
	size_t *conference;    /* that is built of each of them */
	const struct strmap *labels; /* of them, see folder_labels.h; or NULL */
	struct id_lists lists;
	struct notes *bundled; /* NULL: not read, or none */
	const char **left_out; /* owned by the arena, but for the array */
	size_t nleft_out, nbroken, left_out_cap; /* the broken ones first */
};

/* Loads the conference in which tracks are looked up, or returns NULL. */
static const struct notes *
get_bundled(void *loader)
{
	static const struct load_options plain;
	struct loader *l = loader;
	const char *path = l->options->bundled;

	if (!l->bundled && path)
		l->bundled = load_paths(&path, 1, &plain, NULL);
	return l->bundled;
}

/* Documents. */

/* Whether talks that the query does not find may be left out. */
static bool
may_leave_out(const struct loader *l, const char *path)
{
	const struct load_options *options = l->options;

	/* Ids depend on the talks of other documents. */
	if (!options->only || options->whole || l->nwanted != 1 ||
	    options->nsources > 0 || options->talk_level != 0 ||
	    options->shape != LOAD_SHAPE_AUTO)
		return false;
	/* The bundled conference has tracks itself: do not load it twice. */
	return !options->bundled || strcmp(path, options->bundled) != 0;
}

/* Drops the bytes, unless the reader took them. */
static bool
read_document(struct loader *l, const char *path, struct bytes *bytes,
    const struct strmap *labels, struct err *err)
{
	bool ok;
	struct document document = {
	    .path = arena_dup(l->arena, path, strlen(path)),
	    .name = load_name(l->arena, path),
	    .bytes = bytes,
	    .options = l->options,
	    .labels = labels,
	    .lists = id_lists_of(&l->lists, path),
	    .only = may_leave_out(l, path) ? l->options->only : NULL,
	    .other = get_bundled,
	    .loader = l,
	};

	encoding_from_utf16(bytes);
	ok = format_read(l->build, &document, err);
	input_drop(bytes);
	return ok;
}

/* All documents. */

static void
set_tracks(struct loader *l, struct built *built)
{
	const struct notes *bundled;

	if (!tracks_share(built) &&
	    (l->bundled || tracks_may_be_in(built, l->options->bundled)) &&
	    (bundled = get_bundled(l)))
		tracks_look_up(built, bundled);
	tracks_finish(built);
}

static struct notes *
finish(struct loader *l)
{
	struct built *built = build_result(l->build);

	captions_join(built);
	folder_join(built);
	keys_set(built);
	join_sources(built, l->options);
	if (built->njoined > 0)
		keys_set_again(built);
	set_tracks(l, built);
	if (l->options->warn)
		warnings_find(built);
	keys_part(built);
	if (l->options->pauses)
		pauses_insert(built);

	struct notes *notes = built_notes(built);
	const char **left_out = arena_alloc(
	    l->arena, l->nleft_out * sizeof(*left_out) + 1);

	if (l->nleft_out > 0)
		memcpy(left_out, l->left_out, l->nleft_out * sizeof(*left_out));
	notes->part = l->part;
	notes->left_out = left_out;
	notes->nleft_out = (uint32_t)l->nleft_out;
	notes->nbroken = (uint32_t)l->nbroken;
	return notes;
}

/* Begins with nothing built. */
static void
begin(struct loader *l)
{
	l->arena = arena_new();
	l->build = build_new(l->arena, l->options->progress);
	l->used = l->nleft_out = l->nbroken = 0;
}

static void
end(struct loader *l)
{
	build_free(l->build);
	notes_free(l->bundled);
	free(l->left_out);
	free(l->conference);
	id_lists_free(&l->lists);
	cache_free(&l->members);
}

/* Whether documents may be taken from the cache, and kept there. */
static bool
may_cache(const struct loader *l)
{
	const struct load_options *options = l->options;

	/* Flaws in notes that are read later are not kept. */
	return options->cache && !options->whole && !options->warn &&
	    options->first == 0;
}

/* Whether all of the last conference was read. */
static bool
is_whole(const struct loader *l)
{
	const struct built *built = build_result(l->build);

	return !progress_stopped(l->options->progress) &&
	    !built->conferences[built->nconferences - 1].left_out;
}

/* Reads all of a document. */
static bool
read_all_of(struct loader *l, const char *path, const struct strmap *labels,
    struct err *err)
{
	struct bytes bytes;

	return input_read(path, l->options->progress, &bytes, err) &&
	    read_document(l, path, &bytes, labels, err);
}

static bool
read_path(struct loader *l, const char *path, struct err *err)
{
	struct cached cached = {.n = 0};
	bool ok = true;

	if (may_cache(l) && strcmp(path, "-") != 0 &&
	    !id_lists_of(&l->lists, path))
		cached = cache_look(l->options, &path, 1);
	if (!cache_open(&cached, l->arena) ||
	    !cache_build(l->build, &cached, 0,
		arena_dup(l->arena, path, strlen(path)),
		may_leave_out(l, path) ? l->options->only : NULL)) {
		ok = read_all_of(l, path, NULL, err);

		size_t last = build_result(l->build)->nconferences - 1;

		if (ok && is_whole(l))
			cache_keep(l->build, &cached, &last);
	}
	cache_free(&cached);
	return ok;
}

/* Reads one of several members of folders. */
static bool
read_member(struct loader *l, const char *path, size_t i, struct err *err)
{
	size_t index = build_result(l->build)->nconferences;
	bool lists = id_lists_of(&l->lists, path) != NULL;
	bool ok = (!lists &&
		      cache_build(l->build, &l->members, i,
			  arena_dup(l->arena, path, strlen(path)), NULL)) ||
	    read_all_of(l, path, l->labels, err);

	l->conference[i] = ok && !lists ? index : CACHE_NOTHING;
	return ok;
}

/* A conference without talks, in place of one that is to be read later. */
static struct conference *
build_none(struct loader *l, const char *path)
{
	struct built *built = build_result(l->build);

	path = arena_dup(l->arena, path, strlen(path));
	build_conference(l->build, path, load_name(l->arena, path));
	build_end(l->build);
	return &built->conferences[built->nconferences - 1];
}

/* Reads the beginning of a document. */
static bool
read_first(struct loader *l, const char *path, struct err *err)
{
	struct bytes bytes;
	bool more, ok;

	if (!input_read_first(
		path, l->options->first - l->used, &bytes, &more, err))
		return false;
	l->used += bytes.len;
	l->part = more;
	ok = !more || (bytes.len > 0 && format_may_be_cut(&bytes));
	if (ok)
		return read_document(l, path, &bytes, l->labels, err);
	input_drop(&bytes);
	build_none(l, path);
	return true;
}

/* Reads a document, or as much of it as is wanted; `i` is its number as member. */
static bool
read_wanted(
    struct loader *l, const struct input_path *path, size_t i, struct err *err)
{
	bool first = l->options->first > 0;
	bool ok = first ? read_first(l, path->name, err)
	    : path->root > 0 && l->conference
	    ? read_member(l, path->name, i, err)
	    : read_path(l, path->name, err);

	if (ok) {
		struct built *built = build_result(l->build);

		built->conferences[built->nconferences - 1].root = path->root;
	}
	if (ok && !first && progress_stopped(l->options->progress))
		ok = err_set(err, _("%s: stopped"), input_name(path->name));
	return ok;
}

static const char **
more_left_out(struct loader *l)
{
	l->left_out = mem_grow(l->left_out, &l->left_out_cap, l->nleft_out + 1,
	    sizeof(*l->left_out));
	return l->left_out + l->nleft_out;
}

static void
leave_out(struct loader *l, const struct err *err)
{
	const char *why = arena_dup(l->arena, err->msg, strlen(err->msg));

	more_left_out(l);
	if (build_was_other(l->build)) {
		l->left_out[l->nleft_out++] = why;
		return;
	}
	l->left_out[l->nleft_out++] = l->left_out[l->nbroken];
	l->left_out[l->nbroken++] = why;
}

/*
 * Takes captions of a folder that are of one of the talks, by their name: they
 * are read when they are wanted.
 */
static bool
take_captions(struct loader *l, const struct video_names *names,
    const struct input_path *path, size_t i)
{
	const char *title = captions_join_title(
	    build_result(l->build), names, path->name);
	struct conference *conference;

	if (!title)
		return false;
	conference = build_none(l, path->name);
	captions_join_mark(l->arena, conference, title);
	conference->root = path->root;
	if (l->conference)
		l->conference[i] = CACHE_NOTHING;
	return true;
}

/*
 * Reads all documents of a folder that are called as captions are, or all
 * others; members of a folder may fail.
 */
static bool
read_some(
    struct loader *l, const struct input *input, bool captions, struct err *err)
{
	struct video_names names = {.arena = l->arena};
	bool ok = true;

	if (captions)
		captions_join_names(&names, build_result(l->build));
	for (size_t i = 0, members = 0; ok && i < input->n; i++) {
		const struct input_path *path = &input->path[i];
		size_t member = members;

		members += path->root > 0;
		if (captions_join_is_named(path) != captions ||
		    id_lists_has(&l->lists, path->name))
			continue;
		l->folder = l->folder || path->root > 0;
		l->part = l->part ||
		    (l->options->first > 0 && l->used >= l->options->first);
		if (l->part)
			break;
		if ((captions && take_captions(l, &names, path, member)) ||
		    read_wanted(l, path, member, err))
			continue;
		ok = path->root > 0 && !progress_stopped(l->options->progress);
		if (ok)
			leave_out(l, err);
	}
	video_names_free(&names);
	return ok;
}

/*
 * Takes lists that told of talks; others are documents that cannot be read, as
 * they say themselves.
 */
static bool
read_lists(struct loader *l, const struct input *input, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; ok && i < input->n; i++) {
		const struct input_path *path = &input->path[i];

		if (!id_lists_has(&l->lists, path->name))
			continue;
		if (!id_lists_of(&l->lists, path->name)->used) {
			ok = read_path(l, path->name, err) || path->root > 0;
			if (ok)
				leave_out(l, err);
			continue;
		}
		id_lists_mark(build_none(l, path->name));
	}
	return ok;
}

/* Reads all documents; not all may fail. */
static bool
read_all(struct loader *l, const struct input *input, struct err *err)
{
	bool any = false;

	for (size_t i = 0; i < input->n; i++)
		any = any || captions_join_is_named(&input->path[i]);
	if (!read_some(l, input, false, err) ||
	    (any && !read_some(l, input, true, err)) ||
	    !read_lists(l, input, err))
		return false;
	if (l->nleft_out == input->n)
		return err_set(err, "%s", l->left_out[0]);
	/* The beginning of a folder may have nothing that can be read. */
	if (build_result(l->build)->nconferences == 0)
		build_none(l, input->path[0].name);
	return true;
}

/*
 * Prepares for the members of folders, if they are so many that they may have
 * labels: then how one is read depends on the others.
 */
static void
look_at_members(struct loader *l, const struct input *input)
{
	const char **paths = mem_alloc(input->n, sizeof(*paths));
	size_t n = 0;

	for (size_t i = 0; i < input->n; i++) {
		if (input->path[i].root > 0)
			paths[n++] = input->path[i].name;
	}
	if (n >= FOLDER_LABELS_LEAST && l->options->first == 0)
		l->conference = mem_alloc(n, sizeof(*l->conference));
	if (l->conference && may_cache(l))
		l->members = cache_look(l->options, paths, n);
	free(paths);
}

/* Reads all documents again, by the labels of members, if those have some. */
static bool
read_by_labels(struct loader *l, const struct input *input, struct err *err)
{
	struct arena *arena = arena_new();
	struct strmap labels = {0};
	const struct built *built = build_result(l->build);
	bool any = folder_labels_find(built, arena, &labels), ok = true;

	if (folder_singles_find(built, arena, &labels) || any) {
		build_free(l->build);
		arena_free(l->arena);
		begin(l);
		l->labels = &labels;
		ok = read_all(l, input, err);
		l->labels = NULL;
	}
	strmap_free(&labels);
	arena_free(arena);
	return ok;
}

/* Whether a folder's beginning is all of it. */
static bool
is_short_folder(const struct loader *l)
{
	return l->options->first > 0 && !l->part && l->folder &&
	    l->nwanted >= FOLDER_LABELS_LEAST;
}

/* Looks for lists to which the talks of others refer. */
static void
look_for_lists(struct loader *l, const struct input *input)
{
	for (size_t i = 0; input->n > 1 && i < input->n; i++)
		id_lists_expect(&l->lists, input->path[i].name);
	for (size_t i = 0; input->n > 1 && i < input->n; i++)
		id_lists_take(&l->lists, input->path[i].name);
}

/* Reads all documents; what recurs over members is known when all are read. */
static bool
read_input(struct loader *l, const struct input *input, struct err *err)
{
	bool ok;

	look_at_members(l, input);
	look_for_lists(l, input);
	if (cache_open(&l->members, l->arena))
		return read_all(l, input, err);
	ok = read_all(l, input, err);
	if (ok && (l->conference || is_short_folder(l)))
		ok = read_by_labels(l, input, err);
	if (ok)
		cache_keep(l->build, &l->members, l->conference);
	return ok;
}

/* Tells of files that were passed over: no others are silently left out. */
static void
tell_passed(struct loader *l, const struct input *input)
{
	if (input->npassed == 0)
		return;
	*more_left_out(l) = arena_printf(l->arena,
	    ngettext("%s: a file with this ending is not taken from a folder",
		"%s, of %zu files whose endings are not taken from folders",
		input->npassed),
	    input->passed, input->npassed);
	l->nleft_out++;
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
	ok = ok && read_input(l, &input, err);
	if (ok)
		tell_passed(l, &input);
	input_free(&input);
	return ok;
}

/* The only folder gives its conferences a name, if they are several. */
static void
name_folder(const struct loader *l, struct notes *notes, const char *path)
{
	if (!l->folder || notes->nconferences < 2)
		return;
	char *whole = userfile_absolute(path);
	const char *name = load_after_slash(whole);

	notes->name = text_clean(l->arena, name, strlen(name), NULL);
	free(whole);
}

struct notes *
load_paths(const char *const *paths, size_t npaths,
    const struct load_options *options, struct err *err)
{
	struct loader l = {.options = options};
	struct notes *notes = NULL;

	begin(&l);
	if (read_paths(&l, paths, npaths, err))
		notes = finish(&l);
	else
		arena_free(l.arena);
	if (notes && npaths == 1)
		name_folder(&l, notes, paths[0]);
	end(&l);
	return notes;
}

struct notes *
load_bytes(const char *path, const char *bytes, size_t len,
    const struct load_options *options)
{
	struct loader l = {.options = options};
	struct err err;
	struct bytes copy = {mem_dup(bytes, len), len, 0};

	begin(&l);
	l.nwanted = 1;
	if (!read_document(&l, path, &copy, NULL, &err)) {
		build_conference(l.build, path, path);
		build_warn(
		    l.build, 1, arena_dup(l.arena, err.msg, strlen(err.msg)));
		build_end(l.build);
	}

	struct notes *notes = finish(&l);

	end(&l);
	return notes;
}

bool
load_check_words(const char *words, struct err *err)
{
	struct corrections corrections = {0};
	struct arena *arena = arena_new();
	const char *fault = markdown_corrections(
	    &corrections, words, strlen(words), arena);

	if (fault) {
		char *text = told_text(fault);

		err_set(err, "%s", text);
		free(text);
	}
	arena_free(arena);
	return !fault;
}
