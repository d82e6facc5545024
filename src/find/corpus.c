#include "find/corpus.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/source/load.h"

#define MAKE_READY 8 /* bytes searched in the time that one is folded */

/* Makes room for `len` more bytes, and what may be read beyond them. */
static char *
make_room(struct blob *blob, size_t len)
{
	blob->text = mem_grow(
	    blob->text, &blob->cap, blob->len + len + BLOB_BEYOND, 1);
	return blob->text + blob->len;
}

static void
append(struct blob *blob, const char *s, size_t len)
{
	memcpy(make_room(blob, len), s, len);
	blob->len += len;
}

static void
end_part(struct blob *blob)
{
	append(blob, "\n", 1);
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes with the capitals of ASCII made small. */
static uint64_t
lower_8(uint64_t x)
{
	uint64_t low = x & EACH(0x7F);
	uint64_t from_a = low + EACH(0x80 - 'A');
	uint64_t past_z = low + EACH(0x7F - 'Z');
	uint64_t upper = (from_a ^ past_z) & ~x & EACH(0x80);

	return x | upper >> 2;
}

/*
 * Adds text of ASCII without line feeds; false where it is not so.  Eight bytes
 * at a time, the last of which may be beyond the text: there is room.
 */
static bool
add_ascii(struct blob *blob, const char *s, size_t len)
{
	char *to = make_room(blob, len);
	uint64_t all = 0;

	for (size_t i = 0; i < len; i += 8) {
		uint64_t x = 0;

		memcpy(&x, s + i, len - i < 8 ? len - i : 8);
		all |= x;
		if (blob->way == BLOB_FOLDED)
			x = lower_8(x);
		memcpy(to + i, &x, 8);
	}
	if ((all & EACH(0x80)) || memchr(to, '\n', len))
		return false;
	blob->len += len;
	return true;
}

/* Adds text with its line feeds as blanks. */
static void
add_text(struct blob *blob, const char *s, size_t len)
{
	char *nl, *end;

	if (add_ascii(blob, s, len))
		return;
	s = blob->way == BLOB_FOLDED ? text_fold(blob->arena, s, len, &len)
				     : text_strip(blob->arena, s, len, &len);
	append(blob, s, len);
	end = blob->text + blob->len;
	nl = end - len;
	while ((nl = memchr(nl, '\n', (size_t)(end - nl))))
		*nl = ' ';
}

static void
add_speakers(struct blob *blob, const struct talk *talk)
{
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		if (i > 0)
			append(blob, ", ", 2);
		add_text(blob, talk->speakers[i], strlen(talk->speakers[i]));
	}
}

static void
add_blocks(struct blob *blob, const struct talk *talk)
{
	load_talk(blob->notes, talk);
	for (uint32_t i = 0; i < talk->nblocks; i++) {
		add_text(blob, talk->blocks[i].text, talk->blocks[i].len);
		end_part(blob);
	}
}

/* The odd lines of a plain talk. */
static void
add_odd_lines(struct blob *blob, const struct place *place)
{
	const struct source *source = &blob->notes->sources[place->source];

	for (uint32_t i = place->odd;
	     i < source->nodds && source->odds[i].from < place->to; i++) {
		size_t len;
		const char *text;

		if (source->odds[i].kind == ODD_HIDDEN)
			continue;
		text = load_odd(blob->arena, source, &source->odds[i], &len);
		add_text(blob, text, len);
		end_part(blob);
	}
}

/* Where a talk is in its document; odd lines are found from talk to talk. */
static void
find_place(const struct blob *blob, struct place *place, uint32_t index)
{
	const struct talk *talk = &blob->notes->talks[index];
	const struct source *source = &blob->notes->sources[talk->source];
	uint32_t i = 0;

	if (index > 0 && place[-1].source == talk->source)
		i = place[-1].odd;
	place->source = talk->source;
	place->track = talk->track;
	if (talk->plain) {
		place->from = talk->body;
		place->to = talk->to;
		while (i < source->nodds && source->odds[i].from < talk->body)
			i++;
	}
	place->odd = i;
}

static void
add_talk(struct blob *blob)
{
	uint32_t index = blob->ready++;
	const struct talk *talk = &blob->notes->talks[index];
	struct place *place = &blob->place[index];

	find_place(blob, place, index);
	place->title = blob->len;
	add_text(blob, talk->title, strlen(talk->title));
	end_part(blob);
	place->speakers = (uint32_t)(blob->len - place->title);
	add_speakers(blob, talk);
	end_part(blob);
	place->body = (uint32_t)(blob->len - place->title);
	if (talk->plain)
		add_odd_lines(blob, place);
	else
		add_blocks(blob, talk);
	place->end = (uint32_t)(blob->len - place->title);
	arena_clear(blob->arena);
}

bool
blob_prepare(struct blob *blob, size_t *bytes)
{
	uint32_t ntalks = blob->notes->ntalks;

	if (!blob->place)
		blob->place = mem_alloc(ntalks, sizeof(*blob->place));
	while (blob->ready < ntalks && *bytes != 0) {
		size_t before = blob->len, used;

		add_talk(blob);
		used = BLOB_PER_TALK + MAKE_READY * (blob->len - before);
		*bytes -= used < *bytes ? used : *bytes;
	}
	return blob->ready == ntalks;
}

static char *
make_ready(const struct blob *blob, const char *s, size_t *len)
{
	return blob->way == BLOB_FOLDED
	    ? text_fold(blob->own_arena, s, strlen(s), len)
	    : text_strip(blob->own_arena, s, strlen(s), len);
}

void
blob_set_own(struct blob *blob, const struct own *own)
{
	blob->nown = 0;
	if (blob->own_arena)
		arena_clear(blob->own_arena);
	else
		blob->own_arena = arena_new();
	for (uint32_t i = 0; own && i < blob->notes->ntalks; i++) {
		struct blob_own text = {.talk = i};

		if (!(own[i].kinds & (MARK_NOTED | MARK_TAGGED)))
			continue;
		text.note = make_ready(blob, own[i].note, &text.note_len);
		text.tags = make_ready(blob, own[i].tags, &text.tags_len);
		blob->own = mem_grow(blob->own, &blob->own_cap, blob->nown + 1,
		    sizeof(*blob->own));
		blob->own[blob->nown++] = text;
	}
}

static int
compare_own(const void *a, const void *b)
{
	uint32_t x = ((const struct blob_own *)a)->talk;
	uint32_t y = ((const struct blob_own *)b)->talk;

	return x < y ? -1 : x > y;
}

const struct blob_own *
blob_own(const struct blob *blob, uint32_t talk)
{
	const struct blob_own wanted = {.talk = talk};

	return blob->nown == 0 ? NULL
			       : bsearch(&wanted, blob->own, blob->nown,
				     sizeof(wanted), compare_own);
}

void
blob_free(struct blob *blob)
{
	free(blob->own);
	arena_free(blob->own_arena);
	free(blob->text);
	free(blob->place);
}
