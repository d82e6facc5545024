#include "source/markdown/slips.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

#define LARGEST ((size_t)1 << 16) /* bytes of documents that are asked */
#define LONGEST 300               /* bytes of words before an address */
#define COMMAND 16                /* bytes of a command's name */

/* The bytes of an address at `s`, up to the sign that ends it; 0: there is none. */
static size_t
address(const char *s, size_t len, char end)
{
	size_t n = 0;

	if (len < 8 || memcmp(s, "http", 4) != 0)
		return 0;
	while (n < len && s[n] != end && !text_ascii_blank(s[n]) &&
	    !strchr("\n\"<>", s[n]))
		n++;
	return n < len && s[n] == end && memmem(s, n, "://", 3) ? n : 0;
}

/* Where the words in brackets begin that end before byte `close`; SIZE_MAX: none. */
static size_t
words_before(const char *s, size_t close)
{
	size_t at = close;
	int depth = 1;

	while (
	    at > 0 && depth > 0 && close - at < LONGEST && s[at - 1] != '\n') {
		at--;
		depth += (s[at] == ')') - (s[at] == '(');
		if (s[at] == '[' || s[at] == ']')
			return SIZE_MAX;
	}
	return depth == 0 && close > at + 1 ? at : SIZE_MAX;
}

/* Whether at `s` a command stands that has an address: `\slides{https://...}`. */
static size_t
command(const char *s, size_t len)
{
	size_t n = 1;

	while (n < len && n < COMMAND && text_ascii_letter(s[n]))
		n++;
	return n > 1 && n < len && s[n] == '{' &&
		address(s + n + 1, len - n - 1, '}') > 0
	    ? n
	    : 0;
}

/* Whether two backslashes at `s` end a line, as they do in LaTeX. */
static bool
ends_line(const char *s, const char *from, size_t len)
{
	size_t n = 2;

	if (len < 3 || s[1] != '\\' || s == from || s[-1] == '\\' ||
	    s[-1] == '\n')
		return false;
	while (n < len && s[n] == ' ')
		n++;
	return n < len && s[n] == '\n';
}

/* What is written anew. */
struct slips {
	char *text;
	size_t n;
	bool any;
	bool lines; /* the ends of lines are meant, too */
};

static void
put(struct slips *w, const char *s, size_t len)
{
	memcpy(w->text + w->n, s, len);
	w->n += len;
}

/* Writes a link in place of what stands in brackets up to here. */
static size_t
put_turned(struct slips *w, const char *s, size_t len)
{
	size_t url = len > 2 && s[1] == '[' ? address(s + 2, len - 2, ']') : 0;
	size_t open = url > 0 ? words_before(w->text, w->n) : SIZE_MAX;

	if (open == SIZE_MAX)
		return 0;
	w->text[open] = '[';
	put(w, "](", 2);
	put(w, s + 2, url);
	put(w, ")", 1);
	return url + 3;
}

/* The bytes of a path with blanks in a link, which `s` begins with; 0: none. */
static size_t
spaced(const char *s, size_t len)
{
	size_t n = 0;
	bool path = len > 0 && strchr("./", *s), dot = false, blank = false;

	while (n < len && n < LONGEST && !strchr("()<>[]\"'\n", s[n]) &&
	    (s[n] != ':' || path)) {
		dot = dot || s[n] == '.' || s[n] == '/';
		blank = blank || (s[n] == ' ' && n > 0);
		n++;
	}
	return dot && blank && n < len && s[n] == ')' && *s != ' ' &&
		s[n - 1] != ' '
	    ? n
	    : 0;
}

/* Writes such an address between the signs that let it have blanks. */
static size_t
put_spaced(struct slips *w, const char *s, size_t len)
{
	size_t n = len > 2 && s[1] == '(' ? spaced(s + 2, len - 2) : 0;

	if (n == 0)
		return 0;
	put(w, "](<", 3);
	put(w, s + 2, n);
	put(w, ">)", 2);
	return n + 3;
}

/* Writes a form that `s` begins with; returns its bytes, 0: there is none. */
static size_t
put_form(struct slips *w, const char *s, const char *from, size_t len)
{
	size_t name, url;

	if (*s == ')')
		return put_turned(w, s, len);
	if (*s == ']')
		return put_spaced(w, s, len);
	if (*s != '\\')
		return 0;
	if (w->lines && ends_line(s, from, len)) {
		put(w, "\\", 1);
		return 2 + strspn(s + 2, " ");
	}
	name = command(s, len);
	if (name == 0)
		return 0;
	url = address(s + name + 1, len - name - 1, '}');
	put(w, "[", 1);
	put(w, s + 1, name - 1);
	put(w, "](", 2);
	put(w, s + name + 1, url);
	put(w, ")", 1);
	return name + url + 2;
}

/* Whether a line begins or ends code. */
static bool
is_fence(const char *s, size_t len)
{
	return len >= 3 &&
	    (memcmp(s, "```", 3) == 0 || memcmp(s, "~~~", 3) == 0);
}

/* As memmem(), but soon where the first byte of the form is rare. */
static const char *
find(const char *s, const char *end, const char *form)
{
	size_t n = strlen(form);

	while ((s = memchr(s, *form, (size_t)(end - s)))) {
		if ((size_t)(end - s) >= n && memcmp(s, form, n) == 0)
			return s;
		s++;
	}
	return NULL;
}

/* Whether it pays to write the text anew. */
static bool
may_have_some(const char *s, const char *end, bool lines)
{
	if (lines || find(s, end, ")[http") || find(s, end, "{http"))
		return true;
	while ((s = find(s, end, "]("))) {
		s += 2;
		if (spaced(s, (size_t)(end - s)) > 0)
			return true;
	}
	return false;
}

char *
slips_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct slips w = {.n = 0};
	bool code = false;

	if (*len > LARGEST)
		return NULL;
	w.lines = find(s, end, "\\\\") && !find(s, end, "$$") &&
	    !find(s, end, "\\begin");
	if (!may_have_some(s, end, w.lines))
		return NULL;
	/* Each form has six bytes at least, and becomes two longer. */
	w.text = arena_alloc(arena, *len + *len / 3 + 1);
	for (size_t i = 0; i < *len;) {
		size_t n = 0;

		if (i == 0 || s[i - 1] == '\n')
			code ^= is_fence(s + i, *len - i);
		if (!code)
			n = put_form(&w, s + i, s, *len - i);
		w.any = w.any || n > 0;
		if (n == 0)
			put(&w, s + i, n = 1);
		i += n;
	}
	w.text[w.n] = '\0';
	*len = w.n;
	return w.any ? w.text : NULL;
}
