#include "lectern/base/ascii.h"

#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Signs that neither decompose to ASCII nor have such a letter. */
static const struct sign {
	uint32_t first, last; /* code points */
	const char *text;     /* in running text */
	char cell;            /* in one column */
} signs[] = {
    {0x00A0, 0x00A0, " ", ' '},
    {0x00A1, 0x00A1, "!", '!'},
    {0x00A9, 0x00A9, "(c)", 'c'},
    {0x00AB, 0x00AB, "\"", '"'},
    {0x00AE, 0x00AE, "(R)", 'R'},
    {0x00B7, 0x00B7, "-", '-'},
    {0x00BB, 0x00BB, "\"", '"'},
    {0x00BF, 0x00BF, "?", '?'},
    {0x00D7, 0x00D7, "x", 'x'},
    {0x2000, 0x200A, " ", ' '},
    {0x2010, 0x2015, "-", '-'},
    {0x2018, 0x201B, "'", '\''},
    {0x201C, 0x201F, "\"", '"'},
    {0x2022, 0x2022, "*", '*'},
    {0x2026, 0x2026, "...", '~'},
    {0x202F, 0x202F, " ", ' '},
    {0x2039, 0x203A, "'", '\''},
    {0x2044, 0x2044, "/", '/'},
    {0x20AC, 0x20AC, "EUR", 'E'},
    {0x2190, 0x2190, "<-", '<'},
    {0x2191, 0x2191, "^", '^'},
    {0x2192, 0x2192, "->", '>'},
    {0x2193, 0x2193, "v", 'v'},
    {0x21D2, 0x21D2, "=>", '>'},
    {0x2212, 0x2212, "-", '-'},
    {0x2264, 0x2264, "<=", '<'},
    {0x2265, 0x2265, ">=", '>'},
    {0x2500, 0x2501, "-", '-'},
    {0x2502, 0x2503, "|", '|'},
    {0x2504, 0x2505, "-", '-'},
    {0x2506, 0x2507, "|", '|'},
    {0x2508, 0x2509, "-", '-'},
    {0x250A, 0x250B, "|", '|'},
    {0x250C, 0x254B, "+", '+'},
    {0x2550, 0x2550, "=", '='},
    {0x2551, 0x2551, "|", '|'},
    {0x2552, 0x256C, "+", '+'},
    {0x2580, 0x2587, "=", '='},
    {0x2588, 0x2588, "#", '#'},
    {0x2589, 0x2590, "=", '='},
    {0x2591, 0x2591, ".", '.'},
    {0x2592, 0x2593, "#", '#'},
    {0x25A0, 0x25FF, "*", '*'},
    {0x3000, 0x3000, "  ", ' '},
};

bool
ascii_is_wanted(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	const char *name = NULL;
	bool other = false;
	locale_t locale;

	for (size_t i = 0; i < COUNT(names) && (!name || !*name); i++)
		name = getenv(names[i]);
	/* Where nothing was said, nothing was asked for. */
	if (!name || !*name)
		return false;
	locale = newlocale(LC_CTYPE_MASK, name, NULL);
	if (locale) {
		other = strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") != 0;
		freelocale(locale);
	}
	return other;
}

static const struct sign *
find_sign(uint32_t code)
{
	for (size_t i = 0; i < COUNT(signs); i++)
		if (code >= signs[i].first && code <= signs[i].last)
			return &signs[i];
	return NULL;
}

/*
 * Returns a character as ASCII: its sign, its letters without accents, "" for a
 * mark of the letter before it, else a `?` for each of its columns.
 */
static const char *
character(struct arena *arena, const char *s, size_t len)
{
	static const char unknown[] = "??";
	uint32_t code;
	size_t n;
	const struct sign *sign;
	const char *plain;
	int width;

	text_decode(s, len, &code);
	sign = find_sign(code);
	if (sign)
		return sign->text;
	plain = text_strip(arena, s, len, &n);
	if (text_is_ascii(plain, n))
		return plain;
	width = text_width(s, len);
	return width <= 0 ? "" : unknown + (width < 2);
}

char *
ascii_text(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
	struct buffer out = {0};
	char *text;

	for (size_t i = 0; i < len;) {
		size_t n = 0;
		const char *part = s + i;
		uint32_t code;

		while (i + n < len && (unsigned char)part[n] < 0x80)
			n++;
		if (n > 0) {
			buffer_put(&out, part, n);
		} else {
			n = text_decode(part, len - i, &code);
			buffer_puts(&out, character(arena, part, n));
		}
		i += n;
	}
	if (out_len)
		*out_len = out.len;
	text = arena_dup(arena, out.s ? out.s : "", out.len);
	free(out.s);
	return text;
}

void
ascii_cell(char *text, int width)
{
	size_t len = strlen(text), n = 0, want = (size_t)width;
	const struct sign *sign;
	struct arena *arena;
	const char *plain;
	uint32_t code;

	if (text_is_ascii(text, len))
		return;
	text_decode(text, len, &code);
	sign = find_sign(code);
	arena = arena_new();
	plain = sign ? &sign->cell : ascii_text(arena, text, len, &n);
	if (sign)
		n = 1;
	/* Of a few letters the first stands for all; of a number it would lie. */
	if (n > want && !text_ascii_letter(*plain))
		n = 0;
	for (size_t i = 0; i < want; i++)
		text[i] = i < n ? plain[i] : n > 0 ? ' ' : '?';
	text[want] = '\0';
	arena_free(arena);
}

void
ascii_say(FILE *out, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (ascii_is_wanted()) {
		struct arena *arena = arena_new();
		char *text = mem_vprintf(format, args);

		fputs(ascii_text(arena, text, strlen(text), NULL), out);
		free(text);
		arena_free(arena);
	} else {
		vfprintf(out, format, args);
	}
	va_end(args);
}
