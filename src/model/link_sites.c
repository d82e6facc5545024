#include "model/link_sites.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "model/link_parts.h"

/*
 * A form of address: `before` is the path up to the id or, with a question mark,
 * a parameter whose value the id is; `page` is where the video is shown.  An id
 * has letters, digits and what is in `also`.  Behind it nothing may follow but
 * what begins with a byte of `after`.  The page has `end` behind it (NULL: none).
 * Of one site the longer forms come first.
 */
static const struct form {
	const char *host, *before, *page, *also, *after, *end;
} forms[] = {
    {"dai.ly", "/", "https://dailymotion.com/video/", "", "", NULL},
    {"dailymotion.com", "/embed/video/", "https://dailymotion.com/video/", "",
	"_", NULL},
    {"dailymotion.com", "/video/", "https://dailymotion.com/video/", "", "_",
	NULL},
    {"dailymotion.com", "?video=", "https://dailymotion.com/video/", "", "_",
	NULL},
    {"bilibili.com", "/video/", "https://bilibili.com/video/", "", "", NULL},
    {"bilibili.com", "?bvid=", "https://bilibili.com/video/", "", "", NULL},
    {"b23.tv", "/BV", "https://bilibili.com/video/BV", "", "", NULL},
    {"twitch.tv", "/videos/", "https://twitch.tv/videos/", "", "", NULL},
    {"player.twitch.tv", "?video=v", "https://twitch.tv/videos/", "", "", NULL},
    {"player.twitch.tv", "?video=", "https://twitch.tv/videos/", "", "", NULL},
    {"nico.ms", "/", "https://nicovideo.jp/watch/", "", "", NULL},
    {"nicovideo.jp", "/watch/", "https://nicovideo.jp/watch/", "", "", NULL},
    {"rutube.ru", "/video/embed/", "https://rutube.ru/video/", "", "", NULL},
    {"rutube.ru", "/play/embed/", "https://rutube.ru/video/", "", "", NULL},
    {"rutube.ru", "/video/", "https://rutube.ru/video/", "", "", NULL},
    {"ted.com", "/talks/", "https://ted.com/talks/", "_-.", "", NULL},
    {"streamable.com", "/e/", "https://streamable.com/", "", "", NULL},
    {"streamable.com", "/o/", "https://streamable.com/", "", "", NULL},
    {"loom.com", "/embed/", "https://loom.com/share/", "", "", NULL},
    {"loom.com", "/share/", "https://loom.com/share/", "", "", NULL},
    {"drive.google.com", "/file/d/", "https://drive.google.com/file/d/", "_-",
	"/", "/view"},
    {"drive.google.com", "?id=", "https://drive.google.com/file/d/", "_-", "",
	"/view"},
    {"youku.com", "/v_show/id_", "https://v.youku.com/v_show/id_", "=", ".",
	".html"},
    {"player.youku.com", "/embed/", "https://v.youku.com/v_show/id_", "=", "",
	".html"},
    {"v.qq.com", "/x/page/", "https://v.qq.com/x/page/", "", ".", ".html"},
    {"v.qq.com", "?vid=", "https://v.qq.com/x/page/", "", "", ".html"},
    {"wistia.net", "/embed/iframe/", "https://wistia.com/medias/", "", "",
	NULL},
    {"wistia.com", "/embed/iframe/", "https://wistia.com/medias/", "", "",
	NULL},
    {"wistia.com", "/medias/", "https://wistia.com/medias/", "", "", NULL},
    {"vkvideo.ru", "/video-", "https://vk.com/video-", "_", "", NULL},
    {"vk.com", "/video-", "https://vk.com/video-", "_", "", NULL},
    {"vimeo.com", "?clip_id=", "https://vimeo.com/", "", "", NULL},
    {"media.ccc.de", "/v/", "https://media.ccc.de/v/", "_-.", "/", NULL},
    {"odysee.com", "/$/embed/", "https://odysee.com/", "@:/-_.~", "", NULL},
    {"lbry.tv", "/", "https://odysee.com/", "@:/-_.~", "", NULL},
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* What stands where the form has its id, with all behind it; or nothing. */
static struct link_piece
place(const struct form *form, const struct link_parts *parts)
{
	size_t n = strlen(form->before);

	if (*form->before == '?')
		return link_parameter(parts->query, form->before + 1);
	if (parts->path.len > n && memcmp(parts->path.s, form->before, n) == 0)
		return (struct link_piece){
		    parts->path.s + n, parts->path.len - n};
	return (struct link_piece){"", 0};
}

/* Cuts the piece to its id; false: it has none. */
static bool
cut_to_id(const struct form *form, struct link_piece *piece)
{
	size_t n = 0;

	while (n < piece->len &&
	    (text_ascii_word(piece->s[n]) ||
		text_ascii_any(piece->s[n], form->also)))
		n++;
	if (n == 0 ||
	    (n < piece->len && !text_ascii_any(piece->s[n], form->after)))
		return false;
	piece->len = n;
	return true;
}

/* A video of Bilibili may have parts, which are other videos. */
static const char *
part_of(struct arena *arena, const struct link_parts *parts)
{
	struct link_piece part = link_parameter(parts->query, "p=");

	if (part.len == 0)
		part = link_parameter(parts->query, "page=");
	return part.len == 0 || (part.len == 1 && *part.s == '1')
	    ? ""
	    : arena_printf(arena, "?p=%.*s", (int)part.len, part.s);
}

/* PeerTube, which may be at any host. */

#define UUID_DIGITS 32
#define SHORT_ID    22

/* Whether it is a UUID, as PeerTube gives one to each video. */
static bool
is_uuid(struct link_piece id)
{
	if (id.len != UUID_DIGITS + 4)
		return false;
	for (size_t i = 0; i < id.len; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? id.s[i] != '-' : text_ascii_hex(id.s[i]) < 0)
			return false;
	}
	return true;
}

