#include "source/ical_names.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/ical_line.h"

#define LEAST 2 /* titles that end so, to believe it of them */

static const char dash[] = " - ";

/* What stands after the last dash of a title; NULL: there is none. */
static const char *
behind_dash(const char *title)
{
	const char *found = NULL;

	while ((title = strstr(title, dash))) {
		title += strlen(dash);
		found = title;
	}
	return found;
}

bool
ical_names_are(const char *s, size_t len)
{
	struct ical_line line;
	bool sched = false;
	size_t named = 0, others = 0, plain = 0;

	ical_line_begin(&line, s, len);
	while (ical_line_next(&line)) {
		if (ical_line_is(&line, "PRODID") &&
		    strstr(line.value, "Sched.com"))
			sched = true;
		/* The events come later. */
		else if (!sched && ical_line_is(&line, "BEGIN") &&
		    text_ascii_same(line.value, "VEVENT", SIZE_MAX))
			break;
		if (!ical_line_is(&line, "SUMMARY"))
			continue;
		const char *tail = behind_dash(line.value);

		if (tail && strchr(tail, ','))
			named++;
		else if (tail)
			others++;
		else
			plain++;
	}
	ical_line_free(&line);
	return sched && named >= LEAST && named > others && 3 * named > plain;
}

/* Where the piece of a list of people at `s` ends; `*skip` bytes part it. */
static size_t
piece(const char *s, size_t *skip)
{
	for (size_t i = 0;; i++) {
		if (!s[i] || s[i] == ';') {
			*skip = s[i] == ';';
			return i;
		}
		if (strncmp(s + i, " & ", 3) == 0) {
			*skip = 3;
			return i;
		}
	}
}

/* Adds who a piece names, "Moderated by Ann One, Tide Lab". */
static void
add_name(struct programme *p, const char *s, size_t len)
{
	static const char moderated[] = "Moderated by ";
	const char *name = text_squeeze(p->scratch, s, len);

	if (strncmp(name, moderated, strlen(moderated)) == 0)
		name += strlen(moderated);
	len = strcspn(name, ",");
	/* "Johnson & Johnson" are not two. */
	if (memchr(name, ' ', len))
		programme_speaker(p, arena_dup(p->scratch, name, len));
}

void
ical_names_part(struct programme *p, const char *title)
{
	const char *tail = behind_dash(title), *s = tail;
	size_t skip = 0;

	if (!tail)
		return;
	do {
		size_t len = piece(s, &skip);

		add_name(p, s, len);
		s += len + skip;
	} while (skip > 0);
	if (p->talk.nspeakers == 0)
		return;
	p->talk.title = text_squeeze(
	    p->scratch, title, (size_t)(tail - title) - strlen(dash));
	if (strchr(tail, ','))
		p->talk.text[PROGRAMME_SUBTITLE] = tail;
}
