#include "source/markdown/word_list.h"

#include <string.h>

bool
word_list_has(const struct word_list *list, const char *s, size_t len)
{
	size_t low = 0, high = list->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *word = list->words[middle];
		int order = (unsigned char)*word - (unsigned char)*s;

		if (order == 0 && len > 1)
			order = (unsigned char)word[1] - (unsigned char)s[1];
		if (order == 0)
			order = strncmp(word, s, len);
		if (order == 0 && word[len] == '\0')
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}
