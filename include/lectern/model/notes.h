/*
 * The conference in memory: tracks, talks, blocks.  Plain data, built once by
 * load in one arena and const from then on; every string is valid UTF-8,
 * clean (see text_clean) and NUL-terminated, and lives as long as the notes.
 */
#ifndef LECTERN_NOTES_H
#define LECTERN_NOTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct body;

/* How a stretch of a block's text is marked up; the bits combine. */
enum span_style {
	SPAN_STRONG = 1 << 0,
	SPAN_EMPHASIS = 1 << 1,
	SPAN_CODE = 1 << 2,
	SPAN_LINK = 1 << 3,
};

#define SPAN_MOST ((1U << 28) - 1) /* bytes of a text behind which is none */

/* A styled stretch of text.  Spans of a block are in order and disjoint. */
struct span {
	uint32_t start;     /* bytes into the block's text */
	uint32_t end : 28;  /* one past the last byte */
	uint32_t style : 4; /* enum span_style bits, not 0 */
	const char *url;    /* where a link leads; NULL without SPAN_LINK */
};

enum block_kind {
	BLOCK_BULLET,    /* an item of a bullet list, or a table row or cell */
	BLOCK_ORDERED,   /* an item of a numbered list; see `number` */
	BLOCK_PARAGRAPH, /* a paragraph; in a list, a further one of an item */
	BLOCK_LABEL, /* a paragraph all bold or ending in `:`, a subheading */
	BLOCK_CODE, /* a code block; keeps line feeds and blanks, tabs expanded,
	                no line feed at its end */
};

/*
 * What a block is part of.  Notes are what is neither of the programme nor of
 * the video.  The blocks of a talk stand in this order: subtitle, abstract,
 * notes, chapters.
 */
enum block_part {
	BLOCK_NOTES,
	BLOCK_SUBTITLE,
	BLOCK_ABSTRACT,
	BLOCK_CHAPTERS, /* each begins with its time code */
	BLOCK_PARTS,
};

/* One piece of a talk's notes, in document order. */
struct block {
	const char *text; /* one line, blanks collapsed, but for code */
	const struct span *spans;
	uint32_t len; /* bytes of text */
	uint32_t nspans;
	uint32_t line;   /* line in the source, from 1 */
	uint32_t number; /* of an ordered item */
	uint8_t kind;    /* enum block_kind */
	uint8_t depth;   /* 0 for the outermost list and outside lists; a
	                    paragraph or code within an item is one deeper than
	                    the item */
	uint8_t part;    /* enum block_part */
	bool quoted;     /* stands in a block quote */
	bool listed;     /* is the name of a link in a programme's list */
	bool among;      /* stands among talks, and belongs to none */
};

/* How programmes know a talk; NULL where they do not say. */
struct identity {
	const char *guid; /* the same in every programme that has the talk */
	const char *id;   /* its number, which another version may change */
	const char *slug; /* a short name, often that of the video's file, too
	                   */
};

/* What few talks have; each may be NULL. */
struct talk_more {
	const char *folded; /* title and speakers as they are searched: a line
	                          each, folded, speakers parted by ", ".  NULL:
	                          that is still to be made */
	const char *day_above; /* what stands above the talk and tells its day:
	                          no part of its key, nor of what joins it; load
	                          makes it the day of a talk without one */
	const char *language;  /* as the document says it */
	const struct identity *identity;
	const char *path; /* of its document; NULL: that of its source */
};

/* One talk: as small as can be, since documents have many. */
struct talk {
	const char *title;           /* never NULL; may be empty */
	const char *const *speakers; /* nspeakers of them */
	const char *url;             /* the video, or NULL */
	const char *key;             /* marks are kept under it; see talk_key */
	const char *own_key;    /* its key if an earlier talk has `key` already;
	                           NULL if `missing` */
	const char *conference; /* its name; NULL if not known */
	const char *id;         /* the command line prints and takes it */
	const char *day;        /* as the document says it, or NULL */
	const char *room;       /* likewise */
	const char *start; /* "10:00", at the conference's place, or NULL */
	const struct talk_more *more; /* see notes_more(); or NULL */
	struct body *body; /* notes and links, see source/body.h; NULL: none but
	                      the URL */
	uint32_t track;    /* index into notes.tracks */
	uint32_t source;   /* index into notes.sources */
	uint32_t line : 30; /* line of the heading or item, from 1 */
	bool missing : 1;   /* in no document: only its marks are left */
	bool pause : 1;     /* a break, of which its track tells: see pauses.h */
	uint16_t nspeakers; /* see notes_count_speakers() */
	uint16_t minutes;   /* how long it takes; 0: not known */
};

/* Returns how many of `n` speakers a talk has: no more than can be counted. */
static inline uint16_t
notes_count_speakers(size_t n)
{
	return n < UINT16_MAX ? (uint16_t)n : UINT16_MAX;
}

/* Returns what a talk has besides, if anything; never NULL. */
static inline const struct talk_more *
notes_more(const struct talk *talk)
{
	static const struct talk_more none;

	return talk->more ? talk->more : &none;
}

/* One track, a microconference; its talks are in programme order. */
struct track {
	const char *name;
	const uint32_t *talks;      /* indices into notes.talks */
	const struct block *blocks; /* text that belongs to no talk */
	uint32_t ntalks;
	uint32_t nblocks;
	uint32_t source;
	uint32_t line; /* 0 where the track has no heading of its own */
};

