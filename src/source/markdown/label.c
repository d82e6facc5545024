#include "source/markdown/label.h"

#include <limits.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/label_words.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"
#include "source/markdown/word_list.h"

#define WIDE_COLON "\xef\xbc\x9a"
#define LONGEST    48 /* bytes of a label, before its colon */
#define ENDING     2  /* letters of "(s)", "(en)" or "(ка)" */
#define ARTICLE    3  /* bytes of "les" in "Les slides" */

/*
 * Writes the letter of two bytes that `s` begins with as a small one of as many;
 * returns these, 0: there is no such letter.
 */
static size_t
small_letter(char *word, const char *s, size_t len)
{
	char small[TEXT_CODE_BYTES];
	uint32_t code;

	if ((unsigned char)*s < 0xc3 || (unsigned char)*s > 0xd4 ||
	    text_decode(s, len, &code) != 2 ||
	    text_encode(text_small(code), small) != 2)
		return 0;
	memcpy(word, small, 2);
	return 2;
}

/* Whether a byte is no part of a word. */
static bool
parts_words(char c)
{
	static const bool is_sign[UCHAR_MAX + 1] = {['\0'] = true,
	    [' '] = true,
	    ['*'] = true,
	    ['_'] = true,
	    ['`'] = true,
	    ['~'] = true,
	    ['"'] = true,
	    ['/'] = true,
	    [','] = true,
	    ['!'] = true,
	    ['?'] = true,
	    [':'] = true,
	    ['#'] = true,
	    ['('] = true,
	    [')'] = true,
	    ['['] = true,
	    [']'] = true,
	    ['.'] = true,
	    [0xe2] = true};

	return is_sign[(unsigned char)c];
}

/* Whether a picture begins here, or what varies one. */
static bool
is_picture(const char *s, size_t len)
{
	return (len >= 4 && memcmp(s, "\xf0\x9f", 2) == 0) ||
	    (len >= 3 && memcmp(s, "\xef\xb8\x8f", 3) == 0);
}

/* How many bytes of a sign that parts words follow its first one. */
static size_t
sign_more(const char *s, size_t len)
{
	if (is_picture(s, len))
		return *s == '\xf0' ? 3 : 2;
	return len >= 3 && *s == '\xe2' ? 2 : 0;
}

/*
 * Takes the next word of the `len` bytes at `s` from `*i` on, in small letters,
 * without signs that are no part of a word.  Returns its length; 0:
 * there is none.
 */
static size_t
next_word(char *word, const char *s, size_t len, size_t *i)
{
	size_t n = 0;

	for (; *i < len; ++*i) {
		char c = s[*i];
		size_t two = (unsigned char)c < 0x80
		    ? 0
		    : small_letter(word + n, s + *i, len - *i);

		n += two;
		if (two > 0)
			++*i;
		else if (text_ascii_letter(c))
			word[n++] = (char)(c | 0x20);
		else if (!parts_words(c) && !is_picture(s + *i, len - *i))
			word[n++] = c;
		else if (n > 0)
			break;
		else
			*i += sign_more(s + *i, len - *i);
	}
	return n;
}

/* Whether the `n` bytes before byte `end` are an ending: "Speaker(s)". */
static bool
is_ending(const char *s, size_t end, size_t n)
{
	size_t most = end > n && (unsigned char)s[end - n] >= 0x80 ? 2 * ENDING
								   : ENDING;

	return n <= most && end >= n + 2 && s[end - n - 1] == '(' &&
	    text_word_byte(s[end - n - 2]);
}

/* "Slides (in Russian)", "Video (part 2)", but not "Slides (Ann Lee)". */
static enum label_kind
before_brackets(const char *s, size_t len)
{
	const char *open = memrchr(s, '(', len);
	enum label_kind kind = open && open > s + 1 && open[-1] == ' '
	    ? label_read(s, (size_t)(open - s) - 1)
	    : LABEL_NONE;

	return (kind == LABEL_VIDEO || kind == LABEL_SLIDES) &&
		people_first(open + 1, len - (size_t)(open - s) - 2) !=
		    NAMES_SURE
	    ? kind
	    : LABEL_NONE;
}

