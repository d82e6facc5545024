#include "source/data_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/entities.h"
#include "source/markdown/unseen_tag.h"

#define NOT_OPEN SIZE_MAX

struct writer {
	struct buffer *out;
	struct buffer value; /* the one at hand, without escapes */
	const struct data_said *said;
	size_t open; /* column of the key whose text goes on below */
	const char
	    *quote; /* of three signs, that ends a text of TOML; or NULL */
};

enum data_form
data_text_form(const char *s, size_t len)
{
	if (len > 0 && *s == '+')
		return DATA_TOML;
	if (len > 6 && memcmp(s, "---toml", 7) == 0)
		return DATA_TOML;
	if (len > 3 && (strchr("{\";", *s) || memcmp(s, "---j", 4) == 0))
		return DATA_OBJECTS;
	return DATA_YAML;
}

/* Values. */

/* Writes the bytes as they are; or blanks, but for ends of lines. */
static void
put(struct writer *w, const char *s, size_t len, bool blank)
{
	if (!blank) {
		buffer_put(w->out, s, len);
		return;
	}
	for (size_t i = 0; i < len; i++)
		buffer_put(w->out, s[i] == '\n' ? "\n" : " ", 1);
}

static void
put_value(struct writer *w, const char *s, size_t len)
{
	put(w, s, len, w->said->is(w->said->of, s, len));
}

/* The letter of four digits, base 16; 0: there are none. */
static uint32_t
hex4(const char *s, size_t len)
{
	char digits[5] = "", *end;
	unsigned long code;

	if (len < 4)
		return 0;
	memcpy(digits, s, 4);
	code = strtoul(digits, &end, 16);
	return *end || !text_ascii_word(*digits) ? 0 : (uint32_t)code;
}

/* Adds what is escaped to the value; the bytes of it, without the sign. */
static size_t
add_escaped(struct writer *w, const char *s, size_t len)
{
	char text[TEXT_CODE_BYTES];
	uint32_t code = *s == 'u' ? hex4(s + 1, len - 1) : 0;
	size_t n = 5;

	if (code == 0) {
		buffer_put(&w->value, strchr("nrtbf", *s) ? " " : s, 1);
		return 1;
	}
	if (code >= 0xd800 && code < 0xdc00 && len > 10 && s[6] == 'u') {
		uint32_t low = hex4(s + 7, len - 7);

		code = 0x10000 + ((code - 0xd800) << 10) + (low & 0x3ff);
		n = 11;
	}
	if ((code >= 0xd800 && code < 0xe000) || code < ' ')
		code = ' ';
	buffer_put(&w->value, text, text_encode(code, text));
	return n;
}

/* Writes what stands in quotes. */
static void
put_quoted(struct writer *w, const char *s, size_t len)
{
	const char *text;
	size_t n;

	w->value.len = 0;
	for (size_t i = 1; i + 1 < len; i++) {
		if (s[i] == '\\' && i + 2 < len && *s != '\'')
			i += add_escaped(w, s + i + 1, len - i - 2);
		else
			buffer_put(&w->value, s + i, 1);
	}
	text = w->value.s ? w->value.s : "";
	n = w->value.len;
	buffer_puts(w->out, " ");
	put_value(w, text, n);
	buffer_puts(w->out, " ");
}

/* The bytes of what stands in quotes, with them; 0: its end is not there. */
static size_t
quoted(const char *s, size_t len)
{
	for (size_t i = 1; i < len; i++) {
		if (s[i] == '\\' && *s != '\'')
			i++;
		else if (s[i] == *s)
			return i + 1;
		else if (s[i] == '\n' && *s == '\'')
			break;
	}
	return 0;
}

/* Objects. */

/* The bytes of a word or number. */
static size_t
word(const char *s, size_t len)
{
	size_t n = 0;

	while (
	    n < len && (text_word_byte(s[n]) || text_ascii_any(s[n], "_$.+-")))
		n++;
	return n;
}

/* Whether what ends before byte `i` is the name of a member, or is called. */
static bool
is_name(const char *s, size_t len, size_t i)
{
	while (i < len && text_ascii_blank(s[i]))
		i++;
	return i < len && (text_ascii_any(s[i], ":=("));
}

