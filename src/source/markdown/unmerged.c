#include "source/markdown/unmerged.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/text_lines.h"

#define SIGN 7 /* bytes of the signs that such lines begin with */

/* What a line is. */
enum kind { KIND_OTHER, KIND_FENCE, KIND_FIRST, KIND_BETWEEN, KIND_LAST };

static enum kind
kind_of(const char *s, size_t len)
{
	if (text_lines_fence(s, s + len))
		return KIND_FENCE;
	if (len < SIGN)
		return KIND_OTHER;
	if (memcmp(s, "=======", SIGN) == 0 &&
	    text_words_end(s, s + len) == s + SIGN)
		return KIND_BETWEEN;
	if (len > SIGN && s[SIGN] != ' ')
		return KIND_OTHER;
	return memcmp(s, "<<<<<<<", SIGN) == 0 ? KIND_FIRST
	    : memcmp(s, ">>>>>>>", SIGN) == 0  ? KIND_LAST
					       : KIND_OTHER;
}

char *
unmerged_part(struct arena *arena, const char *s, size_t *len)
{
	bool code = false, first = false;
	char *text, *between = NULL;
	size_t n;

	if (!substring_has(s, *len, "<<<<<<< "))
		return NULL;
	text = arena_dup(arena, s, *len);
	for (size_t at = 0; at < *len; at += n + 1) {
		enum kind kind;

		n = text_line(text + at, *len - at);
		kind = kind_of(text + at, n);
		code ^= kind == KIND_FENCE;
		if (code || kind == KIND_OTHER || kind == KIND_FENCE)
			continue;
		if (kind == KIND_LAST && between)
			memset(between, ' ', SIGN);
		between = kind == KIND_BETWEEN && first && !between ? text + at
								    : NULL;
		first = kind == KIND_FIRST;
	}
	return text;
}