enum label_kind
label_read(const char *s, size_t len)
{
	char word[LONGEST];
	enum label_kind first = LABEL_NONE;
	size_t words = 0, i = 0, n;
	bool talks = false, around = false, small = false;

	if (len > sizeof(word))
		return LABEL_NONE;
	while ((n = next_word(word, s, len, &i)) > 0) {
		enum label_kind kind = label_word(word, n);

		/* "Lunch (60 min)" */
		if (first == LABEL_BREAK && text_ascii_digit(*word))
			continue;
		if (is_ending(s, i, n))
			continue;
		if (kind == LABEL_NONE && !label_is_beside(word, n))
			return first != LABEL_NONE && s[len - 1] == ')'
			    ? before_brackets(s, len)
			    : LABEL_NONE;
		if (kind == LABEL_AROUND) {
			small = small || n <= ARTICLE;
			around = around || n > ARTICLE;
			words++;
			continue;
		}
		/* "Links and resources", but no "index of links". */
		if (first == LABEL_BREAK && kind == LABEL_LINK)
			return LABEL_NONE;
		if (first == LABEL_NONE ||
		    (kind != LABEL_NONE && first == LABEL_TITLE) ||
		    (kind == LABEL_ASIDE && first == LABEL_LINK))
			first = kind;
		else if (first == LABEL_CONTENTS && kind != LABEL_NONE)
			return LABEL_NONE;
		/* "Talks on papers" are talks. */
		talks = talks ||
		    (n >= 4 && n <= 5 && memcmp(word, "talks", n) == 0);
		words++;
	}
	if ((around ||
		(small && first != LABEL_VIDEO && first != LABEL_SLIDES &&
		    first != LABEL_SPEAKER)) &&
	    first != LABEL_BREAK)
		return LABEL_NONE;
	if (talks && (first == LABEL_OTHERS || first == LABEL_CONTENTS))
		return LABEL_NONE;
	return words <= 4 ? first : LABEL_NONE;
}

bool
label_may_end(const char *s, size_t len)
{
	char word[LONGEST];
	size_t last = len, i = 0, n;

	while (last > 0 && s[last - 1] != ' ')
		last--;
	if (len - last > sizeof(word))
		return false;
	n = next_word(word, s + last, len - last, &i);
	/* Words may stand before a time: "Lunch (60 min)", "Lunch 60". */
	return n == 0 || text_ascii_digit(*word) ||
	    label_word(word, n) != LABEL_NONE || label_is_beside(word, n);
}

/* The bytes of a dash, "-", en or em; 0: there is none. */
static size_t
dash_len(const char *s, size_t len)
{
	return *s == '-' ? 1
	    : len >= 3 &&
		(memcmp(s, "\xe2\x80\x93", 3) == 0 ||
		    memcmp(s, "\xe2\x80\x94", 3) == 0)
	    ? 3
	    : 0;
}

/* Whether that is somebody, and goes on with no dash. */
static bool
is_somebody(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (s[i] == ' ' && sign_dash(s + i, len - i) > 0)
			return false;
	}
	return *s == '@' || people_first(s, len) == NAMES_SURE;
}

/* "Speaker- Ann Lee": a dash for a colon; behind a blank, before names only. */
static enum label_kind
before_dash(const char *s, size_t len, size_t most, size_t *skip)
{
	const char *dash = memchr(s, '-', most), *wide;
	size_t n = dash ? (size_t)(dash - s) : most, width;

	wide = memchr(s, 0xe2, n);
	n = wide ? (size_t)(wide - s) : n;
	width = n > 0 && n < most ? dash_len(s + n, len - n) : 0;
	if (width == 0 || n + width + 1 >= len || s[n + width] != ' ' ||
	    label_read(s, n) != LABEL_SPEAKER)
		return LABEL_NONE;
	*skip = n + width + 1;
	if (s[n - 1] == ' ' && !is_somebody(s + *skip, len - *skip))
		return LABEL_NONE;
	return LABEL_SPEAKER;
}

enum label_kind
label_before(const char *s, size_t len, size_t *skip)
{
	size_t most = len < LONGEST ? len : LONGEST, width = 1;
	const char *colon = memchr(s, ':', most);

	*skip = 0;
	if (!colon && len > 0 && (*s == '*' || (unsigned char)*s >= 0x80)) {
		colon = memmem(s, most, WIDE_COLON, strlen(WIDE_COLON));
		width = strlen(WIDE_COLON);
	}
	if (!colon)
		return before_dash(s, len, most, skip);
	if (colon == s)
		return LABEL_NONE;
	*skip = (size_t)(colon - s) + width;
	while (*skip < len && strchr(" *_", s[*skip]))
		++*skip;
	return label_read(s, (size_t)(colon - s));
}

size_t
label_title(const char *s, size_t len)
{
	size_t skip;

	return label_before(s, len, &skip) == LABEL_TITLE && skip < len ? skip
									: 0;
}

