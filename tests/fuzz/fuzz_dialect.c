/*
 * The readers of JSON: any bytes give notes in which all that notes.h promises
 * holds, alone and in the middle of a programme or list.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/source/load.h"

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
	const struct load_options options = {.warn = true};

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
		size_t n = strlen(starts[i]);
		char *text = malloc(n + size + 1);
		struct notes *notes;

		FUZZ_CHECK(text != NULL);
		memcpy(text, starts[i], n);
		if (size > 0)
			memcpy(text + n, data, size);
		notes = load_bytes("fuzz.json", text, n + size, &options);
		valid_notes(notes);
		notes_free(notes);
		free(text);
	}
	return 0;
}
