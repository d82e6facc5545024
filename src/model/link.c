#include "lectern/model/link.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "model/link_parts.h"

#define ID_LEN     11  /* of a YouTube video */
#define SHORT_LEN  22  /* of the short id of a video of PeerTube */
#define USUAL_MOST 300 /* bytes of an address of one */

/* What may stand in no URL that is handed to a program. */
#define UNUSUAL(PUT, n) \
	SCAN_CONTROLS(PUT, n) \
	PUT(' ', n) \
	PUT('"', n) \
	PUT('\'', n) PUT('<', n) PUT('>', n) PUT('\\', n) PUT(0x7F, n)

/* What ends a bare URL. */
#define NO_URL(PUT, n) \
	SCAN_CONTROLS(PUT, n) \
	PUT(' ', n) PUT('<', n) PUT('"', n) PUT('`', n)

#define TRUE_2  true, true
#define TRUE_10 TRUE_2, TRUE_2, TRUE_2, TRUE_2, TRUE_2
#define TRUE_26 TRUE_10, TRUE_10, TRUE_2, TRUE_2, TRUE_2

/* Bytes that may stand in an id. */
static const bool in_id[UCHAR_MAX + 1] = {['-'] = true,
    ['_'] = true,
    ['0'] = TRUE_10,
    ['A'] = TRUE_26,
    ['a'] = TRUE_26};

/* How many of the first bytes at `s` may stand in an id. */
static size_t
id_bytes(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && in_id[(unsigned char)s[n]])
		n++;
	return n;
}

/* Copies the id that `s` begins with, if it is one and no longer. */
static bool
take_id(const char *s, size_t len, char id[ID_LEN + 1])
{
	if (id_bytes(s, len) != ID_LEN)
		return false;
	memcpy(id, s, ID_LEN);
	id[ID_LEN] = '\0';
	return true;
}

#define WATCH "https://www.youtube.com/watch?v="

bool
link_is_watch(const char *s, size_t len)
{
	const unsigned char *id = (const unsigned char *)s + sizeof(WATCH) - 1;

	/* Documents have many: no loop. */
	_Static_assert(LINK_WATCH == sizeof(WATCH) - 1 + ID_LEN, "link.h");
	return len == LINK_WATCH && memcmp(s, WATCH, sizeof(WATCH) - 1) == 0 &&
	    (in_id[id[0]] & in_id[id[1]] & in_id[id[2]] & in_id[id[3]] &
		in_id[id[4]] & in_id[id[5]] & in_id[id[6]] & in_id[id[7]] &
		in_id[id[8]] & in_id[id[9]] & in_id[id[10]]);
}

/* Bytes that may stand in no URL that is handed to a program. */
static const struct scan_set unusual = SCAN_SET(UNUSUAL);

const char *
link_fault(const char *url)
{
	const size_t len = strlen(url);
	struct link_parts parts;

	if (link_is_watch(url, len))
		return NULL;
	if (!link_take_apart(url, &parts))
		return link_has_prefix(url, len, "https://") ||
			link_has_prefix(url, len, "http://")
		    ? N_("no host")
		    : N_("neither http nor https");
	return scan_until(&unusual, url, len, 0) < len
	    ? N_("a blank, quote or bracket in its host")
	    : NULL;
}

bool
link_is_openable(const char *url)
{
	return link_fault(url) == NULL;
}

bool
link_is_path(const char *url)
{
	return *url != '#' && *url != '\0' && *url != '<' &&
	    url[strcspn(url, ":/?#")] != ':' && strncmp(url, "//", 2) != 0;
}

const char *
link_encode(struct arena *arena, const char *url)
{
	static const char digits[] = "0123456789ABCDEF";
	struct link_parts parts;
	size_t len = strlen(url), found = 0;

	for (size_t i = 0; i < len; i++)
		found += unusual.has[(unsigned char)url[i]];
	if (found == 0 || !link_take_apart(url, &parts))
		return url;

	char *encoded = arena_alloc(arena, len + 2 * found + 1);
	char *out = encoded;

	for (const char *s = url; *s; s++) {
		if (s < parts.path.s || !unusual.has[(unsigned char)*s]) {
			*out++ = *s;
			continue;
		}
		*out++ = '%';
		*out++ = digits[(unsigned char)*s >> 4];
		*out++ = digits[*s & 0xF];
	}
	return encoded;
}