/*
 * Writes the UUID that a short id stands for, a number in digits of base 58, as
 * Flickr has them; false: it is none.
 */
static bool
put_uuid(struct link_piece id, char uuid[UUID_DIGITS + 5])
{
	static const char digits[] = "123456789abcdefghijkmnopqrstuvwxyz"
				     "ABCDEFGHJKLMNPQRSTUVWXYZ";
	unsigned char byte[UUID_DIGITS / 2] = {0};
	char *out = uuid;

	if (id.len != SHORT_ID)
		return false;
	for (size_t i = 0; i < id.len; i++) {
		const char *digit = strchr(digits, id.s[i]);
		unsigned rest = digit ? (unsigned)(digit - digits) : 0;

		if (!digit)
			return false;
		for (size_t k = sizeof(byte); k > 0; k--) {
			rest += byte[k - 1] * 58U;
			byte[k - 1] = (unsigned char)rest;
			rest >>= 8;
		}
		if (rest > 0)
			return false;
	}
	for (size_t k = 0; k < sizeof(byte); k++) {
		if (k == 4 || k == 6 || k == 8 || k == 10)
			*out++ = '-';
		*out++ = "0123456789abcdef"[byte[k] >> 4];
		*out++ = "0123456789abcdef"[byte[k] & 15];
	}
	*out = '\0';
	return true;
}

/* Sites of all kinds have such folders: only ids that are surely some count. */
static char *
peertube_page(struct arena *arena, const struct link_parts *parts)
{
	static const char *const folders[] = {
	    "/videos/watch/", "/videos/embed/", "/w/"};
	char uuid[UUID_DIGITS + 5];

	for (size_t i = 0; i < COUNT(folders); i++) {
		const struct form form = {.before = folders[i]};
		struct link_piece id = place(&form, parts);

		if (id.len == 0 || (!is_uuid(id) && !put_uuid(id, uuid)))
			continue;
		if (is_uuid(id)) {
			for (size_t k = 0; k < id.len; k++)
				uuid[k] = text_ascii_lower(id.s[k]);
			uuid[id.len] = '\0';
		}
		return arena_printf(arena, "https://%s%.*s/videos/watch/%s",
		    text_lower(arena, parts->host.s, parts->host.len),
		    (int)parts->port.len, parts->port.s ? parts->port.s : "",
		    uuid);
	}
	return NULL;
}

char *
link_site_page(struct arena *arena, const struct link_parts *parts)
{
	for (size_t i = 0; i < COUNT(forms); i++) {
		const struct form *form = &forms[i];
		struct link_piece id;

		if (!link_host_is(parts->host, form->host))
			continue;
		id = place(form, parts);
		if (cut_to_id(form, &id))
			return arena_printf(arena, "%s%.*s%s%s", form->page,
			    (int)id.len, id.s, form->end ? form->end : "",
			    link_has_prefix(form->page, strlen(form->page),
				"https://bilibili")
				? part_of(arena, parts)
				: "");
	}
	return peertube_page(arena, parts);
}
