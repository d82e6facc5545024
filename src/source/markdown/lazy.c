#include "source/markdown/lazy.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "lectern/source/input.h"
#include "source/body_data.h"
#include "source/markdown/carriers.h"
#include "source/markdown/correct.h"
#include "source/markdown/fields.h"
#include "source/markdown/finder.h"
#include "source/markdown/line_text.h"
#include "source/markdown/names.h"
#include "source/markdown/sections.h"
#include "source/markdown/signs.h"
#include "source/markdown/talk_text.h"
#include "source/markdown/talks.h"
#include "source/markdown/unsought.h"
#include "source/markdown/waiting.h"

/*
 * The sections of the outline become the nodes of a document: headings as they
 * are, MD_LATER for plain stretches, and what libcmark makes of the rest.  From
 * these the rules of shape.c find tracks and talks as from the whole document:
 * bullets without links at their beginning are neither talks nor contents, and of the text below a
 * heading the rules only ask whether there is any, and whether it has a video.
 * Plain stretches that turn out to belong to no talk are parsed after all.
 */

#define LOOK ((size_t)64 << 10) /* bytes that tell what most lines are */

struct lazy_reader {
	const struct lazy *lazy;
	struct arena *arena;
	struct markdown md;
	uint8_t *role; /* of each node, once it is known */
};

/* What has to be parsed after all. */

/*
 * Sets `now` for each MD_LATER that cannot wait: those outside talks, and those
 * of talks in which something is skipped or refers to definitions.  Returns
 * whether there is any.
 */
static bool
find_hasty(const struct lazy_reader *lr, bool *now)
{
	const struct markdown *md = &lr->md;
	const struct section *section = lr->lazy->outline->section;
	size_t start = 0; /* of the talk, 0: in none */
	bool any = false;

	for (size_t i = 1; i < md->n; i++) {
		enum role role = (enum role)lr->role[i];

		section += md->node[i].kind == MD_HEADING;
		if (role == ROLE_TALK)
			start = i;
		else if (role == ROLE_TRACK || role == ROLE_NAME ||
		    role == ROLE_ASIDE)
			start = 0;
		else if (role == ROLE_SKIP && start > 0)
			now[start] = true;
		if (start > 0 && section->refers)
			now[start] = true;
		if (md->node[i].kind == MD_LATER)
			now[i] = start == 0;
		any = any || now[i] || (start > 0 && now[start]);
	}
	start = 0;
	for (size_t i = 1; any && i < md->n; i++) {
		if (lr->role[i] == ROLE_TALK || lr->role[i] == ROLE_TRACK ||
		    lr->role[i] == ROLE_ASIDE)
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
	uint8_t *old_role = lr->role, *role = NULL;
	size_t section = 0, cap = 0;

	lr->md = (struct markdown){
	    .past = old.past, .npast = old.npast, .past_cap = old.past_cap};
	old.past = NULL;
	old.npast = 0;
	for (size_t i = 0, n = 0; i < old.n; i++) {
		size_t shift = lr->md.n - i;

		if (old.node[i].kind == MD_HEADING)
			section++;
		if (old.node[i].kind == MD_LATER && now[i]) {
			const struct section *of = &outline->section[section];

			sections_parse(
			    &lr->md, lr->arena, outline, lr->lazy->text, of);
		} else {
			struct md_node *node = sections_add(
			    &lr->md, &old.node[i]);

			if (node->parent > 0)
				node->parent += (uint32_t)shift;
			node->end += (uint32_t)shift;
		}
		role = mem_grow(role, &cap, lr->md.n, 1);
		memset(role + n, ROLE_BODY, lr->md.n - n);
		if (lr->md.n == n + 1)
			role[n] = old_role[i];
		n = lr->md.n;
	}
	if (lr->md.n > 0)
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
		    (!url ||
			(url != node->text.spans[0].url &&
			    strcmp(url, node->text.spans[0].url) != 0)))
			return false;
	}
	return true;
}

