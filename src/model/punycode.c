#include "model/punycode.h"

#include <stdbool.h>
#include <string.h>

/* The parameters of punycode (RFC 3492, section 5). */
enum { BASE = 36, LOW = 1, HIGH = 26, SKEW = 38, DAMP = 700, BIAS = 72 };
enum { FIRST = 0x80 };

/* Adapts the bias (section 6.1). */
static uint32_t
adapt(uint64_t delta, size_t points, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	for (delta += delta / points; delta > (BASE - LOW) * HIGH / 2;
	     k += BASE)
		delta /= BASE - LOW;
	return k + (uint32_t)((BASE - LOW + 1) * delta / (delta + SKEW));
}

static char *
put_digit(char *out, uint64_t digit)
{
	*out++ = (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);
	return out;
}

/* Writes a number as its digits of variable length. */
static char *
put_number(char *out, uint64_t number, uint32_t bias)
{
	for (uint32_t k = BASE;; k += BASE) {
		uint32_t t = k <= bias ? LOW
		    : k >= bias + HIGH ? HIGH
				       : k - bias;

		if (number < t)
			return put_digit(out, number);
		out = put_digit(out, t + (number - t) % (BASE - t));
		number = (number - t) / (BASE - t);
	}
}

static uint32_t
least_from(const uint32_t *codes, size_t n, uint32_t from)
{
	uint32_t least = UINT32_MAX;

	for (size_t i = 0; i < n; i++)
		if (codes[i] >= from && codes[i] < least)
			least = codes[i];
	return least;
}

char *
punycode_put(char *out, const uint32_t *codes, size_t n)
{
	size_t basic = 0, done;
	uint32_t code = FIRST, bias = BIAS;
	uint64_t delta = 0;

	out = stpcpy(out, "xn--");
	for (size_t i = 0; i < n; i++)
		if (codes[i] < FIRST) {
			*out++ = (char)codes[i];
			basic++;
		}
	if (basic > 0)
		*out++ = '-';
	for (done = basic; done < n; delta++, code++) {
		uint32_t next = least_from(codes, n, code);

		delta += (uint64_t)(next - code) * (done + 1);
		code = next;
		for (size_t i = 0; i < n; i++) {
			delta += codes[i] < code;
			if (codes[i] != code)
				continue;
			out = put_number(out, delta, bias);
			bias = adapt(delta, done + 1, done == basic);
			delta = 0;
			done++;
		}
	}
	return out;
}
