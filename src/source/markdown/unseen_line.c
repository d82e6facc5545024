#include "source/markdown/unseen_line.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "source/markdown/line_text.h"

const char unseen_comment[] = N_("comment");
const char unseen_generator[] = N_("for the generator of a site");

const char *
unseen_line_kind(const char *s, size_t len, enum unseen_line open)
{
	if (open == UNSEEN_LINE_REMARK || memmem(s, len, "%%", 2) ||
	    memmem(s, len, "{/*", 3))
		return unseen_comment;
	if (open == UNSEEN_LINE_CALL ||
	    (len > 7 &&
		(memcmp(s, "import ", 7) == 0 ||
		    memcmp(s, "export ", 7) == 0)) ||
	    memchr(s, '{', len) || memmem(s, len, "::", 2) ||
	    memmem(s, len, "[[", 2) || memmem(s, len, " ^", 2))
		return unseen_generator;
	return N_("words that are shown nowhere");
}

enum unseen_line
unseen_line_after(const char *s, size_t len, enum unseen_line open)
{
	static const char *const ends[] = {
	    [UNSEEN_LINE_CALL] = "}}", [UNSEEN_LINE_REMARK] = "*/}"};

	for (size_t i = 0; i < len; i++) {
		size_t rest = len - i;

		if (open == UNSEEN_LINE_PLAIN && rest > 1 &&
		    memcmp(s + i, "{{", 2) == 0)
			open = UNSEEN_LINE_CALL;
		else if (open == UNSEEN_LINE_PLAIN && rest > 2 &&
		    memcmp(s + i, "{/*", 3) == 0)
			open = UNSEEN_LINE_REMARK;
		else if (open != UNSEEN_LINE_PLAIN &&
		    rest >= strlen(ends[open]) &&
		    memcmp(s + i, ends[open], strlen(ends[open])) == 0)
			open = UNSEEN_LINE_PLAIN;
	}
	return len > 0 ? open : UNSEEN_LINE_PLAIN;
}

size_t
unseen_line_marks(const char *s, size_t len)
{
	size_t i = 0, n;

	for (;; i += n) {
		i += line_text_span(s + i, len - i, " \t>");
		n = i < len ? line_text_marker(s + i, len - i) : 0;
		if (n == 0)
			break;
	}
	if (len - i > 3 && s[i] == '[' && s[i + 2] == ']' &&
	    text_ascii_any(s[i + 1], " xX"))
		i += 3;
	return i;
}
