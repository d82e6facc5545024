#include "source/markdown/host.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/label.h"
#include "source/markdown/manner.h"
#include "source/markdown/md.h"
#include "source/markdown/no_person.h"

#define TALKS_MOST 5   /* of a person, on the average */
#define SOME_LEAST 3   /* tracks that are people, beside others */
#define AGAIN_OF   8   /* people, of whom two may be called alike */
#define NAMES_MOST 256 /* tracks whose last words are compared */

/* The bytes of a heading before tags like `Design` at its end. */
static size_t
without_tags(const struct line *line)
{
	size_t len = line->len;

	for (uint32_t i = line->nspans; i-- > 0;) {
		const struct span *span = &line->spans[i];

		if (!(span->style & SPAN_CODE) || span->end < len)
			break;
		len = span->start;
		while (len > 0 && line->text[len - 1] == ' ')
			len--;
	}
	return len;
}

/* The last word of a text. */
static const char *
last_word(const char *s, size_t *len)
{
	size_t at = *len;

	while (at > 0 && s[at - 1] != ' ')
		at--;
	*len -= at;
	return s + at;
}

/* What is counted of tracks. */
struct count {
	size_t tracks, people, talks;
	const char *last[NAMES_MOST]; /* words of the people */
	size_t len[NAMES_MOST];
	size_t again; /* of them that were there before */
};

static void
count_track(struct count *count, const struct line *line)
{
	size_t len = without_tags(line);
	const char *last;

	count->tracks++;
	if (people_first(line->text, len) != NAMES_SURE ||
	    count->people == NAMES_MOST)
		return;
	last = last_word(line->text, &len);
	if (no_person_is_subject(last, len))
		return;
	for (size_t i = 0; i < count->people; i++) {
		if (count->len[i] != len ||
		    memcmp(count->last[i], last, len) != 0)
			continue;
		count->again++;
		break;
	}
	count->last[count->people] = last;
	count->len[count->people++] = len;
}

/* The line of a track that may be called after somebody; NULL: none is. */
static const struct line *
track_line(const struct markdown *md, uint32_t i)
{
	if (md->node[i].kind == MD_ITEM && i + 1 < md->node[i].end)
		i++;
	return md->node[i].kind == MD_HEADING ||
		md->node[i].kind == MD_PARAGRAPH
	    ? &md->node[i].text
	    : NULL;
}

bool
host_find(const struct markdown *md, const struct shape *shape)
{
	struct count count = {0};
	const struct line *track = NULL;

	if (shape->kind == SHAPE_ONE)
		return false;
	for (uint32_t i = 1; i < md->n; i++) {
		if (shape->role[i] == ROLE_TRACK)
			track = track_line(md, i);
		if (shape->role[i] != ROLE_TALK)
			continue;
		count.talks++;
		if (track)
			count_track(&count, track);
		track = NULL;
	}
	return count.people >= 3 && count.again * AGAIN_OF <= count.people &&
	    count.people * 10 >= count.tracks * 9 &&
	    count.talks <= count.tracks * TALKS_MOST;
}

/* Whether a line names somebody where most do. */
static bool
names_somebody(const struct manner *manner, const struct line *line)
{
	const enum place places[] = {manner->place, manner->other};
	struct anatomy a;
	struct cut cut;

	anatomy_read(&a, line, manner->numbered, manner->prefix);
	for (int k = 0; k < 2; k++) {
		if (place_find(&a, places[k], &cut) &&
		    people_first(line->text + cut.names,
			cut.names_end - cut.names) >= NAMES_MAYBE)
			return true;
	}
	return false;
}

/* The talks of a track, and those that name somebody. */
struct of_track {
	const struct line *line;
	size_t talks, named;
	size_t whole; /* that may be names, and nothing else */
};

static bool
is_person(const struct line *track)
{
	return people_first(track->text, without_tags(track)) == NAMES_SURE;
}

/* Whether so many tracks may be people that it pays to look at talks. */
static bool
may_be_some(const struct markdown *md, const struct shape *shape)
{
	size_t people = 0;

	for (uint32_t i = 1; i < md->n && people < SOME_LEAST; i++) {
		const struct line *line = shape->role[i] == ROLE_TRACK
		    ? track_line(md, i)
		    : NULL;

		people += line && is_person(line);
	}
	return people == SOME_LEAST;
}

/* Counts a track that is somebody; false: one stands for something else. */
static bool
count_some(const struct of_track *track, size_t *people)
{
	bool person;

	if (track->talks == 0)
		return true;
	person = is_person(track->line);
	*people += person;
	/* "Pioneers" may be over names. */
	if (!person && track->whole == track->talks)
		return true;
	/* What has no talk with a name is a person, and nothing else is. */
	return person == (track->named == 0);
}

bool
host_find_some(const struct markdown *md, const struct shape *shape,
    const struct manner *manner)
{
	struct of_track track = {0};
	size_t people = 0;

	if (!may_be_some(md, shape))
		return false;
	for (uint32_t i = 1; i < md->n; i++) {
		const struct line *line = track_line(md, i);

		if (shape->role[i] == ROLE_TRACK && line) {
			if (track.line && !count_some(&track, &people))
				return false;
			track = (struct of_track){.line = line};
		}
		if (shape->role[i] != ROLE_TALK)
			continue;
		if (!track.line || !line)
			return false;
		track.talks++;
		track.named += names_somebody(manner, line);
		track.whole += people_first(line->text, line->len) ==
		    NAMES_SURE;
	}
	return track.line && count_some(&track, &people) &&
	    people >= SOME_LEAST;
}

struct people
host_read(struct arena *arena, const struct line *heading, bool hosted)
{
	size_t len = without_tags(heading);
	size_t at = label_talks_by(heading->text, len);
	struct people people = {0};

	if (hosted || at > 0)
		people = people_read(
		    arena, heading->text + at, len - at, false);
	if (people.first != NAMES_SURE)
		people.n = 0;
	return people;
}
