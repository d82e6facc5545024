#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "ui/decode.h"

#define ESCAPE 100

/* Appends what was decoded to `told`: keys' names, parted by blanks. */
static void
tell(char *told, enum decode_kind kind, const struct decoded *out)
{
	size_t len = strlen(told);
	const char *gap = len > 0 ? " " : "";

	if (kind == DECODE_KEY) {
		assert_true(key_is_name(out->key));
		sprintf(told + len, "%s%s", gap, out->key);
	} else if (kind == DECODE_PASTE) {
		sprintf(told + len, "%spaste", gap);
	} else if (kind == DECODE_MOUSE) {
		sprintf(told + len, "%smouse:%d:%d:%d", gap, out->button,
		    out->y, out->x);
	}
}

/* Decodes all bytes, and then that nothing more comes. */
static const char *
decode_all(struct decoder *decoder, const char *bytes, size_t len)
{
	static char told[65536];
	struct decoded out;

	told[0] = '\0';
	for (size_t i = 0; i < len; i++)
		tell(told, decode_byte(decoder, (unsigned char)bytes[i], &out),
		    &out);
	for (int i = 0; decode_wait(decoder, ESCAPE) >= 0; i++) {
		assert_true(i < 3);
		tell(told, decode_idle(decoder, &out), &out);
	}
	return told;
}

static const char *
decode(const char *bytes)
{
	struct decoder decoder = {0};

	return decode_all(&decoder, bytes, strlen(bytes));
}

