#include "ui/keyboard.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define ESCAPE_WAIT 100 /* milliseconds: slow lines part a key by 60 */
#define ALT_WAIT    25  /* keys with Alt come as one */
#define ESCAPE_MOST 60000
#define PASTE_WAIT  1000 /* for the rest of what is being pasted */
#define PASTE_MOST  (1 << 20)

void
keyboard_init(struct keyboard *k, int fd)
{
	const char *delay = getenv("ESCDELAY");
	char *end;
	long wait = delay ? strtol(delay, &end, 10) : 0;

	*k = (struct keyboard){.fd = fd, .escape = ESCAPE_WAIT};
	k->decoder.known = k->known;
	if (delay && *delay && !*end && wait > 0 && wait <= ESCAPE_MOST)
		k->escape = (int)wait;
}

void
keyboard_free(struct keyboard *k)
{
	free(k->pasted);
	*k = (struct keyboard){0};
}

/* Whether decode knows the sequence of this key without terminfo. */
static bool
is_usual(const char *sequence, const char *name)
{
	struct decoder decoder = {0};
	struct decoded out;
	enum decode_kind kind = DECODE_NOTHING;

	for (; *sequence; sequence++)
		kind = decode_byte(&decoder, (unsigned char)*sequence, &out);
	return kind == DECODE_KEY && strcmp(out.key, name) == 0;
}

void
keyboard_know(struct keyboard *k, const char *sequence, const char *name)
{
	struct decode_known *known = &k->known[k->decoder.nknown];

	size_t len = sequence ? strlen(sequence) : 0;

	/* Only sequences that begin with Esc: others are control characters. */
	if (len == 0 || *sequence != '\033' || len >= sizeof(known->bytes) ||
	    k->decoder.nknown == KEYBOARD_KNOWN || is_usual(sequence, name))
		return;
	memcpy(known->bytes, sequence, len + 1);
	known->name = name;
	k->decoder.nknown++;
}

bool
keyboard_fill(struct keyboard *k)
{
	ssize_t n;

	do
		n = read(k->fd, k->bytes, sizeof(k->bytes));
	while (n < 0 && errno == EINTR);
	k->at = 0;
	k->n = n > 0 ? (size_t)n : 0;
	return n > 0 || (n < 0 && errno == EAGAIN);
}

/* Takes a byte of a paste; true if it was the last. */
static bool
paste(struct keyboard *k, unsigned char byte)
{
	static const char end[] = DECODE_PASTE_END;
	const size_t most = PASTE_MOST + strlen(end);

	if (k->pasted_len < most) {
		k->pasted = mem_grow(
		    k->pasted, &k->pasted_cap, k->pasted_len + 1, 1);
		k->pasted[k->pasted_len++] = (char)byte;
	}
	/* Only the first byte of the end is an Esc. */
	if (byte != (unsigned char)end[k->end_at])
		k->end_at = 0;
	k->end_at += byte == (unsigned char)end[k->end_at];
	if (end[k->end_at])
		return false;
	k->pasted_len = k->pasted_len < most ? k->pasted_len - strlen(end)
					     : PASTE_MOST;
	return true;
}

static enum decode_kind
take_byte(struct keyboard *k, unsigned char byte, struct decoded *out)
{
	enum decode_kind kind;

	if (k->pasting) {
		k->pasting = !paste(k, byte);
		return k->pasting ? DECODE_NOTHING : DECODE_PASTE;
	}
	kind = decode_byte(&k->decoder, byte, out);
	if (kind != DECODE_PASTE)
		return kind;
	k->pasting = true;
	k->pasted_len = 0;
	k->end_at = 0;
	return DECODE_NOTHING;
}

/*
 * Whether an Esc and this byte were two keys, since sequences begin with few
 * second bytes.  (A slow line may separate the bytes of a sequence, too.)
 */
static bool
is_typed(const struct keyboard *k, unsigned char byte, long long now)
{
	return k->decoder.state == DECODE_ESCAPE && now - k->last >= ALT_WAIT &&
	    !strchr("[O]P_^", byte);
}

/* The bytes of text that wait, where they are more than a character. */
static size_t
text_waiting(const struct keyboard *k)
{
	const char *s = (const char *)k->bytes + k->at;
	size_t len = 0;

	if (!k->gathers || k->pasting || k->decoder.state != DECODE_GROUND)
		return 0;
	while (k->at + len < k->n && (unsigned char)s[len] >= ' ' &&
	    s[len] != 0x7F)
		len++;
	return len > text_next(s, len) && text_is_clean(s, len) ? len : 0;
}

enum decode_kind
keyboard_next(struct keyboard *k, long long now, struct decoded *out)
{
	enum decode_kind kind = DECODE_NOTHING;

	if (k->at == k->n && keyboard_wait(k, now) != 0)
		return DECODE_NOTHING;
	if (k->at == k->n && k->pasting) {
		k->pasting = false;
		return DECODE_PASTE;
	}
	if (k->at == k->n || is_typed(k, k->bytes[k->at], now))
		kind = decode_idle(&k->decoder, out);

	size_t text = kind == DECODE_NOTHING ? text_waiting(k) : 0;

	if (text > 0) {
		k->pasted = mem_grow(k->pasted, &k->pasted_cap, text, 1);
		memcpy(k->pasted, k->bytes + k->at, text);
		k->pasted_len = text;
		k->at += text;
		kind = DECODE_PASTE;
	}
	while (kind == DECODE_NOTHING && k->at < k->n)
		kind = take_byte(k, k->bytes[k->at++], out);
	k->last = now;
	return kind;
}

int
keyboard_wait(const struct keyboard *k, long long now)
{
	int wait = k->pasting ? PASTE_WAIT
			      : decode_wait(&k->decoder, k->escape);

	if (wait < 0)
		return -1;
	return now - k->last < wait ? (int)(wait - (now - k->last)) : 0;
}

const char *
keyboard_pasted(const struct keyboard *k, size_t *len)
{
	*len = k->pasted_len;
	return k->pasted ? k->pasted : "";
}
