/*
 * Bytes of a terminal: every key that comes out has a name that `bind` takes,
 * and after a while without bytes nothing is left of them.
 */
#include "fuzz.h"

#include "ui/decode.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/decode";

static void
check(enum decode_kind kind, const struct decoded *out)
{
	if (kind == DECODE_KEY)
		FUZZ_CHECK(key_is_name(out->key));
	if (kind == DECODE_MOUSE)
		FUZZ_CHECK(out->y >= 0 && out->x >= 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct decoder decoder = {0};
	struct decoded out;

	for (size_t i = 0; i < size; i++)
		check(decode_byte(&decoder, data[i], &out), &out);
	for (int i = 0; decode_wait(&decoder, 1) >= 0; i++) {
		FUZZ_CHECK(i < 3);
		check(decode_idle(&decoder, &out), &out);
	}
	return 0;
}
