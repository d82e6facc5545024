#include "source/markdown/shortcode.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

#define LONGEST       400  /* bytes of a call */
#define LONGEST_LINES 1000 /* of one that has several lines */
#define WORDS_MOST    12   /* of a call */

/* A word of a call: `value`, `"value"` or `key="value"`. */
struct word {
	const char *key, *value;
	size_t key_len, len;
};

struct call {
	struct word word[WORDS_MOST];
	size_t n;
	bool ends; /* what another one began: `{{< /notice >}}` */
};

static const struct {
	const char *open, *close;
} marks[] = {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}};

/* Takes the word at `s`; returns its bytes. */
static size_t
take_word(struct call *call, const char *s, size_t len)
{
	struct word word = {0};
	size_t at = 0, end;

	while (at < len && (text_ascii_word(s[at]) || strchr("_-", s[at])))
		at++;
	if (at > 0 && at < len && s[at] == '=') {
		word.key = s;
		word.key_len = at++;
	} else {
		at = 0;
	}
	if (at < len && (s[at] == '"' || s[at] == '\'')) {
		const char *close = memchr(s + at + 1, s[at], len - at - 1);

		word.value = s + at + 1;
		end = close ? (size_t)(close - s) : len;
		word.len = end - at - 1;
		end += close != NULL;
	} else {
		for (end = at; end < len && !text_ascii_blank(s[end]);)
			end++;
		word.value = s + at;
		word.len = end - at;
		/* `embed [[Page]]` */
		while (!word.key && word.len > 0 && *word.value == '[') {
			word.value++;
			word.len--;
		}
		while (!word.key && word.len > 0 &&
		    word.value[word.len - 1] == ']')
			word.len--;
	}
	if (call->n < WORDS_MOST && word.len > 0)
		call->word[call->n++] = word;
	return end;
}

/* Takes the words of a call. */
static void
take_words(struct call *call, const char *s, size_t len)
{
	for (size_t i = 0; i < len;) {
		if (text_ascii_blank(s[i]) || s[i] == '-')
			i++;
		else
			i += take_word(call, s + i, len - i);
	}
	if (call->n == 0)
		return;

	const struct word *name = &call->word[0];

	call->ends = name->value[0] == '/' ||
	    (name->len > 3 && memcmp(name->value, "end", 3) == 0);
	/* `{{< youtube ID />}}` */
	if (call->n > 1 && call->word[call->n - 1].value[0] == '/' &&
	    call->word[call->n - 1].len == 1)
		call->n--;
}

static bool
is_key(const struct word *word, const char *const *keys)
{
	for (; *keys; keys++) {
		if (word->key_len == strlen(*keys) &&
		    text_ascii_same(word->key, *keys, word->key_len))
			return true;
	}
	return false;
}

static bool
is_address(const struct word *word)
{
	return word->len > 8 && text_ascii_same(word->value, "http", 4) &&
	    memmem(word->value, word->len, "://", 3);
}

/* How many bytes at the start of a word can be the id of a video. */
static size_t
id_len(const struct word *word)
{
	size_t n = 0;

	while (n < word->len &&
	    (text_ascii_word(word->value[n]) || strchr("_-", word->value[n])))
		n++;
	return n;
}

/* Whether a word can be the id of a video, or one with a time: "ID?t=90". */
static bool
is_id(const struct word *word)
{
	size_t n = id_len(word);

	return n == word->len ||
	    (n > 0 && word->len > n + 3 &&
		memcmp(word->value + n, "?t=", 3) == 0);
}

/* Whether the name of a call, in its first two words, has `site` in it. */
static bool
is_of(const struct call *call, const char *site)
{
	for (size_t i = 0; i < call->n && i < 2; i++) {
		const struct word *word = &call->word[i];
		size_t n = strlen(site);

		for (size_t k = 0; k + n <= word->len && !word->key; k++) {
			if (text_ascii_same(word->value + k, site, n))
				return true;
		}
	}
	return false;
}

/* Whether the second word is the name of what is called, too. */
static bool
is_include(const struct call *call)
{
	return call->n > 1 && call->word[0].len >= 7 &&
	    memcmp(call->word[0].value, "include", 7) == 0;
}

