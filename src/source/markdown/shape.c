#include "source/markdown/shape.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/admonition.h"
#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/named_title.h"
#include "source/markdown/place.h"
#include "source/markdown/runs.h"
#include "source/markdown/weigh.h"

#define TABLE_LEAST   3   /* talks of a table that has columns for them */
#define LONGEST_TITLE 120 /* bytes of a first line with a title and a name */

/*
 * How a document is read
 * ======================
 *
 * Authors write talks down as headings with notes below, as lists, tables or
 * paragraphs of links, or one a file.  Each of these carriers is a hypothesis
 * that the whole document speaks for or against; none of the rules is for a
 * single document.
 *
 * 1. Lists, tables and paragraphs that speak for being talks are groups of
 *    them (see groups.c).  Where they have as many talks as the document has
 *    headings, or more, it is a list document, unless most headings name
 *    somebody.  The heading above a group is its track, and so is a day or a
 *    bold line right above it.
 * 2. Otherwise headings are the talks, of the level that most speaks for it
 *    (see heads.c).
 * 3. Where most headings name the parts of notes ("Takeaways"), or what stands
 *    on top names a speaker, all of the document is one talk (see single.c).
 * 4. Where no heading is a talk, paragraphs that are all bold are, or those
 *    that end in a URL, or a first line that names somebody; where there are
 *    none of those either, the whole document is one talk.
 * 5. Items that only lead to places in the document are its table of contents
 *    and are skipped: what they say stands where they lead.
 *
 * Where the rules choose wrongly, the user says what is wanted.
 */

/* The level that most talks have. */
static int
common_level(const struct finder *f)
{
	size_t n[7] = {0};
	int common = f->level;

	for (uint32_t i = 1; i < f->md->n; i++) {
		if (f->role[i] == ROLE_TALK)
			n[finder_node(f, i)->level]++;
	}
	for (int level = 1; level <= 6; level++) {
		if (n[level] > n[common])
			common = level;
	}
	return common;
}

/* Whether a paragraph begins with a line of text and ends in a bare URL. */
static bool
is_over_url(const struct line *line)
{
	if (line->nspans == 0 || line->first == 0)
		return false;

	const struct span *last = &line->spans[line->nspans - 1];
	struct line first = *line;

	first.len = line->first;
	return !weigh_is_label(&first) && last->start > line->first &&
	    last->end == line->len && link_bare(line->text, line->first) == 0 &&
	    link_bare(line->text + last->start, line->len - last->start) ==
	    line->len - last->start;
}

/*
 * Whether right below the only heading stands who speaks, over a URL: all of the
 * document is one talk.
 */
static bool
is_byline_over_url(const struct finder *f)
{
	struct line first;

	if (f->nheads != 1 || !finder_is(f, f->head[0].node + 1, MD_PARAGRAPH))
		return false;
	first = finder_node(f, f->head[0].node + 1)->text;
	if (!is_over_url(&first))
		return false;
	first.len = first.first;
	return below_is_person(&first);
}

/* Whether a paragraph begins with a title in bold, and goes on with a name. */
static bool
is_bold_over_name(const struct line *line)
{
	return line->nspans > 0 && line->spans[0].start == 0 &&
	    (line->spans[0].style & SPAN_STRONG) && weigh_names_somebody(line);
}

/* Whether a paragraph is a line with a title and a name. */
static bool
is_named_line(const struct line *line)
{
	static const enum place places[] = {
	    PLACE_LAST_DASH, PLACE_BRACKETS, PLACE_BY};

	return line->first == line->len && line->len <= LONGEST_TITLE &&
	    place_any(line, places, sizeof(places) / sizeof(*places));
}

/* Whether the first line of a paragraph is a title that leads to its video. */
static bool
is_linked_line(const struct line *line)
{
	const struct span *link = line_leading_link(line, 0);
	uint32_t end = line->first > 0 ? line->first : line->len;

	return link && link_is_video(link->url) &&
	    memchr(line->text + link->start, ' ', link->end - link->start) &&
	    runs_end(line, link) >= end && !weigh_is_label(line);
}

/* Whether all of the first of several lines is bold. */
static bool
is_over_lines(const struct line *line)
{
	struct line first = *line;

	first.len = line->first;
	return line->first > 0 && line->first < line->len &&
	    line->text[line->first - 1] != ':' && !weigh_is_label(&first) &&
	    finder_is_bold(&first);
}

