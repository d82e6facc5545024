/*
 * Time codes: finds the seconds of the video that notes name at the start of
 * their lines: `12:34`, `[1:02:03]`, `(12:34)`, bold, as code, as a range, as
 * the text of a link or picture, or as a link that starts there.
 *
 * On the line of a title or video a clock is a duration; in programmes it is a
 * time of day.  So clocks are weighed together: those that are marked up count,
 * bare ones from two on, and none of them where they run backwards; one slip in
 * five is allowed.
 */
#ifndef LECTERN_TIMECODE_H
#define LECTERN_TIMECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"

/* Why a clock at the start of a line is no time code. */
enum timecode_fault {
	TIMECODE_GOOD,      /* it is one */
	TIMECODE_TITLE,     /* on the title's line: a duration */
	TIMECODE_BESIDE,    /* beside a link to a video: its duration */
	TIMECODE_ELSEWHERE, /* its link starts another video */
	TIMECODE_DAYTIME,   /* a time of day */
	TIMECODE_ALONE,     /* bare, and the only one */
	TIMECODE_BACKWARDS, /* the clocks run backwards */
};

/* A clock at the start of a line. */
struct timecode {
	uint32_t block; /* index */
	uint32_t start; /* bytes of its text that are the code, with brackets */
	uint32_t end;   /* and with blanks and a dash or colon after it */
	uint32_t second; /* of the video */
	uint8_t fault;   /* enum timecode_fault */
};

/* All of them, in order; zeroed at first, may be reused. */
struct timecodes {
	struct timecode *code;
	size_t n, cap;
};

/*
 * Finds the clocks at the start of lines of `n` blocks of a talk.  `url` is its
 * video, or NULL; if that starts late, codes before its start count from there.
 * `line` is that of the talk's title in the document of the blocks, 0 for
 * none.  Those with a fault are no time codes.
 */
void timecode_find(struct timecodes *codes, const struct block *blocks,
    uint32_t n, const char *url, uint32_t line);
void timecode_free(struct timecodes *codes);

#define TIMECODE_BYTES 16

/* Writes a second as a clock: "2:05", "1:02:03". */
void timecode_write(uint32_t second, char out[TIMECODE_BYTES]);

#endif
