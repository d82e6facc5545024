/*
 * The reader of tables: any bytes below a header row give notes in which all that
 * notes.h promises holds.  The first row below it says something, so there is a
 * talk; without a header the bytes may be of any format, and of no talk.
 */
#include "fuzz.h"

#include "valid.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/csv";

static const char *const headers[] = {
    "title,speakers,track,url,day,room,abstract,level\na,b\n",
    "talk;speaker;description\na;b\n",
    "name\ttitle\tlink\tlink\na\tb\n",
    "",
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (size_t i = 0; i < sizeof(headers) / sizeof(*headers); i++)
		FUZZ_CHECK(valid_load("fuzz.csv", headers[i], data, size) > 0 ||
		    *headers[i] == '\0');
	return 0;
}
