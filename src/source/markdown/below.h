/*
 * Looks for a talk's speakers in the lines below its own line.
 */
#ifndef LECTERN_BELOW_H
#define LECTERN_BELOW_H

#include <stdbool.h>

#include "source/markdown/people.h"
#include "source/markdown/talk_line.h"

/* Reads a line as people, perhaps after a word like "by" or "Speaker:". */
struct people
below_read(struct arena *arena, const struct line *line, bool firms);

/*
 * Reads a line that tells in prose who speaks, "A talk given by Ann Lee at ...",
 * or nobody.
 */
struct people below_prose(struct arena *arena, const struct line *line);

/*
 * Returns where the title ends that a line has behind what it is, `Invited talk:
 * "Title"` or `Talk: Title`, with `*start` set; 0: there is none.
 */
uint32_t below_title(const struct line *line, uint32_t *start);

/*
 * Returns how sure it is that a line of a paragraph, but not its first one, says
 * who speaks, "by Ann Lee"; NAMES_NOT: none does.
 */
enum names_reading below_speaker(const struct line *line);

/* Whether a line below has nothing but somebody's name, and a firm perhaps. */
bool below_is_person(const struct line *line);

/*
 * Returns what a table's cell has below its first line, if somebody's name comes
 * first there; else an empty line.
 */
struct line below_in_cell(struct arena *arena, const struct line *cell);

/* Whether all that a line says is names. */
bool below_is_names(struct arena *arena, const struct line *line);

/* Whether a line ends in a word of respect, perhaps before a handle. */
bool below_is_polite(const struct line *line);

/* The line without the time and date before names: "10:00 Ann Lee, Bo Ek". */
struct line below_bare_names(struct arena *arena, const struct line *line);

/*
 * Adds to who speaks by line `first` below a talk whom the next lines name, up to one
 * that is no names.
 */
void below_all(struct arena *arena, const struct talk_text *talk,
    const struct line *first, struct people *people);

/* Whether a line is a name with brackets behind it: "Ann Lee (Firm) (slides)". */
bool below_is_bracketed(const struct line *line);

/*
 * Adds to the only one of the first line below, "Ann Lee, Firm" or "Ann Lee (Firm)",
 * those of the next lines that read so, too.
 */
void below_others(
    struct arena *arena, const struct talk_text *talk, struct people *people);

/* Returns the first line below a talk that reads as names, or NULL. */
const struct line *below_any(struct arena *arena, const struct talk_text *talk);

/* Whether labels below half of `n` talks tell their day, time or room. */
bool below_tell_facts(const struct talk_text *talks, size_t n);

/* Whether those of most of them tell tracks, and not all the same one. */
bool below_tell_tracks(const struct talk_text *talks, size_t n);

/*
 * Whether below each talk one line is quoted, longer than its own as a rule, and
 * no sentence: below events these are titles.
 */
bool below_cite_titles(const struct talk_text *talks, size_t n);

#endif
