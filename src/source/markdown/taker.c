#include "source/markdown/taker.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/below.h"
#include "source/markdown/details.h"
#include "source/markdown/label.h"
#include "source/markdown/markdown.h"
#include "source/markdown/runs.h"

/* Bytes that may be markup. */
#define SIGNS(PUT, n) \
	PUT('*', n) \
	PUT('_', n) \
	PUT('`', n) \
	PUT('[', n) \
	PUT(']', n) \
	PUT('<', n) \
	PUT('>', n) PUT('&', n) PUT('\\', n) PUT('!', n) PUT('#', n)

/* Whether a fact below is what the talk's own line is. */
static bool
says_again(const struct talk_text *text, const struct line *line, size_t skip)
{
	return text->line.len > 0 && skip < line->len &&
	    line->len - skip >= text->line.len &&
	    memcmp(line->text + skip, text->line.text, text->line.len) == 0;
}

/* Takes "Speaker: Ann Lee" from a line of the paragraph behind its first. */
static void
take_speakers(struct taker *t, const struct line *line)
{
	const uint32_t at[] = {
	    line->first, line->breaks[0], line->breaks[1], line->len};

	for (int k = 0; k < 3 && t->text->speakers.len == 0; k++) {
		uint32_t from = at[k],
			 to = at[k + 1] > from ? at[k + 1] : line->len;
		struct line one;
		size_t skip;

		if (from == 0 || from >= line->len)
			return;
		from += line->text[from] == ' ';
		one = richtext_cut(t->arena, line, from, to);
		if (label_before(one.text, one.len, &skip) == LABEL_SPEAKER &&
		    skip < one.len)
			t->text->speakers = richtext_cut(
			    t->arena, &one, (uint32_t)skip, one.len);
	}
}

/* Whether all of a line is bold, or a link, and somebody's name. */
static bool
is_marked_name(const struct taker *t, const struct line *line)
{
	const struct span *span = line->spans;

	return line->nspans > 0 && span->start == 0 &&
	    runs_end(line, span) == line->len &&
	    (span->style & (SPAN_STRONG | SPAN_LINK)) &&
	    below_is_names(t->arena, line);
}

/*
 * The first line of a paragraph; all of them, parted by commas, where each is a name
 * in bold.
 */
static struct line
first_lines(const struct taker *t, const struct line *line)
{
	const uint32_t at[] = {
	    0, line->first, line->breaks[0], line->breaks[1], line->len};
	struct line first = richtext_cut(t->arena, line, 0, line->first);
	struct line all = first;

	if (!is_marked_name(t, &first))
		return first;
	for (int k = 1; k < 4 && at[k] > 0 && at[k] < line->len; k++) {
		uint32_t from = at[k],
			 to = at[k + 1] > from ? at[k + 1] : line->len;
		struct line one;

		from += line->text[from] == ' ';
		one = richtext_cut(t->arena, line, from, to);
		if (!is_marked_name(t, &one))
			return first;
		all.text = arena_printf(t->arena, "%s, %s", all.text, one.text);
	}
	all.len = all.first = (uint32_t)strlen(all.text);
	all.nspans = 0;
	return all;
}

/* The lines of a paragraph behind its first, each of them somebody, as that is. */
static void
take_more(struct taker *t, const struct line *line)
{
	const uint32_t at[] = {
	    line->first, line->breaks[0], line->breaks[1], line->len};

	for (int k = 0;
	     k < 3 && t->below < TALK_BELOW && at[k] > 0 && at[k] < line->len;
	     k++) {
		uint32_t from = at[k] + (line->text[at[k]] == ' '),
			 to = at[k + 1] > from ? at[k + 1] : line->len;
		struct line more = richtext_cut(t->arena, line, from, to);

		if (!below_is_person(&more))
			break;
		t->text->below[t->below++] = more;
		t->text->more++;
	}
}

/* Takes what stands below, line by line where these are people. */
static void
take_below(struct taker *t, const struct line *line)
{
	struct line first = *line;

	if (line->first > 0 && line->first < line->len)
		first = first_lines(t, line);
	t->text->below[t->below++] = first;
	if (first.len == line->first && line->first < line->len &&
	    below_is_person(&first))
		take_more(t, line);
}

