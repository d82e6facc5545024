#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/host.h"
#include "lectern/model/link.h"
#include "model/link_parts.h"
#include "model/link_sites.h"

#define VIDEO       "yt:" /* keys of videos of YouTube begin so */
#define ID_LEN      11    /* of one */
#define PEERTUBE_ID 22    /* bytes that an id has at least */

/* Whether a query's parameter says where the reader came from, not what. */
static bool
is_tracking(const char *s, size_t len)
{
	static const char *const names[] = {"utm_",
	    "si=", "feature=", "fbclid=", "gclid=", "msclkid=", "mc_cid=",
	    "mc_eid=", "igshid=", "twclid=", "yclid="};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (link_has_prefix(s, len, names[i]))
			return true;
	return false;
}

/* Appends the parameters that matter to `out`, with their `?` and `&`. */
static char *
add_query(char *out, struct link_piece query)
{
	const char *s = query.s ? query.s : "", *end = s + query.len;
	char join = '?';

	while (s < end) {
		size_t len = strcspn(s, "&");

		if (len > (size_t)(end - s))
			len = (size_t)(end - s);
		if (len > 0 && !is_tracking(s, len)) {
			*out++ = join;
			memcpy(out, s, len);
			out += len;
			join = '&';
		}
		s += len + 1;
	}
	return out;
}

static char *
key_of_id(struct arena *arena, const char *id)
{
	char *key = arena_dup(arena, VIDEO "...........", 3 + ID_LEN);

	memcpy(key + 3, id, ID_LEN);
	return key;
}

char *
link_watch_key(struct arena *arena, const char *url)
{
	return key_of_id(arena, url + LINK_WATCH - ID_LEN);
}

const char *
link_key_id(const char *key)
{
	size_t len = strlen(VIDEO);

	return strncmp(key, VIDEO, len) == 0 ? key + len : key;
}

/* Cuts the path to its last name if that is a number; else leaves it alone. */
static void
cut_to_number(struct link_piece *path, size_t end)
{
	size_t at = end;

	while (at > 0 && text_ascii_digit(path->s[at - 1]))
		at--;
	if (at == end || at == 0 || path->s[at - 1] != '/')
		return;
	path->s += at - 1;
	path->len = end - at + 1;
}

/* A video may be shown within a channel, and its link may have a word of pass. */
static void
unify_vimeo(struct link_parts *parts)
{
	static const char *const within[] = {
	    "/video/", "/channels/", "/groups/", "/album/", "/showcase/"};
	struct link_piece *path = &parts->path;
	size_t first = 1;

	parts->query.len = 0;
	while (first < path->len && path->s[first] != '/')
		first++;
	if (path->len > 1)
		cut_to_number(path, first);
	for (size_t i = 0; i < sizeof(within) / sizeof(within[0]); i++)
		if (link_has_prefix(path->s, path->len, within[i]))
			cut_to_number(path, path->len);
}

/* Takes `prefix` off the path; false if it does not begin so. */
static bool
cut_prefix(struct link_piece *path, const char *prefix)
{
	size_t n = strlen(prefix);

	if (path->len <= n || !link_has_prefix(path->s, path->len, prefix))
		return false;
	path->s += n;
	path->len -= n;
	return true;
}

/* Makes one of the page and the players of a video. */
static const char *
unify(struct link_parts *parts)
{
	struct link_piece *path = &parts->path;
	bool pro = link_piece_is(parts->host, "vimeopro.com");

	if (pro)
		cut_to_number(path, path->len);
	if (pro || link_piece_is(parts->host, "player.vimeo.com"))
		parts->host = (struct link_piece){"vimeo.com", 9};
	if (link_piece_is(parts->host, "vimeo.com"))
		unify_vimeo(parts);
	if (link_piece_is(parts->host, "archive.org") &&
	    cut_prefix(path, "/embed/"))
		return "/details/";
	if (cut_prefix(path, "/videos/embed/") ||
	    (path->len >= sizeof("/w/") - 1 + PEERTUBE_ID &&
		cut_prefix(path, "/w/")))
		return "/videos/watch/";
	return "";
}

/* The host in ASCII, as it is asked for; without a dot that ends it. */
static void
settle_host(struct arena *arena, const char *url, struct link_parts *parts)
{
	struct link_piece *host = &parts->host;
	const char *name = text_is_ascii(host->s, host->len)
	    ? NULL
	    : host_hidden(arena, url);

	if (name) {
		name += link_has_prefix(name, strlen(name), "www.") ? 4 : 0;
		*host = (struct link_piece){name, strlen(name)};
	}
	while (host->len > 1 && host->s[host->len - 1] == '.')
		host->len--;
}

/* The URL as all that are only written otherwise; itself if it is that. */
static const char *
plain(struct arena *arena, const char *url)
{
	size_t len = strlen(url);
	char *out;

	if (!memchr(url, '%', len) && text_is_ascii(url, len))
		return url;
	out = arena_alloc(arena, 3 * len + 1);
	link_plain(url, out);
	return out;
}

char *
link_key(struct arena *arena, const char *url)
{
	char id[ID_LEN + 1];
	struct link_parts parts;
	const char *folder;
	char *page;

	if (link_youtube_id(url, id))
		return key_of_id(arena, id);
	url = plain(arena, url);
	if (!link_take_apart(url, &parts))
		return arena_dup(arena, url, strlen(url));
	settle_host(arena, url, &parts);
	while (parts.path.len > 0 && parts.path.s[parts.path.len - 1] == '/')
		parts.path.len--;
	if (link_piece_is(parts.port, parts.secure ? ":443" : ":80"))
		parts.port.len = 0;
	page = link_site_page(arena, &parts);
	if (page)
		return page;
	folder = unify(&parts);

	char *key = arena_alloc(arena,
	    strlen(url) + parts.host.len + sizeof("https://") + strlen(folder) +
		1);
	char *out = stpcpy(key, "https://");

	for (size_t i = 0; i < parts.host.len; i++)
		*out++ = text_ascii_lower(parts.host.s[i]);
	memcpy(out, parts.port.s ? parts.port.s : "", parts.port.len);
	out = stpcpy(out + parts.port.len, folder);
	memcpy(out, parts.path.s, parts.path.len);
	out = add_query(out + parts.path.len, parts.query);
	*out = '\0';
	return key;
}
