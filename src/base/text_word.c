#include "lectern/base/text.h"

#include <string.h>

bool
text_is_ascii(const char *s, size_t len)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	uint64_t word = 0;
	size_t i = 0;

	for (; i + 4 * sizeof(word) <= len; i += 4 * sizeof(word)) {
		uint64_t four[4];

		memcpy(four, s + i, sizeof(four));
		if ((four[0] | four[1] | four[2] | four[3]) & high)
			return false;
	}
	for (; i + sizeof(word) <= len; i += sizeof(word)) {
		memcpy(&word, s + i, sizeof(word));
		if (word & high)
			return false;
	}
	if (len >= sizeof(word)) {
		/* Of the last eight the first were looked at. */
		memcpy(&word, s + len - sizeof(word), sizeof(word));
		return (word & high) == 0;
	}
	while (i < len)
		word |= (unsigned char)s[i++];
	return (word & high) == 0;
}

bool
text_starts_word(const char *s, size_t len, size_t at)
{
	size_t before = at;
	uint32_t code;

	if (at == 0)
		return true;
	if ((unsigned char)s[at - 1] < 0x80)
		return !text_ascii_word(s[at - 1]);
	do
		before--;
	while (before > 0 && ((unsigned char)s[before] & 0xC0) == 0x80);
	text_decode(s + before, len - before, &code);
	return !text_is_word(code);
}

bool
text_ends_word(const char *s, size_t len, size_t at)
{
	uint32_t code;

	if (at >= len)
		return true;
	if ((unsigned char)s[at] < 0x80)
		return !text_ascii_word(s[at]);
	text_decode(s + at, len - at, &code);
	return !text_is_word(code);
}
