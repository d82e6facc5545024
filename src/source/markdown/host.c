#include "source/markdown/host.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/label.h"
#include "source/markdown/md.h"

#define TALKS_MOST 5   /* of a person, on the average */
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

/* Whether a word ends as words for subjects do: "Vision", "Testing". */
static bool
is_subject(const char *s, size_t len)
{
	static const char *const ends[] = {"ing", "ion", "ment", "ity", "ics",
	    "ware", "ence", "logy", "ness", "ture", "code", "systems", "web",
	    "data", "source", "design", "art", "native", "theory", "tools",
	    "languages", "cloud"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (len >= n && text_ascii_same(s + len - n, ends[i], n))
			return true;
	}
	return false;
}

/* What is counted of tracks. */
struct count {
	size_t tracks, people, talks;
	const char *last[NAMES_MOST]; /* words of the people */
	size_t len[NAMES_MOST];
	bool again; /* one of them was there before */
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
	if (is_subject(last, len))
		return;
	for (size_t i = 0; i < count->people; i++)
		count->again = count->again ||
		    (count->len[i] == len &&
			memcmp(count->last[i], last, len) == 0);
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
	return count.people >= 3 && !count.again &&
	    count.people * 10 >= count.tracks * 9 &&
	    count.talks <= count.tracks * TALKS_MOST;
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
