#include "source/markdown/own_link.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/model/notes.h"
#include "source/byline.h"
#include "source/markdown/below.h"
#include "source/markdown/home_page.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"

#define SITE_LONGEST 40 /* bytes of "Watch on Cove" */

/* How much speaks for a link; the first of the most is taken. */
enum worth {
	WORTH_NOTHING,
	WORTH_LINE = 20,    /* somewhere on the talk's line */
	WORTH_ALONE = 30,   /* all that a line close below says */
	WORTH_LABEL = 40,   /* called "Abstract", "Code" */
	WORTH_FIRST = 45,   /* before such a one, on a line close below */
	WORTH_TITLE = 60,   /* on the title */
	WORTH_SLIDES = 70,  /* slides, by name or address */
	WORTH_NAMED = 80,   /* called "Video", "Recording" */
	WORTH_VIDEO = 90,   /* a video by its address */
	WORTH_GIVEN = 95,   /* the same, in front matter */
	WORTH_WANTED = 100, /* is added where a correction wants it */
};

static bool
is_on_title(const struct span *span, uint32_t title, uint32_t title_end)
{
	return span->start < title_end && span->end > title;
}

/* Whether all that a line says is a link to somebody. */
static bool
leads_to_person(const struct line *line)
{
	return names_by(line->text, line->len) > 0 || below_is_person(line);
}

/*
 * Whether a line begins with the link, and has no words but other links, one of
 * which is called "Code" or the like: "[Course](link) & [Code](link)".
 */
static bool
leads_labels(const struct line *line, const struct span *first)
{
	bool label = false;
	uint32_t at = first->end;

	if (first->start > 0 ||
	    label_read(line->text, first->end) != LABEL_NONE ||
	    people_first(line->text, first->end) == NAMES_SURE)
		return false;
	for (uint32_t i = 1; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!span->url ||
		    richtext_has_words(line->text, at, span->start))
			return false;
		label = label ||
		    label_read(line->text + span->start,
			span->end - span->start) == LABEL_LINK;
		at = span->end;
	}
	return label && !richtext_has_words(line->text, at, line->len);
}

static int
weigh_spot(const struct line *line, const struct span *span, enum own_spot spot,
    uint32_t title, uint32_t title_end)
{
	switch (spot) {
	case OWN_VIDEO:
		return WORTH_NAMED;
	case OWN_SLIDES:
		return WORTH_SLIDES;
	case OWN_TITLE:
		return is_on_title(span, title, title_end) ? WORTH_TITLE
							   : WORTH_LINE;
	case OWN_BELOW:
		if (span == line->spans && leads_labels(line, span))
			return WORTH_FIRST;
		return span->start == 0 && span->end == line->len &&
			!leads_to_person(line)
		    ? WORTH_ALONE
		    : WORTH_NOTHING;
	case OWN_NOTES:
		break;
	}
	return WORTH_NOTHING;
}

/* What "Slides at " before the link at byte `end` calls it. */
static enum label_kind
label_at(const char *s, size_t end)
{
	static const char *const words[] = {
	    " at ", " on ", " via ", "は ", "は"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (end > n && memcmp(s + end - n, words[i], n) == 0)
			return label_read(s, end - n);
	}
	return LABEL_NONE;
}

/* Where the line of a paragraph begins that byte `at` is in. */
static uint32_t
line_start(const struct line *line, uint32_t at)
{
	const uint32_t starts[] = {
	    line->breaks[1], line->breaks[0], line->first};

	for (int i = 0; i < 3; i++) {
		if (starts[i] > 0 && starts[i] <= at && starts[i] < line->len)
			return starts[i] + (line->text[starts[i]] == ' ');
	}
	return 0;
}

/* The bytes of what a link is called without a length or size: "Video (45 min)". */
static size_t
name_length(const char *s, size_t len)
{
	const char *open = len > 0 && s[len - 1] == ')' ? memrchr(s, '(', len)
							: NULL;

	return open && open > s && text_ascii_digit(open[1])
	    ? (size_t)(open - s)
	    : len;
}

/* The bytes of the text of a link before where to watch: "Watch on Cove". */
static size_t
before_site(const char *s, size_t len)
{
	static const char *const words[] = {
	    " at ", " here", " it", " now", " on ", " online", " via "};
	size_t most = len;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);
		const char *at = memmem(s, len, words[i], n);

		if (at &&
		    (words[i][n - 1] == ' ' || at + n == s + len ||
			at[n] == ' ') &&
		    (size_t)(at - s) < most)
			most = (size_t)(at - s);
	}
	return most;
}

