#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "model/link_parts.h"

/* Whether the host stands in a list, or the path ends in one of its words. */
static bool
is_among(const struct link_parts *parts, const char *const *list)
{
	for (; *list; list++) {
		size_t n = strlen(*list);

		if (**list != '.' && link_host_is(parts->host, *list))
			return true;
		if (**list == '.' && parts->path.len > n &&
		    text_ascii_same(
			parts->path.s + parts->path.len - n, *list, n))
			return true;
	}
	return false;
}

/* How many names a path has, parted by slashes. */
static size_t
count_names(struct link_piece path)
{
	size_t n = 0;

	for (size_t i = 0; i < path.len; i++)
		n += path.s[i] != '/' && (i == 0 || path.s[i - 1] == '/');
	return n;
}

/* Whether a path leads to somebody: "/staff/ann", "/en/persons/ann", "/~ann". */
static bool
is_home(struct link_piece path)
{
	static const char *const words[] = {"/faculty/", "/people/", "/person/",
	    "/persons/", "/profile/", "/profiles/", "/staff/", NULL};
	size_t last = path.len;

	while (last > 0 && path.s[last - 1] == '/')
		last--;
	while (last > 0 && path.s[last - 1] != '/')
		last--;
	for (const char *const *word = words; *word; word++) {
		size_t n = strlen(*word);

		if (last >= n && text_ascii_same(path.s + last - n, *word, n))
			return true;
	}
	return count_names(path) == 1 &&
	    link_has_prefix(path.s, path.len, "/~");
}

/* Whether a host is a part of a site: "ann.github.com". */
static bool
has_own_host(struct link_piece host)
{
	const char *dot = memchr(host.s, '.', host.len);
	size_t rest = dot ? host.len - (size_t)(dot + 1 - host.s) : 0;

	return rest > 0 && memchr(dot + 1, '.', rest) &&
	    !text_ascii_same(host.s, "www.", 4);
}

static bool
is_person(const struct link_parts *parts)
{
	static const char *const people[] = {"twitter.com", "x.com",
	    "facebook.com", "instagram.com", "bsky.app", "xing.com",
	    "linktr.ee", "keybase.io", "t.me", "orcid.org",
	    "scholar.google.com", NULL};
	static const char *const homes[] = {
	    "github.com", "gitlab.com", "medium.com", "about.me", NULL};

	if (is_among(parts, people))
		return !link_has_prefix(
		    parts->path.s, parts->path.len, "/events/");
	if (link_host_is(parts->host, "linkedin.com"))
		return link_has_prefix(parts->path.s, parts->path.len, "/in/");
	if (is_home(parts->path))
		return true;
	if (count_names(parts->path) != 1 ||
	    link_host_is(parts->host, "gist.github.com"))
		return false;
	/* "ann.github.com/boats" is a page of somebody's own site. */
	return (is_among(parts, homes) && !has_own_host(parts->host)) ||
	    link_has_prefix(parts->path.s, parts->path.len, "/@");
}

static bool
is_slides(const struct link_parts *parts)
{
	static const char *const sites[] = {
	    "speakerdeck.com", "slideshare.net", "slides.com", "noti.st", NULL};

	if (is_among(parts, sites))
		return count_names(parts->path) >= 2;
	if (link_host_is(parts->host, "docs.google.com"))
		return link_has_prefix(
		    parts->path.s, parts->path.len, "/presentation/");
	if (link_host_is(parts->host, "onedrive.live.com"))
		return link_has_prefix(
		    parts->path.s, parts->path.len, "/embed");
	return link_host_is(parts->host, "canva.com") &&
	    link_has_prefix(parts->path.s, parts->path.len, "/design/");
}

/* Whether a path begins with one of those. */
static bool
begins(struct link_piece path, const char *const *list)
{
	for (; *list; list++) {
		if (link_has_prefix(path.s, path.len, *list))
			return true;
	}
	return false;
}

bool
link_is_series(const char *url)
{
	static const char *const youtube[] = {"/c/", "/user/", "/@", NULL};
	static const char *const any[] = {"/channel/", "/channels/", NULL};
	struct link_parts parts;

	if (link_is_watch(url, strlen(url)) || !link_take_apart(url, &parts))
		return false;
	if (count_names(parts.path) == 0 && parts.query.len == 0)
		return true;
	if (link_host_is(parts.host, "youtube.com") &&
	    begins(parts.path, youtube))
		return true;
	if (link_host_is(parts.host, "vimeo.com") &&
	    count_names(parts.path) == 1 && !link_is_video(url))
		return true;
	return begins(parts.path, any) && count_names(parts.path) < 3;
}

/* Whether the text has the word, whatever its case. */
static bool
names(const char *text, size_t len, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= len; i++)
		if (text_ascii_same(text + i, word, n))
			return true;
	return false;
}

static bool
is_code(const struct link_parts *parts)
{
	static const char *const code[] = {"github.com", "gitlab.com",
	    "codeberg.org", "bitbucket.org", "sr.ht", "git.kernel.org",
	    "gist.github.com", ".patch", ".diff", NULL};

	return is_among(parts, code) ||
	    link_has_prefix(parts->host.s, parts->host.len, "git.") ||
	    link_has_prefix(parts->host.s, parts->host.len, "gitlab.");
}

/* By the address alone: a path has no host. */
static enum link_kind
kind_of(const struct link_parts *parts, bool whole)
{
	static const char *const decks[] = {
	    ".pdf", ".pptx", ".ppt", ".odp", ".key", NULL};
	static const char *const pictures[] = {
	    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", NULL};
	static const char *const asides[] = {
	    "wikipedia.org", "shields.io", "badge.fury.io", "awesome.re", NULL};
	static const char *const papers[] = {"arxiv.org", "doi.org",
	    "dl.acm.org", "ieeexplore.ieee.org", "hal.science",
	    "eprint.iacr.org", NULL};

	if (is_among(parts, pictures) || is_among(parts, asides))
		return LINK_ASIDE;
	if (whole && is_person(parts))
		return LINK_PERSON;
	if (whole && is_among(parts, papers))
		return LINK_PAPER;
	if (is_among(parts, decks) || (whole && is_slides(parts)))
		return LINK_SLIDES;
	return whole && is_code(parts) ? LINK_CODE : LINK_PAGE;
}

enum link_kind
link_kind(const char *url, const char *text, size_t len)
{
	struct link_parts parts;
	enum link_kind kind;
	bool whole;

	if (link_is_video(url))
		return LINK_VIDEO;
	whole = link_take_apart(url, &parts);
	if (link_has_prefix(url, strlen(url), "mailto:"))
		return LINK_ASIDE;
	if (!whole)
		parts = (struct link_parts){.path = {url, strcspn(url, "?#")}};
	kind = kind_of(&parts, whole);
	if (names(text, len, "feedback"))
		return LINK_FEEDBACK;
	if (names(text, len, "paper"))
		return LINK_PAPER;
	return names(text, len, "slides") ? LINK_SLIDES : kind;
}

const char *
link_kind_name(enum link_kind kind)
{
	static const char *const names_of[] = {
	    [LINK_PAGE] = "page",
	    [LINK_VIDEO] = "video",
	    [LINK_SLIDES] = "slides",
	    [LINK_PAPER] = "paper",
	    [LINK_CODE] = "code",
	    [LINK_FEEDBACK] = "feedback",
	    [LINK_PERSON] = "page",
	    [LINK_ASIDE] = "page",
	};

	return names_of[kind];
}
