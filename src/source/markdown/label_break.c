#include <string.h>

#include "source/markdown/label.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"

#define LONGEST    48 /* bytes of what a break is called */
#define MORE_WORDS 3  /* behind that and a dash; of titles are more */

/* How what stands behind the name of a break goes on. */
enum more {
	MORE_NOT,
	MORE_PLACE,  /* "Lunch at Luigi's" */
	MORE_REMARK, /* "Lunch (60 min)" */
	MORE_GIVER,  /* "Pizza by Quay Ltd" */
	MORE_WITH,   /* "Break with cake" */
	MORE_SIGN,   /* "Raffle - Two books" */
};

/* The bytes before it, of those at `s`; `*from` is where it begins. */
static size_t
break_end(const char *s, size_t len, enum more *more, size_t *from)
{
	static const struct {
		const char *s;
		enum more more;
	} words[] = {{" (", MORE_REMARK}, {" @ ", MORE_PLACE},
	    {" at ", MORE_PLACE}, {" bei ", MORE_PLACE}, {" chez ", MORE_PLACE},
	    {" im ", MORE_PLACE}, {" in the ", MORE_PLACE},
	    {" sponsored by ", MORE_PLACE}, {" avec ", MORE_WITH},
	    {" by ", MORE_GIVER}, {" con ", MORE_WITH}, {" mit ", MORE_WITH},
	    {" von ", MORE_GIVER}, {" with ", MORE_WITH}};

	for (size_t i = 1; i < len && i < LONGEST; i++) {
		size_t n = s[i] == ' ' ? sign_dash(s + i, len - i) : 0;

		*more = n > 0 ? MORE_SIGN : MORE_NOT;
		for (size_t k = 0; *more == MORE_NOT && s[i] == ' ' &&
		     k < sizeof(words) / sizeof(*words);
		     k++) {
			n = strlen(words[k].s);
			if (n < len - i && memcmp(s + i, words[k].s, n) == 0)
				*more = words[k].more;
		}
		*from = i + n;
		if (*more != MORE_NOT)
			return i;
	}
	return len;
}

/* Whether that names somebody: it is a talk's. */
static bool
more_names(const char *s, size_t len, enum more more)
{
	while (len > 0) {
		size_t from, n = len;

		if (more == MORE_REMARK && s[len - 1] == ')')
			n--;
		if (more != MORE_PLACE && people_first(s, n) == NAMES_SURE)
			return true;
		if (break_end(s, len, &more, &from) == len)
			return false;
		s += from;
		len -= from;
	}
	return false;
}

/* Whether it may be what a break is for: few words, with a capital. */
static bool
may_be_for(const char *s, size_t len)
{
	size_t blanks = 0;

	for (size_t i = 0; i < len; i++)
		blanks += s[i] == ' ';
	return blanks < MORE_WORDS && *s >= 'A' && *s <= 'Z';
}

/*
 * Whether it reads as the rest of a title: "Tea with Rust", "Pizza at planet scale".
 */
static bool
more_is_title(const char *s, size_t len, enum more more)
{
	static const char *const articles[] = {
	    "a", "an", "his", "her", "my", "our", "the", "their", NULL};
	bool small = *s >= 'a' && *s <= 'z';
	const char *blank = memchr(s, ' ', len);

	return more == MORE_WITH
	    ? !small && !blank
	    : more == MORE_PLACE && small && s[-2] == 't' && blank &&
		!names_one_of(s, (size_t)(blank - s), articles);
}

bool
label_is_break(const char *s, size_t len, bool timed)
{
	/* Of these talks tell, too: "Networking at scale". */
	static const char *const subjects[] = {"beer", "check-in", "coffee",
	    "food", "kaffee", "networking", "party", "pause", "reception",
	    "registration", "social", "tea", NULL};
	size_t end, from;
	enum more more;

	if (label_read(s, len) == LABEL_BREAK)
		return true;
	end = timed ? break_end(s, len, &more, &from) : len;
	if (end == len || label_read(s, end) != LABEL_BREAK)
		return false;
	return (more == MORE_REMARK || !names_one_of(s, end, subjects)) &&
	    (more != MORE_SIGN || may_be_for(s + from, len - from)) &&
	    !more_is_title(s + from, len - from, more) &&
	    !more_names(s + from, len - from, more);
}
