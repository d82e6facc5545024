/*
 * Decodes what a terminal sends, byte by byte, into keys, pastes and the mouse.
 * Knows neither terminal nor time: the caller tells when nothing more came.
 *
 * Understands the sequences of xterm and its kin, the Linux console, rxvt,
 * Kitty's protocol (CSI code;modifiers u) and xterm's modifyOtherKeys (CSI
 * 27;modifiers;code ~).  Reads others, and broken ones, to their end and
 * ignores them (ECMA-48, sections 5.4 and 5.6).
 */
#ifndef LECTERN_DECODE_H
#define LECTERN_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/ui/key.h"

#define DECODE_BYTES 16 /* the most that a known sequence has */

#define DECODE_TEXT 32 /* of a string, its end included */

/* A sequence that only this terminal sends for a key. */
struct decode_known {
	char bytes[DECODE_BYTES]; /* NUL-terminated */
	const char *name;
};

enum decode_state {
	DECODE_GROUND,
	DECODE_UTF8,
	DECODE_ESCAPE,
	DECODE_SS2, /* of another set: one byte follows */
	DECODE_SS3,
	DECODE_CSI,
	DECODE_CONSOLE, /* after CSI [ */
	DECODE_X10,     /* after CSI M: three bytes follow */
	DECODE_STRING,  /* OSC, DCS, APC, PM, SOS */
	DECODE_STRING_ESCAPE,
};

/* The state of decoding; zeroed at first. */
struct decoder {
	const struct decode_known *known; /* nknown of them, borrowed */
	size_t nknown;
	enum decode_state state;
	unsigned char seq[DECODE_BYTES]; /* the first bytes since GROUND */
	size_t len;                      /* of all bytes, kept or not */
	bool alt;                        /* an Esc came before it */
	bool strange;                    /* it has parts that no key has */
	char text[DECODE_TEXT];          /* of a string */
	size_t ntext;
	char prefix;               /* one of <=>? or 0 */
	unsigned param[4], sub[4]; /* numbers, and subparameters */
	size_t nparam, nsub;
};

/* What was decoded. */
enum decode_kind {
	DECODE_NOTHING, /* incomplete, or without meaning */
	DECODE_KEY,
	DECODE_PASTE,  /* a paste begins; see DECODE_PASTE_END */
	DECODE_MOUSE,  /* a button was pressed */
	DECODE_ANSWER, /* a string that the terminal sends when asked */
};

struct decoded {
	char key[KEY_BYTES];
	int button; /* as xterm numbers them: 0 left, 64 and 65 the wheel */
	int y, x;   /* from 0 */
	char text[DECODE_TEXT]; /* of an answer; a longer one is cut */
};

/* Ends a paste.  The caller takes the bytes before it, not the decoder. */
#define DECODE_PASTE_END "\033[201~"

/* Takes the next byte; fills `out` if that completes something. */
enum decode_kind
decode_byte(struct decoder *decoder, unsigned char byte, struct decoded *out);

/*
 * To be called when nothing came for decode_wait() milliseconds: a lone Esc was
 * the key, and an incomplete sequence is dropped.  Ask decode_wait() again
 * afterwards.
 */
enum decode_kind decode_idle(struct decoder *decoder, struct decoded *out);

/*
 * Returns for how many milliseconds to wait for the next byte before
 * decode_idle(); -1: for ever, since nothing is incomplete.  After a lone Esc
 * this is `escape`; after Esc and more it is longer, since nobody types that.
 */
int decode_wait(const struct decoder *decoder, int escape);

#endif
