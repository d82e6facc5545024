#include "source/markdown/correct.h"

#include <string.h>

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
	m->other = PLACE_NONE;
	m->fields.sign = FIELDS_NONE;
	m->any = below;
	m->below = below;
	m->look = below || above;
	m->nobody = place == PLACES && !other;
	m->trusted = false;
	m->over = above;
	m->hosted = tracks;
	m->loose = true;
	return true;
}

void
correct_manner(struct manner *manner, const struct corrections *said)
{
	if (said->speakers_len > 0)
		correct_place(manner, said->speakers, said->speakers_len);
	if (said->prefix_kind != CORRECTIONS_UNSAID)
		set_prefix(manner, said);
	manner->link = said->link;
}
