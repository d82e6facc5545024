/*
 * What a terminal sends, byte by byte, made into keys, pastes and the mouse.
 * Knows no terminal and no time: it is told when nothing more came.
 *
 * Understood are the sequences of xterm and its kin, of the Linux console and
 * rxvt, of Kitty's protocol (CSI code;modifiers u) and of xterm's
 * modifyOtherKeys (CSI 27;modifiers;code ~).  Others, and what is cut off, are
 * read to their end and mean nothing (ECMA-48, sections 5.4 and 5.6).
 */
#ifndef LECTERN_DECODE_H
#define LECTERN_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/ui/key.h"

#define DECODE_BYTES 16 /* of a sequence that is compared with known ones */

#define DECODE_TEXT 32 /* of a string, its end included */

/* A key of one terminal that sends what no other does. */
struct decode_known {
	char bytes[DECODE_BYTES]; /* NUL-terminated */
	const char *name;
};

enum decode_state {
	DECODE_GROUND,
	DECODE_UTF8,
	DECODE_ESCAPE,
	DECODE_SS3,
	DECODE_CSI,
	DECODE_CONSOLE, /* after CSI [ */
	DECODE_X10,     /* after CSI M: three bytes follow */
	DECODE_STRING,  /* OSC, DCS, APC, PM, SOS */
	DECODE_STRING_ESCAPE,
};

/* Where decoding stands; zeroed at first. */
struct decoder {
	const struct decode_known *known; /* nknown of them, borrowed */
	size_t nknown;
	enum decode_state state;
	unsigned char seq[DECODE_BYTES]; /* the first bytes since GROUND */
	size_t len;                      /* of all, seen or not */
	bool alt;                        /* an Esc stands before it */
	bool strange;                    /* parts that no key has */
	char text[DECODE_TEXT];          /* of a string */
	size_t ntext;
	char prefix;               /* one of <=>? or 0 */
	unsigned param[4], sub[4]; /* numbers, and those after a colon */
	size_t nparam, nsub;
};

/* What was decoded. */
enum decode_kind {
	DECODE_NOTHING, /* more is wanted, or what came has no meaning */
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

/* What ends a paste.  Until then its bytes are not for the decoder. */
#define DECODE_PASTE_END "\033[201~"

/* Takes the next byte, and fills `out` if it completes something. */
enum decode_kind
decode_byte(struct decoder *decoder, unsigned char byte, struct decoded *out);

/*
 * Nothing came for as long as decode_wait() said: an Esc was Esc, what is cut
 * off is forgotten.  May have to be called again, see there.
 */
enum decode_kind decode_idle(struct decoder *decoder, struct decoded *out);

/*
 * Milliseconds to wait for the next byte before decode_idle(); -1: nothing is
 * under way.  After a lone Esc that is `escape`; after Esc and another byte
 * longer, for nobody types that.
 */
int decode_wait(const struct decoder *decoder, int escape);

#endif
