/*
 * The reader of captions: any bytes give notes in which all that notes.h promises
 * holds.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/source/load.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/captions";

static void
load(const char *s, size_t len)
{
	const struct load_options options = {.warn = true};
	struct notes *notes = load_bytes(
	    "Kelp [AAAAAAAAAAA].en.vtt", s, len, &options);

	valid_notes(notes);
	notes_free(notes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char start[] = "WEBVTT\n\n00:00.000 --> 00:01.000\n";
	size_t n = strlen(start);
	char *text = malloc(n + size + 1);

	FUZZ_CHECK(text != NULL);
	memcpy(text, start, n);
	if (size > 0)
		memcpy(text + n, data, size);
	load(text, n + size);
	load(text + n, size);
	free(text);
	return 0;
}
