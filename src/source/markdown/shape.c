#include "source/markdown/shape.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/day_heading.h"

/*
 * How a document is read
 * ======================
 *
 * Authors write talks down in two ways: as headings with notes below, or as
 * lists and tables of links.  Each rule here is one that a reader applies
 * without thinking; none is for a single document.
 *
 * 1. A talk item is an item of an outermost list, or a row of a table, that
 *    begins with a link (brackets, quotes and emoji before it do not count) and
 *    has a title, or that carries a link to a video on its line or one list
 *    below.  A title is more than a bare URL, and is not repeated over and over
 *    in the document as labels are ("Slides", "Event page").  A row needs two
 *    cells with something in them and a link in any of them, or a table whose
 *    header names a column of talks.
 * 2. Where there are as many talk items as headings or more, the document is a
 *    list: in each list and table that has a talk item, every item with text of
 *    its own is a talk, and the nearest heading above is their track.
 * 3. Otherwise headings are the talks.  A single heading at the top names the
 *    document and is left out of account.  A heading that is only a day, date
 *    or year is a track, whatever its level.  The talk level is the topmost
 *    one that has two or more other headings; what stands above it is a track.
 * 4. A heading at the talk level, or a day, with no text of its own but two or
 *    more headings below is a track, and those are its talks, unless they say
 *    the same words in talk after talk ("Abstract", "Takeaways").
 * 5. Where no heading is a talk, paragraphs that are all bold are; where there
 *    are none of those either, the whole document is one talk.
 * 6. Items that only lead to places in the document are its table of contents
 *    and are skipped: what they say stands where they lead.
 *
 * Where the rules choose wrongly, the user says what is wanted.
 */

#define LABEL_TIMES 3 /* a text that stands so often is no title */

/* A heading and what the rules ask about it. */
struct head {
	uint32_t node;
	uint8_t level;
	bool day;   /* only a day, date or year */
	bool own;   /* has text before the next heading */
	bool video; /* that text has a link to a video */
	bool skip;  /* has a table of contents and nothing else */
};

/* What the search for the shape works on. */
struct finder {
	const struct markdown *md;
	struct arena *arena; /* for folded texts */
	struct strmap
	    texts; /* of headings and items that have a link: how often
	                        each stands */
	struct strmap heads; /* texts of headings, folded */
	struct day_heading_starts starts;
	bool counted, headed; /* they are filled, which few documents need */
	bool named;           /* a table names its column of talks */
	struct head *head;
	size_t nheads, cap;
	bool has_level[7];
	int level; /* of the talks, in a heading document */
	uint8_t *role;
};

static const struct md_node *
node_at(const struct finder *f, uint32_t i)
{
	return &f->md->node[i];
}

static const char *
folded(struct finder *f, const struct line *line)
{
	return text_fold(f->arena, line->text, line->len, NULL);
}

static void count_texts(struct finder *f);
static void note_heads(struct finder *f);

static uint32_t
times(struct finder *f, const struct line *line)
{
	const uint32_t *n;

	count_texts(f);
	n = strmap_get(&f->texts, line->text);

	return n ? *n : 0;
}

/* Links. */

static bool
is_anchor(const struct span *span)
{
	return (span->style & SPAN_LINK) && span->url[0] == '#';
}

static bool
is_link(const struct span *span)
{
	return (span->style & SPAN_LINK) && span->url[0] != '#';
}

/* Whether there is a letter or digit in text[start, end). */
static bool
has_words(const char *text, size_t start, size_t end)
{
	while (start < end) {
		uint32_t code;
		size_t n = text_decode(text + start, end - start, &code);

		if (text_is_word(code))
			return true;
		start += n;
	}
	return false;
}

static bool
begins_with_link(const struct line *line)
{
	size_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (has_words(line->text, at, span->start))
			return false;
		at = span->start;
		if (is_link(span) &&
		    has_words(line->text, span->start, span->end))
			return true;
	}
	return false;
}

static bool
has_link(const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if (is_link(&line->spans[i]))
			return true;
	}
	return false;
}

static bool
has_video(const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if (is_link(&line->spans[i]) &&
		    link_is_video(line->spans[i].url))
			return true;
	}
	return false;
}

/* Whether all of the line's words are in links to the document's own places. */
static bool
is_contents(const struct line *line)
{
	size_t at = 0;
	bool any = false;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!is_anchor(span))
			continue;
		if (has_words(line->text, at, span->start))
			return false;
		at = span->end;
		any = true;
	}
	return any && !has_words(line->text, at, line->len);
}

