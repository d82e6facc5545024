/* link: what may be opened, what is a video, what key it has. */
#include "unit.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/model/link.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
only_plain_web_links_are_opened(void **state)
{
	static const char *const good[] = {"https://example.org",
	    "http://example.org/a?b=c&d=$(e)#f", "HTTPS://EXAMPLE.ORG/",
	    "https://user@example.org:8080/;x"};
	static const char *const bad[] = {"", "ftp://example.org",
	    "file:///etc/passwd", "javascript:alert(1)", "http://",
	    "https:///x", "https://a b", "https://a\nb", "https://a\"b",
	    "https://a'b", "https://a\\b", "https://a<b", "--help"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_true(link_is_openable(good[i]));
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(link_is_openable(bad[i]));
}

static void
one_video_has_one_key_however_it_is_linked(void **state)
{
	static const char attribution[] =
	    "https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3D"
	    "-Lu_cfIXGkQ%26feature%3Dshare";
	static const char *const forms[] = {
	    "https://www.youtube.com/watch?v=-Lu_cfIXGkQ",
	    "http://youtube.com/watch?v=-Lu_cfIXGkQ&t=42s",
	    "https://m.youtube.com/watch?list=PL1&v=-Lu_cfIXGkQ",
	    "https://music.youtube.com/watch?v=-Lu_cfIXGkQ#x",
	    "https://youtu.be/-Lu_cfIXGkQ",
	    "https://youtu.be/-Lu_cfIXGkQ?si=abc",
	    "https://www.youtube.com/embed/-Lu_cfIXGkQ?rel=0",
	    "https://www.youtube-nocookie.com/embed/-Lu_cfIXGkQ",
	    "https://www.youtube.com/shorts/-Lu_cfIXGkQ",
	    "https://www.youtube.com/live/-Lu_cfIXGkQ?feature=share",
	    "https://www.youtube.com/v/-Lu_cfIXGkQ",
	    "https://invidious.example.org/watch?v=-Lu_cfIXGkQ",
	    "https://inv.example.org/watch?v=-Lu_cfIXGkQ&local=true",
	    "https://yewtu.be/watch?v=-Lu_cfIXGkQ",
	    "https://piped.video/watch?v=-Lu_cfIXGkQ",
	    "HTTPS://WWW.YOUTUBE.COM/watch?v=-Lu_cfIXGkQ",
	    "https://piped.video/-Lu_cfIXGkQ",
	    "https://piped.video/w/-Lu_cfIXGkQ",
	    "https://yewtu.be/-Lu_cfIXGkQ?t=9",
	    "https://redirect.invidious.io/watch?v=-Lu_cfIXGkQ",
	    "https://y2u.be/-Lu_cfIXGkQ",
	    "https://youtu.be/watch?v=-Lu_cfIXGkQ",
	    "https://www.youtube.com/?v=-Lu_cfIXGkQ",
	    "https://www.youtube.com/watch/-Lu_cfIXGkQ",
	    "https://www.youtube.com/vi/-Lu_cfIXGkQ",
	    "https://youtube.googleapis.com/v/-Lu_cfIXGkQ", attribution,
	    "https://www.youtube.com/watch?v=%2DLu%5fcfIXGk%51",
	    "https://www.youtube.com/watch?%76=-Lu_cfIXGkQ",
	    "https://%79outu.be/%2dLu_cfIXGkQ",
	    "https://ann@evil.example@youtu.be/-Lu_cfIXGkQ"};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(forms); i++) {
		assert_string_equal(
		    link_key(arena, forms[i]), "yt:-Lu_cfIXGkQ");
		assert_true(link_is_video(forms[i]));
	}
	arena_free(arena);
}

static void
videos_of_facebook_are_told_by_their_folder(void **state)
{
	(void)state;
	assert_true(
	    link_is_video("https://www.facebook.com/harbour/videos/7310042/"));
	assert_true(link_is_video(
	    "https://web.facebook.com/harbour/videos/vb.12/7310042"));
}

