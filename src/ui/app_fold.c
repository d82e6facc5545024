#include "lectern/ui/app.h"

#include <stdio.h>
#include <string.h>

#define WORDS 64 /* bytes of all names, with blanks */

/* Names in the place that is kept. */
static const char *const names[TALK_PARTS] = {
    [TALK_ABSTRACT] = "abstract",
    [TALK_NOTES] = "notes",
    [TALK_OWN] = "own",
    [TALK_CHAPTERS] = "chapters",
    [TALK_LINKS] = "links",
    [TALK_ABOUT] = "about",
    [TALK_SPOKEN] = "transcript",
};

unsigned
app_folded(const struct app *app)
{
	unsigned spoken = 1U << TALK_SPOKEN;

	if (app_finding(app))
		return 0;
	if (!app_filtered(app))
		return app->folded;
	/* What is looked for may stand anywhere, but seldom is only said. */
	return app->list.n > 0 && app->list.hit[app->talks.sel].in_spoken
	    ? 0
	    : app->folded & spoken;
}

static enum talk_part
part_at(const struct app *app, size_t row)
{
	return talk_rows_part(&app->detail, &app->detail.rows[row]);
}

/* The part with that number, from 1, as they stand. */
static enum talk_part
numbered(const struct app *app, int number)
{
	enum talk_part last = TALK_PARTS;

	for (size_t row = 0; row < app->detail.nrows; row++) {
		enum talk_part part = part_at(app, row);

		if (part == TALK_PARTS || part == last)
			continue;
		last = part;
		if (--number == 0)
			return part;
	}
	return TALK_PARTS;
}

/* The first part from a row on that is not, or is, folded. */
static enum talk_part
next_part(const struct app *app, size_t row, bool fold)
{
	for (; row < app->detail.nrows; row++) {
		enum talk_part part = part_at(app, row);

		if (part != TALK_PARTS &&
		    ((app->folded >> part & 1) == 0) == fold)
			return part;
	}
	return TALK_PARTS;
}

void
app_fold_part(struct app *app, enum talk_part part, bool fold)
{
	app->folded = (uint8_t)(fold ? app->folded | 1U << part
				     : app->folded & ~(1U << part));
	app_detail_settle(app);
}

bool
app_fold(struct app *app, int number, bool fold)
{
	enum talk_part part = number > 0
	    ? numbered(app, number)
	    : next_part(app, app->detail_top, fold);

	if (part == TALK_PARTS && number == 0)
		part = next_part(app, 0, fold);
	if (part == TALK_PARTS)
		return false;
	app_fold_part(app, part, fold);
	return true;
}

void
app_fold_keep(const struct app *app, struct recall *place)
{
	char words[WORDS];
	size_t n = 0;

	*words = '\0';
	for (int i = 0; i < TALK_PARTS; i++) {
		if (app->folded >> i & 1)
			n += (size_t)snprintf(
			    words + n, sizeof(words) - n, "%s ", names[i]);
	}
	recall_set(place, "folded", words);
}

void
app_fold_take(struct app *app, const struct recall *place)
{
	const char *words = recall_get(place, "folded");

	if (words)
		app->folded = 0;
	for (int i = 0; words && i < TALK_PARTS; i++) {
		if (strstr(words, names[i]))
			app->folded = (uint8_t)(app->folded | 1U << i);
	}
}
