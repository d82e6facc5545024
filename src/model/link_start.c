#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/model/link.h"
#include "model/link_parts.h"

/* How a site takes the second to start at. */
static const char *
form_of(const char *url, const struct link_parts *parts)
{
	struct link_piece path = parts->path;
	char id[12];

	if (link_youtube_id(url, id))
		return link_has_prefix(path.s, path.len, "/embed/") ? "start="
								    : "t=";
	if (link_has_prefix(path.s, path.len, "/videos/watch/") ||
	    link_has_prefix(path.s, path.len, "/videos/embed/") ||
	    link_has_prefix(path.s, path.len, "/w/"))
		return "start=";
	if (!link_is_video(url))
		return NULL;
	return link_host_is(parts->host, "bilibili.com") ? "t=" : "#t=";
}

static bool
is_start(const char *s, size_t len)
{
	return link_has_prefix(s, len, "t=") ||
	    link_has_prefix(s, len, "start=");
}

/* Copies what the URL has up to its fragment but a start; returns the end. */
static char *
copy_rest(char *out, const char *url, bool *query)
{
	size_t len = strcspn(url, "?#"), n = 0;
	char join = '?';

	memcpy(out, url, len);
	out += len;
	for (url += len; *url == '?' || *url == '&'; url += n) {
		n = strcspn(++url, "&#");
		if (n == 0 || is_start(url, n))
			continue;
		*out++ = join;
		memcpy(out, url, n);
		out += n;
		join = '&';
	}
	*query = join == '&';
	return out;
}

bool
link_is_same(const char *url, const char *other)
{
	struct arena *arena = arena_new();
	bool same = strcmp(link_key(arena, url), link_key(arena, other)) == 0;

	arena_free(arena);
	return same;
}

const char *
link_start(struct arena *arena, const char *url, long second)
{
	struct link_parts parts;
	const char *form;
	bool query;
	char *started, *end;

	if (!link_take_apart(url, &parts))
		return url;
	form = form_of(url, &parts);
	if (!form)
		return url;
	started = arena_alloc(arena, strlen(url) + 40);
	end = copy_rest(started, url, &query);
	if (*form != '#')
		*end++ = query ? '&' : '?';
	snprintf(end, 32, "%s%ld%s", form, second,
	    link_host_is(parts.host, "vimeo.com") ? "s" : "");
	return started;
}
