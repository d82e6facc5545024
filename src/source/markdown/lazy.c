#include "source/markdown/lazy.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "source/markdown/talks.h"

#define SMALL 65536 /* bytes below which it is always tried */

/*
 * The scan's sections become the nodes of a document: headings as they are,
 * MD_LATER for what is plain below them, and what libcmark makes of the rest.
 * From these the rules of shape.c find tracks and talks as they do from the
 * nodes of the whole document: bullets without links are no talk items and no
 * contents, and of what stands below a heading they only ask whether there is
 * anything, and a video.  Plain stretches that turn out to be no talk's are
 * parsed after all.
 */

struct lazy_reader {
	const struct lazy *lazy;
	struct arena *arena;
	struct markdown md;
	uint8_t *role; /* of each node, once it is known */
};

/* Nodes. */

static struct md_node *
add_node(struct lazy_reader *lr, const struct md_node *node)
{
	struct markdown *md = &lr->md;

	md->node = mem_grow(md->node, &md->cap, md->n + 1, sizeof(*md->node));
	md->node[md->n] = *node;
	return &md->node[md->n++];
}

/*
 * Parses [from, to) of the text, which begins with line `row`, and adds its
 * nodes; false where a heading is among them.
 */
static bool
add_parsed(struct lazy_reader *lr, uint32_t from, uint32_t to, uint32_t row)
{
	uint32_t shift = (uint32_t)lr->md.n - 1;
	struct markdown md;
	bool heading = false;

	markdown_parse(&md, lr->arena, lr->lazy->text + from, to - from, NULL);
	for (size_t i = 1; i < md.n; i++) {
		struct md_node *node = add_node(lr, &md.node[i]);

		if (node->parent > 0)
			node->parent += shift;
		node->end += shift;
		node->row += row - 1;
		heading = heading || node->kind == MD_HEADING;
	}
	markdown_free(&md);
	return !heading;
}

/* A heading's words: as they stand, or parsed. */
static bool
read_words(
    struct lazy_reader *lr, const struct section *section, struct line *words)
{
	const char *s = lr->lazy->text;
	struct markdown md;
	bool good;

	if (section->words != OUTLINE_MARKUP) {
		size_t len = section->text_end - section->text;

		words->text = section->words == OUTLINE_SQUEEZED
		    ? text_squeeze(lr->arena, s + section->text, len)
		    : arena_dup(lr->arena, s + section->text, len);
		words->len = words->first = (uint32_t)strlen(words->text);
		return true;
	}
	markdown_parse(&md, lr->arena, s + section->start,
	    section->body - section->start, NULL);
	good = md.n == 2 && md.node[1].kind == MD_HEADING &&
	    md.node[1].level == section->level;
	if (good)
		*words = md.node[1].text;
	markdown_free(&md);
	return good;
}

static bool
add_heading(struct lazy_reader *lr, const struct section *section)
{
	struct md_node node = {
	    .text = {.text = ""},
	    .end = (uint32_t)lr->md.n + 1,
	    .row = section->row,
	    .kind = MD_HEADING,
	    .level = section->level,
	};

	if (!read_words(lr, section, &node.text))
		return false;
	add_node(lr, &node);
	return true;
}

static void
add_later(struct lazy_reader *lr, const struct section *section)
{
	struct md_node node = {
	    .text = {.text = ""},
	    .end = (uint32_t)lr->md.n + 1,
	    .row = section->body_row,
	    .kind = MD_LATER,
	};

	if (section->url > 0) {
		struct span *span = arena_alloc(lr->arena, sizeof(*span));

		span->style = SPAN_LINK;
		span->url = arena_dup(lr->arena, lr->lazy->text + section->url,
		    section->url_end - section->url);
		node.text.spans = span;
		node.text.nspans = 1;
	}
	add_node(lr, &node);
}

static bool
add_section(struct lazy_reader *lr, const struct section *section)
{
	if (section->level > 0 && !add_heading(lr, section))
		return false;
	switch ((enum outline_kind)section->kind) {
	case OUTLINE_EMPTY:
		return true;
	case OUTLINE_PLAIN:
		add_later(lr, section);
		return true;
	case OUTLINE_OTHER:
		break;
	}
	return add_parsed(lr, section->body, section->end, section->body_row);
}

static bool
add_sections(struct lazy_reader *lr)
{
	const struct outline *outline = lr->lazy->outline;
	struct md_node root = {.text = {.text = ""}, .row = 1};

	/* Most sections are a heading and what can wait. */
	lr->md.node = mem_grow(
	    NULL, &lr->md.cap, 2 * outline->n + 1, sizeof(*lr->md.node));
	add_node(lr, &root);
	for (size_t i = 0; i < outline->n; i++) {
		if (!add_section(lr, &outline->section[i]))
			return false;
	}
	lr->md.node[0].end = (uint32_t)lr->md.n;
	return true;
}

