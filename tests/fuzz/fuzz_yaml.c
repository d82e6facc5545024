/*
 * The reader of YAML: any bytes give notes in which all that notes.h promises
 * holds, alone and in the middle of a list of talks.
 */
#include "fuzz.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/yaml";

static const char *const starts[] = {
    "",
    "- title: One\n  speakers: [Ann One]\n",
    "talks:\n  - title: One\n    speakers: &a\n      - Ann One\n",
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		valid_load("fuzz.yml", starts[i], data, size);
	return 0;
}