/*
 * Takes paragraphs for talks, all of which are bold, are over a URL or have a
 * bold line on top, and headings for tracks; false: there are not `least`.
 */
static bool
take_paragraphs(struct finder *f, size_t name, size_t least,
    bool (*fits)(const struct line *))
{
	size_t found = 0;

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end)
		found += finder_is(f, i, MD_PARAGRAPH) &&
		    fits(&finder_node(f, i)->text);
	if (found < least)
		return false;
	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_PARAGRAPH) &&
		    fits(&finder_node(f, i)->text))
			f->role[i] = ROLE_TALK;
		else if (passages_is_pause(f, i))
			f->role[i] = ROLE_ASIDE;
	}
	over_take_all(f, name);
	return true;
}

static bool
has_level(const struct finder *f, int level)
{
	for (size_t i = 0; i < f->nheads; i++) {
		if (f->head[i].level == level)
			return true;
	}
	return false;
}

/* The first heading names the only talk, unless it names a part of its notes. */
static void
name_one(struct finder *f)
{
	uint32_t node = f->head[0].node;
	const struct line *line = &finder_node(f, node)->text;
	enum label_kind label = label_read(line->text, line->len);

	f->role[node] = label == LABEL_PART || label == LABEL_LINK ||
		label == LABEL_ASIDE
	    ? ROLE_BODY
	    : ROLE_NAME;
}

/* Whether no heading stands above the first one, nor beside it but on top. */
static bool
is_topmost(const struct finder *f)
{
	for (size_t i = 1; i < f->nheads && f->head[0].level > 1; i++) {
		if (f->head[i].level <= f->head[0].level)
			return false;
	}
	return f->nheads > 0 && !f->head[0].day;
}

static void
take_one(struct finder *f, struct shape *shape, size_t name, bool asked)
{
	bool only = (f->nheads == 1 || (asked && is_topmost(f))) &&
	    f->head[0].node == 1;

	shape->kind = SHAPE_ONE;
	if (only || name > 0)
		name_one(f);
}

/* Takes headings for talks and tracks; false: for none but tracks. */
static bool
take_heads(struct finder *f, size_t name, int level)
{
	heads_dates_take(f, name, level);
	heads_take(f, name, level);
	if (memchr(f->role, ROLE_TALK, f->md->n))
		return true;
	for (size_t i = 0; i < f->nheads; i++) {
		if (f->role[f->head[i].node] != ROLE_SKIP)
			f->role[f->head[i].node] = ROLE_BODY;
	}
	return false;
}

/*
 * The headings that may be talks': no days or breaks, nor the document's name;
 * with `once`, none that says what another one does.
 */
static size_t
count_heads(struct finder *f, size_t name, bool once)
{
	size_t n = 0;

	for (size_t i = name; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		n += !head->aside && !head->others && !head->day &&
		    !head->pause && !finder_is_numbered(f, head) &&
		    !(once &&
			finder_heading_times(
			    f, &finder_node(f, head->node)->text) > 1);
	}
	return n;
}

/* The headings that lists have to outweigh. */
static size_t
weigh_heads(struct finder *f, size_t name)
{
	size_t n = count_heads(f, name, false);

	return f->units > 1 && f->units < n ? count_heads(f, name, true) : n;
}

/*
 * Whether a table has columns for titles and speakers, and several talks, while
 * no heading may be a talk's: its headings are about them.
 */
static bool
is_of_table(struct finder *f, size_t name)
{
	size_t sure = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		const struct group *group = &f->group[i];

		if (finder_is(f, group->node, MD_TABLE) &&
		    group->columns.named &&
		    group->columns.speakers != COLUMN_NONE)
			sure += group->units;
	}
	if (sure < TABLE_LEAST)
		return false;
	for (size_t i = name; i < f->nheads; i++) {
		if (f->head[i].video || heads_speaks(f, i))
			return false;
	}
	return true;
}

/* Takes the first line of a text without headings for a talk's, if it names one. */
static bool
take_first_line(struct finder *f)
{
	if (f->nheads > 0 || !finder_is(f, 1, MD_PARAGRAPH) ||
	    (!is_named_line(&finder_node(f, 1)->text) &&
		!is_linked_line(&finder_node(f, 1)->text)))
		return false;
	f->role[1] = ROLE_TALK;
	return true;
}