/* Whether an item leads to a heading: by its place or by its words. */
static bool
repeats_heading(struct finder *f, const struct line *line)
{
	if (is_contents(line))
		return true;
	if (!begins_with_link(line))
		return false;
	note_heads(f);
	return strmap_get(&f->heads, folded(f, line)) != NULL;
}

/* Items. */

static bool
is_kind(const struct finder *f, uint32_t i, enum md_kind kind)
{
	return i < f->md->n && node_at(f, i)->kind == kind;
}

/* The line of an item: its first paragraph, if it begins with one. */
static const struct line *
item_line(const struct finder *f, uint32_t item)
{
	static const struct line none = {.text = ""};

	return item + 1 < node_at(f, item)->end &&
		is_kind(f, item + 1, MD_PARAGRAPH)
	    ? &node_at(f, item + 1)->text
	    : &none;
}

static bool
has_title(struct finder *f, const struct line *line)
{
	return line->len > 0 && link_bare(line->text, line->len) < line->len &&
	    times(f, line) < LABEL_TIMES;
}

/* Whether a line of the list below the item has a link to a video. */
static bool
has_video_below(const struct finder *f, uint32_t item)
{
	uint32_t end = node_at(f, item)->end;

	for (uint32_t i = item + 1; i < end; i++) {
		uint32_t list = node_at(f, i)->parent;

		if (is_kind(f, i, MD_ITEM) &&
		    node_at(f, list)->parent == item &&
		    has_video(item_line(f, i)))
			return true;
	}
	return false;
}

static bool
is_talk_item(struct finder *f, uint32_t item)
{
	const struct line *line = item_line(f, item);

	if (f->named ||
	    (!begins_with_link(line) && !has_video(line) &&
		!has_video_below(f, item)))
		return false;
	return has_title(f, line) && !repeats_heading(f, line);
}

/* Tables. */

/* Whether a header cell, folded, is or begins with one of the words. */
static bool
is_named(const char *header, const char *const *words)
{
	for (; *words; words++) {
		size_t n = strlen(*words);

		if (strncmp(header, *words, n) == 0 &&
		    (header[n] == '\0' || strchr(" s(/:", header[n])))
			return true;
	}
	return false;
}

/* The cell in column `n` of a row, 0 where it is shorter. */
static uint32_t
cell_at(const struct markdown *md, uint32_t row, uint32_t n)
{
	return row + 1 + n < md->node[row].end ? row + 1 + n : 0;
}

#define COLUMNS_MOST 64 /* that may have a name; for each row they are read */

/* The cell below the header cell with one of the words, or 0. */
static uint32_t
cell_under(const struct markdown *md, uint32_t row, const char *const *words)
{
	uint32_t header = md->node[row].parent + 1, found = 0;
	struct arena *arena = arena_new();

	for (uint32_t n = 0;
	     !found && n < COLUMNS_MOST && cell_at(md, header, n); n++) {
		const struct line *line = &md->node[header + 1 + n].text;

		if (is_named(
			text_fold(arena, line->text, line->len, NULL), words))
			found = cell_at(md, row, n);
	}
	arena_free(arena);
	return found;
}

/* Names of columns, folded: in English first, then what others write. */
static const char *const talk_words[] = {"talk", "title", "topic", "session",
    "name", "titre", "titel", "vortrag", "titulo", "charla",
    "\xd0\xb4\xd0\xbe\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb4", /* doklad */
    "\xe4\xb8\xbb\xe9\xa2\x98",                         /* zhuti */
    "\xe8\xae\xae\xe9\xa2\x98",                         /* yiti */
    NULL};
static const char *const speaker_words[] = {"speaker", "presenter",
    "presented by", "author", "orateur", "redner", "ponente",
    "\xd0\xb4\xd0\xbe\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb4\xd1\x87\xd0\xb8\xd0\xba",
    "\xe8\xae\xb2\xe8\x80\x85", /* jiangzhe */
    "\xe8\xae\xb2\xe5\xb8\x88", /* jiangshi */
    NULL};

/* Whether a cell has letters: numbers, times and marks are no titles. */
static bool
has_letters(const struct line *line)
{
	for (size_t i = 0; i < line->len;) {
		uint32_t code;

		i += text_decode(line->text + i, line->len - i, &code);
		if (text_is_letter(code))
			return true;
	}
	return false;
}

uint32_t
shape_row_line(const struct markdown *md, uint32_t row, uint32_t *speakers)
{
	uint32_t cell = cell_under(md, row, talk_words);

	*speakers = cell_under(md, row, speaker_words);
	if (cell && md->node[cell].text.len > 0)
		return cell;
	for (cell = row + 1; cell < md->node[row].end; cell++) {
		if (cell != *speakers && has_letters(&md->node[cell].text))
			return cell;
	}
	return 0;
}

