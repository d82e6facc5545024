#include "source/video_names.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"

#define VIDEO_ID 11 /* bytes of an id of YouTube */
#define SHORTEST 4  /* bytes of another name of a video */
#define NONE     VIDEO_NAMES_NONE

static void
add_name(struct video_names *names, uint32_t talk, const char *s, size_t len)
{
	uint32_t at = (uint32_t)names->n, *first;

	if (len < SHORTEST)
		return;
	s = arena_dup(names->arena, s, len);
	first = strmap_put(&names->first, s, at);
	names->name = mem_grow(
	    names->name, &names->cap, names->n + 1, sizeof(*names->name));
	names->name[names->n++] = (struct video_name){
	    .talk = talk, .next = *first == at ? NONE : *first};
	*first = at;
}

/* The last part of a link to a video, without the ending of a file. */
void
video_names_add_link(struct video_names *names, uint32_t index, const char *url)
{
	size_t len = strcspn(url, "?#");
	const char *s;
	char id[VIDEO_ID + 1];

	if (strncmp(url, "yt:", 3) == 0 &&
	    link_is_youtube_id(url + 3, strlen(url + 3))) {
		add_name(names, index, url + 3, VIDEO_ID);
		return;
	}
	if (link_youtube_id(url, id)) {
		add_name(names, index, id, VIDEO_ID);
		return;
	}
	if (!link_is_video(url))
		return;
	while (len > 0 && url[len - 1] == '/')
		len--;
	for (s = url + len; s > url && s[-1] != '/';)
		s--;
	len -= (size_t)(s - url);
	for (size_t i = len; i > 0 && len - i <= 5; i--)
		if (s[i - 1] == '.') {
			len = i - 1;
			break;
		}
	add_name(names, index, s, len);
}

void
video_names_add(
    struct video_names *names, uint32_t index, const struct talk *talk)
{
	const char *slug = notes_more(talk)->identity
	    ? notes_more(talk)->identity->slug
	    : NULL;

	if (slug)
		add_name(names, index, slug, strlen(slug));
	if (talk->url)
		video_names_add_link(names, index, talk->url);
}

/* The talks that have the name of these bytes; NONE: no talk has. */
static uint32_t
look_up(const struct video_names *names, const char *s, size_t len)
{
	char name[256];
	const uint32_t *at;

	if (len >= sizeof(name) || len < SHORTEST)
		return NONE;
	memcpy(name, s, len);
	name[len] = '\0';
	at = strmap_get(&names->first, name);
	return at ? *at : NONE;
}

/* As look_up(), for the name of a file without its endings. */
static uint32_t
look_up_stem(const struct video_names *names, const char *s, size_t len)
{
	uint32_t at = look_up(names, s, len);
	const char *part = s + len;

	/* "Title [ID]", "Title-ID". */
	if (at == NONE && len > VIDEO_ID + 2 && s[len - 1] == ']' &&
	    s[len - VIDEO_ID - 2] == '[')
		at = look_up(names, s + len - VIDEO_ID - 1, VIDEO_ID);
	if (at == NONE && len > VIDEO_ID + 1 &&
	    strchr("-_ ", s[len - VIDEO_ID - 1]))
		at = look_up(names, s + len - VIDEO_ID, VIDEO_ID);
	/* "slug_hd". */
	while (at == NONE && part > s)
		if (*--part == '_')
			at = look_up(names, s, (size_t)(part - s));
	return at;
}

/* The length of a language at the end, ".en" or ".zh-Hans"; 0: there is none. */
static size_t
language_at_end(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len &&
	    (text_ascii_word(s[len - n - 1]) || s[len - n - 1] == '-'))
		n++;
	return n >= 2 && n <= 8 && n < len && s[len - n - 1] == '.' ? n : 0;
}

bool
video_names_are_captions(const char *path)
{
	size_t len = strlen(path);
	const char *end = len > 4 ? path + len - 4 : "    ";

	return text_ascii_same(end, ".vtt", 4) ||
	    text_ascii_same(end, ".srt", 4);
}

struct video_file
video_names_find(const struct video_names *names, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *s = slash ? slash + 1 : path;
	size_t all = strlen(s), len = all > 4 ? all - 4 : 0; /* ".srt" */
	size_t n = language_at_end(s, len);
	struct video_file file = {NONE, s + len - n, n};

	file.name = look_up_stem(names, s, n > 0 ? len - n - 1 : len);
	if (file.name == NONE && n > 0) {
		file.name = look_up_stem(names, s, len);
		file.language = s + len;
		file.nlanguage = 0;
	}
	return file;
}

void
video_names_free(struct video_names *names)
{
	free(names->name);
	strmap_free(&names->first);
}
