#include "source/encoding.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define REPLACEMENT 0xFFFD
#define MOST_UTF8   3 /* bytes of UTF-8 for two of UTF-16, or one of Windows */

/* UTF-16. */

static uint32_t
unit(const char *s, bool big)
{
	const unsigned char *u = (const unsigned char *)s;

	return big ? (uint32_t)(u[0] << 8 | u[1])
		   : (uint32_t)(u[1] << 8 | u[0]);
}

/* Decodes a code point; half of a pair, or of a unit, is U+FFFD. */
static size_t
decode(const char *s, size_t len, bool big, uint32_t *code)
{
	*code = REPLACEMENT;
	if (len < 2)
		return len;

	uint32_t high = unit(s, big);
	uint32_t low = len >= 4 ? unit(s + 2, big) : 0;

	if (high < 0xD800 || high > 0xDFFF) {
		*code = high;
		return 2;
	}
	if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
		return 2;
	*code = 0x10000 + ((high - 0xD800) << 10 | (low - 0xDC00));
	return 4;
}

void
encoding_from_utf16(struct bytes *bytes)
{
	const char *s = bytes->s;
	bool big = bytes->len >= 2 && memcmp(s, "\xFE\xFF", 2) == 0;
	struct bytes utf8 = {0};

	if (bytes->len < 2 || (!big && memcmp(s, "\xFF\xFE", 2) != 0))
		return;
	utf8.s = mem_resize(NULL, bytes->len / 2 + 1, MOST_UTF8);
	for (size_t i = 2, n; i < bytes->len; i += n) {
		uint32_t code;

		n = decode(s + i, bytes->len - i, big, &code);
		utf8.len += text_encode(code, utf8.s + utf8.len);
	}
	input_drop(bytes);
	*bytes = utf8;
}

/* Windows-1252. */

/* From 0x80 to 0x9F; 0 where there is none. */
static const uint16_t windows[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026,
    0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

static uint32_t
from_windows(unsigned char c)
{
	return c >= 0x80 && c < 0xA0 ? windows[c - 0x80] : c;
}

/* What the bytes beyond ASCII are. */
struct census {
	size_t characters; /* in UTF-8 */
	size_t wrong;      /* bytes that are in none */
	size_t undefined;  /* of those, that are not in Windows-1252 either */
	size_t first;      /* where the first wrong one is */
};

static struct census
take_census(const char *s, size_t len)
{
	struct census census = {0};

	for (size_t i = 0, n; i < len; i += n) {
		uint32_t code;

		n = (unsigned char)s[i] < 0x80 ? scan_ascii(s + i, len - i) : 0;
		if (n > 0)
			continue;
		n = text_decode(s + i, len - i, &code);
		if (code != REPLACEMENT ||
		    (n == 3 && memcmp(s + i, "\xEF\xBF\xBD", n) == 0)) {
			census.characters++;
			continue;
		}
		if (census.wrong == 0)
			census.first = i;
		for (size_t k = i; k < i + n; k++) {
			census.wrong++;
			census.undefined += from_windows((unsigned char)s[k]) ==
			    0;
		}
	}
	return census;
}

/* Turns bytes of Windows-1252 into UTF-8. */
static void
from_windows_1252(struct bytes *bytes)
{
	struct bytes utf8 = {.s = mem_resize(NULL, bytes->len + 1, MOST_UTF8)};

	for (size_t i = 0; i < bytes->len; i++)
		utf8.len += text_encode(
		    from_windows((unsigned char)bytes->s[i]),
		    utf8.s + utf8.len);
	input_drop(bytes);
	*bytes = utf8;
}

const char *
encoding_to_utf8(struct bytes *bytes, uint32_t *line)
{
	struct census census = take_census(bytes->s, bytes->len);
	bool is_windows = census.characters == 0 && census.undefined == 0;

	if (census.wrong == 0)
		return NULL;
	*line = 1;
	for (size_t i = 0; i < census.first; i++)
		*line += bytes->s[i] == '\n';
	if (!is_windows)
		return N_("not in UTF-8, shown as U+FFFD");
	from_windows_1252(bytes);
	return N_("not in UTF-8, read as Windows-1252");
}

/*
 * Cleans what is UTF-8 where it stands, and lets the arena have it; NULL: there
 * was nothing to clean, so that there may be no room for a NUL.
 */
static char *
clean_here(struct arena *arena, struct bytes *bytes, size_t *out_len)
{
	char *text = bytes->s;

	*out_len = text_clean_here(text, bytes->len);
	if (*out_len == bytes->len)
		return NULL;
	text[*out_len] = '\0';
	arena_adopt(arena, text, bytes->mapped);
	*bytes = (struct bytes){0};
	return text;
}

char *
encoding_clean(struct build *build, struct arena *arena, struct bytes *bytes,
    size_t *out_len)
{
	uint32_t line;
	const char *told = encoding_to_utf8(bytes, &line);
	char *text = NULL;

	if (told)
		build_warn(build, line, told);
	else
		text = clean_here(arena, bytes, out_len);
	if (!text)
		text = text_clean(arena, bytes->s, bytes->len, out_len);
	input_drop(bytes);
	return text;
}
