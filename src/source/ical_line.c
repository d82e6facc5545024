#include "source/ical_line.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

void
ical_line_begin(struct ical_line *line, const char *s, size_t len)
{
	*line = (struct ical_line){.at = s, .end = s + len, .next = 1};
	if (len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0)
		line->at += 3;
}

void
ical_line_free(struct ical_line *line)
{
	free(line->text);
}

/* Adds one line of the document, without its end. */
static void
add_line(struct ical_line *line)
{
	size_t left = (size_t)(line->end - line->at);
	const char *nl = memchr(line->at, '\n', left);
	size_t len = nl ? (size_t)(nl - line->at) : left;
	size_t taken = nl ? len + 1 : len, kept = 0;

	if (len > 0 && line->at[len - 1] == '\r')
		len--;
	/* Behind a gap nothing is added. */
	if (line->said == line->len)
		kept = text_bound(line->at, len, TEXT_MOST - line->len);
	line->said += len;
	line->text = mem_grow(line->text, &line->cap, line->len + kept + 1, 1);
	memcpy(line->text + line->len, line->at, kept);
	line->len += kept;
	line->text[line->len] = '\0';
	line->at += taken;
	line->next++;
}

static bool
is_fold(const struct ical_line *line)
{
	return line->at < line->end && (*line->at == ' ' || *line->at == '\t');
}

/* The value of a parameter, which may be quoted, and its length. */
static const char *
parameter(const char *s, size_t *len)
{
	bool quoted = *s == '"';

	*len = strcspn(s + quoted, quoted ? "\"" : ";:");
	return s + quoted;
}

/* Takes apart NAME;PARAMETER=VALUE;OTHER="quo:ted":value. */
static void
take_apart(struct ical_line *line)
{
	char *s = line->text;
	bool quoted = false;

	line->name_len = strcspn(s, ";:");
	line->name_of = line->zone = NULL;
	for (s += line->name_len; *s && (quoted || *s != ':'); s++) {
		if (*s == '"')
			quoted = !quoted;
		if (quoted || *s != ';')
			continue;
		if (text_ascii_same(s, ";CN=", 4))
			line->name_of = parameter(s + 4, &line->name_of_len);
		else if (text_ascii_same(s, ";TZID=", 6))
			line->zone = parameter(s + 6, &line->zone_len);
	}
	line->value = *s ? s + 1 : s;
}

bool
ical_line_next(struct ical_line *line)
{
	line->len = line->said = 0;
	while (line->len == 0 && line->at < line->end) {
		line->number = line->next;
		add_line(line);
		while (is_fold(line)) {
			line->at++;
			add_line(line);
		}
	}
	if (line->len == 0)
		return false;
	take_apart(line);
	return true;
}

bool
ical_line_is(const struct ical_line *line, const char *name)
{
	return strlen(name) == line->name_len &&
	    text_ascii_same(line->text, name, line->name_len);
}
