#include "lectern/source/body.h"

#include "lectern/base/text.h"
#include "source/body_data.h"
#include "source/body_join.h"
#include "source/markdown/lazy.h"
#include "source/markdown/unparsed.h"
#include "source/packed_view.h"
#include "source/programme_notes.h"

/* The body of a talk, read; NULL where it has none. */
static const struct body *
read_body(const struct talk *talk)
{
	struct body *body = talk->body;

	if (body && body->waits && body->parts)
		body_join_make(body, read_body(&body->parts[0]),
		    read_body(&body->parts[1]));
	else if (body && body->waits && body->notes)
		programme_notes_read(body, talk);
	else if (body && body->waits && body->original->packed)
		packed_view_read(body);
	else if (body && body->waits)
		lazy_read(body->original->arena, body->original->text, talk);
	return body;
}

struct body_blocks
body_blocks(const struct talk *talk)
{
	const struct body *body = read_body(talk);

	return body ? (struct body_blocks){body->blocks, body->nblocks}
		    : (struct body_blocks){0};
}

struct body_links
body_links(const struct talk *talk)
{
	const struct body *body = read_body(talk);

	return body ? (struct body_links){body->links, body->nlinks}
		    : (struct body_links){&talk->url, talk->url != NULL};
}

bool
body_has_notes(const struct talk *talk)
{
	const struct body *body = talk->body;

	if (body && body->waits && body->parts)
		return body_has_notes(&body->parts[0]) ||
		    body_has_notes(&body->parts[1]);
	return body && (body->waits || body->nblocks > 0);
}

struct body_text
body_text(const struct talk *talk)
{
	const struct body *body = talk->body;
	struct body_text text = {0};

	if (!body || !body->plain)
		return text;
	text.s = body->original->text + body->start;
	text.gap = body->gap;
	text.len = body->end - body->start;
	text.room = (uint32_t)(body->original->len - body->start);
	return text;
}

struct body_rest
body_rest(const struct talk *talk, bool folded)
{
	struct body_text text = body_text(talk);

	return (struct body_rest){
	    .talk = talk,
	    .gap = text.gap,
	    .none = folded && text.s && !text.gap,
	};
}

/* The text of the next gap that has some. */
static const char *
next_gap(struct body_rest *rest, struct arena *arena, size_t *len)
{
	const struct body *body = rest->talk->body;
	const char *end = body->original->text + body->end;

	while (rest->gap->s < end) {
		const struct body_gap *gap = rest->gap++;

		if (gap->kind != EXCEPTION_HIDDEN)
			return lazy_shown(arena, gap->s, gap->len,
			    (enum exception_kind)gap->kind, len);
	}
	return NULL;
}

const char *
body_next(struct body_rest *rest, struct arena *arena, size_t *len)
{
	const struct body *body = rest->talk->body;
	struct body_blocks blocks;
	const struct block *block;

	if (rest->none)
		return NULL;
	if (body && body->plain && body->original->packed)
		return packed_view_next(body, &rest->block, len);
	if (rest->gap)
		return next_gap(rest, arena, len);
	blocks = body_blocks(rest->talk);
	if (rest->block >= blocks.n)
		return NULL;
	block = &blocks.block[rest->block++];
	*len = block->len;
	return block->text;
}

/* Whether text has one of the words. */
static bool
has_one(const char *s, size_t len, const struct substring *words, size_t n,
    struct arena *arena)
{
	if (!text_is_ascii(s, len))
		s = text_fold(arena, s, len, &len);
	for (size_t i = 0; i < n; i++) {
		if (substring_first(&words[i], s, len))
			return true;
	}
	return false;
}

/* The same of notes that were read; texts side by side are looked at as one. */
static bool
have_one(const struct body *body, const struct substring *words, size_t n,
    struct arena *arena)
{
	const struct block *block = body->blocks;

	for (size_t i = 0; i < body->nblocks;) {
		const char *s = block[i].text;
		size_t len = block[i].len;

		while (++i < body->nblocks && block[i].text == s + len + 1)
			len += 1 + block[i].len;
		if (has_one(s, len, words, n, arena))
			return true;
	}
	return false;
}

bool
body_may_have(const struct talk *talk, const struct substring *words, size_t n,
    struct arena *arena)
{
	const struct body *body = talk->body;

	if (body && !body->waits && !body->plain)
		return have_one(body, words, n, arena);
	/* Only notes of Markdown wait as they were written. */
	if (!body || !body->waits || body->plain || body->nblocks > 0 ||
	    body->parts || body->notes || body->original->packed)
		return true;
	return unparsed_may_have(body->original->text + body->heading,
	    body->end - body->heading, words, n, arena);
}
