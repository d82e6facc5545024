#include "source/markdown/header.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/label.h"
#include "source/markdown/names.h"
#include "source/part_names.h"

/* Names of columns, folded: in English first, then what others write. */
static const char *const talk_words[] = {"talk", "title", "talk title", "topic",
    "titre", "titel", "vortrag", "titulo", "charla", "palestra",
    "presentation title",
    "\xd0\xb4\xd0\xbe\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb4", /* doklad */
    "\xd1\x82\xd0\xb5\xd0\xbc\xd0\xb0",                 /* tema */
    "\xe4\xb8\xbb\xe9\xa2\x98",                         /* zhuti */
    "\xe8\xae\xae\xe9\xa2\x98",                         /* yiti */
    "\xe9\xa2\x98\xe7\x9b\xae",                         /* timu */
    NULL};
static const char *const weak_words[] = {"session", "name", "subject",
    "lecture", "what", "activity", "beitrag", "veranstaltung", "programmpunkt",
    "actividad", "atividade", "activite", "tema", "thema", NULL};
static const char *const speaker_words[] = {"speaker", "presenter",
    "presented by", "author", "orateur", "redner", "ponente", "palestrante",
    "who", "by", "referent", "referentin", "referierende", "vortragende",
    "vortragender", "sprecher", "sprecherin", "intervenant", "intervenante",
    "conferencier", "orador", "oradora", "relatore", "relatrice", "spreker",
    "prelegent", "foredragsholder", "talare",
    "\xd0\xb4\xd0\xbe\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb4\xd1\x87\xd0\xb8\xd0\xba",
    "\xd1\x81\xd0\xbf\xd0\xb8\xd0\xba\xd0\xb5\xd1\x80", /* spiker */
    "\xe8\xae\xb2\xe8\x80\x85",                         /* jiangzhe */
    "\xe8\xae\xb2\xe5\xb8\x88",                         /* jiangshi */
    "\xe5\x98\x89\xe5\xae\xbe",                         /* jiabin */
    NULL};
static const char *const video_words[] = {"video", "recording", "youtube",
    "watch", "grabacion", "\xd0\xb2\xd0\xb8\xd0\xb4\xd0\xb5\xd0\xbe", NULL};
static const char *const slides_words[] = {
    "slide", "slides", "presentation", "presentacion", "deck", NULL};
static const char *const other_words[] = {"slide", "slides", "video", "link",
    "url", "recording", "notes", "code", "repo", "date", "time", "event",
    "length", "tags", "language", "level", "fecha", "evento", NULL};

/* What tells of a talk, or is its title where "Topic" is not. */
static const char *const about_words[] = {"details", "description", "abstract",
    "summary", "descripcion", "resumen", "descricao", "resumo", "descriptif",
    "resume", "beschreibung", "zusammenfassung", NULL};

/* Where and in what language talks are, and who had them held. */
static const char *const nobody_words[] = {"city", "ciudad", "cidade",
    "country", "conference", "conferencia", "idioma", "land", "lang", "langue",
    "language", "lieu", "local", "location", "lugar", "meetup", "organisation",
    "organization", "organizer", "organiser", "ort", "pais", "pays", "place",
    "plaats", "sprache", "stad", "stadt", "taal", "town", "venue", "ville",
    "where", NULL};

/* What talks may be called in a programme, but elsewhere conferences are. */
static const char *const event_words[] = {"event", "evenement", "evento", NULL};
static const char *const hall_words[] = {"auditorium", "aula", "hall", "raum",
    "room", "saal", "sala", "salle", "stage", "zaal", NULL};

/* Whether one of the words stands in a header cell, folded. */
static bool
is_named(const char *header, const char *const *words)
{
	size_t len = strlen(header);

	for (; *words; words++) {
		size_t n = strlen(*words);
		const char *at = strstr(header, *words);

		if (!at || (at > header && text_ascii_word(at[-1])))
			continue;
		at += n;
		if (*at == 's')
			at++;
		if (at == header + len || !text_ascii_letter(*at))
			return true;
	}
	return false;
}

/* The parts of a talk that are called as a header is, folded: a bit for each. */
static uint32_t
parts_named(const char *header)
{
	uint32_t kinds = 0;
	size_t n;
	const struct part_name *names = part_names(&n);

	for (size_t i = 0; i < n; i++) {
		if (*names[i].name == *header &&
		    strcmp(names[i].name, header) == 0)
			kinds |= UINT32_C(1) << names[i].kind;
	}
	return kinds;
}