/* What captions are that were opened. */
enum source_captions {
	CAPTIONS_NONE,    /* the document is none, or there are no others */
	CAPTIONS_OF_TALK, /* the transcript of a talk of another document */
	CAPTIONS_ALONE,   /* a talk of their own, beside others */
};

/*
 * A document and the conference in it: so far each document has one.  Facts
 * about a conference as a whole belong here.
 */
struct source {
	const char *path; /* as given; "-" for standard input */
	const char *name; /* of the conference: front matter, heading or file */
	const char *label; /* with what tells it from others of that name; NULL:
	                      there are none */
	const char *acronym;   /* this and the next four may be NULL */
	const char *version;   /* "1.2", "2026-04-30 18:00" or any words */
	const char *first_day; /* "2026-05-01" */
	const char *last_day;
	const char *zone;   /* of its times, as "Europe/Brussels" */
	const char *origin; /* the URL that gives the document, or NULL */
	const char *joined; /* "222 of 224 joined with Tide Days", or NULL;
	                       this and the next two are for told_text() */
	const char *shape;  /* how it was read: "headings, level 2" */
	const char *why;    /* and why, in lines; "" where there is nothing to
	                      say */
	const struct block *blocks; /* text outside of its tracks */
	uint32_t nblocks;
	uint8_t captions; /* enum source_captions */
	bool lists;       /* it has no talks: those of others refer to it */
};

#define ABOUT_CONFERENCE UINT32_MAX

/*
 * Text that belongs to no talk, told with one: with the first talk of its
 * conference or track or, if its track has none, with the next talk.
 */
struct about {
	const struct block *blocks;
	uint32_t nblocks;
	uint32_t talk;  /* index into notes.talks */
	uint32_t track; /* index into notes.tracks, or ABOUT_CONFERENCE */
};

/*
 * What became of a talk of a source that was joined with another one.  The other
 * talk is the one that it was joined with or, of one that is left, the likeliest
 * or the one from which the reader parted it.
 */
struct joined {
	uint32_t source;
	uint32_t talk;         /* that tells of it: joined, or still alone;
	                          index into notes.talks */
	const char *title;     /* there */
	const char *day;       /* likewise; NULL: not known */
	const char *key;       /* likewise */
	const char *other;     /* title of the other talk, or NULL */
	const char *other_key; /* and its key in its source, */
	const char *other_day; /* and its day; NULL: not known */
	const char *why;       /* "same title"; NULL: it is left */
	uint8_t doubt;         /* 0: settled, or as good; 255: left */
	bool parted;           /* by the reader */
};

/* A flaw of a document, for its author to mend; or what was left aside. */
struct warning {
	uint32_t source;
	uint32_t line;
	const char *text; /* "no speaker", "contents"; for told_text() */
	const char *path; /* of the document; NULL: that of the source */
	uint32_t lines;   /* left aside, from `line` on; 0: it is a flaw */
};

/* All documents given, in order; freed with notes_free(). */
struct notes {
	struct arena *arena; /* owns everything below */
	const char *name;    /* for the title bar */
	const char *shape;   /* of the only source, in English */
	const struct source *sources;
	const struct track *tracks;
	struct talk *talks; /* in document order; only their keys change, see
	                       marks_take_over() */
	const struct about *abouts;     /* in the order of their talks */
	const struct warning *warnings; /* if they were asked for */
	const struct joined *joined;
	const struct moves_talk *moves; /* see moves_list(); or NULL, as is */
	const struct moves_talk *moves_before; /* that of those replaced */
	const char *const *left_out; /* members of folders that could not be
	                                   read: "a/b.md: empty file" */
	uint32_t nsources;
	uint32_t nconferences; /* sources that were not joined with another */
	uint32_t ntracks;
	uint32_t ntalks;
	uint32_t nabouts;
	uint32_t nwarnings;
	uint32_t njoined;
	uint32_t nleft_out;
	uint32_t nbroken; /* the first of them; the others are no documents */
	bool part; /* the documents have more: see `first` of the options */
};

/* Frees the notes; NULL is allowed. */
void notes_free(struct notes *notes);

/*
 * Finds a talk by its id, key or URL, or else by a prefix of its id: 4
 * characters or more, case-sensitive and unique.  Returns NULL if there is
 * none.
 */
const struct talk *notes_find(const struct notes *notes, const char *id);

/*
 * Returns what is said of a track: its own text or, if it is only named after
 * its conference, that one's.
 */
struct notes_text {
	const struct block *block;
	uint32_t n;
};
struct notes_text
notes_track_text(const struct notes *notes, const struct track *track);

/* Returns the texts that are told with a talk, in the order of the document. */
struct notes_abouts {
	const struct about *about;
	uint32_t n;
};
struct notes_abouts
notes_abouts(const struct notes *notes, const struct talk *talk);

/* Returns the path of the document that a talk stands in. */
const char *notes_path(const struct notes *notes, const struct talk *talk);

/*
 * Returns what a source is called where what became of it is told: its name, or
 * its file's if another source, as a version of it, has that name.
 */
const char *notes_source_name(const struct notes *notes, uint32_t source);

/* Returns what a conference is called among those that are open. */
const char *notes_label(const struct notes *notes, uint32_t source);

/*
 * Returns the speakers as one line, "A, B", to be freed; "" if there are none.
 */
char *notes_speakers(const struct talk *talk);

/* Whether a talk leads to a video. */
bool notes_has_video(const struct talk *talk);

/*
 * Whether a talk is at another time, or in another room, than it was; what one
 * of them does not say has not changed.
 */
bool notes_has_moved(const struct talk *now, const struct talk *was);

#endif
