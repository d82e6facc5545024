/*
 * The reader of calendars: any bytes give notes in which all that notes.h promises
 * holds.
 */
#include "fuzz.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/ical";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char name[] = "Kelp [AAAAAAAAAAA].en.ics";

	valid_load(name, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", data, size);
	valid_load(name, "", data, size);
	return 0;
}
