#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/system/draft.h"
#include "lectern/ui/command.h"
#include "ui/effect.h"

#define DRAFTS 16 /* looked at when lectern starts */

/* Whether a talk has this key, or had it. */
static bool
has_key(const struct app *app, const struct talk *talk, const char *key)
{
	const struct mark *mark = marks_get(app->marks, key);

	return strcmp(talk->key, key) == 0 ||
	    (mark && marks_get(app->marks, talk->key) == mark);
}

bool
effect_find_draft(const struct app *app, uint32_t first, uint32_t last,
    struct draft *draft, uint32_t *talk)
{
	bool found = false;
	size_t n;
	char **key = draft_keys(&n);

	for (size_t k = 0; k < n; k++) {
		for (uint32_t i = first; i <= last && !found; i++) {
			*talk = i;
			found = has_key(app, &app->notes->talks[i], key[k]) &&
			    draft_find(draft, key[k]);
		}
		free(key[k]);
	}
	free(key);
	return found;
}

/* Whether a draft has what is not in the note, nor was when it was begun. */
static bool
is_of_use(const struct app *app, uint32_t talk, const struct draft *draft)
{
	char *text = draft_read(draft, NULL);
	bool use = !text || draft_has_more(draft) ||
	    (!draft_is_note(text, draft->before) &&
		!draft_is_note(text, app_note(app, talk)));

	free(text);
	return use;
}

static void
say_offer(struct app *app, uint32_t talk)
{
	char *keys = command_keys(command_find("note"), app->config);
	char *text = mem_printf(
	    _("your note on %s was left unfinished: %.*s goes on with it"),
	    app->notes->talks[talk].title, (int)strcspn(keys, " "), keys);

	app_notice(app, text);
	free(text);
	free(keys);
}

void
effect_offer_draft(struct effects *effects)
{
	struct app *app = effects->app;
	struct draft draft;
	uint32_t talk;

	for (int i = 0; i < DRAFTS && app->notes->ntalks > 0 &&
	     effect_find_draft(app, 0, app->notes->ntalks - 1, &draft, &talk);
	     i++) {
		if (is_of_use(app, talk, &draft)) {
			draft_keep(&draft);
			app_select(app, talk);
			say_offer(app, talk);
			return;
		}
		draft_drop(&draft);
	}
}
