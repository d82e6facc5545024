#include "ui/decode.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/text.h"

#define SEQUENCE_WAIT 500 /* milliseconds within a sequence */
#define PARAM_MOST    0x110000
#define COUNT(array)  (sizeof(array) / sizeof(*(array)))

#define ESC    033
#define CANCEL 030
#define SUB    032
#define BELL   007
#define DEL    0x7F
#define SS2    0x8E

/* Bits of the number of modifiers, less one. */
enum { SHIFT = 1, ALT = 2, CTRL = 4, LOCKS = 64 | 128 };

#define RELEASED 3 /* Kitty's number for a key that went up */

static void
begin(struct decoder *d, enum decode_state state)
{
	d->state = state;
	d->strange = false;
	d->prefix = '\0';
	d->nparam = 0;
	d->nsub = 0;
	d->ntext = 0;
	memset(d->param, 0, sizeof(d->param));
	memset(d->sub, 0, sizeof(d->sub));
}

static enum decode_kind
drop(struct decoder *d)
{
	begin(d, DECODE_GROUND);
	d->alt = false;
	return DECODE_NOTHING;
}

/* Names */

/* Writes the name with its modifiers, in the order of key.h. */
static enum decode_kind
name_with(const char *name, unsigned held, struct decoded *out)
{
	held &= ~(unsigned)LOCKS;
	if (strncmp(name, "S-", 2) == 0)
		held &= ~(unsigned)SHIFT;
	/* Super and the like belong to the desktop. */
	if (held & ~(unsigned)(SHIFT | ALT | CTRL))
		return DECODE_NOTHING;
	snprintf(out->key, sizeof(out->key), "%s%s%s%s",
	    held & CTRL ? "C-" : "", held & ALT ? "M-" : "",
	    held & SHIFT ? "S-" : "", name);
	return DECODE_KEY;
}

static const struct key *
find_key(bool (*matches)(const struct key *, unsigned), unsigned value)
{
	size_t n;
	const struct key *table = key_table(&n);

	for (size_t i = 0; value && i < n; i++)
		if (matches(&table[i], value))
			return &table[i];
	return NULL;
}

static bool
is_control(const struct key *key, unsigned value)
{
	return (unsigned char)key->control == value;
}

static bool
is_number(const struct key *key, unsigned value)
{
	return key->number == value;
}

/*
 * A key that also has a control character is on the keypad: it comes by SS3
 * alone.
 */
static bool
is_final(const struct key *key, unsigned value)
{
	return (unsigned char)key->final == value && !key->control;
}

static bool
is_keypad(const struct key *key, unsigned value)
{
	return (unsigned char)key->final == value;
}

/* Names a byte below 0x80. */
static enum decode_kind
name_byte(unsigned char c, unsigned held, struct decoded *out)
{
	const struct key *key = find_key(is_control, c);
	char name[3] = {(char)c};

	if (c < ' ')
		snprintf(name, sizeof(name), "^%c", '@' + c);
	return name_with(key ? key->name : name, held, out);
}

static enum decode_kind
name_character(const char *s, size_t len, unsigned held, struct decoded *out)
{
	char name[TEXT_CODE_BYTES + 1] = "";

	if (len == 0 || !text_is_clean(s, len))
		return DECODE_NOTHING;
	memcpy(name, s, len);
	return name_with(name, held, out);
}

/* Returns the control character of a key with Ctrl; 0x80 if it has none. */
static unsigned
control_of(unsigned code)
{
	if (code == ' ')
		return 0;
	if ((code >= '@' && code <= '_') || (code >= 'a' && code <= 'z'))
		return code & 0x1F;
	return 0x80;
}

/* Names a key by its code point, as Kitty and modifyOtherKeys send it. */
static enum decode_kind
name_code(unsigned code, unsigned held, struct decoded *out)
{
	bool control = code < ' ' || code == ' ' || code == DEL;
	char utf8[TEXT_CODE_BYTES];

	/* Kitty numbers some keys by private-use characters. */
	if (code >= 0xE000 && code <= 0xF8FF)
		return DECODE_NOTHING;
	if ((held & CTRL) && control_of(code) < 0x80)
		return name_byte((unsigned char)control_of(code),
		    held & ~(unsigned)(CTRL | SHIFT), out);
	if (control) {
		if (!find_key(is_control, code))
			return DECODE_NOTHING;
		if (code != '\t')
			held &= ~(unsigned)SHIFT;
		return name_byte((unsigned char)code, held, out);
	}
	/* Other characters have no name with Ctrl. */
	if (held & CTRL)
		return DECODE_NOTHING;
	if ((held & SHIFT) && code >= 'a' && code <= 'z')
		code -= 'a' - 'A';
	return name_character(
	    utf8, text_encode(code, utf8), held & ~(unsigned)SHIFT, out);
}

