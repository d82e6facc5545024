#include "lectern/system/news.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/tally.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "lectern/base/xdg.h"
#include "lectern/source/pause.h"

/*
 * What is known of whom
 * =====================
 *
 * Talks are kept by source, as they are there: of a source that was joined into
 * another those that joined.key and joined.title tell of.  So it does not matter
 * which documents are open together.  A talk that several sources tell of is new
 * if all of them are known and none had it.  What had a video once has it.
 */

#define OPEN_MOST 100000 /* talks whose news are told */

/* A source that is open. */
struct open {
	uint64_t path; /* hash of the absolute one */
	bool joined;   /* its talks are in notes.joined */
	bool known;    /* it was open before */
};

/* What is known of a talk; the bits combine. */
enum {
	WAS_THERE = 1 << 0,
	WAS_VIDEO = 1 << 1,
	WAS_NEW = 1 << 2,
	FIRST_TIME = 1 << 3, /* or a source is not known that tells of it */
	IS_SEEN = 1 << 4,    /* now */
	IS_PAUSE = 1 << 5,
};

/* The talks as the sources tell of them, and before. */
struct finding {
	const struct notes *notes;
	struct open *open; /* by source */
	struct known now, was, rest;
	uint32_t *talk; /* for each of `now`, its index */
	size_t talk_cap;
	uint8_t *state; /* by index; borrowed */
	uint32_t *to;
	bool *taken;
};

char *
news_path(void)
{
	return xdg_path(XDG_STATE, "known");
}

static uint64_t
hash(const char *s, uint64_t from)
{
	return strmap_hash(s, strlen(s), from);
}

static bool
is_stdin(const struct source *source)
{
	return strcmp(source->path, "-") == 0;
}

static void
add(struct finding *f, uint32_t source, uint32_t talk, const char *key,
    const char *title)
{
	uint64_t path = f->open[source].path;

	/* What an older version has alone no talk tells of. */
	if (talk >= f->notes->ntalks || is_stdin(&f->notes->sources[source]) ||
	    f->state[talk] & IS_PAUSE)
		return;
	f->talk = mem_grow(
	    f->talk, &f->talk_cap, f->now.n + 1, sizeof(*f->talk));
	f->talk[f->now.n] = talk;
	known_add(&f->now,
	    &(struct moves_talk){
		.id = hash(key, path),
		.title = hash(title, STRMAP_HASH_START),
		.source = path,
	    });
}

static void
list_now(struct finding *f)
{
	const struct notes *notes = f->notes;

	for (uint32_t i = 0; i < notes->nsources; i++) {
		char *path = userfile_absolute(notes->sources[i].path);

		f->open[i].path = hash(path, STRMAP_HASH_START);
		free(path);
	}
	for (uint32_t i = 0; i < notes->njoined; i++)
		f->open[notes->joined[i].source].joined = true;
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		if (!talk->missing && !f->open[talk->source].joined)
			add(f, talk->source, i, talk->key, talk->title);
	}
	for (uint32_t i = 0; i < notes->njoined; i++) {
		const struct joined *joined = &notes->joined[i];

		add(f, joined->source, joined->talk, joined->key,
		    joined->title);
	}
}

static int
compare_hashes(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static bool
has_hash(const uint64_t *hashes, size_t n, uint64_t wanted)
{
	return n > 0 &&
	    bsearch(&wanted, hashes, n, sizeof(*hashes), compare_hashes);
}

/* Parts what is known of the sources that are open from the rest. */
static void
list_was(struct finding *f, const struct known *all)
{
	uint32_t n = f->notes->nsources;
	uint64_t *open = mem_alloc(n + (size_t)1, sizeof(*open));
	uint64_t *known;

	for (uint32_t i = 0; i < n; i++)
		open[i] = f->open[i].path;
	qsort(open, n, sizeof(*open), compare_hashes);
	known = mem_alloc(all->n + 1, sizeof(*known));
	for (size_t i = 0; i < all->n; i++) {
		bool is_open = has_hash(open, n, all->talk[i].source);

		known[i] = all->talk[i].source;
		known_add(is_open ? &f->was : &f->rest, &all->talk[i]);
	}
	qsort(known, all->n, sizeof(*known), compare_hashes);
	for (uint32_t i = 0; i < n; i++)
		f->open[i].known = has_hash(known, all->n, f->open[i].path);
	free(open);
	free(known);
}

/* Finds what is known of each talk. */
static void
find_states(struct finding *f)
{
	size_t nopen = 0, n = f->notes->nsources;
	uint64_t *known = mem_alloc(n + 1, sizeof(*known));

	for (size_t i = 0; i < n; i++)
		if (f->open[i].known)
			known[nopen++] = f->open[i].path;
	qsort(known, nopen, sizeof(*known), compare_hashes);
	for (size_t i = 0; i < f->now.n; i++)
		if (!f->taken[i] &&
		    !has_hash(known, nopen, f->now.talk[i].source))
			f->state[f->talk[i]] |= FIRST_TIME;
	for (size_t i = 0; i < f->was.n; i++) {
		unsigned flags = f->was.talk[i].flags;

		if (f->to[i] == MOVES_NONE)
			continue;
		f->state[f->talk[f->to[i]]] |= WAS_THERE |
		    (flags & KNOWN_VIDEO ? WAS_VIDEO : 0) |
		    (flags & KNOWN_NEW ? WAS_NEW : 0);
	}
	free(known);
}

static void
find_talks(struct news *news, const struct finding *f)
{
	const struct notes *notes = f->notes;
	bool *told = mem_alloc(notes->ntalks + (size_t)1, sizeof(*told));

	for (size_t i = 0; i < f->now.n; i++)
		told[f->talk[i]] = true;
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];
		unsigned state = f->state[i];
		bool fresh = told[i] && !(state & (WAS_THERE | FIRST_TIME));
		bool video = state & WAS_THERE && !(state & FIRST_TIME) &&
		    !(state & WAS_VIDEO) && notes_has_video(talk);

		news->fresh += fresh;
		news->videos += video;
		news->has[i] = (fresh || video || state & WAS_NEW) &&
		    !(state & IS_SEEN);
	}
	free(told);
}

