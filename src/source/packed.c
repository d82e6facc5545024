#include "source/packed.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/source/body.h"
#include "source/body_data.h"
#include "source/packed_find.h"
#include "source/packed_version.h"
#include "source/packed_view.h"

/* Of bytes that are mapped, no more stay in memory when their sum is known. */
#define KEPT_MOST ((size_t)1 << 24)

size_t
packed_len(const char *s, size_t len)
{
	const struct packed_header *header = (const void *)s;

	return len >= sizeof(*header) && header->len <= len
	    ? (size_t)header->len
	    : 0;
}

static size_t
kept(size_t len)
{
	return len < KEPT_MOST ? len : KEPT_MOST;
}

bool
packed_is_of(const char *s, size_t len, const char *path,
    const struct packed_stamp *stamp, bool mapped)
{
	const size_t start = offsetof(struct packed_header, len);
	const struct packed_header *header = (const void *)s;
	struct packed p;

	if (len < sizeof(*header) || len % 8 != 0 ||
	    memcmp(header->magic, PACKED_MAGIC, sizeof(header->magic)) != 0 ||
	    header->version != PACKED_VERSION || header->len != len ||
	    memcmp(&header->stamp, stamp, sizeof(*stamp)) != 0 ||
	    !packed_view_find(&p, s, len))
		return false;
	const char *shown = p.array[PACKED_SHOWN];

	if (packed_sum(s + start, len - start,
		mapped ? kept((size_t)(shown - s) - start) : SIZE_MAX) !=
	    header->sum)
		return false;
	return packed_view_are_ended(&p) &&
	    strcmp(packed_view_word(&p, header->path), path) == 0;
}

/* Building. */

static const struct original *
make_original(struct packed *p)
{
	struct original *original = arena_alloc(p->arena, sizeof(*original));

	*original = (struct original){
	    .arena = p->arena,
	    .text = packed_view_text(p),
	    .len = p->header->count[PACKED_TEXT],
	    .packed = p,
	};
	return original;
}

/* What else a talk has. */
static const struct packed_more *
more_of(const struct packed *p, const struct packed_talk *from)
{
	static const struct packed_more none = PACKED_NO_MORE;

	return from->more < packed_view_count(p, PACKED_MORES)
	    ? &packed_view_mores(p)[from->more]
	    : &none;
}

static const struct identity *
make_identity(const struct packed *p, const struct packed_more *from)
{
	struct identity *identity;

	if (from->guid == PACKED_NONE && from->id == PACKED_NONE &&
	    from->slug == PACKED_NONE)
		return NULL;
	identity = arena_alloc(p->arena, sizeof(*identity));
	identity->guid = packed_view_string(p, from->guid);
	identity->id = packed_view_string(p, from->id);
	identity->slug = packed_view_string(p, from->slug);
	return identity;
}

/* Title and speakers folded; NULL: they are not, or not two lines. */
static const char *
make_folded(const struct packed *p, const struct packed_talk *from)
{
	const char *s = packed_view_string(p, from->folded);
	const char *end = s ? strchr(s, '\n') : NULL;

	end = end ? strchr(end + 1, '\n') : NULL;
	return end && end[1] == '\0' ? s : NULL;
}

/* What few talks have, or NULL. */
static const struct talk_more *
make_more(const struct packed *p, const struct packed_talk *from,
    const struct packed_more *more)
{
	static const struct talk_more none;
	const struct talk_more made = {
	    .folded = make_folded(p, from),
	    .day_above = packed_view_string(p, more->day_above),
	    .language = packed_view_string(p, more->language),
	    .identity = make_identity(p, more),
	};

	return memcmp(&made, &none, sizeof(made)) == 0
	    ? NULL
	    : arena_copy(p->arena, &made, sizeof(made));
}

/* What talks are made of. */
struct maker {
	struct build *build;
	const struct packed *packed;
	const struct original *original;
	const bool *keep; /* of each talk, or NULL: all */
	uint32_t first_track;
	bool bodies; /* each has one */
	/* Room for those that are made: */
	struct body *body;
	const char **string; /* of lists */
};

/* Whether a talk has more than its URL. */
static bool
has_body(const struct maker *m, const struct packed_more *more)
{
	return m->bodies || more->nblocks > 0 || more->nlinks > 0;
}

/* Makes a list of strings. */
static const char *const *
make_list(struct maker *m, uint32_t first, uint32_t *n)
{
	const uint32_t *listed = m->packed->array[PACKED_LISTED];
	const char **list = m->string;

	*n = packed_view_within(m->packed, PACKED_LISTED, first, *n);
	for (uint32_t i = 0; i < *n; i++)
		list[i] = packed_view_word(m->packed, listed[first + i]);
	m->string += *n;
	return list;
}

/* Makes a body that waits in the bytes. */
static struct body *
make_body(struct maker *m, const struct packed_talk *from)
{
	const struct packed_more *more = more_of(m->packed, from);
	const char *url = packed_view_string(m->packed, from->url);
	uint32_t nlinks = more->nlinks, len = 0;
	struct body *body = m->body++;

	if (more->text <= more->text_end)
		len = packed_view_within(m->packed, PACKED_TEXT, more->text,
		    more->text_end - more->text);
	*body = (struct body){
	    .links = make_list(m, more->link, &nlinks),
	    .waits = more->nblocks > 0,
	    .plain = more->nblocks > 0,
	    .heading = from->more,
	    .start = len > 0 ? more->text : 0,
	    .end = len > 0 ? more->text + len : 0,
	    .original = m->original,
	};
	/* Its URL alone is not listed. */
	if (nlinks == 0 && url) {
		*m->string++ = url;
		nlinks = 1;
	}
	body->nlinks = nlinks;
	return body;
}

