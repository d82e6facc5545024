#include "source/dialect.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "source/data_unseen.h"
#include "source/indico.h"
#include "source/json_scan.h"
#include "source/json_talks.h"
#include "source/markdown/markdown_blocks.h"
#include "source/media_json.h"
#include "source/programme.h"
#include "source/pyvideo.h"
#include "source/schedule_json.h"
#include "source/speakers_json.h"
#include "source/value.h"
#include "source/video_list.h"
#include "source/yaml_tree.h"

enum dialect {
	DIALECT_SCHEDULE,
	DIALECT_VIDEO_LIST,
	DIALECT_INDICO,
	DIALECT_MEDIA,
	DIALECT_PYVIDEO,
	DIALECT_TALKS,
	DIALECT_SPEAKERS,
	DIALECT_SCHEMA, /* refused, as are the next */
	DIALECT_PEOPLE,
	DIALECT_NONE,
};

/* What documents are called; of those that are refused, in messages. */
static const char *const names[] = {
    [DIALECT_SCHEDULE] = N_("programme"),
    [DIALECT_VIDEO_LIST] = N_("list of videos"),
    [DIALECT_INDICO] = "Indico",
    [DIALECT_MEDIA] = "media.ccc.de",
    [DIALECT_PYVIDEO] = "pyvideo",
    [DIALECT_TALKS] = N_("sessions"),
    [DIALECT_SPEAKERS] = N_("sessions"),
    [DIALECT_SCHEMA] = N_("a JSON schema, not a programme"),
    [DIALECT_PEOPLE] = N_("a list of people, not of talks"),
    [DIALECT_NONE] = N_("no programme and no list of videos"),
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

/* What is no programme, by a member that only it has. */
static const struct {
	const char *member, *is;
} others[] = {
    {"openapi", N_("the description of an API")},
    {"swagger", N_("the description of an API")},
    {"lockfileVersion", N_("a lock file")},
    {"dependencies", N_("the manifest of a package")},
    {"devDependencies", N_("the manifest of a package")},
    {"scripts", N_("the manifest of a package")},
    {"nbformat", N_("a notebook")},
    {"geometry", N_("a map")},
};

/* What a value is that is no programme; NULL: who knows. */
static const char *
find_other(const struct value *root)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		if (value_member(root, others[i].member))
			return others[i].is;
	}
	if (value_list(root, "features"))
		return find_other(value_list(root, "features"));
	if (strstr(value_text(root, "version"), "jsonfeed.org"))
		return N_("a feed");
	return NULL;
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
	if (json_talks_is(known, root))
		return DIALECT_TALKS;
	if (speakers_json_is(root))
		return DIALECT_SPEAKERS;
	return speakers_json_are_people(root) ? DIALECT_PEOPLE : DIALECT_NONE;
}

bool
dialect_has_talks(const struct value *root)
{
	struct json_names known = {.arena = NULL};
	bool talks = find_dialect(&known, root) < DIALECT_SCHEMA;

	json_names_free(&known);
	return talks;
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
	case DIALECT_SPEAKERS:
		speakers_json_add(p, root);
		break;
	case DIALECT_SCHEMA:
	case DIALECT_PEOPLE:
	case DIALECT_NONE:
		break;
	}
	return dialect;
}

/* Documents with one value after the other, in JSON or YAML. */
struct values {
	struct programme programme;
	struct arena *arena; /* of the value at hand */
	struct json_names known;
	enum dialect first; /* that of the first value */
	const char *other;  /* what that is, if it is no programme; or NULL */
	bool any;           /* there was one */
	bool keeps;         /* texts stay where they are in the document */
};

static void
values_begin(
    struct values *v, struct build *build, const struct document *document)
{
	*v = (struct values){.arena = arena_new(), .first = DIALECT_NONE};
	programme_start(&v->programme, build, document);
}

/* Adds a value; false: nothing more is asked for. */
static bool
values_add(struct values *v, const struct value *root, size_t at, size_t all)
{
	struct programme *p = &v->programme;
	enum dialect dialect = add_value(p, &v->known, root);

	if (v->any && dialect != v->first)
		build_warn(p->build, root->line, names[DIALECT_NONE]);
	else
		v->first = dialect;
	if (!v->any && dialect == DIALECT_NONE)
		v->other = find_other(root);
	v->any = true;
	arena_clear(v->arena);
	return v->first < DIALECT_SCHEMA && build_tell(p->build, at, all);
}