/* Whether nothing in the sections [from, to] had to be parsed. */
static bool
all_plain(const struct outline *outline, size_t from, size_t to)
{
	for (size_t i = from; i <= to; i++) {
		if (outline->section[i].kind >= OUTLINE_MIXED)
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
		    lr->role[i] == ROLE_TRACK || lr->role[i] == ROLE_ASIDE;

		bool heading = i < md->n && md->node[i].kind == MD_HEADING;

		section += heading;
		if (!ends)
			continue;
		if (open && open->body) {
			struct body *body = open->body;

			/* What follows may have been left out. */
			body->end = outline->section[section - heading].end;
			/* A second URL would be a block of the notes. */
			if (body->waits && !all_say(md, start, i, open->url))
				lazy_read(lr->arena, lr->lazy->text, open);
			body->plain = body->waits && body->nblocks == 0 &&
			    all_plain(outline, from, section - heading);
		}
		open = i < md->n && lr->role[i] == ROLE_TALK ? talk++ : NULL;
		start = i;
		from = section;
		if (open && open->body) {
			open->body->heading = outline->section[section].start;
			open->body->start = outline->section[section].body;
		}
	}
}

/* Whether there is a section that can wait. */
static bool
may_wait(const struct outline *outline)
{
	for (size_t i = 0; i < outline->n; i++) {
		if (outline->section[i].kind == OUTLINE_PLAIN ||
		    outline->section[i].kind == OUTLINE_MIXED)
			return true;
	}
	return false;
}

/*
 * Whether what was not parsed cannot make a list document of it, as where
 * headings name people: with lines that begin with a time or date, or have a
 * video or slides; with quotations, where
 * nothing else may be talks; or with links that tell how often lines repeat.
 */
static bool
is_sure(const struct lazy_reader *lr, const struct shape *shape)
{
	const struct lazy *lazy = lr->lazy;
	size_t dated = 0;
	bool quoted = false;

	if (lazy->want.kind == SHAPE_HEADINGS ||
	    (lazy->want.kind == SHAPE_AUTO &&
		(lazy->want.level > 0 || shape->named)))
		return true;
	/* Whoever asks for lists, or says that they follow, has them all looked at. */
	if (lazy->want.kind == SHAPE_LIST || shape->told)
		return false;
	for (size_t i = 0; i < lazy->outline->n; i++) {
		const struct section *section = &lazy->outline->section[i];

		dated += section->dated;
		quoted = quoted || section->quoted;
		if ((section->linked && shape->units > 0) ||
		    (section->quoted && shape->only_days))
			return false;
	}
	if (waiting_may_be_named(lazy->outline, lazy->text) ||
	    (quoted &&
		shape->units + waiting_quotes(lazy->outline, lazy->text) >=
		    shape->heads))
		return false;
	if (shape->heads <= FIELDS_HEADS)
		dated += waiting_fields(lazy->outline, lazy->text);
	if (dated == 0)
		return true;
	/* What was parsed may count where others are beside it. */
	for (size_t i = 1; i < lr->md.n; i++) {
		const struct md_node *node = &lr->md.node[i];

		dated += node->kind == MD_PARAGRAPH &&
		    line_text_may_be_dated(node->text.text, node->text.len);
	}
	return lazy->want.kind == SHAPE_AUTO &&
	    shape->units + dated < shape->heads;
}

/* The manner of a document from its sample: not all talks are there. */
static void
sample_manner(
    const struct lazy *lazy, struct arena *arena, struct manner *manner)
{
	struct outline outline = {
	    .section = lazy->outline->sample, .n = lazy->outline->nsample};
	const struct sections sections = {
	    .outline = &outline, .text = lazy->text, .parts = 1};
	struct shape shape = {.kind = SHAPE_HEADINGS};
	struct markdown md;

	*manner = (struct manner){0};
	if (!sections_read(&md, arena, &sections))
		return;
	shape.role = mem_alloc(md.n, 1);
	for (size_t i = 1; i < md.n; i++)
		shape.role[i] = md.node[i].kind == MD_HEADING ? ROLE_TALK
							      : ROLE_BODY;
	talk_text_manner(arena, &md, &shape, manner);
	shape_free(&shape);
	markdown_free(&md);
}

