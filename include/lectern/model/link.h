/*
 * Links: which may be opened, which are videos, and the key by which a talk's
 * marks are kept.
 */
#ifndef LECTERN_LINK_H
#define LECTERN_LINK_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Whether lectern may hand the URL to another program: http or https, a
 * host, and no blank, control character, quote, backslash or angle bracket.
 */
bool link_is_openable(const char *url);

/* Whether the URL leads to a video (a known site's video page, or a file). */
bool link_is_video(const char *url);

/*
 * What a link leads to, as far as its URL and the `len` bytes at `text`, which
 * it has in the notes, tell: "video", "slides", "paper", "code" or "page".
 */
const char *link_kind(const char *url, const char *text, size_t len);

/*
 * Finds the YouTube video id (11 characters of A-Za-z0-9_-) in any of the
 * site's URL forms: watch?v= with other parameters, youtu.be, embed, shorts,
 * live, v, on www., m., music. or -nocookie, and watch?v= of Invidious
 * and Piped, known by the names of their hosts.  False for other URLs.
 */
bool link_youtube_id(const char *url, char id[12]);

/*
 * The second at which the URL has a player begin (t=, start=, as 90, 90s or
 * 1h2m3s, also after #), or 0.
 */
long link_seconds(const char *url);

/*
 * The key of a talk with this URL: `yt:ID` for YouTube and its front ends
 * Invidious and Piped; one URL for the two hosts that Vimeo and media.ccc.de
 * each have; otherwise the URL
 * with scheme and host in lower case, http as https, no `www.`, no default
 * port, no fragment, no tracking parameters (utm_*, si, feature), no
 * trailing slash.  Owned by the arena.
 */
char *link_key(struct arena *arena, const char *url);

/* The id that a talk with this key has: the key itself, or a video's id. */
const char *link_key_id(const char *key);

/*
 * The length of the bare URL (http://, https:// or www.) that starts at `s`,
 * 0 if none does.  Follows GitHub Flavored Markdown's extended autolinks:
 * trailing ?!.,:*_~'" are not part, nor an unbalanced closing parenthesis,
 * nor an entity at the end.
 */
size_t link_bare(const char *s, size_t len);

#endif