/* What has to be parsed after all. */

/*
 * Sets `now` for each MD_LATER that cannot wait: those outside talks, and those
 * of talks in which something is skipped.  Returns whether there is any.
 */
static bool
find_hasty(const struct lazy_reader *lr, bool *now)
{
	const struct markdown *md = &lr->md;
	size_t start = 0; /* of the talk, 0: in none */
	bool any = false;

	for (size_t i = 1; i < md->n; i++) {
		enum role role = (enum role)lr->role[i];

		if (role == ROLE_TALK)
			start = i;
		else if (role == ROLE_TRACK || role == ROLE_NAME)
			start = 0;
		else if (role == ROLE_SKIP && start > 0)
			now[start] = true;
		if (md->node[i].kind == MD_LATER)
			now[i] = start == 0;
		any = any || now[i] || (start > 0 && now[start]);
	}
	start = 0;
	for (size_t i = 1; i < md->n; i++) {
		if (lr->role[i] == ROLE_TALK || lr->role[i] == ROLE_TRACK)
			start = i;
		now[i] = now[i] || (start > 0 && now[start]);
	}
	return any;
}

/* The nodes anew, with those parsed that cannot wait. */
static void
parse_hasty(struct lazy_reader *lr, const bool *now)
{
	const struct outline *outline = lr->lazy->outline;
	struct markdown old = lr->md;
	uint8_t *old_role = lr->role, *role;
	size_t section = 0;

	lr->md = (struct markdown){0};
	role = mem_alloc(1, 1);
	for (size_t i = 0, n = 0; i < old.n; i++) {
		size_t shift = lr->md.n - i;

		if (old.node[i].kind == MD_HEADING)
			section++;
		if (old.node[i].kind == MD_LATER && now[i]) {
			const struct section *of = &outline->section[section];

			add_parsed(lr, of->body, of->end, of->body_row);
		} else {
			struct md_node *node = add_node(lr, &old.node[i]);

			if (node->parent > 0)
				node->parent += (uint32_t)shift;
			node->end += (uint32_t)shift;
		}
		role = mem_resize(role, lr->md.n, 1);
		memset(role + n, ROLE_BODY, lr->md.n - n);
		if (lr->md.n == n + 1)
			role[n] = old_role[i];
		n = lr->md.n;
	}
	lr->md.node[0].end = (uint32_t)lr->md.n;
	lr->role = role;
	free(old_role);
	markdown_free(&old);
}

/* Talks. */

static bool
all_say(const struct markdown *md, size_t from, size_t to, const char *url)
{
	for (size_t i = from; i < to; i++) {
		const struct md_node *node = &md->node[i];

		if (node->kind == MD_LATER && node->text.nspans > 0 &&
		    (!url || strcmp(url, node->text.spans[0].url) != 0))
			return false;
	}
	return true;
}

/* Whether nothing in the sections [from, to] had to be parsed. */
static bool
all_plain(const struct outline *outline, size_t from, size_t to)
{
	for (size_t i = from; i <= to; i++) {
		if (outline->section[i].kind == OUTLINE_OTHER)
			return false;
	}
	return true;
}

/* Tells the talks where they stand in the text. */
static void
set_places(const struct lazy_reader *lr, struct talk *talk)
{
	const struct outline *outline = lr->lazy->outline;
	const struct markdown *md = &lr->md;
	size_t section = 0, start = 0, from = 0;
	struct talk *open = NULL;

	for (size_t i = 1; i <= md->n; i++) {
		bool ends = i == md->n || lr->role[i] == ROLE_TALK ||
		    lr->role[i] == ROLE_TRACK;

		if (i < md->n && md->node[i].kind == MD_HEADING)
			section++;
		if (!ends)
			continue;
		if (open) {
			/* What follows may have been left out. */
			open->to = outline->section[section - (i < md->n)].end;
			/* A second URL would be a block of the notes. */
			if (open->waits && !all_say(md, start, i, open->url))
				lazy_read(lr->arena, lr->lazy->text, open);
			open->plain = open->waits &&
			    all_plain(outline, from, section - (i < md->n));
		}
		open = i < md->n && lr->role[i] == ROLE_TALK ? talk++ : NULL;
		start = i;
		from = section;
		if (open) {
			open->from = outline->section[section].start;
			open->body = outline->section[section].body;
		}
	}
}

/* Whether little enough has to be parsed at once. */
static bool
is_worth_it(const struct lazy *lazy)
{
	const struct outline *outline = lazy->outline;
	size_t other = 0;

	for (size_t i = 0; i < outline->n; i++) {
		if (outline->section[i].kind == OUTLINE_OTHER)
			other += outline->section[i].end -
			    outline->section[i].body;
	}
	return other <= lazy->len / 2 || lazy->len < SMALL;
}

