#include "ui/cmd_queue.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/ui/cmd_mark.h"

#define NEAR 200 /* talks near one that a plan knows of */

static bool
is_queued(const struct app *app, uint32_t talk)
{
	return app->briefs[talk].kinds & MARK_QUEUED;
}

/* Takes talks from the queue. */
static void
take(struct app *app, const uint32_t *talk, size_t n)
{
	struct change *change = mem_alloc(n, sizeof(*change));

	for (size_t i = 0; i < n; i++) {
		const char *rank = mark_kind_text(
		    &app->annotations[talk[i]], MARK_QUEUED);

		change[i] = (struct change){
		    .talk = talk[i],
		    .kind = MARK_QUEUED,
		    .before = mem_dup(rank, strlen(rank)),
		    .after = mem_dup("", 0),
		};
	}
	if (cmd_mark_change(app, change, n, ""))
		app->range_from = APP_NONE;
	app_queue_free(change, n);
}

static void
add(struct app *app, const uint32_t *talk, size_t n, const char *more)
{
	struct change *change = app_queue_add(app, talk, n);

	if (cmd_mark_change(app, change, n, more))
		app->range_from = APP_NONE;
	app_queue_free(change, n);
}

enum outcome
cmd_queue_turn(struct app *app, int count, const char *argument)
{
	size_t first, n = app_targets(app, count, &first), fresh = 0, old = 0;
	uint32_t *talk = mem_alloc(n, sizeof(*talk));
	uint32_t *queued = mem_alloc(n, sizeof(*queued));

	(void)argument;
	for (size_t i = 0; i < n; i++) {
		uint32_t one = app->list.hit[first + i].talk;

		if (is_queued(app, one))
			queued[old++] = one;
		else if (!app->briefs[one].pause)
			talk[fresh++] = one;
	}
	if (fresh > 0)
		add(app, talk, fresh, "");
	else if (old > 0)
		take(app, queued, old);
	else
		cmd_mark_no_talk(app, n > 0);
	free(queued);
	free(talk);
	return OUT_DRAW;
}

/* Moves the talk at `from` to where the one at `to` is. */
static void
move(uint32_t *talk, size_t from, size_t to)
{
	uint32_t moved = talk[from];

	for (; from < to; from++)
		talk[from] = talk[from + 1];
	for (; from > to; from--)
		talk[from] = talk[from - 1];
	talk[to] = moved;
}

static size_t
find(const uint32_t *talk, uint32_t one)
{
	size_t i = 0;

	while (talk[i] != one)
		i++;
	return i;
}

/* Moves the selected talk by so many rows of the list. */
static enum outcome
step(struct app *app, long by)
{
	long row = (long)app->talks.sel + by, last = (long)app->list.n - 1;
	uint32_t one = app_talk_index(app);
	size_t n, nchanges, to;

	if (!app_lists_queue(app) || app_filtered(app) || one == APP_NONE) {
		app_say(app, true,
		    _("talks are moved in the queue, without a filter"));
		return OUT_DRAW;
	}
	row = row < 0 ? 0 : row > last ? last : row;

	uint32_t *talk = app_queue(app, &n);

	to = find(talk, app->list.hit[row].talk);
	move(talk, find(talk, one), to);

	struct change *change = app_queue_place(app, talk, n, &nchanges);

	if (nchanges > 0 && app_change(app, change, nchanges)) {
		app_select(app, one);
		app_say(app, false, _("%zu of %zu in the queue: %s"), to + 1, n,
		    app->notes->talks[one].title);
	}
	app_queue_free(change, nchanges);
	free(talk);
	return OUT_DRAW;
}

enum outcome
cmd_queue_up(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step(app, -app_times(count));
}

enum outcome
cmd_queue_down(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step(app, app_times(count));
}

/* A plan: talks until they are as long as wanted. */

/* A talk that a plan may take; those with the largest score are taken first. */
struct candidate {
	uint32_t talk;
	float score;
};

static int
compare(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return x->talk < y->talk ? -1 : x->talk > y->talk;
}

/*
 * Reads a length in minutes, "3h", "90m", "1h30", "2:30" or "45", and goes on
 * behind it; 0: there is none.
 */
static unsigned long
read_length(const char **s)
{
	char *end;
	unsigned long n = strtoul(*s, &end, 10);

	if (**s < '0' || **s > '9' || n > 1000)
		return 0;
	if (*end == 'h' || *end == ':') {
		*s = end + 1;
		n *= 60;
		if (**s >= '0' && **s <= '9')
			n += strtoul(*s, &end, 10) % 60;
		else
			end++;
	}
	end += *end == 'm';
	if (*end && *end != ' ')
		return 0;
	*s = end + strspn(end, " ");
	return n;
}

