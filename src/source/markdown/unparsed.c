#include "source/markdown/unparsed.h"

#include <string.h>

#include "lectern/base/scan.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/html.h"
#include "source/markdown/line_text.h"

#define MARKS(PUT, n) \
	PUT('*', n) \
	PUT('_', n) \
	PUT('`', n) PUT('\\', n) PUT('~', n) PUT('!', n) PUT('[', n) \
	    PUT(']', n) PUT('<', n) PUT('>', n) PUT('&', n)

/*
 * A word of the shown text stands in the source as it is shown, but where markup
 * parts its letters, as in `ris**cv**`, or a reference stands for one of them.
 * So it is enough to look at what may be markup: whether the beginning of a word
 * stands before it, and whether the word may go on behind it.
 */

/* The bytes of a reference at `s`, 0: it is none. */
static size_t
reference(const char *s, size_t len)
{
	size_t n = 1;

	while (n < len && (text_ascii_word(s[n]) || s[n] == '#'))
		n++;
	return n > 1 && n < len && s[n] == ';' ? n + 1 : 0;
}

/* Whether a sign of ASCII, a dash or a quotation mark has that code. */
static bool
is_sign(uint32_t code)
{
	return code < 0x80 ? !text_ascii_word((char)code)
			   : code == 0xA0 || code == 0xAB || code == 0xBB ||
		(code >= 0x2010 && code <= 0x203A);
}

/* Whether a reference at `s` may stand for a letter or digit. */
static bool
is_letter(const char *s, size_t len)
{
	char sign[8];
	uint32_t code;

	if (reference(s, len) == 0 || line_text_blank_references(s, len) > 0)
		return false;
	if (html_reference(s, len, sign) == 0)
		return true;
	text_decode(sign, strlen(sign), &code);
	return !is_sign(code);
}

/*
 * Where the text goes on behind the destination of a link that begins at `i`; 0:
 * it is not sure.
 */
static size_t
skip_destination(const char *s, size_t len, size_t i)
{
	while (i < len && !text_ascii_any(s[i], "()\\<\"'\n"))
		i++;
	return i < len && s[i] == ')' ? i + 1 : 0;
}

/* Whether the text may go on with the letter behind the markup at `i`. */
static bool
goes_on(const char *s, size_t len, size_t i, char letter)
{
	while (i < len) {
		char next = i + 1 < len ? s[i + 1] : ' ';

		if (text_ascii_any(s[i], "<&") || (s[i] == '!' && next == '['))
			return true;
		/* A reference; a link without words shows its address. */
		if ((s[i] == ']' && next == '[') ||
		    (s[i] == '[' && next == ']'))
			return true;
		if (s[i] == ']' && next == '(') {
			i = skip_destination(s, len, i + 2);
			if (i == 0)
				return true;
			continue;
		}
		if (!text_ascii_any(s[i], "*_`\\~![]>"))
			return text_ascii_lower(s[i]) == letter;
		i++;
	}
	return false;
}

/* Whether the word may be parted by the markup at `i`. */
static bool
is_parted(const char *s, size_t len, size_t i, const struct substring *word)
{
	for (size_t n = 1; n < word->len && n <= i; n++) {
		if (text_ascii_lower(s[i - 1]) == word->needle[n - 1] &&
		    text_ascii_same(s + i - n, word->needle, n) &&
		    goes_on(s, len, i, word->needle[n]))
			return true;
	}
	return false;
}

static bool
may_have(const char *s, size_t len, const struct substring *words, size_t n)
{
	static const struct scan_set mark = SCAN_SET(MARKS);

	for (size_t k = 0; k < n; k++) {
		if (substring_first(&words[k], s, len))
			return true;
	}
	for (size_t i = scan_until(&mark, s, len, 0); i < len;
	     i = scan_until(&mark, s, len, i + 1)) {
		if (s[i] == '&' && is_letter(s + i, len - i))
			return true;
		for (size_t k = 0; k < n; k++) {
			if (is_parted(s, len, i, &words[k]))
				return true;
		}
	}
	return false;
}

bool
unparsed_may_have(const char *s, size_t len, const struct substring *words,
    size_t n, struct arena *arena)
{
	/* The fold of text is that of its letters, so of what is shown of it. */
	if (!text_is_ascii(s, len))
		s = text_fold(arena, s, len, &len);
	return may_have(s, len, words, n);
}
