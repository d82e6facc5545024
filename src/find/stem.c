#include "find/stem.h"

#include <string.h>

#include "lectern/base/text.h"

/* Whether a word of more than three letters besides has this ending. */
static bool
ends(const char *s, size_t len, const char *end, size_t n)
{
	return len >= n + 3 && memcmp(s + len - n, end, n) == 0;
}

/* Returns the letters of the ending of a word, which are left out. */
static size_t
ending(const char *s, size_t len)
{
	switch (s[len - 1]) {
	case 's':
		return ends(s, len, "ss", 2) ? 0
		    : ends(s, len, "es", 2)  ? 2
		    : len > 3                ? 1
					     : 0;
	case 'g':
		return ends(s, len, "ing", 3) ? 3 : 0;
	case 'd':
		return ends(s, len, "ed", 2) ? 2 : 0;
	case 'y':
		return ends(s, len, "ly", 2) ? 2 : 0;
	default:
		return 0;
	}
}

size_t
stem_of(const char *s, size_t len, char out[STEM_BYTES])
{
	if (len > STEM_BYTES)
		len = STEM_BYTES;
	for (size_t i = 0; i < len; i++)
		out[i] = text_ascii_lower(s[i]);
	if (ends(out, len, "ies", 3)) {
		out[len - 3] = 'y';
		return len - 2;
	}
	len -= ending(out, len);
	/* "stopped" and "caches" have a letter more than "stop" and "cache". */
	if (len > 3 && (out[len - 1] == 'e' || out[len - 1] == out[len - 2]))
		len--;
	return len;
}

bool
stem_is_empty(const char *s, size_t len)
{
	/* Of English, and of what is said around any talk. */
	static const char words[] =
	    " the and for with from that this are was were not but you your "
	    "how what why when into its can has have had will all any our "
	    "their they there than then them these those who about out more "
	    "also use used using one two some each other another such only "
	    "over under after before first new make made get got way need "
	    "want like well very just most same still through where which "
	    "while being been until since may might must should could would "
	    "does did doing done don doesn didn isn aren won let lets even "
	    "often always never again yet much many few less least lot big "
	    "good better best next last both either neither between without "
	    "within during because though although however instead rather "
	    "quite really maybe perhaps thing things something anything "
	    "nothing everything everyone someone anyone here now today soon "
	    "see seen say says said tell give given take taken put keep come "
	    "goes went going know known think around across along off onto "
	    "per via upon whether his her him she himself itself themselves "
	    "several enough especially currently thank thanks hello welcome "
	    "please talk talks speaker speakers slides session sessions "
	    "discuss discussion question questions answer answers ";
	char word[16] = " ";
	size_t digits = 0;

	while (digits < len && text_ascii_digit(s[digits]))
		digits++;
	if (digits == len || len > sizeof(word) - 3)
		return digits == len;
	for (size_t i = 0; i < len; i++)
		word[i + 1] = text_ascii_lower(s[i]);
	word[len + 1] = ' ';
	return strstr(words, word) != NULL;
}
