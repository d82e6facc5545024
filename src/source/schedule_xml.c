#include "source/schedule_xml.h"

#include <inttypes.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/markdown_read.h"
#include "source/xml.h"

#define TELL 64 /* events between two words of progress */

struct schedule {
	struct build *build;
	struct arena *arena;
	const struct document *document;
	struct source *source; /* NULL: not begun yet */
	size_t talks, lines;
	struct strmap tracks; /* their numbers, by name */
};

/* The text of a child, clean and on one line; "" without one. */
static const char *
line_of(const struct schedule *s, const struct xml_node *node, const char *name)
{
	const char *text = xml_text(node, name);
	size_t len;

	text = text_clean(s->arena, text, strlen(text), &len);
	return text_squeeze(s->arena, text, len);
}

static const char *
or_null(const char *text)
{
	return *text ? text : NULL;
}

/* Begins the conference at the first talk: a refused document has none. */
static void
begin(struct schedule *s)
{
	if (!s->source)
		s->source = build_conference(
		    s->build, s->document->path, s->document->name);
}

/* Makes words like "874 talks". */
static const char *
count_talks(const struct schedule *s, const char *words)
{
	return arena_printf(s->arena, "%s%zu talk%s", words, s->talks,
	    s->talks == 1 ? "" : "s");
}

static bool
take_conference(struct schedule *s, const struct xml_node *node)
{
	const char *title = line_of(s, node, "title");

	if (*title)
		s->source->name = title;
	return true;
}

static void
set_track(struct schedule *s, const struct xml_node *event)
{
	const char *name = line_of(s, event, "track");
	const struct xml_node *track = xml_child(event, "track");
	uint32_t *known;

	if (!*name)
		name = line_of(s, event, "category");
	known = strmap_get(&s->tracks, name);
	if (!*name)
		build_in_track(s->build, BUILT_NO_TRACK);
	else if (known)
		build_in_track(s->build, *known);
	else
		strmap_put(&s->tracks, name,
		    build_track(s->build, name, track ? track->line : 0));
}

/* Its persons: <persons><person>, or <speakers><speaker><name>. */
static void
set_speakers(
    const struct schedule *s, const struct xml_node *event, struct talk *talk)
{
	const struct xml_node *all = xml_child(event, "persons");
	const char **list;
	size_t n = 0;

	if (!all)
		all = xml_child(event, "speakers");
	if (!all)
		return;
	for (const struct xml_node *p = all->child; p; p = p->next)
		n++;
	list = arena_alloc(s->arena, (n + 1) * sizeof(*list));
	n = 0;
	for (const struct xml_node *p = all->child; p; p = p->next) {
		size_t len;
		const char *name = xml_child(p, "name") ? xml_text(p, "name")
							: p->text;

		name = text_clean(s->arena, name, strlen(name), &len);
		list[n] = text_squeeze(s->arena, name, len);
		n += *list[n] != '\0';
	}
	talk->speakers = list;
	talk->nspeakers = (uint32_t)n;
}

/* The room: its own child, or the element that the event stands in. */
static const char *
room_of(const struct schedule *s, const struct xml_node *event)
{
	const char *room = line_of(s, event, "room");
	const struct xml_node *around = xml_within(event, "room");
	const char *name = around ? xml_attribute(around, "name") : NULL;

	if (*room || !name)
		return or_null(room);
	name = text_clean(s->arena, name, strlen(name), NULL);
	return or_null(text_squeeze(s->arena, name, strlen(name)));
}

static const char *
day_of(const struct schedule *s, const struct xml_node *event)
{
	const struct xml_node *around = xml_within(event, "day");
	const char *day = around ? xml_attribute(around, "date") : NULL;

	if (!day)
		day = xml_text(event, "date");
	/* Takes the day of 2024-02-03T10:00:00+01:00. */
	day = text_clean(s->arena, day, strcspn(day, "T"), NULL);
	return or_null(text_squeeze(s->arena, day, strlen(day)));
}

/* Adds the links of a list, with their names as blocks. */
static void
add_links(
    const struct schedule *s, const struct xml_node *event, const char *list)
{
	const struct xml_node *all = xml_child(event, list);

	for (const struct xml_node *l = all ? all->child : NULL; l;
	     l = l->next) {
		const char *href = xml_attribute(l, "href");
		size_t len;

		if (!href)
			href = xml_attribute(l, "url");
		if (!href)
			href = l->text;
		href = text_clean(s->arena, href, strlen(href), &len);
		href = text_squeeze(s->arena, href, len);
		if (!link_is_openable(href))
			continue;

		const char *name = text_clean(
		    s->arena, l->text, strlen(l->text), &len);
		struct span *span = arena_alloc(s->arena, sizeof(*span));
		struct block block = {.kind = BLOCK_BULLET, .line = l->line};

		name = text_squeeze(s->arena, name, len);
		block.text = *name ? name : href;
		block.len = (uint32_t)strlen(block.text);
		*span = (struct span){0, block.len, SPAN_LINK, href};
		block.spans = span;
		block.nspans = 1;
		build_block(s->build, &block, NULL);
	}
}

static bool
says_video(const struct schedule *s, const char *text)
{
	static const char *const words[] = {"video", "recording", "film"};

	text = text_fold(s->arena, text, strlen(text), NULL);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strstr(text, words[i]))
			return true;
	}
	return false;
}