static void
what_only_looks_like_a_video_is_none(void **state)
{
	static const char *const forms[] = {
	    "https://www.youtube.com/playlist?list=PLabcdefghijk",
	    "https://www.youtube.com/watch?v=short",
	    "https://www.youtube.com/watch?v=muchtoolongid",
	    "https://evil.example/watch?v=-Lu_cfIXGkQ",
	    "https://notyoutube.com/watch?v=-Lu_cfIXGkQ",
	    "https://youtube.com@evil.example/watch?v=-Lu_cfIXGkQ",
	    "https://ann@youtube.com@evil.example/watch?v=-Lu_cfIXGkQ",
	    "https://yewtu.be/preferences",
	    "https://inv.example.org/information",
	    "https://www.youtube.com/-Lu_cfIXGkQ",
	    "https://www.youtube.com/watch?v=-Lu_cfIXGk%2551",
	    "https://www.youtube.com/watch?v=-Lu_cfIXGk%",
	    "https://www.facebook.com/harbour/videos/",
	    "https://www.facebook.com/harbour/photos/7310042",
	    "https://bsky.app/profile/ann.mov",
	    "https://www.youtube.com/@channel", "not a url"};
	char id[12];

	(void)state;
	for (size_t i = 0; i < COUNT(forms); i++) {
		assert_false(link_youtube_id(forms[i], id));
		assert_false(link_is_video(forms[i]));
	}
}

