/*
 * Day, time and length of a talk, as its line tells them beside the title.
 */
#ifndef LECTERN_FACTS_H
#define LECTERN_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct talk;
struct line;

struct facts {
	const char *day;   /* or NULL; owned by the arena, as the next two */
	const char *room;  /* or NULL */
	const char *start; /* "10:00", or NULL */
	uint16_t minutes;  /* how long the talk takes; 0: not told */
	uint32_t
	    told; /* bytes at the start of the line whose words these have */
};

/* What a field or a cell of a table tells of a talk. */
enum fact { FACT_NONE, FACT_DAY, FACT_TIME, FACT_END, FACT_ROOM, FACT_LENGTH };

/* Tells by its form what a text tells, all of it. */
enum fact facts_kind(const char *s, size_t len);

/*
 * Takes a text that tells such a fact, unless another one told it.  Returns
 * whether the facts have all its words.
 */
bool facts_take(struct facts *facts, struct arena *arena, enum fact fact,
    const char *s, size_t len);

/*
 * Takes the cell of a column whose header names the fact, likewise; day and time
 * may both be in one of these.
 */
bool facts_take_cell(struct facts *facts, struct arena *arena, enum fact fact,
    const struct line *cell);

/* Reads what stands around the title, the bytes [title, end), of a line. */
struct facts facts_read(
    struct arena *arena, const struct line *line, uint32_t title, uint32_t end);

/* The same of a line above a title, all of which may be a day. */
struct facts facts_above(
    struct arena *arena, const struct line *line, uint32_t title, uint32_t end);

/* Sets what the facts tell of a talk, whose strings are then theirs. */
void facts_give(const struct facts *facts, struct talk *talk);

#endif