static bool
is_talk_row(struct finder *f, uint32_t row)
{
	uint32_t filled = 0, speakers;
	bool link = false;

	if (row == node_at(f, row)->parent + 1)
		return false;
	for (uint32_t cell = row + 1; cell < node_at(f, row)->end; cell++) {
		const struct line *line = &node_at(f, cell)->text;

		filled += line->len > 0;
		link = link || has_link(line);
	}
	return filled >= 2 && shape_row_line(f->md, row, &speakers) &&
	    (cell_under(f->md, row, talk_words) || (link && !f->named));
}

/* List documents. */

/* Whether the list stands in no other list. */
static bool
is_outermost(const struct finder *f, uint32_t list)
{
	for (uint32_t i = list; i > 0; i = node_at(f, i)->parent) {
		if (node_at(f, i)->kind == MD_ITEM)
			return false;
	}
	return true;
}

static bool
is_talk(struct finder *f, uint32_t i)
{
	return node_at(f, i)->kind == MD_ITEM ? is_talk_item(f, i)
					      : is_talk_row(f, i);
}

/* The talk items of a list or table. */
static size_t
count_in(struct finder *f, uint32_t list)
{
	size_t n = 0;

	for (uint32_t i = list + 1; i < node_at(f, list)->end;
	     i = node_at(f, i)->end)
		n += is_talk(f, i);
	return n;
}

static bool
is_outermost_list(const struct finder *f, uint32_t i)
{
	return (is_kind(f, i, MD_LIST) || is_kind(f, i, MD_TABLE)) &&
	    is_outermost(f, i);
}

/* The next outermost list or table at `i` or after it, or the end. */
static uint32_t
next_list(const struct finder *f, uint32_t i)
{
	while (i < f->md->n && !is_outermost_list(f, i))
		i++;
	return i;
}

/* Looks for a table that names its column of talks. */
static void
find_named(struct finder *f)
{
	for (uint32_t i = 1; i < f->md->n && !f->named; i++) {
		if (is_kind(f, i, MD_ROW) && i != node_at(f, i)->parent + 1)
			f->named = cell_under(f->md, i, talk_words) != 0;
	}
}

static size_t
count_items(struct finder *f)
{
	size_t n = 0;

	find_named(f);
	for (uint32_t i = next_list(f, 1); i < f->md->n;
	     i = next_list(f, node_at(f, i)->end))
		n += count_in(f, i);
	return n;
}

/* Whether items one list below those of the list are talk items. */
static bool
holds_items(struct finder *f, uint32_t list)
{
	for (uint32_t i = list + 1; i < node_at(f, list)->end; i++) {
		uint32_t in = node_at(f, i)->parent;

		if (is_kind(f, i, MD_ITEM) && in != list &&
		    node_at(f, node_at(f, in)->parent)->parent == list &&
		    is_talk_item(f, i))
			return true;
	}
	return false;
}

/* Gives the items and rows of a list or table their roles. */
static void
take_list(struct finder *f, uint32_t list)
{
	bool table = is_kind(f, list, MD_TABLE);

	if (table)
		f->role[list + 1] = ROLE_SKIP; /* the names of its columns */
	for (uint32_t i = list + 1; i < node_at(f, list)->end;
	     i = node_at(f, i)->end) {
		if (table ? is_talk_row(f, i) : item_line(f, i)->len > 0)
			f->role[i] = ROLE_TALK;
	}
}

static void
take_lists(struct finder *f)
{
	uint32_t heading = 0;

	for (uint32_t i = 1; i < f->md->n; i++) {
		if (is_kind(f, i, MD_HEADING))
			heading = i;
		if (!is_outermost_list(f, i))
			continue;
		if (f->role[i] != ROLE_SKIP &&
		    (count_in(f, i) > 0 || holds_items(f, i))) {
			if (heading > 0)
				f->role[heading] = ROLE_TRACK;
			take_list(f, i);
		}
		i = node_at(f, i)->end - 1;
	}
}

/* Heading documents. */

static void
add_head(struct finder *f, uint32_t i)
{
	const struct line *line = &node_at(f, i)->text;
	bool day = false;

	if (day_heading_may_be(&f->starts, line->text, line->len)) {
		const char *text = folded(f, line);

		day = day_heading_is(text, strlen(text));
	}
	f->head = mem_grow(f->head, &f->cap, f->nheads + 1, sizeof(*f->head));
	f->head[f->nheads++] = (struct head){
	    .node = i,
	    .level = node_at(f, i)->level,
	    .day = day,
	};
	f->has_level[node_at(f, i)->level] = true;
}

