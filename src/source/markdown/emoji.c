#include "source/markdown/emoji.h"

#include <string.h>

#include "lectern/base/text.h"

/* Those that are usual in notes and lists, by use. */
static const struct {
	const char *name, *picture;
} names[] = {
    {"+1", "\U0001F44D"},
    {"thumbsup", "\U0001F44D"},
    {"-1", "\U0001F44E"},
    {"star", "\u2B50"},
    {"star2", "\U0001F31F"},
    {"heart", "\u2764\uFE0F"},
    {"fire", "\U0001F525"},
    {"rocket", "\U0001F680"},
    {"tada", "\U0001F389"},
    {"sparkles", "\u2728"},
    {"zap", "\u26A1"},
    {"boom", "\U0001F4A5"},
    {"100", "\U0001F4AF"},
    {"warning", "\u26A0\uFE0F"},
    {"bulb", "\U0001F4A1"},
    {"memo", "\U0001F4DD"},
    {"pencil", "\U0001F4DD"},
    {"pencil2", "\u270F\uFE0F"},
    {"book", "\U0001F4D6"},
    {"books", "\U0001F4DA"},
    {"bookmark", "\U0001F516"},
    {"link", "\U0001F517"},
    {"paperclip", "\U0001F4CE"},
    {"page_facing_up", "\U0001F4C4"},
    {"bar_chart", "\U0001F4CA"},
    {"movie_camera", "\U0001F3A5"},
    {"video_camera", "\U0001F4F9"},
    {"clapper", "\U0001F3AC"},
    {"film_strip", "\U0001F39E\uFE0F"},
    {"tv", "\U0001F4FA"},
    {"camera", "\U0001F4F7"},
    {"microphone", "\U0001F3A4"},
    {"studio_microphone", "\U0001F399\uFE0F"},
    {"headphones", "\U0001F3A7"},
    {"loudspeaker", "\U0001F4E2"},
    {"mega", "\U0001F4E3"},
    {"speech_balloon", "\U0001F4AC"},
    {"speaking_head", "\U0001F5E3\uFE0F"},
    {"calendar", "\U0001F4C6"},
    {"date", "\U0001F4C5"},
    {"clock1", "\U0001F550"},
    {"alarm_clock", "\u23F0"},
    {"stopwatch", "\u23F1\uFE0F"},
    {"hourglass", "\u231B"},
    {"round_pushpin", "\U0001F4CD"},
    {"pushpin", "\U0001F4CC"},
    {"white_check_mark", "\u2705"},
    {"heavy_check_mark", "\u2714\uFE0F"},
    {"ballot_box_with_check", "\u2611\uFE0F"},
    {"x", "\u274C"},
    {"no_entry", "\u26D4"},
    {"question", "\u2753"},
    {"exclamation", "\u2757"},
    {"information_source", "\u2139\uFE0F"},
    {"point_right", "\U0001F449"},
    {"arrow_right", "\u27A1\uFE0F"},
    {"red_circle", "\U0001F534"},
    {"green_circle", "\U0001F7E2"},
    {"large_blue_circle", "\U0001F535"},
    {"eyes", "\U0001F440"},
    {"wave", "\U0001F44B"},
    {"clap", "\U0001F44F"},
    {"raised_hands", "\U0001F64C"},
    {"pray", "\U0001F64F"},
    {"muscle", "\U0001F4AA"},
    {"ok_hand", "\U0001F44C"},
    {"thinking", "\U0001F914"},
    {"smile", "\U0001F604"},
    {"smiley", "\U0001F603"},
    {"grin", "\U0001F601"},
    {"joy", "\U0001F602"},
    {"wink", "\U0001F609"},
    {"heart_eyes", "\U0001F60D"},
    {"sunglasses", "\U0001F60E"},
    {"construction", "\U0001F6A7"},
    {"bug", "\U0001F41B"},
    {"bee", "\U0001F41D"},
    {"gear", "\u2699\uFE0F"},
    {"wrench", "\U0001F527"},
    {"hammer", "\U0001F528"},
    {"lock", "\U0001F512"},
    {"key", "\U0001F511"},
    {"package", "\U0001F4E6"},
    {"computer", "\U0001F4BB"},
    {"globe_with_meridians", "\U0001F310"},
    {"earth_africa", "\U0001F30D"},
    {"earth_americas", "\U0001F30E"},
    {"trophy", "\U0001F3C6"},
    {"art", "\U0001F3A8"},
    {"dart", "\U0001F3AF"},
    {"coffee", "\u2615"},
    {"beer", "\U0001F37A"},
    {"beers", "\U0001F37B"},
    {"pizza", "\U0001F355"},
    {"snake", "\U0001F40D"},
    {"crab", "\U0001F980"},
    {"penguin", "\U0001F427"},
    {"whale", "\U0001F433"},
    {"elephant", "\U0001F418"},
    {"cat", "\U0001F431"},
    {"dog", "\U0001F436"},
    {"us", "\U0001F1FA\U0001F1F8"},
    {"gb", "\U0001F1EC\U0001F1E7"},
    {"uk", "\U0001F1EC\U0001F1E7"},
    {"de", "\U0001F1E9\U0001F1EA"},
    {"fr", "\U0001F1EB\U0001F1F7"},
    {"es", "\U0001F1EA\U0001F1F8"},
    {"it", "\U0001F1EE\U0001F1F9"},
    {"ru", "\U0001F1F7\U0001F1FA"},
    {"jp", "\U0001F1EF\U0001F1F5"},
    {"cn", "\U0001F1E8\U0001F1F3"},
    {"kr", "\U0001F1F0\U0001F1F7"},
};

const char *
emoji_named(const char *s, size_t len, size_t *name_len)
{
	size_t end = 1;

	/* Most colons end here. */
	while (end < len &&
	    (text_ascii_word(s[end]) || s[end] == '_' || s[end] == '+' ||
		s[end] == '-'))
		end++;
	if (end < 2 || end >= len || s[0] != ':' || s[end] != ':')
		return NULL;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (strncmp(s + 1, names[i].name, end - 1) == 0 &&
		    names[i].name[end - 1] == '\0') {
			*name_len = end + 1;
			return names[i].picture;
		}
	}
	return NULL;
}