/* Whether a host is a front end of YouTube, going by its name. */
static bool
is_front_end(struct link_piece host)
{
	static const char *const words[] = {"invidious.", "redirect.invidious.",
	    "invidio.us", "inv.", "piped.", "yewtu.be"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (link_has_prefix(host.s, host.len, words[i]))
			return true;
	return false;
}

/* Whether an id is no word: front ends have pages of their own, too. */
static bool
is_no_word(const char *id)
{
	for (; *id; id++)
		if (*id < 'a' || *id > 'z')
			return true;
	return false;
}

/* Takes the id from a path, or from what a link that is shared leads to. */
static bool
id_of_path(const struct link_parts *parts, char id[ID_LEN + 1])
{
	static const char *const folders[] = {"/embed/", "/shorts/", "/live/",
	    "/v/", "/vi/", "/e/", "/w/", "/watch/"};
	static const char shared[] = "%2Fwatch%3Fv%3D";
	struct link_piece path = parts->path;

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		size_t n = strlen(folders[i]);

		if (link_has_prefix(path.s, path.len, folders[i]))
			return take_id(path.s + n, path.len - n, id);
	}
	if (link_piece_is(path, "/attribution_link")) {
		struct link_piece to = link_parameter(parts->query, "u=");
		size_t n = sizeof(shared) - 1;

		return to.len >= n + ID_LEN &&
		    link_has_prefix(to.s, to.len, shared) &&
		    take_id(to.s + n, to.len - n, id);
	}
	return false;
}

static bool
youtube_id(const struct link_parts *parts, char id[ID_LEN + 1])
{
	bool is_short = link_piece_is(parts->host, "youtu.be") ||
	    link_piece_is(parts->host, "yt.be") ||
	    link_piece_is(parts->host, "y2u.be");
	bool front = is_front_end(parts->host);
	struct link_piece path = parts->path;

	if (!is_short && !front && !link_host_is(parts->host, "youtube.com") &&
	    !link_host_is(parts->host, "youtube-nocookie.com") &&
	    !link_host_is(parts->host, "youtubekids.com") &&
	    !link_piece_is(parts->host, "youtube.googleapis.com"))
		return false;
	if (path.len <= 1 || link_piece_is(path, "/watch") ||
	    link_piece_is(path, "/watch/")) {
		struct link_piece v = link_parameter(parts->query, "v=");

		return take_id(v.s, v.len, id);
	}
	if (id_of_path(parts, id))
		return true;
	return (is_short || front) && take_id(path.s + 1, path.len - 1, id) &&
	    (is_short || is_no_word(id));
}

bool
link_youtube_id(const char *url, char id[12])
{
	char plain[3 * USUAL_MOST + 1];
	struct link_parts parts;
	size_t len = strlen(url);

	if (link_is_watch(url, len)) {
		memcpy(id, url + sizeof(WATCH) - 1, ID_LEN + 1);
		return true;
	}
	if (len <= USUAL_MOST && memchr(url, '%', len)) {
		link_plain(url, plain);
		url = plain;
	}
	return link_take_apart(url, &parts) && youtube_id(&parts, id);
}

static bool
has_digit(struct link_piece piece)
{
	for (size_t i = 0; i < piece.len; i++)
		if (text_ascii_digit(piece.s[i]))
			return true;
	return false;
}

bool
link_is_youtube_id(const char *s, size_t len)
{
	return len == ID_LEN && id_bytes(s, len) == len;
}

const char *
link_of_youtube(struct arena *arena, const char *id)
{
	return arena_printf(arena, WATCH "%.*s", ID_LEN, id);
}

/* Whether a path ends as that of a film does. */
static bool
is_film(struct link_piece path)
{
	static const char *const endings[] = {
	    "mp4", "webm", "mkv", "ogv", "mov", "m4v"};
	const char *dot = memrchr(path.s, '.', path.len);
	struct link_piece ending;

	if (!dot || dot == path.s)
		return false;
	ending.s = dot + 1;
	ending.len = (size_t)(path.s + path.len - ending.s);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (link_piece_is(ending, endings[i]))
			return true;
	return false;
}

