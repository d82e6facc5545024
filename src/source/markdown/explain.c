#include "source/markdown/explain.h"

#include <stdbool.h>

#include "lectern/base/arena.h"
#include "source/markdown/place.h"

const char *
explain_briefly(struct arena *arena, const struct shape *shape, size_t ntracks,
    size_t ntalks)
{
	const char *talks = ntalks == 1 ? "talk" : "talks";

	switch (shape->kind) {
	case SHAPE_HEADINGS:
		return arena_printf(arena, "headings, level %d", shape->level);
	case SHAPE_PARAGRAPHS:
		return arena_printf(arena, "paragraphs, %zu %s", ntalks, talks);
	case SHAPE_LIST:
		return ntracks == 0
		    ? arena_printf(arena, "list, %zu %s", ntalks, talks)
		    : arena_printf(arena, "list, %zu %s, %zu %s", ntracks,
			  ntracks == 1 ? "track" : "tracks", ntalks, talks);
	default:
		return "one talk";
	}
}

/* Whether the talks were said to be what they are not. */
static bool
is_refused(const struct shape *shape, const struct corrections *said)
{
	if (said->one)
		return shape->kind != SHAPE_ONE;
	if (said->level > 0)
		return shape->kind != SHAPE_HEADINGS ||
		    shape->level != said->level;
	return (said->shape == LOAD_SHAPE_LIST && shape->kind != SHAPE_LIST) ||
	    (said->shape == LOAD_SHAPE_HEADINGS &&
		shape->kind != SHAPE_HEADINGS);
}

static const char *
explain_talks(struct arena *arena, const struct shape *shape,
    const struct corrections *said)
{
	bool asked = said->one || said->level > 0 ||
	    said->shape != LOAD_SHAPE_AUTO;
	bool refused = asked && is_refused(shape, said);

	return arena_printf(arena,
	    "talks: lists, tables and paragraphs have %zu that look like "
	    "talks, and there %s %zu heading%s; %s%s",
	    shape->units, shape->heads == 1 ? "is" : "are", shape->heads,
	    shape->heads == 1 ? "" : "s",
	    asked && !refused                   ? "what was asked for is taken"
		: shape->kind == SHAPE_LIST     ? "so they are the talks"
		: shape->kind == SHAPE_HEADINGS ? "so headings are the talks"
		: shape->kind == SHAPE_ONE
		? "so all of the document is one talk"
		: "no level of headings is one of talks, so paragraphs are",
	    !asked ? " (change it with talks=list, headings, headings:N or "
		     "file)"
		: refused ? ", since what was asked for is not there"
			  : "");
}

/* Where speakers were found, in how many talks. */
static const char *
explain_place(struct arena *arena, const struct manner *m)
{
	if (m->over)
		return arena_printf(arena,
		    "on the talk's own line or the one below, the title on the "
		    "other; %u talks were looked at",
		    m->talks);
	if (m->hosted)
		return "those whom the tracks are named after";
	if (m->fields.sure > 0)
		return arena_printf(arena,
		    "field %u of lines that a sign parts, where the title is "
		    "field %u; of %u talks that were looked at %u have names "
		    "there",
		    m->fields.names + 1U, m->fields.title + 1U, m->talks,
		    m->fields.sure);
	if (m->place != PLACE_NONE && m->place != PLACE_HANDLE)
		return arena_printf(arena,
		    "%s; of %u talks that were looked at %u have names there "
		    "and %u something else",
		    place_name(m->place), m->talks, m->yes, m->no);
	if (m->below > 0)
		return arena_printf(arena,
		    "on a line below; of %u talks that were looked at %u have "
		    "names there",
		    m->talks, m->yes);
	return arena_printf(arena,
	    "in no place do enough of %u talks have names; only words like "
	    "\"by\" and \"Speaker:\" tell",
	    m->talks);
}

static const char *
explain_speakers(struct arena *arena, const struct manner *manner,
    const struct corrections *said)
{
	if (said->speakers_len > 0)
		return arena_printf(arena, "speakers: %.*s, as asked for",
		    (int)said->speakers_len, said->speakers);
	return arena_printf(arena,
	    "speakers: %s (change it with speakers=PLACE, below or nowhere)",
	    explain_place(arena, manner));
}

/* Which link is a talk's own. */
static const char *
explain_link(const struct corrections *said)
{
	switch (said->link) {
	case CORRECTIONS_TITLE:
		return "links: the title's, as asked for";
	case CORRECTIONS_VIDEO:
		return "links: the video's, as asked for";
	case CORRECTIONS_SLIDES:
		return "links: that of the slides, as asked for";
	case CORRECTIONS_NOWHERE:
		return "links: none, as asked for";
	default:
		return "links: a video's first, then one that is called so, "
		       "then the title's (change it with link=title, video, "
		       "slides or nowhere)";
	}
}

/* What stands before titles that is no part of them. */
static const char *
explain_prefix(struct arena *arena, const struct manner *manner,
    const struct corrections *said)
{
	const char *change = said->prefix_kind == CORRECTIONS_UNSAID
	    ? "(change it with prefix=WORD, number or none)"
	    : "(as asked for)";

	if (manner->prefix[0])
		return arena_printf(arena,
		    "titles: without \"%s\", which stands before them %s",
		    manner->prefix, change);
	return arena_printf(arena, "titles: %s %s",
	    manner->numbered ? "without the numbers before them"
			     : "share no beginning",
	    change);
}

const char *
explain(struct arena *arena, const struct shape *shape,
    const struct manner *manner, const struct corrections *said)
{
	return arena_printf(arena, "%s\n%s\n%s\n%s",
	    explain_talks(arena, shape, said),
	    explain_speakers(arena, manner, said), explain_link(said),
	    explain_prefix(arena, manner, said));
}
