#include "model/link_parts.h"

#include <string.h>

#include "lectern/base/text.h"

bool
link_take_apart(const char *url, struct link_parts *parts)
{
	memset(parts, 0, sizeof(*parts));
	parts->secure = link_has_prefix(url, strlen(url), "https://");
	if (!parts->secure && !link_has_prefix(url, strlen(url), "http://"))
		return false;

	const char *s = strchr(url, ':') + 3;
	size_t len = strcspn(s, "/?#");
	const char *rest = s + len;
	const char *at = memchr(s, '@', len);

	if (at) {
		len -= (size_t)(at + 1 - s);
		s = at + 1;
	}
	const char *colon = memchr(s, ':', len);

	if (colon) {
		parts->port = (struct link_piece){
		    colon, (size_t)(rest - colon)};
		len = (size_t)(colon - s);
	}
	if (link_has_prefix(s, len, "www.")) {
		s += 4;
		len -= 4;
	}
	parts->host = (struct link_piece){s, len};
	parts->path = (struct link_piece){rest, strcspn(rest, "?#")};
	rest += parts->path.len;
	if (*rest == '?')
		parts->query = (struct link_piece){
		    rest + 1, strcspn(rest + 1, "#")};
	return len > 0;
}