/* Ends the programme; `language` is what the document is written in. */
static bool
values_end(struct values *v, const char *language, const char *fault,
    uint32_t line, struct err *err)
{
	struct programme *p = &v->programme;
	const char *path = p->document->path;
	bool ok;

	if (v->other && !fault) {
		programme_drop(p);
		build_is_other(p->build);
		ok = err_set(err, _("%s: %s, not a programme"),
		    input_name(path), _(v->other));
	} else if (v->first >= DIALECT_SCHEMA && !fault) {
		programme_drop(p);
		build_is_other(p->build);
		ok = err_set(err, "%s: %s%s", input_name(path),
		    v->first == DIALECT_NONE ? language : "",
		    _(names[v->first]));
	} else {
		ok = programme_end(p, names[v->first], fault, line, err);
	}
	json_names_free(&v->known);
	arena_free(v->arena);
	return ok;
}

/*
 * Lets the texts of the value that was found stay where they are, if most of
 * what it was read from is left.
 */
static void
keep_texts(struct values *v, const struct json_scan *scan)
{
	struct programme *p = &v->programme;

	/* What breaks off was copied. */
	if (scan->fault || scan->len < (size_t)(scan->at - scan->text) / 2)
		p->kept.len = 0;
	else {
		p->kept.s = scan->text;
		p->kept.len = scan->len;
		v->keeps = true;
	}
}

bool
dialect_read(
    struct build *build, const struct document *document, struct err *err)
{
	struct bytes *bytes = document->bytes;
	struct json_scan scan;
	struct values v;
	bool ok, goes_on = true;

	values_begin(&v, build, document);
	json_scan_begin(&scan, bytes->s, bytes->len, cut);
	scan.longs = &v.programme.longs;
	while (goes_on && json_scan_next(&scan)) {
		keep_texts(&v, &scan);
		goes_on = values_add(&v, value_read(v.arena, &scan),
		    (size_t)(scan.at - scan.text),
		    (size_t)(scan.end - scan.text));
	}
	if (v.keeps) {
		arena_adopt(build_arena(build), bytes->s, bytes->mapped);
		*bytes = (struct bytes){0};
	}
	ok = values_end(&v, "JSON, but ", scan.fault, scan.fault_line, err);
	json_scan_free(&scan);
	return ok;
}

/* Whether a name ends as those of YAML do. */
static bool
has_ending(const char *path)
{
	const char *dot = path ? strrchr(path, '.') : NULL;

	return dot &&
	    (text_ascii_same(dot, ".yml", SIZE_MAX) ||
		text_ascii_same(dot, ".yaml", SIZE_MAX));
}

/*
 * Whether a line is a name with a link of Markdown, and no quote or sign of a
 * comment before its address: to YAML that is a list with words behind it.
 */
static bool
is_link(const char *s, size_t len)
{
	const char *open = memmem(s, len, ": [", 3), *end = s + len;
	const char *close = open ? memchr(open, ']', (size_t)(end - open))
				 : NULL;

	if (!close || close + 1 == end || close[1] != '(' ||
	    !text_ascii_letter(*s))
		return false;
	while (s < close && !strchr("\"'#", *s))
		s++;
	return s == close;
}

/*
 * Whether the first line that says something has a key, as YAML has: this is
 * asked of each document, and most are Markdown.
 */
static bool
has_key(const char *s, size_t len)
{
	const char *end = s + len;
	bool alone = true; /* but for comments */

	while (s < end) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop ? stop : end) - s);

		n -= n > 0 && s[n - 1] == '\r';
		if (n > 1 && *s != '#' && *s != '%' && memcmp(s, "--", 2) != 0)
			/* Only a last line may be wrong. */
			return !(alone && stop &&
				   memchr(stop + 1, '\n',
				       (size_t)(end - stop - 1)) &&
				   is_link(s, n)) &&
			    (s[n - 1] == ':' || memmem(s, n, ": ", 2) ||
				memmem(s, n, ":\t", 2));
		alone = alone && (n == 0 || *s == '#');
		s = stop ? stop + 1 : end;
	}
	return false;
}

/* Whether only the last one of the lines is wrong, if any. */
static bool
is_right(const struct yaml_tree *yaml, const char *s, size_t len)
{
	uint32_t lines = 0;

	if (!yaml->fault)
		return true;
	for (size_t i = 0; i < len && lines <= yaml->fault_line; i++)
		lines += s[i] == '\n';
	return yaml->fault_line >= lines;
}

/* Whether a list of talks stands in the text, which may be cut anywhere. */
static bool
has_talks(const char *s, size_t len)
{
	struct arena *arena = arena_new();
	struct json_names known = {.arena = NULL};
	const char *last = memrchr(s, '\n', len);
	struct yaml_tree yaml;
	const struct value *root;
	bool talks;

	/* Half of a line may be wrong. */
	len = last ? (size_t)(last + 1 - s) : len;
	yaml_tree_begin(&yaml, s, len);
	root = yaml_tree_next(&yaml, arena);
	talks = root && root->child && root->child->type >= VALUE_ARRAY &&
	    is_right(&yaml, s, len) && json_talks_is(&known, root);
	json_names_free(&known);
	yaml_tree_free(&yaml);
	arena_free(arena);
	return talks;
}

