#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/place.h"

/*
 * One talk below headings
 * =======================
 *
 * No level votes where each has one heading: "# Conference", "## Track",
 * "### Title - Name".  There the talk is the deepest heading that names
 * somebody, if all that follow are below it; or the last one, if it stands
 * below a track, over an address or behind a name, and nothing but headings is
 * above it.
 * Tracks without a talk may follow: they are to be filled.
 */

static const struct line *
text(const struct finder *f, size_t i)
{
	return &finder_node(f, f->head[i].node)->text;
}

static bool
names_somebody(const struct finder *f, size_t i)
{
	static const enum place places[] = {
	    PLACE_LAST_DASH, PLACE_BRACKETS, PLACE_BY, PLACE_LAST_BAR};

	return place_any(text(f, i), places, sizeof(places) / sizeof(*places));
}

static bool
begins_with_name(const struct finder *f, size_t i)
{
	static const enum place first = PLACE_FIRST_DASH;

	return place_any(text(f, i), &first, 1);
}

/* Whether a heading has the words of a label, and so is no talk's. */
static bool
is_label(const struct finder *f, size_t i)
{
	return f->head[i].part || f->head[i].aside ||
	    label_read(text(f, i)->text, text(f, i)->len) != LABEL_NONE;
}

/* One past the first headings, each of which stands below the one before. */
static size_t
chain_end(const struct finder *f)
{
	size_t i = 1;

	while (i < f->nheads && f->head[i].level > f->head[i - 1].level &&
	    !is_label(f, i))
		i++;
	return i < f->nheads ? i : f->nheads;
}

/*
 * Whether all headings from `i + 1` on are below heading `i`, but for tracks that
 * have no talks yet.
 */
static bool
is_over_rest(const struct finder *f, size_t i)
{
	for (size_t k = i + 1; k < f->nheads; k++) {
		uint8_t level = f->head[k].level;

		if (level == f->head[i].level ||
		    (level < f->head[i].level && f->head[k].own))
			return false;
	}
	return true;
}

/* Whether most headings from `from` on speak for talks. */
static bool
speak(struct finder *f, size_t from)
{
	size_t speaking = 0;

	for (size_t i = from; i < f->nheads; i++)
		speaking += !is_label(f, i) && heads_speaks(f, i);
	return speaking > 0 && speaking * 2 > f->nheads - from;
}

size_t
lonely_named(struct finder *f)
{
	for (size_t i = chain_end(f); i-- > 1;) {
		if (!f->head[i].day && names_somebody(f, i))
			return is_over_rest(f, i) && !speak(f, i + 1) ? i : 0;
	}
	return 0;
}

/* Whether a heading has a video, or right below it an address or a speaker. */
static bool
speaks(struct finder *f, size_t i)
{
	uint32_t node = f->head[i].node + 1;

	if (finder_is(f, node, MD_LIST))
		node += 2;
	return finder_has_video(text(f, i)) || finder_is_video(f, node) ||
	    (finder_is(f, node, MD_PARAGRAPH) &&
		richtext_is_url(&finder_node(f, node)->text)) ||
	    heads_tells_speaker(f, i);
}

bool
lonely_only(struct finder *f)
{
	return f->nheads == 1 && f->called && !f->head[0].day &&
	    !is_label(f, 0);
}

size_t
lonely_talk(struct finder *f)
{
	size_t talk = lonely_named(f), end;
	bool bare = f->nheads > 1 && f->head[0].node == 1;

	if (talk > 0 || f->nheads < 2)
		return talk;
	end = chain_end(f);
	talk = end - 1;
	if (talk == 0 || f->head[talk].day || !is_over_rest(f, talk))
		return 0;
	for (size_t i = end; i < f->nheads; i++) {
		if (f->head[i].level > f->head[talk].level && !is_label(f, i))
			return 0;
	}
	for (size_t i = 0; i < talk; i++) {
		bare = bare && !f->head[i].own;
		if (names_somebody(f, i))
			return 0;
	}
	if (talk == 1)
		return bare && (speaks(f, talk) || begins_with_name(f, talk))
		    ? talk
		    : 0;
	return bare || speaks(f, talk) ? talk : 0;
}
