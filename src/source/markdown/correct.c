#include "source/markdown/correct.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"

static void
set_prefix(struct manner *manner, const struct corrections *said)
{
	size_t len = said->prefix_len;

	manner->numbered = said->prefix_kind == CORRECTIONS_NUMBER;
	memset(manner->prefix, 0, sizeof(manner->prefix));
	if (said->prefix_kind != CORRECTIONS_WORD)
		return;
	if (len >= sizeof(manner->prefix))
		len = sizeof(manner->prefix) - 1;
	memcpy(manner->prefix, said->prefix, len);
}

static bool
is_named(const char *word, const char *name, size_t len)
{
	return strlen(word) == len && memcmp(word, name, len) == 0;
}

/* Titles stand on talks' own lines, as they are. */
static void
set_on_line(struct manner *m)
{
	m->over = m->titled = m->cites = m->swapped = false;
	m->behind = m->quoted = false;
}

bool
correct_place(struct manner *m, const char *name, size_t len)
{
	bool below = is_named("below", name, len);
	bool above = is_named("above", name, len);
	bool tracks = is_named("tracks", name, len);
	bool other = below || above || tracks;
	enum place place = PLACE_NONE + 1;

	while (place < PLACES && !is_named(place_name(place), name, len))
		place++;
	if (place == PLACES && !other && !is_named("nowhere", name, len))
		return false;
	m->place = place < PLACES ? place : PLACE_NONE;
	if (place == PLACE_AFTER_AT && m->trail.kind == TRAIL_AT)
		m->trail = (struct trail){0};
	m->other = PLACE_NONE;
	m->fields.sign = FIELDS_NONE;
	m->any = below;
	m->below = below;
	m->look = below || above;
	m->nobody = place == PLACES && !other;
	m->trusted = false;
	m->over = above;
	m->hosted = tracks;
	m->some = false;
	m->loose = true;
	return true;
}

void
correct_fields(struct manner *manner, const struct corrections *said,
    const struct talk_text *talks, size_t n)
{
	struct anatomy *lines;
	size_t nlines = 0;

	if (said->title_field == 0 && said->speakers_field == 0)
		return;
	lines = mem_alloc(n + 1, sizeof(*lines));
	for (size_t i = 0; i < n; i++) {
		if (!talks[i].column && !talks[i].stacked)
			anatomy_read(&lines[nlines++], &talks[i].line,
			    manner->numbered, manner->prefix);
	}
	if (said->speakers_field > 0)
		correct_place(manner, "nowhere", strlen("nowhere"));
	manner->nobody = false;
	manner->asked = said->speakers_field > 0;
	manner->trail = (struct trail){0};
	set_on_line(manner);
	fields_set(&manner->fields, lines, nlines, said->title_field,
	    said->speakers_field);
	free(lines);
}

void
correct_manner(struct manner *manner, const struct corrections *said)
{
	if (said->speakers_len > 0)
		correct_place(manner, said->speakers, said->speakers_len);
	if (said->prefix_kind != CORRECTIONS_UNSAID)
		set_prefix(manner, said);
	if (said->column[CORRECTIONS_SPEAKERS].len > 0 ||
	    said->column[CORRECTIONS_SPEAKERS].number > 0)
		manner->loose = manner->asked = true;
	if (said->on_line)
		set_on_line(manner);
	if (said->no_suffix) {
		manner->trail = (struct trail){0};
		manner->around = false;
		manner->before_event = PLACE_NONE;
	}
	manner->link = said->link;
	if (manner->lists)
		correct_manner(manner->lists, said);
	if (manner->passages)
		correct_manner(manner->passages, said);
	if (manner->heads)
		correct_manner(manner->heads, said);
}

const char *
correct_lost(struct arena *arena, const struct manner *manner,
    const struct corrections *said, const struct built *built, size_t first)
{
	size_t named = 0;

	if ((said->title_field > 0 || said->speakers_field > 0) &&
	    manner->fields.sign == FIELDS_NONE)
		return told(arena, N_("field:%s: no line has so many parts"),
		    arena_printf(arena, "%u",
			said->title_field > said->speakers_field
			    ? said->title_field
			    : said->speakers_field));
	if (said->speakers_len == 0 || manner->nobody)
		return NULL;
	for (size_t i = first; i < built->ntalks; i++)
		named += built->talks[i].nspeakers > 0;
	return named > 0
	    ? NULL
	    : told(arena, N_("speakers=%s: no talk has names there"),
		  corrections_shown(arena, said->speakers, said->speakers_len));
}
