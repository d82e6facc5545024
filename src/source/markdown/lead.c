#include "source/markdown/lead.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/lead_east.h"
#include "source/markdown/names.h"

#define ROOM_LONGEST  40 /* bytes of a room's name */
#define WORD_LONGEST  16 /* bytes of a tag */
#define CODE_LETTERS  5  /* of a session's code at most */
#define CODE_BYTES    4  /* and at least */
#define EVENT_LETTERS 8  /* of an event's code at most */

bool
lead_is_room(const char *s, size_t len)
{
	static const char *const rooms[] = {"aud", "auditorium", "aula",
	    "ballroom", "bühne", "classroom", "foyer", "hall", "hörsaal", "hs",
	    "kinosaal", "library", "raum", "room", "saal", "sal", "sala",
	    "salle", "seminarraum", "stage", "theater", "theatre", "zaal",
	    NULL};
	size_t last = len;

	while (last > 0 && s[last - 1] != ' ')
		last--;
	return len < ROOM_LONGEST &&
	    (names_one_of(s, names_word(s, len), rooms) ||
		names_one_of(s + last, len - last, rooms));
}

/* "Raum 101:", "Hall B -": a word for rooms, and which one it is. */
static size_t
named_room(const char *s, size_t len)
{
	size_t word = names_word(s, len), n = word + 1;
	bool digit = false;

	if (word < 2 || n >= len || !lead_is_room(s, word))
		return 0;
	for (; n < len && (text_ascii_word(s[n]) || strchr(".-/", s[n])); n++)
		digit = digit || text_ascii_digit(s[n]);
	while (n > word && strchr(".-/", s[n - 1]))
		n--;
	return (digit || n == word + 2) && n < len &&
		lead_is_parted(s + n, len - n)
	    ? n
	    : 0;
}

/* `@ Hall B -`, after a time. */
static size_t
room(const char *s, size_t len)
{
	size_t named = 0; /* bytes other than signs */

	if (len < 4 || *s != '@')
		return 0;
	for (size_t i = 1; i < len && i < ROOM_LONGEST; i++) {
		if (s[i] == ' ' && lead_dash(s + i + 1, len - i - 1) > 0)
			return named > 0 ? i : 0;
		named += s[i] != '@' && s[i] != ' ';
	}
	return 0;
}

static size_t
box(const char *s, size_t len)
{
	return len > 4 && s[0] == '[' && strchr(" xX-", s[1]) && s[2] == ']' &&
		s[3] == ' '
	    ? 4
	    : 0;
}

/* `(Ru) `, `[en] `: a language, in two letters. */
static size_t
language(const char *s, size_t len)
{
	static const char *const codes[] = {
	    "cs", "de", "en", "es", "fr", "pl", "pt", "ru", "uk", NULL};

	return len > 5 && strchr(")]", s[3]) && s[4] == ' ' &&
		names_one_of(s + 1, 2, codes)
	    ? 4
	    : 0;
}

/*
 * `(EN) `, `[NeurIPS] `: a language or event, in one word with two capitals; or
 * a number, `[12] `.
 */
static size_t
tag(const char *s, size_t len)
{
	size_t n = 1, capitals = 0;

	if (len < 6 || (*s != '(' && *s != '['))
		return 0;
	if (language(s, len) > 0)
		return language(s, len);
	n += *s == '[' ? lead_digits(s + 1, len - 1) : 0;
	if (n > 1 && n <= 4 && s[n] == ']' && s[n + 1] == ' ')
		return n + 1;
	n = 1;
	for (; n < len && n < WORD_LONGEST && text_ascii_word(s[n]); n++)
		capitals += s[n] >= 'A' && s[n] <= 'Z';
	return capitals >= 2 && n + 2 < len && strchr(")]", s[n]) &&
		s[n + 1] == ' '
	    ? n + 1
	    : 0;
}