/* A talk that another source still tells of, by its title, is not gone. */
static void
count_gone(struct news *news, const struct finding *f)
{
	uint64_t *titles = mem_alloc(f->now.n + 1, sizeof(*titles));
	uint64_t *gone = mem_alloc(f->was.n + 1, sizeof(*gone));
	size_t n = 0;

	for (size_t i = 0; i < f->now.n; i++)
		titles[i] = f->now.talk[i].title;
	qsort(titles, f->now.n, sizeof(*titles), compare_hashes);
	for (size_t i = 0; i < f->was.n; i++)
		if (f->to[i] == MOVES_NONE &&
		    !has_hash(titles, f->now.n, f->was.talk[i].title))
			gone[n++] = f->was.talk[i].title;
	qsort(gone, n, sizeof(*gone), compare_hashes);
	for (size_t i = 0; i < n; i++)
		news->gone += i == 0 || gone[i] != gone[i - 1];
	free(titles);
	free(gone);
}

static void
list_known(struct news *news, const struct finding *f)
{
	for (size_t i = 0; i < f->now.n; i++) {
		struct moves_talk talk = f->now.talk[i];
		uint32_t index = f->talk[i];

		if (notes_has_video(&f->notes->talks[index]) ||
		    f->state[index] & WAS_VIDEO)
			talk.flags |= KNOWN_VIDEO;
		if (news->has[index])
			talk.flags |= KNOWN_NEW;
		known_add(&news->known, &talk);
	}
	for (size_t i = 0; i < f->rest.n; i++)
		known_add(&news->known, &f->rest.talk[i]);
}

void
news_begin(
    struct news *news, const struct notes *notes, const struct marks *marks)
{
	news->n = notes->ntalks;
	news->has = mem_alloc(news->n + (size_t)1, sizeof(*news->has));
	news->state = mem_alloc(news->n + (size_t)1, sizeof(*news->state));
	for (uint32_t i = 0; i < news->n; i++) {
		const struct talk *talk = &notes->talks[i];

		if (marks_of(marks, talk) & MARK_SEEN)
			news->state[i] |= IS_SEEN;
		if (pause_is(talk))
			news->state[i] |= IS_PAUSE;
	}
}

void
news_read(struct news *news, const char *path)
{
	known_read(&news->before, path);
}

void
news_find(struct news *news, const struct notes *notes)
{
	struct finding f = {.notes = notes,
	    .open = mem_alloc(notes->nsources + (size_t)1, sizeof(*f.open)),
	    .state = news->state};

	list_now(&f);
	list_was(&f, &news->before);
	if (f.now.n > OPEN_MOST) {
		known_free(&f.now);
		known_free(&f.was);
	}
	f.to = mem_alloc(f.was.n + 1, sizeof(*f.to));
	f.taken = mem_alloc(f.now.n + 1, sizeof(*f.taken));
	moves_find(f.was.talk, (uint32_t)f.was.n, f.now.talk, (uint32_t)f.now.n,
	    f.to, f.taken);
	find_states(&f);
	find_talks(news, &f);
	count_gone(news, &f);
	list_known(news, &f);
	known_free(&f.now);
	known_free(&f.was);
	known_free(&f.rest);
	free(f.open);
	free(f.talk);
	free(f.to);
	free(f.taken);
}

bool
news_keep(struct news *news, const char *path, struct err *err)
{
	bool good = known_write(&news->known, &news->before, path, err);

	known_free(&news->before);
	known_free(&news->known);
	return good;
}

bool
news_words(const struct news *news, char out[NEWS_BYTES])
{
	uint32_t videos = news->videos, fresh = news->fresh, gone = news->gone;
	struct arena *arena = arena_new();

	*out = '\0';
	tally_add(out, NEWS_BYTES, videos,
	    arena_printf(arena,
		ngettext("%u talk has a video now", "%u talks have a video now",
		    videos),
		videos));
	tally_add(out, NEWS_BYTES, fresh,
	    arena_printf(arena,
		*out ? ngettext("%u is new", "%u are new", fresh)
		     : ngettext("%u talk is new", "%u talks are new", fresh),
		fresh));
	tally_add(out, NEWS_BYTES, gone,
	    arena_printf(arena,
		*out ? ngettext("%u gone", "%u gone", gone)
		     : ngettext("%u talk is gone", "%u talks are gone", gone),
		gone));
	arena_free(arena);
	return *out;
}

void
news_free(struct news *news)
{
	free(news->has);
	free(news->state);
	known_free(&news->before);
	known_free(&news->known);
	*news = (struct news){0};
}
