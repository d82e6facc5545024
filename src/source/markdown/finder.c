#include "source/markdown/finder.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/day_heading.h"
#include "source/markdown/event_words.h"
#include "source/markdown/label.h"
#include "source/markdown/place.h"
#include "source/markdown/richtext.h"

#define LABEL_LONGEST 64 /* bytes of a label with a group's name before it */
#define MIX           UINT64_C(0x9e3779b97f4a7c15) /* of which all bits count */

static const char *
folded(struct finder *f, const struct line *line)
{
	return text_fold(f->arena, line->text, line->len, NULL);
}

bool
finder_is_day(struct finder *f, const struct line *line)
{
	const char *text;

	if (!day_heading_may_be(line->text, line->len))
		return false;
	text = folded(f, line);
	return day_heading_is(text, strlen(text));
}

bool
finder_has_video(const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if ((span->style & SPAN_LINK) && span->url[0] != '#' &&
		    link_is_video(span->url))
			return true;
	}
	return false;
}

bool
finder_is_video(const struct finder *f, uint32_t i)
{
	const struct line *line;
	size_t label = 0;

	/* Of what waits the URL is the first line, or there is none. */
	if (!finder_is(f, i, MD_PARAGRAPH) && !finder_is(f, i, MD_LATER))
		return false;
	line = &finder_node(f, i)->text;
	if (line->nspans == 0 || !finder_has_video(line))
		return false;
	if (finder_is(f, i, MD_LATER))
		return true;
	if (line->spans[0].start > 0 &&
	    label_before(line->text, line->len, &label) == LABEL_NONE)
		return false;
	return line->spans[0].start <= label &&
	    line->spans[0].end >= (line->first ? line->first : line->len);
}

/* "Reef Club - Slides" */
static bool
ends_in_label(const struct line *line)
{
	const char *blank = memrchr(line->text, ' ', line->len);
	const char *word = blank ? blank + 1 : line->text;
	enum label_kind kind = label_read(
	    word, line->len - (size_t)(word - line->text));

	return kind == LABEL_SLIDES || kind == LABEL_VIDEO ||
	    kind == LABEL_LINK;
}

/* Whether the text of a node counts in `texts`. */
static bool
is_counted(const struct finder *f, uint32_t i)
{
	const struct md_node *node = finder_node(f, i);

	return node->kind == MD_HEADING ||
	    (node->kind == MD_PARAGRAPH && richtext_leads_out(&node->text) &&
		(finder_is(f, i - 1, MD_ITEM) ||
		    (node->parent == 0 && node->text.len < LABEL_LONGEST &&
			ends_in_label(&node->text))));
}

/* A number below a power of two, the same for the same text. */
static size_t
place_of(const struct line *line, size_t below)
{
	uint64_t head = 0, tail;

	/* Most are longer: so the size is known. */
	if (line->len >= sizeof(head)) {
		memcpy(&head, line->text, sizeof(head));
		memcpy(
		    &tail, line->text + line->len - sizeof(tail), sizeof(tail));
	} else {
		memcpy(&head, line->text, line->len);
		tail = head;
	}
	head = (head ^ line->len) * MIX;
	tail = (tail ^ head >> 32) * MIX;
	return (size_t)(tail >> 32) & (below - 1);
}

/* The nodes whose texts count. */
struct counted {
	uint32_t *node;
	size_t n, cap;
};

static struct counted
find_counted(const struct finder *f)
{
	struct counted counted = {0};

	for (uint32_t i = 1; i < f->md->n; i++) {
		if (!is_counted(f, i))
			continue;
		counted.node = mem_grow(counted.node, &counted.cap,
		    counted.n + 1, sizeof(*counted.node));
		counted.node[counted.n++] = i;
	}
	return counted;
}

/*
 * Returns how often, at most, their texts occur, by place_of(); to be freed.
 * Few occur so often that they need to be compared.
 */
static uint8_t *
count_roughly(
    const struct finder *f, const struct counted *counted, size_t below)
{
	uint8_t *times = mem_alloc(below, sizeof(*times));

	for (size_t k = 0; k < counted->n; k++) {
		uint8_t *n = times +
		    place_of(&finder_node(f, counted->node[k])->text, below);

		*n += *n < LABEL_TIMES;
	}
	return times;
}