/* Whether a path of Facebook is a video's: "/harbour/videos/vb.12/7310042". */
static bool
is_in_videos(struct link_piece path)
{
	static const char folder[] = "/videos/";
	const char *at = memmem(path.s, path.len, folder, sizeof(folder) - 1);
	struct link_piece rest = {at, 0};

	if (!at)
		return false;
	rest.len = path.len - (size_t)(at - path.s);
	return has_digit(rest);
}

/* Whether a host begins as that of a site of films does: "peertube.cove.example". */
static bool
is_tube(struct link_piece host)
{
	return link_has_prefix(host.s, host.len, "peertube.") ||
	    link_has_prefix(host.s, host.len, "tube.");
}

/* Whether a path is "/w/" and the short id of a video, as PeerTube has them. */
static bool
has_short_id(struct link_piece path, bool tube)
{
	size_t n = path.len > 3 ? id_bytes(path.s + 3, path.len - 3) : 0;

	return n > 0 && n + 3 == path.len && (tube || n == SHORT_LEN) &&
	    link_has_prefix(path.s, path.len, "/w/");
}

/* Whether a path is that of a video on a site that has other pages, too. */
static bool
is_on_site(const struct link_parts *parts)
{
	struct link_piece path = parts->path;

	if (link_host_is(parts->host, "twitch.tv"))
		return link_has_prefix(path.s, path.len, "/videos/") ||
		    memmem(path.s, path.len, "/v/", 3);
	if (link_host_is(parts->host, "infoq.com"))
		return link_has_prefix(path.s, path.len, "/presentations/");
	return has_short_id(path, is_tube(parts->host)) ||
	    link_has_prefix(path.s, path.len, "/videos/watch/") ||
	    link_has_prefix(path.s, path.len, "/videos/embed/");
}

bool
link_is_video(const char *url)
{
	const size_t len = strlen(url);
	char id[ID_LEN + 1];
	struct link_parts parts;

	if (link_is_watch(url, len))
		return true;
	if (!link_take_apart(url, &parts))
		return false;
	if ((memchr(url, '%', len) ? link_youtube_id(url, id)
				   : youtube_id(&parts, id)) ||
	    (is_film(parts.path) &&
		/* People may be called as hosts are: "ann.mov". */
		!link_has_prefix(parts.path.s, parts.path.len, "/profile/")))
		return true;
	if (link_host_is(parts.host, "vimeo.com"))
		return has_digit(parts.path);
	if (link_host_is(parts.host, "facebook.com"))
		return is_in_videos(parts.path);
	if (link_host_is(parts.host, "media.ccc.de"))
		return link_has_prefix(parts.path.s, parts.path.len, "/v/");
	if (link_host_is(parts.host, "bilibili.com"))
		return link_has_prefix(parts.path.s, parts.path.len, "/video/");
	if (link_host_is(parts.host, "v.qq.com"))
		return link_has_prefix(parts.path.s, parts.path.len, "/x/");
	return is_on_site(&parts);
}

/* Takes a number off the start of a time; 0 if there is none. */
static long
take_number(const char **s, const char *end)
{
	long n = 0;

	while (*s < end && text_ascii_digit(**s) && n < 1000000)
		n = n * 10 + (*(*s)++ - '0');
	return n;
}

/* "90", "90s", "1h2m3s"; 0 where it is none of these. */
static long
take_time(const char *s, size_t len)
{
	const char *end = s + len;
	long seconds = 0;

	while (s < end) {
		const char *start = s;
		long n = take_number(&s, end);
		char unit = 's';

		if (s == start)
			return 0;
		if (s < end)
			unit = *s++;
		if (unit != '.' && !strchr("hms", unit))
			return 0;
		seconds += unit == 'h' ? n * 3600 : unit == 'm' ? n * 60 : n;
		if (unit == '.')
			return seconds;
	}
	return seconds;
}

long
link_seconds(const char *url)
{
	const char *s = url;

	if (link_is_watch(url, strlen(url)))
		return 0;
	s += strcspn(url, "?#");
	while (*s) {
		size_t len = strcspn(++s, "?#&;");

		if (link_has_prefix(s, len, "t="))
			return take_time(s + 2, len - 2);
		if (link_has_prefix(s, len, "start="))
			return take_time(s + 6, len - 6);
		s += len;
	}
	return 0;
}

