#include "source/markdown/footnotes.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/builder.h"
#include "source/markdown/own_link.h"
#include "source/markdown/text_lines.h"
#include "source/markdown/walk.h"

#define LABEL_LONGEST 30 /* bytes of a mark */
#define PLACES_MOST   8  /* talks that a footnote is given to, the last ones */
#define INDENT        3  /* blanks that may stand before one, at most */

/* A mark of the text: a footnote, or what refers to one. */
struct mark {
	const char *label;
	uint32_t row, end; /* of a footnote: the rows [row, end); else 0 */
	uint32_t note;     /* of what refers: its footnote, from 1; 0: none */
	uint32_t next;     /* what else refers to the same, from 1; 0: none */
	struct build_place in; /* where it stands, once that is noted */
};

/* A block that goes back to where its footnote is referred to. */
struct moved {
	struct build_place in;
	uint32_t order;
	struct block block;
};

struct footnotes {
	struct mark *mark; /* by row */
	size_t n;
	size_t at;           /* the first one that is not passed */
	uint32_t *first;     /* by footnote: what refers to it and is passed */
	struct moved *moved; /* blocks of them */
	size_t nmoved, moved_cap;
	uint32_t given; /* the footnote that was added last, from 1; or 0 */
};

/* A text that is looked through. */
struct look {
	const char *s, *end;
	const char *counted; /* up to where lines are counted, */
	uint32_t row;        /* and the row there, from 1; */
	bool code;           /* it is in a block of code */
};

static uint32_t
row_at(struct look *look, const char *at)
{
	const char *nl;

	while (
	    (nl = memchr(look->counted, '\n', (size_t)(at - look->counted)))) {
		look->code ^= text_lines_fence(look->counted, nl);
		look->counted = nl + 1;
		look->row++;
	}
	return look->row;
}

size_t
footnotes_mark(const char *s, size_t len)
{
	size_t n = 2;

	if (len < 4 || s[0] != '[' || s[1] != '^')
		return 0;
	while (n < len && n < LABEL_LONGEST && s[n] != ']' &&
	    !text_ascii_blank(s[n]) && s[n] != '\n')
		n++;
	return n > 2 && n < len && s[n] == ']' ? n + 1 : 0;
}

/* Whether a mark begins its line, and a colon follows. */
static bool
is_note(const struct look *look, const char *s, size_t n)
{
	const char *line = s;

	while (line > look->s && line[-1] == ' ')
		line--;
	return s - line <= INDENT && (line == look->s || line[-1] == '\n') &&
	    s + n < look->end && s[n] == ':';
}

/* Whether a line begins with a mark. */
static bool
is_mark_line(const char *s, const char *end)
{
	size_t blanks = text_spaces(s, (size_t)(end - s));

	return blanks <= INDENT && (size_t)(end - s) > blanks + 1 &&
	    memcmp(s + blanks, "[^", 2) == 0;
}

/* Finds where a footnote ends: what is indented below it is part of it. */
static void
find_end(const struct look *look, const char *s, struct mark *mark)
{
	const char *end = look->end;
	uint32_t row = mark->row + 1;
	bool apart = false;

	for (s = text_line_end(s, end) + 1; s < end;
	     row++, s = text_line_end(s, end) + 1) {
		if (*s == '\n')
			apart = true;
		else if ((!text_ascii_blank(*s) && (apart || *s == '#')) ||
		    is_mark_line(s, end))
			break;
	}
	mark->end = row;
}

/* A label in small letters: case does not tell them apart. */
static const char *
small_label(struct arena *arena, const char *s, size_t len)
{
	char *label = arena_dup(arena, s, len);

	for (char *c = label; *c; c++)
		*c = text_ascii_lower(*c);
	return label;
}

/* Finds all marks; returns how many are footnotes. */
static size_t
find_marks(struct arena *arena, struct look look, struct footnotes *notes)
{
	size_t found = 0;

	for (const char *s = look.s;
	     (s = memmem(s, (size_t)(look.end - s), "[^", 2)); s += 2) {
		size_t n = footnotes_mark(s, (size_t)(look.end - s));
		struct mark *mark = &notes->mark[notes->n];

		if (n == 0)
			continue;
		mark->row = row_at(&look, s);
		if (look.code || (s > look.s && s[-1] == '`'))
			continue;
		mark->label = small_label(arena, s + 2, n - 3);
		if (is_note(&look, s, n)) {
			find_end(&look, s, mark);
			found++;
		}
		notes->n++;
	}
	return found;
}

