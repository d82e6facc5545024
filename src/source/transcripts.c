#include "lectern/source/transcripts.h"

#include <dirent.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "source/video_names.h"

#define DEEPEST  6         /* levels of folders below one that is given */
#define MOST     200000    /* files that are looked at */
#define ALL_MOST 512000000 /* bytes that are kept of all together */

#define NONE UINT32_MAX

/* A talk, and captions that were joined with it. */
struct pair {
	uint32_t talk;
	const char *path;
};

struct file {
	char *path;
	unsigned rank; /* of its language; the lower the better */
	struct transcript *read;
};

/* A folder to look into. */
struct place {
	const char *path;
	bool given; /* then those below it are, too */
};

struct transcripts {
	struct arena *arena; /* owns names and paths of folders */
	struct video_names names;
	struct strmap sources; /* paths of documents: they are talks already */
	const char **language; /* of each talk, or NULL */
	struct pair *joined;
	size_t njoined;
	struct place *place;
	size_t nplaces, places_cap;
	size_t looked;   /* files so far */
	char **captions; /* the paths of those that are captions */
	size_t ncaptions, captions_cap;

	struct file *file;
	size_t nfiles, files_cap;
	uint32_t *of; /* for each talk, its file, or NONE */
	uint32_t ntalks;

	const struct notes *notes;  /* whose names are not taken yet, or NULL */
	struct parallel_task *task; /* under way, or NULL */
	atomic_bool stopped;
	bool found, read; /* as far as the task has ended */
	bool wanted, reading;

	struct transcript *open; /* of this talk, while not all are read */
	uint32_t open_of;
};

/* Names of talks. */

/* A joined talk has the names of both, and captions may be one of the two. */
static void
add_joined(struct transcripts *t, const struct notes *notes)
{
	t->joined = mem_alloc(notes->njoined + 1, sizeof(*t->joined));
	for (uint32_t i = 0; i < notes->njoined; i++) {
		const struct joined *joined = &notes->joined[i];
		const struct source *source = &notes->sources[joined->source];

		if (!joined->why)
			continue;
		video_names_add_link(&t->names, joined->talk, joined->key);
		video_names_add_link(
		    &t->names, joined->talk, joined->other_key);
		if (source->captions == CAPTIONS_OF_TALK)
			t->joined[t->njoined++] = (struct pair){joined->talk,
			    arena_dup(
				t->arena, source->path, strlen(source->path))};
	}
}

static void
add_names(struct transcripts *t, const struct notes *notes)
{
	t->ntalks = notes->ntalks;
	t->of = mem_alloc(t->ntalks + 1, sizeof(*t->of));
	t->language = mem_alloc(t->ntalks + 1, sizeof(*t->language));
	t->names.arena = t->arena;
	for (uint32_t i = 0; i < t->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		t->of[i] = NONE;
		if (notes_more(talk)->language)
			t->language[i] = arena_dup(t->arena,
			    notes_more(talk)->language,
			    strlen(notes_more(talk)->language));
		video_names_add(&t->names, i, talk);
	}
	add_joined(t, notes);
}

/* Files. */

static void
take_captions(struct transcripts *t, const char *path)
{
	t->captions = mem_grow(t->captions, &t->captions_cap, t->ncaptions + 1,
	    sizeof(*t->captions));
	t->captions[t->ncaptions++] = arena_dup(t->arena, path, strlen(path));
}

static void
take_file(struct transcripts *t, const char *path, const char *name)
{
	t->looked++;
	if (video_names_are_captions(name))
		take_captions(t, path);
}

/* Where they may be. */

static void
add_place(struct transcripts *t, const char *path, size_t len, bool given)
{
	for (size_t i = 0; i < t->nplaces; i++)
		if (strncmp(t->place[i].path, path, len) == 0 &&
		    !t->place[i].path[len])
			return;
	t->place = mem_grow(
	    t->place, &t->places_cap, t->nplaces + 1, sizeof(*t->place));
	t->place[t->nplaces++] = (struct place){
	    arena_dup(t->arena, path, len), given};
}

/* Adds the folder in which a document stands. */
static void
add_beside(struct transcripts *t, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (strcmp(path, "-") == 0)
		return;
	if (!slash)
		add_place(t, ".", 1, false);
	else if (slash > path)
		add_place(t, path, (size_t)(slash - path), false);
}