/* How many brackets are opened and not closed; less than 0: the reverse. */
static long
count_open(const char *s, size_t len)
{
	long open = 0;

	for (size_t i = 0; i < len; i++)
		open += (s[i] == '(') - (s[i] == ')');
	return open;
}

/* Returns the bytes of a typographic quote or ellipsis that ends the text. */
static size_t
typographic(const char *s, size_t len)
{
	static const char *const signs[] = {"\u00AB", "\u00BB", "\u2018",
	    "\u2019", "\u201A", "\u201C", "\u201D", "\u201E", "\u2026",
	    "\u2039", "\u203A"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		size_t n = strlen(signs[i]);

		if (len > n && memcmp(s + len - n, signs[i], n) == 0)
			return n;
	}
	return 0;
}

/*
 * Returns how many bytes at the end of a bare URL do not belong to it; `open`
 * is how many opening brackets it has.
 */
static size_t
trailing(const char *s, size_t len, long open)
{
	char last = s[len - 1];

	if ((unsigned char)last >= 0x80)
		return typographic(s, len);
	if (strchr("?!.,:*_~'\"", last))
		return 1;
	if (last == ';') {
		size_t at = len - 1;

		while (at > 0 && text_ascii_word(s[at - 1]))
			at--;
		return at > 0 && s[at - 1] == '&' ? len - at + 1 : 0;
	}
	return last == ')' && open < 0 ? 1 : 0;
}

/*
 * Whether a code point of CJK punctuation, or a wide form of ASCII's, begins
 * the text: U+3000 to 303F, FF01 to FF0F, FF1A to FF20, FF3B to FF40, and FF5B
 * to FF65.
 */
static bool
is_wide_punctuation(const char *s, size_t len)
{
	uint32_t c;

	if (len < 3 || (*s != '\xE3' && *s != '\xEF'))
		return false;
	text_decode(s, len, &c);
	return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) ||
	    (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
	    (c >= 0xFF5B && c <= 0xFF65);
}

size_t
link_bare(const char *s, size_t len)
{
	static const struct scan_set no_url = SCAN_SET(NO_URL);
	size_t start, end;

	/* Most texts end here. */
	if (len == 0 || ((*s | 0x20) != 'h' && (*s | 0x20) != 'w'))
		return 0;
	start = link_has_prefix(s, len, "https://") ? 8
	    : link_has_prefix(s, len, "http://")    ? 7
	    : link_has_prefix(s, len, "www.")       ? 4
						    : 0;

	if (start == 0 || start >= len ||
	    !text_is_word(
		(unsigned char)s[start] < 0x80 ? (unsigned char)s[start] : 'x'))
		return 0;
	end = scan_until(&no_url, s, len, start);
	for (size_t i = start + scan_ascii(s + start, end - start); i < end;
	     i++) {
		if (is_wide_punctuation(s + i, len - i))
			end = i;
	}
	/* How many brackets are open matters where one may be closed. */
	long open = memchr(s, ')', end) ? count_open(s, end) : 0;

	for (size_t n; end > start && (n = trailing(s, end, open)) > 0;) {
		end -= n;
		open -= count_open(s + end, n);
	}
	return end > start ? end : 0;
}

bool
link_lacks_scheme(const char *url)
{
	static const char *const begin[] = {"www.", "http//", "https//"};
	static const char *const ends[] = {".com", ".org", ".net", ".io",
	    ".dev", ".edu", ".gov", ".app", ".info", ".de", ".fr", ".nl", ".uk",
	    ".eu", ".ch", ".at", ".it", ".es", ".ru", ".cn", ".jp", ".br",
	    ".in"};
	size_t len = strcspn(url, ":/?#");

	if (!text_ascii_word(*url) || url[len] == ':')
		return false;
	for (size_t i = 0; i < sizeof(begin) / sizeof(*begin); i++) {
		if (text_ascii_same(url, begin[i], strlen(begin[i])))
			return true;
	}
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (len > n && text_ascii_same(url + len - n, ends[i], n))
			return true;
	}
	return false;
}
