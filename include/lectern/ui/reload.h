/*
 * Reads the documents again, in the background, when they have changed or the
 * reader asks for it.
 */
#ifndef LECTERN_RELOAD_H
#define LECTERN_RELOAD_H

#include <stdbool.h>

#include "lectern/source/load_options.h"
#include "lectern/system/kept.h"
#include "lectern/system/reading.h"
#include "lectern/system/watch.h"
#include "lectern/ui/app.h"

/* The documents, to be read again when they change. */
struct reload_sources {
	const char *const *paths;
	size_t npaths;
	struct load_options load; /* its progress is not used */
	struct notes **notes;     /* those of the app, which are replaced */
	struct kept *kept;        /* keeps the place in them; may be NULL */
	long long since;          /* when reading began, by clock_of_files() */
};

/* Paths of documents that were opened here; owned. */
struct reload_set {
	char **path;
	size_t n;
};

/* Freed with reload_end(). */
struct reload {
	struct app *app;
	struct reload_sources sources;
	bool possible;                  /* they can be read again */
	struct reload_set opened, next; /* what was opened, and what is being */
	struct reload_set before;       /* what was open before that */
	struct watch watch;
	struct reading *reading;
	bool asked;   /* the reader waits for the result */
	bool settled; /* a pair was settled, which has been told, */
	bool again;   /* and what is being read may not know it */
	bool first;   /* what the app has is only a part: see load_options.h */
	struct err fault; /* why all of it cannot be had; "" */
	long long looked;
	long long pause; /* milliseconds until the next look */
};

/*
 * Begins to watch, and to read the rest if the notes are a part of it; `sources`
 * may be NULL.
 */
void reload_begin(struct reload *reload, struct app *app,
    const struct reload_sources *sources);

/*
 * Reads again at once: all that there is if the reader `asked`, else if
 * something has changed.
 */
void reload_now(struct reload *reload, bool asked);

/* Reads again since a pair was settled, which the app has told. */
void reload_settled(struct reload *reload);

/*
 * Reads other documents in place of these.  When they are read the place in
 * them is gone to; what cannot be read changes nothing.
 */
void
reload_open(struct reload *reload, const char *const *paths, size_t npaths);

/* Reads the documents again that were open before these, or says there are none. */
void reload_back(struct reload *reload);

/*
 * Looks for changes if it is time for that, and puts what was read in place of
 * the old notes.  Returns whether there is something to draw; a non-empty
 * `*swap`, to be freed, tells that the notes are others now.  If the rest of the
 * documents cannot be read `fault` says why.
 */
bool reload_look(struct reload *reload, struct app_swap *swap);

/* Returns the milliseconds until reload_look() is to be called. */
int reload_wait(const struct reload *reload);

/* Returns false if a thread still reads: see reading_leave(). */
bool reload_end(struct reload *reload);

#endif