/* Whether a paragraph is all bold, and names no note apart: "Tip: Wet ropes". */
static bool
is_bold_title(const struct line *line)
{
	return finder_is_bold(line) &&
	    !admonition_is_label(line->text, line->len);
}

/* The same of what kind there is, `*form`, of bold ones `least`. */
static bool
take_any_paragraphs(
    struct finder *f, size_t name, size_t least, enum shape_form *form)
{
	const struct {
		enum shape_form form;
		size_t least;
		bool (*fits)(const struct line *line);
	} kinds[] = {
	    {FORM_BOLD, least, is_bold_title},
	    {FORM_BOLD_NAMED, 2, is_bold_over_name},
	    {FORM_URL, 1, is_over_url},
	    {FORM_BOLD_LINE, 2, is_over_lines},
	    {FORM_NAMED, 2, is_named_line},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		*form = kinds[i].form;
		if (take_paragraphs(f, name, kinds[i].least, kinds[i].fits))
			return true;
	}
	*form = FORM_FIRST;
	return take_first_line(f);
}

/*
 * Takes paragraphs before headings are asked: those that are wanted, or titles with
 * names in bold, where they are more than the headings.
 */
static bool
take_first(struct finder *f, struct shape *shape, size_t name,
    enum shape_kind kind, bool asked)
{
	shape->form = FORM_BOLD_NAMED;
	if (kind == SHAPE_PARAGRAPHS)
		return take_any_paragraphs(f, name, 1, &shape->form);
	return !asked && !f->exact && !f->said && !shape->named &&
	    bold_titles_outweigh(f, shape->heads) &&
	    take_paragraphs(f, name, FINDER_BOLD, named_title_bold);
}

/* Whether something tells that lists have the talks, and what, `*why`. */
static bool
tells_lists(struct finder *f, const struct shape *shape, size_t name,
    enum shape_lists *why)
{
	if (shape->units >= shape->heads)
		*why = LISTS_MORE;
	else if (f->meetings)
		*why = LISTS_MEETINGS;
	else if (is_of_table(f, name))
		*why = LISTS_TABLE;
	else if (spoken_lists_outweigh(f, name))
		*why = LISTS_SPOKEN;
	else if (topics_outweigh(f, name))
		*why = LISTS_TOPICS;
	else if (sparse_heads_outweigh(f, name))
		*why = LISTS_SPARSE;
	else
		return false;
	return true;
}

/* Whether lists, tables and paragraphs have the talks rather than headings. */
static bool
outweighs(struct finder *f, struct shape *shape, size_t name)
{
	bool more = tells_lists(f, shape, name, &shape->lists);

	shape->given = more && heads_given(f, name);
	return more && !shape->given;
}

/* Takes what may be talks in sections beside those of others. */
static void
take_beside(struct finder *f, struct shape *shape)
{
	unsigned beside;
	bool told = shape->kind == SHAPE_PARAGRAPHS;

	if (shape->kind == SHAPE_ONE)
		return;
	if (shape->kind == SHAPE_LIST)
		shape->beside = heads_beside_take(f);
	else if (lists_beside_take(f, shape->level))
		shape->beside = BESIDE_LISTS;
	beside = sections_beside_take(f);
	/* Others may have told how paragraphs name who speaks. */
	for (size_t i = 0; shape->kind == SHAPE_LIST && i < f->ngroups; i++)
		told = told || finder_is(f, f->group[i].node, MD_PARAGRAPH) ||
		    finder_is(f, f->group[i].node, MD_QUOTE);
	if (told)
		beside &= ~(unsigned)BESIDE_PASSAGES;
	shape->beside |= beside;
}

/* Looks what speaks for each way to read the document. */
static void
look(struct finder *f, struct shape *shape, size_t name)
{
	groups_find(f);
	shape->told = f->told;
	shape->units = f->units;
	shape->heads = weigh_heads(f, name);
	shape->others = f->nheads - shape->heads + f->skipped;
	/* The document's name is no heading of talks, as all know. */
	if (shape->others == name)
		shape->others = 0;
	shape->only_days = passages_only_days(f);
	shape->single = single_seems(f);
	f->named = heads_name_people(f, name);
	shape->named = f->named || lonely_named(f) > 0;
}

