#include "lectern/ui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/system/visit.h"

bool
app_lists_pairs(const struct app *app)
{
	return app->by == BY_SOURCE && app_group(app).kind == GROUP_VALUE;
}

const struct joined *
app_pair_of(const struct app *app, uint32_t talk)
{
	uint32_t source;

	if (!app_lists_pairs(app))
		return NULL;
	source = app->values.value[app_group(app).index].source;
	for (uint32_t i = 0; i < app->notes->njoined; i++) {
		const struct joined *joined = &app->notes->joined[i];

		if (joined->talk == talk && joined->source == source)
			return joined;
	}
	return NULL;
}

char *
app_pair_text(const struct app *app, const struct joined *pair)
{
	const char *title = app->notes->talks[pair->talk].title;

	if (!pair->why && pair->other) {
		const char *day = pair->other_day ? pair->other_day : "";
		/* Another one may have the same title. */
		char *other = mem_printf(
		    "%s%s%s", pair->other, *day ? ", " : "", day);
		char *text = mem_printf(pair->parted ? _("parted from: %s")
						     : _("left, most like: %s"),
		    other);

		free(other);
		return text;
	}
	if (!pair->why)
		return mem_printf("%s", _("left"));
	return strcmp(pair->title, title) == 0
	    ? mem_printf("%s", _(pair->why))
	    : mem_printf("%s: %s", _(pair->why), pair->title);
}

/* A hit, and its pair. */
struct paired {
	const struct joined *pair;
	struct hit hit;
};

/* How soon a pair is to be looked at: what is offered, left, in doubt. */
static int
rank_of(const struct joined *pair)
{
	return !pair       ? -1
	    : pair->why    ? pair->doubt
	    : !pair->other ? 300
	    : pair->parted ? 301
			   : 302;
}

static int
compare(const void *a, const void *b)
{
	const struct paired *x = a, *y = b;
	int rank = rank_of(y->pair) - rank_of(x->pair);

	if (rank != 0)
		return rank;
	return x->hit.talk < y->hit.talk ? -1 : x->hit.talk > y->hit.talk;
}

void
app_sort_pairs(struct app *app)
{
	uint32_t source = app->values.value[app_group(app).index].source;
	const struct joined **of = mem_alloc(
	    app->notes->ntalks + 1, sizeof(struct joined *));
	struct paired *all = mem_alloc(app->list.n + 1, sizeof(*all));

	for (uint32_t i = 0; i < app->notes->njoined; i++) {
		const struct joined *joined = &app->notes->joined[i];

		if (joined->source == source &&
		    joined->talk < app->notes->ntalks)
			of[joined->talk] = joined;
	}
	for (size_t i = 0; i < app->list.n; i++)
		all[i] = (struct paired){
		    of[app->list.hit[i].talk], app->list.hit[i]};
	qsort(all, app->list.n, sizeof(*all), compare);
	for (size_t i = 0; i < app->list.n; i++)
		app->list.hit[i] = all[i].hit;
	free(all);
	free(of);
}

void
app_pair_count(const struct app *app, size_t row, char out[COUNT_BYTES])
{
	uint32_t source = app->values.value[app->groups[row].index].source;
	uint32_t joined = 0, all = 0;

	for (uint32_t i = 0; i < app->notes->njoined; i++) {
		if (app->notes->joined[i].source != source)
			continue;
		all++;
		joined += app->notes->joined[i].why != NULL;
	}
	snprintf(out, COUNT_BYTES, "%u/%u", joined, all);
}

/* Whether some talks of a source are left that others may be like. */
static bool
has_left(const struct notes *notes, uint32_t source)
{
	for (uint32_t i = 0; i < notes->njoined; i++) {
		const struct joined *joined = &notes->joined[i];

		if (joined->source == source && !joined->why)
			return true;
	}
	return false;
}

/* Whether it is to be said of a source that it was joined with another. */
static bool
is_told(struct app *app, uint32_t source)
{
	const struct source *of = &app->notes->sources[source];

	if (!of->joined || of->lists || of->captions == CAPTIONS_OF_TALK)
		return false;
	/* It is known, and there is nothing to do. */
	return visit_is_news(app->recall, of->path, of->joined) ||
	    has_left(app->notes, source);
}

bool
app_say_joined(struct app *app)
{
	const struct notes *notes = app->notes;
	const char *name;
	char *joined;
	uint32_t n = 0, first = 0;

	for (uint32_t i = 0; i < notes->nsources; i++) {
		if (!is_told(app, i))
			continue;
		if (n++ == 0)
			first = i;
	}
	app->message_joined = n > 0;
	if (n == 0)
		return false;
	joined = told_text(notes->sources[first].joined);
	name = notes_source_name(notes, first);
	if (n == 1)
		app_say(app, false, "%s: %s", name, joined);
	else
		app_say(app, false, _("%s: %s; T lists all %u sources"), name,
		    joined, n);
	free(joined);
	app->message_joined = true;
	return true;
}
