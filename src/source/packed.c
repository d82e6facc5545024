#include "source/packed.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/source/body.h"
#include "source/body_data.h"
#include "source/packed_version.h"
#include "source/packed_view.h"

size_t
packed_len(const char *s, size_t len)
{
	const struct packed_header *header = (const void *)s;

	return len >= sizeof(*header) && header->len <= len
	    ? (size_t)header->len
	    : 0;
}

/* Whether every string has an end. */
static bool
are_strings_ended(const struct packed *p)
{
	uint32_t n = p->header->count[PACKED_STRINGS];

	return n > 0 && packed_view_string(p, n - 1)[0] == '\0';
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
		mapped ? (size_t)(shown - s) - start : SIZE_MAX) != header->sum)
		return false;
	return are_strings_ended(&p) &&
	    header->path < header->count[PACKED_STRINGS] &&
	    strcmp(packed_view_string(&p, header->path), path) == 0;
}

/* The content of the bytes is not trusted. */

static bool
within(const struct packed *p, enum packed_array of, uint32_t from, uint32_t n)
{
	uint32_t count = p->header->count[of];

	return from <= count && n <= count - from;
}

static bool
is_string(const struct packed *p, uint32_t at, bool may_lack)
{
	return at < p->header->count[PACKED_STRINGS] ||
	    (may_lack && at == PACKED_NONE);
}

static bool
are_blocks_good(const struct packed *p)
{
	const struct packed_span *spans = p->array[PACKED_SPANS];

	for (uint32_t i = 0; i < p->header->count[PACKED_SPANS]; i++) {
		if (!is_string(p, spans[i].url, true) ||
		    ((spans[i].style & SPAN_LINK) != 0) !=
			(spans[i].url != PACKED_NONE))
			return false;
	}
	for (uint32_t i = 0; i < p->header->count[PACKED_BLOCKS]; i++) {
		const struct packed_block *block = &packed_view_blocks(p)[i];
		uint32_t at = 0;

		if (!within(p, block->apart ? PACKED_SHOWN : PACKED_TEXT,
			block->text, block->len) ||
		    !within(p, PACKED_SPANS, block->span, block->nspans) ||
		    block->kind > BLOCK_CODE || block->part >= BLOCK_PARTS)
			return false;
		for (uint32_t k = 0; k < block->nspans; k++) {
			const struct packed_span *span =
			    &spans[block->span + k];

			if (span->start < at || span->end <= span->start ||
			    span->end > block->len)
				return false;
			at = span->end;
		}
	}
	return true;
}

/* Whether names that are folded are two lines. */
static bool
is_folded_good(const struct packed *p, const struct packed_talk *talk)
{
	const char *s;

	if (talk->folded == PACKED_NONE)
		return true;
	if (!is_string(p, talk->folded, false))
		return false;
	s = strchr(packed_view_string(p, talk->folded), '\n');
	s = s ? strchr(s + 1, '\n') : NULL;
	return s && s[1] == '\0';
}

static bool
is_talk_good(const struct packed *p, const struct packed_talk *talk)
{
	return is_string(p, talk->title, false) && is_folded_good(p, talk) &&
	    is_string(p, talk->url, true) && is_string(p, talk->day, true) &&
	    is_string(p, talk->room, true) && is_string(p, talk->start, true) &&
	    is_string(p, talk->language, true) &&
	    is_string(p, talk->key, false) && is_string(p, talk->own, true) &&
	    is_string(p, talk->guid, true) && is_string(p, talk->id, true) &&
	    is_string(p, talk->slug, true) && talk->minutes <= UINT16_MAX &&
	    within(p, PACKED_LISTED, talk->speaker, talk->nspeakers) &&
	    within(p, PACKED_LISTED, talk->link, talk->nlinks) &&
	    (talk->track == PACKED_NONE ||
		talk->track < p->header->count[PACKED_TRACKS]) &&
	    within(p, PACKED_BLOCKS, talk->block, talk->nblocks) &&
	    talk->text <= talk->text_end &&
	    within(p, PACKED_TEXT, talk->text, talk->text_end - talk->text);
}

