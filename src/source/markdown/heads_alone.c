#include <string.h>

#include "source/markdown/finder.h"
#include "source/markdown/label.h"

#define WORDS_LEAST  3 /* of a title that nothing else speaks for */
#define TRACKS_LEAST 2 /* beside it */

/*
 * Talks beside tracks
 * ===================
 *
 * One level above the talks, a heading over text that names somebody is a talk,
 * too, where no heading below speaks for one: "Closing" beside tracks.  So is one
 * with a title and notes, where most beside it have nothing but talks below.
 */

/* One past the headings that stand below heading `i`. */
static size_t
end_of(const struct finder *f, size_t i)
{
	size_t end = i + 1;

	while (end < f->nheads && f->head[end].level > f->head[i].level)
		end++;
	return end;
}

/* Whether one of the topmost headings below heading `i` speaks for a talk. */
static bool
is_over_speaking(struct finder *f, size_t i)
{
	size_t end = end_of(f, i);
	int level = 7;

	for (size_t k = i + 1; k < end; k++) {
		if (f->head[k].level < level)
			level = f->head[k].level;
	}
	for (size_t k = i + 1; k < end; k++) {
		if (f->head[k].level == level && heads_speaks(f, k))
			return true;
	}
	return false;
}

/* Whether a line has words as a title has, and ends in none of "Random notes". */
static bool
is_title(const struct line *line)
{
	const char *last = memrchr(line->text, ' ', line->len);
	size_t words = 1;

	for (uint32_t i = 0; i < line->len; i++)
		words += line->text[i] == ' ';
	return words >= WORDS_LEAST &&
	    label_read(line->text, line->len) == LABEL_NONE &&
	    label_read(last + 1, line->len - (size_t)(last + 1 - line->text)) ==
	    LABEL_NONE;
}

/* Whether a heading is a title over notes, with no heading below. */
static bool
is_with_notes(struct finder *f, size_t i)
{
	return f->head[i].items && end_of(f, i) == i + 1 &&
	    is_title(&finder_node(f, f->head[i].node)->text) &&
	    !heads_is_part(f, i);
}

/* Whether most headings one level above the talks have nothing but these below. */
static bool
are_bare(const struct finder *f, size_t from, int level)
{
	size_t bare = 0, others = 0;

	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		bool over = end_of(f, i) > i + 1 && !head->own;

		if (head->level != level - 1 || head->day || head->aside)
			continue;
		bare += over;
		others += !over;
	}
	return bare >= TRACKS_LEAST && bare > others;
}

void
heads_take_alone(struct finder *f, size_t from, int level)
{
	bool bare = are_bare(f, from, level);

	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (f->role[head->node] != ROLE_TRACK || head->day ||
		    head->level != level - 1 || !head->own ||
		    !((bare && is_with_notes(f, i)) ||
			heads_tells_speaker(f, i)) ||
		    is_over_speaking(f, i))
			continue;
		f->role[head->node] = ROLE_TALK;
		for (size_t k = i + 1; k < end_of(f, i); k++)
			f->role[f->head[k].node] = ROLE_BODY;
	}
}

bool
heads_is_link(const struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];
	const struct line *line = &finder_node(f, head->node)->text;

	return !f->exact && !head->own && !head->day && !head->others &&
	    head->label == LABEL_NONE && end_of(f, i) == i + 1 &&
	    richtext_leads_out(line) && memchr(line->text, ' ', line->len);
}
