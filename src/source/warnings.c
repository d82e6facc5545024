#include "source/warnings.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/source/body.h"
#include "lectern/source/pause.h"

static void
warn(struct built *built, const struct talk *talk, const char *text)
{
	built_warn(built,
	    &(struct warning){.source = talk->source,
		.line = talk->line,
		.text = text,
		.path = notes_more(talk)->path});
}

static void
warn_twice(struct built *built, struct strmap *seen, const struct talk *talk)
{
	uint32_t i = (uint32_t)(talk - built->talks);
	uint32_t first = *strmap_put(seen, talk->key, i);
	const struct talk *other = &built->talks[first];

	if (first == i)
		return;
	warn(built, talk,
	    other->source == talk->source &&
		    notes_more(other)->path == notes_more(talk)->path
		? told(built->arena, "same URL as line %u", other->line)
		: told(built->arena, "same URL as %s:%u",
		      notes_more(other)->path
			  ? notes_more(other)->path
			  : built->conferences[other->source].source.path,
		      other->line));
}

static int
by_place(const void *a, const void *b)
{
	const struct warning *x = a, *y = b;

	if (x->source != y->source)
		return x->source < y->source ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return strcmp(x->text, y->text);
}

/* A heading that was taken for a track's has text below it, but no talk. */
static void
warn_empty(struct built *built, const struct track *track)
{
	if (track->ntalks == 0 && track->nblocks > 0)
		built_warn(built,
		    &(struct warning){.source = track->source,
			.line = track->line,
			.text = N_("no talk was found below this heading")});
}

/* Counts of a document's talks, and of those with each field. */
struct fields {
	size_t talks, speakers, urls, notes;
};

static struct fields *
count_fields(const struct built *built)
{
	struct fields *fields = mem_alloc(
	    built->nconferences + 1, sizeof(*fields));

	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		struct fields *f = &fields[talk->source];

		if (pause_is(talk))
			continue;
		f->talks++;
		f->speakers += talk->nspeakers > 0;
		f->urls += talk->url != NULL;
		f->notes += body_has_notes(talk);
	}
	return fields;
}

/* A field that few talks have is not missed in the others. */
static bool
is_wanted(size_t have, size_t talks)
{
	return have > 0 && have * 6 >= talks;
}

static void
warn_captions(struct built *built)
{
	for (uint32_t i = 0; i < built->nconferences; i++) {
		if (built->conferences[i].source.captions == CAPTIONS_ALONE)
			built_warn(built,
			    &(struct warning){.source = i,
				.line = 1,
				.text = N_("no talk has the video, or the "
					   "short name, of the file's name")});
	}
}

void
warnings_find(struct built *built)
{
	struct fields *fields = count_fields(built);
	struct strmap seen = {0};

	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		const struct fields *f = &fields[talk->source];

		if (pause_is(talk))
			continue;
		if (talk->nspeakers == 0 && is_wanted(f->speakers, f->talks))
			warn(built, talk, N_("no speaker"));
		if (talk->url && strncmp(talk->key, "h:", 2) != 0)
			warn_twice(built, &seen, talk);
		else if (!talk->url && is_wanted(f->urls, f->talks))
			warn(built, talk, N_("no URL"));
		if (!body_has_notes(talk) && is_wanted(f->notes, f->talks))
			warn(built, talk, N_("no notes"));
	}
	for (size_t i = 0; i < built->ntracks; i++)
		warn_empty(built, &built->tracks[i]);
	warn_captions(built);
	strmap_free(&seen);
	free(fields);
	if (built->nwarnings > 0)
		qsort(built->warnings, built->nwarnings,
		    sizeof(*built->warnings), by_place);
}
