/*
 * Hosts: tells where a URL really leads.
 */
#ifndef LECTERN_HOST_H
#define LECTERN_HOST_H

struct arena;

/*
 * Returns the host that a browser would ask for, owned by the arena: in lower
 * case, without user information and port, non-ASCII as punycode (RFC 3492, RFC
 * 5890).  Returns NULL if the URL shows it plainly already: no user
 * information, and an ASCII host.
 */
char *host_hidden(struct arena *arena, const char *url);

#endif
