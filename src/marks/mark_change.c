#include "marks/mark_change.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/clock.h"

static const char *
keep(struct arena *arena, const char *s)
{
	return s ? arena_dup(arena, s, strlen(s)) : NULL;
}

struct mark_change
mark_change_now(struct arena *arena, const struct talk *talk,
    enum mark_kind kind, bool on, const char *text)
{
	char *speakers = notes_speakers(talk);
	const struct mark_change now = {
	    .told =
		{
		    .key = talk->key,
		    .title = talk->title,
		    .speakers = keep(arena, speakers),
		    .url = talk->url,
		    .conferences = talk->conference,
		},
	    .kind = kind,
	    .on = on,
	    .text = text,
	    .at = clock_date(),
	};

	free(speakers);
	return now;
}

struct mark_change
mark_change_copy(struct arena *arena, const struct mark_change *change)
{
	struct mark_change copy = *change;

	copy.text = keep(arena, change->text);
	copy.told = (struct mark){
	    .key = keep(arena, change->told.key),
	    .title = keep(arena, change->told.title),
	    .speakers = keep(arena, change->told.speakers),
	    .url = keep(arena, change->told.url),
	    .conferences = keep(arena, change->told.conferences),
	};
	return copy;
}
