#include "source/front_matter.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/front_keys.h"
#include "source/front_object.h"
#include "source/front_rows.h"
#include "source/front_take.h"
#include "source/front_value.h"

#define TITLE_LINES  16   /* below the key, at most */
#define QUOTED_LINES 64   /* of a value in quotes, below its first */
#define MEMBERS_MOST 4096 /* bytes of members without a brace before them */

/* The line without blanks at its end. */
static size_t
trimmed(const char *s, size_t len)
{
	while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	return len;
}

/*
 * Whether a line can be in front matter, so that running text is not taken for
 * it.
 */
static bool
is_data(const char *s, size_t len, char separator)
{
	return trimmed(s, len) == 0 || strchr(" \t-#[]{}\"", *s) != NULL ||
	    front_value_key(s, len, separator) > 0;
}

/* Whether a line below a key goes on with its value: no list, no other key. */
static bool
goes_on(const char *s, size_t len)
{
	size_t i = text_spaces(s, len);

	return i > 0 && i < len && s[i] != '-' && s[i] != '#' &&
	    front_value_key(s + i, len - i, ':') == 0;
}

/*
 * Takes a title that goes on in the next lines, of the `len` bytes at `s`, in
 * YAML: `title: >-`.  Returns the bytes of these lines; 0: it does not go on.
 */
static size_t
take_long(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t first = text_line(s, len), end = first, n;
	size_t key = front_value_key(s, first, ':');
	const char **field = key > 0 ? front_keys_find(front, s, key) : NULL;
	const char *value = s + key + 1, *title;

	if (!field || (field != &front->title && field != &front->talk_title))
		return 0;
	value += text_spaces(value, first - key - 1);
	if (value < s + first && text_ascii_any(*value, "|>") &&
	    s + first - value <= 2)
		value = s + first;
	title = arena_dup(arena, value, (size_t)(s + first - value));
	for (int lines = 0; end < len && lines < TITLE_LINES; lines++) {
		n = text_line(s + end + 1, len - end - 1);
		if (!goes_on(s + end + 1, n))
			break;
		title = arena_printf(
		    arena, "%s %.*s", title, (int)n, s + end + 1);
		end += n + 1;
	}
	if (end == first)
		return 0;
	title = arena_printf(arena, "%.*s:%s", (int)key, s, title);
	front_take_line(arena, title, strlen(title), ':', front);
	for (size_t i = first + 1; i < end; i += n + 1) {
		n = text_line(s + i, len - i);
		front_rows_count(arena, front, s + i, n, field);
	}
	return end;
}

/* Whether a text leaves a quote open that it opens, or ends one that is open. */
static bool
is_odd(const char *s, size_t len, char quote)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += s[i] == quote && (i == 0 || s[i - 1] != '\\');
	return n % 2 > 0;
}

/* The bytes up to the end of the line in which a quote ends that the first opens. */
static size_t
quoted_lines(const char *s, size_t len, size_t first, char quote)
{
	size_t end = first;

	for (int lines = 0; end < len && lines < QUOTED_LINES; lines++) {
		const char *line = s + end + 1;
		size_t n = text_line(line, len - end - 1);

		if (trimmed(line, n) == 3 && memcmp(line, "---", 3) == 0)
			return 0;
		end += n + 1;
		n = trimmed(line, n);
		if (is_odd(line, n, quote))
			return line[n - 1] == quote ? end : 0;
	}
	return 0;
}

/*
 * Takes a value in quotes that end in a later line of the `len` bytes at `s`, with
 * lines between that may look like Markdown.  Returns the bytes of all these lines;
 * 0: there is none.
 */
