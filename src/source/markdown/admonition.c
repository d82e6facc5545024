#include "source/markdown/admonition.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/line_text.h"

#define KIND_LONGEST 30 /* bytes of `[!tip]` */

/* Takes the name at `s`, as `tip` or `callout-tip`; returns where it ends. */
static const char *
take_name(struct admonition *a, const char *s, const char *end)
{
	static const char prefix[] = "callout-";
	const size_t n = sizeof(prefix) - 1;

	if ((size_t)(end - s) > n && memcmp(s, prefix, n) == 0)
		s += n;
	a->name = s;
	while (s < end && (text_ascii_word(*s) || *s == '-' || *s == '_'))
		s++;
	a->name_len = (size_t)(s - a->name);
	return s;
}

/* Takes what stands between some of these signs. */
static void
take_title(struct admonition *a, const char *s, const char *end,
    const char *before, const char *after)
{
	s += line_text_span(s, (size_t)(end - s), before);
	while (end > s && strchr(after, end[-1]))
		end--;
	a->title = s;
	a->title_len = (size_t)(end - s);
}

static bool
read_colons(struct admonition *a, const char *s, const char *end)
{
	s = take_name(a, s + line_text_span(s, (size_t)(end - s), ": {."), end);
	take_title(a, s, end, " [{", " ]}:");
	return true;
}

/* `::pdf{url="/tides.pdf"}`, which `::` may end; what it gives is its title. */
static bool
read_block(struct admonition *a, const char *s, const char *end)
{
	const char *open, *close;

	while (end > s && end[-1] == ' ')
		end--;
	a->block = true;
	s = take_name(a, s + 2, end);
	if (s == end)
		return true;
	if (a->name_len == 0 || *s != '{' || end[-1] != '}')
		return false;
	open = memchr(s, '"', (size_t)(end - s));
	close = open ? memchr(open + 1, '"', (size_t)(end - open - 1)) : NULL;
	if (close)
		take_title(a, open + 1, close, "", "");
	return true;
}

static bool
read_callout(struct admonition *a, const char *s, const char *end)
{
	const char *within = end - s < KIND_LONGEST ? end : s + KIND_LONGEST;

	s = take_name(a, s + 2, end);
	if (a->name_len == 0 || s >= within || !strchr("]|", *s) ||
	    !(s = memchr(s, ']', (size_t)(within - s))))
		return false;
	take_title(a, s + 1, end, "+- ", "");
	return true;
}

static bool
read_marks(struct admonition *a, const char *s, const char *end)
{
	const char *name = s + 3;

	name += name < end && *s == '?' && *name == '+';
	s = name + line_text_span(name, (size_t)(end - name), " ");
	if (s == name)
		return false;
	s = take_name(a, s, end);
	take_title(a, s, end, " \"", " \"");
	a->indented = true;
	return a->name_len > 0;
}

/* `=== "Tab"`: what stands in it is shown like any text. */
static bool
read_tab(struct admonition *a, const char *s, const char *end)
{
	s += 3;
	s += s < end && strchr("+!", *s);
	if (end - s < 3 || s[0] != ' ' || s[1] != '"')
		return false;
	take_title(a, s, end, " \"", " \"");
	a->indented = true;
	return true;
}

bool
admonition_read(const char *s, size_t len, bool quoted, struct admonition *a)
{
	*a = (struct admonition){.name = NULL};
	if (len >= 2 && memcmp(s, "::", 2) == 0 && (len == 2 || s[2] != ':'))
		return read_block(a, s, s + len);
	if (len < 3)
		return false;
	if (memcmp(s, ":::", 3) == 0)
		return read_colons(a, s, s + len);
	if (memcmp(s, "!!!", 3) == 0 || memcmp(s, "???", 3) == 0)
		return read_marks(a, s, s + len);
	if (memcmp(s, "===", 3) == 0)
		return read_tab(a, s, s + len);
	return quoted && memcmp(s, "[!", 2) == 0 && read_callout(a, s, s + len);
}

bool
admonition_is_label(const char *s, size_t len)
{
	static const char *const names[] = {"abstract", "attention", "bug",
	    "caution", "danger", "error", "example", "failure", "hint",
	    "important", "info", "note", "question", "quote", "success",
	    "summary", "tip", "todo", "warning"};
	const char *colon = memchr(
	    s, ':', len < KIND_LONGEST ? len : KIND_LONGEST);
	size_t n = colon ? (size_t)(colon - s) : 0;

	for (size_t i = 0; n > 0 && i < sizeof(names) / sizeof(*names); i++) {
		if (strlen(names[i]) == n && text_ascii_same(s, names[i], n))
			return true;
	}
	return false;
}
