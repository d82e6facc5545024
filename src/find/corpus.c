#include "find/corpus.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/source/body.h"

#define MAKE_READY 8 /* bytes searched in the time that one is folded */

/* Makes room for `len` more bytes, and for CORPUS_BEYOND after them. */
static char *
make_room(struct corpus *corpus, size_t len)
{
	corpus->text = mem_grow(
	    corpus->text, &corpus->cap, corpus->len + len + CORPUS_BEYOND, 1);
	return corpus->text + corpus->len;
}

static void
append(struct corpus *corpus, const char *s, size_t len)
{
	memcpy(make_room(corpus, len), s, len);
	corpus->len += len;
}

static void
end_part(struct corpus *corpus)
{
	append(corpus, "\n", 1);
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes with ASCII capitals made small. */
static uint64_t
lower_8(uint64_t x)
{
	uint64_t low = x & EACH(0x7F);
	uint64_t from_a = low + EACH(0x80 - 'A');
	uint64_t past_z = low + EACH(0x7F - 'Z');
	uint64_t upper = (from_a ^ past_z) & ~x & EACH(0x80);

	return x | upper >> 2;
}

/* Whether one of eight bytes is not ASCII, or is a line feed. */
static bool
is_odd(uint64_t x)
{
	uint64_t y = x ^ EACH('\n');

	return (((y - EACH(1)) & ~y) | x) & EACH(0x80);
}

/*
 * Adds ASCII text without line feeds; false if the text is not such.  Works on
 * eight bytes at a time, of which the last may have been had already.
 */
static bool
add_ascii(struct corpus *corpus, const char *s, size_t len)
{
	char *to = make_room(corpus, len);
	const bool fold = corpus->way == CORPUS_FOLDED;
	uint64_t x = 0;

	for (size_t i = 0; i < len; i += 8) {
		if (len < 8)
			memcpy(&x, s, len);
		else
			memcpy(&x, s + (i = i < len - 8 ? i : len - 8), 8);
		if (is_odd(x))
			return false;
		if (fold)
			x = lower_8(x);
		memcpy(to + i, &x, 8);
	}
	corpus->len += len;
	return true;
}

/* Adds text with its line feeds as blanks. */
static void
add_text(struct corpus *corpus, const char *s, size_t len)
{
	char *nl, *end;

	if (add_ascii(corpus, s, len))
		return;
	s = corpus->way == CORPUS_FOLDED
	    ? text_fold(corpus->arena, s, len, &len)
	    : text_strip(corpus->arena, s, len, &len);
	append(corpus, s, len);
	end = corpus->text + corpus->len;
	nl = end - len;
	while ((nl = memchr(nl, '\n', (size_t)(end - nl))))
		*nl = ' ';
}

static void
add_speakers(struct corpus *corpus, const struct talk *talk)
{
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		if (i > 0)
			append(corpus, ", ", 2);
		add_text(corpus, talk->speakers[i], strlen(talk->speakers[i]));
	}
}

/* Adds those of a talk's notes that cannot be searched in the document. */
static void
add_rest(struct corpus *corpus, const struct talk *talk)
{
	struct body_rest rest = body_rest(talk, corpus->way == CORPUS_FOLDED);
	const char *s;
	size_t len;

	while ((s = body_next(&rest, corpus->arena, &len))) {
		add_text(corpus, s, len);
		end_part(corpus);
	}
}

/* Adds what is told with a talk. */
static void
add_abouts(struct corpus *corpus, uint32_t talk)
{
	const struct notes *notes = corpus->notes;

	for (; corpus->about < notes->nabouts &&
	     notes->abouts[corpus->about].talk == talk;
	     corpus->about++) {
		const struct about *about = &notes->abouts[corpus->about];

		for (uint32_t i = 0; i < about->nblocks; i++) {
			add_text(corpus, about->blocks[i].text,
			    about->blocks[i].len);
			end_part(corpus);
		}
	}
}

static void
add_talk(struct corpus *corpus)
{
	uint32_t index = corpus->ready++;
	const struct talk *talk = &corpus->notes->talks[index];
	struct place *place = &corpus->place[index];

	place->title = corpus->len;
	place->track = talk->track;
	place->text = body_text(talk);
	place->before = index > 0 ? place[-1].before + place[-1].text.len : 0;
	if (corpus->way == CORPUS_FOLDED && notes_more(talk)->folded) {
		append(corpus, notes_more(talk)->folded,
		    strlen(notes_more(talk)->folded));
		place->speakers =
		    (uint32_t)(strcspn(notes_more(talk)->folded, "\n") + 1);
	} else {
		add_text(corpus, talk->title, strlen(talk->title));
		end_part(corpus);
		place->speakers = (uint32_t)(corpus->len - place->title);
		add_speakers(corpus, talk);
		end_part(corpus);
	}
	place->body = (uint32_t)(corpus->len - place->title);
	if (wanted_may_be_in(corpus->wanted, index))
		add_rest(corpus, talk);
	add_abouts(corpus, index);
	place->end = (uint32_t)(corpus->len - place->title);
	arena_clear(corpus->arena);
}

bool
corpus_prepare(struct corpus *corpus, size_t *bytes)
{
	uint32_t ntalks = corpus->notes->ntalks;

	corpus_take_annotations(corpus);
	if (!corpus->place)
		corpus->place = mem_alloc(ntalks, sizeof(*corpus->place));
	if (corpus->wanted && corpus->ready < ntalks)
		wanted_look(corpus->wanted, corpus->notes);
	while (corpus->ready < ntalks && *bytes != 0) {
		size_t before = corpus->len, used;

		add_talk(corpus);
		used = CORPUS_PER_TALK + MAKE_READY * (corpus->len - before);
		*bytes -= used < *bytes ? used : *bytes;
	}
	return corpus->ready == ntalks;
}

void
corpus_add_talks(struct corpus *corpus, const struct notes *notes)
{
	corpus->notes = notes;
	if (corpus->place)
		corpus->place = mem_resize(
		    corpus->place, notes->ntalks, sizeof(*corpus->place));
}

void
corpus_free(struct corpus *corpus)
{
	free(corpus->annotations);
	arena_free(corpus->annotations_arena);
	free(corpus->text);
	free(corpus->place);
}
