/*
 * Links: which can be opened, what they lead to, and the key of a talk that has
 * one.
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

/*
 * A link as an author may write it, made openable: of http and https blanks,
 * quotes, backslashes and angle brackets after the host are percent-encoded
 * (RFC 3986).  Returns `url` where there is nothing to do, else a copy owned by
 * the arena.
 */
const char *link_encode(struct arena *arena, const char *url);

/* Why a link cannot be opened, in a few words; NULL where it can be. */
const char *link_fault(const char *url);

/*
 * Whether the URL is the path of a file beside the document, or below its site:
 * it has neither scheme nor host, and is no place in the document itself.
 */
bool link_is_path(const char *url);

/*
 * Whether a URL that cannot be opened begins with a host, of which only the scheme
 * is missing, or its colon.
 */
bool link_lacks_scheme(const char *url);

/* Whether the URL leads to a video (a known site's video page, or a file). */
bool link_is_video(const char *url);

/* Whether the `len` bytes at `s` read as the id of a video of YouTube. */
bool link_is_youtube_id(const char *s, size_t len);

/* Returns the address of the video of YouTube with the id that begins at `id`. */
const char *link_of_youtube(struct arena *arena, const char *id);

/* What a link leads to. */
enum link_kind {
	LINK_PAGE,     /* any page or file; relative paths, too */
	LINK_VIDEO,    /* as link_is_video() says */
	LINK_SLIDES,   /* a site for slides, or a file of them */
	LINK_PAPER,    /* a site for papers */
	LINK_CODE,     /* a repository, or a file of changes */
	LINK_FEEDBACK, /* where to tell what one thinks of the talk */
	LINK_PERSON,   /* somebody's own page on a site for people */
	LINK_ASIDE,    /* an encyclopedia, a badge, a picture */
};

/*
 * Guesses what a link leads to from its URL and its text in the notes (the
 * `len` bytes at `text`, which may be none).
 */
enum link_kind link_kind(const char *url, const char *text, size_t len);

/* Returns the kind as it is shown: "video", "slides" ...; "page" for the last
   two. */
const char *link_kind_name(enum link_kind kind);

/*
 * Whether the URL leads to all that somebody publishes: a channel, a whole
 * site.
 */
bool link_is_series(const char *url);

/*
 * Finds the YouTube video id (11 characters of A-Za-z0-9_-) in any of the
 * site's URL forms: watch?v= with other parameters, youtu.be, embed, shorts,
 * live, v, on www., m., music. or -nocookie, and those of Invidious and Piped,
 * known by the names of their hosts; also where letters are percent-encoded.
 * False for other URLs.
 */
bool link_youtube_id(const char *url, char id[12]);

#define LINK_WATCH 43 /* bytes of the usual address of a video */

/*
 * Whether the `len` bytes at `s` are https://www.youtube.com/watch?v= and an id
 * and no more: so are nearly all links to videos, and this is quick to tell.
 */
bool link_is_watch(const char *s, size_t len);

/*
 * Returns the second at which the URL tells a player to start (t= or start=, as
 * 90, 90s or 1h2m3s, also after #), or 0.
 */
long link_seconds(const char *url);

/*
 * Returns the URL with the second to start at in the form that its site takes,
 * instead of one that it has: `t=` for YouTube, its front ends and Bilibili,
 * `start=` for PeerTube and embedded players, `#t=` for Vimeo, media.ccc.de and
 * files.  Owned by the arena, or `url` itself where no form is known.
 */
const char *link_start(struct arena *arena, const char *url, long second);

/*
 * Returns the key of a talk with this URL, owned by the arena.  For YouTube and
 * its front ends Invidious and Piped it is `yt:ID`; for other sites whose videos
 * have several addresses the page's (see link_sites.c); for others the URL with
 * scheme and host in lower case, http as https, the host in ASCII, bytes
 * percent-encoded only where they have to be, and without `www.`, default port,
 * fragment, tracking parameters (utm_*, si, fbclid ...) and trailing slash.  A
 * key that is a URL is its own key.
 */
char *link_key(struct arena *arena, const char *url);

/* The same, sooner, for a URL that link_is_watch(). */
char *link_watch_key(struct arena *arena, const char *url);

/* Whether two URLs have one key: they lead to the same. */
bool link_is_same(const char *url, const char *other);

/* Returns the id of a talk with this key: the key without `yt:`. */
const char *link_key_id(const char *key);

/*
 * Returns the length of the bare URL (http://, https:// or www.) that starts at
 * `s`, or 0 if none does.  Follows GitHub Flavored Markdown's extended
 * autolinks: trailing ?!.,:*_~'" are not part, nor an unbalanced closing
 * parenthesis, nor an entity at the end; and it ends before the punctuation
 * of Chinese, Japanese and Korean, which has no blank before it.
 */
size_t link_bare(const char *s, size_t len);

#endif