/* The id that a call gives by a name, or as its last word; NULL: none. */
static const struct word *
find_id(const struct call *call)
{
	static const char *const keys[] = {"id", "video", "video_id", "videoid",
	    "youtubeid", "youtube_id", "youtube", "vimeo", NULL};

	for (size_t i = 1; i < call->n; i++) {
		if (is_key(&call->word[i], keys) && is_id(&call->word[i]))
			return &call->word[i];
	}
	for (size_t i = 1; i < call->n; i++) {
		if (!call->word[i].key && is_id(&call->word[i]))
			return &call->word[i];
	}
	return NULL;
}

/* Whether a word's key has `part` in it: "video_url". */
static bool
has_key(const struct word *word, const char *part)
{
	size_t n = strlen(part);

	for (size_t i = 0; i + n <= word->key_len; i++) {
		if (text_ascii_same(word->key + i, part, n))
			return true;
	}
	return false;
}

/* The address that a call gives, a video's first; NULL: none. */
static const struct word *
find_address(const struct call *call)
{
	const struct word *address = NULL;

	for (size_t i = 1; i < call->n; i++) {
		const struct word *word = &call->word[i];

		if (is_address(word) &&
		    (!address ||
			(has_key(word, "video") && !has_key(address, "video"))))
			address = word;
	}
	return address;
}

/* `[slides](address)`, for those beside the one that is taken. */
static void
put_others(struct buffer *out, const struct call *call)
{
	const struct word *address = find_address(call);

	for (size_t i = 1; i < call->n; i++) {
		const struct word *word = &call->word[i];

		if (!is_address(word) || word == address || !word->key)
			continue;
		buffer_puts(out, " [");
		if (has_key(word, "slide"))
			buffer_puts(out, "slides");
		else
			buffer_put(out, word->key, word->key_len);
		buffer_puts(out, "](<");
		buffer_put(out, word->value, word->len);
		buffer_puts(out, ">)");
	}
}

/* The address that a call gives, or that its id stands for. */
static bool
put_address(struct buffer *out, const struct call *call)
{
	static const char *const keys[] = {
	    "src", "href", "url", "link", "file", NULL};
	const struct word *id = find_id(call), *address = find_address(call);
	size_t before = out->len, n = id ? id_len(id) : 0;

	if (address)
		buffer_put(out, address->value, address->len);
	if (out->len == before && id && is_of(call, "youtube")) {
		buffer_puts(out, "https://www.youtube.com/watch?v=");
		buffer_put(out, id->value, n);
		if (n < id->len) {
			buffer_puts(out, "&");
			buffer_put(out, id->value + n + 1, id->len - n - 1);
		}
	} else if (out->len == before && id && is_of(call, "vimeo")) {
		buffer_puts(out, "https://vimeo.com/");
		buffer_put(out, id->value, n);
	}
	for (size_t i = 1; i < call->n && out->len == before; i++) {
		if (is_key(&call->word[i], keys))
			buffer_put(out, call->word[i].value, call->word[i].len);
	}
	return out->len > before;
}

/* What a reader sees of a call. */
static const char *const shown[] = {
    "title", "caption", "alt", "text", "name", "label", NULL};

/* Makes one line of what was written from byte `from` on. */
static void
flatten(struct buffer *out, size_t from)
{
	for (size_t i = from; i < out->len; i++) {
		if (out->s[i] == '\n')
			out->s[i] = ' ';
	}
}

/* Writes, on a line below, what else a call says, beside a title: its event, its day. */
static void
put_rest(struct buffer *out, const struct call *call)
{
	static const char *const looks[] = {"align", "class", "color", "height",
	    "icon", "id", "image", "img", "layout", "src", "style", "target",
	    "width", NULL};
	size_t before = out->len;

	for (size_t i = 1; i < call->n; i++) {
		const struct word *word = &call->word[i];

		if (!word->key || is_address(word) || is_key(word, shown) ||
		    is_key(word, looks))
			continue;
		buffer_puts(out, out->len > before ? ", " : "\n");
		buffer_put(out, word->value, word->len);
	}
	flatten(out, before + 1);
}