/* Sequences */

/* Takes the modifiers from parameter `i`. */
static unsigned
held_with(const struct decoder *d, size_t i)
{
	unsigned held = i < d->nparam && d->param[i] > 0 ? d->param[i] - 1 : 0;

	return held | (d->alt ? ALT : 0);
}

static enum decode_kind
name_found(const struct key *key, unsigned held, struct decoded *out)
{
	return key ? name_with(key->name, held, out) : DECODE_NOTHING;
}

static enum decode_kind
end_number(const struct decoder *d, unsigned char final, struct decoded *out)
{
	unsigned held = held_with(d, 1);

	if (final == '~' && d->param[0] == 200)
		return DECODE_PASTE;
	if (final == '~' && d->param[0] == 27 && d->nparam > 2)
		return name_code(d->param[2], held, out);
	/* rxvt has three final bytes of its own. */
	if (final == '$' || final == '@')
		held |= SHIFT;
	if (final == '^' || final == '@')
		held |= CTRL;
	return name_found(find_key(is_number, d->param[0]), held, out);
}

static enum decode_kind
end_mouse(const struct decoder *d, unsigned char final, struct decoded *out)
{
	/* Ignores released buttons, and moves with one held. */
	if (final != 'M' || d->nparam != 3 || d->param[1] == 0 ||
	    d->param[2] == 0 || (d->param[0] & 3) == 3 || d->param[0] & 32)
		return DECODE_NOTHING;
	out->button = (int)d->param[0];
	out->x = (int)d->param[1] - 1;
	out->y = (int)d->param[2] - 1;
	return DECODE_MOUSE;
}

static enum decode_kind
end_csi(const struct decoder *d, unsigned char final, struct decoded *out)
{
	if (d->prefix == '<' && !d->strange)
		return end_mouse(d, final, out);
	if (d->prefix || d->strange || d->nparam > 3 || d->sub[1] == RELEASED)
		return DECODE_NOTHING;
	if (strchr("~^@$", final))
		return end_number(d, final, out);
	if (final == 'u')
		return name_code(d->param[0], held_with(d, 1), out);
	if (final >= 'a' && final <= 'd')
		return name_found(find_key(is_final, final - 'a' + 'A'),
		    held_with(d, 1) | SHIFT, out);
	/* A report of the cursor's place would look like a key. */
	if (d->nparam > 0 && d->param[0] > 1)
		return DECODE_NOTHING;
	return name_found(find_key(is_final, final), held_with(d, 1), out);
}

static enum decode_kind
end_ss3(const struct decoder *d, unsigned char final, struct decoded *out)
{
	static const char keypad[] = "*+,-./0123456789";
	unsigned held = held_with(d, d->nparam > 1 ? 1 : 0);

	if (final >= 'a' && final <= 'd')
		return name_found(
		    find_key(is_final, final - 'a' + 'A'), held | CTRL, out);
	if (final >= 'j' && final <= 'y')
		return name_byte(
		    (unsigned char)keypad[final - 'j'], held & ALT, out);
	if (final == 'X')
		return name_byte('=', held & ALT, out);
	return name_found(find_key(is_keypad, final), held, out);
}

static void
add_digit(struct decoder *d, unsigned digit)
{
	unsigned *number;
	size_t i = d->nparam > 0 ? d->nparam - 1 : 0;

	if (d->nparam == 0)
		d->nparam = 1;
	if (i >= COUNT(d->param))
		return;
	number = d->nsub > 0 ? &d->sub[i] : &d->param[i];
	if (d->nsub < 2 && *number < PARAM_MOST)
		*number = *number * 10 + digit;
}

/* Takes a byte of the parameters; false if it is not one. */
static bool
add_param(struct decoder *d, unsigned char c)
{
	if (c >= '0' && c <= '9') {
		add_digit(d, c - (unsigned)'0');
	} else if (c == ';') {
		d->nparam = d->nparam == 0 ? 2 : d->nparam + 1;
		d->nsub = 0;
	} else if (c == ':') {
		d->nparam = d->nparam == 0 ? 1 : d->nparam;
		d->nsub++;
	} else {
		return false;
	}
	return true;
}

static enum decode_kind
end_at(struct decoder *d, unsigned char final, struct decoded *out)
{
	enum decode_kind kind = end_csi(d, final, out);

	drop(d);
	return kind;
}

