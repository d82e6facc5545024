#include "source/markdown/loose_fence.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/hiding.h"
#include "source/markdown/text_lines.h"

#define LARGEST ((size_t)1 << 20) /* bytes of documents that are asked */
#define LEAST \
	2 /* headings below the fence that tell that these are none of it */

#define FENCE       3 /* signs of most fences */
#define BESIDE_MOST 3 /* lines that may stand before or behind a block of all */

/* A walk over the lines of a text, and what it has found. */
struct fences {
	const char *s, *end;
	const char *line, *before; /* this line and the one before it */
	size_t len;
	bool blank, was_blank; /* whether these are */
	struct hiding hiding;
	const char *fence; /* the last one that opened a block */
	bool closes;     /* it stands below text, as those do that close one */
	bool hides;      /* something below it would hide words */
	bool levels[7];  /* of headings outside of code */
	size_t below[7]; /* how many there are below the fence */
	const char *place[7]; /* and the blank line above the first of them */
};

/* Most texts have none. */
static bool
has_fence(const char *s, size_t len)
{
	return substring_has(s, len, "\n```") || substring_has(s, len, "\n~~~");
}

static bool
next_line(struct fences *f)
{
	const char *nl;

	if (f->s == f->end)
		return false;
	nl = memchr(f->s, '\n', (size_t)(f->end - f->s));
	f->before = f->line;
	f->was_blank = f->blank;
	f->line = f->s;
	f->len = (size_t)((nl ? nl : f->end) - f->s);
	f->s = nl ? nl + 1 : f->end;
	while (f->len > 0 && strchr(" \t\r", f->line[f->len - 1]))
		f->len--;
	f->blank = f->len == 0;
	return true;
}

/* The level of a heading; 0: it is none, or one of a comment in code, "# it". */
static size_t
heading_level(const struct fences *f)
{
	size_t n = text_lines_level(f->line, f->line + f->len);

	return n > 1 ? n : 0;
}

/*
 * Whether a line of code would be something else outside of it, of which not all
 * is shown: another fence, HTML, or where a link leads.
 */
static bool
would_hide(const struct fences *f)
{
	struct hiding hiding;

	return hiding_open_fence(&hiding, f->line, f->len) ||
	    memchr(f->line, '<', f->len) || memmem(f->line, f->len, "]:", 2);
}

/* Notes a line of code. */
static void
take_code(struct fences *f)
{
	size_t level;

	if (hiding_fence_ends(&f->hiding, f->line, f->len, 0)) {
		f->hiding.fence = '\0';
		return;
	}
	f->hides = f->hides || would_hide(f);
	level = f->was_blank ? heading_level(f) : 0;
	if (level > 0 && f->below[level]++ == 0)
		f->place[level] = f->before;
}

/* Notes one that is none, perhaps the fence above some. */
static void
take_line(struct fences *f)
{
	if (!hiding_open_fence(&f->hiding, f->line, f->len)) {
		f->levels[heading_level(f)] = true;
		return;
	}
	f->fence = f->line;
	f->hides = false;
	f->closes = f->len == f->hiding.fence_len && f->before &&
	    !f->was_blank && (f->s == f->end || strchr("\r\n", *f->s));
	memset(f->below, 0, sizeof(f->below));
}

/* The blank line above the first heading below the fence, or NULL. */
static const char *
find_place(const struct fences *f)
{
	const char *place = NULL;

	for (size_t level = 2; level <= 6; level++) {
		if (f->levels[level] && f->below[level] >= LEAST &&
		    (!place || f->place[level] < place))
			place = f->place[level];
	}
	return place;
}

/*
 * Whether a line is a fence but for a sign that is too much, "```css`": to the
 * rules it opens no block, and the one that closes it does.
 */
static bool
is_ticked(const struct fences *f)
{
	size_t n = 0;

	while (n < f->len && f->line[n] == '`')
		n++;
	if (n < 3 || n + 1 >= f->len || f->line[f->len - 1] != '`')
		return false;
	while (n < f->len && text_word_byte(f->line[n]))
		n++;
	return n + 1 == f->len;
}

char *
loose_fence_ticked(struct arena *arena, const char *s, size_t *len)
{
	struct fences f = {.s = s, .end = s + *len};
	char *text = NULL, *sign = NULL;

	if (*len > LARGEST || !has_fence(s, *len))
		return NULL;
	while (next_line(&f)) {
		if (f.hiding.fence) {
			if (hiding_fence_ends(&f.hiding, f.line, f.len, 0))
				f.hiding.fence = '\0';
			continue;
		}
		sign = NULL;
		if (hiding_open_fence(&f.hiding, f.line, f.len) ||
		    !is_ticked(&f))
			continue;
		if (!text)
			text = arena_dup(arena, s, *len);
		sign = text + (f.line + f.len - 1 - s);
		*sign = ' ';
		hiding_open_fence(&f.hiding, f.line, f.len - 1);
	}
	/* One that nothing closes is none. */
	if (f.hiding.fence && sign)
		*sign = '`';
	return text;
}