/* Reads the nodes and finds their shape. */
static bool
find_shape(struct lazy_reader *lr, const struct sections *sections,
    struct shape *shape)
{
	if (!sections_read(&lr->md, lr->arena, sections))
		return false;
	shape_find(shape, &lr->md, &lr->lazy->want,
	    front_matter_names(lr->lazy->front), lr->lazy->labels);
	return true;
}

/*
 * The same with all nodes where some wait and that cannot be: what the shape
 * says of lists and paragraphs holds for nodes that are all there.
 */
static bool
find_shape_at_last(
    struct lazy_reader *lr, struct sections *sections, struct shape *shape)
{
	const struct lazy *lazy = lr->lazy;
	/* That a text with one heading is a list of them has to be said. */
	bool one = lazy->outline->n <= 2 && lazy->want.kind == SHAPE_AUTO &&
	    lazy->want.level == 0;

	if (!one && find_shape(lr, sections, shape)) {
		if ((shape->kind == SHAPE_HEADINGS && !shape->beside &&
			is_sure(lr, shape)) ||
		    !may_wait(sections->outline))
			return true;
		markdown_free(&lr->md);
		shape_free(shape);
	}
	sections->whole = true;
	return find_shape(lr, sections, shape);
}

/* Builds the talks of the shape that was found. */
static void
build_talks(struct build *build, struct lazy_reader *lr, struct shape *shape,
    struct manner *manner, bool waits, const char **name)
{
	const struct lazy *lazy = lr->lazy;
	size_t first = build_result(build)->ntalks;

	lr->role = shape->role;
	if (waits) {
		bool *now = mem_alloc(lr->md.n, sizeof(*now));

		if (find_hasty(lr, now))
			parse_hasty(lr, now);
		free(now);
	}
	shape->role = lr->role;
	if (lazy->outline->nsample > 0)
		sample_manner(lazy, lr->arena, manner);
	else
		talk_text_manner(lr->arena, &lr->md, shape, manner);
	correct_manner(manner, lazy->said);
	unsought_mark(&lr->md, shape, manner, lazy->only);
	carriers_find(lazy->carriers, &lr->md, shape);
	lr->md.passing = !waits;
	*name = talks_build(
	    build, &lr->md, shape, manner, lazy->name, lazy->front);

	const struct built *built = build_result(build);

	/* Where it was stopped there are fewer talks than headings. */
	if (waits && built->ntalks > first && build_tell(build, 1, 1))
		set_places(lr, &built->talks[first]);
}

/* Whether nothing but notes that wait needs the text, which is in the bytes. */
static bool
is_in_bytes(const struct lazy *lazy)
{
	const struct corrections *said = lazy->said;

	/* Words of corrections are where the author wrote them. */
	return lazy->bytes && lazy->bytes->s == lazy->text &&
	    said->speakers_len == 0 && said->prefix_len == 0;
}

void
lazy_let_go(const struct lazy *lazy)
{
	if (is_in_bytes(lazy))
		input_drop(lazy->bytes);
}

/*
 * Whether all that is links in a line stands at the beginning of an item or cell:
 * where that is all of it, it may stay.
 */
static bool
may_stay(const char *s, size_t len)
{
	const char *link = memchr(s, '[', len);

	return !link ||
	    (link >= s + 2 && link[-1] == ' ' && strchr("*-+|", link[-2]));
}

/*
 * Whether most of a text, by how it begins, is lines of words, or links, that may
 * stay where they are: so it is no less than their copies would be.
 */
static bool
is_of_words(const struct lazy *lazy)
{
	const char *s = lazy->text;
	const char *end = s + (lazy->len < LOOK ? lazy->len : LOOK);
	size_t words = 0;

	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		size_t len = (size_t)((nl ? nl : end) - s);

		if (may_stay(s, len))
			words += len;
		s += len + 1;
	}
	return words > (size_t)(end - lazy->text) / 2;
}

