#include "lectern/base/near.h"

#include <string.h>

static int
least(int a, int b)
{
	return a < b ? a : b;
}

int
near_distance(const uint32_t *a, int na, const uint32_t *b, int nb)
{
	int row[3][NEAR_LETTERS + 1];

	for (int j = 0; j <= nb; j++)
		row[0][j] = j;
	for (int i = 1; i <= na; i++) {
		int *now = row[i % 3], *before = row[(i + 2) % 3];
		const int *first = row[(i + 1) % 3];

		now[0] = i;
		for (int j = 1; j <= nb; j++) {
			now[j] = least(before[j], now[j - 1]) + 1;
			now[j] = least(
			    now[j], before[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				now[j] = least(now[j], first[j - 2] + 1);
		}
	}
	return row[na % 3][nb];
}

static int
letters(const char *s, uint32_t out[NEAR_LETTERS])
{
	int n = 0;

	while (n < NEAR_LETTERS && s[n]) {
		out[n] = (unsigned char)s[n];
		n++;
	}
	return n;
}

bool
near_word(const char *typed, const char *meant)
{
	uint32_t a[NEAR_LETTERS], b[NEAR_LETTERS];

	if (!*typed || strlen(typed) > NEAR_LETTERS)
		return false;
	int na = letters(typed, a), nb = letters(meant, b);

	return near_distance(a, na, b, nb) <= (nb >= 6 ? 2 : 1);
}