static bool
is_good(const struct packed *p)
{
	const struct packed_header *header = p->header;
	const struct packed_track *track = p->array[PACKED_TRACKS];
	const struct packed_warning *warning = p->array[PACKED_WARNINGS];
	const uint32_t *listed = p->array[PACKED_LISTED];
	bool good = are_strings_ended(p) && is_string(p, header->name, false) &&
	    is_string(p, header->shape, false) &&
	    is_string(p, header->why, true) &&
	    is_string(p, header->acronym, true) &&
	    is_string(p, header->first_day, true) &&
	    is_string(p, header->last_day, true) &&
	    is_string(p, header->zone, true) &&
	    is_string(p, header->origin, true) &&
	    is_string(p, header->edition, true) &&
	    within(p, PACKED_BLOCKS, header->block, header->nblocks) &&
	    are_blocks_good(p);

	for (uint32_t i = 0; good && i < header->count[PACKED_TALKS]; i++)
		good = is_talk_good(p, &packed_view_talks(p)[i]);
	for (uint32_t i = 0; good && i < header->count[PACKED_TRACKS]; i++)
		good = is_string(p, track[i].name, false) &&
		    within(p, PACKED_BLOCKS, track[i].block, track[i].nblocks);
	for (uint32_t i = 0; good && i < header->count[PACKED_WARNINGS]; i++)
		good = is_string(p, warning[i].text, false);
	for (uint32_t i = 0; good && i < header->count[PACKED_LISTED]; i++)
		good = is_string(p, listed[i], false);
	return good;
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

/* The strings of lists. */
static const char *const *
make_listed(const struct packed *p)
{
	uint32_t n = p->header->count[PACKED_LISTED];
	const uint32_t *listed = p->array[PACKED_LISTED];

	const char **strings = arena_alloc(
	    p->arena, (n + 1) * sizeof(*strings));

	for (uint32_t i = 0; i < n; i++)
		strings[i] = packed_view_string(p, listed[i]);
	return strings;
}

/* Whether talks may be joined: then it matters what lacks which notes. */
static bool
may_be_joined(const struct packed *p)
{
	const struct packed_talk *talk = packed_view_talks(p);
	bool may = p->header->flags & PACKED_PROGRAMME;

	for (uint32_t i = 0; !may && i < p->header->count[PACKED_TALKS]; i++)
		may = talk[i].start != PACKED_NONE;
	return may;
}

static const struct identity *
make_identity(const struct packed *p, const struct packed_talk *from)
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

/* Whether a talk has more than its URL. */
static bool
has_body(const struct packed_talk *from)
{
	return from->nblocks > 0 ||
	    from->nlinks > (from->url == PACKED_NONE ? 0 : 1);
}

/* Makes a body that waits in the bytes. */
static void
make_body(struct body *body, const struct packed *p,
    const struct original *original, const char *const *listed, uint32_t i)
{
	const struct packed_talk *from = &packed_view_talks(p)[i];

	*body = (struct body){
	    .links = &listed[from->link],
	    .nlinks = from->nlinks,
	    .waits = from->nblocks > 0,
	    .plain = from->nblocks > 0,
	    .heading = i,
	    .start = from->text,
	    .end = from->text_end,
	    .original = original,
	};
}

static void
make_talk(struct build *build, const struct packed *p,
    const struct packed_talk *from, const char *const *listed,
    uint32_t first_track, struct body *body)
{
	const struct talk talk = {
	    .title = packed_view_string(p, from->title),
	    .folded = packed_view_string(p, from->folded),
	    .speakers = &listed[from->speaker],
	    .url = packed_view_string(p, from->url),
	    .day = packed_view_string(p, from->day),
	    .room = packed_view_string(p, from->room),
	    .start = packed_view_string(p, from->start),
	    .language = packed_view_string(p, from->language),
	    .identity = make_identity(p, from),
	    .key = packed_view_string(p, from->key),
	    .own_key = packed_view_string(p, from->own),
	    .minutes = (uint16_t)from->minutes,
	    .body = body,
	    .nspeakers = from->nspeakers,
	    .track = from->track == PACKED_NONE ? BUILT_NO_TRACK
						: from->track + first_track,
	    .line = from->line,
	};

	build_take_talk(build, &talk);
}

/* Makes all talks. */
static void
make_talks(struct build *build, const struct packed *p,
    const struct original *original, const char *const *listed,
    uint32_t first_track)
{
	const struct packed_talk *from = packed_view_talks(p);
	uint32_t n = p->header->count[PACKED_TALKS], nbodies = 0;
	const bool all = may_be_joined(p);
	struct body *body;

	for (uint32_t i = 0; i < n; i++)
		nbodies += all || has_body(&from[i]);
	body = arena_alloc(p->arena, (nbodies + 1) * sizeof(*body));
	built_more_talks(build_result(build), n);
	for (uint32_t i = 0; i < n; i++) {
		bool has = all || has_body(&from[i]);

		if (has)
			make_body(body, p, original, listed, i);
		make_talk(build, p, &from[i], listed, first_track,
		    has ? body++ : NULL);
	}
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

static void
make_conference(struct build *build, struct packed *p, const char *path)
{
	const struct packed_header *header = p->header;
	const struct packed_track *track = p->array[PACKED_TRACKS];
	const struct packed_warning *warning = p->array[PACKED_WARNINGS];
	const struct original *original = make_original(p);
	const char *const *listed = make_listed(p);
	uint32_t first_track = (uint32_t)build_result(build)->ntracks;
	struct source *source = build_conference(
	    build, path, packed_view_string(p, header->name));

	source->shape = packed_view_string(p, header->shape);
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
	build_take_blocks(build,
	    packed_view_make(p, header->block, header->nblocks),
	    header->nblocks);
	for (uint32_t i = 0; i < header->count[PACKED_TRACKS]; i++) {
		build_track(
		    build, packed_view_string(p, track[i].name), track[i].line);
		build_take_blocks(build,
		    packed_view_make(p, track[i].block, track[i].nblocks),
		    track[i].nblocks);
	}
	make_talks(build, p, original, listed, first_track);
	for (uint32_t i = 0; i < header->count[PACKED_WARNINGS]; i++)
		take_warning(
		    build, &warning[i], packed_view_string(p, warning[i].text));
}

bool
packed_build(struct build *build, const char *path, const char *s, size_t len)
{
	struct arena *arena = build_arena(build);
	struct packed *p = arena_alloc(arena, sizeof(*p));

	p->arena = arena;
	if (!packed_view_find(p, s, len) ||
	    (p->header->flags & PACKED_NOTHING) || !is_good(p))
		return false;
	make_conference(build, p, path);
	build_end(build);
	return true;
}
