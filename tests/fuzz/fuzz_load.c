/*
 * The loader: any bytes give notes in which all that notes.h promises holds,
 * and the same ones whether notes wait or libcmark parses all of them at once.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/parallel.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/source/load.h"

#include "same.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/load tests/data/load";

/* Bytes of a string that are clean; it has no line feed or tab either. */
static size_t
check_line(const char *s)
{
	FUZZ_CHECK(s != NULL);
	FUZZ_CHECK(text_is_clean(s, strlen(s)));
	FUZZ_CHECK(!strpbrk(s, "\n\t"));
	return strlen(s);
}

static void
check_block(const struct block *block)
{
	uint32_t at = 0;

	FUZZ_CHECK(block->kind <= BLOCK_CODE);
	FUZZ_CHECK(strlen(block->text) == block->len);
	FUZZ_CHECK(text_is_clean(block->text, block->len));
	FUZZ_CHECK(block->len > 0 && block->line > 0);
	if (block->kind != BLOCK_CODE)
		check_line(block->text);
	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct span *span = &block->spans[i];

		FUZZ_CHECK(span->start >= at && span->start < span->end);
		FUZZ_CHECK(span->end <= block->len && span->style != 0);
		FUZZ_CHECK(!(span->style & SPAN_LINK) == !span->url);
		if (span->url)
			check_line(span->url);
		at = span->end;
	}
}

static void
check_talk(const struct notes *notes, const struct talk *talk)
{
	check_line(talk->title);
	FUZZ_CHECK(check_line(talk->key) > 0);
	FUZZ_CHECK(check_line(talk->id) > 0);
	FUZZ_CHECK(talk->track < notes->ntracks);
	FUZZ_CHECK(talk->source < notes->nsources && talk->line > 0);
	FUZZ_CHECK(notes_find(notes, talk->id) != NULL);
	for (uint32_t i = 0; i < talk->nspeakers; i++)
		FUZZ_CHECK(check_line(talk->speakers[i]) > 0);
	for (uint32_t i = 0; i < talk->nlinks; i++)
		FUZZ_CHECK(link_is_openable(talk->links[i]));
	FUZZ_CHECK(!talk->url == (talk->nlinks == 0));
	FUZZ_CHECK(!talk->url || strcmp(talk->url, talk->links[0]) == 0);
	for (uint32_t i = 0; i < talk->nblocks; i++)
		check_block(&talk->blocks[i]);
}

static void
check_notes(const struct notes *notes)
{
	uint32_t talks = 0;

	check_line(notes->name);
	check_line(notes->shape);
	for (uint32_t t = 0; t < notes->ntracks; t++) {
		const struct track *track = &notes->tracks[t];

		check_line(track->name);
		talks += track->ntalks;
		for (uint32_t i = 0; i < track->ntalks; i++)
			FUZZ_CHECK(notes->talks[track->talks[i]].track == t);
		for (uint32_t i = 0; i < track->nblocks; i++)
			check_block(&track->blocks[i]);
	}
	FUZZ_CHECK(talks == notes->ntalks);
	for (uint32_t i = 0; i < notes->ntalks; i++)
		check_talk(notes, &notes->talks[i]);
	for (uint32_t i = 0; i < notes->nwarnings; i++)
		check_line(notes->warnings[i].text);
}

static void
load_both_ways(const char *s, size_t len, struct load_options options)
{
	struct notes *notes = load_bytes("fuzz.md", s, len, &options);
	uint32_t talk;

	options.whole = true;

	struct notes *whole = load_bytes("fuzz.md", s, len, &options);
	const char *difference = same_notes(notes, whole, &talk);

	if (difference)
		fprintf(
		    stderr, "not the same in talk %u: %s\n", talk, difference);
	FUZZ_CHECK(!difference);
	check_notes(notes);
	notes_free(notes);
	notes_free(whole);
}

/* The same text as a reader's own note. */
static void
check_note(const char *s, size_t len)
{
	struct arena *arena = arena_new();
	uint32_t n;
	const struct block *blocks = load_note(
	    arena, text_clean(arena, s, len, NULL), &n);

	for (uint32_t i = 0; i < n; i++)
		check_block(&blocks[i]);
	arena_free(arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* The overrides take turns, by what every input has. */
	struct load_options options = {
	    .warn = true,
	    .shape = (enum load_shape)(size % 3),
	    .talk_level = size % 4 == 0 ? (int)(size / 4 % 7) : 0,
	};
	/* So do the parts in which the document is looked through. */
	const struct load_options plain = {
	    .warn = true,
	    .parts = size % PARALLEL_MOST + 1,
	};

	load_both_ways((const char *)data, size, plain);
	load_both_ways((const char *)data, size, options);
	check_note((const char *)data, size);
	return 0;
}