/* Takes paragraphs, of bold ones `least`, or all of the document for the talks. */
static void
take_rest(struct finder *f, struct shape *shape, size_t name, size_t least)
{
	if (!is_byline_over_url(f) &&
	    take_any_paragraphs(f, name, least, &shape->form)) {
		shape->kind = SHAPE_PARAGRAPHS;
		return;
	}
	shape->kind = SHAPE_ONE;
	shape->one = f->said ? ONE_FRONT : ONE_REST;
	if (f->nheads > 0)
		name_one(f);
}

static void
find(struct finder *f, struct shape *shape, const struct shape_want *want)
{
	bool above = want->titled && single_is_told_above(f);
	size_t name = above ? 0 : heads_after_name(f);
	int level = want->level, labelled;
	bool asked = want->kind != SHAPE_AUTO || level > 0, list;
	bool numbers = !asked && heads_are_numbers(f, name);

	f->exact = want->exact && has_level(f, level);
	if (f->exact && f->head[0].level == level)
		name = 0;
	f->said = f->said || above;
	look(f, shape, name);
	labelled = asked ? 0 : label_heads_level(f, name);
	list = !asked && !f->said && !shape->named && labelled == 0 &&
	    outweighs(f, shape, name);
	if (name > 0)
		f->role[f->head[0].node] = ROLE_NAME;
	if ((f->units > 0 && list) ||
	    (f->ngroups > 0 && want->kind == SHAPE_LIST)) {
		shape->kind = SHAPE_LIST;
		groups_take(f, want->kind == SHAPE_LIST && f->units == 0);
		return;
	}
	if (labelled > 0) {
		shape->labelled = true;
		f->exact = true;
		level = labelled;
	} else if (!asked && !f->said && !shape->named && !shape->given &&
	    groups_take_named(f, name)) {
		shape->kind = SHAPE_LIST;
		shape->lists = LISTS_NAMED;
		return;
	}
	if (take_first(f, shape, name, want->kind, asked)) {
		shape->kind = SHAPE_PARAGRAPHS;
		return;
	}
	if (level == 0 || !has_level(f, level))
		level = heads_level(f, name);
	if (level == 0 && want->kind == SHAPE_HEADINGS && f->nheads > 0)
		level = f->head[name].level;
	if (want->kind == SHAPE_ONE ||
	    (!asked && labelled == 0 && !numbers &&
		single_is(f, name, level, &shape->one))) {
		if (want->kind == SHAPE_ONE)
			shape->one = ONE_FOLDER;
		take_one(f, shape, name, want->kind == SHAPE_ONE);
		return;
	}
	if (level > 0 && take_heads(f, name, level)) {
		if (numbers && !f->exact)
			f->role[f->head[name].node] = ROLE_ASIDE;
		shape->kind = SHAPE_HEADINGS;
		shape->level = common_level(f);
		return;
	}
	take_rest(f, shape, name, want->titled ? 2 : 1);
}

void
shape_find(struct shape *shape, const struct markdown *md,
    const struct shape_want *want, bool said, const struct strmap *labels)
{
	struct finder f = {.md = md,
	    .arena = arena_new(),
	    .said = said,
	    .titled = want->titled,
	    .full = want->full,
	    .labels = labels,
	    .called = want->name &&
		label_names_document_talks(want->name, strlen(want->name))};

	*shape = (struct shape){.role = mem_alloc(md->n, 1)};
	f.role = shape->role;
	f.told = f.called;
	f.weight = mem_alloc(md->n, 1);
	of_links_skip(&f);
	heads_find(&f);
	find(&f, shape, want);
	if (want->kind == SHAPE_AUTO && want->level == 0)
		take_beside(&f, shape);
	doc_name_take(&f);
	shape->apart = f.apart;
	shape->links = f.links;
	if (shape->kind == SHAPE_HEADINGS || shape->kind == SHAPE_PARAGRAPHS)
		groups_left(&f, &shape->notes);
	strmap_free(&f.texts);
	strmap_free(&f.titles);
	strmap_free(&f.heads);
	free(f.head);
	free(f.weight);
	free(f.group);
	arena_free(f.arena);
}

bool
shape_has_tracks(const struct shape *shape, size_t n)
{
	const uint8_t *first = memchr(shape->role, ROLE_TRACK, n);

	return first &&
	    memchr(
		first + 1, ROLE_TRACK, n - (size_t)(first + 1 - shape->role));
}

void
shape_free(struct shape *shape)
{
	free(shape->role);
	memset(shape, 0, sizeof(*shape));
}