/* Whether a label is that word, perhaps with a colon behind it. */
static bool
is_word(const char *s, size_t len, const char *word)
{
	size_t n;

	if (len == 0 || text_ascii_lower(*s) != *word)
		return false;
	n = strlen(word);
	while (len > n && strchr(": ", s[len - 1]))
		len--;
	return len == n && text_ascii_same(s, word, n);
}

bool
label_names_programme(const char *s, size_t len)
{
	static const char *const words[] = {"ablauf", "agenda", "cronograma",
	    "harmonogram", "horario", "line-up", "lineup", "ordre du jour",
	    "plan", "program", "programa", "programm", "programma", "programme",
	    "schedule", "tagesordnung", "timetable", "zeitplan", "Программа",
	    "Програма", "Расписание", "Розклад", "スケジュール",
	    "タイムテーブル", "プログラム", "日程", "议程", "議程", "일정",
	    "프로그램"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (is_word(s, len, words[i]))
			return true;
	}
	return false;
}

bool
label_names_text(const char *s, size_t len)
{
	/* Conclusions and impressions, in Chinese, Japanese and Korean. */
	static const char *const ends[] = {
	    "\xe3\x81\xbe\xe3\x81\xa8\xe3\x82\x81", "\xe5\xbf\x83\xe5\xbe\x97",
	    "\xe6\x80\xbb\xe7\xbb\x93", "\xe6\x84\x9f\xe6\x83\xb3",
	    "\xe7\xb5\x90\xe8\xab\x96", "\xe7\xb8\xbd\xe7\xb5\x90",
	    "\xe7\xbb\x93\xe8\xae\xba", "\xec\xa0\x95\xeb\xa6\xac"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		if (is_word(s, len, ends[i]))
			return true;
	}
	return is_word(s, len, "abstract") || is_word(s, len, "intro") ||
	    is_word(s, len, "notes");
}

bool
label_is_keynotes(const char *s, size_t len)
{
	return is_word(s, len, "keynotes");
}

/* As label_names_talks(); who speaks begins at `*who`, or that is 0. */
static bool
names_talks(const char *s, size_t len, size_t *who)
{
	static const char speeches[] =
	    "\320\262\321\213\321\201\321\202\321\203\320\277\320\273\320\265"
	    "\320\275\320\270\321\217";
	static const char *const talks[] = {"apresenta\303\247\303\265es",
	    "charlas", "conf\303\251rences", "el\305\221ad\303\241sok",
	    "expos\303\251s", "foredrag", "f\303\266redrag", "interventi",
	    "konu\305\237malar", "konu\305\237malar\304\261m", "lectures",
	    "lezingen", "palestras", "ponencias", "predn\303\241\305\241ky",
	    "prelekcje", "presentaciones", "presentaties", "presentations",
	    "presentazioni", "prezentacje", "pr\303\251sentations",
	    "p\305\231edn\303\241\305\241ky", "relazioni", "seminars",
	    "speaking", "sunumlar", "sunumlar\304\261m", "talks",
	    "voordrachten", "vortr\303\244ge", "wyst\304\205pienia",
	    "\320\262\320\270\321\201\321\202\321\203\320\277\320\270",
	    speeches,
	    "\320\264\320\276\320\272\320\273\320\260\320\264\321\213",
	    "\320\264\320\276\320\277\320\276\320\262\321\226\320\264\321\226",
	    "\320\273\320\265\320\272\321\206\320\270\320\270",
	    "\346\274\224\350\254\233", "\346\274\224\350\256\262",
	    "\347\231\272\350\241\250", "\347\231\273\345\243\207",
	    "\350\254\233\346\274\224", "\350\256\262\345\272\247",
	    "\352\260\225\354\227\260", "\353\260\234\355\221\234", NULL};
	static const char *const beside[] = {"about", "accepted", "all", "alle",
	    "and", "andere", "appearances", "at", "autres", "conference",
	    "conferencias", "contributed", "eingeladene", "engagements", "et",
	    "event", "events", "favorite", "favourite", "from", "frühere",
	    "future", "given", "i", "international", "introductory",
	    "invitadas", "invited", "keynotes", "kommende", "list", "local",
	    "meetup", "meine", "members", "mes", "mis", "my", "national", "of",
	    "older", "oral", "other", "otras", "our", "outras", "panels",
	    "past", "posters", "previous", "public", "recent", "regional",
	    "scientific", "selected", "short", "tech", "technical", "the",
	    "tutorials", "und", "upcoming", "vergangene", "workshops", "y",
	    NULL};
	char word[LONGEST];
	size_t i = 0, n;
	bool any = false;

	*who = 0;
	if (len > sizeof(word))
		return false;
	while ((n = next_word(word, s, len, &i)) > 0) {
		size_t by = any ? people_by(s + i - n, len - i + n) : 0;

		if (by > 0) {
			*who = i - n + by;
			return true;
		}
		if (names_one_of(word, n, talks))
			any = true;
		else if (*word != '&' && *word != '-' &&
		    !names_one_of(word, n, beside))
			/* "Talks (Monday, May 5)" */
			return any && i > n && s[i - n - 1] == '(';
	}
	/* That is one slot of a programme. */
	return any && !is_word(s, len, "short talks");
}

