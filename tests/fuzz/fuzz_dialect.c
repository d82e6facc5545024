/*
 * The readers of JSON: any bytes give notes in which all that notes.h promises
 * holds, alone and in the middle of a programme or list.
 */
#include "fuzz.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/dialect";

static const char *const starts[] = {
    "",
    "{\"conference\": {\"days\": [{\"rooms\": {\"H\": [{\"title\": \"One\"}, ",
    "{\"_type\": \"playlist\", \"entries\": [{\"title\": \"One\"}, ",
    "{\"results\": [{\"title\": \"T\", \"contributions\": [",
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		valid_load("fuzz.json", starts[i], data, size);
	return 0;
}
