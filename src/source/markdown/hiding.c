#include "source/markdown/hiding.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/text.h"

static bool
contains(const char *s, size_t len, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= len; i++) {
		if (text_ascii_same(s + i, what, n))
			return true;
	}
	return false;
}

/* The bytes `c` that the line begins with. */
static size_t
run(const char *s, size_t len, char c)
{
	size_t n = 0;

	while (n < len && s[n] == c)
		n++;
	return n;
}

bool
hiding_open_fence(struct hiding *hiding, const char *s, size_t len)
{
	char c = len > 0 ? *s : '\0';
	size_t n = run(s, len, c);

	if ((c != '`' && c != '~') || n < 3 ||
	    (c == '`' && memchr(s + n, c, len - n)))
		return false;
	hiding->fence = c;
	hiding->fence_len = n;
	return true;
}

bool
hiding_fence_ends(
    const struct hiding *hiding, const char *s, size_t len, int column)
{
	size_t n = run(s, len, hiding->fence);

	return column <= 3 && n >= hiding->fence_len && n == len;
}

/* Elements whose text is no markup, and what ends one of them. */
static const char *const raw[] = {"script", "pre", "style", "textarea"};
#define RAW_END "</"

/* Whether the line ends the block; see html_end(). */
static bool
ends(const char *s, size_t len, const char *end)
{
	char tag[16];

	if (strcmp(end, RAW_END) != 0)
		return *end ? contains(s, len, end) : len == 0;
	/* Any of them ends each. */
	for (size_t i = 0; i < sizeof(raw) / sizeof(*raw); i++) {
		snprintf(tag, sizeof(tag), "</%s>", raw[i]);
		if (contains(s, len, tag))
			return true;
	}
	return false;
}

/*
 * What ends the HTML block that may begin with the line, or NULL; "" is a blank
 * line.
 */
static const char *
html_end(const char *s, size_t len)
{
	if (len < 2 || *s != '<')
		return NULL;
	if (len >= 4 && memcmp(s, "<!--", 4) == 0)
		return "-->";
	if (s[1] == '?')
		return "?>";
	if (len >= 9 && memcmp(s, "<![CDATA[", 9) == 0)
		return "]]>";
	if (s[1] == '!')
		return ">";
	for (size_t i = 0; i < sizeof(raw) / sizeof(*raw); i++) {
		size_t n = 1 + strlen(raw[i]);

		if (len >= n && text_ascii_same(s + 1, raw[i], n - 1) &&
		    (len == n || s[n] == '>' || text_ascii_blank(s[n])))
			return RAW_END;
	}
	return text_ascii_letter(s[1]) || s[1] == '/' ? "" : NULL;
}

bool
hiding_open_html(struct hiding *hiding, const char *s, size_t len)
{
	const char *end = html_end(s, len);

	if (!end)
		return false;
	if (!ends(s, len, end))
		hiding->html = end;
	return true;
}

bool
hiding_html_ends(const struct hiding *hiding, const char *s, size_t len)
{
	return ends(s, len, hiding->html);
}

bool
hiding_may_open(const struct hiding *hiding, const char *s, size_t len)
{
	const char *end = html_end(s, len);

	if (len >= 3 && (memcmp(s, "```", 3) == 0 || memcmp(s, "~~~", 3) == 0))
		return true;
	/* One more that ends at a blank line changes nothing. */
	return end && (*end || *hiding->html);
}