/* The talks that a query finds, or those of the list. */
static void
find_talks(struct app *app, const char *words, struct hits *hits)
{
	struct query query = {0};

	app_finish(app);
	if (*words) {
		query_parse(&query, words);
		filter_run(app->filter, &query, hits);
		query_free(&query);
		return;
	}
	hits->hit = mem_grow(
	    NULL, &hits->cap, app->list.n + 1, sizeof(*hits->hit));
	memcpy(hits->hit, app->list.hit, app->list.n * sizeof(*hits->hit));
	hits->n = app->list.n;
}

/* The talk near which a plan looks: what is queued last, else the selected. */
static uint32_t
find_seed(const struct app *app)
{
	size_t n;
	uint32_t *talk = app_queue(app, &n);
	uint32_t seed = n > 0 ? talk[n - 1] : app_talk_index(app);

	free(talk);
	return seed;
}

/* Adds up what speaks for each talk. */
static void
weigh(struct app *app, struct candidate *candidate, size_t n)
{
	uint32_t seed = find_seed(app);
	struct related near = {0};

	if (seed != APP_NONE)
		related_find(&near, app->filter, seed, NEAR);
	for (size_t i = 0; i < n; i++) {
		uint32_t talk = candidate[i].talk;

		if (app->briefs[talk].kinds & MARK_BOOKMARKED)
			candidate[i].score += 2;
		if (talk == seed)
			candidate[i].score += 1;
		for (size_t k = 0; k < near.n; k++)
			if (near.talk[k].talk == talk)
				candidate[i].score += near.talk[k].score;
	}
	related_free(&near);
}

/* Collects what a plan may take; returns how many. */
static size_t
collect(const struct app *app, const struct hits *hits,
    struct candidate *candidate, size_t *unknown)
{
	size_t n = 0;

	*unknown = 0;
	for (size_t i = 0; i < hits->n; i++) {
		uint32_t talk = hits->hit[i].talk;

		if (app->briefs[talk].pause ||
		    (app->briefs[talk].kinds & (MARK_QUEUED | MARK_SEEN)))
			continue;
		if (app->notes->talks[talk].minutes > 0)
			candidate[n++] = (struct candidate){talk, 0};
		else
			++*unknown;
	}
	return n;
}

/* How long the queue is in minutes, as far as is known. */
static unsigned long
queue_minutes(const struct app *app)
{
	size_t n;
	uint32_t *talk = app_queue(app, &n);
	unsigned long minutes = 0;

	for (size_t i = 0; i < n; i++)
		minutes += app->notes->talks[talk[i]].minutes;
	free(talk);
	return minutes;
}

/* Takes candidates while they fit, and queues them. */
static void
fill(struct app *app, const struct candidate *candidate, size_t n,
    unsigned long minutes)
{
	uint32_t *talk = mem_alloc(n, sizeof(*talk));
	struct arena *arena = arena_new();
	unsigned long have = queue_minutes(app);
	unsigned long left = minutes > have ? minutes - have : 0;
	size_t taken = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned one = app->notes->talks[candidate[i].talk].minutes;

		if (one > left)
			continue;
		left -= one;
		talk[taken++] = candidate[i].talk;
	}
	if (taken > 0) {
		add(app, talk, taken,
		    arena_printf(arena, _(": the queue has %lu of %lu min"),
			minutes - left, minutes));
	} else if (have > 0) {
		app_say(app, true,
		    _("plan: the queue has %lu min, and no talk fits"), have);
	} else {
		app_say(app, true, _("plan: no talk is as short as that"));
	}
	arena_free(arena);
	free(talk);
}

enum outcome
cmd_queue_plan(struct app *app, int count, const char *argument)
{
	const char *words = argument;
	unsigned long minutes = read_length(&words);
	struct hits hits = {0};
	struct candidate *candidate;
	size_t n, unknown;

	(void)count;
	if (minutes == 0) {
		app_say(
		    app, true, _("plan: how long? As in plan 3h, plan 90m"));
		return OUT_DRAW;
	}
	find_talks(app, words, &hits);
	candidate = mem_alloc(hits.n, sizeof(*candidate));
	n = collect(app, &hits, candidate, &unknown);
	if (n == 0) {
		app_say(app, true, "%s",
		    unknown > 0 ? _("plan: no talk that is left tells how long "
				    "it takes")
				: _("plan: there is no talk to add"));
	} else {
		weigh(app, candidate, n);
		qsort(candidate, n, sizeof(*candidate), compare);
		fill(app, candidate, n, minutes);
	}
	free(candidate);
	hits_free(&hits);
	return OUT_DRAW;
}
