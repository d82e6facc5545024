/*
 * The reader of captions: any bytes give notes in which all that notes.h promises
 * holds.
 */
#include "fuzz.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/captions";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char name[] = "Kelp [AAAAAAAAAAA].en.vtt";

	valid_load(name, "WEBVTT\n\n00:00.000 --> 00:01.000\n", data, size);
	valid_load(name, "", data, size);
	return 0;
}