/* What a link is called by its text; in notes it may be in a sentence. */
static enum label_kind
label_inside(const char *s, size_t len, bool notes)
{
	enum label_kind kind;
	size_t most;

	len = name_length(s, len);
	kind = label_read(s, len);
	if (kind != LABEL_NONE || notes || len > SITE_LONGEST)
		return kind;
	most = before_site(s, len);
	if (most < len)
		kind = label_read(s, most);
	return kind == LABEL_VIDEO || kind == LABEL_SLIDES ? kind : LABEL_NONE;
}

/* What "video:" directly before a link calls it, behind other words or links. */
static enum label_kind
label_beside(const char *s, size_t end)
{
	enum label_kind kind;
	size_t from;

	while (end > 0 && s[end - 1] == ' ')
		end--;
	if (end == 0 || s[end - 1] != ':')
		return LABEL_NONE;
	for (from = --end; from > 0 && !strchr(" -,;|(/", s[from - 1]);)
		from--;
	kind = label_read(s + from, end - from);
	return kind == LABEL_VIDEO || kind == LABEL_SLIDES ? kind : LABEL_NONE;
}

/* What a link is called: by its text, or by "Video:" before it. */
static enum label_kind
label_of(const struct line *line, const struct span *span, bool notes)
{
	const char *s = line->text + span->start;
	size_t skip;
	enum label_kind kind = label_inside(s, span->end - span->start, notes);
	uint32_t from = line_start(line, span->start);
	enum label_kind before = label_before(
	    line->text + from, line->len - from, &skip);

	if (before == LABEL_NONE)
		before = label_at(line->text, span->start);
	if (before == LABEL_NONE && !notes)
		before = label_beside(line->text, span->start);
	return kind == LABEL_NONE || (kind == LABEL_LINK && before) ? before
								    : kind;
}

/* Whether a link has the words of the title. */
static bool
repeats_title(const struct own_link *own, const struct line *line,
    const struct span *span)
{
	return own->title_len > 0 &&
	    span->end - span->start == own->title_len &&
	    text_ascii_same(
		line->text + span->start, own->title, own->title_len);
}

/* Whether a link is called "YouTube playlist": it has more than one talk. */
static bool
says_playlist(const struct line *line, const struct span *span)
{
	static const char word[] = "playlist";
	size_t n = sizeof(word) - 1, len = span->end - span->start;

	return len >= n && text_ascii_same(line->text + span->end - n, word, n);
}

/* Whether a link is called after a text that is no slides: "Summary". */
static bool
says_text(const struct line *line, const struct span *span)
{
	const char *s = line->text + span->start;
	size_t len = span->end - span->start;

	return label_names_text(s, len) || label_read(s, len) == LABEL_PART;
}

/* Whether "by Ann Lee" follows a link, who is none of those who speak. */
static bool
names_others(const struct own_link *own, const struct line *line,
    const struct span *span)
{
	const char *s = line->text + span->end;
	size_t len = line->len - span->end, by;

	if (!own->talk || own->talk->nspeakers == 0 || len < 2 || *s != ' ')
		return false;
	by = names_by(s + 1, len - 1);
	if (by == 0 || people_first(s + 1 + by, len - 1 - by) != NAMES_SURE)
		return false;
	for (size_t i = 0; i < own->talk->nspeakers; i++) {
		const char *name = own->talk->speakers[i];

		if (memmem(s, len, name, byline_name(name)))
			return false;
	}
	return true;
}

/* Whether a link that no label says to be the talk's leads to another one. */
static bool
is_of_others(const struct own_link *own, const struct line *line,
    const struct span *span, enum link_kind kind, enum own_spot spot)
{
	uint32_t from = line_start(line, span->start), to = from;
	enum see_also also = own->also;
	enum label_kind label;

	if (spot != OWN_BELOW && spot != OWN_NOTES)
		return false;
	/* "See also A and B" */
	for (uint32_t i = 0; i < line->nspans && to <= from; i++)
		to = line->spans[i].url ? line->spans[i].start : from;
	if (to <= from) {
		from = 0;
		to = span->start;
	}
	if (also != SEE_ALSO_TALKS &&
	    see_also_read(line->text + from, to - from) == SEE_ALSO_TALKS)
		also = SEE_ALSO_TALKS;
	if (also == SEE_ALSO_SOURCES &&
	    ((kind != LINK_VIDEO && kind != LINK_SLIDES) ||
		link_bare(line->text + span->start, span->end - span->start) >
		    0))
		also = SEE_ALSO_NOT;
	if (also == SEE_ALSO_NOT && !names_others(own, line, span))
		return false;
	label = label_of(line, span, spot == OWN_NOTES);
	return label != LABEL_VIDEO && label != LABEL_SLIDES &&
	    !repeats_title(own, line, span);
}

