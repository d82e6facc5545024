#include "lectern/ui/key.h"

#include <string.h>

#include "lectern/base/text.h"

/* If several rows have one name, the first is the usual way to send it. */
static const struct key table[] = {
    {"Space", NULL, ' ', 0, 0},
    {"Enter", "kent", '\r', 'M', 0},
    {"Enter", NULL, '\n', 0, 0},
    {"Esc", NULL, 033, 0, 0},
    {"Tab", NULL, '\t', 'I', 0},
    {"Backspace", "kbs", 0x7F, 0, 0},
    {"Backspace", NULL, '\b', 0, 0},
    {"Delete", "kdch1", 0, 0, 3},
    {"Insert", "kich1", 0, 0, 2},
    {"Home", "khome", 0, 'H', 1},
    {"Home", NULL, 0, 0, 7},
    {"End", "kend", 0, 'F', 4},
    {"End", NULL, 0, 0, 8},
    {"PgUp", "kpp", 0, 0, 5},
    {"PgDn", "knp", 0, 0, 6},
    {"Up", "kcuu1", 0, 'A', 0},
    {"Down", "kcud1", 0, 'B', 0},
    {"Right", "kcuf1", 0, 'C', 0},
    {"Left", "kcub1", 0, 'D', 0},
    {"F1", "kf1", 0, 'P', 11},
    {"F2", "kf2", 0, 'Q', 12},
    {"F3", "kf3", 0, 'R', 13},
    {"F4", "kf4", 0, 'S', 14},
    {"F5", "kf5", 0, 0, 15},
    {"F6", "kf6", 0, 0, 17},
    {"F7", "kf7", 0, 0, 18},
    {"F8", "kf8", 0, 0, 19},
    {"F9", "kf9", 0, 0, 20},
    {"F10", "kf10", 0, 0, 21},
    {"F11", "kf11", 0, 0, 23},
    {"F12", "kf12", 0, 0, 24},
    {"F13", NULL, 0, 0, 25},
    {"F14", NULL, 0, 0, 26},
    {"F15", NULL, 0, 0, 28},
    {"F16", NULL, 0, 0, 29},
    {"F17", NULL, 0, 0, 31},
    {"F18", NULL, 0, 0, 32},
    {"F19", NULL, 0, 0, 33},
    {"F20", NULL, 0, 0, 34},
    {"S-Tab", "kcbt", 0, 'Z', 0},
};

const struct key *
key_table(size_t *count)
{
	*count = sizeof(table) / sizeof(*table);
	return table;
}

static bool
is_in_table(const char *name)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strcmp(table[i].name, name) == 0)
			return true;
	return false;
}

/* Whether the name is a character, or one with Ctrl. */
static bool
is_character(const char *name)
{
	size_t len = strlen(name);

	if (name[0] == '^' && len == 2)
		return name[1] >= '@' && name[1] <= '_';
	return len > 0 && text_next(name, len) == len;
}

bool
key_is_name(const char *name)
{
	static const char modifiers[] = "CMS";
	bool named = false;

	for (size_t i = 0; i < strlen(modifiers); i++)
		if (name[0] == modifiers[i] && name[1] == '-' && name[2]) {
			named |= modifiers[i] != 'M';
			name += 2;
		}
	return is_in_table(name) || (!named && is_character(name));
}
