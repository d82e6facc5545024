#include "source/markdown/below_ahead.h"

#include <string.h>

#include "source/markdown/anatomy.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/signs.h"

/* Where a line goes on behind labels that are links: "[Video](...) | Ann Lee". */
static size_t
behind_labels(const struct line *line)
{
	size_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];
		size_t sign;

		if (!(span->style & SPAN_LINK) || span->start != at ||
		    label_read(line->text + at, span->end - at) == LABEL_NONE)
			break;
		sign = sign_bar(line->text + span->end, line->len - span->end);
		if (sign == 0)
			break;
		at = span->end + sign;
	}
	return at;
}

/* The bytes of a picture at the start, with its blank; 0: there is none. */
static size_t
picture_length(const char *s, size_t len)
{
	size_t n = len > 4 && memcmp(s, "\xf0\x9f", 2) == 0 ? 4 : 0;

	if (n > 0 && len > n + 3 && memcmp(s + n, "\xef\xb8\x8f", 3) == 0)
		n += 3;
	return n > 0 && s[n] == ' ' ? n + 1 : 0;
}

/* The bytes of a long dash at the start, with its blank; 0: there is none. */
static size_t
dash_length(const char *s, size_t len)
{
	size_t n = (unsigned char)*s == 0xe2 ? lead_dash(s, len) : 0;

	return n > 0 && n + 1 < len && s[n] == ' ' ? n + 1 : 0;
}

size_t
below_ahead(const struct line *line)
{
	size_t dash = dash_length(line->text, line->len);

	if (dash > 0)
		return dash;
	return line->nspans > 0 ? behind_labels(line)
				: picture_length(line->text, line->len);
}