bool
label_names_talks(const char *s, size_t len)
{
	size_t who;

	return names_talks(s, len, &who);
}

bool
label_names_document_talks(const char *s, size_t len)
{
	static const char *const kinds[] = {"lightning ", "flash ", "ignite "};
	char name[LONGEST];
	size_t skip = 0;

	if (len > sizeof(name))
		return false;
	for (size_t i = 0; i < len; i++)
		name[i] = (char)(strchr("-_", s[i]) ? ' ' : s[i]);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		size_t n = strlen(kinds[i]);

		if (len > n && text_ascii_same(name, kinds[i], n))
			skip = n;
	}
	/* "Talk-Notes" */
	return is_word(name, len, "talk notes") ||
	    label_names_talks(name + skip, len - skip);
}

size_t
label_talks_by(const char *s, size_t len)
{
	size_t who;

	return names_talks(s, len, &who) ? who : 0;
}

unsigned
label_consists_of(
    const char *s, size_t len, const struct word_list *lists, size_t n)
{
	char word[LONGEST];
	size_t i = 0, bytes;
	unsigned has = 0;

	if (len > sizeof(word))
		return 0;
	while ((bytes = next_word(word, s, len, &i)) > 0) {
		size_t k = 0;

		while (k < n && !word_list_has(&lists[k], word, bytes))
			k++;
		if (k == n && *word != '&')
			return 0;
		has |= 1U << k;
	}
	return has;
}

bool
label_names_life(const char *s, size_t len)
{
	static const char *const life[] = {"awards", "career", "certifications",
	    "contact", "courses", "cursos", "education", "employment",
	    "experience", "hobbies", "interests", "internship", "internships",
	    "jobs", "podcasts", "projects", "publications", "skills",
	    "teaching", "volunteering", "вакансии", "стажировка", "стажировки"};
	static const char *const beside[] = {"and", "me", "my", "other",
	    "professional", "selected", "side", "technical", "work"};
	static const struct word_list lists[] = {
	    WORD_LIST(life), WORD_LIST(beside)};

	return label_consists_of(s, len, lists, 2) & 1;
}

bool
label_names_others(const char *s, size_t len)
{
	static const char *const others[] = {"action", "actions", "adopters",
	    "attendees", "backlog", "call", "cfp", "committee", "crew",
	    "equipe", "equipo", "ideas", "ideen", "idées", "maintainers",
	    "members", "mitglieder", "organisateurs", "organisatoren",
	    "organiser", "organisers", "organizadores", "organizer",
	    "organizers", "participants", "pomysły", "proposals", "propose",
	    "proposed", "proposing", "propositions", "propostas", "propozycje",
	    "propuestas", "requested", "requests", "speak", "staff", "steps",
	    "submission", "submissions", "submit", "submitting", "sugerencias",
	    "sugestões", "suggested", "suggestions", "team", "teilnehmer",
	    "themenvorschläge", "todo", "todos", "users", "venues",
	    "volunteers", "vorschläge", "wanted", "wishes", "wishlist",
	    "wunschliste", "équipe", "команда"};
	static const char *const beside[] = {"a", "an", "and", "charlas",
	    "core", "das", "de", "for", "future", "für", "how", "items",
	    "lightning", "meetup", "meetups", "more", "na", "next", "of", "or",
	    "our", "palestras", "paper", "papers", "par", "possible", "pour",
	    "presentation", "presentations", "session", "sessions", "some",
	    "speakers", "sujets", "talk", "talks", "temas", "tematy", "tematów",
	    "the", "themen", "to", "topic", "topics", "und", "unser",
	    "upcoming", "vorträge", "vorträgen", "want", "workshop",
	    "workshops", "your"};
	static const struct word_list lists[] = {
	    WORD_LIST(others), WORD_LIST(beside)};

	return label_consists_of(s, len, lists, 2) & 1;
}
