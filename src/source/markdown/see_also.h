/*
 * What stands below or behind "See also" or "References" in a talk's notes: links
 * there lead to other talks.
 */
#ifndef LECTERN_SEE_ALSO_H
#define LECTERN_SEE_ALSO_H

#include <stddef.h>
#include <stdint.h>

#include "source/markdown/md.h"

enum see_also {
	SEE_ALSO_NOT,
	SEE_ALSO_SOURCES, /* "References": its own address may be among them */
	SEE_ALSO_TALKS,   /* "Related talks" */
};

/* Where the walk over a talk's notes stands; zeroed at its beginning. */
struct see_also_place {
	enum see_also heading, label; /* it is below such a one */
	uint8_t level;                /* of the heading */
	uint32_t end;                 /* of what the label names, a node */
};

/* What the `len` bytes at `s` say of what follows; a colon may end them. */
enum see_also see_also_read(const char *s, size_t len);

/* The same of the line of a text that is next before byte `at`, blank lines aside. */
enum see_also see_also_above(const char *s, size_t at);

/* The same of what node `i` of the notes is below, which the walk comes to. */
enum see_also see_also_at(
    struct see_also_place *place, const struct markdown *md, uint32_t i);

#endif
