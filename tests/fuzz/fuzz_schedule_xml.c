/*
 * The reader of programmes in XML: any bytes give notes in which all that
 * notes.h promises holds.
 */
#include "fuzz.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/schedule_xml";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char name[] = "fuzz.xml";

	valid_load(name, "<schedule><day date='d'><event>", data, size);
	valid_load(name, "", data, size);
	return 0;
}