static void
keys_of_other_links_ignore_what_does_not_matter(void **state)
{
	static const char *const cases[][2] = {
	    {"http://www.Example.org/Talk/", "https://example.org/Talk"},
	    {"https://example.org:443/Talk#part", "https://example.org/Talk"},
	    {"http://example.org:80", "https://example.org"},
	    {"https://player.vimeo.com/video/1234?h=ab#t=9",
		"https://vimeo.com/1234"},
	    {"https://vimeo.com/1234", "https://vimeo.com/1234"},
	    {"https://app.media.ccc.de/v/36c3-1-x",
		"https://media.ccc.de/v/36c3-1-x"},
	    {"https://vimeo.com/channels/staff/1234/?share=copy",
		"https://vimeo.com/1234"},
	    {"https://vimeo.com/groups/a/videos/1234",
		"https://vimeo.com/1234"},
	    {"https://vimeo.com/showcase/99/video/1234",
		"https://vimeo.com/1234"},
	    {"https://vimeo.com/1234/abcdef0123", "https://vimeo.com/1234"},
	    {"https://vimeo.com/user12", "https://vimeo.com/user12"},
	    {"https://vimeo.com/event/12", "https://vimeo.com/event/12"},
	    {"https://archive.org/embed/x-y",
		"https://archive.org/details/x-y"},
	    {"https://vimeopro.com/staff/days/video/1234",
		"https://vimeo.com/1234"},
	    {"https://vimeo.com/moogaloop.swf?clip_id=1234",
		"https://vimeo.com/1234"},
	    {"https://media.ccc.de/v/36c3-1-x/playlist",
		"https://media.ccc.de/v/36c3-1-x"},
	    {"https://example.org/x?fbclid=a&id=7&gclid=b",
		"https://example.org/x?id=7"},
	    {"https://example.org./x", "https://example.org/x"},
	    {"https://M\u00FCller.example/x",
		"https://xn--mller-kva.example/x"},
	    {"https://example.org/%7eann/%c3%a9t%C3%A9?%69d=%37&b=%26",
		"https://example.org/~ann/%C3%A9t%C3%A9?id=7&b=%26"},
	    {"https://example.org/\u00E9t\u00E9",
		"https://example.org/%C3%A9t%C3%A9"},
	    {"https://example.org/100%", "https://example.org/100%"},
	    {"https://example.org/a%2Fb%2525",
		"https://example.org/a%2Fb%2525"},
	    {"https://tube.example/videos/embed/abc",
		"https://tube.example/videos/watch/abc"},
	    {"https://tube.example/w/abcDEF1234567890abcdef",
		"https://tube.example/videos/watch/abcDEF1234567890abcdef"},
	    {"https://wiki.example/w/Page", "https://wiki.example/w/Page"},
	    {"https://example.org:8443/x", "https://example.org:8443/x"},
	    {"https://example.org/x?utm_source=a&id=7&si=b",
		"https://example.org/x?id=7"},
	    {"https://example.org/x?utm_source=a", "https://example.org/x"},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(link_key(arena, cases[i][0]), cases[i][1]);
	arena_free(arena);
}

/* Addresses of one video each, of which the last is its key. */
static void
a_video_of_other_sites_has_one_key_too(void **state)
{
	static const char *const videos[][6] = {
	    {"https://dai.ly/x8abc12",
		"https://geo.dailymotion.com/player/"
		"x1.html?video=x8abc12",
		"https://www.dailymotion.com/embed/video/x8abc12?start=9",
		"https://www.dailymotion.com/video/x8abc12_the-tides_tech",
		"https://dailymotion.com/video/x8abc12"},
	    {"https://player.bilibili.com/player.html?aid=1&bvid=BV1xx411c7mD",
		"https://b23.tv/BV1xx411c7mD",
		"https://m.bilibili.com/video/BV1xx411c7mD/?vd_source=a&t=9",
		"https://bilibili.com/video/BV1xx411c7mD?p=1",
		"https://bilibili.com/video/BV1xx411c7mD"},
	    {"https://www.bilibili.com/video/BV1xx411c7mD?spm_id_from=x&p=2",
		"https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&"
		"page=2",
		"https://bilibili.com/video/BV1xx411c7mD?p=2"},
	    {"https://player.twitch.tv/?video=v1234&parent=example.org",
		"https://player.twitch.tv/?parent=example.org&video=1234",
		"https://m.twitch.tv/videos/1234?t=1h2m3s",
		"https://twitch.tv/videos/1234"},
	    {"https://nico.ms/sm9", "https://embed.nicovideo.jp/watch/sm9",
		"https://sp.nicovideo.jp/watch/sm9?from=60",
		"https://nicovideo.jp/watch/sm9"},
	    {"https://rutube.ru/play/embed/0123abcd",
		"https://rutube.ru/video/0123abcd/?r=a",
		"https://rutube.ru/video/0123abcd"},
	    {"https://embed.ted.com/talks/ann_lee_tides",
		"https://www.ted.com/talks/ann_lee_tides?language=de",
		"https://ted.com/talks/ann_lee_tides"},
	    {"https://streamable.com/e/a1b2c", "https://streamable.com/o/a1b2c",
		"https://streamable.com/a1b2c"},
	    {"https://www.loom.com/embed/0a1b2c?sid=x",
		"https://loom.com/share/0a1b2c"},
	    {"https://drive.google.com/open?id=1aB_c-D",
		"https://drive.google.com/uc?export=download&id=1aB_c-D",
		"https://drive.google.com/file/d/1aB_c-D/view?usp=sharing",
		"https://drive.google.com/file/d/1aB_c-D",
		"https://drive.google.com/file/d/1aB_c-D/view"},
	    {"https://player.youku.com/embed/XMTIz=",
		"https://v.youku.com/v_show/id_XMTIz=.html?x=1",
		"https://v.youku.com/v_show/id_XMTIz=.html"},
	    {"https://v.qq.com/txp/iframe/player.html?vid=a0123bcd",
		"https://v.qq.com/x/page/a0123bcd",
		"https://v.qq.com/x/page/a0123bcd.html"},
	    {"https://fast.wistia.net/embed/iframe/a1b2c3?x=y",
		"https://ann.wistia.com/medias/a1b2c3",
		"https://wistia.com/medias/a1b2c3"},
	    {"https://vkvideo.ru/video-12_34", "https://vk.com/video-12_34"},
	    {"https://odysee.com/$/embed/@ann:1/tides:2",
		"https://lbry.tv/@ann:1/tides:2",
		"https://odysee.com/@ann:1/tides:2"},
	    {"https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=1m",
		"https://Tube.example/videos/embed/"
		"9C9DE5E8-0a1e-484a-b099-e80766180a6d?title=0",
		"https://tube.example/videos/watch/"
		"9c9de5e8-0a1e-484a-b099-e80766180a6d"},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(videos); i++) {
		size_t n = 0;

		while (n < 6 && videos[i][n])
			n++;
		for (size_t k = 0; k < n; k++)
			assert_string_equal(
			    link_key(arena, videos[i][k]), videos[i][n - 1]);
	}
	arena_free(arena);
}

/* Each is another talk, however alike they look. */
static void
what_only_looks_alike_has_keys_of_its_own(void **state)
{
	static const char *const links[] = {
	    "https://www.ted.com/talks/lang/de/ann_lee_tides",
	    "https://www.ted.com/talks/lang/de/bo_li_dunes",
	    "https://www.ted.com/talks",
	    "https://www.bilibili.com/video/BV1xx411c7mD",
	    "https://www.bilibili.com/video/BV1xx411c7mD?p=2",
	    "https://www.bilibili.com/video/bv1xx411c7md",
	    "https://evil.example/video/x8abc12",
	    "https://dailymotion.com/video/x8abc12",
	    "https://dailymotion.com/playlist/x8abc12",
	    "https://notdailymotion.com/video/x8abc12",
	    "https://twitch.tv/videos/1234", "https://twitch.tv/videos/12345",
	    "https://twitch.tv/ann/videos", "https://twitch.tv/bo/videos",
	    "https://v.qq.com/x/cover/a0123bcd.html",
	    "https://v.qq.com/x/cover/a0123bcd/b.html",
	    "https://streamable.com/a1b2c/edit",
	    "https://drive.google.com/drive/folders/1aB_c-D",
	    "https://drive.google.com/file/d/1aB_c-D",
	    "https://tube.example/w/p/kkGMgK9ZtnKfYAgnEtQxbv",
	    "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
	    "https://other.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
	    "https://wiki.example/w/index.php?title=A",
	    "https://wiki.example/w/index.php?title=B",
	    "https://wiki.example/w/A_page_with_a_long_name?id=1",
	    "https://wiki.example/w/A_page_with_a_long_name?id=2",
	    "https://wiki.example/w/zzzzzzzzzzzzzzzzzzzzzz?id=1",
	    "https://wiki.example/w/zzzzzzzzzzzzzzzzzzzzzz?id=2",
	    "https://example.org/a%2Fb", "https://example.org/a/b",
	    "https://example.org/x?a=1%26b=2", "https://example.org/x?a=1&b=2",
	    "https://example.org/x?t=1", "https://example.org/x?t=2"};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(links); i++) {
		const char *key = link_key(arena, links[i]);

		/* A key that is a link is its own key. */
		assert_string_equal(link_key(arena, key), key);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(key, link_key(arena, links[k]));
	}
	arena_free(arena);
}

