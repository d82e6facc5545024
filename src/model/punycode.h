/*
 * Punycode, the ASCII form of labels of hosts (RFC 3492).
 */
#ifndef LECTERN_PUNYCODE_H
#define LECTERN_PUNYCODE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Writes the label of the `n` code points as "xn--" and its punycode (section
 * 6.3) to `out`, and returns the end.  `out` needs room for the most digits that
 * each code point can take: see host.c.
 */
char *punycode_put(char *out, const uint32_t *codes, size_t n);

#endif
