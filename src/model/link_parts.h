/*
 * A URL taken apart, for what else this area asks of links.
 */
#ifndef LECTERN_LINK_PARTS_H
#define LECTERN_LINK_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "lectern/base/text.h"

/* A stretch of a URL. */
struct link_piece {
	const char *s;
	size_t len;
};

/* A URL taken apart; the pieces point into it. */
struct link_parts {
	struct link_piece host;  /* without user, port and leading www. */
	struct link_piece port;  /* with its colon, or empty */
	struct link_piece path;  /* from the slash on, or empty */
	struct link_piece query; /* without its question mark, or empty */
	bool secure;
};

/* Takes `url` apart; false where it is not http or https with a host. */
bool link_take_apart(const char *url, struct link_parts *parts);

/*
 * Returns the value of the first parameter that begins with `name`, as "v=", in
 * a URL's query; empty if there is none.
 */
struct link_piece link_parameter(struct link_piece query, const char *name);

/*
 * Copies `url` as all URLs that are only written otherwise give it to `out`, which
 * has room for three times its length and a NUL.  Letters,
 * digits and -._~ that are percent-encoded are decoded, bytes beyond ASCII behind
 * the host encoded, and what stays encoded has capitals (RFC 3986, section 6.2.2).
 */
void link_plain(const char *url, char *out);

/* Whether two bytes may be one letter; most others are told apart so. */
static inline bool
link_may_be(char a, char b)
{
	return ((a ^ b) & ~0x20) == 0;
}

/* Whether the `len` bytes at `s` begin with `prefix`, in any case of ASCII. */
static inline bool
link_has_prefix(const char *s, size_t len, const char *prefix)
{
	size_t n = strlen(prefix);

	return len >= n && link_may_be(*s, *prefix) &&
	    text_ascii_same(s, prefix, n);
}

/* Whether a piece is that word, in any case of ASCII. */
static inline bool
link_piece_is(struct link_piece piece, const char *word)
{
	return piece.len == strlen(word) &&
	    text_ascii_same(piece.s, word, piece.len);
}

/* Whether the host is `domain` or stands below it. */
static inline bool
link_host_is(struct link_piece host, const char *domain)
{
	size_t n = strlen(domain);

	return host.len >= n &&
	    link_may_be(host.s[host.len - 1], domain[n - 1]) &&
	    text_ascii_same(host.s + host.len - n, domain, n) &&
	    (host.len == n || host.s[host.len - n - 1] == '.');
}

#endif