static void
add_folders(struct transcripts *t, const char *const *folders, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_place(t, folders[i], strlen(folders[i]), true);
}

static void
add_source(struct transcripts *t, const char *path)
{
	strmap_put(&t->sources, arena_dup(t->arena, path, strlen(path)), 0);
	add_beside(t, path);
}

static void
add_sources(struct transcripts *t, const struct notes *notes)
{
	for (uint32_t i = 0; i < notes->nsources; i++) {
		const struct source *source = &notes->sources[i];

		if (source->captions == CAPTIONS_OF_TALK)
			take_captions(t, source->path);
		else
			add_source(t, source->path);
	}
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		if (notes_more(&notes->talks[i])->path)
			add_source(t, notes_more(&notes->talks[i])->path);
	}
}

static unsigned
rank_of(const char *language, const char *s, size_t len)
{
	if (len == 0)
		return 2;
	if (language && strlen(language) >= 2 && strncmp(language, s, 2) == 0)
		return 0;
	return strncmp(s, "en", 2) == 0 ? 1 : 3;
}

/* Gives a file to a talk, unless that has a better one. */
static void
give(struct transcripts *t, uint32_t talk, const char *path,
    const struct video_file *name)
{
	uint32_t has = t->of[talk];
	unsigned rank = rank_of(
	    t->language[talk], name->language, name->nlanguage);

	/* Folders give their files in any order. */
	if (has != NONE &&
	    (t->file[has].rank < rank ||
		(t->file[has].rank == rank &&
		    strcmp(t->file[has].path, path) <= 0)))
		return;
	/* Of several talks it is one file. */
	if (t->nfiles == 0 || strcmp(t->file[t->nfiles - 1].path, path) != 0 ||
	    t->file[t->nfiles - 1].rank != rank) {
		t->file = mem_grow(
		    t->file, &t->files_cap, t->nfiles + 1, sizeof(*t->file));
		t->file[t->nfiles++] = (struct file){
		    .path = mem_dup(path, strlen(path)), .rank = rank};
	}
	t->of[talk] = (uint32_t)t->nfiles - 1;
}

/* Gives captions to the talks that they are of. */
static void
match(struct transcripts *t, const char *path)
{
	struct video_file file = video_names_find(&t->names, path);

	if (strmap_get(&t->sources, path))
		return;
	for (uint32_t at = file.name; at != VIDEO_NAMES_NONE;
	     at = t->names.name[at].next)
		give(t, t->names.name[at].talk, path, &file);
}

/* Gives a talk the captions that were joined with it. */
static void
match_joined(struct transcripts *t, const struct pair *pair)
{
	struct video_file file = video_names_find(&t->names, pair->path);

	give(t, pair->talk, pair->path, &file);
}

static bool
goes_on(const struct transcripts *t)
{
	return !atomic_load(&t->stopped) && t->looked < MOST;
}

static void
look_into(struct transcripts *t, const char *path, int deep)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;

	while (folder && goes_on(t) && (entry = readdir(folder))) {
		char *below;
		struct stat st;

		if (entry->d_name[0] == '.')
			continue;
		below = strcmp(path, ".") == 0
		    ? mem_dup(entry->d_name, strlen(entry->d_name))
		    : mem_printf("%s/%s", path, entry->d_name);
		if (deep == 0 || stat(below, &st) != 0 || !S_ISDIR(st.st_mode))
			take_file(t, below, entry->d_name);
		else
			look_into(t, below, deep - 1);
		free(below);
	}
	if (folder)
		closedir(folder);
}

static void
look_around(void *argument)
{
	struct transcripts *t = argument;

	for (size_t i = 0; i < t->nplaces; i++)
		look_into(t, t->place[i].path, t->place[i].given ? DEEPEST : 0);
}

static void
match_all(void *argument)
{
	struct transcripts *t = argument;

	for (size_t i = 0; i < t->ncaptions && !atomic_load(&t->stopped); i++)
		match(t, t->captions[i]);
	for (size_t i = 0; i < t->njoined; i++)
		match_joined(t, &t->joined[i]);
}

/* Reading. */

static void
read_all(void *argument)
{
	struct transcripts *t = argument;
	size_t bytes = 0;
	struct err err;

	for (size_t i = 0; i < t->nfiles && goes_on(t) && bytes < ALL_MOST;
	     i++) {
		struct transcript *read = transcript_read(
		    t->file[i].path, &err);

		t->file[i].read = read;
		bytes += read ? read->len + read->nfolded : 0;
	}
}