char *
loose_fence_part(struct arena *arena, const char *s, size_t *len)
{
	struct fences f = {.s = s, .end = s + *len};
	const char *place;
	size_t before, n;
	char *text;

	if (!has_fence(s, *len))
		return NULL;
	while (next_line(&f)) {
		if (f.hiding.fence)
			take_code(&f);
		else
			take_line(&f);
	}
	place = f.hiding.fence && !f.hides ? find_place(&f) : NULL;
	if (!place)
		return NULL;
	n = f.closes ? 0 : f.hiding.fence_len;
	before = (size_t)(place - s);
	text = arena_alloc(arena, *len + n + 1);
	memcpy(text, s, before);
	memset(text + before, f.hiding.fence, n);
	memcpy(text + before + n, place, *len - before);
	if (f.closes)
		memset(text + (f.fence - s), ' ', f.hiding.fence_len);
	*len += n;
	text[*len] = '\0';
	return text;
}

/* Whether a line opens a block of Markdown; its fence goes to `hiding`. */
static bool
opens_markdown(const struct fences *f, struct hiding *hiding)
{
	static const char *const names[] = {"markdown", "md", "mdx"};
	size_t n = 0;

	if (!hiding_open_fence(hiding, f->line, f->len))
		return false;
	while (n < f->len && f->line[n] == hiding->fence)
		n++;
	for (size_t i = 0; n > 0 && i < sizeof(names) / sizeof(*names); i++) {
		if (f->len - n == strlen(names[i]) &&
		    text_ascii_same(f->line + n, names[i], f->len - n))
			return true;
	}
	return false;
}

/* What stands inside of a block around text, or behind it. */
struct stretch {
	size_t headings, lines; /* the other lines that have words */
};

/*
 * Finds the line that ends a block around text that goes on at `f`, NULL: none does,
 * and counts what is inside and behind it.  Of three signs the last such line is
 * it, where others are pairs inside.
 */
static const char *
around_end(struct fences f, const struct hiding *around, struct stretch *in,
    struct stretch *behind)
{
	struct hiding inside = {0};
	struct stretch all = {0};
	const char *end = NULL;
	size_t ends = 0;

	while (next_line(&f)) {
		if (inside.fence) {
			if (hiding_fence_ends(&inside, f.line, f.len, 0))
				inside.fence = '\0';
		} else if (hiding_fence_ends(around, f.line, f.len, 0) &&
		    (ends == 0 || around->fence_len <= FENCE)) {
			end = f.line;
			*in = all;
			ends++;
			continue;
		} else if (!hiding_open_fence(&inside, f.line, f.len) &&
		    text_lines_level(f.line, f.line + f.len) > 0) {
			all.headings++;
			continue;
		}
		all.lines += !f.blank;
	}
	if (ends % 2 == 0) {
		*in = all;
		end = NULL;
	}
	behind->headings = all.headings - in->headings;
	behind->lines = all.lines - in->lines;
	return end;
}

/*
 * Whether a block has all of a document, or its beginning with much text; a template,
 * "How to add a talk", has few words, or the document stands behind it.
 */
static bool
is_around_all(
    const struct stretch *in, const struct stretch *behind, bool first)
{
	if (in->headings < LEAST || 2 * in->lines <= in->headings)
		return false;
	return behind->headings == 0 ? behind->lines <= BESIDE_MOST
				     : first && in->lines >= 3 * in->headings;
}

char *
loose_fence_around(struct arena *arena, const char *s, size_t *len)
{
	struct fences f = {.s = s, .end = s + *len};
	struct hiding around = {0};
	const char *end;
	struct stretch in = {0}, behind = {0};
	size_t before = 0;
	char *text;

	if (*len > LARGEST)
		return NULL;
	while (next_line(&f) && !opens_markdown(&f, &around)) {
		before += !f.blank;
		if (before > BESIDE_MOST ||
		    text_lines_level(f.line, f.line + f.len) > 0)
			return NULL;
	}
	if (f.s == f.end)
		return NULL;
	end = around_end(f, &around, &in, &behind);
	if (!is_around_all(&in, &behind, before == 0))
		return NULL;
	text = arena_dup(arena, s, *len);
	memset(text + (f.line - s), ' ', f.len);
	if (end)
		memset(text + (end - s), ' ', around.fence_len);
	return text;
}