static enum decode_kind
in_csi(struct decoder *d, unsigned char c, struct decoded *out)
{
	bool first = d->nparam == 0 && !d->prefix && !d->strange;

	if (first && c == '[') {
		d->state = DECODE_CONSOLE;
	} else if (first && c == 'M') {
		d->state = DECODE_X10;
	} else if (c >= '<' && c <= '?') {
		d->strange = !first;
		d->prefix = (char)c;
	} else if (c == CANCEL || c == SUB) {
		drop(d);
	} else if (c < '0' || c >= DEL) {
		/* rxvt ends some keys with an intermediate byte. */
		if (c == '$' && d->nparam == 1 && !d->prefix)
			return end_at(d, c, out);
		d->strange = true;
	} else if (!add_param(d, c)) {
		return end_at(d, c, out);
	}
	return DECODE_NOTHING;
}

static enum decode_kind
in_ss3(struct decoder *d, unsigned char c, struct decoded *out)
{
	enum decode_kind kind;

	if (add_param(d, c))
		return DECODE_NOTHING;
	kind = c > ' ' && c < DEL ? end_ss3(d, c, out) : DECODE_NOTHING;
	drop(d);
	return kind;
}

/* CSI [ A to E are the Linux console's F1 to F5. */
static enum decode_kind
in_console(struct decoder *d, unsigned char c, struct decoded *out)
{
	unsigned held = held_with(d, 0);

	drop(d);
	if (c < 'A' || c > 'E')
		return DECODE_NOTHING;
	return name_found(
	    find_key(is_number, c - (unsigned)'A' + 11), held, out);
}

static enum decode_kind
in_x10(struct decoder *d, unsigned char c, struct decoded *out)
{
	enum decode_kind kind;

	d->param[d->nparam++] = c < ' ' ? 0 : c - (unsigned)' ';
	if (d->nparam < 3)
		return DECODE_NOTHING;
	kind = end_mouse(d, 'M', out);
	drop(d);
	return kind;
}

/* Takes a string that has ended. */
static enum decode_kind
end_string(struct decoder *d, struct decoded *out)
{
	d->text[d->ntext] = '\0';
	memcpy(out->text, d->text, sizeof(out->text));
	drop(d);
	return *out->text ? DECODE_ANSWER : DECODE_NOTHING;
}

static enum decode_kind
in_string(struct decoder *d, unsigned char c, struct decoded *out)
{
	unsigned char before = (unsigned char)d->prefix;
	/* The end is a byte, or two as a character; else it is part of one. */
	bool ended = c == 0x9C && (before < 0x80 || before == 0xC2);

	d->prefix = (char)c;
	if (c == ESC)
		d->state = DECODE_STRING_ESCAPE;
	else if (c == BELL)
		return end_string(d, out);
	else if (ended || c == CANCEL || c == SUB)
		drop(d);
	else if (d->ntext + 1 < sizeof(d->text))
		d->text[d->ntext++] = (char)c;
	return DECODE_NOTHING;
}

/* Characters */

static enum decode_kind
ground(struct decoder *d, unsigned char c, struct decoded *out);

/* Takes the byte after an Esc. */
static enum decode_kind
after_escape(struct decoder *d, unsigned char c, struct decoded *out)
{
	switch (c) {
	case ESC:
		/* The last two Escs in a row may belong to a key. */
		if (!d->alt) {
			d->alt = true;
			return DECODE_NOTHING;
		}
		return name_byte(ESC, 0, out);
	case '[':
		begin(d, DECODE_CSI);
		return DECODE_NOTHING;
	case 'O':
		begin(d, DECODE_SS3);
		return DECODE_NOTHING;
	case 'P':
	case 'X':
	case ']':
	case '^':
	case '_':
		begin(d, DECODE_STRING);
		return DECODE_NOTHING;
	default:
		d->alt = true;
		return ground(d, c, out);
	}
}

/*
 * Takes a C1 control, which came as a character or as one byte.  Those that
 * begin a sequence count as Esc and a letter; but Esc N is typed with Alt.
 */
static enum decode_kind
control_1(struct decoder *d, unsigned code, struct decoded *out)
{
	if (code == SS2)
		begin(d, DECODE_SS2);
	if (!strchr("OP[X]^_", (int)code - 0x40))
		return DECODE_NOTHING;
	return after_escape(d, (unsigned char)(code - 0x40), out);
}

