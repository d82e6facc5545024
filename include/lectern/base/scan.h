/*
 * Looks at all bytes of a text, 32 at a time where the processor has AVX2.
 */
#ifndef LECTERN_SCAN_H
#define LECTERN_SCAN_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set of bytes of ASCII. */
struct scan_set {
	/* For each low half, the high ones that it has in the set, as bits. */
	unsigned char low[16];
	bool has[UCHAR_MAX + 1];
};

/*
 * The set that a macro lists: LIST(PUT, n) is PUT('[', n) PUT(']', n) and so on,
 * one after the other.
 */
#define SCAN_SET(LIST) \
	{ \
		{SCAN_LOW(LIST, 0x0), SCAN_LOW(LIST, 0x1), \
		    SCAN_LOW(LIST, 0x2), SCAN_LOW(LIST, 0x3), \
		    SCAN_LOW(LIST, 0x4), SCAN_LOW(LIST, 0x5), \
		    SCAN_LOW(LIST, 0x6), SCAN_LOW(LIST, 0x7), \
		    SCAN_LOW(LIST, 0x8), SCAN_LOW(LIST, 0x9), \
		    SCAN_LOW(LIST, 0xA), SCAN_LOW(LIST, 0xB), \
		    SCAN_LOW(LIST, 0xC), SCAN_LOW(LIST, 0xD), \
		    SCAN_LOW(LIST, 0xE), SCAN_LOW(LIST, 0xF)}, \
		{ \
			LIST(SCAN_HAS, 0) \
		} \
	}
#define SCAN_LOW(LIST, n) (0 LIST(SCAN_BIT, n))
#define SCAN_BIT(c, n)    | ((c) % 16 == (n) ? 1 << (c) / 16 : 0)
#define SCAN_HAS(c, n)    [c] = true,

/* All control characters of ASCII but DEL, for such a list. */
#define SCAN_CONTROLS(PUT, n) \
	SCAN_FOUR(PUT, n, 0) \
	SCAN_FOUR(PUT, n, 4) \
	SCAN_FOUR(PUT, n, 8) \
	SCAN_FOUR(PUT, n, 12) \
	SCAN_FOUR(PUT, n, 16) \
	SCAN_FOUR(PUT, n, 20) \
	SCAN_FOUR(PUT, n, 24) SCAN_FOUR(PUT, n, 28)
#define SCAN_FOUR(PUT, n, c) \
	PUT((c), n) PUT((c) + 1, n) PUT((c) + 2, n) PUT((c) + 3, n)

/* All letters of ASCII. */
#define SCAN_LETTERS(PUT, n) SCAN_CASE(PUT, n, 'a') SCAN_CASE(PUT, n, 'A')
#define SCAN_CASE(PUT, n, a) \
	SCAN_FOUR(PUT, n, a) \
	SCAN_FOUR(PUT, n, (a) + 4) \
	SCAN_FOUR(PUT, n, (a) + 8) \
	SCAN_FOUR(PUT, n, (a) + 12) \
	SCAN_FOUR(PUT, n, (a) + 16) \
	SCAN_FOUR(PUT, n, (a) + 20) PUT((a) + 24, n) PUT((a) + 25, n)

/*
 * Returns where from `i` on the first byte stands that is in the set; `len`
 * where there is none.
 */
size_t
scan_until(const struct scan_set *set, const char *s, size_t len, size_t i);

#define SCAN_MOST 64 /* bytes at a time */

/*
 * Returns which of the `len` bytes (up to SCAN_MOST) are in the set, as bits, the
 * lowest for the first.
 */
uint64_t scan_bits(const struct scan_set *set, const char *s, size_t len);

/* Returns where the first byte stands that is not ASCII; `len`: there is none. */
size_t scan_ascii(const char *s, size_t len);

/*
 * Returns where the first byte stands that is not ASCII, or a control other than
 * tab and line feed; `len` where there is none.
 */
size_t scan_printed(const char *s, size_t len);

/* What the bytes of a text are. */
enum scan_words {
	SCAN_OTHER,   /* more than the below */
	SCAN_WORDS,   /* ASCII without controls or two blanks side by side */
	SCAN_POINTED, /* the same, with a point or colon */
};

/* Tells what all of the `len` bytes are. */
enum scan_words scan_words(const char *s, size_t len);

/* The same on processors of any kind. */
size_t scan_until_portable(
    const struct scan_set *set, const char *s, size_t len, size_t i);
uint64_t
scan_bits_portable(const struct scan_set *set, const char *s, size_t len);
size_t scan_ascii_portable(const char *s, size_t len);
size_t scan_printed_portable(const char *s, size_t len);
enum scan_words scan_words_portable(const char *s, size_t len);

#endif