/* Notes what stands between a heading and the next one. */
static void
read_own(struct finder *f, struct head *head, uint32_t i)
{
	if (f->role[i] == ROLE_SKIP) {
		head->skip = !head->own;
		return;
	}
	head->own = true;
	head->skip = false;
	head->video = head->video || has_video(&node_at(f, i)->text);
}

static void
find_heads(struct finder *f)
{
	for (uint32_t i = 1; i < f->md->n; i++) {
		if (is_kind(f, i, MD_HEADING))
			add_head(f, i);
		else if (f->nheads > 0)
			read_own(f, &f->head[f->nheads - 1], i);
		if (f->role[i] == ROLE_SKIP)
			i = node_at(f, i)->end - 1;
	}

	size_t n = 0;

	for (size_t i = 0; i < f->nheads; i++) {
		struct head *head = &f->head[i];

		/* A single name of the document above its contents stays. */
		if (head->skip &&
		    (i + 1 == f->nheads || f->head[i + 1].level <= head->level))
			f->role[head->node] = ROLE_SKIP;
		else
			f->head[n++] = *head;
	}
	f->nheads = n;
}

/* One past the headings that stand below heading `i`. */
static size_t
head_end(const struct finder *f, size_t i)
{
	size_t end = i + 1;

	while (end < f->nheads && f->head[end].level > f->head[i].level)
		end++;
	return end;
}

/* The first heading that may be a talk's: the single one at the top may not. */
static size_t
skip_name(const struct finder *f)
{
	for (size_t i = 1; i < f->nheads; i++) {
		if (f->head[i].level <= f->head[0].level)
			return 0;
	}
	return f->nheads > 1 && !f->head[0].day;
}

static int
talk_level(const struct finder *f, size_t from)
{
	size_t others[7] = {0}, days[7] = {0};

	for (size_t i = from; i < f->nheads; i++) {
		if (f->head[i].day)
			days[f->head[i].level]++;
		else
			others[f->head[i].level]++;
	}
	for (int level = 1; level <= 6; level++) {
		if (others[level] >= 2 && others[level] >= days[level])
			return level;
	}
	return 0;
}

/* The topmost level of the headings [i, end); 7 if there are none. */
static int
top_level(const struct finder *f, size_t i, size_t end)
{
	int level = 7;

	for (; i < end; i++) {
		if (f->head[i].level < level)
			level = f->head[i].level;
	}
	return level;
}

/* Whether the headings just below heading `i` are talks of a track. */
static bool
holds_talks(struct finder *f, size_t i)
{
	size_t end = head_end(f, i), n = 0, videos = 0;
	int level = top_level(f, i + 1, end);
	bool label = false;

	for (size_t k = i + 1; k < end; k++) {
		videos += f->head[k].video;
		if (f->head[k].level != level)
			continue;
		n++;
		/* Its text stands in talk after talk. */
		label = label ||
		    times(f, &node_at(f, f->head[k].node)->text) >= LABEL_TIMES;
	}
	if (f->head[i].day)
		return n > 0;
	if (n < 2 || label)
		return false;
	return !f->head[i].own || (!f->head[i].video && videos * 2 > n);
}

/* Gives the headings [i, end), with talks at `level`, their roles. */
static void
take_heads(struct finder *f, size_t i, size_t end, int level)
{
	while (i < end) {
		struct head *head = &f->head[i];
		size_t below = head_end(f, i);

		if (below > end)
			below = end;
		/* Below a track, a date with a video is a talk's. */
		if (level > f->level && head->video && below == i + 1)
			head->day = false;
		if (head->level < level) {
			f->role[head->node] = ROLE_TRACK;
			i++;
		} else if (head->level == level && !head->day &&
		    !holds_talks(f, i)) {
			f->role[head->node] = ROLE_TALK;
			i++;
		} else if (head->day || head->level == level) {
			f->role[head->node] = ROLE_TRACK;
			take_heads(f, i + 1, below, top_level(f, i + 1, below));
			i = below;
		} else {
			i++;
		}
	}
}

/* The level that most talks have. */
static int
common_level(const struct finder *f)
{
	size_t n[7] = {0};
	int common = f->level;

	for (uint32_t i = 1; i < f->md->n; i++) {
		if (f->role[i] == ROLE_TALK)
			n[node_at(f, i)->level]++;
	}
	for (int level = 1; level <= 6; level++) {
		if (n[level] > n[common])
			common = level;
	}
	return common;
}

/* Other shapes. */