static size_t
take_quoted(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t first = text_line(s, len), end, n;
	size_t key = front_value_key(s, first, ':'), value = key + 1;
	const char **field;
	char *text;

	if (key == 0)
		return 0;
	value += text_spaces(s + value, first - value);
	if (value >= first || !strchr("'\"", s[value]) ||
	    !is_odd(s + value, first - value, s[value]))
		return 0;
	end = quoted_lines(s, len, first, s[value]);
	if (end == 0)
		return 0;
	field = front_keys_find(front, s, key);
	text = arena_dup(arena, s, end);
	for (char *nl = text; (nl = strpbrk(nl, "\r\n"));)
		*nl = ' ';
	front_take_line(arena, text, trimmed(text, end), ':', front);
	for (size_t i = first + 1; i < end; i += n + 1) {
		n = text_line(s + i, len - i);
		front_rows_count(arena, front, s + i, n, field);
	}
	return end;
}

/* The list that TOML is in, as of `[[speakers]]`. */
struct tables {
	const char *name;
	bool begins; /* a member of it */
};

/* Takes a line of such a list as YAML has it; false: it is none. */
static bool
take_table(struct arena *arena, const char *s, size_t len,
    struct tables *tables, struct front_matter *front)
{
	size_t key = front_value_key(s, len, '=');
	const char *text, *value, *end = memmem(s, len, "]]", 2);

	if (len > 4 && s[0] == '[' && s[1] == '[' && end) {
		const char *name = arena_dup(
		    arena, s + 2, (size_t)(end - s) - 2);
		bool again = tables->name && strcmp(name, tables->name) == 0;

		*tables = (struct tables){name, true};
		text = arena_printf(arena, "%s:", name);
		if (!again) {
			front_take_line(arena, text, strlen(text), ':', front);
			front->row--;
		}
		front_rows_count(arena, front, s, len, NULL);
		return true;
	}
	if (len > 0 && *s == '[')
		tables->name = NULL;
	if (!tables->name || key == 0)
		return false;
	value = (const char *)memchr(s, '=', len) + 1;
	text = arena_printf(arena, "%s%.*s:%.*s", tables->begins ? "- " : "  ",
	    (int)key, s, (int)(s + len - value), value);
	tables->begins = false;
	front_take_line(arena, text, strlen(text), ':', front);
	return true;
}

/* Front matter between two lines of `fence`. */
static size_t
fenced(struct arena *arena, const char *s, size_t len, const char *fence,
    char separator, struct front_matter *front)
{
	struct front_matter found = {.row = 2};
	struct tables tables = {.name = NULL};

	for (size_t i = text_line(s, len) + 1; i < len;) {
		size_t n = text_line(s + i, len - i), all;

		if (trimmed(s + i, n) == 3 && memcmp(s + i, fence, 3) == 0) {
			front_take_end(arena, &found);
			/* Anything may have a name. */
			if (!found.title && front_matter_names(&found))
				found.title = found.name;
			*front = found;
			return i + n;
		}
		if (!is_data(s + i, n, separator))
			return 0;
		if (separator == ':' &&
		    ((all = take_long(arena, s + i, len - i, &found)) > 0 ||
			(all = take_quoted(arena, s + i, len - i, &found)) >
			    0)) {
			i += all + 1;
			continue;
		}
		if (separator == ':' ||
		    !take_table(arena, s + i, n, &tables, &found))
			front_take_line(arena, s + i, n, separator, &found);
		i += n + 1;
	}
	return 0;
}

/* The end of the string that starts with the quote at `i`, past its quote. */
static size_t
string_end(const char *s, size_t len, size_t i)
{
	for (i++; i < len && s[i] != '"'; i++) {
		if (s[i] == '\\')
			i++;
	}
	return i + 1;
}

/* The bytes of a word, if a line begins with it; else 0. */
static size_t
word_length(const char *s, size_t len, const char *word)
{
	size_t n = strlen(word);

	return len > n && memcmp(s, word, n) == 0 ? n : 0;
}

/* Whether a line has a member, behind its first, that is not known here. */
static bool
has_unknown(struct front_matter *front, const char *s, size_t len)
{
	const char *at = s, *end = s + len;

	while ((at = memchr(at, ',', (size_t)(end - at)))) {
		const char *key = ++at;

		while (key < end && strchr(" {\"'", *key))
			key++;
		for (at = key; at < end && text_ascii_word(*at);)
			at++;
		if (at > key && at < end && *at == ':' &&
		    !front_keys_find(front, key, (size_t)(at - key)))
			return true;
	}
	return false;
}

