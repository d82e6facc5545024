#include "source/form_names.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"

/* Each part with words that are all in the question; the first row counts. */
static const struct {
	const char *words[2];
	enum part kind;
} questions[] = {
    {{"title", "talk"}, PART_TITLE},
    {{"title", "presentation"}, PART_TITLE},
    {{"title", "session"}, PART_TITLE},
    {{"title", "proposal"}, PART_TITLE},
    {{"title", "submission"}, PART_TITLE},
    {{"title", "workshop"}, PART_TITLE},
    {{"talk", "called"}, PART_TITLE},
    {{"talk name", ""}, PART_TITLE},
    {{"name of talk", ""}, PART_TITLE},
    {{"titel", "vortrag"}, PART_TITLE},
    {{"titre", "intervention"}, PART_TITLE},
    {{"titulo", "charla"}, PART_TITLE},
    {{"titulo", "palestra"}, PART_TITLE},
    {{"co speaker", ""}, PART_OTHER},
    {{"additional", ""}, PART_OTHER},
    {{"company", ""}, PART_OTHER},
    {{"bio", ""}, PART_OTHER},
    {{"handle", ""}, PART_OTHER},
    {{"how long", ""}, PART_LENGTH},
    {{"length", ""}, PART_LENGTH},
    {{"duration", ""}, PART_LENGTH},
    {{"dauer", ""}, PART_LENGTH},
    {{"abstract", ""}, PART_TEXT},
    {{"describe", ""}, PART_TEXT},
    {{"description", ""}, PART_TEXT},
    {{"talk about", ""}, PART_TEXT},
    {{"beschreib", ""}, PART_TEXT},
    {{"which track", ""}, PART_TRACK},
    {{"track", "talk"}, PART_TRACK},
    {{"language", "talk"}, PART_LANGUAGE},
    {{"name", ""}, PART_SPEAKERS},
};

bool
form_names_is(const char *first)
{
	static const char *const names[] = {"timestamp", "zeitstempel",
	    "horodateur", "marca temporal", "carimbo de data hora",
	    "informazioni cronologiche", "tijdstempel", "отметка времени",
	    "タイムスタンプ", "submission date", "submitted at", NULL};

	for (size_t i = 0; names[i]; i++)
		if (strcmp(first, names[i]) == 0)
			return true;
	return false;
}

/* Whether the words stand in the text, not within another word's end. */
static bool
has_words(const char *text, const char *words)
{
	const char *at = text;

	while (*words && (at = strstr(at, words)) && at > text &&
	    text_word_byte(at[-1]))
		at++;
	return at != NULL;
}

enum part
form_names_part(const char *question)
{
	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		if (has_words(question, questions[i].words[0]) &&
		    has_words(question, questions[i].words[1]))
			return questions[i].kind;
	return PART_OTHER;
}

bool
form_names_is_lost(const char *state)
{
	static const char *const states[] = {
	    "rejected", "withdrawn", "canceled", "cancelled", "declined"};

	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (text_ascii_same(state, states[i], SIZE_MAX))
			return true;
	return false;
}
