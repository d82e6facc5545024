#include "model/link_parts.h"

#include <string.h>

#include "lectern/base/text.h"

bool
link_take_apart(const char *url, struct link_parts *parts)
{
	const char *s;

	memset(parts, 0, sizeof(*parts));
	parts->secure = link_has_prefix(url, strlen(url), "https://");
	if (!parts->secure && !link_has_prefix(url, strlen(url), "http://"))
		return false;
	s = url + (parts->secure ? 8 : 7);

	size_t len = strcspn(s, "/?#");
	const char *rest = s + len;
	const char *at = memrchr(s, '@', len);

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

struct link_piece
link_parameter(struct link_piece query, const char *name)
{
	size_t n = strlen(name);
	const char *s = query.s ? query.s : "", *end = s + query.len;

	while (s < end) {
		size_t len = strcspn(s, "&;");

		if (len > (size_t)(end - s))
			len = (size_t)(end - s);
		if (len > n && memcmp(s, name, n) == 0)
			return (struct link_piece){s + n, len - n};
		s += len + 1;
	}
	return (struct link_piece){"", 0};
}

static char *
put_encoded(char *out, unsigned char byte)
{
	static const char digits[] = "0123456789ABCDEF";

	*out++ = '%';
	*out++ = digits[byte >> 4];
	*out++ = digits[byte & 0xF];
	return out;
}

void
link_plain(const char *url, char *out)
{
	const char *host = strstr(url, "://");
	const char *path = host ? host + 3 + strcspn(host + 3, "/?#") : url;

	for (const char *s = url; *s; s++) {
		unsigned char byte = (unsigned char)*s;
		bool coded = *s == '%' && text_ascii_hex(s[1]) >= 0 &&
		    text_ascii_hex(s[2]) >= 0;

		if (coded) {
			byte = (unsigned char)(text_ascii_hex(s[1]) * 16 +
			    text_ascii_hex(s[2]));
			coded = byte >= 0x80 ||
			    !(text_ascii_word((char)byte) ||
				text_ascii_any((char)byte, "-._~"));
			s += 2;
		}
		if (coded || (byte >= 0x80 && s >= path))
			out = put_encoded(out, byte);
		else
			*out++ = (char)byte;
	}
	*out = '\0';
}