/* Whether a word says nothing of its own. */
static bool
is_nothing(const char *s, size_t len)
{
	static const char *const words[] = {
	    "null", "new", "const", "export", "default"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strlen(words[i]) == len && memcmp(s, words[i], len) == 0)
			return true;
	}
	return false;
}

static void
put_objects(struct writer *w, const char *s, size_t len)
{
	for (size_t i = 0, n; i < len; i += n) {
		n = text_ascii_any(s[i], "\"'`") ? quoted(s + i, len - i) : 0;
		/* It breaks off in a string. */
		if (n == 0 && text_ascii_any(s[i], "\"`")) {
			put(w, s + i, len - i, false);
			return;
		}
		if (n > 0 && !is_name(s, len, i + n)) {
			put_quoted(w, s + i, n);
			continue;
		}
		n = n > 0 ? n : word(s + i, len - i);
		if (n > 0 && !is_name(s, len, i + n) && !is_nothing(s + i, n)) {
			put_value(w, s + i, n);
			continue;
		}
		n = n > 0 ? n : 1;
		put(w, s + i, n, true);
	}
}

/* Lines. */

/* Where the key ends that begins at byte `i`, with its sign; `i`: there is none. */
static size_t
key_end(const char *s, size_t len, size_t i, enum data_form form)
{
	size_t k = i;

	if (i < len && (s[i] == '"' || s[i] == '\''))
		k += quoted(s + i, len - i);
	for (; k < len; k++) {
		if (form == DATA_TOML && s[k] == '=')
			return k + 1;
		if (form == DATA_YAML && s[k] == ':' &&
		    (k + 1 == len || text_ascii_any(s[k + 1], " \t:")))
			return k + 1 + (k + 1 < len && s[k + 1] == ':');
		if (text_ascii_any(s[k], "#[{\"'"))
			break;
	}
	return i;
}

/* Where the value ends that begins at byte `i`: a comment may follow. */
static size_t
value_end(const char *s, size_t len, size_t i)
{
	size_t n = i < len && (s[i] == '"' || s[i] == '\'')
	    ? quoted(s + i, len - i)
	    : 0;

	if (n > 0)
		return i + n;
	while (
	    i < len && !(s[i] == '#' && (i == 0 || text_ascii_blank(s[i - 1]))))
		i++;
	return i;
}

/* Whether a value only says that its text stands below: "|", ">-". */
static bool
is_below(const char *s, size_t len)
{
	return len > 0 && (*s == '|' || *s == '>') &&
	    (len < 2 || text_ascii_any(s[1], "+- \t0123456789"));
}

/* Whether a value is a list or an object, and no link: "[[page]]", "[x](y)". */
static bool
is_flow(const char *s, size_t len)
{
	return len > 0 &&
	    (*s == '{' ||
		(*s == '[' && !(len > 1 && s[1] == '[') &&
		    !memmem(s, len, "](", 2)));
}

/* Begins a text in quotes of three; false: there is none. */
static bool
put_three(struct writer *w, const char *s, size_t len)
{
	static const char *const quotes[] = {"\"\"\"", "'''"};

	for (size_t i = 0; i < 2; i++) {
		if (len < 3 || memcmp(s, quotes[i], 3) != 0)
			continue;
		put(w, s, len, false);
		if (!memmem(s + 3, len - 3, quotes[i], 3))
			w->quote = quotes[i];
		return true;
	}
	return false;
}

/* Writes what stands behind a key, or alone; `column` is that of both. */
static void
put_rest(struct writer *w, const char *s, size_t len, size_t column)
{
	size_t from = 0, end, last;

	while (from < len && text_ascii_blank(s[from]))
		from++;
	put(w, s, from, true);
	if (put_three(w, s + from, len - from))
		return;
	if (is_flow(s + from, len - from)) {
		put_objects(w, s + from, len - from);
		return;
	}
	end = last = value_end(s, len, from);
	while (last > from && text_ascii_blank(s[last - 1]))
		last--;
	if (is_below(s + from, last - from) ||
	    (last > from && (s[from] == '"' || s[from] == '\'') &&
		quoted(s + from, last - from) == 0))
		w->open = column;
	if (last > from + 1 && quoted(s + from, last - from) == last - from &&
	    (s[from] == '"' || s[from] == '\''))
		put_quoted(w, s + from, last - from);
	else if (!is_nothing(s + from, last - from))
		put_value(w, s + from, last - from);
	put(w, s + last, len - last, end == len);
}