/*
 * The field whose key a line of an object begins with; NULL: none, or not all of
 * the line is taken.
 */
static const char **
field_of(struct front_matter *front, const char *s, size_t len)
{
	size_t from = 0, key, end;

	while (from < len && strchr(" \t{\"'", s[from]))
		from++;
	from += word_length(s + from, len - from, "export ");
	from += word_length(s + from, len - from, "const ");
	for (key = from; key < len && text_ascii_word(s[key]);)
		key++;
	for (end = key; end < len && strchr("\"' ", s[end]);)
		end++;
	return key > from && end < len && strchr(":=", s[end]) &&
		!has_unknown(front, s + end, len - end)
	    ? front_keys_find(front, s + from, key - from)
	    : NULL;
}

/* Counts the lines of an object, which begin in the document's first one. */
static void
count_object(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	front->nrows = 0;
	front->row = 1;
	for (size_t i = 0, n; i < len; i += n + 1) {
		n = text_line(s + i, len - i);
		front_rows_count(
		    arena, front, s + i, n, field_of(front, s + i, n));
	}
}

/* Takes what an object of JSON or JavaScript has. */
static void
take_object(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	struct buffer yaml = {0};
	struct front_matter found = {0};
	const char *text;
	size_t text_len;

	front_object_yaml(&yaml, s, len);
	/* What is no UTF-8 becomes longer. */
	text = text_clean(arena, yaml.s ? yaml.s : "", yaml.len, &text_len);
	free(yaml.s);
	for (size_t i = 0; i < text_len;) {
		size_t n = text_line(text + i, text_len - i);

		front_take_line(arena, text + i, n, ':', &found);
		i += n + 1;
	}
	front_take_end(arena, &found);
	if (!found.title && front_matter_names(&found))
		found.title = found.name;
	count_object(arena, s, len, &found);
	*front = found;
}

/* Whether a document begins with an object, and no call of a template. */
static bool
begins_object(const char *s, size_t len)
{
	size_t i = 1;

	while (i < len && strchr(" \t\n", s[i]))
		i++;
	return len > 0 && *s == '{' && i < len && (s[i] == '"' || s[i] == '}');
}

static size_t
json(struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	int depth = 0;

	for (size_t i = 0; i < len;) {
		if (s[i] == '"') {
			i = string_end(s, len, i);
			continue;
		}
		depth += s[i] == '{' || s[i] == '[';
		depth -= s[i] == '}' || s[i] == ']';
		i++;
		if (depth == 0) {
			/* It ends its line, or it was something else. */
			if (trimmed(s + i, text_line(s + i, len - i)) > 0)
				return 0;
			take_object(arena, s, i, front);
			return i;
		}
	}
	return 0;
}

/* Where the line with a `fence` begins, from byte `i` on; `len`: nowhere. */
static size_t
find_fence(const char *s, size_t len, size_t i, const char *fence)
{
	for (; i < len; i += text_line(s + i, len - i) + 1) {
		size_t n = text_line(s + i, len - i);

		if (trimmed(s + i, n) == 3 && memcmp(s + i, fence, 3) == 0)
			return i;
	}
	return len;
}

/* Members of an object up to `;;;`, as Hexo has them. */
static size_t
members(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t end = len < MEMBERS_MOST ? len : MEMBERS_MOST;
	size_t fence = find_fence(s, end, 0, ";;;");

	if (fence == end)
		return 0;
	take_object(arena, s, fence, front);
	return fence + 3;
}

/* `---js` or `---json`, as Eleventy has them; `;;;`, as Hexo has. */
static size_t
named_fence(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	static const char *const objects[] = {
	    "js", "javascript", "json", "json5"};
	const char *fence = *s == '-' ? "---" : ";;;";
	size_t first = text_line(s, len), end, i = 3;
	bool object = *s == ';';

	while (i < first && s[i] == ' ')
		i++;
	for (size_t k = 0; k < sizeof(objects) / sizeof(*objects); k++)
		object = object ||
		    (trimmed(s + i, first - i) == strlen(objects[k]) &&
			memcmp(s + i, objects[k], strlen(objects[k])) == 0);
	if (!object)
		return 0;
	end = find_fence(s, len, first + 1, fence);
	if (end >= len)
		return 0;
	take_object(arena, s + first, end - first, front);
	return end + 3;
}

