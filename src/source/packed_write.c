#include "source/packed.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/source/body.h"
#include "source/body_data.h"
#include "source/keys.h"
#include "source/packed_format.h"
#include "source/packed_version.h"

/* A new field has to be packed, unless the loader sets it. */
_Static_assert(sizeof(void *) != 8 ||
	(sizeof(struct talk) == 112 && sizeof(struct talk_more) == 40 &&
	    sizeof(struct track) == 40 && sizeof(struct source) == 112 &&
	    sizeof(struct block) == 40 && sizeof(struct span) == 16 &&
	    sizeof(struct warning) == 32),
    "all fields are known here");

/* The arrays as they grow. */
struct packer {
	struct packed_bytes array[PACKED_ARRAYS];
	uint32_t count[PACKED_ARRAYS];
	struct arena *arena; /* for text in passing */
	bool full;           /* an offset does not fit */
};

const uint8_t packed_size[PACKED_ARRAYS] = {
    [PACKED_TRACKS] = sizeof(struct packed_track),
    [PACKED_TALKS] = sizeof(struct packed_talk),
    [PACKED_MORES] = sizeof(struct packed_more),
    [PACKED_BLOCKS] = sizeof(struct packed_block),
    [PACKED_SPANS] = sizeof(struct packed_span),
    [PACKED_WARNINGS] = sizeof(struct packed_warning),
    [PACKED_LISTED] = sizeof(uint32_t),
    [PACKED_STRINGS] = 1,
    [PACKED_TEXT] = 1,
    [PACKED_SHOWN] = 1,
};

static void
append(struct packed_bytes *bytes, const void *s, size_t len)
{
	bytes->s = mem_grow(bytes->s, &bytes->cap, bytes->len + len + 1, 1);
	if (len > 0)
		memcpy(bytes->s + bytes->len, s, len);
	bytes->len += len;
}

/* Adds `n` elements to an array; returns the number of the first. */
static uint32_t
put(struct packer *p, enum packed_array to, const void *element, size_t n)
{
	uint32_t first = p->count[to];

	if (n > UINT32_MAX / 2 - first) {
		p->full = true;
		return first;
	}
	append(&p->array[to], element, n * packed_size[to]);
	p->count[to] += (uint32_t)n;
	return first;
}

static uint32_t
put_string(struct packer *p, const char *s)
{
	return s ? put(p, PACKED_STRINGS, s, strlen(s) + 1) : PACKED_NONE;
}

/* Puts a list, in which `same` is the string that was put as `at`. */
static uint32_t
put_list(struct packer *p, const char *const *list, uint32_t n,
    const char *same, uint32_t at)
{
	uint32_t first = p->count[PACKED_LISTED];

	for (uint32_t i = 0; i < n; i++) {
		uint32_t string = list[i] == same ? at : put_string(p, list[i]);

		put(p, PACKED_LISTED, &string, 1);
	}
	return first;
}

static uint32_t
put_spans(struct packer *p, const struct block *block)
{
	uint32_t first = p->count[PACKED_SPANS];

	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct span *span = &block->spans[i];
		const struct packed_span packed = {
		    .start = span->start,
		    .end = span->end,
		    .style = span->style,
		    .url = put_string(p, span->url),
		};

		put(p, PACKED_SPANS, &packed, 1);
	}
	return first;
}

/*
 * Whether a text can be searched in place; see body_text().  One that begins
 * like a bullet cannot: that would be skipped.
 */
static bool
is_searchable(const char *s, size_t len)
{
	unsigned char all = 0;

	if (len > 0 && strchr("*+- \t", *s))
		return false;
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)s[i] < ' ')
			return false;
		all |= (unsigned char)s[i];
	}
	return all < 0x80;
}

/* Whether the `n` bytes that a text was folded to are the same in small. */
static bool
is_alike(const char *s, size_t len, const char *folded, size_t n)
{
	bool alike = n == len;

	for (size_t i = 0; alike && i < len; i++)
		alike = text_ascii_lower(s[i]) == folded[i];
	return alike;
}

/* Folds a text as one line. */
static char *
fold_line(struct packer *p, const char *s, size_t *len)
{
	char *folded = text_fold(p->arena, s, *len, len);

	for (char *nl = folded;
	     (nl = memchr(nl, '\n', (size_t)(folded + *len - nl)));)
		*nl = ' ';
	return folded;
}