/* Tells which footnotes are referred to; whether any is. */
static bool
connect(struct footnotes *notes)
{
	struct strmap labels = {0};
	bool any = false;
	uint32_t end = 0;

	for (size_t i = 0; i < notes->n; i++) {
		if (notes->mark[i].end > 0)
			strmap_put(
			    &labels, notes->mark[i].label, (uint32_t)i + 1);
	}
	for (size_t i = 0; i < notes->n; i++) {
		struct mark *mark = &notes->mark[i];
		const uint32_t *note;

		/* What a footnote refers to stays where it is. */
		if (mark->end > end)
			end = mark->end;
		note = mark->row < end ? NULL
				       : strmap_get(&labels, mark->label);
		mark->note = note ? *note : 0;
		any = any || note;
	}
	strmap_free(&labels);
	return any;
}

struct footnotes *
footnotes_find(struct arena *arena, const char *text, size_t len)
{
	struct footnotes *notes;
	size_t n = 0;

	/* Most texts have none. */
	if (!substring_has(text, len, "[^"))
		return NULL;
	for (const char *s = text;
	     (s = memmem(s, len - (size_t)(s - text), "[^", 2)); s += 2)
		n++;
	if (n < 2)
		return NULL;
	notes = arena_alloc(arena, sizeof(*notes));
	*notes = (struct footnotes){
	    .mark = arena_alloc(arena, n * sizeof(*notes->mark)),
	    .first = arena_alloc(arena, n * sizeof(*notes->first)),
	};
	return find_marks(arena,
		   (struct look){text, text + len, text, 1, false},
		   notes) > 0 &&
		connect(notes)
	    ? notes
	    : NULL;
}

void
footnotes_pass(struct walk *w, uint32_t i)
{
	struct footnotes *notes = w->md->footnotes;
	uint32_t row = walk_node(w, i)->row;
	const struct build_place in = build_place(w->build);

	for (; notes->at < notes->n && notes->mark[notes->at].row < row;
	     notes->at++) {
		struct mark *mark = &notes->mark[notes->at];

		if (mark->note == 0)
			continue;
		mark->in = in;
		mark->next = notes->first[mark->note - 1];
		notes->first[mark->note - 1] = (uint32_t)notes->at + 1;
	}
}

static bool
is_same(struct build_place a, struct build_place b)
{
	return a.talk == b.talk && (a.talk != UINT32_MAX || a.track == b.track);
}

/* Keeps a block of a footnote for all that refer to it, each once. */
static void
give(struct walk *w, uint32_t note, const struct line *line,
    const struct block *block)
{
	struct footnotes *notes = w->md->footnotes;
	const struct build_place here = build_place(w->build);
	const struct build_place *last = NULL;

	if (notes->first[note - 1] == 0)
		build_block(w->build, block, NULL);
	/* Those of one place follow each other. */
	for (uint32_t at = notes->first[note - 1], n = 0;
	     at > 0 && n < PLACES_MOST; at = notes->mark[at - 1].next) {
		const struct build_place *in = &notes->mark[at - 1].in;

		if (last && is_same(*last, *in))
			continue;
		last = in;
		n++;
		if (is_same(here, *in)) {
			own_link_look(&w->own, line, OWN_NOTES, 0, 0);
			build_block(w->build, block, NULL);
			continue;
		}
		notes->moved = mem_grow(notes->moved, &notes->moved_cap,
		    notes->nmoved + 1, sizeof(*notes->moved));
		notes->moved[notes->nmoved] = (struct moved){
		    *in, (uint32_t)notes->nmoved, *block};
		notes->nmoved++;
	}
}

