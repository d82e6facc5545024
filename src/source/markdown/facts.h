/*
 * Day, time and length of a talk, as its line tells them beside the title.
 */
#ifndef LECTERN_FACTS_H
#define LECTERN_FACTS_H

#include <stdint.h>

struct arena;
struct line;

struct facts {
	const char *day;   /* or NULL; owned by the arena, as the next two */
	const char *room;  /* or NULL */
	const char *start; /* "10:00", or NULL */
	uint16_t minutes;  /* how long the talk takes; 0: not told */
	uint32_t
	    told; /* bytes at the start of the line whose words these have */
};

/* Reads what stands around the title, the bytes [title, end), of a line. */
struct facts facts_read(
    struct arena *arena, const struct line *line, uint32_t title, uint32_t end);

#endif