static void
put_name(struct packer *p, const char *name, bool plain)
{
	size_t len = strlen(name);

	if (!plain)
		name = fold_line(p, name, &len);
	put(p, PACKED_STRINGS, name, len);
}

/* Whether a name is searched as it stands. */
static bool
is_plain(const char *name)
{
	return text_is_ascii(name, strlen(name)) && !strchr(name, '\n');
}

/*
 * Puts title and speakers in a line each, folded unless that is only to make
 * them small.
 */
static void
put_names(struct packer *p, const struct talk *talk, struct packed_talk *packed)
{
	uint32_t at = p->count[PACKED_STRINGS];
	bool plain = is_plain(talk->title);

	for (uint32_t i = 0; plain && i < talk->nspeakers; i++)
		plain = is_plain(talk->speakers[i]);
	packed->title = plain ? at : PACKED_NONE;
	packed->folded = plain ? PACKED_NONE : at;
	put_name(p, talk->title, plain);
	put(p, PACKED_STRINGS, plain ? "" : "\n", 1);
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		if (i > 0)
			put(p, PACKED_STRINGS, ", ", 2);
		put_name(p, talk->speakers[i], plain);
	}
	put(p, PACKED_STRINGS, &"\n"[plain], 2 - plain); /* with its NUL */
	arena_clear(p->arena);
}

/* Puts a block's text, and the line in which it is searched. */
static void
put_text(
    struct packer *p, const struct block *block, struct packed_block *packed)
{
	const char *line = block->text;
	size_t len = block->len;

	packed->len = block->len;
	packed->gap = !is_searchable(line, len);
	if (packed->gap) {
		char *folded = fold_line(p, line, &len);

		packed->apart = !is_alike(line, block->len, folded, len);
		line = packed->apart ? folded : line;
	}
	packed->text = put(p, PACKED_TEXT, line, len);
	put(p, PACKED_TEXT, "\n", 1);
	if (packed->apart)
		packed->text = put(p, PACKED_SHOWN, block->text, block->len);
	arena_clear(p->arena);
}

static uint32_t
put_blocks(struct packer *p, const struct block *blocks, uint32_t n)
{
	uint32_t first = p->count[PACKED_BLOCKS];

	for (uint32_t i = 0; i < n; i++) {
		const struct block *block = &blocks[i];
		struct packed_block packed = {
		    .span = put_spans(p, block),
		    .nspans = block->nspans,
		    .line = block->line,
		    .number = block->number,
		    .kind = block->kind,
		    .depth = block->depth,
		    .quoted = block->quoted,
		    .listed = block->listed,
		    .among = block->among,
		    .part = block->part,
		};

		put_text(p, block, &packed);
		put(p, PACKED_BLOCKS, &packed, 1);
	}
	return first;
}

static void
put_identity(struct packer *p, struct packed_more *packed,
    const struct identity *identity)
{
	static const struct identity none;

	if (!identity)
		identity = &none;
	packed->guid = put_string(p, identity->guid);
	packed->id = put_string(p, identity->id);
	packed->slug = put_string(p, identity->slug);
}

static void
put_keys(struct packer *p, struct packed_talk *packed, const struct talk *talk)
{
	struct talk copy = *talk;

	keys_begin(p->arena, &copy);
	packed->key = put_string(p, copy.key);
	packed->own = copy.own_key ? packed->key : PACKED_NONE;
	arena_clear(p->arena);
}

/* Puts the links of a talk, unless it only has its URL. */
static void
put_links(struct packer *p, const struct talk *talk, uint32_t url,
    struct packed_more *packed)
{
	const struct body_links links = body_links(talk);

	if (links.n <= (talk->url ? 1 : 0))
		return;
	packed->nlinks = links.n;
	packed->link = put_list(p, links.url, links.n, talk->url, url);
}

/* Puts the speakers; if there is one, they may be a string already. */
static void
put_speakers(
    struct packer *p, const struct talk *talk, struct packed_talk *packed)
{
	bool is_put = talk->nspeakers == 1 && packed->folded == PACKED_NONE;
	const char *one = is_put ? talk->speakers[0] : NULL;
	uint32_t at = packed->title + (uint32_t)strlen(talk->title) + 1;

	packed->nspeakers = talk->nspeakers;
	packed->speaker = put_list(p, talk->speakers, talk->nspeakers, one, at);
}