static void
keys_are_named(void **state)
{
	static const struct {
		const char *bytes, *keys;
	} cases[] = {
	    {"ab", "a b"},
	    {" \t\r\n\b\177", "Space Tab Enter Enter Backspace Backspace"},
	    {"\001\032\037", "^A ^Z ^_"},
	    {"ö植\xF0\x9F\x8E\xB6", "ö 植 \xF0\x9F\x8E\xB6"},
	    {"\033", "Esc"},
	    {"\033[A\033OB\033[C\033OD", "Up Down Right Left"},
	    {"\033[1;2A\033[1;3B\033[1;5C\033[1;8D",
		"S-Up M-Down C-Right C-M-S-Left"},
	    {"\033[a\033Ob", "S-Up C-Down"},
	    {"\033[Z\033[H\033OF\033[1~\033[7~\033[4~\033[8~",
		"S-Tab Home End Home Home End End"},
	    {"\033[2~\033[3~\033[5~\033[6~", "Insert Delete PgUp PgDn"},
	    {"\033[3;5~\033[3^\033[3$\033[3@",
		"C-Delete C-Delete S-Delete C-S-Delete"},
	    {"\033OP\033[11~\033[[B\033[15~\033[24;2~", "F1 F1 F2 F5 S-F12"},
	    {"\033OM\033Oj\033Oy\033OX", "Enter * 9 ="},
	    {"\033f\033ö\033\001\033\r", "M-f M-ö M-^A M-Enter"},
	    {"\033\033[A", "M-Up"},
	    {"\033\033", "Esc Esc"},
	    {"\033\033\033\033", "Esc Esc Esc Esc"},
	    {"\x9B"
	     "A\x8F"
	     "B\x8E\rj",
		"Up Down Enter j"},
	    {"\033[200~", "paste"},
	    /* Modifiers of locks are none. */
	    {"\033[1;65A\033[97;129u", "Up a"},
	    /* Kitty's and xterm's ways to tell all keys. */
	    {"\033[99;5u\033[27;5;99~\033[97u\033[97;2u\033[97;3u",
		"^C ^C a A M-a"},
	    {"\033[27u\033[13u\033[9;2u\033[127;1u\033[32;2u",
		"Esc Enter S-Tab Backspace Space"},
	    {"\033[27;5;9~\033[13;5u\033[32;5u\033[91;5u",
		"C-Tab C-Enter ^@ Esc"},
	    {"\033[246u\033[97:65;2u\033[97;1:1u", "ö A a"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(decode(cases[i].bytes), cases[i].keys);
}

static void
mouse_is_read(void **state)
{
	(void)state;
	assert_string_equal(decode("\033[<0;5;7M"), "mouse:0:6:4");
	assert_string_equal(decode("\033[<65;1;1M"), "mouse:65:0:0");
	assert_string_equal(decode("\033[M !!"), "mouse:0:0:0");
	assert_string_equal(decode("\033[M`&%"), "mouse:64:4:5");
	/* Buttons that go up, and moves. */
	assert_string_equal(decode("\033[<0;5;7m\033[<35;5;7M\033[M#!!"), "");
	assert_string_equal(decode("\033[<0;5M\033[<0;0;0M"), "");
}

/* Sequences that lectern has no use for. */
static const struct {
	const char *bytes;
	size_t len;
} unknown[] = {
#define SEQUENCE(s) \
	{ \
		s, sizeof(s) - 1 \
	}
    SEQUENCE("\033[?1;2c"),
    SEQUENCE("\033[>41;351;0c"),
    SEQUENCE("\033[24;80R"),
    SEQUENCE("\033[2;5R"),
    SEQUENCE("\033[97;1:3:1u"),
    SEQUENCE("\033[0n"),
    SEQUENCE("\033[?2026;2$y"),
    SEQUENCE("\033[8;24;80t"),
    SEQUENCE("\033[I"),
    SEQUENCE("\033[O"),
    SEQUENCE("\033[99~"),
    SEQUENCE("\033[1;2;3;4;5;6;7;8;9~"),
    SEQUENCE("\033[99999999999999999999~"),
    SEQUENCE("\033[1;9A"),
    SEQUENCE("\033[99;9u"),
    SEQUENCE("\033[97;1:3u"),
    SEQUENCE("\033[57441;2u"),
    SEQUENCE("\033[55296u"),
    SEQUENCE("\033[128u"),
    SEQUENCE("\033[8238u"),
    SEQUENCE("\033[49;5u"),
    SEQUENCE("\033[u"),
    SEQUENCE("\033[1 q"),
    SEQUENCE("\033[!p"),
    SEQUENCE("\033[1\177b"),
    SEQUENCE("\033[<0;5;7m"),
    SEQUENCE("\033[M#!!"),
    SEQUENCE("\033[M#\xE9\xFA"),
    SEQUENCE("\033[[Z"),
    SEQUENCE("\033O\177"),
    SEQUENCE("\033Oz"),
    SEQUENCE("\033]11;rgb:2828/2c2c/3434\007"),
    SEQUENCE("\033]11;rgb:2828/2c2c/3434\033\\"),
    SEQUENCE("\033]10;rgb:ff/ff/ff\xC2\x9C"),
    SEQUENCE("\033]52;c;Ym9va21hcms=\033\\"),
    SEQUENCE("\033]lbookmark\033\\"),
    SEQUENCE("\033P1+r544e=787465\033\\"),
    SEQUENCE("\033P>|XTerm(379)\033\\"),
    SEQUENCE("\033P!|00000000\033\\"),
    SEQUENCE("\033_Gi=31;OK\033\\"),
    SEQUENCE("\033^private b\033\\"),
    SEQUENCE("\033Xstart of b\033\\"),
    SEQUENCE("\xC2\x9B"
	     "99~"),
    SEQUENCE("\xC2\x9D"
	     "11;b\007"),
    SEQUENCE("\xC2\x8E"
	     "b"),
    SEQUENCE("\x8E"
	     "b"),
    SEQUENCE("\x90"
	     "1+r544e=b\x9C"),
    SEQUENCE("\x90"
	     "q \xE2\x9C\x9C b\033\\"),
    SEQUENCE("\x98"
	     "b\x9C"),
    SEQUENCE("\x9B"
	     "99~"),
    SEQUENCE("\x9D"
	     "11;b\007"),
    SEQUENCE("\x9D"
	     "lbookmark\xC2\x9C"),
    SEQUENCE("\x9E"
	     "b\x9C"),
    SEQUENCE("\x9F"
	     "Gi=31;b\033\\"),
    SEQUENCE("\033]lbookmark\x9C"),
    SEQUENCE("\xC2\x85"),
    SEQUENCE("\x85"),
    SEQUENCE("\xE2\x80\xAE"),
    SEQUENCE("\xFF\xFE\xC0\x80\xED\xA0\x80"),
#undef SEQUENCE
};

/* What a piece may be: Esc typed, or a character with Alt. */
static bool
is_harmless(const char *told, size_t len)
{
	if (len == 1)
		return strcmp(told, "Esc") == 0;
	return strncmp(told, "M-", 2) == 0 && strlen(told) == 3;
}

static void
unknown_sequences_and_their_pieces_are_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(unknown) / sizeof(*unknown); i++) {
		struct decoder decoder = {0};
		const char *s = unknown[i].bytes;

		assert_string_equal(
		    decode_all(&decoder, s, unknown[i].len), "");
		for (size_t n = 1; n < unknown[i].len; n++) {
			const char *told = decode_all(&decoder, s, n);

			if (*told && !is_harmless(told, n))
				fail_msg("case %zu cut at %zu: %s", i, n, told);
			/* And what comes next is itself again. */
			assert_string_equal(decode_all(&decoder, "j", 1), "j");
		}
	}
}

