#include "source/markdown/text_lines.h"

#include <string.h>

#include "lectern/base/text.h"

bool
text_lines_next(const char *s, const char *end, struct text_line *line)
{
	while (s < end && strchr(" \t\r\n", *s))
		s++;
	if (s == end)
		return false;
	*line = (struct text_line){.s = s, .end = text_line_end(s, end)};
	while (s < line->end && *s == '#')
		s++;
	line->marks = s < line->end && *s == ' ' ? (size_t)(s - line->s) : 0;
	return true;
}
