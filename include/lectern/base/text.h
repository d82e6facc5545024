/*
 * Text: the one place that knows Unicode (and the one door to libunistring).
 * All text above this file is valid UTF-8 that passed text_clean().  Lengths
 * and offsets are in bytes, widths in terminal columns.
 */
#ifndef LECTERN_TEXT_H
#define LECTERN_TEXT_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/*
 * Makes hostile bytes safe: drops a leading BOM, turns CRLF and CR into LF,
 * invalid UTF-8 into U+FFFD (one per maximal subpart), vertical tabs, form feeds
 * and other ends of lines into blanks, and removes NUL, other C0 but tab and LF,
 * DEL, C1, bidi controls, and characters that are never seen, such as soft hyphens,
 * fillers and tags; joiners and variation selectors stay.
 * Returns a NUL-terminated copy owned by the arena; its length goes to
 * `*out_len` (may be NULL).
 */
char *
text_clean(struct arena *arena, const char *s, size_t len, size_t *out_len);

/*
 * The same in place, for `len` bytes of valid UTF-8, which become no more.
 * Returns how many they are then; puts no NUL behind them.
 */
size_t text_clean_here(char *s, size_t len);

/*
 * Makes a name or one-line message safe to print, in place: writes `?` for each
 * code point that text_clean() would remove, for tabs and line feeds, and for
 * each byte that is no valid UTF-8.
 */
void text_mask(char *s);

/*
 * ASCII alone, whatever the locale says: digits, letters, both, punctuation,
 * and letters made small.  Inline, since loops ask them of many bytes.
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

/* Returns the value of a hexadecimal digit, -1 if it is none. */
static inline int
text_ascii_hex(char c)
{
	char low = (char)(c | 0x20);

	return text_ascii_digit(c)     ? c - '0'
	    : low >= 'a' && low <= 'f' ? low - 'a' + 10
				       : -1;
}

/* Whether a byte is of a word: those of all characters beyond ASCII are. */
static inline bool
text_word_byte(char c)
{
	return text_ascii_word(c) || (unsigned char)c >= 0x80;
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
 * Whether `len` bytes, or all up to a NUL in both, are the same but for the
 * case of ASCII letters.  (The C library differs in a Turkish locale.)
 */
bool text_ascii_same(const char *a, const char *b, size_t len);

/* The bytes of the first line of `len` bytes, without its line feed, or with it. */
static inline size_t
text_line(const char *s, size_t len)
{
	const char *lf = memchr(s, '\n', len);

	return lf ? (size_t)(lf - s) : len;
}

/* The end of the line at `s`, before its line feed; `end`: it is the last one. */
static inline const char *
text_line_end(const char *s, const char *end)
{
	return s + text_line(s, (size_t)(end - s));
}

/* The end of the text from `s` on without the blanks that it ends in. */
static inline const char *
text_words_end(const char *s, const char *end)
{
	while (end > s && strchr(" \t\r", end[-1]))
		end--;
	return end;
}

static inline size_t
text_line_whole(const char *s, size_t len)
{
	size_t n = text_line(s, len);

	return n < len ? n + 1 : len;
}

/* Whether a byte is one of the signs, of which NUL is none. */
static inline bool
text_ascii_any(char c, const char *signs)
{
	return c != '\0' && strchr(signs, c) != NULL;
}

/* Space, tab and line feed. */
static inline bool
text_ascii_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Returns how many spaces and tabs the `len` bytes at `s` begin with. */
static inline size_t
text_blanks(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (s[n] == ' ' || s[n] == '\t'))
		n++;
	return n;
}

/* Returns how many spaces the `len` bytes at `s` begin with. */
static inline size_t
text_spaces(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] == ' ')
		n++;
	return n;
}

/*
 * The bytes of the blank that the `len` (1 or more) bytes at `s` begin with:
 * space, tab, LF, U+00A0, U+3000, or one of print, U+2000 to U+200A ("&emsp;"),
 * U+202F, U+205F; 0: there is none.
 */
static inline size_t
text_blank(const char *s, size_t len)
{
	if (text_ascii_blank(*s))
		return 1;
	if (len >= 2 && s[0] == '\xC2' && s[1] == '\xA0')
		return 2;
	if (len < 3 || (s[0] != '\xE2' && s[0] != '\xE3'))
		return 0;
	if (s[0] == '\xE3')
		return s[1] == '\x80' && s[2] == '\x80' ? 3 : 0;
	return (s[1] == '\x80' &&
		   ((unsigned char)s[2] <= 0x8A || s[2] == '\xAF')) ||
		(s[1] == '\x81' && s[2] == '\x9F')
	    ? 3
	    : 0;
}