/* What parts a time or date from a title. */
static size_t
separators(const char *s, size_t len)
{
	size_t n = len > 1 && s[0] == '.' && s[1] == ' ';

	for (;;) {
		size_t more = lead_dash(s + n, len - n);

		/* "(14h-16h). Title" */
		if (more == 0 && n < len &&
		    (strchr(" :|,)]", s[n]) ||
			(s[n] == '.' && n > 0 && s[n - 1] == ')' &&
			    s[n + 1] == ' ')))
			more = 1;
		if (more == 0)
			more = lead_east_separator(s + n, len - n);
		if (more == 0 || n >= len)
			return n;
		n += more;
	}
}

/* One of the pieces before a title; a room only where `rooms` says so. */
static size_t
piece(const char *s, size_t len, bool rooms, unsigned *kind)
{
	size_t open = len > 0 && (*s == '(' || *s == '['), n;

	n = box(s, len);
	*kind = LEAD_BOX;
	if (n > 0)
		return n;
	n = lead_hours(s + open, len - open);
	/* `[45m] ` */
	if (n == 0 && open > 0 && (n = lead_digits(s + 1, len - 1)) > 0)
		n = n <= 3 && n + 2 < len && s[n + 1] == 'm' &&
			strchr(")]", s[n + 2])
		    ? n + 1
		    : 0;
	*kind = LEAD_MINUTES;
	if (n > 0)
		return n + open;
	n = lead_time(s + open, len - open);
	*kind = LEAD_TIME;
	if (n > 0)
		return n + open;
	n = lead_date(s + open, len - open);
	*kind = LEAD_DATE;
	if (n > 0)
		return n + open;
	n = lead_minutes(s + open, len - open);
	*kind = LEAD_MINUTES;
	if (n > 0)
		return n + open;
	n = tag(s, len);
	*kind = LEAD_TAG;
	if (n > 0)
		return n;
	*kind = LEAD_ROOM;
	if (!rooms)
		return 0;
	n = room(s, len);
	return n > 0 ? n : named_room(s, len);
}

size_t
lead_piece(const char *s, size_t len, unsigned *kind)
{
	size_t n = piece(s, len, true, kind);

	return n > 0 ? n + separators(s + n, len - n) : 0;
}

size_t
lead_length(const char *s, size_t len, unsigned *kinds)
{
	size_t at = 0;

	*kinds = 0;
	/* Most lines end here: with a letter only a date begins, or `Xx:xx`. */
	if (len > 0 && text_ascii_letter(*s) && text_ascii_lower(*s) != 'x' &&
	    lead_date_words(s, len) == 0)
		return 0;
	for (int i = 0; i < 5; i++) {
		unsigned kind;
		/* A room is told by the time before it. */
		size_t n = piece(s + at, len - at, *kinds != 0, &kind);

		if (n == 0)
			break;
		n += separators(s + at + n, len - at - n);
		/* A date that is all there is, is the title. */
		if (at + n >= len)
			break;
		at += n;
		*kinds |= kind;
	}
	return at;
}

/* A number or letter with a mark after it. */
static size_t
numeral(const char *s, size_t len)
{
	size_t sign = len > 0 && *s == '#',
	       n = lead_digits(s + sign, len - sign);
	int parts = 1;

	if (n == 0 && sign == 0 && len > 2 && text_ascii_letter(*s) &&
	    (s[1] == '.' || s[1] == ')') && s[2] == ' ')
		return 2;
	if (n == 0 || n > 3)
		return 0;
	n += sign;
	/* "2-1 Title" */
	if (n == 1 && sign == 0 && len > 4 && s[1] == '-' &&
	    text_ascii_digit(s[2]) && s[3] == ' ')
		return 3;
	/* "1.2" numbers, "9.30" does not. */
	while (n + 1 < len && s[n] == '.' && text_ascii_digit(s[n + 1])) {
		if (lead_digits(s + n + 1, len - n - 1) > 1)
			return 0;
		n += 2;
		if (++parts > 2 || (n < len && s[n] == ' '))
			return n;
	}
	if (n < len && strchr(".):", s[n]))
		return n + 1;
	return sign > 0 ||
		(n < len && s[n] == ' ' &&
		    lead_dash(s + n + 1, len - n - 1) > 0)
	    ? n
	    : 0;
}