/*
 * Returns the link that is most likely the talk's video, or NULL: best one that
 * leads to a video and is called so, then one that leads to a video, then one
 * that is called so.  (People link other talks' videos, too.)
 */
static const char *
video_in(
    const struct schedule *s, const struct xml_node *event, const char *list)
{
	const struct xml_node *all = xml_child(event, list);
	const char *best = NULL;
	int most = 0;

	for (const struct xml_node *l = all ? all->child : NULL; l;
	     l = l->next) {
		const char *href = xml_attribute(l, "href");
		int score;

		if (!href || !link_is_openable(href))
			continue;
		score = 2 * link_is_video(href) + says_video(s, l->text);
		if (score > most) {
			best = href;
			most = score;
		}
	}
	return best;
}

/* The talk's own URL: its video, else its page. */
static void
set_url(const struct schedule *s, const struct xml_node *event)
{
	const char *url = video_in(s, event, "links");

	if (!url)
		url = video_in(s, event, "attachments");
	if (!url)
		url = line_of(s, event, "url");
	build_url(s->build, text_clean(s->arena, url, strlen(url), NULL));
}

/* HTML that was escaped twice is still escaped after reading. */
static const char *
unescape_again(const struct schedule *s, const char *text)
{
	static const struct {
		const char *name;
		char c;
	} known[] = {
	    {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}};
	char *out;
	size_t n = 0;

	if (strchr(text, '<') || !strstr(text, "&lt;"))
		return text;
	out = arena_alloc(s->arena, strlen(text) + 1);
	while (*text) {
		size_t k = 0;

		while (k < 4 &&
		    strncmp(text, known[k].name, strlen(known[k].name)) != 0)
			k++;
		out[n++] = k < 4 ? known[k].c : *text;
		text += k < 4 ? strlen(known[k].name) : 1;
	}
	return out;
}

static void
add_text(
    const struct schedule *s, const struct xml_node *event, const char *name)
{
	const struct xml_node *child = xml_child(event, name);

	if (!child || !*child->text)
		return;

	const char *text = unescape_again(s, child->text);

	text = text_clean(s->arena, text, strlen(text), NULL);
	markdown_read_blocks(s->build, text, child->line);
}

static bool
take_event(struct schedule *s, const struct xml_node *event)
{
	struct talk *talk;

	set_track(s, event);
	talk = build_talk(s->build, line_of(s, event, "title"), event->line);
	set_speakers(s, event, talk);
	talk->day = day_of(s, event);
	talk->room = room_of(s, event);
	set_url(s, event);
	add_text(s, event, "subtitle");
	add_text(s, event, "abstract");
	if (strcmp(xml_text(event, "abstract"),
		xml_text(event, "description")) != 0)
		add_text(s, event, "description");
	add_links(s, event, "links");
	add_links(s, event, "attachments");
	/* Estimates the progress from lines; it need not be exact. */
	return ++s->talks % TELL != 0 ||
	    build_tell(s->build, event->line, s->lines);
}

static bool
take_record(void *user, const struct xml_node *record)
{
	struct schedule *s = user;

	begin(s);
	return strcmp(record->name, "conference") == 0
	    ? take_conference(s, record)
	    : take_event(s, record);
}

static bool
has(const char *s, size_t len, const char *what)
{
	return memmem(s, len, what, strlen(what)) != NULL;
}

static bool
begins(const char *s, size_t len, const char *what)
{
	return len >= strlen(what) && memcmp(s, what, strlen(what)) == 0;
}

enum schedule_xml_kind
schedule_xml_kind(const char *s, size_t len)
{
	bool named = has(s, len, "<schedule");

	if (named && begins(s, len, "---") && has(s, len, "{%"))
		return SCHEDULE_XML_TEMPLATE;
	if (begins(s, len, "<schedule") || begins(s, len, "<conference"))
		return SCHEDULE_XML_PROGRAMME;
	if (begins(s, len, "<?xml") || begins(s, len, "<!DOCTYPE schedule"))
		return named || has(s, len, "<conference")
		    ? SCHEDULE_XML_PROGRAMME
		    : SCHEDULE_XML_OTHER;
	return SCHEDULE_XML_NONE;
}

static size_t
count_lines(const char *s, size_t len)
{
	size_t n = 1;

	for (const char *end = s + len;
	     (s = memchr(s, '\n', (size_t)(end - s))); s++)
		n++;
	return n;
}

bool
schedule_xml_read(
    struct build *build, const struct document *document, struct err *err)
{
	static const char *const records[] = {
	    "conference", "event", "entry", NULL};
	const struct bytes *bytes = document->bytes;
	struct schedule s = {
	    .build = build,
	    .arena = build_arena(build),
	    .lines = count_lines(bytes->s, bytes->len),
	    .document = document,
	};
	const struct xml_wish wish = {records, take_record, &s};
	struct xml_fault fault;
	enum xml_end end = xml_read(bytes->s, bytes->len, &wish, &fault);

	strmap_free(&s.tracks);
	if (end == XML_BROKEN && s.talks == 0)
		return err_set(err, "%s:%" PRIu32 ": %s",
		    input_name(document->path), fault.line, fault.why);
	begin(&s);
	s.source->shape = count_talks(&s, "programme, ");
	if (end == XML_BROKEN)
		build_warn(build, fault.line,
		    arena_printf(s.arena, "%s; %s were read before it",
			fault.why, count_talks(&s, "")));
	return true;
}
