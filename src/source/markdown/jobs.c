#include "source/markdown/jobs.h"

#include <string.h>

#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"

#define LEAST        4  /* talks that are such */
#define NAME_LONGEST 40 /* bytes */
#define WORDS        2  /* behind a name: the job is one of these */

/* Whether one of the first words is what somebody is. */
static bool
is_job(const char *s, size_t len)
{
	static const char *const jobs[] = {"advocate", "architect", "ceo",
	    "cfo", "chief", "cio", "co-founder", "cofounder", "consultant",
	    "coo", "cso", "cto", "dev", "developer", "dir", "director", "eng",
	    "engineer", "evangelist", "exec", "executive", "founder", "head",
	    "maintainer", "manager", "officer", "president", "principal",
	    "professor", "researcher", "scientist", "senior", "sr", "staff",
	    "svp", "vp", NULL};
	size_t at = 0;

	for (int k = 0; k < WORDS && at < len; k++) {
		size_t n = strcspn(s + at, " ,./");

		if (n > len - at)
			n = len - at;
		if (names_one_of(s + at, n, jobs))
			return true;
		at += n;
		at += strspn(s + at, " ,./");
	}
	return false;
}

size_t
jobs_name(const char *s, size_t len)
{
	for (size_t n = 1; n < len && n < NAME_LONGEST; n++) {
		size_t sign = sign_dash(s + n, len - n);

		if (sign == 0)
			sign = sign_comma(s + n, len - n);
		if (sign == 0)
			continue;
		return is_job(s + n + sign, len - n - sign) &&
			!memmem(s + n, len - n, ": ", 2) &&
			people_first(s, n) == NAMES_SURE
		    ? n
		    : 0;
	}
	return 0;
}

bool
jobs_told(const struct talk_text *talks, size_t n)
{
	size_t told = 0;

	for (size_t i = 0; i < n; i++) {
		const struct line *line = &talks[i].line;

		told += !talks[i].column && !talks[i].stacked &&
		    jobs_name(line->text, line->len) > 0;
	}
	return told >= LEAST && told * 2 > n;
}
