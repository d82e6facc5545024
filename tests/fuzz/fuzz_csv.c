/*
 * The reader of tables: any bytes below a header row give notes in which all that
 * notes.h promises holds.  The first row below it says something, so there is a
 * talk; without a header the bytes may be of any format, and of no talk.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/source/load.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/csv";

static const char *const headers[] = {
    "title,speakers,track,url,day,room,abstract,level\na,b\n",
    "talk;speaker;description\na;b\n",
    "name\ttitle\tlink\tlink\na\tb\n",
    "",
};

static void
load(const char *s, size_t len, bool talks)
{
	const struct load_options options = {.warn = true};
	struct notes *notes = load_bytes("fuzz.csv", s, len, &options);

	FUZZ_CHECK(notes->ntalks > 0 || !talks);
	valid_notes(notes);
	notes_free(notes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (size_t i = 0; i < sizeof(headers) / sizeof(*headers); i++) {
		size_t header = strlen(headers[i]);
		char *text = malloc(header + size + 1);

		FUZZ_CHECK(text != NULL);
		memcpy(text, headers[i], header);
		if (size > 0)
			memcpy(text + header, data, size);
		load(text, header + size, header > 0);
		free(text);
	}
	return 0;
}
