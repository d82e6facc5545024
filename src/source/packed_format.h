/*
 * The layout of packed bytes: a header, then the arrays in the order of its
 * counts, each at a multiple of eight.  A string is an offset into the array of
 * NUL-terminated strings.  PACKED_TEXT has a line for each block, to be searched
 * in any case; where that is not the block's text, it is that text folded.  So has
 * a part of the strings for each talk: title and speakers, in one line each.
 */
#ifndef LECTERN_PACKED_FORMAT_H
#define LECTERN_PACKED_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#define PACKED_MAGIC "lectern"  /* with its NUL */
#define PACKED_NONE  UINT32_MAX /* no string, no track */

/* The file that the conference was read from, when it was changed, and how. */
struct packed_stamp {
	uint64_t size, seconds, nanoseconds, inode, device;
	uint64_t corrections; /* see corrections_sum() */
};

/* What a conference is besides; the bits combine. */
enum packed_flag {
	PACKED_PROGRAMME = 1 << 0,
	PACKED_PART = 1 << 1,    /* of that of its folder */
	PACKED_NOTHING = 1 << 2, /* the file could not be read */
	PACKED_PAGE = 1 << 3,    /* of a site, beside talks */
	PACKED_APART = 1 << 4,   /* no two talks have one id */
	PACKED_SINGLE = 1 << 5,  /* the notes of one talk */
	PACKED_TRACKED = 1 << 6, /* each talk has a track */
	PACKED_TIMED = 1 << 7,   /* a talk has a time */
};

enum packed_array {
	PACKED_TRACKS,
	PACKED_TALKS,
	PACKED_MORES,
	PACKED_BLOCKS,
	PACKED_SPANS,
	PACKED_WARNINGS,
	PACKED_LISTED, /* strings of lists: speakers, links */
	PACKED_STRINGS,
	PACKED_TEXT,
	PACKED_SHOWN, /* texts of blocks that differ from their lines */
	PACKED_ARRAYS
};

struct packed_header {
	char magic[8];
	uint64_t version; /* of the readers */
	uint64_t sum;     /* of all bytes that follow this number */
	uint64_t len;     /* of all bytes */
	struct packed_stamp stamp;
	uint32_t path, name, shape, why;
	uint32_t acronym, first_day, last_day, zone, flags;
	uint32_t origin, edition;
	uint32_t names, nnames; /* strings that are searched: see packed_talk */
	uint32_t block, nblocks; /* outside talks and tracks */
	uint32_t count[PACKED_ARRAYS];
};

struct packed_track {
	uint32_t name, line, block, nblocks;
	uint32_t first; /* of its talks */
};

/*
 * A talk.  What is searched of its names begins at `folded`: both lines folded,
 * with line feeds; or, where that is PACKED_NONE, at `title`: title and speakers
 * as two strings.
 */
struct packed_talk {
	uint32_t title, folded, url;
	uint32_t key, own;           /* see keys_begin() */
	uint32_t speaker, nspeakers; /* in the listed strings */
	uint32_t track, line;
	uint32_t more; /* PACKED_NONE: it has nothing else, as in most lists */
};

/* What else a talk has. */
struct packed_more {
	uint32_t talk; /* whose it is */
	uint32_t day, day_above, room, start, language, minutes;
	uint32_t guid, id, slug;
	uint32_t link, nlinks; /* in the listed strings */
	uint32_t block, nblocks;
	uint32_t text, text_end; /* the lines of its blocks */
};

#define PACKED_NO_MORE \
	{ \
		.day = PACKED_NONE, .day_above = PACKED_NONE, \
		.room = PACKED_NONE, .start = PACKED_NONE, \
		.language = PACKED_NONE, .guid = PACKED_NONE, \
		.id = PACKED_NONE, .slug = PACKED_NONE, \
	}

struct packed_block {
	uint32_t text, len;
	uint32_t span, nspans;
	uint32_t line, number;
	uint8_t kind, depth, quoted, listed;
	uint8_t part;
	uint8_t gap;   /* the line is one: see body_text() */
	uint8_t apart; /* the text is in PACKED_SHOWN */
	uint8_t among;
};

struct packed_span {
	uint32_t start, end, style, url;
};

struct packed_warning {
	uint32_t line, lines, text;
};

/* The size of an element of each array, in bytes. */
extern const uint8_t packed_size[PACKED_ARRAYS];

/*
 * Returns a checksum of the `len` bytes at `s`; `len` is a multiple of eight.
 * If `mapped` is less than SIZE_MAX, they are a mapping of a file, whose pages
 * are read in large pieces; those from `mapped` on are let go after that.
 */
uint64_t packed_sum(const char *s, size_t len, size_t mapped);

#endif