static bool
is_all_bold(const struct line *line)
{
	size_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		if (!(line->spans[i].style & SPAN_STRONG))
			continue;
		if (has_words(line->text, at, line->spans[i].start))
			return false;
		at = line->spans[i].end;
	}
	return at > 0 && !has_words(line->text, at, line->len);
}

/* Whether a paragraph begins with a line of text and ends in a bare URL. */
static bool
is_over_url(const struct line *line)
{
	if (line->nspans == 0 || line->first == 0)
		return false;

	const struct span *last = &line->spans[line->nspans - 1];

	return last->start > line->first && last->end == line->len &&
	    link_bare(line->text, line->first) == 0 &&
	    link_bare(line->text + last->start, line->len - last->start) ==
	    line->len - last->start;
}

/*
 * Takes paragraphs for talks, all of which are bold or are over a URL, and
 * headings for tracks; false: there are none.
 */
static bool
take_paragraphs(
    struct finder *f, size_t name, bool (*fits)(const struct line *))
{
	bool any = false;

	for (uint32_t i = 1; i < f->md->n; i = node_at(f, i)->end) {
		if (is_kind(f, i, MD_PARAGRAPH) && fits(&node_at(f, i)->text)) {
			f->role[i] = ROLE_TALK;
			any = true;
		}
	}
	for (size_t i = name; any && i < f->nheads; i++)
		f->role[f->head[i].node] = ROLE_TRACK;
	return any;
}

/* Skips lists and table rows that are a table of contents. */
static void
skip_contents(struct finder *f)
{
	for (uint32_t i = 1; i < f->md->n; i++) {
		if (is_kind(f, i, MD_LIST) && is_outermost(f, i)) {
			bool all = true;

			for (uint32_t k = i + 1; k < node_at(f, i)->end; k++) {
				if (is_kind(f, k, MD_PARAGRAPH))
					all = all &&
					    repeats_heading(
						f, &node_at(f, k)->text);
			}
			if (all)
				f->role[i] = ROLE_SKIP;
		}
	}
}

/* Fills `texts`, once. */
static void
count_texts(struct finder *f)
{
	if (f->counted)
		return;
	f->counted = true;
	for (uint32_t i = 1; i < f->md->n; i++) {
		const struct md_node *node = node_at(f, i);

		if (node->kind == MD_HEADING ||
		    (node->kind == MD_PARAGRAPH && is_kind(f, i - 1, MD_ITEM) &&
			has_link(&node->text)))
			++*strmap_put(&f->texts, node->text.text, 0);
	}
}

/* Fills `heads`, once. */
static void
note_heads(struct finder *f)
{
	if (f->headed)
		return;
	f->headed = true;
	for (uint32_t i = 1; i < f->md->n; i++) {
		if (is_kind(f, i, MD_HEADING))
			strmap_put(
			    &f->heads, folded(f, &node_at(f, i)->text), 0);
	}
}

static void
find(struct finder *f, struct shape *shape, enum shape_kind want, int level)
{
	size_t items = count_items(f), name = skip_name(f);

	if (name > 0)
		f->role[f->head[0].node] = ROLE_NAME;
	bool list = want == SHAPE_AUTO && level == 0 && items >= f->nheads;

	if (items > 0 && (list || want == SHAPE_LIST)) {
		shape->kind = SHAPE_LIST;
		take_lists(f);
		return;
	}
	if (!f->has_level[level])
		level = talk_level(f, name);
	if (level > 0) {
		shape->kind = SHAPE_HEADINGS;
		shape->level = f->level = level;
		take_heads(f, name, f->nheads, level);
		shape->level = common_level(f);
		return;
	}
	shape->kind = take_paragraphs(f, name, is_all_bold) ||
		take_paragraphs(f, name, is_over_url)
	    ? SHAPE_PARAGRAPHS
	    : SHAPE_ONE;
	if (shape->kind == SHAPE_ONE && f->nheads > 0)
		f->role[f->head[0].node] = ROLE_NAME;
}

void
shape_find(struct shape *shape, const struct markdown *md, enum shape_kind want,
    int level)
{
	struct finder f = {.md = md, .arena = arena_new()};

	*shape = (struct shape){.role = mem_alloc(md->n, 1)};
	f.role = shape->role;
	day_heading_prepare(&f.starts);
	skip_contents(&f);
	find_heads(&f);
	find(&f, shape, want, level);
	strmap_free(&f.texts);
	strmap_free(&f.heads);
	free(f.head);
	arena_free(f.arena);
}

void
shape_free(struct shape *shape)
{
	free(shape->role);
	memset(shape, 0, sizeof(*shape));
}