/* Puts what else talk number `index` has, if it has anything. */
static uint32_t
put_more(
    struct packer *p, const struct talk *talk, uint32_t url, uint32_t index)
{
	static const struct packed_more none = PACKED_NO_MORE;
	const struct body_blocks blocks = body_blocks(talk);
	struct packed_more packed = none;

	packed.day = put_string(p, talk->day);
	packed.day_above = put_string(p, notes_more(talk)->day_above);
	packed.room = put_string(p, talk->room);
	packed.start = put_string(p, talk->start);
	packed.language = put_string(p, notes_more(talk)->language);
	packed.minutes = talk->minutes;
	packed.nblocks = blocks.n;
	put_identity(p, &packed, notes_more(talk)->identity);
	put_links(p, talk, url, &packed);
	if (memcmp(&packed, &none, sizeof(none)) == 0)
		return PACKED_NONE;
	packed.talk = index;
	packed.text = p->count[PACKED_TEXT];
	packed.block = put_blocks(p, blocks.block, blocks.n);
	packed.text_end = p->count[PACKED_TEXT];
	return put(p, PACKED_MORES, &packed, 1);
}

/* Puts all of talk number `index`, whose names are put. */
static void
put_talk(struct packer *p, const struct talk *talk, uint32_t first_track,
    uint32_t index)
{
	struct packed_talk *packed =
	    (struct packed_talk *)(void *)p->array[PACKED_TALKS].s + index;

	if (packed->title == PACKED_NONE)
		packed->title = put_string(p, talk->title);
	packed->url = put_string(p, talk->url);
	put_speakers(p, talk, packed);
	packed->track = talk->track == BUILT_NO_TRACK
	    ? PACKED_NONE
	    : talk->track - first_track;
	packed->line = talk->line;
	put_keys(p, packed, talk);
	packed->more = put_more(p, talk, packed->url, index);
}

static void
put_track(struct packer *p, const struct track *track)
{
	const struct packed_track packed = {
	    .name = put_string(p, track->name),
	    .line = track->line,
	    .block = put_blocks(p, track->blocks, track->nblocks),
	    .nblocks = track->nblocks,
	    .first = PACKED_NONE,
	};

	put(p, PACKED_TRACKS, &packed, 1);
}

static void
put_warning(struct packer *p, const struct warning *warning)
{
	const struct packed_warning packed = {
	    warning->line, warning->lines, put_string(p, warning->text)};

	put(p, PACKED_WARNINGS, &packed, 1);
}

/* Puts the names of all talks side by side, in which they are searched. */
static void
put_all_names(struct packer *p, const struct built *built, uint32_t index)
{
	for (size_t i = 0; i < built->ntalks; i++) {
		struct packed_talk packed = {.title = 0};

		if (built->talks[i].source != index)
			continue;
		put_names(p, &built->talks[i], &packed);
		put(p, PACKED_TALKS, &packed, 1);
	}
}

static void
put_talks(struct packer *p, const struct built *built, uint32_t index,
    uint32_t first_track)
{
	uint32_t n = 0;

	for (size_t i = 0; i < built->ntalks && !p->full; i++) {
		if (built->talks[i].source == index)
			put_talk(p, &built->talks[i], first_track, n++);
	}
}

/* Tells what is known of the talks as a whole, and their tracks. */
static void
sum_up(struct packer *p, struct packed_header *header)
{
	const struct packed_talk *talk = (void *)p->array[PACKED_TALKS].s;
	const struct packed_more *more = (void *)p->array[PACKED_MORES].s;
	struct packed_track *track = (void *)p->array[PACKED_TRACKS].s;

	header->flags |= PACKED_TRACKED;
	for (uint32_t i = p->count[PACKED_TALKS]; i-- > 0;) {
		if (talk[i].track == PACKED_NONE)
			header->flags &= ~(uint32_t)PACKED_TRACKED;
		else
			track[talk[i].track].first = i;
	}
	for (uint32_t i = 0; i < p->count[PACKED_MORES]; i++) {
		if (more[i].start != PACKED_NONE)
			header->flags |= PACKED_TIMED;
	}
}

/* Adds what belongs to conference `index`. */
static void
put_conference(struct packer *p, const struct built *built, uint32_t index,
    struct packed_header *header)
{
	uint32_t first_track = 0;

