/*
 * The reader of calendars: any bytes give notes in which all that notes.h promises
 * holds.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/source/load.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/ical";

static void
load(const char *s, size_t len)
{
	const struct load_options options = {.warn = true};
	struct notes *notes = load_bytes(
	    "Kelp [AAAAAAAAAAA].en.ics", s, len, &options);

	valid_notes(notes);
	notes_free(notes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char start[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n";
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
