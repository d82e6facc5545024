/*
 * Hosts: where a URL leads, told so that it misleads nobody.
 */
#ifndef LECTERN_HOST_H
#define LECTERN_HOST_H

struct arena;

/*
 * The host that a browser goes to, as it asks for it: without user information
 * and port, small, beyond ASCII as punycode (RFC 3492, RFC 5890).  Owned by the
 * arena.  NULL where the URL itself says it plainly: it has no user information,
 * and only ASCII in its host.
 */
char *host_hidden(struct arena *arena, const char *url);

#endif
