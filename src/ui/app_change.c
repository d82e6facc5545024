#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

/*
 * Makes changes, or with `back` reverts them, in one transaction; shows a
 * message on failure.  `*taken` says whether they are made, or wait and what was
 * before them is known.
 */
static bool
apply(struct app *app, const struct change *change, size_t n, bool back,
    bool *taken)
{
	struct marks_change *marks = mem_alloc(n, sizeof(*marks));
	struct err err;

	for (size_t i = 0; i < n; i++) {
		const char *from = change[i].before, *to = change[i].after;
		enum mark_type type = mark_kind_info(change[i].kind)->type;

		if (back) {
			from = change[i].after;
			to = change[i].before;
		}
		marks[i] = (struct marks_change){
		    .talk = &app->notes->talks[change[i].talk],
		    .kind = change[i].kind,
		    .on = *to != '\0',
		    .text = type == MARK_FLAG      ? NULL
			: type == MARK_SET && !*to ? from
						   : to,
		};
	}
	bool good = marks_set_all(app->marks, marks, n, &err);

	free(marks);
	*taken = good ||
	    (marks_are_awaited(app->marks) && marks_are_read(app->marks));
	if (!good)
		app_say(app, true, "%s", err.msg);
	/* Even then they may have been read anew. */
	app_relist(app);
	return good;
}

static void
forget(struct change *change)
{
	free(change->before);
	free(change->after);
}

void
app_changes_free(struct changes *changes)
{
	while (changes->n > 0)
		forget(&changes->change[--changes->n]);
	free(changes->change);
	*changes = (struct changes){.n = 0};
}

/* Forgets changes that were undone, and the oldest if there are many. */
static void
make_room(struct changes *changes)
{
	size_t old = 0;

	for (; changes->undone > 0; changes->undone--)
		forget(&changes->change[--changes->n]);
	while (old < changes->n &&
	    changes->change[old].step + APP_STEPS <= changes->step)
		forget(&changes->change[old++]);
	if (old > 0)
		memmove(changes->change, changes->change + old,
		    (changes->n -= old) * sizeof(*changes->change));
}

bool
app_change(struct app *app, const struct change *change, size_t n)
{
	struct changes *changes = &app->changes;
	bool taken, made = apply(app, change, n, false, &taken);

	if (!taken)
		return false;
	changes->step++;
	make_room(changes);
	changes->change = mem_grow(changes->change, &changes->cap,
	    changes->n + n, sizeof(*changes->change));
	for (size_t i = 0; i < n; i++)
		changes->change[changes->n++] = (struct change){
		    .talk = change[i].talk,
		    .kind = change[i].kind,
		    .step = changes->step,
		    .before = mem_dup(
			change[i].before, strlen(change[i].before)),
		    .after = mem_dup(change[i].after, strlen(change[i].after)),
		};
	return made;
}

size_t
app_change_step(const struct app *app, bool back, const struct change **first)
{
	const struct changes *changes = &app->changes;
	size_t at = changes->n - changes->undone, end = at;

	if (back) {
		while (at > 0 &&
		    changes->change[at - 1].step ==
			changes->change[end - 1].step)
			at--;
	} else {
		while (end < changes->n &&
		    changes->change[end].step == changes->change[at].step)
			end++;
	}
	*first = changes->change + at;
	return end - at;
}

bool
app_change_again(struct app *app, bool back)
{
	const struct change *first;
	size_t n = app_change_step(app, back, &first);
	bool taken, made = apply(app, first, n, back, &taken);

	if (taken)
		app->changes.undone += back ? n : -n;
	return made;
}
