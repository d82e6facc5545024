#include "source/dialect.h"

#include <string.h>

#include "source/indico.h"
#include "source/json_scan.h"
#include "source/json_talks.h"
#include "source/media_json.h"
#include "source/programme.h"
#include "source/pyvideo.h"
#include "source/schedule_json.h"
#include "source/value.h"
#include "source/video_list.h"

enum dialect {
	DIALECT_SCHEDULE,
	DIALECT_VIDEO_LIST,
	DIALECT_INDICO,
	DIALECT_MEDIA,
	DIALECT_PYVIDEO,
	DIALECT_TALKS,
	DIALECT_SCHEMA, /* refused, as is the next */
	DIALECT_NONE,
};

/* What documents are called; of those that are refused, in messages. */
static const char *const names[] = {
    [DIALECT_SCHEDULE] = "programme",
    [DIALECT_VIDEO_LIST] = "list of videos",
    [DIALECT_INDICO] = "Indico",
    [DIALECT_MEDIA] = "media.ccc.de",
    [DIALECT_PYVIDEO] = "pyvideo",
    [DIALECT_TALKS] = "sessions",
    [DIALECT_SCHEMA] = "a JSON schema, not a programme",
    [DIALECT_NONE] = "JSON, but no programme and no list of videos",
};

/* Parts of lists of videos that are large and of no use here. */
static const char *const cut[] = {"formats", "automatic_captions", "subtitles",
    "requested_formats", "requested_downloads", "requested_subtitles",
    "thumbnails", "heatmap", "http_headers", "comments", NULL};

/* Skips blanks; returns how many bytes. */
static size_t
blanks(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] && strchr(" \t\r\n", s[n]))
		n++;
	return n;
}

/* Where the object at `s` ends; 0: not within the `len` bytes. */
static size_t
object_end(const char *s, size_t len)
{
	size_t depth = 0;
	bool quoted = false;

	for (size_t i = 0; i < len; i++) {
		if (quoted && s[i] == '\\')
			i++;
		else if (s[i] == '"')
			quoted = !quoted;
		else if (!quoted && (s[i] == '{' || s[i] == '['))
			depth++;
		else if (!quoted && (s[i] == '}' || s[i] == ']') &&
		    --depth == 0)
			return i + 1;
	}
	return 0;
}

bool
dialect_is_json(const char *s, size_t len)
{
	size_t next = 1, end;

	if (len == 0 || (*s != '{' && *s != '['))
		return false;
	next += blanks(s + 1, len - 1);
	if (next == len || s[next] != (*s == '{' ? '"' : '{'))
		return false;
	end = *s == '{' ? object_end(s, len) : 0;
	end += blanks(s + end, len - end);
	return end == 0 || end == len || s[end] == '{';
}

static enum dialect
find_dialect(struct json_names *known, const struct value *root)
{
	if (strstr(value_text(root, "$schema"), "json-schema.org") ||
	    (value_has(root, "properties") && value_has(root, "definitions")))
		return DIALECT_SCHEMA;
	if (schedule_json_is(root))
		return DIALECT_SCHEDULE;
	if (video_list_is(root))
		return DIALECT_VIDEO_LIST;
	if (indico_is(root))
		return DIALECT_INDICO;
	if (media_json_is(root))
		return DIALECT_MEDIA;
	if (pyvideo_is(root))
		return DIALECT_PYVIDEO;
	return json_talks_is(known, root) ? DIALECT_TALKS : DIALECT_NONE;
}

static enum dialect
add_value(
    struct programme *p, struct json_names *known, const struct value *root)
{
	enum dialect dialect = find_dialect(known, root);
	size_t before = p->talks;

	switch (dialect) {
	case DIALECT_SCHEDULE:
		schedule_json_add(p, root);
		/* Others have a "schedule", too. */
		if (p->talks == before)
			json_talks_add(p, known, root);
		break;
	case DIALECT_VIDEO_LIST:
		video_list_add(p, root);
		break;
	case DIALECT_INDICO:
		indico_add(p, root);
		break;
	case DIALECT_MEDIA:
		media_json_add(p, root);
		break;
	case DIALECT_PYVIDEO:
		pyvideo_add(p, root);
		break;
	case DIALECT_TALKS:
		json_talks_add(p, known, root);
		break;
	case DIALECT_SCHEMA:
	case DIALECT_NONE:
		break;
	}
	return dialect;
}

/* Adds all values; returns the dialect of the first. */
static enum dialect
add_values(struct programme *p, struct json_scan *scan)
{
	struct arena *arena = arena_new();
	struct json_names known = {.arena = NULL};
	enum dialect first = DIALECT_NONE;
	bool any = false, goes_on = true;

	while (goes_on && json_scan_next(scan)) {
		const struct value *root = value_read(arena, scan);

		enum dialect dialect = add_value(p, &known, root);
		if (any && dialect != first)
			build_warn(p->build, root->line, names[DIALECT_NONE]);
		else
			first = dialect;
		any = true;
		goes_on = first < DIALECT_SCHEMA &&
		    build_tell(p->build, (size_t)(scan->at - scan->text),
			(size_t)(scan->end - scan->text));
		arena_clear(arena);
	}
	json_names_free(&known);
	arena_free(arena);
	return first;
}

bool
dialect_read(
    struct build *build, const struct document *document, struct err *err)
{
	const struct bytes *bytes = document->bytes;
	struct json_scan scan;
	struct programme p;
	enum dialect dialect;
	bool ok;

	programme_start(&p, build, document);
	json_scan_begin(&scan, bytes->s, bytes->len, cut);
	scan.longs = &p.longs;
	dialect = add_values(&p, &scan);
	if (dialect >= DIALECT_SCHEMA && !scan.fault) {
		programme_drop(&p);
		ok = err_set(
		    err, "%s: %s", input_name(document->path), names[dialect]);
	} else {
		ok = programme_end(
		    &p, names[dialect], scan.fault, scan.fault_line, err);
	}
	json_scan_free(&scan);
	return ok;
}
