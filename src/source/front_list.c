#include "source/front_list.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/front_rows.h"
#include "source/json_talk.h"

struct told {
	struct build *build;
	struct json_names *names;
	struct front_run run;
};

/* Adds a line, unless it was the last one. */
static void
add(struct told *t, uint32_t line)
{
	if (t->run.lines == 0 || line >= t->run.from + t->run.lines)
		front_run_add(t->build, &t->run, line, 1);
}

/* Whether a member is what an object tells of a talk, or of the conference. */
static bool
is_taken(const struct json_fields *fields, const struct value *member)
{
	static const char *const zones[] = {
	    "timezone", "timeZone", "time_zone", "time_zone_name", "version"};

	for (size_t i = 0; i < JSON_FIELDS; i++) {
		if (fields->at[i] == member)
			return true;
	}
	for (size_t i = 0; i < fields->nlinks; i++) {
		if (fields->links[i] == member)
			return true;
	}
	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++) {
		if (strcmp(zones[i], member->name) == 0)
			return true;
	}
	return false;
}

static void
walk(struct told *t, const struct value *value)
{
	struct json_fields fields = {.nlinks = 0};
	bool talk;

	if (value->type == VALUE_OBJECT)
		json_fields_find(t->names, value, &fields);
	talk = json_talk_is(&fields);
	for (const struct value *m = value->child; m; m = m->next) {
		int field = json_names_field(t->names, m->name);

		if (m->type == VALUE_PLAIN) {
			if (front_has_words(m->text, strlen(m->text)) &&
			    !is_taken(&fields, m))
				add(t, m->line);
		} else if (field == PART_OTHER || field == JSON_DAYS ||
		    (!talk && !is_taken(&fields, m))) {
			walk(t, m);
		}
	}
}

/* Whether words of a line are a comment, alone or behind a key. */
static bool
has_comment(const char *s, size_t len)
{
	size_t i = 0, key;

	if (len > 0 && *s == '#')
		return front_has_words(s, len);
	while (i < len && (s[i] == ' ' || s[i] == '-'))
		i++;
	for (key = i; i < len && (text_ascii_word(s[i]) || s[i] == '-');)
		i++;
	if (i == key || i == len || s[i] != ':')
		return false;
	for (i++; i < len && s[i] == ' ';)
		i++;
	return i + 1 < len && s[i - 1] == ' ' && s[i] == '#' &&
	    s[i + 1] == ' ' && front_has_words(s + i, len - i);
}

void
front_list_tell_comments(struct build *build, const char *s, size_t len)
{
	struct told t = {.build = build};
	uint32_t line = 1;

	for (const char *end = s + len; s < end; line++) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop ? stop : end) - s);

		if (has_comment(s, n))
			add(&t, line);
		s = stop ? stop + 1 : end;
	}
	front_run_end(build, &t.run);
}

void
front_list_tell(
    struct build *build, struct json_names *names, const struct value *root)
{
	struct told t = {.build = build, .names = names};

	walk(&t, root);
	front_run_end(build, &t.run);
}