static int
weigh_any(const struct own_link *own, const struct line *line,
    const struct span *span, enum link_kind kind, enum own_spot spot,
    uint32_t title, uint32_t title_end)
{
	enum label_kind label;
	int worth;

	if (is_of_others(own, line, span, kind, spot))
		return WORTH_NOTHING;
	switch (kind) {
	case LINK_VIDEO:
		return spot != OWN_TITLE && says_playlist(line, span)
		    ? WORTH_LINE
		    : WORTH_VIDEO;
	case LINK_PERSON:
	case LINK_ASIDE:
		return WORTH_NOTHING;
	case LINK_SLIDES:
		return spot != OWN_NOTES && says_text(line, span)
		    ? WORTH_LABEL
		    : WORTH_SLIDES;
	case LINK_PAGE:
	case LINK_PAPER:
	case LINK_CODE:
	case LINK_FEEDBACK:
		break;
	}
	/* "@ann" is somebody wherever it leads. */
	if (line->text[span->start] == '@' ||
	    ((spot != OWN_TITLE || !is_on_title(span, title, title_end)) &&
		home_page_is(line, span)))
		return WORTH_NOTHING;
	worth = repeats_title(own, line, span)
	    ? WORTH_TITLE
	    : weigh_spot(line, span, spot, title, title_end);
	label = label_of(line, span, spot == OWN_NOTES);
	if (label == LABEL_VIDEO)
		return WORTH_NAMED;
	if (label == LABEL_SLIDES)
		return WORTH_SLIDES;
	return label == LABEL_LINK && spot != OWN_NOTES && worth < WORTH_LABEL
	    ? WORTH_LABEL
	    : worth;
}

/* Whether a link of that worth is of the kind that a correction wants. */
static bool
is_wanted(enum corrections_link want, int worth, bool on_title)
{
	switch (want) {
	case CORRECTIONS_TITLE:
		return on_title;
	case CORRECTIONS_VIDEO:
		return worth >= WORTH_NAMED;
	case CORRECTIONS_SLIDES:
		return worth == WORTH_SLIDES;
	case CORRECTIONS_ANY:
	case CORRECTIONS_NOWHERE:
		break;
	}
	return false;
}

static int
weigh(const struct own_link *own, const struct line *line,
    const struct span *span, enum link_kind kind, enum own_spot spot,
    uint32_t title, uint32_t title_end)
{
	int worth = weigh_any(own, line, span, kind, spot, title, title_end);
	bool on_title = spot == OWN_TITLE &&
	    is_on_title(span, title, title_end);

	return is_wanted(own->want, worth, on_title) ? worth + WORTH_WANTED
						     : worth;
}

/* Whether a link leads to a page or to a file beside the document. */
static bool
is_followed(const char *url)
{
	return link_is_openable(url) || link_is_path(url);
}

enum own_spot
own_link_spot(const struct line *name)
{
	enum label_kind label = label_read(name->text, name->len);

	return label == LABEL_VIDEO ? OWN_VIDEO
	    : label == LABEL_SLIDES ? OWN_SLIDES
				    : OWN_NOTES;
}

void
own_link_look(struct own_link *own, const struct line *line, enum own_spot spot,
    uint32_t title, uint32_t title_end)
{
	/* Nothing is worth more than a video, unless it is wanted. */
	if (own->want == CORRECTIONS_NOWHERE ||
	    (own->want == CORRECTIONS_ANY && own->worth >= WORTH_VIDEO))
		return;
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];
		bool watch = span->url &&
		    link_is_watch(span->url, strlen(span->url));
		int worth;

		if (!span->url || (!watch && !is_followed(span->url)))
			continue;
		worth = weigh(own, line, span,
		    watch ? LINK_VIDEO : link_kind(span->url, "", 0), spot,
		    title, title_end);
		if (worth > own->worth) {
			own->worth = worth;
			own->url = span->url;
		}
	}
}

static void
take_given(struct own_link *own, const char *url, int worth)
{
	if (own->want != CORRECTIONS_NOWHERE && own->worth < worth &&
	    is_followed(url)) {
		own->worth = worth;
		own->url = url;
	}
}

void
own_link_given(struct own_link *own, const char *url)
{
	take_given(own, url, link_is_video(url) ? WORTH_GIVEN : WORTH_NAMED);
}

void
own_link_slides(struct own_link *own, const char *url)
{
	if (url && link_is_openable(url))
		take_given(own, url, WORTH_SLIDES);
}