static void
links_say_where_to_begin(void **state)
{
	static const struct {
		const char *url;
		long seconds;
	} cases[] = {
	    {"https://youtu.be/-Lu_cfIXGkQ", 0},
	    {"https://youtu.be/-Lu_cfIXGkQ?t=90", 90},
	    {"https://youtu.be/-Lu_cfIXGkQ?si=x&t=90s", 90},
	    {"https://www.youtube.com/watch?v=-Lu_cfIXGkQ&t=1h2m3s", 3723},
	    {"https://www.youtube.com/embed/-Lu_cfIXGkQ?start=61", 61},
	    {"https://media.ccc.de/v/x#t=125.5", 125},
	    {"https://example.org/#t=2m", 120},
	    {"https://example.org/?t=soon", 0},
	    {"https://example.org/?t=", 0},
	    {"https://example.org/?set=90", 0},
	    {"https://example.org/?t=99999999999999999999", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(link_seconds(cases[i].url), cases[i].seconds);
}

static void
a_start_is_written_as_the_site_takes_it(void **state)
{
	static const struct {
		const char *url, *started;
	} cases[] = {
	    {"https://youtu.be/-Lu_cfIXGkQ",
		"https://youtu.be/-Lu_cfIXGkQ?t=90"},
	    {"https://youtu.be/-Lu_cfIXGkQ?si=x&t=5s#t=6",
		"https://youtu.be/-Lu_cfIXGkQ?si=x&t=90"},
	    {"https://www.youtube.com/watch?v=-Lu_cfIXGkQ",
		"https://www.youtube.com/watch?v=-Lu_cfIXGkQ&t=90"},
	    {"https://www.youtube.com/watch?t=1&v=-Lu_cfIXGkQ&list=a",
		"https://www.youtube.com/watch?v=-Lu_cfIXGkQ&list=a&t=90"},
	    {"https://www.youtube.com/embed/-Lu_cfIXGkQ?start=61",
		"https://www.youtube.com/embed/-Lu_cfIXGkQ?start=90"},
	    {"https://yewtu.be/watch?v=-Lu_cfIXGkQ",
		"https://yewtu.be/watch?v=-Lu_cfIXGkQ&t=90"},
	    {"https://vimeo.com/1234#t=3s", "https://vimeo.com/1234#t=90s"},
	    {"https://media.ccc.de/v/36c3-1#l=eng",
		"https://media.ccc.de/v/36c3-1#t=90"},
	    {"https://x.org/a.webm?q=1", "https://x.org/a.webm?q=1#t=90"},
	    {"https://tube.org/w/kkGMgK9ZtnKfYAgnEtQxbv",
		"https://tube.org/w/kkGMgK9ZtnKfYAgnEtQxbv?start=90"},
	    {"https://tube.org/videos/watch/1-2?start=1m",
		"https://tube.org/videos/watch/1-2?start=90"},
	    {"https://www.bilibili.com/video/BV1?p=2",
		"https://www.bilibili.com/video/BV1?p=2&t=90"},
	    {"https://example.org/talk#t", "https://example.org/talk#t"},
	    {"notes.md", "notes.md"},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(
		    link_start(arena, cases[i].url, 90), cases[i].started);
	arena_free(arena);
}

static void
bare_links_end_before_punctuation(void **state)
{
	static const struct {
		const char *s;
		size_t len;
	} cases[] = {
	    {"https://example.org/a.", 21},
	    {"https://example.org/a), more", 21},
	    {"https://example.org/a_(b) c", 25},
	    {"https://example.org/a<b", 21},
	    {"www.example.org, and", 15},
	    {"https://example.org/?q=1&amp;", 24},
	    {"https://example.org/a\u201D.", 21},
	    {"https://example.org/a\u2026", 21},
	    {"https://example.org/a.\u00BB, more", 21},
	    {"https://example.org/a\u2019s", 25},
	    {"https://example.org/a\u3002b", 21},
	    {"https://example.org/a\uFF0Cb", 21},
	    {"https://example.org/a\uFF09", 21},
	    {"https://example.org/\u5B57\u300Db", 23},
	    {"http://", 0},
	    {"https:// x", 0},
	    {"plain", 0},
	    {"www.", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(
		    link_bare(cases[i].s, strlen(cases[i].s)), cases[i].len);
}

static void
channels_and_sites_are_series(void **state)
{
	static const char *const series[] = {"https://www.youtube.com/@ropes",
	    "https://youtube.com/user/ropes/playlists",
	    "https://www.youtube.com/channel/UCxyz", "https://vimeo.com/ropes",
	    "https://ropes.example/", "https://ropes.example"};
	static const char *const others[] = {"https://vimeo.com/12345678",
	    "https://www.youtube.com/watch?v=AAAAAAAAAAA",
	    "https://www.youtube.com/playlist?list=PLxyz",
	    "https://ropes.example/2031", "https://ropes.example/?talk=3",
	    "talks/ropes.md"};

	(void)state;
	for (size_t i = 0; i < sizeof(series) / sizeof(*series); i++)
		assert_true(link_is_series(series[i]));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_false(link_is_series(others[i]));
}

static void
kinds_of_links_are_told_by_host_path_and_name(void **state)
{
	static const struct {
		const char *url, *text, *kind;
	} cases[] = {
	    {"https://youtu.be/AAAAAAAAAAA", "", "video"},
	    {"https://lpc.events/a/b.pdf?x=1", "here", "slides"},
	    {"https://docs.google.com/presentation/d/1", "", "slides"},
	    {"https://onedrive.live.com/embed?resid=1", "", "slides"},
	    {"https://example.org/1", "Slides of the talk", "slides"},
	    {"https://example.org/1.pdf", "our paper", "paper"},
	    {"https://www.arxiv.org/abs/1", "", "paper"},
	    {"https://gist.github.com/1", "", "code"},
	    {"https://gitlab.example.org/a", "", "code"},
	    {"https://git.kernel.org/a", "", "code"},
	    {"https://example.org/github.com/1", "digits", "page"},
	    {"https://notarxiv.org/", "", "page"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(link_kind_name(link_kind(cases[i].url,
					cases[i].text, strlen(cases[i].text))),
		    cases[i].kind);
}

static void
paths_lead_to_files_beside(void **state)
{
	static const char *const paths[] = {"notes.md", "./a/b.pdf",
	    "../c.md#d", "/talks/", "two words.md", "a?b:c"};
	static const char *const others[] = {"", "#top", "https://example.org/",
	    "//example.org/a", "mailto:ann@example.org", "<ann@example.org>"};

	(void)state;
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
		assert_true(link_is_path(paths[i]));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_false(link_is_path(others[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_plain_web_links_are_opened),
	    cmocka_unit_test(one_video_has_one_key_however_it_is_linked),
	    cmocka_unit_test(videos_of_facebook_are_told_by_their_folder),
	    cmocka_unit_test(what_only_looks_like_a_video_is_none),
	    cmocka_unit_test(keys_of_other_links_ignore_what_does_not_matter),
	    cmocka_unit_test(a_video_of_other_sites_has_one_key_too),
	    cmocka_unit_test(what_only_looks_alike_has_keys_of_its_own),
	    cmocka_unit_test(channels_and_sites_are_series),
	    cmocka_unit_test(kinds_of_links_are_told_by_host_path_and_name),
	    cmocka_unit_test(links_say_where_to_begin),
	    cmocka_unit_test(a_start_is_written_as_the_site_takes_it),
	    cmocka_unit_test(bare_links_end_before_punctuation),
	    cmocka_unit_test(paths_lead_to_files_beside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