static void
make_talk(struct maker *m, uint32_t i)
{
	const struct packed *p = m->packed;
	const struct packed_talk *from = &packed_view_talks(p)[i];
	const struct packed_more *more = more_of(p, from);
	uint32_t nspeakers = from->nspeakers;
	const char *const *speakers = make_list(m, from->speaker, &nspeakers);
	const struct talk talk = {
	    .title = packed_view_word(p, from->title),
	    .speakers = speakers,
	    .url = packed_view_string(p, from->url),
	    .day = packed_view_string(p, more->day),
	    .room = packed_view_string(p, more->room),
	    .start = packed_view_string(p, more->start),
	    .more = make_more(p, from, more),
	    .key = packed_view_word(p, from->key),
	    .own_key = packed_view_string(p, from->own),
	    .minutes = (uint16_t)more->minutes,
	    .body = has_body(m, more) ? make_body(m, from) : NULL,
	    .nspeakers = notes_count_speakers(nspeakers),
	    .track = from->track < packed_view_count(p, PACKED_TRACKS)
		? from->track + m->first_track
		: BUILT_NO_TRACK,
	    .line = from->line,
	};

	build_take_talk(m->build, &talk);
}

/* Makes all talks, or those that are kept. */
static void
make_talks(struct maker *m)
{
	const struct packed *p = m->packed;
	const uint32_t n = packed_view_count(p, PACKED_TALKS);
	size_t talks = 0, bodies = 0, strings = 0;

	/* Those that may be joined: then it matters what lacks which notes. */
	m->bodies = p->header->flags & (PACKED_PROGRAMME | PACKED_TIMED);
	for (uint32_t i = 0; i < n; i++) {
		const struct packed_talk *from = &packed_view_talks(p)[i];

		if (!m->keep)
			arena_ease(p->arena, i);
		else if (!m->keep[i])
			continue;

		const struct packed_more *more = more_of(p, from);

		talks++;
		bodies += has_body(m, more);
		strings += has_body(m, more) +
		    packed_view_within(
			p, PACKED_LISTED, from->speaker, from->nspeakers) +
		    packed_view_within(
			p, PACKED_LISTED, more->link, more->nlinks);
	}
	m->body = arena_alloc(p->arena, (bodies + 1) * sizeof(*m->body));
	m->string = arena_alloc(p->arena, (strings + 1) * sizeof(*m->string));
	built_more_talks(build_result(m->build), talks);
	for (uint32_t i = 0; i < n; i++) {
		if (!m->keep)
			arena_ease(p->arena, i);
		if (!m->keep || m->keep[i])
			make_talk(m, i);
	}
	build_left_out(m->build, talks < n);
}

static void
take_warning(
    struct build *build, const struct packed_warning *warning, const char *text)
{
	if (warning->lines > 0)
		build_left_aside(build, warning->line, warning->lines, text);
	else
		build_warn(build, warning->line, text);
}

/* Makes `n` blocks that belong to no talk. */
static void
take_blocks(
    struct build *build, const struct packed *p, uint32_t first, uint32_t n)
{
	const struct block *blocks = packed_view_make(p, first, &n);

	build_take_blocks(build, blocks, n);
}

static void
make_tracks(struct build *build, const struct packed *p)
{
	const struct packed_track *track = p->array[PACKED_TRACKS];

	for (uint32_t i = 0; i < packed_view_count(p, PACKED_TRACKS); i++) {
		build_track(
		    build, packed_view_word(p, track[i].name), track[i].line);
		take_blocks(build, p, track[i].block, track[i].nblocks);
	}
}

static void
make_conference(struct build *build, struct packed *p, const char *path,
    const struct query *only)
{
	const struct packed_header *header = p->header;
	const struct packed_warning *warning = p->array[PACKED_WARNINGS];
	bool *keep = only ? packed_find(p, only) : NULL;
	struct maker maker = {
	    .build = build,
	    .packed = p,
	    .original = make_original(p),
	    .keep = keep,
	    .first_track = (uint32_t)build_result(build)->ntracks,
	};
	struct source *source = build_conference(
	    build, path, packed_view_word(p, header->name));

	source->shape = packed_view_word(p, header->shape);
	source->why = packed_view_string(p, header->why);
	source->acronym = packed_view_string(p, header->acronym);
	source->first_day = packed_view_string(p, header->first_day);
	source->last_day = packed_view_string(p, header->last_day);
	if (header->flags & PACKED_PROGRAMME)
		build_programme(build);
	if (header->flags & PACKED_PART)
		build_part(build);
	if (header->flags & PACKED_PAGE)
		build_page(build);
	if (header->flags & PACKED_APART)
		build_apart(build);
	if (header->flags & PACKED_SINGLE)
		build_single(build);
	source->origin = packed_view_string(p, header->origin);
	source->zone = packed_view_string(p, header->zone);
	source->version = packed_view_string(p, header->edition);
	take_blocks(build, p, header->block, header->nblocks);
	make_tracks(build, p);
	make_talks(&maker);
	for (uint32_t i = 0; i < packed_view_count(p, PACKED_WARNINGS); i++)
		take_warning(
		    build, &warning[i], packed_view_word(p, warning[i].text));
	free(keep);
}

bool
packed_build(struct build *build, const char *path, const char *s, size_t len,
    const struct query *only)
{
	struct arena *arena = build_arena(build);
	struct packed *p = arena_alloc(arena, sizeof(*p));

	p->arena = arena;
	if (!packed_view_find(p, s, len) ||
	    (p->header->flags & PACKED_NOTHING) || !packed_view_are_ended(p))
		return false;
	make_conference(build, p, path, only);
	build_end(build);
	return true;
}