/* Fills `titles` with those that occur twice, and `texts`; once. */
static void
count_texts(struct finder *f)
{
	struct counted counted;
	size_t below = 1;
	uint8_t *times;

	if (f->counted)
		return;
	f->counted = true;
	counted = find_counted(f);
	while (below < 4 * counted.n)
		below *= 2;
	times = count_roughly(f, &counted, below);
	for (size_t k = 0; k < counted.n; k++) {
		const struct md_node *node = finder_node(f, counted.node[k]);
		uint32_t n, most = times[place_of(&node->text, below)];

		if (most > 1 && node->kind == MD_HEADING)
			++*strmap_put(&f->titles, node->text.text, 0);
		if (most < LABEL_TIMES)
			continue;
		n = ++*strmap_put(&f->texts, node->text.text, 0);
		if (n > f->most_times)
			f->most_times = n;
	}
	free(times);
	free(counted.node);
}

static uint32_t
times_in(const struct strmap *texts, const struct line *line)
{
	const uint32_t *n = strmap_get(texts, line->text);

	return n ? *n : 0;
}

bool
finder_is_often(struct finder *f, const struct line *line)
{
	count_texts(f);
	return f->most_times >= LABEL_TIMES &&
	    times_in(&f->texts, line) >= LABEL_TIMES;
}

bool
finder_is_standing(struct finder *f, const struct line *line)
{
	return !memchr(line->text, ' ', line->len) && finder_is_often(f, line);
}

uint32_t
finder_heading_times(struct finder *f, const struct line *line)
{
	count_texts(f);
	return times_in(&f->titles, line);
}

/* Fills `heads`, once. */
static void
note_heads(struct finder *f)
{
	if (f->headed)
		return;
	f->headed = true;
	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		const char *text;

		if (!finder_is(f, i, MD_HEADING))
			continue;
		text = folded(f, &finder_node(f, i)->text);
		strmap_put(&f->heads, text, 0);
		f->head_sizes |= UINT64_C(1) << (strlen(text) & 63);
	}
}

void
finder_prepare(struct finder *f)
{
	count_texts(f);
	note_heads(f);
}

/* Whether no heading is as long as the line, folded. */
static bool
fits_no_heading(const struct finder *f, const struct line *line)
{
	/* In ASCII each letter is folded to one. */
	return !(f->head_sizes & UINT64_C(1) << (line->len & 63)) &&
	    text_is_ascii(line->text, line->len);
}

bool
finder_is_bold(const struct line *line)
{
	size_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		if (!(line->spans[i].style & SPAN_STRONG))
			continue;
		if (richtext_has_words(line->text, at, line->spans[i].start))
			return false;
		at = line->spans[i].end;
	}
	return at > 0 && !richtext_has_words(line->text, at, line->len);
}

bool
finder_leads_inside(const struct line *line)
{
	size_t at = 0;
	bool any = false;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!(span->style & SPAN_LINK) || span->url[0] != '#')
			continue;
		if (richtext_has_words(line->text, at, span->start))
			return false;
		at = span->end;
		any = true;
	}
	return any && !richtext_has_words(line->text, at, line->len);
}

bool
finder_repeats_heading(struct finder *f, const struct line *line)
{
	if (finder_leads_inside(line))
		return true;
	if (!line_leading_link(line, 0))
		return false;
	note_heads(f);
	return !fits_no_heading(f, line) &&
	    strmap_get(&f->heads, folded(f, line)) != NULL;
}

bool
finder_is_heading(struct finder *f, const char *s, size_t len)
{
	note_heads(f);
	return strmap_get(&f->heads, text_fold(f->arena, s, len, NULL)) != NULL;
}

bool
finder_is_numbered(const struct finder *f, const struct head *head)
{
	const struct line *line = &finder_node(f, head->node)->text;

	return line->len > 0 && text_ascii_digit(line->text[line->len - 1]) &&
	    event_words_numbered(line->text, line->len) == line->len;
}

unsigned
finder_levels(const struct finder *f, enum role role)
{
	unsigned levels = 0;

	for (size_t i = 0; i < f->nheads; i++) {
		if (f->role[f->head[i].node] == role)
			levels |= 1U << f->head[i].level;
	}
	return levels;
}
