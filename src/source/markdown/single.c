#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"
#include "source/markdown/single_top.h"
#include "source/markdown/talk_text.h"

#define SPEAKING_MOST 32 /* headings of a text that may be one talk */
#define ABOVE_MOST    4  /* paragraphs above the first heading */
#define MEDIA_MOST    2  /* of them, over its slides and its recording */

/*
 * One talk a document
 * ===================
 *
 * A document is the notes of one talk where most of its headings name parts of
 * notes; where it begins without a heading and none of those below speaks for a
 * talk; where its front matter names a speaker or a video, or has a title and
 * "Speaker:" stands above the first heading; where a "Speaker:" or a video stands
 * right below its name; and where its name, or the line below it, names somebody,
 * and one of the headings is a label, or the title is quoted.  The last four hold
 * only if the headings below do not speak for talks themselves.
 * In a folder of such files a label is not needed: see folder_labels.h.
 */

/*
 * Whether a text begins without a heading, and none of those in it is of the
 * levels that name documents and sections, nor speaks for a talk.
 */
static bool
is_one_text(struct finder *f)
{
	if (f->nheads == 0 || f->nheads > SPEAKING_MOST ||
	    f->head[0].node < 2 ||
	    finder_node(f, f->head[0].node - 1)->kind == MD_DOCUMENT)
		return false;
	for (size_t i = 0; i < f->nheads; i++) {
		if (f->head[i].level < 3 || f->head[i].day ||
		    heads_speaks(f, i))
			return false;
	}
	return true;
}

/* Whether a heading says what is below it: "Slides", "Recording". */
static bool
is_of_media(enum label_kind label)
{
	return label == LABEL_SLIDES || label == LABEL_VIDEO;
}

bool
single_has_media(const struct markdown *md)
{
	for (size_t i = 1; i < md->n; i++) {
		const struct line *line = &md->node[i].text;

		if (md->node[i].kind == MD_HEADING &&
		    is_of_media(label_read(line->text, line->len)))
			return true;
	}
	return false;
}

/* Whether most headings are those of a talk's notes. */
static bool
are_parts(struct finder *f, size_t from, int level)
{
	size_t n = 0, parts = 0, numbered = 0, videos = 0, media = 0;

	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		const struct line *line = &finder_node(f, head->node)->text;

		if (head->day)
			return false;
		if (head->level > level)
			continue;
		n++;
		if (is_of_media((enum label_kind)head->label)) {
			media++;
			continue;
		}
		parts += head->part || head->aside;
		/* "9.30" is a time, and no number. */
		numbered += text_ascii_digit(line->text[0]) &&
		    lead_number(line->text, line->len) > 0 &&
		    lead_time(line->text, line->len) == 0;
		videos += head->video && !head->aside;
	}
	/* Several of these are of several talks. */
	parts += media <= MEDIA_MOST ? media : 0;
	if (parts == 0 || videos * 2 > n)
		return false;
	return (parts + numbered) * 10 >= n * 6;
}

/* Whether a heading begins with somebody's name and a dash: "Ann Lee - Knots". */
static bool
begins_with_name(const struct finder *f, size_t i)
{
	static const enum place first = PLACE_FIRST_DASH;

	return place_any(&finder_node(f, f->head[i].node)->text, &first, 1);
}

/* Whether a heading names somebody, or has a recording that is in no list. */
static bool
speaks_plainly(struct finder *f, size_t i)
{
	return heads_names(f, i) || (f->head[i].video && !f->head[i].items);
}

/*
 * Whether the headings from `from` on speak for talks, two at least: plainly where
 * front matter has a title and who speaks, or a label below the name says the latter.
 */
static bool
speak(struct finder *f, size_t from, bool told)
{
	size_t speaking = 0, n = 0;

	for (size_t i = from; i < f->nheads && n < SPEAKING_MOST; i++, n++)
		speaking += !f->head[i].aside && !heads_is_part(f, i) &&
		    (f->full ? heads_names(f, i)
			    : told
			    ? speaks_plainly(f, i)
			    : heads_speaks(f, i) || begins_with_name(f, i));
	return speaking >= 2 && speaking * 3 >= n;
}

/* Whether a heading is a label, as "Abstract" is. */
static bool
has_part(const struct finder *f, size_t from)
{
	for (size_t i = from; i < f->nheads; i++) {
		if (f->head[i].label != LABEL_NONE || f->head[i].part)
			return true;
	}
	return false;
}

/* Whether a title is told as such: "“Knots” by Ann One". */
static bool
is_quoted(const struct line *line)
{
	return line->text[0] == '"' || strncmp(line->text, "“", 3) == 0 ||
	    strncmp(line->text, "„", 3) == 0 ||
	    strncmp(line->text, "«", 2) == 0;
}