/* Whether what follows a number parts it from a title, or is one. */
static bool
ends_number(const char *s, size_t len)
{
	uint32_t code;

	/* "Talk 2. " */
	if (lead_is_parted(s, len) || (len > 2 && memcmp(s, ". ", 2) == 0))
		return true;
	if (len < 2 || *s != ' ')
		return false;
	text_decode(s + 1, len - 1, &code);
	return text_is_upper(code);
}

/* What a conference calls itself and its year: "BoatDev31". */
static size_t
event_code(const char *s, size_t len)
{
	size_t letters = 0, capitals = 0, n;

	for (; letters < len && text_ascii_letter(s[letters]); letters++)
		capitals += s[letters] >= 'A' && s[letters] <= 'Z';
	n = letters + lead_digits(s + letters, len - letters);
	return n == letters + 2 && letters <= EVENT_LETTERS && capitals >= 2 &&
		ends_number(s + n, len - n)
	    ? n
	    : 0;
}

/* What a conference calls a session: "ARC203", "S51234", "SVS320-R1". */
static size_t
session_code(const char *s, size_t len)
{
	size_t capitals = 0, n, numbers;

	while (capitals < len && s[capitals] >= 'A' && s[capitals] <= 'Z')
		capitals++;
	numbers = lead_digits(s + capitals, len - capitals);
	n = capitals + numbers;
	if (capitals == 0 || capitals > CODE_LETTERS || numbers < 2 ||
	    n < CODE_BYTES)
		return event_code(s, len);
	if (n + 1 < len && s[n] == '-' && s[n + 1] == 'R') {
		n += 2;
		n += n < len && text_ascii_digit(s[n]);
	}
	return lead_is_parted(s + n, len - n) ? n : 0;
}

/* `S01E02` */
static size_t
season(const char *s, size_t len)
{
	size_t n, episode;

	if (len < 4 || *s != 'S')
		return 0;
	n = 1 + lead_digits(s + 1, len - 1);
	if (n == 1 || n > 3 || n + 1 >= len || s[n] != 'E')
		return 0;
	episode = lead_digits(s + n + 1, len - n - 1);
	n += 1 + episode;
	return episode > 0 && lead_is_parted(s + n, len - n) ? n : 0;
}

size_t
lead_number(const char *s, size_t len)
{
	static const char *const words[] = {"talk", "session", "lecture",
	    "episode", "ep.", "part", "vortrag", "no.", "nr.", "folge",
	    "épisode", "Épisode", "episodio", "episódio", "odcinek", "avsnitt",
	    "aflevering", "parallel", "track", "slot", "keynote"};
	size_t n = numeral(s, len);

	if (n == 0)
		n = season(s, len);

	if (n == 0 && (n = lead_east_number(s, len)) == 0)
		n = session_code(s, len);
	if (n == 0)
		n = named_room(s, len);
	for (size_t i = 0; n == 0 && i < sizeof(words) / sizeof(*words); i++) {
		size_t w, d;

		if (len == 0 || text_ascii_lower(*s) != *words[i])
			continue;
		w = strlen(words[i]);
		if (len < w + 2 || !text_ascii_same(s, words[i], w))
			continue;
		w += s[w] == ' ';
		d = lead_digits(s + w, len - w);
		if (d > 0 && d <= 3 &&
		    (s[w - 1] == ' ' ? ends_number(s + w + d, len - w - d)
				     : lead_is_parted(s + w + d, len - w - d)))
			n = w + d;
	}
	if (n == 0)
		return 0;
	n += n + 2 < len && memcmp(s + n, ". ", 2) == 0;
	n += separators(s + n, len - n);
	return n < len ? n : 0;
}

bool
lead_is_format(const char *s, size_t len)
{
	static const char *const formats[] = {"fireside chat", "keynote",
	    "lightning talk", "lightning talks", "panel", "panel discussion",
	    "round table", "roundtable", "tutorial", "workshop", NULL};

	return names_one_of(s, len, formats);
}

bool
lead_ends_in_date(const char *s, size_t len)
{
	const char *comma = memrchr(s, ',', len);
	size_t at = comma ? (size_t)(comma - s) + 1 : len;

	while (at < len && s[at] == ' ')
		at++;
	return len > at + 4 && lead_date(s + at, len - at) >= len - at;
}
