#include "source/markdown/single_top.h"

#include <string.h>

#include "source/markdown/below.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"

#define LINES_MOST  4  /* paragraphs below the name that are looked at */
#define PART_MOST   24 /* bytes of what names a part of notes */
#define PART_WORDS  3  /* words of that */
#define WORDS_LEAST 5  /* of a title and a name */
#define SHORT_LEAST 2  /* headings that are so */

/*
 * What stands right below the document's name
 * ===========================================
 *
 * "Speaker: Ann Lee", "A talk by Ann Lee at Quay Days", or a name beside a video
 * on top: so all below is about that talk, be its parts headings or lines in bold.
 */

/* Whether a paragraph is a line in bold, as titles or names of parts are. */
static bool
is_bold(const struct finder *f, uint32_t i)
{
	const struct line *line = &finder_node(f, i)->text;
	size_t skip;

	return finder_is(f, i, MD_PARAGRAPH) && finder_is_bold(line) &&
	    label_before(line->text, line->len, &skip) != LABEL_SPEAKER;
}

/* Whether a line says of itself that it tells who speaks. */
static bool
says_speaker(const struct finder *f, const struct line *line)
{
	size_t skip;
	struct people people;

	if (label_before(line->text, line->len, &skip) == LABEL_SPEAKER &&
	    people_first(line->text + skip, line->len - skip) >= NAMES_GUESS)
		return true;
	people = below_prose(f->arena, line);
	return people.n > 0 && people.first == NAMES_SURE;
}

enum told {
	TOLD_NOT,
	TOLD_PERSON, /* somebody's name stands there */
	TOLD_SURE,
};

/* How what is between the name and the first part tells who speaks. */
static enum told
read_top(const struct finder *f)
{
	uint32_t i = finder_node(f, f->head[0].node)->end;
	static const enum place colon = PLACE_FIRST_COLON;
	/* "Ann Lee: Tides" */
	bool person = i > 1 && place_any(&finder_node(f, 1)->text, &colon, 1);
	bool video = false;

	for (int n = 0; n < LINES_MOST && i < f->md->n && !is_bold(f, i) &&
	     finder_is(f, i, MD_PARAGRAPH);
	     i = finder_node(f, i)->end, n++) {
		const struct line *line = &finder_node(f, i)->text;

		if (says_speaker(f, line))
			return TOLD_SURE;
		person = person || below_is_person(line);
		video = video || finder_has_video(line);
	}
	return person ? (video ? TOLD_SURE : TOLD_PERSON) : TOLD_NOT;
}

/* Whether a line is short, and names nobody, as names of parts do. */
static bool
may_be_part(const struct line *line)
{
	static const enum place places[] = {PLACE_LAST_DASH, PLACE_MIDDLE_DASH,
	    PLACE_BRACKETS, PLACE_BY, PLACE_FIRST_DASH, PLACE_FIRST_COLON};
	size_t words = 1;

	for (uint32_t i = 0; i < line->len; i++)
		words += line->text[i] == ' ';
	return line->len <= PART_MOST && words <= PART_WORDS &&
	    !richtext_has_link(line) && !below_is_person(line) &&
	    !place_any(line, places, sizeof(places) / sizeof(*places));
}

/* What the lines in bold are that stand for themselves. */
struct bold {
	size_t n;
	size_t labels; /* "Abstract" */
	size_t parts;  /* that and short ones */
	size_t told;   /* over a line that tells who speaks */
};

static struct bold
count_bold(const struct finder *f)
{
	struct bold bold = {0};

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		const struct line *line = &finder_node(f, i)->text;
		uint32_t next = finder_node(f, i)->end;
		const struct line *below;
		bool label;

		if (!is_bold(f, i))
			continue;
		label = label_read(line->text, line->len) != LABEL_NONE;
		bold.n++;
		bold.labels += label;
		bold.parts += label || may_be_part(line);
		if (!finder_is(f, next, MD_PARAGRAPH))
			continue;
		below = &finder_node(f, next)->text;
		bold.told += below_is_person(below) || says_speaker(f, below) ||
		    finder_has_video(below);
	}
	return bold;
}

bool
single_top_names(const struct line *line)
{
	static const enum place places[] = {
	    PLACE_LAST_DASH, PLACE_MIDDLE_DASH, PLACE_BRACKETS, PLACE_BY};

	return place_any(line, places, sizeof(places) / sizeof(*places));
}

/*
 * Whether the name of a document may be that of an event or of several talks, as a
 * short one may, and one that says so.
 */
static bool
names_several(const struct line *line)
{
	static const char *const words[] = {"agenda", "conference", "event",
	    "events", "lectures", "lightning", "list", "meeting", "meetings",
	    "meetup", "meetups", "minutes", "notes", "presentations",
	    "programme", "reading", "schedule", "seminar", "sessions",
	    "summary", "summit", "talks", "trip", "videos", "workshops", NULL};
	size_t all = 0;

	for (size_t at = 0, n; at < line->len; at += n + 1) {
		const char *s = line->text + at;

		n = names_word(s, line->len - at);
		all += n > 0;
		/* "QuayConf" */
		if (names_one_of(s, n, words) ||
		    (n > 4 && memcmp(s + n - 4, "Conf", 4) == 0))
			return true;
	}
	return all < WORDS_LEAST;
}

bool
single_top_over_short(const struct finder *f)
{
	const struct line *name = &finder_node(f, f->head[0].node)->text;
	size_t n = 0, parts = 0, links = 0;

	/* A year makes it the name of an event. */
	if (f->called || f->told || f->units > 0 ||
	    strpbrk(name->text, "0123456789") || names_several(name))
		return false;
	for (size_t i = 1; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (head->level > f->head[1].level)
			continue;
		if (head->day || head->video)
			return false;
		n++;
		parts += may_be_part(&finder_node(f, head->node)->text);
		links += head->link;
	}
	return n >= SHORT_LEAST && parts * 10 >= n * 8 && links * 2 <= n;
}

/* Whether the only heading is over parts of notes in bold. */
static bool
is_over_bold(const struct finder *f, enum shape_one *why)
{
	const struct line *name = &finder_node(f, 1)->text;
	struct bold bold = count_bold(f);
	enum told told;

	*why = ONE_PARTS;
	if (bold.n == 0 || bold.told > 0)
		return false;
	if (bold.labels == bold.n)
		return true;
	*why = ONE_NAMED;
	told = read_top(f);
	/* A year makes it the name of an event. */
	return told == TOLD_SURE ||
	    (bold.n > 1 && bold.parts == bold.n &&
		!strpbrk(name->text, "0123456789") &&
		(told == TOLD_PERSON || single_top_names(name)));
}

bool
single_top_tells(const struct finder *f, size_t from, enum shape_one *why)
{
	if (f->nheads == 0 || f->head[0].node != 1 || f->head[0].day ||
	    (f->nheads > 1 && from == 0) || f->called || f->told)
		return false;
	if (f->nheads == 1)
		return is_over_bold(f, why);
	*why = ONE_NAMED;
	return read_top(f) == TOLD_SURE;
}