bool
dialect_is_yaml(const struct document *document)
{
	size_t len;
	const char *s = document_look(document, &len);

	/* Text after a second line of dashes is what front matter is for. */
	return has_ending(document->path) ||
	    (has_key(s, len) && !memmem(s, len, "\n---", 4) &&
		has_talks(s, len));
}

/* The bytes up to the line that ends front matter; 0: there is none, or more. */
static size_t
front_len(const char *s, size_t len)
{
	const char *end = len > 4 && memcmp(s, "---\n", 4) == 0
	    ? memmem(s + 3, len - 3, "\n---\n", 5)
	    : NULL;

	if (!end && len > 8 && memcmp(s, "---\n", 4) == 0 &&
	    memcmp(s + len - 4, "\n---", 4) == 0)
		end = s + len - 4;
	return end ? (size_t)(end + 1 - s) : 0;
}

/* Whether an item of a list begins on one of the lines. */
static bool
has_item(const char *s, size_t len)
{
	for (const char *at = s, *end = s + len; at < end;) {
		const char *next = memchr(at, '\n', (size_t)(end - at));

		at += strspn(at, " ");
		if (*at == '-' && (at[1] == ' ' || at[1] == '\n'))
			return true;
		at = next ? next + 1 : end;
	}
	return false;
}

/* Whether one of its lists is of talks, by its name and what is in it. */
static bool
lists_talks(struct json_names *known, const struct value *root)
{
	static const char *const lists[] = {"talks", "sessions",
	    "presentations", "schedule", "agenda", "program", "programme",
	    "lightning_talks", "lightningTalks"};

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		const struct value *list = value_member(root, lists[i]);

		if (list && list->type == VALUE_ARRAY &&
		    json_talks_is(known, list))
			return true;
	}
	return false;
}

bool
dialect_is_front(const struct document *document)
{
	struct json_names known = {.arena = NULL};
	struct arena *arena;
	struct yaml_tree yaml;
	const struct value *root;
	size_t len;
	const char *s = document_look(document, &len);
	bool talks;

	len = front_len(
	    s, document->bytes->len - (size_t)(s - document->bytes->s));
	if (len == 0 || !has_item(s, len))
		return false;
	arena = arena_new();
	yaml_tree_begin(&yaml, s, len);
	root = yaml_tree_next(&yaml, arena);
	talks = root && !yaml.fault && lists_talks(&known, root);
	json_names_free(&known);
	yaml_tree_free(&yaml);
	arena_free(arena);
	return talks;
}

/* Reads what stands below front matter, as words on the conference. */
static void
read_below(struct programme *p, const char *s, size_t front, size_t len)
{
	uint32_t line = 1;
	const char *text = s + front;

	for (size_t i = 0; i < front; i++)
		line += s[i] == '\n';
	text = text_clean(p->arena, text, len - front, NULL);
	programme_begin(p);
	markdown_blocks_read(p->build, text, line);
}

bool
dialect_read_front(
    struct build *build, const struct document *document, struct err *err)
{
	size_t len, front;
	const char *s = document_look(document, &len);
	const struct value *root;
	struct yaml_tree yaml;
	struct values v;
	bool ok;

	len = document->bytes->len - (size_t)(s - document->bytes->s);
	front = front_len(s, len);
	values_begin(&v, build, document);
	yaml_tree_begin(&yaml, s, front);
	yaml.longs = &v.programme.longs;
	root = yaml_tree_next(&yaml, v.arena);
	read_below(&v.programme, s,
	    front + strlen("---\n") < len ? front + strlen("---\n") : len, len);
	if (root) {
		values_add(&v, root, yaml.at, yaml.len);
	}
	ok = values_end(&v, "YAML, but ", yaml.fault, yaml.fault_line, err);
	if (ok && document->options->warn)
		data_unseen_tell(
		    build, s, front, DATA_YAML, N_("front matter"));
	yaml_tree_free(&yaml);
	return ok;
}

bool
dialect_read_yaml(
    struct build *build, const struct document *document, struct err *err)
{
	struct bytes *bytes = document->bytes;
	const struct value *root;
	struct yaml_tree yaml;
	struct values v;
	bool ok, goes_on = true;

	values_begin(&v, build, document);
	yaml_tree_begin(&yaml, bytes->s, bytes->len);
	input_drop(bytes);
	yaml.longs = &v.programme.longs;
	while (goes_on && (root = yaml_tree_next(&yaml, v.arena)))
		goes_on = values_add(&v, root, yaml.at, yaml.len);
	if (yaml.doubled > 0 && v.programme.talks > 0)
		build_warn(build, yaml.doubled,
		    N_("a key is there twice, the last one counts"));
	ok = values_end(&v, "YAML, but ", yaml.fault, yaml.fault_line, err);
	yaml_tree_free(&yaml);
	return ok;
}