/* Whether a line goes on with a text that began above. */
static bool
goes_on(struct writer *w, const char *s, size_t len, size_t column)
{
	if (w->quote) {
		if (memmem(s, len, w->quote, 3))
			w->quote = NULL;
		return true;
	}
	if (w->open != NOT_OPEN && column < len && column <= w->open)
		w->open = NOT_OPEN;
	return w->open != NOT_OPEN;
}

static void
put_line(struct writer *w, const char *s, size_t len, enum data_form form)
{
	size_t i = 0, value;

	while (i < len && (s[i] == ' ' || s[i] == '\t'))
		i++;
	if (goes_on(w, s, len, i) || (i < len && s[i] == '#')) {
		put(w, s, len, false);
		return;
	}
	/* The name of a table is no value. */
	if (form == DATA_TOML && i < len && s[i] == '[' && s[len - 1] == ']') {
		put(w, s, len, true);
		return;
	}
	while (i + 1 < len && s[i] == '-' && text_ascii_blank(s[i + 1])) {
		for (i++; i < len && text_ascii_blank(s[i]);)
			i++;
	}
	value = key_end(s, len, i, form);
	put(w, s, value, true);
	put_rest(w, s + value, len - value, value > i ? i : i > 1 ? i - 2 : 0);
}

static void
put_lines(struct writer *w, const char *s, size_t len, enum data_form form)
{
	for (size_t i = 0, n; i < len; i += n) {
		n = s[i] == '\n' ? 1 : text_line(s + i, len - i);
		if (s[i] == '\n')
			put(w, s + i, n, false);
		else
			put_line(w, s + i, n, form);
	}
}

/* XML. */

/* Writes a value with references like "&amp;"; it has no more lines after that. */
static void
put_referring(struct writer *w, const char *s, size_t len)
{
	size_t lines = 0;

	w->value.len = 0;
	buffer_put(&w->value, s, len);
	entities_undo(w->value.s);
	for (size_t i = 0; i < len; i++)
		lines += s[i] == '\n';
	for (char *at = w->value.s; (at = strchr(at, '\n')); at++) {
		if (lines > 0)
			lines--;
		else
			*at = ' ';
	}
	if (w->said->is(w->said->of, w->value.s, strlen(w->value.s)))
		put(w, s, len, true);
	else
		buffer_puts(w->out, w->value.s);
	for (; lines > 0; lines--)
		buffer_puts(w->out, "\n");
}

/* Writes text between tags. */
static void
put_text(struct writer *w, const char *s, size_t len)
{
	size_t from = 0, to = len;

	while (from < to && text_ascii_blank(s[from]))
		from++;
	while (to > from && text_ascii_blank(s[to - 1]))
		to--;
	put(w, s, from, true);
	if (from < to)
		put_referring(w, s + from, to - from);
	put(w, s + to, len - to, true);
}

/* Writes the values of a tag's attributes; its bytes. */
static size_t
put_tag(struct writer *w, const char *s, size_t len)
{
	size_t i = 0;

	while (i < len && s[i] != '>') {
		const char *end = text_ascii_any(s[i], "\"'")
		    ? memchr(s + i + 1, s[i], len - i - 1)
		    : NULL;
		size_t n = end ? (size_t)(end - s) - i : 1;

		put(w, s + i, 1, true);
		if (n > 1)
			put_text(w, s + i + 1, n - 1);
		i += n + (end != NULL);
	}
	put(w, s + i, i < len, true);
	return i + (i < len);
}

/* The bytes of what begins so and ends so, or goes to the end; 0: it does not. */
static size_t
part(const char *s, size_t len, const char *begin, const char *end)
{
	size_t n = strlen(begin);
	const char *at;

	if (len < n || memcmp(s, begin, n) != 0)
		return 0;
	at = memmem(s + n, len - n, end, strlen(end));
	return at ? (size_t)(at - s) + strlen(end) : len;
}