/* Whether a call only names a value, with filters perhaps: `site.author | upper`. */
static bool
is_value(const struct call *call)
{
	const struct word *name = &call->word[0];

	return !name->key && memchr(name->value, '.', name->len) &&
	    (call->n == 1 || call->word[1].value[0] == '|');
}

/*
 * The words that a call gives a reader, or with none its own name; what is
 * included is not here.
 */
static void
put_words(struct buffer *out, const struct call *call, bool linked)
{
	size_t before = out->len;

	for (size_t i = is_include(call) ? 2 : 1; i < call->n; i++) {
		const struct word *word = &call->word[i];

		if (word->key ? !is_key(word, shown)
			      : linked && (is_id(word) || is_address(word)))
			continue;
		if (out->len > before)
			buffer_puts(out, " ");
		buffer_put(out, word->value, word->len);
	}
	if (out->len == before && !linked && !is_include(call))
		buffer_put(out, call->word[0].value, call->word[0].len);
}

/* Whether a call is for the looks alone: `{{< icon star >}}`. */
static bool
is_ornament(const struct call *call)
{
	static const char *const names[] = {"badge", "emoji", "fa", "fa_icon",
	    "fas", "fab", "faicon", "fontawesome", "icon"};
	const struct word *name = &call->word[0];

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (name->len == strlen(names[i]) &&
		    text_ascii_same(name->value, names[i], name->len))
			return true;
	}
	return false;
}

/* Whether what a call begins is ended in the text behind it: `{{< /badge >}}`. */
static bool
is_ended(const struct call *call, const char *s, size_t len)
{
	const struct word *name = &call->word[0];

	for (const char *end = s + len;
	     (s = memmem(s, (size_t)(end - s), name->value, name->len)); s++) {
		if (s[-1] == '/' || (s[-1] == 'd' && s[-2] == 'n'))
			return true;
	}
	return false;
}

/* `[words](address)`, the address or the words, whatever there is. */
static void
put_call(struct buffer *out, const struct call *call, bool ended)
{
	struct buffer address = {0}, words = {0};
	bool linked = put_address(&address, call);

	if (linked || !(is_ornament(call) || (ended && call->n == 1)))
		put_words(&words, call, linked);
	if (linked && words.len > 0) {
		buffer_puts(out, "[");
		buffer_put(out, words.s, words.len);
		buffer_puts(out, "](<");
		buffer_put(out, address.s, address.len);
		buffer_puts(out, ">)");
		put_others(out, call);
	} else if (linked) {
		buffer_puts(out, "<");
		buffer_put(out, address.s, address.len);
		buffer_puts(out, ">");
	} else {
		buffer_put(out, words.s, words.len);
	}
	free(address.s);
	free(words.s);
}

/*
 * Writes the call that begins at `s` and ends within `len` bytes, perhaps with
 * all that it says; its bytes.
 */
static size_t
put(struct buffer *out, const char *s, size_t len, bool all)
{
	size_t before = out->len;

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t n = strlen(marks[i].open), m = strlen(marks[i].close);
		struct call call = {0};
		const char *close;

		if (len < n + m || memcmp(s, marks[i].open, n) != 0)
			continue;
		close = memmem(s + n, len - n, marks[i].close, m);
		if (!close)
			continue;
		take_words(&call, s + n, (size_t)(close - s) - n);
		/* Of a value, the site knows more than its name. */
		if (call.n > 0 && is_value(&call))
			call.n = 1;
		close += m;
		if (call.n > 0 && !call.ends)
			put_call(out, &call,
			    is_ended(&call, close, (size_t)(s + len - close)));
		flatten(out, before);
		if (call.n > 0 && !call.ends && all)
			put_rest(out, &call);
		return (size_t)(close - s);
	}
	return 0;
}

size_t
shortcode_put(struct buffer *out, const char *s, size_t len)
{
	return put(out, s, len < LONGEST ? len : LONGEST, false);
}