/*
 * Returns how many of the `len` bytes at `s` are within `most`, without a part
 * of a character.
 */
size_t text_within(const char *s, size_t len, size_t most);

/* Whether all bytes are ASCII. */
bool text_is_ascii(const char *s, size_t len);

/* Whether text_clean() would return the `len` bytes at `s` unchanged. */
bool text_is_clean(const char *s, size_t len);

/*
 * Returns the size in bytes of the first grapheme cluster (UAX #29, extended)
 * of the `len` bytes at `s`; 0 only if `len` is 0.
 */
size_t text_next(const char *s, size_t len);

/*
 * Returns the size in bytes of the last grapheme cluster; 0 only if `len` is 0.
 */
size_t text_prev(const char *s, size_t len);

/*
 * Returns the columns that the `len` bytes at `s` take on a terminal: the sum
 * of wcwidth() over the characters, as ncurses counts.  A character that the C
 * library does not know counts 1, since U+FFFD is drawn in its place.  A tab
 * counts 1.  Needs a UTF-8 LC_CTYPE.
 */
int text_width(const char *s, size_t len);

/*
 * Returns the length in bytes of the longest prefix of whole clusters that is
 * no wider than `columns`; its width goes to `*width` (may be NULL).
 */
size_t text_fit(const char *s, size_t len, int columns, int *width);

/*
 * Breaks a line: returns how many bytes of `s` go on a row of `columns` (at
 * least 1), at least one cluster.  Breaks at the last place that UAX #14 allows
 * (after a blank, between ideographs, in a URL after a slash), else between
 * clusters.  Trailing blanks count in the return value but not in `*shown`, the
 * bytes to draw.
 */
size_t text_wrap(const char *s, size_t len, int columns, size_t *shown);

/*
 * Folds text for search: NFKD, full case fold, marks dropped; letters that do
 * not decompose, typographic quotes and dashes become ASCII.  The fold of a
 * string is the folds of its code points, one after the other.  Returns a
 * NUL-terminated string owned by the arena.
 */
char *
text_fold(struct arena *arena, const char *s, size_t len, size_t *out_len);

/* As text_fold(), but capitals stay capitals: "Ørsted" becomes "Orsted". */
char *
text_strip(struct arena *arena, const char *s, size_t len, size_t *out_len);

/*
 * As text_fold() or, with `strip`, text_strip(); also says where each byte came
 * from: (*map)[i] is the offset in `s` of the code point that gave byte i, and
 * (*map)[*out_len] is `len`.  The map is owned by the arena.
 */
char *text_fold_map(struct arena *arena, const char *s, size_t len, bool strip,
    size_t *out_len, uint32_t **map);

/* Whether a word begins or ends at byte `at` of the `len` bytes at `s`. */
bool text_starts_word(const char *s, size_t len, size_t at);
bool text_ends_word(const char *s, size_t len, size_t at);

/* Decodes one code point of valid UTF-8 and returns its bytes (1 to 4). */
size_t text_decode(const char *s, size_t len, uint32_t *code);

#define TEXT_CODE_BYTES 4 /* the most that a code point takes */

/*
 * Encodes a code point and returns its bytes; 0 if there is no such character.
 */
size_t text_encode(uint32_t code, char s[TEXT_CODE_BYTES]);

/* Whether the code point is an upper-case letter (general category Lu, Lt). */
bool text_is_upper(uint32_t code);

/* Returns the small letter of a capital; other code points as they are. */
uint32_t text_small(uint32_t code);

/* Whether the code point is a letter; whether it is a letter or a digit. */
bool text_is_letter(uint32_t code);
bool text_is_word(uint32_t code);

/* More than a person writes in a line, a cell or a description; in bytes. */
#define TEXT_MOST ((size_t)1 << 18)

/* Returns how many of `len` bytes to keep: at most `most`, whole characters. */
static inline size_t
text_bound(const char *s, size_t len, size_t most)
{
	if (len <= most)
		return len;
	while (most > 0 && ((unsigned char)s[most] & 0xC0) == 0x80)
		most--;
	return most;
}

/*
 * Returns a copy with each run of blanks (see text_blank())
 * collapsed to one space and no blanks at the ends; NUL-terminated, owned by
 * the arena.
 */
char *text_squeeze(struct arena *arena, const char *s, size_t len);

/* Whether text_squeeze() surely leaves the text as it is. */
bool text_is_squeezed(const char *s, size_t len);

/*
 * Returns a copy in small letters and NFKC; NUL-terminated, owned by the arena.
 */
char *text_lower(struct arena *arena, const char *s, size_t len);

/* Whether the terminal can show the code point (wcwidth() is not negative). */
bool text_is_shown(uint32_t code);

#endif