/* Whether a tag is one of HTML, whose attributes are known. */
static bool
is_html(const char *s, size_t len)
{
	char name[16] = "";
	size_t from = len > 1 && s[1] == '/' ? 2 : 1, n = 0;

	while (from + n < len && n + 1 < sizeof(name) &&
	    text_ascii_word(s[from + n])) {
		name[n] = text_ascii_lower(s[from + n]);
		n++;
	}
	return unseen_tag_is_known(name);
}

static void
put_xml(struct writer *w, const char *s, size_t len)
{
	static const char cdata[] = "<![CDATA[";

	for (size_t i = 0, n; i < len; i += n) {
		const char *next = memchr(s + i, '<', len - i);

		n = next ? (size_t)(next - s) - i : len - i;
		if (n > 0)
			put_text(w, s + i, n);
		else if ((n = part(s + i, len - i, "<!--", "-->")) > 0)
			put(w, s + i, n, false);
		else if ((n = part(s + i, len - i, "<?", "?>")) > 0)
			put(w, s + i, n, true);
		else if ((n = part(s + i, len - i, cdata, "]]>")) > 12)
			put_value(w, s + i + 9, n - 12);
		else if (is_html(s + i, len - i))
			put(w, s + i, n = part(s + i, len - i, "<", ">"),
			    false);
		else
			n = put_tag(w, s + i, len - i);
	}
}

/* Calendars. */

/* Reads a value without escapes; a line goes on behind the word it was folded in. */
static void
unfold(struct writer *w, const char *s, size_t len)
{
	size_t folds = 0;

	w->value.len = 0;
	for (size_t i = 0; i < len; i++) {
		if (s[i] == '\n') {
			i++;
			folds++;
			continue;
		}
		if (s[i] == '\\' && i + 1 < len)
			i++;
		if (folds == 0 || s[i] != ' ')
			buffer_put(&w->value, &s[i], 1);
		for (; folds > 0 && s[i] == ' '; folds--)
			buffer_puts(&w->value, "\n");
	}
	for (; folds > 0; folds--)
		buffer_puts(&w->value, "\n");
}

/* Writes a property, `NAME;PARAMETER=VALUE:VALUE`. */
static void
put_property(struct writer *w, const char *s, size_t len)
{
	size_t name = 0, i = 0;
	bool inside = false;

	while (name < len && !text_ascii_any(s[name], ";:"))
		name++;
	for (i = name; i < len && (inside || s[i] != ':'); i++)
		inside ^= s[i] == '"';
	put(w, s, name, true);
	put_objects(w, s + name, i - name);
	if (i == len || text_ascii_same(s, "BEGIN", name) ||
	    text_ascii_same(s, "END", name)) {
		put(w, s + i, len - i, true);
		return;
	}
	buffer_puts(w->out, " ");
	unfold(w, s + i + 1, len - i - 1);
	put_value(w, w->value.s ? w->value.s : "", w->value.len);
}

static void
put_ical(struct writer *w, const char *s, size_t len)
{
	for (size_t i = 0, n; i < len; i += n + 1) {
		n = text_line(s + i, len - i);
		while (i + n + 1 < len && text_ascii_any(s[i + n + 1], " \t"))
			n += 1 + text_line(s + i + n + 1, len - i - n - 1);
		put_property(w, s + i, n);
		buffer_puts(w->out, "\n");
	}
}

void
data_text_put(struct buffer *out, const char *s, size_t len,
    enum data_form form, const struct data_said *said)
{
	struct writer w = {.out = out, .said = said, .open = NOT_OPEN};
	size_t i = 0;

	/* A fence has the name of what it holds. */
	if (len > 2 && text_ascii_any(*s, "-+;") && s[1] == *s && s[2] == *s)
		i = text_line(s, len);
	put(&w, s, i, true);
	if (form == DATA_OBJECTS)
		put_objects(&w, s + i, len - i);
	else if (form == DATA_XML)
		put_xml(&w, s + i, len - i);
	else if (form == DATA_ICAL)
		put_ical(&w, s + i, len - i);
	else
		put_lines(&w, s + i, len - i, form);
	free(w.value.s);
}