/* The rest of one is lost, and the next comes at once. */
static void
what_is_cut_by_another_sequence_is_nothing(void **state)
{
	char s[128];

	(void)state;
	for (size_t i = 0; i < sizeof(unknown) / sizeof(*unknown); i++) {
		for (size_t n = 2; n < unknown[i].len; n++) {
			struct decoder decoder = {0};
			size_t len;

			memcpy(s, unknown[i].bytes, n);
			memcpy(s + n, "\033[A", 3);
			if (unknown[i].bytes[n - 1] == '\033')
				continue;
			assert_string_equal(
			    decode_all(&decoder, s, n + 3), "Up");
			for (size_t k = 0;
			     k < sizeof(unknown) / sizeof(*unknown); k++) {
				if (unknown[k].bytes[0] != '\033')
					continue;
				len = unknown[k].len;
				memcpy(s + n, unknown[k].bytes, len);
				assert_string_equal(
				    decode_all(&decoder, s, n + len), "");
			}
		}
	}
}

/* Whatever stands in a string of the terminal, it is no key. */
static void
random_strings_are_nothing(void **state)
{
	static const char starts[][3] = {
	    "\033]", "\033P", "\033_", "\033^", "\033X"};
	struct decoder decoder = {0};
	uint32_t random = 1;

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(20000); round++) {
		char s[64];
		size_t len = 2;

		memcpy(s, starts[round % 5], 2);
		for (int n = round % 40; n >= 0; n--) {
			random = random * 1664525 + 1013904223;
			s[len] = (char)(random >> 24);
			/* But for what ends it, or begins another. */
			len += !strchr("\007\030\032\033\x9C", s[len]);
		}
		memcpy(s + len, "\033\\", 2);
		assert_string_equal(decode_all(&decoder, s, len + 2), "");
	}
}

static void
random_bytes_leave_nothing_behind(void **state)
{
	struct decoder decoder = {0};
	uint32_t random = 7;

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(20000); round++) {
		char s[32];

		for (size_t i = 0; i < sizeof(s); i++) {
			random = random * 1664525 + 1013904223;
			s[i] = random & 1 << 20 ? (char)(random >> 24)
						: "\033[O;0<~M"[random >> 29];
		}
		/* Names are checked on the way. */
		decode_all(&decoder, s, sizeof(s));
		assert_string_equal(decode_all(&decoder, "\033[A", 3), "Up");
	}
}

static void
sequences_are_waited_for_longer_than_a_lone_escape(void **state)
{
	struct decoder decoder = {0};
	struct decoded out;

	(void)state;
	assert_int_equal(decode_wait(&decoder, ESCAPE), -1);
	decode_byte(&decoder, 033, &out);
	assert_int_equal(decode_wait(&decoder, ESCAPE), ESCAPE);
	decode_byte(&decoder, '[', &out);
	assert_true(decode_wait(&decoder, ESCAPE) >= 3 * ESCAPE);
	assert_int_equal(decode_wait(&decoder, 10000), 10000);
	assert_int_equal(decode_byte(&decoder, 'A', &out), DECODE_KEY);
	assert_int_equal(decode_wait(&decoder, ESCAPE), -1);
	decode_byte(&decoder, 033, &out);
	decode_byte(&decoder, 'O', &out);
	assert_true(decode_wait(&decoder, ESCAPE) >= 3 * ESCAPE);
}

/* The place in a sequence where the terminal's own ones end counts first. */
static void
known_sequences_are_taken(void **state)
{
	static const struct decode_known known[] = {
	    {"\033[214z", "Home"}, {"\033A", "Up"}};
	struct decoder decoder = {.known = known, .nknown = 2};

	(void)state;
	assert_string_equal(
	    decode_all(&decoder, "\033[214z\033Ak", 9), "Home Up k");
	assert_string_equal(
	    decode_all(&decoder, "\033[224z\033[2~", 10), "Insert");
}

static void
names_of_keys(void **state)
{
	static const char *const names[] = {"a", "ö", "#", "-", "^F", "^@",
	    "Space", "S-Tab", "S-Up", "M-f", "M--", "M-^A", "C-M-S-Left", "F1",
	    "F20", "C-Delete"};
	static const char *const others[] = {"", "ab", "Upp", "F0", "F21",
	    "S-C-Up", "C-f", "S-a", "^a", "^?", "M-", "up", "C-"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!key_is_name(names[i]))
			fail_msg("%s is a key", names[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (key_is_name(others[i]))
			fail_msg("%s is no key", others[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_are_named),
	    cmocka_unit_test(mouse_is_read),
	    cmocka_unit_test(unknown_sequences_and_their_pieces_are_nothing),
	    cmocka_unit_test(what_is_cut_by_another_sequence_is_nothing),
	    cmocka_unit_test(random_strings_are_nothing),
	    cmocka_unit_test(random_bytes_leave_nothing_behind),
	    cmocka_unit_test(
		sequences_are_waited_for_longer_than_a_lone_escape),
	    cmocka_unit_test(known_sequences_are_taken),
	    cmocka_unit_test(names_of_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
