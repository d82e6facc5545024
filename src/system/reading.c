#include "lectern/system/reading.h"

#include <poll.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/model/moves.h"
#include "lectern/source/load.h"

#define LEAVING 100 /* milliseconds that the end of the program waits */
#define PREPARE ((size_t)4 << 20) /* bytes between two looks at the stop */

struct reading {
	struct parallel_task *task;
	const char *const *paths;
	size_t npaths;
	const struct notes *before;
	struct load_options options;
	struct progress progress;
	atomic_bool stopped;
	atomic_int percent;
	struct notes *notes; /* the rest is written by the task */
	struct filter *filter;
	struct err err;
};

static bool
go_on(void *user, size_t done, size_t total)
{
	struct reading *reading = user;

	if (total > 0)
		atomic_store(
		    &reading->percent, (int)(done * UINT64_C(100) / total));
	return !atomic_load(&reading->stopped);
}

/* Hashes now what would take long when the notes are swapped. */
static void
list_moves(struct notes *notes, const struct notes *before)
{
	notes->moves = moves_list(notes, NULL, notes->arena);
	notes->moves_before = moves_list(before, NULL, notes->arena);
}

static void
read_all(void *argument)
{
	struct reading *reading = argument;

	reading->notes = load_paths(
	    reading->paths, reading->npaths, &reading->options, &reading->err);
	if (!reading->notes)
		return;
	list_moves(reading->notes, reading->before);
	reading->filter = filter_new(reading->notes);
	while (
	    go_on(reading, 0, 0) && !filter_prepare(reading->filter, PREPARE))
		;
}

struct reading *
reading_begin(const char *const *paths, size_t npaths,
    const struct load_options *options, const struct notes *before)
{
	struct reading *reading = mem_alloc(1, sizeof(*reading));

	reading->paths = paths;
	reading->npaths = npaths;
	reading->before = before;
	reading->options = *options;
	reading->progress = (struct progress){.tell = go_on, .user = reading};
	reading->options.progress = &reading->progress;
	atomic_init(&reading->stopped, false);
	atomic_init(&reading->percent, 0);
	reading->task = parallel_begin(read_all, reading);
	if (reading->task)
		return reading;
	free(reading);
	return NULL;
}

int
reading_percent(const struct reading *reading)
{
	return atomic_load(&reading->percent);
}

bool
reading_ended(const struct reading *reading)
{
	return parallel_ended(reading->task);
}

struct notes *
reading_take(struct reading *reading, struct filter **filter, struct err *err)
{
	struct notes *notes;

	parallel_end(reading->task);
	notes = reading->notes;
	*filter = reading->filter;
	*err = reading->err;
	free(reading);
	return notes;
}

void
reading_stop(struct reading *reading)
{
	struct filter *filter;
	struct err err;

	if (!reading)
		return;
	atomic_store(&reading->stopped, true);
	notes_free(reading_take(reading, &filter, &err));
	filter_free(filter);
}

bool
reading_leave(struct reading *reading)
{
	if (!reading)
		return true;
	atomic_store(&reading->stopped, true);
	for (int i = 0; i < LEAVING && !reading_ended(reading); i++)
		poll(NULL, 0, 1);
	if (!reading_ended(reading))
		return false;
	reading_stop(reading);
	return true;
}
