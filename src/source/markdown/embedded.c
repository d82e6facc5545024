#include "source/markdown/embedded.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"

#define WORDS_MOST 80 /* bytes in brackets */
#define URL_MOST   300
#define ID_MOST    40

/* Sites that have what they show at an address with its id. */
static const struct site {
	const char *name, *url;
} sites[] = {
    {"speakerdeck", "https://speakerdeck.com/player/"},
    {"vimeo", "https://vimeo.com/"},
    {"youtube", "https://www.youtube.com/watch?v="},
};

/* The bytes at `s` up to a sign that ends them on the line; 0: none does. */
static size_t
up_to(const char *s, size_t len, size_t most, char end)
{
	size_t n = 0;

	while (n < len && n < most && s[n] != end && s[n] != '\n')
		n++;
	return n < len && s[n] == end ? n : 0;
}

/* Where a site has what it calls by an id; NULL: it is none that is known. */
static const char *
site_url(const char *name, const char *id, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_word(id[i]) && id[i] != '-' && id[i] != '_')
			return NULL;
	}
	for (size_t i = 0; i < sizeof(sites) / sizeof(*sites); i++) {
		size_t n = strlen(sites[i].name);

		if (len <= ID_MOST && name[n] == ']' &&
		    text_ascii_same(name, sites[i].name, n))
			return sites[i].url;
	}
	return NULL;
}

size_t
embedded_read(struct arena *arena, const char *s, size_t len, const char **link)
{
	size_t words, n;
	const char *url, *site;

	if (len < 6 || memcmp(s, "@[", 2) != 0)
		return 0;
	words = up_to(s + 2, len - 2, WORDS_MOST, ']');
	url = s + words + 4;
	if (words == 0 || words + 4 >= len || url[-1] != '(')
		return 0;
	n = up_to(url, len - words - 4, URL_MOST, ')');
	if (n == 0)
		return 0;
	url = arena_dup(arena, url, n);
	site = site_url(s + 2, url, n);
	if (!site && !link_is_video(url))
		return 0;
	*link = arena_printf(
	    arena, "[%.*s](%s%s)", (int)words, s + 2, site ? site : "", url);
	return words + n + 5;
}