/* Whether a key is one that only front matter would have. */
static bool
is_known(const char *s, size_t len)
{
	static const char *const keys[] = {
	    "title", "date", "author", "tags", "category", "slug"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (strlen(keys[i]) == len && text_ascii_same(keys[i], s, len))
			return true;
	}
	return false;
}

/* The bytes of the key with its colon that the line at `s` begins with, or 0. */
static size_t
line_key(const char *s, size_t len)
{
	size_t key = front_value_key(s, text_line(s, len), ':');

	return key > 0 ? key + 1 : 0;
}

/*
 * Whether a later paragraph begins with the first two keys again: each tells of a
 * talk, and none of the document.
 */
static bool
recurs(const char *s, size_t len)
{
	size_t first = line_key(s, len), below = text_line(s, len) + 1;
	size_t second = line_key(s + below, len - below);
	const char *end = s + len, *at = s + below;

	while ((at = memmem(at, (size_t)(end - at), s, first))) {
		const char *next = at + text_line(at, (size_t)(end - at)) + 1;

		if (at[-1] == '\n' && strchr("\n-", at[-2]) &&
		    next + second <= end &&
		    memcmp(next, s + below, second) == 0)
			return true;
		at += first;
	}
	return false;
}

/* Whether the first line is a title, over nothing but a heading. */
static bool
is_title_over_heading(const char *s, size_t len, const struct front_matter *f)
{
	size_t i = text_line(s, len);

	while (i < len && strchr(" \t\n", s[i]))
		i++;
	return f->title && i < len && s[i] == '#';
}

/* Lines of `Key: value`; a rule of `---` may end them. */
static size_t
pairs(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	struct front_matter found = {.row = 1};
	bool known = false;
	size_t i = 0, lines = 0;

	while (i < len) {
		size_t n = text_line(s + i, len - i);
		size_t key = front_value_key(s + i, n, ':');

		if (key == 0)
			break;
		/* `key:: value` is written on purpose. */
		known = known || is_known(s + i, key) ||
		    (key + 2 < n && memcmp(s + i + key, ":: ", 3) == 0);
		front_take_line(arena, s + i, n, ':', &found);
		i += n + 1;
		lines++;
	}
	if (i > len)
		i = len;
	if (lines == 0 || !known ||
	    (lines == 1 && !is_title_over_heading(s, len, &found)) ||
	    recurs(s, len))
		return 0;

	size_t n = text_line(s + i, len - i);

	if (trimmed(s + i, n) == 3 && memcmp(s + i, "---", 3) == 0)
		i += n;
	else if (trimmed(s + i, n) > 0)
		return 0;
	front_take_end(arena, &found);
	*front = found;
	return i;
}

size_t
front_matter_skip(
    struct arena *arena, const char *s, size_t len, struct front_matter *front)
{
	size_t first = trimmed(s, text_line(s, len));

	*front = (struct front_matter){0};
	if ((first == 3 && memcmp(s, "---", 3) == 0) ||
	    (first == 7 && memcmp(s, "---yaml", 7) == 0))
		return fenced(arena, s, len, "---", ':', front);
	if (first == 7 && memcmp(s, "---toml", 7) == 0)
		return fenced(arena, s, len, "---", '=', front);
	if (first == 3 && memcmp(s, "+++", 3) == 0)
		return fenced(arena, s, len, "+++", '=', front);
	if (begins_object(s, len))
		return json(arena, s, len, front);
	if (len > 0 && *s == '"')
		return members(arena, s, len, front);
	if (first >= 3 &&
	    (memcmp(s, "---", 3) == 0 || memcmp(s, ";;;", 3) == 0))
		return named_fence(arena, s, len, front);
	return pairs(arena, s, len, front);
}
