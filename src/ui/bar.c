#include "ui/bar.h"

#include <string.h>

void
bar_text(char *out, int columns, uint64_t part, uint64_t whole)
{
	static const char *const cells[] = {"░", "▌", "█"};
	uint64_t halves = whole > 0 ? part * 2 * (uint64_t)columns / whole : 0;

	if (part > 0 && halves == 0)
		halves = 1;
	for (int i = 0; i < columns; i++) {
		uint64_t now = halves > 2 ? 2 : halves;
		size_t len = strlen(cells[now]);

		memcpy(out, cells[now], len);
		out += len;
		halves -= now;
	}
	*out = '\0';
}
