#include "source/markdown/file_name.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/when.h"

#define DATE 10 /* bytes of "2031-05-01" */

struct file_name
file_name_read(struct arena *arena, const char *name)
{
	struct file_name said = {.title = name};
	size_t len = strlen(name);
	struct when day;

	if (len > DATE + 1 && strchr("-_ ", name[DATE]) &&
	    text_ascii_digit(*name) &&
	    when_read(arena_dup(arena, name, DATE), &day)) {
		const char *rest = said.title + DATE;

		said.day = when_day(arena, &day);
		said.title = rest + strspn(rest, "-_ ");
	}
	return *said.title ? said : (struct file_name){.title = name};
}

size_t
file_name_titled(const char *s, size_t len)
{
	static const char *const endings[] = {
	    ".pdf", ".ppt", ".pptx", ".odp", ".mp4", ".mkv", ".webm"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t n = strlen(endings[i]);

		if (len > n + 1 && s[len - n - 1] != ' ' &&
		    text_ascii_same(s + len - n, endings[i], n))
			return len - n;
	}
	return len;
}

uint32_t
file_name_linked(const struct line *line, uint32_t from, uint32_t to)
{
	size_t n;

	if (line->nspans == 0)
		return to;
	n = to - from - file_name_titled(line->text + from, to - from);
	for (uint32_t i = 0; i < line->nspans && n > 0; i++) {
		const char *url = line->spans[i].url;
		size_t all = url ? strlen(url) : 0;

		if (all > n &&
		    text_ascii_same(url + all - n, line->text + to - n, n))
			return to - (uint32_t)n;
	}
	return to;
}