/* By place, then as they stand. */
static int
compare_moved(const void *a, const void *b)
{
	const struct moved *x = a, *y = b;

	if (x->in.talk != y->in.talk)
		return x->in.talk < y->in.talk ? -1 : 1;
	if (!is_same(x->in, y->in))
		return x->in.track < y->in.track ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

void
footnotes_end(struct walk *w)
{
	struct footnotes *notes = w->md->footnotes;

	if (notes->nmoved > 0)
		qsort(notes->moved, notes->nmoved, sizeof(*notes->moved),
		    compare_moved);
	for (size_t i = 0; i < notes->nmoved; i++) {
		const struct moved *moved = &notes->moved[i];

		if (i == 0 || !is_same(moved->in, moved[-1].in))
			build_go_back(w->build, moved->in);
		build_block(w->build, &moved->block, NULL);
	}
	build_end_talk(w->build);
	free(notes->moved);
	notes->moved = NULL;
	notes->nmoved = 0;
}

/* Where a footnote begins in its paragraph, before byte `end`. */
static uint32_t
find_start(const struct line *line, const struct mark *mark, uint32_t end)
{
	size_t n = strlen(mark->label);

	for (uint32_t at = end; at-- > 0;) {
		const char *s = line->text + at;

		if (*s == '[' && (at == 0 || s[-1] == ' ') &&
		    end - at > n + 1 &&
		    text_ascii_same(s + 1, mark->label, n) && s[n + 1] == ']')
			return at;
	}
	return UINT32_MAX;
}

/* The mark behind those of a text node. */
static size_t
marks_end(const struct walk *w, uint32_t i)
{
	const struct footnotes *notes = w->md->footnotes;
	uint32_t row = i + 1 < w->md->n ? walk_node(w, i + 1)->row : UINT32_MAX;
	size_t to = notes->at;

	while (to < notes->n && notes->mark[to].row < row)
		to++;
	return to;
}

/* Adds bytes of a node as a block of a footnote. */
static void
add_part(struct walk *w, uint32_t i, uint32_t from, uint32_t to, uint32_t row)
{
	const struct md_node *node = walk_node(w, i);
	enum block_kind kind = node->kind == MD_CODE      ? BLOCK_CODE
	    : walk_node(w, node->parent)->kind == MD_ITEM ? BLOCK_BULLET
							  : BLOCK_PARAGRAPH;
	struct line line = from == 0 && to == node->text.len
	    ? node->text
	    : richtext_cut(w->arena, &node->text, from, to);
	const struct block block = walk_block_of(w, kind, &line, row);

	give(w, w->md->footnotes->given, &line, &block);
}

/*
 * Adds what a text node has of footnotes: first, with `more`, of the one above
 * it.  False, with nothing added: it begins with something else.
 */
static bool
add_notes(struct walk *w, uint32_t i, bool more)
{
	struct footnotes *notes = w->md->footnotes;
	const struct line *text = &walk_node(w, i)->text;
	size_t from = notes->at, to = marks_end(w, i);
	uint32_t *end = arena_alloc(w->arena, (to - from + 1) * sizeof(*end));
	uint32_t start = text->len;

	for (size_t k = to; k-- > from;) {
		end[k - from] = start;
		if (notes->mark[k].end > 0)
			start = find_start(text, &notes->mark[k], start);
		if (start == UINT32_MAX)
			return false;
	}
	if (start > 0 && !more)
		return false;
	if (start > 0)
		add_part(w, i, 0, start, walk_node(w, i)->row);
	for (size_t k = from; k < to; k++) {
		if (notes->mark[k].end == 0)
			continue;
		notes->given = (uint32_t)k + 1;
		add_part(w, i, start, end[k - from], notes->mark[k].row);
		start = end[k - from];
	}
	return true;
}

/* Whether node `i` begins with the first mark that is not passed, a footnote. */
static bool
is_next(const struct walk *w, uint32_t i)
{
	const struct footnotes *notes = w->md->footnotes;
	const struct mark *mark;

	if (!notes || notes->at == notes->n)
		return false;
	mark = &notes->mark[notes->at];
	return mark->end > 0 && mark->row == walk_node(w, i)->row;
}

bool
footnotes_follow(const struct walk *w, uint32_t i)
{
	return i + 1 < w->md->n && is_next(w, i + 1);
}

uint32_t
footnotes_add_body(struct walk *w, uint32_t i)
{
	const struct footnotes *notes = w->md->footnotes;
	const struct md_node *node = walk_node(w, i);

	if (node->text.len > 0 &&
	    (node->kind == MD_PARAGRAPH || node->kind == MD_CODE)) {
		bool more = notes->given > 0 &&
		    node->row < notes->mark[notes->given - 1].end;

		if ((more || is_next(w, i)) && add_notes(w, i, more))
			return i + 1;
	}
	return walk_add_body(w, i);
}