/* Lets the arena have the text, in which lines stay. */
static void
take_text(struct lazy_reader *lr)
{
	struct bytes *bytes = lr->lazy->bytes;

	lr->md.own = bytes->s;
	lr->md.own_len = bytes->len;
	arena_adopt(lr->arena, bytes->s, bytes->mapped);
	*bytes = (struct bytes){0};
}

bool
lazy_build(struct build *build, const struct lazy *lazy, struct shape *shape,
    struct manner *manner, const char **name)
{
	struct lazy_reader lr = {.lazy = lazy, .arena = build_arena(build)};
	struct sections sections = {
	    .outline = lazy->outline,
	    .text = lazy->text,
	    .parts = lazy->parts,
	    .progress = lazy->progress,
	};
	bool good, waits,
	    needless = is_in_bytes(lazy) && lazy->outline->nsample == 0;

	*shape = (struct shape){.kind = SHAPE_AUTO};
	if (corrections_need_whole(lazy->said))
		return false;
	if (needless && lazy->outline->ndefinitions == 0 &&
	    !may_wait(lazy->outline) && is_of_words(lazy))
		sections.own = lazy->bytes->s;
	good = find_shape_at_last(&lr, &sections, shape);
	waits = shape->kind == SHAPE_HEADINGS && !sections.whole;
	if (good && sections.own)
		take_text(&lr);
	else if (good && needless && (!waits || !may_wait(lazy->outline)))
		input_drop(lazy->bytes);
	if (good)
		build_talks(build, &lr, shape, manner, waits, name);
	markdown_free(&lr.md);
	free(shape->role);
	shape->role = NULL;
	return good;
}

/* The remark that a talk has, and the notes that it waited for. */
static const struct block *
join_blocks(
    struct arena *arena, const struct body *body, const struct body *read)
{
	size_t n = body->nblocks + read->nblocks;
	struct block *blocks;

	if (body->nblocks == 0)
		return read->blocks;
	blocks = arena_alloc(arena, n * sizeof(*blocks));
	memcpy(blocks, body->blocks, body->nblocks * sizeof(*blocks));
	if (read->nblocks > 0)
		memcpy(blocks + body->nblocks, read->blocks,
		    read->nblocks * sizeof(*blocks));
	return blocks;
}

void
lazy_read(struct arena *arena, const char *text, const struct talk *talk)
{
	struct body *body = talk->body;
	const struct body *now;
	struct build *build = build_new(arena, NULL);
	const struct built *built = build_result(build);
	struct markdown md;

	markdown_parse(
	    &md, arena, text + body->heading, body->end - body->heading, NULL);
	for (size_t i = 1; i < md.n; i++)
		md.node[i].row += talk->line - 1;
	build_conference(build, "", "");
	talks_build_notes(build, &md, talk);
	now = built->talks[0].body;
	/* Without any the links are those that it has. */
	if (now) {
		body->blocks = join_blocks(arena, body, now);
		body->nblocks += now->nblocks;
		body->links = now->links;
		body->nlinks = now->nlinks;
	}
	body->waits = false;
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
 * Returns the text of a line whose only markup is single backticks and
 * backslashes, as in most exceptions; NULL if it is not so simple.
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
lazy_shown(struct arena *arena, const char *s, size_t len,
    enum exception_kind kind, size_t *shown_len)
{
	const char *shown = "", *plain = NULL;
	struct markdown md;

	if (kind == EXCEPTION_TEXT)
		shown = text_squeeze(arena, s, len);
	if (kind == EXCEPTION_MARKUP)
		plain = plain_markup(arena, s, len);
	if (plain)
		shown = plain;
	else if (kind == EXCEPTION_MARKUP || kind == EXCEPTION_HEADING) {
		markdown_parse(&md, arena, s, len, NULL);
		if (md.n > 1)
			shown = md.node[1].text.text;
		markdown_free(&md);
	}
	*shown_len = strlen(shown);
	return shown;
}