/* Whether the heading right below the name is somebody, and no other of its level. */
static bool
is_over_person(struct finder *f)
{
	if (f->nheads < 2 || f->nheads > SPEAKING_MOST ||
	    f->head[1].node != finder_node(f, f->head[0].node)->end ||
	    f->head[1].level <= f->head[0].level)
		return false;
	for (size_t i = 1; i < f->nheads; i++) {
		const struct line *line =
		    &finder_node(f, f->head[i].node)->text;

		if (f->head[i].level < f->head[1].level)
			return false;
		if (f->head[i].level > f->head[1].level)
			continue;
		/* "Ann Lee - Title" is more. */
		if (below_is_person(line) != (i == 1) ||
		    (i == 1 && begins_with_name(f, i)))
			return false;
	}
	return true;
}

/*
 * Whether all headings below the name, two at least, are right over somebody, as
 * titles are: so is "The speaker", beside "The microphone".
 */
static bool
are_over_people(const struct finder *f)
{
	for (size_t i = 1; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		const struct line *line = &finder_node(f, head->node)->text;

		if ((head->label == LABEL_SPEAKER &&
			!memchr(line->text, ' ', line->len)) ||
		    !heads_over_person(f, i))
			return false;
	}
	return f->nheads > 2;
}

/*
 * Whether the document's name, or what is right below it, tells who speaks;
 * `sure` if that is plain without other files of its kind, `*told` if a label does.
 */
static bool
names_speaker(struct finder *f, bool sure, bool *told)
{
	struct shape shape = {.role = f->role};
	uint32_t node = f->head[0].node;
	struct talk_text text = {.line = finder_node(f, node)->text};
	bool named = false;

	/* "Speaker:" below another heading is of a talk there. */
	talk_text_below(f->arena, f->md, &shape, node + 1,
	    f->nheads > 1 ? f->head[1].node : (uint32_t)f->md->n, NULL, &text);
	talk_text_people(f->arena, f->md, node + 1, (uint32_t)f->md->n, &text);
	*told = text.speakers.len > 0 && !are_over_people(f);
	if (*told)
		return true;
	if (is_over_person(f))
		return true;
	for (int i = 0; i < 2 && !named; i++)
		named = below_is_person(&text.below[i]);
	if (single_top_names(&text.line))
		return !sure || is_quoted(&text.line) || has_part(f, 1) ||
		    single_top_over_short(f);
	return named && (!sure || has_part(f, 1));
}

/*
 * Whether right below the name is nothing but a video, and no heading below is a
 * day or speaks for a talk.
 */
static bool
is_over_video(struct finder *f)
{
	if (f->nheads > SPEAKING_MOST ||
	    !finder_is_video(f, f->head[0].node + 1))
		return false;
	for (size_t i = 1; i < f->nheads; i++) {
		if (f->head[i].day || heads_speaks(f, i))
			return false;
	}
	return true;
}

bool
single_is_told_above(const struct finder *f)
{
	if (f->nheads == 0)
		return false;
	for (uint32_t i = 1; i < f->head[0].node && i <= ABOVE_MOST; i++) {
		const struct line *line = &finder_node(f, i)->text;
		size_t skip;

		if (!finder_is(f, i, MD_PARAGRAPH))
			return false;
		if (label_before(line->text, line->len, &skip) ==
			LABEL_SPEAKER &&
		    people_first(line->text + skip, line->len - skip) >=
			NAMES_GUESS)
			return true;
	}
	return false;
}

bool
single_is(struct finder *f, size_t from, int level, enum shape_one *why)
{
	bool text = from == 0 && is_one_text(f);
	bool parts = !text && are_parts(f, from, level);
	bool video = !text && !parts && from > 0 && is_over_video(f);
	bool told = false;

	*why = text                   ? ONE_TEXT
	    : parts                   ? ONE_PARTS
	    : video                   ? ONE_VIDEO
	    : single_is_told_above(f) ? ONE_ABOVE
	    : f->said                 ? ONE_FRONT
				      : ONE_NAMED;
	if (text || parts || video)
		return true;
	if (!f->said && single_top_tells(f, from, why))
		return !speak(f, f->nheads > 1 ? from : 1, told);
	if (!f->said && (from == 0 || !names_speaker(f, true, &told)))
		return false;
	return !speak(f, from, told);
}

bool
single_seems(struct finder *f)
{
	bool told = false;

	return f->nheads > 0 && f->head[0].node == 1 &&
	    names_speaker(f, false, &told) && !speak(f, 1, told);
}
