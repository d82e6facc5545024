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
#include "lectern/model/link.h"

#define VIDEO_ID 11        /* bytes of an id of YouTube */
#define SHORTEST 4         /* bytes of another name of a video */
#define DEEPEST  6         /* levels of folders below one that is given */
#define MOST     200000    /* files that are looked at */
#define ALL_MOST 512000000 /* bytes that are kept of all together */

#define NONE UINT32_MAX

/* A name by which files know a talk; others of the same name are `next`. */
struct name {
	uint32_t talk, next;
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
	struct name *name;
	size_t nnames, names_cap;
	struct strmap names;   /* the first name of each */
	struct strmap sources; /* paths of documents: they are talks already */
	const char **language; /* of each talk, or NULL */
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

static void
add_name(struct transcripts *t, uint32_t talk, const char *s, size_t len)
{
	uint32_t at = (uint32_t)t->nnames, *first;

	if (len < SHORTEST)
		return;
	s = arena_dup(t->arena, s, len);
	first = strmap_put(&t->names, s, at);
	t->name = mem_grow(
	    t->name, &t->names_cap, t->nnames + 1, sizeof(*t->name));
	t->name[t->nnames++] = (struct name){
	    .talk = talk, .next = *first == at ? NONE : *first};
	*first = at;
}

/* The last part of a link to a video, without the ending of a file. */
static void
add_link(struct transcripts *t, uint32_t talk, const char *url)
{
	size_t len = strcspn(url, "?#");
	const char *s;
	char id[VIDEO_ID + 1];

	if (link_youtube_id(url, id)) {
		add_name(t, talk, id, VIDEO_ID);
		return;
	}
	if (!link_is_video(url))
		return;
	while (len > 0 && url[len - 1] == '/')
		len--;
	for (s = url + len; s > url && s[-1] != '/';)
		s--;
	len -= (size_t)(s - url);
	for (size_t i = len; i > 0 && len - i <= 5; i--)
		if (s[i - 1] == '.') {
			len = i - 1;
			break;
		}
	add_name(t, talk, s, len);
}

static void
add_names(struct transcripts *t, const struct notes *notes)
{
	t->ntalks = notes->ntalks;
	t->of = mem_alloc(t->ntalks + 1, sizeof(*t->of));
	t->language = mem_alloc(t->ntalks + 1, sizeof(*t->language));
	for (uint32_t i = 0; i < t->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];
		const char *slug = talk->identity ? talk->identity->slug : NULL;

		t->of[i] = NONE;
		if (talk->language)
			t->language[i] = arena_dup(
			    t->arena, talk->language, strlen(talk->language));
		if (slug)
			add_name(t, i, slug, strlen(slug));
		if (talk->url)
			add_link(t, i, talk->url);
	}
}

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
	for (uint32_t i = 0; i < notes->nsources; i++)
		add_source(t, notes->sources[i].path);
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		if (notes->talks[i].path)
			add_source(t, notes->talks[i].path);
	}
}

/* Files. */

/* The talks that have the name of these bytes; NONE: no talk has. */
static uint32_t
look_up(const struct transcripts *t, const char *s, size_t len)
{
	char name[256];
	const uint32_t *at;

	if (len >= sizeof(name) || len < SHORTEST)
		return NONE;
	memcpy(name, s, len);
	name[len] = '\0';
	at = strmap_get(&t->names, name);
	return at ? *at : NONE;
}

/* As look_up(), for the name of a file without its endings. */
static uint32_t
look_up_stem(const struct transcripts *t, const char *s, size_t len)
{
	uint32_t at = look_up(t, s, len);
	const char *part = s + len;

	/* "Title [ID]", "Title-ID". */
	if (at == NONE && len > VIDEO_ID + 2 && s[len - 1] == ']' &&
	    s[len - VIDEO_ID - 2] == '[')
		at = look_up(t, s + len - VIDEO_ID - 1, VIDEO_ID);
	if (at == NONE && len > VIDEO_ID + 1 &&
	    strchr("-_ ", s[len - VIDEO_ID - 1]))
		at = look_up(t, s + len - VIDEO_ID, VIDEO_ID);
	/* "slug_hd". */
	while (at == NONE && part > s)
		if (*--part == '_')
			at = look_up(t, s, (size_t)(part - s));
	return at;
}

/* The length of a language at the end, ".en" or ".zh-Hans"; 0: there is none. */
static size_t
language_at_end(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len &&
	    (text_ascii_word(s[len - n - 1]) || s[len - n - 1] == '-'))
		n++;
	return n >= 2 && n <= 8 && n < len && s[len - n - 1] == '.' ? n : 0;
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

/* Gives a file to the talks that have its name, unless they have a better one. */
static void
give(struct transcripts *t, uint32_t name, const char *path, const char *lang,
    size_t nlang)
{
	uint32_t file = (uint32_t)t->nfiles;
	bool used = false;

	for (; name != NONE; name = t->name[name].next) {
		uint32_t talk = t->name[name].talk, has = t->of[talk];
		unsigned rank = rank_of(t->language[talk], lang, nlang);

		/* Folders give their files in any order. */
		if (has != NONE && has != file &&
		    (t->file[has].rank < rank ||
			(t->file[has].rank == rank &&
			    strcmp(t->file[has].path, path) <= 0)))
			continue;
		if (!used) {
			t->file = mem_grow(t->file, &t->files_cap,
			    t->nfiles + 1, sizeof(*t->file));
			t->file[t->nfiles++] = (struct file){
			    .path = mem_dup(path, strlen(path)), .rank = rank};
		}
		used = true;
		t->of[talk] = file;
	}
}

static bool
is_captions(const char *name)
{
	size_t len = strlen(name);
	const char *end = len > 4 ? name + len - 4 : "    ";

	return text_ascii_same(end, ".vtt", 4) ||
	    text_ascii_same(end, ".srt", 4);
}

static void
take_file(struct transcripts *t, const char *path, const char *name)
{
	t->looked++;
	if (!is_captions(name))
		return;
	t->captions = mem_grow(t->captions, &t->captions_cap, t->ncaptions + 1,
	    sizeof(*t->captions));
	t->captions[t->ncaptions++] = arena_dup(t->arena, path, strlen(path));
}

/* Gives captions to the talks that they are of. */
static void
match(struct transcripts *t, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t len = strlen(name) - 4, nlang = language_at_end(name, len);
	uint32_t at;

	at = look_up_stem(t, name, nlang > 0 ? len - nlang - 1 : len);
	if (at == NONE && nlang > 0) {
		nlang = 0;
		at = look_up_stem(t, name, len);
	}
	if (at != NONE && !strmap_get(&t->sources, path))
		give(t, at, path, name + len - nlang, nlang);
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
	free(t->name);
	free(t->language);
	free(t->place);
	free(t->captions);
	strmap_free(&t->names);
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
