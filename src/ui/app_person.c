#include <stdlib.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/model/person.h"
#include "lectern/ui/app.h"

/* Returns the year that a text names, or 0. */
static int
year_in(const char *s)
{
	for (; s && *s; s++) {
		size_t n = strspn(s, "0123456789");

		if (n == 4 && date_is_year(s))
			return atoi(s);
		s += n;
		if (!*s)
			break;
	}
	return 0;
}

int
app_year(const struct notes *notes, const struct talk *talk)
{
	if (talk->missing)
		return 0;
	const struct source *source = &notes->sources[talk->source];
	const char *const texts[] = {talk->day, notes->tracks[talk->track].name,
	    source->first_day, source->name, source->acronym, source->path};
	int year = 0;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts) && year == 0; i++)
		year = year_in(texts[i]);
	return year;
}

static bool
is_by(struct arena *arena, const struct talk *talk, const char *key)
{
	for (uint32_t i = 0; i < talk->nspeakers; i++)
		if (strcmp(person_key(arena, talk->speakers[i]), key) == 0)
			return true;
	return false;
}

void
app_person_find(struct related *related, const struct notes *notes,
    uint32_t talk, uint32_t speaker)
{
	struct arena *arena = arena_new(), *scratch = arena_new();
	const char *key = person_key(
	    arena, notes->talks[talk].speakers[speaker]);

	related_free(related);
	related->arena = arena;
	related->talk = mem_alloc(notes->ntalks, sizeof(*related->talk));
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		int year;

		arena_clear(scratch);
		if (!is_by(scratch, &notes->talks[i], key))
			continue;
		year = app_year(notes, &notes->talks[i]);
		related->talk[related->n++] = (struct related_talk){i,
		    (float)year,
		    year > 0 ? arena_printf(arena, "%d", year) : ""};
	}
	related_sort(related); /* the latest year first */
	arena_free(scratch);
}