size_t
shortcode_put_lines(struct buffer *out, const char *s, size_t len)
{
	size_t before = out->len, feeds = 0, n;
	const char *nl;

	if (len < 3 || s[0] != '{' || s[1] != '{' || !strchr("<%", s[2]))
		return 0;
	if (len > LONGEST_LINES)
		len = LONGEST_LINES;
	nl = memchr(s, '\n', len);
	if (!nl || memmem(s, (size_t)(nl - s), "}}", 2))
		return 0;
	n = put(out, s, len, true);
	if (n == 0 || (n < len && s[n] != '\n')) {
		out->len = before;
		return 0;
	}
	/* Of what it says the second line is one of these. */
	for (size_t i = before; i < out->len; i++)
		feeds += out->s[i] == '\n';
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\n' && feeds > 0)
			feeds--;
		else if (s[i] == '\n')
			buffer_puts(out, "\n");
	}
	return n;
}

/* Writes what a call is of an address: `"/talks" | relative_url`, `link FILE`. */
static void
put_part(struct buffer *out, const char *s, size_t len)
{
	struct call call = {0};
	const struct word *word = call.word;

	take_words(&call, s, len);
	if (call.n > 1 && word->len >= 4 &&
	    (memcmp(word->value, "link", 4) == 0 ||
		memcmp(word->value, "post", 4) == 0))
		buffer_put(out, word[1].value, word[1].len);
	else if (call.n > 0 && word->value > s &&
	    strchr("\"'", word->value[-1]))
		buffer_put(out, word->value, word->len);
}

/* Writes an address up to byte `end`, in which there are calls; where it ends. */
static size_t
put_called(
    struct buffer *address, const char *s, size_t i, size_t len, char end)
{
	while (i + 1 < len && s[i] != end) {
		const char *close = s[i + 1] == '{' ? "}}" : "%}", *after;

		if (s[i] != '{') {
			buffer_put(address, s + i++, 1);
			continue;
		}
		after = i + 2 < len ? memmem(s + i + 2, len - i - 2, close, 2)
				    : NULL;
		if (!after)
			break;
		put_part(address, s + i + 2, (size_t)(after - s) - i - 2);
		i = (size_t)(after - s) + 2;
	}
	return i;
}

const char *
shortcode_address(struct arena *arena, const char *url)
{
	struct buffer address = {0};
	size_t len = strnlen(url, LONGEST);

	/* Most have no brackets at all. */
	if (len == LONGEST || !memchr(url, '{', len) ||
	    (!memmem(url, len, "{{", 2) && !memmem(url, len, "{%", 2)))
		return url;
	put_called(&address, url, 0, len + 1, '\0');
	if (address.len > 0)
		url = arena_dup(arena, address.s, address.len);
	free(address.s);
	return url;
}

size_t
shortcode_link(struct buffer *out, const char *s, size_t len)
{
	struct buffer address = {0};
	size_t i = 2;

	if (len > LONGEST)
		len = LONGEST;
	if (len < 6 || s[2] != '{' || !strchr("{%", s[3]))
		return 0;
	i = put_called(&address, s, i, len, ')');
	if (i < len && s[i] == ')' && address.len > 0) {
		buffer_puts(out, "](<");
		buffer_put(out, address.s, address.len);
		buffer_puts(out, ">)");
		i++;
	} else {
		i = 0;
	}
	free(address.s);
	return i;
}

/* Whether the `n` bytes at `s[i]` are `{#name}`, behind a heading's title. */
static bool
is_heading_name(const char *s, size_t len, size_t i, size_t n)
{
	size_t end = i + n + 1, name = i + 1 + (s[i + 1] == ' ');

	while (end < len && s[end] == ' ')
		end++;
	return i > 1 && s[i - 1] == ' ' && s[name] == '#' &&
	    (end == len || strchr("\n-|:(", s[end]));
}

size_t
shortcode_attributes(const char *s, size_t len, size_t i)
{
	size_t most = len - i < LONGEST ? len - i : LONGEST;
	const char *end = memchr(s + i, '}', most);
	size_t n = end ? (size_t)(end - s) - i : 0;
	size_t first = i + 1 + (n > 2 && s[i + 1] == ' ');

	if (n < 2 || memchr(s + i, '\n', n))
		return 0;
	return s[i + 1] == ':' || is_heading_name(s, len, i, n) ||
		(i > 0 && s[i - 1] == ')' &&
		    (strchr(".#", s[first]) || memchr(s + i, '=', n)))
	    ? n + 1
	    : 0;
}
