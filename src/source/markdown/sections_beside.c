#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/finder.h"
#include "source/markdown/named_title.h"

#define LEAST 2 /* talks of a section */

/*
 * Sections with talks in paragraphs
 * =================================
 *
 * Where lists or headings have the talks, a section beside theirs may have
 * none of these, but paragraphs or quotations that are: a title with who speaks, or
 * one that leads to a video.
 */

/* The line that a paragraph or quotation of no other node begins with, or NULL. */
static const struct line *
line_of(const struct finder *f, uint32_t i)
{
	if (f->role[i] != ROLE_BODY)
		return NULL;
	if (finder_is(f, i, MD_QUOTE) && finder_is(f, i + 1, MD_PARAGRAPH))
		i++;
	return finder_is(f, i, MD_PARAGRAPH) ? &finder_node(f, i)->text : NULL;
}

/* Whether a line begins as talks do: with a link, or in bold. */
static bool
may_be_title(const struct line *line)
{
	return line->nspans > 0 && line->spans->start == 0 &&
	    (line->spans->url || (line->spans->style & SPAN_STRONG));
}

/* Whether several lines not parsed yet begin so; `links`: with links alone. */
static bool
wait(const struct line *text, bool links)
{
	const char *end = text->text + text->len;
	size_t n = 0;

	for (const char *s = text->text; n < LEAST && s < end; s++) {
		/* Most talks have few of them. */
		if (links && !(s = memchr(s, '[', (size_t)(end - s))))
			break;
		if (links) {
			n += s == text->text || s[-1] == '\n';
			continue;
		}
		n += text_ascii_any(*s, "[>") ||
		    (end - s > 2 && text_ascii_any(*s, "*_") && s[1] == *s);
		s = text_line_end(s, end);
	}
	return n >= LEAST;
}

/*
 * Whether most of the paragraphs in [from, end) that may be talks surely are; below
 * a heading that was taken for a talk's, `own`, whether all have links and names, and
 * little else is there.
 */
static bool
has_talks(
    const struct finder *f, uint32_t from, uint32_t end, bool own, bool *unsure)
{
	size_t titles = 0, sure = 0, others = 0;

	if (memchr(f->role + from, ROLE_TALK, end - from))
		return false;
	for (uint32_t i = from; i < end; i = finder_node(f, i)->end) {
		const struct line *line = line_of(f, i);

		*unsure = *unsure ||
		    (finder_is(f, i, MD_LATER) &&
			wait(&finder_node(f, i)->text, own));
		if (!line || !may_be_title(line)) {
			others++;
			continue;
		}
		titles++;
		sure += named_title_sure(line) &&
		    (!own || (line->spans->url && named_title_is(line)));
	}
	if (own && (sure < titles || others > titles))
		return false;
	return sure >= LEAST && sure * 3 >= titles * 2;
}

static void
take(struct finder *f, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i = finder_node(f, i)->end) {
		const struct line *line = line_of(f, i);

		if (line && named_title_sure(line))
			f->role[i] = ROLE_TALK;
	}
}

/* Whether heading `i` is over no other one, and may be that of a track. */
static bool
may_be_track(const struct finder *f, size_t i, unsigned levels)
{
	const struct head *head = &f->head[i];

	return !head->aside && !head->others && !head->part && !head->pause &&
	    (levels & 1U << head->level) &&
	    (i + 1 == f->nheads || head[1].level <= head->level);
}

/* Whether a heading may name somebody beside a title: quick, as most do. */
static bool
may_name(const struct line *line)
{
	static const char signs[] = "-(:|,\xe2";

	for (const char *sign = signs; *sign; sign++) {
		if (memchr(line->text, *sign, line->len))
			return true;
	}
	return false;
}

/* Whether it may though it was taken for a talk's. */
static bool
may_be_no_talk(struct finder *f, size_t i)
{
	return !f->exact && finder_node(f, f->head[i].node)->text.nspans == 0 &&
	    !heads_names(f, i);
}

/* Whether heading `i` is over talks up to node `end`. */
static bool
is_over_talks(struct finder *f, size_t i, uint32_t end, unsigned *taken)
{
	uint32_t node = f->head[i].node;
	enum role role = (enum role)f->role[node];
	bool unsure = false, any;

	if (role != ROLE_TRACK && role != ROLE_BODY &&
	    (role != ROLE_TALK || may_name(&finder_node(f, node)->text)))
		return false;
	any = has_talks(f, node + 1, end, role == ROLE_TALK, &unsure);
	if (unsure)
		*taken |= BESIDE_UNSURE;
	return any && (role != ROLE_TALK || may_be_no_talk(f, i));
}

unsigned
sections_beside_take(struct finder *f)
{
	unsigned levels = finder_levels(f, ROLE_TRACK), taken = 0;

	/* A heading that names nobody may be none of a talk's. */
	if (f->half_named)
		levels |= finder_levels(f, ROLE_TALK);

	for (size_t i = 0; levels > 0 && i < f->nheads; i++) {
		uint32_t end = i + 1 < f->nheads ? f->head[i + 1].node
						 : (uint32_t)f->md->n;

		if (!may_be_track(f, i, levels) ||
		    !is_over_talks(f, i, end, &taken))
			continue;
		f->role[f->head[i].node] = ROLE_TRACK;
		take(f, f->head[i].node + 1, end);
		taken |= BESIDE_PASSAGES;
		/* What is below the next one is no more of the last talk. */
		if (end < f->md->n && f->role[end] == ROLE_BODY)
			f->role[end] = ROLE_ASIDE;
	}
	return taken;
}