void
taker_line(struct taker *t, const struct line *line)
{
	size_t skip;
	uint32_t start, end;
	enum label_kind kind;

	if (line->len == 0 || richtext_is_url(line))
		return;
	t->lines++;
	labelled_take(&t->text->labelled, t->arena, line);
	kind = label_before(line->text, line->len, &skip);
	if (kind == LABEL_TITLE && skip < line->len && t->text->title.len == 0)
		t->text->title = richtext_cut(t->arena, line, skip,
		    line->first > skip ? line->first : line->len);
	else if (t->text->title.len == 0 &&
	    (end = below_title(line, &start)) > 0)
		t->text->title = richtext_cut(t->arena, line, start, end);
	if (kind == LABEL_FACT)
		t->event = t->event || says_again(t->text, line, skip);
	if (kind == LABEL_SLIDES && t->slides.len == 0 && skip < line->len &&
	    (line->first == 0 || line->first == line->len) &&
	    !link_bare(line->text + skip, line->len - skip))
		t->slides = richtext_cut(t->arena, line, skip, line->len);
	if (t->below < TALK_BELOW && kind != LABEL_FACT)
		take_below(t, line);
	if (t->text->speakers.len > 0)
		return;
	if (t->wants_names)
		t->text->speakers = *line;
	t->wants_names = (kind == LABEL_SPEAKER && skip >= line->len) ||
	    (skip == 0 && label_read(line->text, line->len) == LABEL_SPEAKER);
	if (kind == LABEL_SPEAKER && skip < line->len)
		t->text->speakers = richtext_cut(t->arena, line, skip,
		    line->first > skip ? line->first : line->len);
	if (!t->wants_names)
		take_speakers(t, line);
}

void
taker_table(struct taker *t, const struct md_node *node, size_t table)
{
	const struct md_node *end = node + node[table].end;

	for (const struct md_node *row = node + table + 1;
	     row < end && t->lines < TAKER_MOST; row = node + row->end) {
		const struct md_node *cell = row + 1;
		struct line line = {.text = ""};
		unsigned below = t->below;

		if (row->kind != MD_ROW || row->end - (row - node) != 3 ||
		    cell[0].text.len == 0 || cell[1].text.len == 0)
			continue;
		line.text = arena_printf(
		    t->arena, "%s: %s", cell[0].text.text, cell[1].text.text);
		line.len = line.first = (uint32_t)strlen(line.text);
		taker_line(t, &line);
		/* A row's label is nobody's name. */
		if (t->below > below)
			t->text->below[--t->below] = (struct line){.text = ""};
	}
}

/* The text of a line of a plain stretch, as its block will have it. */
static void
take_raw(struct taker *t, const char *s, size_t len)
{
	static const struct scan_set signs = SCAN_SET(SIGNS);
	struct line line = {.text = ""};
	struct markdown md;

	while (len > 0 && strchr(" \t", *s)) {
		s++;
		len--;
	}
	if (len > 2 && strchr("*+-", *s) && s[1] == ' ') {
		s += 2;
		len -= 2;
	}
	if (scan_until(&signs, s, len, 0) == len) {
		line.text = text_squeeze(t->arena, s, len);
		line.len = line.first = (uint32_t)strlen(line.text);
		taker_line(t, &line);
		return;
	}
	markdown_parse(&md, t->arena, s, len, NULL);
	if (md.n > 1)
		taker_line(t, &md.node[1].text);
	markdown_free(&md);
}

static void
take_later(struct taker *t, const struct line *text)
{
	const char *s = text->text, *end = s + text->len;

	while (s < end && t->lines < TAKER_MOST) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		size_t len = (size_t)((nl ? nl : end) - s);

		if (len > 0 && !details_is_tag(s, len))
			take_raw(t, s, len);
		s += len + 1;
	}
}

/* The same of a stretch that has to be parsed; it has no headings. */
static void
take_mixed(struct taker *t, const struct line *text)
{
	struct markdown md;

	markdown_parse(&md, t->arena, text->text, text->len, NULL);
	for (size_t i = 1; i < md.n && t->lines < TAKER_MOST; i++) {
		if (md.node[i].kind == MD_PARAGRAPH)
			taker_line(t, &md.node[i].text);
		if (md.node[i].kind == MD_TABLE)
			taker_table(t, md.node, i);
		t->ended = md.node[i].kind == MD_CODE ||
		    md.node[i].kind == MD_TABLE;
		if (t->ended)
			break;
	}
	markdown_free(&md);
}

void
taker_node(struct taker *t, const struct md_node *node)
{
	if (node->kind == MD_PARAGRAPH)
		taker_line(t, &node->text);
	else if (node->mixed)
		take_mixed(t, &node->text);
	else if (node->kind == MD_LATER)
		take_later(t, &node->text);
}
