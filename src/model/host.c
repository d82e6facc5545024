#include "lectern/model/host.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "model/punycode.h"

#define HOST_MOST  1024 /* bytes; names of the net have at most 253 */
#define LABEL_MOST 256  /* code points of one part of a name */

static char *
put_label(char *out, const char *s, size_t len)
{
	uint32_t codes[LABEL_MOST];
	size_t n = 0;

	if (text_is_ascii(s, len)) {
		memcpy(out, s, len);
		return out + len;
	}
	for (size_t i = 0; i < len && n < LABEL_MOST; n++)
		i += text_decode(s + i, len - i, &codes[n]);
	return punycode_put(out, codes, n);
}

/* Whether it ends a label: a full stop, or what NFKC makes of a CJK one. */
static size_t
full_stop(const char *s)
{
	if (*s == '.')
		return 1;
	return strncmp(s, "\u3002", 3) == 0 ? 3 : 0;
}

static char *
encode(struct arena *arena, const char *host)
{
	/* Room for the most digits that a code point can take. */
	char *name = arena_alloc(arena, strlen(host) * 8 + 32), *out = name;

	while (*host) {
		size_t len = 0;

		while (host[len] && full_stop(host + len) == 0)
			len++;
		out = put_label(out, host, len);
		host += len;
		if (*host) {
			*out++ = '.';
			host += full_stop(host);
		}
	}
	*out = '\0';
	return name;
}

/* Decodes percent signs, as browsers do in a host. */
static char *
decode(struct arena *arena, const char *s, size_t len)
{
	char *host = arena_alloc(arena, len + 1);
	size_t n = 0;

	for (size_t i = 0; i < len; n++) {
		bool coded = s[i] == '%' && i + 2 < len &&
		    text_ascii_hex(s[i + 1]) >= 0 &&
		    text_ascii_hex(s[i + 2]) >= 0;

		host[n] = coded ? (char)(text_ascii_hex(s[i + 1]) * 16 +
				      text_ascii_hex(s[i + 2]))
				: s[i];
		i += coded ? 3 : 1;
	}
	return text_clean(arena, host, n, NULL);
}

char *
host_hidden(struct arena *arena, const char *url)
{
	const char *start = strstr(url, "://"), *at, *host, *end;
	size_t len;
	bool user = false;

	if (!start)
		return NULL;
	start += 3;
	len = strcspn(start, "/?#\\");
	host = start;
	/* User information ends at the last `@`. */
	while ((at = memchr(host, '@', len - (size_t)(host - start)))) {
		user = true;
		host = at + 1;
	}
	len -= (size_t)(host - start);
	end = *host == '[' ? memchr(host, ']', len) : NULL;
	if (end)
		len = (size_t)(end + 1 - host);
	else if (memchr(host, ':', len))
		len = strcspn(host, ":");
	if (len > HOST_MOST)
		len = HOST_MOST;
	if (!user && text_is_ascii(host, len) && !memchr(host, '%', len))
		return NULL;

	char *name = decode(arena, host, len);

	return encode(arena, text_lower(arena, name, strlen(name)));
}