/* Has no talks yet. */
static struct transcripts *
make_empty(const char *const *folders, size_t n)
{
	struct transcripts *t = mem_alloc(1, sizeof(*t));

	t->arena = arena_new();
	t->open_of = NONE;
	atomic_init(&t->stopped, false);
	add_folders(t, folders, n);
	return t;
}

/* Begins work in a thread or, where none is to be had, does it at once. */
static void
begin(struct transcripts *t, void (*work)(void *))
{
	t->task = parallel_begin(work, t);
	if (!t->task)
		work(t);
}

struct transcripts *
transcripts_begin(
    const struct notes *notes, const char *const *folders, size_t n)
{
	struct transcripts *t = make_empty(folders, n);

	add_sources(t, notes);
	t->notes = notes;
	begin(t, look_around);
	return t;
}

struct transcripts *
transcripts_all(const struct notes *notes, const char *const *folders, size_t n)
{
	struct transcripts *t = make_empty(folders, n);

	add_sources(t, notes);
	look_around(t);
	if (t->ncaptions > 0) {
		add_names(t, notes);
		match_all(t);
		read_all(t);
	}
	t->found = t->read = true;
	return t;
}

bool
transcripts_may_be(const char *const *paths, size_t npaths,
    const char *const *folders, size_t nfolders)
{
	struct transcripts *t = make_empty(folders, nfolders);
	bool any;

	for (size_t i = 0; i < npaths; i++) {
		struct stat st;

		if (stat(paths[i], &st) == 0 && S_ISDIR(st.st_mode))
			add_place(t, paths[i], strlen(paths[i]), true);
		else
			add_beside(t, paths[i]);
	}
	look_around(t);
	any = t->ncaptions > 0;
	transcripts_free(t);
	return any;
}

void
transcripts_free(struct transcripts *t)
{
	if (!t)
		return;
	atomic_store(&t->stopped, true);
	parallel_end(t->task);
	for (size_t i = 0; i < t->nfiles; i++) {
		free(t->file[i].path);
		transcript_free(t->file[i].read);
	}
	transcript_free(t->open);
	free(t->file);
	free(t->of);
	free(t->language);
	free(t->place);
	free(t->joined);
	free(t->captions);
	video_names_free(&t->names);
	strmap_free(&t->sources);
	arena_free(t->arena);
	free(t);
}

void
transcripts_want(struct transcripts *t)
{
	t->wanted = true;
}

bool
transcripts_are_awaited(const struct transcripts *t)
{
	return !t->found || (t->wanted && !t->read);
}

bool
transcripts_look(struct transcripts *t)
{
	if (t->task && !parallel_ended(t->task))
		return false;
	if (t->found && !t->reading) {
		if (t->wanted && !t->read) {
			t->reading = true;
			begin(t, read_all);
		}
		return false;
	}
	if (t->read)
		return false;
	parallel_end(t->task);
	t->task = NULL;
	/* Most folders have none: then no talk's names are wanted. */
	if (t->notes && t->ncaptions > 0) {
		add_names(t, t->notes);
		t->notes = NULL;
		begin(t, match_all);
		return false;
	}
	if (!t->found) {
		t->found = true;
	} else {
		t->reading = false;
		t->read = true;
		transcript_free(t->open);
		t->open = NULL;
		t->open_of = NONE;
	}
	return t->nfiles > 0;
}

bool
transcripts_has(const struct transcripts *t, uint32_t talk)
{
	return t && t->found && talk < t->ntalks && t->of[talk] != NONE;
}

const struct transcript *
transcripts_of(const struct transcripts *t, uint32_t talk)
{
	return t && t->read && transcripts_has(t, talk)
	    ? t->file[t->of[talk]].read
	    : NULL;
}

const struct transcript *
transcripts_open(struct transcripts *t, uint32_t talk)
{
	struct err err;

	if (!transcripts_has(t, talk))
		return NULL;
	if (t->read)
		return transcripts_of(t, talk);
	if (t->open_of != talk) {
		transcript_free(t->open);
		t->open = transcript_read(t->file[t->of[talk]].path, &err);
		t->open_of = talk;
	}
	return t->open;
}