	header->names = p->count[PACKED_STRINGS];
	put_all_names(p, built, index);
	header->nnames = p->count[PACKED_STRINGS] - header->names;
	while (first_track < built->ntracks &&
	    built->tracks[first_track].source != index)
		first_track++;
	for (size_t i = first_track; i < built->ntracks; i++) {
		if (built->tracks[i].source == index)
			put_track(p, &built->tracks[i]);
	}
	put_talks(p, built, index, first_track);
	for (size_t i = 0; i < built->nwarnings; i++) {
		if (built->warnings[i].source == index)
			put_warning(p, &built->warnings[i]);
	}
}

/* Whether no two talks have one id. */
static bool
are_apart(const struct packer *p)
{
	const struct packed_talk *talk = (const void *)p->array[PACKED_TALKS].s;
	const char *strings = p->array[PACKED_STRINGS].s;
	struct strmap ids = {0};
	bool apart = true;

	strmap_reserve(&ids, p->count[PACKED_TALKS]);
	for (uint32_t i = 0; apart && i < p->count[PACKED_TALKS]; i++)
		apart = ++*strmap_put(
			    &ids, link_key_id(strings + talk[i].key), 0) == 1;
	strmap_free(&ids);
	return apart;
}

/* Puts the arrays after the header. */
static void
assemble(struct packed_bytes *bytes, struct packed_header *header,
    const struct packer *p)
{
	static const char zero[8];
	const size_t start = offsetof(struct packed_header, len);
	const size_t at = bytes->len;

	memcpy(header->count, p->count, sizeof(header->count));
	append(bytes, header, sizeof(*header));
	for (size_t i = 0; i < PACKED_ARRAYS; i++) {
		append(bytes, zero, -bytes->len & 7);
		append(bytes, p->array[i].s, p->array[i].len);
	}
	append(bytes, zero, -bytes->len & 7);
	header->len = bytes->len - at;
	memcpy(bytes->s + at, header, sizeof(*header));
	header->sum = packed_sum(
	    bytes->s + at + start, header->len - start, SIZE_MAX);
	memcpy(bytes->s + at, header, sizeof(*header));
}

bool
packed_write(struct packed_bytes *bytes, struct build *build, size_t index,
    const char *path, const struct packed_stamp *stamp)
{
	const struct built *built = build_result(build);
	const struct conference *conference = &built->conferences[index];
	struct packer p = {.arena = arena_new()};
	struct packed_header header = {
	    .magic = PACKED_MAGIC,
	    .version = PACKED_VERSION,
	    .stamp = *stamp,
	    .path = put_string(&p, path),
	    .name = put_string(&p, conference->source.name),
	    .shape = put_string(&p, conference->source.shape),
	    .why = put_string(&p, conference->source.why),
	    .acronym = put_string(&p, conference->source.acronym),
	    .first_day = put_string(&p, conference->source.first_day),
	    .last_day = put_string(&p, conference->source.last_day),
	    .zone = put_string(&p, conference->source.zone),
	    .origin = put_string(&p, conference->source.origin),
	    .edition = put_string(&p, conference->source.version),
	    .nblocks = conference->source.nblocks,
	    .flags = (conference->programme ? PACKED_PROGRAMME : 0) |
		(conference->part ? PACKED_PART : 0) |
		(conference->page ? PACKED_PAGE : 0) |
		(conference->single ? PACKED_SINGLE : 0),
	};

	header.block = put_blocks(
	    &p, conference->source.blocks, conference->source.nblocks);
	put_conference(&p, built, (uint32_t)index, &header);
	if (!p.full)
		sum_up(&p, &header);
	if (are_apart(&p))
		header.flags |= PACKED_APART;
	if (!p.full)
		assemble(bytes, &header, &p);
	for (size_t i = 0; i < PACKED_ARRAYS; i++)
		free(p.array[i].s);
	arena_free(p.arena);
	return !p.full;
}

void
packed_write_nothing(struct packed_bytes *bytes, const char *path,
    const struct packed_stamp *stamp)
{
	struct packer p = {.full = false};
	struct packed_header header = {
	    .magic = PACKED_MAGIC,
	    .version = PACKED_VERSION,
	    .stamp = *stamp,
	    .path = put_string(&p, path),
	    .flags = PACKED_NOTHING,
	};

	assemble(bytes, &header, &p);
	free(p.array[PACKED_STRINGS].s);
}