static size_t
utf8_length(unsigned char first)
{
	if (first >= 0xC2 && first < 0xE0)
		return 2;
	if (first >= 0xE0 && first < 0xF0)
		return 3;
	return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

static enum decode_kind
end_character(struct decoder *d, struct decoded *out)
{
	char utf8[TEXT_CODE_BYTES] = "";
	size_t len = d->nparam;
	unsigned held = d->alt ? ALT : 0;
	uint32_t code;

	for (size_t i = 0; i < len; i++)
		utf8[i] = (char)d->param[i];
	drop(d);
	text_decode(utf8, len, &code);
	if (code >= 0x80 && code < 0xA0)
		return control_1(d, code, out);
	return name_character(utf8, len, held, out);
}

static enum decode_kind
in_utf8(struct decoder *d, unsigned char c, struct decoded *out)
{
	if ((c & 0xC0) != 0x80) {
		drop(d);
		return decode_byte(d, c, out);
	}
	d->param[d->nparam++] = c;
	if (d->nparam < utf8_length((unsigned char)d->param[0]))
		return DECODE_NOTHING;
	return end_character(d, out);
}

static enum decode_kind
ground(struct decoder *d, unsigned char c, struct decoded *out)
{
	unsigned held = d->alt ? ALT : 0;

	if (c == ESC) {
		begin(d, DECODE_ESCAPE);
		return DECODE_NOTHING;
	}
	if (utf8_length(c) > 0) {
		begin(d, DECODE_UTF8);
		d->param[d->nparam++] = c;
		return DECODE_NOTHING;
	}
	drop(d);
	if (c >= 0x80 && c < 0xA0)
		return control_1(d, c, out);
	return c < 0x80 ? name_byte(c, held, out) : DECODE_NOTHING;
}

static enum decode_kind
step(struct decoder *d, unsigned char c, struct decoded *out)
{
	/* Esc begins something new wherever it comes. */
	if (c == ESC && d->state != DECODE_STRING && d->state != DECODE_ESCAPE)
		drop(d);
	switch (d->state) {
	case DECODE_GROUND:
		break;
	case DECODE_UTF8:
		return in_utf8(d, c, out);
	case DECODE_ESCAPE:
		return after_escape(d, c, out);
	case DECODE_SS2:
		drop(d);
		if (c >= ' ')
			return DECODE_NOTHING;
		break;
	case DECODE_SS3:
		return in_ss3(d, c, out);
	case DECODE_CSI:
		return in_csi(d, c, out);
	case DECODE_CONSOLE:
		return in_console(d, c, out);
	case DECODE_X10:
		return in_x10(d, c, out);
	case DECODE_STRING:
		return in_string(d, c, out);
	case DECODE_STRING_ESCAPE:
		if (c == '\\')
			return end_string(d, out);
		drop(d);
		return after_escape(d, c, out);
	}
	return ground(d, c, out);
}

/* Returns the known key that sends exactly the bytes since GROUND, or NULL. */
static const char *
known_key(const struct decoder *d)
{
	for (size_t i = 0; i < d->nknown; i++)
		if (strlen(d->known[i].bytes) == d->len &&
		    memcmp(d->known[i].bytes, d->seq, d->len) == 0)
			return d->known[i].name;
	return NULL;
}

enum decode_kind
decode_byte(struct decoder *d, unsigned char byte, struct decoded *out)
{
	const char *known;

	if (d->state == DECODE_GROUND || byte == ESC)
		d->len = 0;
	if (d->len < sizeof(d->seq))
		d->seq[d->len] = byte;
	if (d->len <= sizeof(d->seq))
		d->len++;
	known = d->len <= sizeof(d->seq) ? known_key(d) : NULL;
	if (known) {
		drop(d);
		return name_with(known, 0, out);
	}
	return step(d, byte, out);
}

enum decode_kind
decode_idle(struct decoder *d, struct decoded *out)
{
	enum decode_state state = d->state;
	bool twice = d->alt;

	drop(d);
	if (state == DECODE_ESCAPE) {
		/* The second of two Escs is still to come. */
		if (twice)
			begin(d, DECODE_ESCAPE);
		return name_byte(ESC, 0, out);
	}
	/* Nothing followed: it was typed with Alt. */
	if ((state == DECODE_CSI || state == DECODE_SS3 ||
		state == DECODE_STRING) &&
	    d->len == 2 && d->seq[0] == ESC)
		return name_byte(d->seq[1], ALT, out);
	return DECODE_NOTHING;
}

int
decode_wait(const struct decoder *d, int escape)
{
	if (d->state == DECODE_GROUND)
		return -1;
	if (d->state == DECODE_ESCAPE || escape > SEQUENCE_WAIT)
		return escape;
	return SEQUENCE_WAIT;
}
