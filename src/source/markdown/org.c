#include "source/markdown/org.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define LEVELS 6 /* of headings in Markdown */

/* What turns lines into Markdown. */
struct org {
	struct buffer out;
	size_t title;  /* levels that a title is above all headings: 0 or 1 */
	size_t indent; /* of the text below a heading */
	bool first;    /* the next line that says something tells it */
	bool code, drawer;
};

bool
org_is(const char *path, const char *s, size_t len)
{
	const char *dot = path ? strrchr(path, '.') : NULL;

	return (dot && text_ascii_same(dot, ".org", SIZE_MAX)) ||
	    (len > 3 && memcmp(s, "#+", 2) == 0 && text_ascii_letter(s[2]));
}

/* The bytes of `name` at the start of a line, in any case; 0: another. */
static size_t
begins(const char *s, size_t len, const char *name)
{
	size_t n = strlen(name);

	return len >= n && text_ascii_same(s, name, n) ? n : 0;
}

/* Writes a link at `s`; its bytes, 0: there is none. */
static size_t
put_link(struct buffer *out, const char *s, size_t len)
{
	const char *end = len > 4 && memcmp(s, "[[", 2) == 0
	    ? memmem(s, len, "]]", 2)
	    : NULL;
	const char *part = end ? memmem(s, (size_t)(end - s), "][", 2) : NULL;
	const char *address = s + 2;
	size_t n;

	if (!end)
		return 0;
	n = (size_t)((part ? part : end) - address);
	if (begins(address, n, "file:")) {
		address += 5;
		n -= 5;
	}
	buffer_puts(out, part ? "[" : "<");
	if (part) {
		buffer_put(out, part + 2, (size_t)(end - part) - 2);
		buffer_puts(out, "](<");
	}
	buffer_put(out, address, n);
	buffer_puts(out, part ? ">)" : ">");
	return (size_t)(end - s) + 2;
}

/* Writes `[fn:1]` at `s`, a footnote at the start of a line; its bytes, or 0. */
static size_t
put_footnote(struct buffer *out, const char *s, size_t len, bool start)
{
	size_t n = begins(s, len, "[fn:"), from = n;

	while (n > 0 && n < len && s[n] != ']')
		n = strchr(": [", s[n]) ? 0 : n + 1;
	/* "[fn:: words]" is a note in its place. */
	if (n <= from || n >= len)
		return 0;
	buffer_puts(out, "[^");
	buffer_put(out, s + from, n + 1 - from);
	if (start)
		buffer_puts(out, ":");
	return n + 1;
}

static void
put_text(struct org *org, const char *s, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t n = put_link(&org->out, s + i, len - i);

		if (n == 0)
			n = put_footnote(&org->out, s + i, len - i, i == 0);
		if (n == 0)
			buffer_put(&org->out, s + i, 1);
		i += n > 0 ? n : 1;
	}
}

/* The bytes of "TODO" and the like before a heading's words, with a blank. */
static size_t
state(const char *s, size_t len)
{
	static const char *const words[] = {
	    "TODO ", "DONE ", "NEXT ", "WAITING ", "CANCELLED "};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (len > n && memcmp(s, words[i], n) == 0)
			return n;
	}
	return 0;
}

/* Where `:tags:` begin at the end of a heading; `len`: there are none. */
static size_t
tags_start(const char *s, size_t len)
{
	size_t at = len;

	if (len < 4 || s[len - 1] != ':')
		return len;
	while (
	    at > 0 && (text_word_byte(s[at - 1]) || strchr(":@#%", s[at - 1])))
		at--;
	return at > 1 && s[at] == ':' && s[at - 1] == ' ' && at + 2 < len ? at
									  : len;
}

static void
put_heading(struct org *org, const char *s, size_t len, size_t level)
{
	size_t said = state(s, len), tags = tags_start(s, len);

	for (size_t i = 0; i < level + org->title && i < LEVELS; i++)
		buffer_puts(&org->out, "#");
	buffer_puts(&org->out, " ");
	put_text(org, s + said, (tags < len ? tags - 1 : len) - said);
	if (said > 0) {
		buffer_puts(&org->out, " (");
		buffer_put(&org->out, s, said - 1);
		buffer_puts(&org->out, ")");
	}
	if (tags < len) {
		buffer_puts(&org->out, " (");
		for (size_t i = tags + 1; i + 1 < len; i++)
			buffer_puts(&org->out,
			    s[i] == ':' ? ", " : (char[]){s[i], '\0'});
		buffer_puts(&org->out, ")");
	}
	org->first = true;
	org->indent = 0;
}

