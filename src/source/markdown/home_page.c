#include "source/markdown/home_page.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/people.h"

#define WORD_LEAST 3 /* bytes of a word of a name that a host may have */

/* The bytes of the word of ASCII letters and digits at `s`. */
static size_t
word_bytes(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (text_ascii_letter(s[n]) || text_ascii_digit(s[n])))
		n++;
	return n;
}

/* Whether a name has that word. */
static bool
has_word(const char *name, size_t len, const char *word, size_t n)
{
	for (size_t i = 0; i < len;) {
		size_t is = word_bytes(name + i, len - i);

		if (is == n && text_ascii_same(name + i, word, n))
			return true;
		i += is + 1;
	}
	return false;
}

/* Whether a page is called "about", "me" or such, or by no other words than a name. */
static bool
is_called(const char *page, size_t len, const char *name, size_t name_len)
{
	static const char *const about[] = {
	    "about", "aboutme", "bio", "cv", "me", "whoami", NULL};
	static const char *const files[] = {
	    "aspx", "htm", "html", "md", "php", NULL};
	size_t found = 0;

	for (size_t i = 0; i < len;) {
		size_t n = word_bytes(page + i, len - i);

		if (n > 0 && has_word(name, name_len, page + i, n))
			found++;
		else if (n > 0 && i == 0 && names_one_of(page, n, about))
			return true;
		else if (n > 0 &&
		    (i + n < len || !names_one_of(page + i, n, files)))
			return false;
		i += n + 1;
	}
	return found > 0;
}

/*
 * Whether a word of a name is a part of how a host begins, which has no page but one
 * at most.
 */
static bool
is_on_host(
    const char *host, size_t len, const char *path, const char *name, size_t n)
{
	const char *slash = strchr(path + (*path == '/'), '/');

	if (slash && slash[1])
		return false;
	if (len > 4 && text_ascii_same(host, "www.", 4)) {
		host += 4;
		len -= 4;
	}
	for (size_t i = 0; i < len; i++)
		len = host[i] == '.' ? i : len;
	for (size_t i = 0; i < n;) {
		size_t word = word_bytes(name + i, n - i);

		for (size_t k = 0; word >= WORD_LEAST && k + word <= len; k++) {
			if (text_ascii_same(host + k, name + i, word))
				return true;
		}
		i += word + 1;
	}
	return false;
}

/* Whether a link leads to whom it is called after. */
static bool
leads_to(const char *url, const char *name, size_t len)
{
	const char *host = strstr(url, "://");
	const char *path, *page, *end = url + strlen(url);

	host = host ? host + 3 : url;
	path = host == url ? url : host + strcspn(host, "/?#");
	while (end > path && end[-1] == '/')
		end--;
	for (page = end; page > path && !strchr("/#?=", page[-1]);)
		page--;
	return is_called(page, (size_t)(end - page), name, len) ||
	    (host > url &&
		is_on_host(host, (size_t)(path - host), path, name, len));
}

/* Whether a text is what somebody's site is called. */
static bool
is_site(const char *s, size_t len)
{
	static const char *const sites[] = {"blog", "home", "home page",
	    "homepage", "personal site", "site", "web", "web page", "web site",
	    "webpage", "website", NULL};

	return names_one_of(s, len, sites);
}

/* Whether "Website: " stands before byte `at`, and nothing else on its line. */
static bool
is_behind_site(const struct line *line, uint32_t at)
{
	return at > 2 && memcmp(line->text + at - 2, ": ", 2) == 0 &&
	    is_site(line->text, at - 2);
}

bool
home_page_is(const struct line *line, const struct span *span)
{
	const char *s = line->text + span->start;
	size_t len = span->end - span->start;

	if (link_is_series(span->url) &&
	    (is_site(s, len) || is_behind_site(line, span->start)))
		return true;
	return (link_is_series(span->url) || leads_to(span->url, s, len)) &&
	    people_first(s, len) == NAMES_SURE;
}
