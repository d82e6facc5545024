#include "source/front_keys.h"

#include <string.h>

#include "lectern/base/text.h"

#define KEY_MOST 32 /* bytes of a key, with its NUL */

#define FIELD(key, member) \
	{ \
		key, offsetof(struct front_matter, member) \
	}

/* Keys, and what they tell. */
static const struct {
	const char *key;
	size_t field; /* where it stands */
} fields[] = {
    FIELD("title", title),
    FIELD("date", date),
    FIELD("pubdate", date),
    FIELD("pubdatetime", date),
    FIELD("eventdate", date),
    FIELD("time", time),
    FIELD("start", time),
    FIELD("starttime", time),
    FIELD("dateend", end),
    FIELD("end", end),
    FIELD("endtime", end),
    FIELD("name", name),
    FIELD("track", track),
    FIELD("tracks", track),
    FIELD("category", category),
    FIELD("categories", category),
    FIELD("speaker", speakers),
    FIELD("speakers", speakers),
    FIELD("speakername", speakers),
    FIELD("presenter", speakers),
    FIELD("presenters", speakers),
    FIELD("author", authors),
    FIELD("authors", authors),
    FIELD("creator", authors),
    FIELD("with", with),
    FIELD("video", url),
    FIELD("videourl", url),
    FIELD("videoid", url),
    FIELD("videolink", url),
    FIELD("videoyoutube", url),
    FIELD("urlvideo", url),
    FIELD("youtube", url),
    FIELD("youtubeurl", url),
    FIELD("youtubeid", url),
    FIELD("youtubevideoid", url),
    FIELD("vimeo", url),
    FIELD("recording", url),
    FIELD("recordingurl", url),
    FIELD("url", page),
    FIELD("link", page),
    FIELD("externallink", page),
    FIELD("source", page),
    FIELD("media", page),
    FIELD("room", room),
    FIELD("venue", room),
    FIELD("location", location),
    FIELD("event", event),
    FIELD("eventname", event),
    FIELD("conference", event),
    FIELD("eventurl", event_url),
    FIELD("conferenceurl", event_url),
    FIELD("tags", tags),
    FIELD("keywords", tags),
    FIELD("topics", tags),
    FIELD("level", level),
    FIELD("audience", audience),
    FIELD("language", language),
    FIELD("type", type),
    FIELD("layout", layout),
    FIELD("collection", collection),
    FIELD("abstract", abstract),
    FIELD("description", abstract),
    FIELD("summary", summary),
    FIELD("bio", bio),
    FIELD("speakerbio", bio),
    FIELD("biography", bio),
    FIELD("speakerbiography", bio),
    FIELD("excerpt", summary),
    FIELD("slides", slides),
    FIELD("slidesurl", slides),
    FIELD("urlslides", slides),
    FIELD("slideurl", slides),
    FIELD("code", code),
    FIELD("codeurl", code),
    FIELD("urlcode", code),
    FIELD("urlpdf", paper),
    FIELD("paperurl", paper),
};

/* Keys that are told by whose they are, and say it better than others. */
static const struct {
	const char *key;
	size_t field;
} better[] = {
    FIELD("talktitle", talk_title),
    FIELD("sessiontitle", talk_title),
    FIELD("speakertalktitle", talk_title),
    FIELD("speakerfullname", full_names),
    FIELD("speakernamefull", full_names),
};

static bool
is(const char *key, const char *name)
{
	return strcmp(key, name) == 0;
}

/* Writes the key in small letters without what may stand between its words. */
static void
plain_key(char *plain, const char *key, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len && n + 1 < KEY_MOST; i++) {
		if (key[i] != '_' && key[i] != '-')
			plain[n++] = text_ascii_lower(key[i]);
	}
	plain[n] = '\0';
}

static const char **
look_up(struct front_matter *front, const char *key)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		if (is(key, fields[i].key))
			return (const char **)((char *)front + fields[i].field);
	}
	return NULL;
}

const char **
front_keys_find(struct front_matter *front, const char *key, size_t len)
{
	static const char *const whose[] = {"talk", "session"};
	char plain[KEY_MOST];
	const char **found;

	plain_key(plain, key, len);
	for (size_t i = 0; i < sizeof(better) / sizeof(*better); i++) {
		if (is(plain, better[i].key))
			return (const char **)((char *)front + better[i].field);
	}
	found = look_up(front, plain);
	for (size_t i = 0; !found && i < sizeof(whose) / sizeof(*whose); i++) {
		size_t n = strlen(whose[i]);

		if (strncmp(plain, whose[i], n) == 0)
			found = look_up(front, plain + n);
	}
	return found;
}

bool
front_keys_below(const struct front_matter *front, const char *const *field,
    const char *key, size_t len)
{
	char plain[KEY_MOST];

	plain_key(plain, key, len);
	if (field == &front->event)
		return is(plain, "name") || is(plain, "title") ||
		    is(plain, "organizername");
	return is(plain, "url") || is(plain, "link") || is(plain, "href");
}
