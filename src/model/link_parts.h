/*
 * A URL taken apart, for what else this area asks of links.
 */
#ifndef LECTERN_LINK_PARTS_H
#define LECTERN_LINK_PARTS_H

#include <stdbool.h>
#include <stddef.h>

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

/* Whether the `len` bytes at `s` begin with `prefix`, in any case of ASCII. */
bool link_has_prefix(const char *s, size_t len, const char *prefix);

/* Whether the host is `domain` or stands below it. */
bool link_host_is(struct link_piece host, const char *domain);

#endif
