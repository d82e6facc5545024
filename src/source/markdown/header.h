/*
 * What the header of a column says that its cells are, in several languages.
 */
#ifndef LECTERN_HEADER_H
#define LECTERN_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/facts.h"

struct arena;

struct header {
	bool talk;          /* titles of talks */
	bool weak;          /* perhaps titles, where no other column has them */
	bool speaker;       /* who speaks */
	bool video, slides; /* links to these */
	bool track;
	bool event; /* events, in a programme titles */
	bool hall;  /* rooms of one place: not "Location" */
	bool
	    nobody; /* a place, an event or such, though it may look like names */
	bool about;     /* what talks are about */
	bool other;     /* that, or else neither titles nor speakers */
	enum fact fact; /* when, where or how long, else FACT_NONE */
};

/* Reads a header of `len` bytes; the arena is used for a while. */
struct header header_read(struct arena *arena, const char *text, size_t len);

#endif
