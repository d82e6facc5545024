/*
 * Text: the one place that knows Unicode (and the one door to libunistring).
 * All text above this file is valid UTF-8 that passed text_clean().  Lengths
 * and offsets are in bytes, widths in terminal columns.
 */
#ifndef LECTERN_TEXT_H
#define LECTERN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * Makes hostile bytes safe: drops a leading BOM, turns CRLF and CR into LF,
 * invalid UTF-8 into U+FFFD (one per maximal subpart), and removes NUL, C0
 * but tab and LF, DEL, C1, bidi controls, and what is not seen: soft hyphens,
 * fillers, tags and their kin, but no joiners and variation selectors.  Returns a
 * NUL-terminated copy owned by the arena; its length goes to `*out_len` unless
 * that is NULL.
 */
char *
text_clean(struct arena *arena, const char *s, size_t len, size_t *out_len);

/*
 * Makes a name or a message of one line safe to print, in place: `?` stands for
 * each code point that text_clean() would remove, for tab and line feed, and for
 * each byte that is no UTF-8.
 */
void text_mask(char *s);

/*
 * Digits, letters, both, and signs of ASCII, and small letters, whatever the
 * locale says; in full, for scans ask it of many bytes.
 */
static inline bool
text_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
text_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
text_ascii_word(char c)
{
	return text_ascii_letter(c) || text_ascii_digit(c);
}

static inline bool
text_ascii_punct(char c)
{
	return c > ' ' && c < 0x7F && !text_ascii_word(c);
}

static inline char
text_ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/*
 * Whether `len` bytes, or those up to a NUL in both, are the same but for the
 * case of letters of ASCII: the C library is of another mind in Turkish.
 */
bool text_ascii_same(const char *a, const char *b, size_t len);

/* Space, tab and line feed: what parts words and lines. */
static inline bool
text_ascii_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Whether all bytes are ASCII. */
bool text_is_ascii(const char *s, size_t len);

/* Whether `len` bytes at `s` are just what text_clean() would return. */
bool text_is_clean(const char *s, size_t len);

/*
 * The bytes of the first grapheme cluster (UAX #29, extended) of the `len`
 * bytes at `s`; 0 only where `len` is 0.
 */
size_t text_next(const char *s, size_t len);

/* The bytes of the last grapheme cluster; 0 only where `len` is 0. */
size_t text_prev(const char *s, size_t len);

/*
 * The columns that the `len` bytes at `s` take on a terminal: the sum of
 * wcwidth() over the characters, as ncurses counts; a character unknown to
 * the C library counts 1, for draw shows U+FFFD in its place.  A tab counts 1.
 * Needs a UTF-8 LC_CTYPE.
 */
int text_width(const char *s, size_t len);

/*
 * The longest prefix, in bytes, of whole clusters no wider than `columns`;
 * its width goes to `*width` unless that is NULL.
 */
size_t text_fit(const char *s, size_t len, int columns, int *width);

/*
 * Breaks a line: returns the bytes of `s` to show on a row of `columns`
 * (at least 1), broken after a blank where there is one, otherwise between
 * clusters (CJK may break between ideographs, a URL after a slash), and at
 * least one cluster.  Trailing blanks of the row count in the return value
 * but not in `*shown`, the bytes to draw.
 */
size_t text_wrap(const char *s, size_t len, int columns, size_t *shown);

/*
 * Folds for search: NFKD, full case fold, marks dropped, letters that do not
 * decompose spelled in ASCII, typographic quotes and dashes in ASCII.
 * The fold of a string is the concatenation of the folds of its code points.
 * Returns a NUL-terminated string owned by the arena.
 */
char *
text_fold(struct arena *arena, const char *s, size_t len, size_t *out_len);

/* As text_fold(), but capitals stay capitals: "Ørsted" becomes "Orsted". */
char *
text_strip(struct arena *arena, const char *s, size_t len, size_t *out_len);

/*
 * As text_fold() or (strip) text_strip(), and says where each byte came from:
 * (*map)[i] is the offset in `s` of the code point that gave byte i, and
 * (*map)[*out_len] is `len`.  The map is owned by the arena.
 */
char *text_fold_map(struct arena *arena, const char *s, size_t len, bool strip,
    size_t *out_len, uint32_t **map);

/* Whether a word begins or ends at byte `at` of the `len` bytes at `s`. */
bool text_starts_word(const char *s, size_t len, size_t at);
bool text_ends_word(const char *s, size_t len, size_t at);

/* Decodes one code point of valid UTF-8 and returns its bytes (1 to 4). */
size_t text_decode(const char *s, size_t len, uint32_t *code);

#define TEXT_CODE_BYTES 4 /* of a code point, at most */

/* Encodes a code point and returns its bytes; 0: there is no such character. */
size_t text_encode(uint32_t code, char s[TEXT_CODE_BYTES]);

/* Whether the code point is an upper-case letter (general category Lu, Lt). */
bool text_is_upper(uint32_t code);

/* Whether the code point is a letter; whether it is a letter or a digit. */
bool text_is_letter(uint32_t code);
bool text_is_word(uint32_t code);

/*
 * Copies with runs of blanks (space, tab, LF, U+00A0, U+3000) collapsed to one
 * space and none at the ends; NUL-terminated, owned by the arena.
 */
char *text_squeeze(struct arena *arena, const char *s, size_t len);

/* Copies in small letters, in NFKC; NUL-terminated, owned by the arena. */
char *text_lower(struct arena *arena, const char *s, size_t len);

/* Whether the terminal can show the code point (wcwidth() is not negative). */
bool text_is_shown(uint32_t code);

#endif
