#include "source/markdown/unseen_part.h"

#include <string.h>

#include "lectern/base/text.h"

#define WITHIN_MOST 2000 /* bytes of an address, a title, code within a line */

size_t
unseen_part_label(const char *s, size_t len, size_t i)
{
	size_t n = 0;

	for (i++; i + n < len && n <= UNSEEN_PART_LABEL; n++) {
		if (s[i + n] == ']')
			return n;
		if (s[i + n] == '[')
			return 0;
		if (s[i + n] == '\\')
			n++;
	}
	return 0;
}

size_t
unseen_part_unblank(const char *s, size_t len, size_t i)
{
	while (i < len && !text_ascii_blank(s[i]))
		i++;
	return i;
}

bool
unseen_part_is_remark(const char *s, size_t len, size_t address)
{
	return len - address >= 2 &&
	    (memcmp(s + address, "# ", 2) == 0 ||
		memcmp(s + address, "#\n", 2) == 0 ||
		memcmp(s + address, "<>", 2) == 0);
}

/* The bytes of the call of a site's generator at `i`, but the last; 0: none. */
static size_t
call(const char *s, size_t end, size_t i)
{
	const char *close = end - i > 2 && s[i] == '{' && s[i + 1] == '{'
	    ? memmem(s + i, end - i, "}}", 2)
	    : NULL;

	return close ? (size_t)(close - s) + 1 - i : 0;
}

size_t
unseen_part_address(const char *s, size_t len, size_t i)
{
	size_t end = len - i < WITHIN_MOST ? len : i + WITHIN_MOST;
	int depth = 0;

	if (i < len && s[i] == '<') {
		while (i < end && s[i] != '>' && s[i] != '\n')
			i++;
		return i + (i < len && s[i] == '>');
	}
	for (; i < end && !text_ascii_blank(s[i]); i++) {
		i += call(s, end, i);
		depth += s[i] == '(';
		if (s[i] == ')' && depth-- == 0)
			break;
	}
	return i;
}

size_t
unseen_part_blanks(const char *s, size_t len, size_t i)
{
	while (i < len && text_ascii_blank(s[i]))
		i++;
	return i;
}

size_t
unseen_part_title(const char *s, size_t len, size_t i)
{
	char quote = i < len && text_ascii_any(s[i], "\"'(") ? s[i] : '\0';
	size_t k = i + 1;

	if (quote == '(')
		quote = ')';
	while (quote && k < len && k - i < WITHIN_MOST && s[k] != quote) {
		if (s[k] == '\n' && k + 1 < len && s[k + 1] == '\n')
			return i;
		k += s[k] == '\\' ? 2 : 1;
	}
	return quote && k < len && s[k] == quote ? k + 1 : i;
}

size_t
unseen_part_bare(const char *s, size_t len, size_t i)
{
	static const char *const begin[] = {
	    "http:", "https:", "www.", "mailto:"};
	size_t n = 0;

	while (n < 4 &&
	    !(len - i > strlen(begin[n]) &&
		text_ascii_same(s + i, begin[n], strlen(begin[n]))))
		n++;
	if (n == 4)
		return 0;
	for (n = 0; i + n < len && !text_ascii_blank(s[i + n]) &&
	     !text_ascii_any(s[i + n], "<>()[]\"|`*");)
		n++;
	return n;
}

size_t
unseen_part_code(const char *s, size_t len, size_t i)
{
	size_t n = 0, same = 0;

	while (i + n < len && s[i + n] == '`')
		n++;
	for (size_t k = i + n; k < len && k - i < WITHIN_MOST; k++) {
		if (s[k] == '`') {
			same++;
			continue;
		}
		if (same == n)
			return k - n;
		same = 0;
		if (s[k] == '\n' && s[k - 1] == '\n')
			break;
	}
	return i + n;
}