/* `:KEY: value` in a drawer */
static void
put_property(struct org *org, const char *s, size_t len)
{
	const char *colon = len > 2 && *s == ':' ? memchr(s + 1, ':', len - 1)
						 : NULL;

	if (!colon || begins(s, len, ":end:")) {
		org->drawer = org->drawer && !begins(s, len, ":end:");
		return;
	}
	buffer_puts(&org->out, "- ");
	buffer_put(&org->out, s + 1, 1);
	for (const char *at = s + 2; at < colon; at++) {
		const char small[] = {text_ascii_lower(*at), '\0'};

		buffer_puts(&org->out, *at == '_' ? " " : small);
	}
	put_text(org, colon, len - (size_t)(colon - s));
}

/* `#+KEY: value`, or where a block begins or ends. */
static void
put_keyword(struct org *org, const char *s, size_t len)
{
	size_t n = begins(s, len, "#+title:");

	if (n > 0 && n < len) {
		put_heading(org, s + n + text_blanks(s + n, len - n),
		    len - n - text_blanks(s + n, len - n), 1 - org->title);
		return;
	}
	if (begins(s, len, "#+begin_src") ||
	    begins(s, len, "#+begin_example") || begins(s, len, "#+end_src") ||
	    begins(s, len, "#+end_example")) {
		org->code = begins(s, len, "#+begin") > 0;
		buffer_puts(&org->out, "```");
		/* "python :results output" */
		for (n = 0; n < len && s[n] != ' ';)
			n++;
		if (!memchr(s + n, '`', len - n))
			buffer_put(&org->out, s + n, len - n);
	} else if (!begins(s, len, "#+begin") && !begins(s, len, "#+end")) {
		buffer_puts(&org->out, "- ");
		put_text(org, s + 2, len - 2);
	}
}

static void
put_words(struct org *org, const char *s, size_t len)
{
	size_t indent = text_blanks(s, len);

	if (org->first && indent < len) {
		org->indent = indent;
		org->first = false;
	}
	if (indent > org->indent)
		indent = org->indent;
	/* `|---+---|` */
	if (len > indent + 2 && s[indent] == '|' && s[indent + 1] == '-') {
		for (size_t i = indent; i < len; i++)
			buffer_puts(&org->out,
			    s[i] == '+' ? "|" : (char[]){s[i], '\0'});
		return;
	}
	put_text(org, s + indent, len - indent);
}

static void
put_line(struct org *org, const char *s, size_t len)
{
	size_t level = 0, indent;

	len -= len > 0 && s[len - 1] == '\r';
	indent = text_blanks(s, len);
	while (level < len && s[level] == '*')
		level++;
	if (org->code && !begins(s + indent, len - indent, "#+end"))
		buffer_put(&org->out, s, len);
	else if (level > 0 && level < len && s[level] == ' ')
		put_heading(org, s + level + 1, len - level - 1, level);
	else if (begins(s + indent, len - indent, "#+"))
		put_keyword(org, s + indent, len - indent);
	else if (begins(s + indent, len - indent, ":properties:"))
		org->drawer = true;
	else if (org->drawer)
		put_property(org, s + indent, len - indent);
	else if (indent + 1 < len && s[indent] == '#' && s[indent + 1] == ' ') {
		buffer_puts(&org->out, "<!--");
		buffer_put(&org->out, s + indent + 1, len - indent - 1);
		buffer_puts(&org->out, " -->");
	} else {
		put_words(org, s, len);
	}
}

/* Whether a line is a title above all headings. */
static bool
has_title(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));

		if (*s == '*')
			return false;
		if (begins(s, (size_t)(end - s), "#+title:"))
			return true;
		s = nl ? nl + 1 : end;
	}
	return false;
}

char *
org_plain(const char *s, size_t len, size_t *plain_len)
{
	struct org org = {.first = true, .title = has_title(s, len)};

	for (size_t i = 0; i < len;) {
		const char *nl = memchr(s + i, '\n', len - i);
		size_t end = nl ? (size_t)(nl - s) : len;

		put_line(&org, s + i, end - i);
		if (nl)
			buffer_puts(&org.out, "\n");
		i = end + 1;
	}
	if (org.out.len == 0 || org.out.len > UINT32_MAX) {
		free(org.out.s);
		return NULL;
	}
	*plain_len = org.out.len;
	return mem_resize(org.out.s, org.out.len + 1, 1);
}
