#include "script.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* What stands for a to z, and in which words. */
static const char *const accented[26] = {"á", "b", "č", "ď", "é", "f", "ğ", "h",
    "í", "j", "k", "ł", "m", "ñ", "ö", "p", "q", "ř", "š", "ť", "ů", "v", "w",
    "x", "ý", "ž"};
static const char *const cyrillic[26] = {"а", "б", "ц", "д", "е", "ф", "г", "х",
    "и", "й", "к", "л", "м", "н", "о", "п", "я", "р", "с", "т", "у", "в", "ш",
    "щ", "ы", "з"};
static const char *const cyrillic_capital[26] = {"А", "Б", "Ц", "Д", "Е", "Ф",
    "Г", "Х", "И", "Й", "К", "Л", "М", "Н", "О", "П", "Я", "Р", "С", "Т", "У",
    "В", "Ш", "Щ", "Ы", "З"};

#define CHINESE 0x4E00 /* the first of its characters */
#define PAIRS   26     /* of letters with one that comes first */

/* The letter as it is written there, or NULL. */
static const char *
letter(enum form_script script, char c)
{
	if (c >= 'a' && c <= 'z')
		return script == FORM_CYRILLIC ? cyrillic[c - 'a']
					       : accented[c - 'a'];
	if (script == FORM_CYRILLIC && c >= 'A' && c <= 'Z')
		return cyrillic_capital[c - 'A'];
	return NULL;
}

static size_t
put_chinese(char *out, unsigned pair)
{
	unsigned code = CHINESE + 13 * pair;

	out[0] = (char)(0xE0 | code >> 12);
	out[1] = (char)(0x80 | (code >> 6 & 0x3F));
	out[2] = (char)(0x80 | (code & 0x3F));
	return 3;
}

void
script_write(enum form_script script, const char *word, char *out, size_t size)
{
	size_t n = 0;
	bool as_is = script == FORM_ASCII || script == FORM_ABSTRACTS ||
	    strcasecmp(word, "riscv") == 0;

	for (const char *s = word; *s && n + 4 < size; s++) {
		const char *other = as_is || script == FORM_CHINESE
		    ? NULL
		    : letter(script, *s);

		if (other) {
			n += (size_t)snprintf(out + n, size - n, "%s", other);
		} else if (!as_is && isalpha((unsigned char)s[0]) &&
		    isalpha((unsigned char)s[1])) {
			n += put_chinese(out + n,
			    PAIRS * (unsigned)(tolower(s[0]) - 'a') +
				(unsigned)(tolower(s[1]) - 'a'));
			s++;
		} else {
			out[n++] = *s;
		}
	}
	out[n] = '\0';
}
