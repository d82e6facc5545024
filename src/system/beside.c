#include "lectern/system/beside.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

static bool
is_markdown(const char *s, size_t len)
{
	static const char *const endings[] = {".md", ".markdown", ".mdx", ".qmd"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t n = strlen(endings[i]);

		if (len > n && text_ascii_same(s + len - n, endings[i], n))
			return true;
	}
	return false;
}

/* Turns `%20` into the byte that it stands for, in place. */
static void
decode(char *s)
{
	char *to = s;

	for (; *s; s++) {
		int high = *s == '%' ? text_ascii_hex(s[1]) : -1;
		int low = high >= 0 ? text_ascii_hex(s[2]) : -1;

		*to = *s;
		if (low >= 0 && high * 16 + low != 0) {
			*to = (char)(high * 16 + low);
			s += 2;
		}
		to++;
	}
	*to = '\0';
}

char *
beside_path(const char *path, const char *url)
{
	size_t len = strcspn(url, "?#"), word = strcspn(url, ":/?#");
	const char *slash = strrchr(path, '/');
	int folder = slash ? (int)(slash - path) + 1 : 0;
	char *link, *out;

	if (*url == '/' || url[word] == ':' || !is_markdown(url, len) ||
	    strcmp(path, "-") == 0)
		return NULL;
	link = mem_printf("%.*s", (int)len, url);
	decode(link);
	out = mem_printf("%.*s%s", folder, path, link);
	free(link);
	return out;
}