/* What a header, folded, says of when or where a talk is. */
static enum fact
named_fact(const char *header)
{
	static const enum fact facts[PART_KINDS] = {[PART_DAY] = FACT_DAY,
	    [PART_START] = FACT_TIME,
	    [PART_END] = FACT_END,
	    [PART_ROOM] = FACT_ROOM,
	    [PART_LENGTH] = FACT_LENGTH};
	/* Of these "tag" may be a word for others in JSON. */
	static const char *const when[] = {"cuando", "date time",
	    "datum uhrzeit", "quand", "quando", "tag", "wann", "when", NULL};
	static const char *const where[] = {
	    "donde", "dove", "onde", "where", "wo", NULL};
	size_t len = strlen(header);
	uint32_t parts = parts_named(header);

	if (names_one_of(header, len, when))
		return FACT_TIME;
	if (names_one_of(header, len, where))
		return FACT_ROOM;
	for (size_t kind = 0; kind < PART_KINDS; kind++) {
		if (facts[kind] != FACT_NONE && (parts >> kind & 1))
			return facts[kind];
	}
	return FACT_NONE;
}

/* The bytes of a text without blanks at its end. */
static size_t
without_blanks(const char *text, size_t len)
{
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return len;
}

/* The bytes of a header without a remark in brackets behind it, narrow or wide. */
static size_t
without_remark(const char *text, size_t len)
{
	static const char *const open[] = {" (", "\xef\xbc\x88"};

	for (size_t i = 0; i < sizeof(open) / sizeof(*open); i++) {
		const char *at = memmem(text, len, open[i], strlen(open[i]));

		if (at && at > text)
			return (size_t)(at - text);
	}
	return len;
}

/*
 * The bytes of the sign or word that parts names in a header at byte `i`; 0: none.
 */
static size_t
between_names(const char *text, size_t len, size_t i)
{
	static const char *const words[] = {
	    " - ", " and ", " und ", " et ", " y "};

	if (strchr("/|&+,", text[i]))
		return 1;
	for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++) {
		size_t n = strlen(words[k]);

		if (len - i > n && memcmp(text + i, words[k], n) == 0)
			return n;
	}
	return 0;
}

static bool
is_one_of(const char *text, size_t len, const char *const *words)
{
	for (; *words; words++) {
		if (strlen(*words) == len && memcmp(text, *words, len) == 0)
			return true;
	}
	return false;
}

/*
 * Whether one of the names that a header has with strokes and the like between
 * is a label, or one of the words where there are some.
 */
static bool
has_part(const char *text, size_t len, enum label_kind kind,
    const char *const *words)
{
	size_t at = 0;

	for (size_t i = 0; i <= len; i++) {
		size_t gap = i < len ? between_names(text, len, i) : 1, n;

		if (gap == 0)
			continue;
		while (at < i && text[at] == ' ')
			at++;
		n = without_blanks(text + at, i - at);
		if (i > at &&
		    (words ? is_one_of(text + at, n, words)
			   : label_read(text + at, n) == kind))
			return true;
		at = i + gap;
		i = at - 1;
	}
	return false;
}

/* Whether a header, folded, calls a column's cells titles among other things. */
static bool
has_titles(const char *name)
{
	static const char *const weak[] = {"session", "what", NULL};
	/* "Talk (Speaker)", but no "Speaker (Title)". */
	size_t len = without_remark(name, strlen(name));

	return has_part(name, len, LABEL_NONE, talk_words) ||
	    has_part(name, len, LABEL_NONE, weak);
}

struct header
header_read(struct arena *arena, const char *text, size_t len)
{
	struct header h = {0};
	const char *name = text_fold(arena, text, len, NULL);
	uint32_t parts = parts_named(name);
	enum label_kind label = label_read(text, without_remark(text, len));

	h.fact = named_fact(part_names_fold(arena, name));
	h.track = strcmp(name, "track") == 0;
	h.about = is_named(name, about_words);
	h.other = is_named(name, other_words) || h.about || h.track;
	h.event = is_named(name, event_words);
	h.nobody = h.event || h.fact != FACT_NONE ||
	    is_named(name, nobody_words);
	h.hall = h.fact == FACT_ROOM && is_named(name, hall_words);
	h.video = is_named(name, video_words) || label == LABEL_VIDEO;
	h.slides = is_named(name, slides_words) || label == LABEL_SLIDES;
	h.weak = is_named(name, weak_words);
	h.speaker = is_named(name, speaker_words) ||
	    has_part(text, without_remark(text, len), LABEL_SPEAKER, NULL) ||
	    (!h.weak && (parts >> PART_SPEAKERS & 1));
	h.speaker = h.speaker && !has_titles(name);
	h.talk = is_named(name, talk_words) && !h.speaker &&
	    (!h.other ||
		(h.about &&
		    has_part(name, strlen(name), LABEL_NONE, talk_words)));
	h.other = h.other && !h.talk;
	h.weak = (h.weak || (parts >> PART_TITLE & 1)) && !h.other &&
	    !h.speaker && !h.talk && !h.slides;
	return h;
}
