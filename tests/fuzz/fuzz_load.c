/*
 * The loader: any bytes give notes in which all that notes.h promises holds,
 * and the same ones whether notes wait or libcmark parses all of them at once;
 * and no word of a document is lost.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/parallel.h"
#include "lectern/base/text.h"
#include "lectern/source/load.h"

#include "same.h"
#include "valid.h"
#include "words.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/load tests/data/load";

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
	valid_notes(notes);
	notes_free(notes);
	notes_free(whole);
}

/* No word is lost, but where that is told. */
static void
check_words(const char *s, size_t len)
{
	const struct load_options options = {.warn = true};
	struct notes *notes;

	/* UTF-16 is turned into UTF-8 before. */
	if (len >= 2 &&
	    (memcmp(s, "\xFE\xFF", 2) == 0 || memcmp(s, "\xFF\xFE", 2) == 0))
		return;
	notes = load_bytes("fuzz.md", s, len, &options);
	FUZZ_CHECK(words_lost("fuzz.md", s, len, notes) == 0);
	notes_free(notes);
}

/* The same text as a reader's own note. */
static void
check_note(const char *s, size_t len)
{
	struct arena *arena = arena_new();
	uint32_t n;
	const struct block *blocks = load_note(
	    arena, text_clean(arena, s, len, NULL), &n);

	valid_blocks(blocks, n);
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
	check_words((const char *)data, size);
	check_note((const char *)data, size);
	return 0;
}
