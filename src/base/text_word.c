#include "lectern/base/text.h"

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