bool
lazy_build(struct build *build, const struct lazy *lazy, struct shape *shape,
    const char **name)
{
	struct lazy_reader lr = {.lazy = lazy, .arena = build_arena(build)};
	size_t first = build_result(build)->ntalks;
	bool good = is_worth_it(lazy) && add_sections(&lr);

	*shape = (struct shape){.kind = SHAPE_AUTO};
	if (good) {
		shape_find(shape, &lr.md, lazy->want, lazy->level);
		lr.role = shape->role;
		good = shape->kind == SHAPE_HEADINGS;
	}
	if (good) {
		bool *now = mem_alloc(lr.md.n, sizeof(*now));

		if (find_hasty(&lr, now))
			parse_hasty(&lr, now);
		free(now);
		shape->role = lr.role;
		*name = talks_build(build, &lr.md, shape, lazy->name);

		const struct built *built = build_result(build);

		/* Where it was stopped there are fewer talks than headings. */
		if (built->ntalks > first && build_tell(build, 1, 1))
			set_places(&lr, &built->talks[first]);
	}
	markdown_free(&lr.md);
	free(lr.role);
	shape->role = NULL;
	return good;
}

void
lazy_read(struct arena *arena, const char *text, struct talk *talk)
{
	struct build *build = build_new(arena, NULL);
	const struct built *built = build_result(build);
	struct shape shape = {.kind = SHAPE_HEADINGS};
	struct markdown md;

	markdown_parse(
	    &md, arena, text + talk->from, talk->to - talk->from, NULL);
	for (size_t i = 1; i < md.n; i++)
		md.node[i].row += talk->line - 1;
	shape.role = mem_alloc(md.n, 1);
	shape.role[1] = ROLE_TALK;
	build_conference(build, "", "");
	talks_build(build, &md, &shape, "");
	talk->blocks = built->talks[0].blocks;
	talk->nblocks = built->talks[0].nblocks;
	talk->links = built->talks[0].links;
	talk->nlinks = built->talks[0].nlinks;
	talk->waits = false;
	shape_free(&shape);
	markdown_free(&md);
	build_free(build);
}

/* The bytes of a code span at `s` with its backticks, 0: not a simple one. */
static size_t
code_span(const char *s, size_t len)
{
	const char *close = len > 2 ? memchr(s + 1, '`', len - 1) : NULL;
	size_t n = close ? (size_t)(close - s) : 0;

	if (n < 2 || s[1] == ' ' || s[n - 1] == ' ' ||
	    (n + 1 < len && s[n + 1] == '`'))
		return 0;
	return n + 1;
}

/* Whether more than backticks and backslashes may be at work. */
static bool
needs_parsing(char c, char next)
{
	switch (c) {
	case '*':
	case '_':
	case '&':
	case '<':
	case '[':
	case '\t':
		return true;
	case ' ':
		return next == ' ';
	default:
		return (unsigned char)c >= 0x80;
	}
}

/*
 * The text of a line with no other markup than single backticks and
 * backslashes, as most odd lines are; NULL where it is not so simple.
 */
static char *
plain_markup(struct arena *arena, const char *s, size_t len)
{
	char *out = arena_dup(arena, s, len);
	size_t n = 0, code;

	for (size_t i = 0; i < len; i++) {
		char next = i + 1 < len ? s[i + 1] : ' ';

		if (needs_parsing(s[i], next))
			return NULL;
		if (s[i] == '`') {
			code = code_span(s + i, len - i);
			if (code == 0)
				return NULL;
			memcpy(out + n, s + i + 1, code - 2);
			n += code - 2;
			i += code - 1;
			continue;
		}
		if (s[i] == '\\' && text_ascii_punct(next))
			i++;
		out[n++] = s[i];
	}
	out[n] = '\0';
	return out;
}

const char *
lazy_exception(struct arena *arena, const char *text,
    const struct exception *exception, size_t *len)
{
	const char *s = text + exception->from, *shown = "", *plain = NULL;
	size_t n = exception->to - exception->from;
	struct markdown md;

	if (exception->kind == EXCEPTION_TEXT)
		shown = text_squeeze(arena, s, n);
	if (exception->kind == EXCEPTION_MARKUP)
		plain = plain_markup(arena, s, n);
	if (plain)
		shown = plain;
	else if (exception->kind == EXCEPTION_MARKUP ||
	    exception->kind == EXCEPTION_HEADING) {
		markdown_parse(&md, arena, s, n, NULL);
		if (md.n > 1)
			shown = md.node[1].text.text;
		markdown_free(&md);
	}
	*len = strlen(shown);
	return shown;
}
