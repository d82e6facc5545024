/*
 * Checks JSON (RFC 8259) before it is parsed: finds where it is broken, keeps
 * what stands before that, and cuts out what nobody asks for.  A list of videos
 * may have megabytes of formats and captions for each of them.
 */
#ifndef LECTERN_JSON_SCAN_H
#define LECTERN_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JSON_SCAN_DEEPEST 100 /* the most levels of arrays and objects */

struct long_texts;

/* Set up by json_scan_begin(), freed with json_scan_free(). */
struct json_scan {
	char *at, *end;
	uint32_t line;          /* where `at` is, from 1 */
	const char *const *cut; /* names whose arrays and objects are cut */

	/* The value found last: */
	char *text;        /* without blanks and cut parts */
	size_t len;        /* its bytes; 0: there is none */
	uint32_t *objects; /* the line of each array and object in it, in order
	                    */
	size_t nobjects, objects_cap;

	/* Where it is broken: */
	const char *fault; /* a constant; NULL: nowhere */
	uint32_t fault_line;
	size_t open; /* arrays and objects that were open there; they are ended
	                in `text` */

	struct long_texts *longs; /* filled; set by the caller, or NULL */

	/* For json_scan_next() alone: */
	char *string; /* where the string at hand is written, after its quote */
	bool full;    /* no more of it is */
	char *to;     /* where the value is written, over what was read */
	char kind[JSON_SCAN_DEEPEST + 1]; /* the end of each that is open */
	size_t depth, safe_depth;
	char *safe;  /* after the last whole value */
	size_t mute; /* above 0: nothing is written */
	char *mended;
};

/*
 * Begins at the `len` bytes at `s`, which are written over.  `cut` is a list of
 * names, then NULL.
 */
void json_scan_begin(
    struct json_scan *scan, char *s, size_t len, const char *const *cut);

/*
 * Finds the next value: a document has one, and one of JSON lines has several.
 * Its strings have TEXT_MOST bytes at most; of longer numbers there is none.
 * Returns false at the end.  After a fault there may be a value, of what stands
 * before it; then comes the end.
 */
bool json_scan_next(struct json_scan *scan);

void json_scan_free(struct json_scan *scan);

#endif
