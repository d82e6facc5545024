#include "lectern/ui/theme.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/translate.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE, BRIGHT = 8 };

#define OWN THEME_OWN

/* Of the 256 colours, the same on all terminals: on dark, and on any ground. */
#define GREY     247
#define MID_GREY 243

#define LOOK(front, back, style) \
	{ \
		front, back, style \
	}

#define ROW(color, name, what, ...) {COLOR_##color, name, what},
static const struct theme_element elements[] = {COLORS(ROW)};
#undef ROW

/* The columns of the table in color.h. */
enum scheme { DARK, LIGHT, MONO, CONTRAST, UNKNOWN, SCHEMES };

#define ROW(color, name, what, ...) {__VA_ARGS__},
static const struct look looks[][SCHEMES] = {COLORS(ROW)};
#undef ROW

const struct theme_element *
theme_elements(size_t *n)
{
	*n = COUNT(elements);
	return elements;
}

static const struct theme_element *
find_element(const char *word, size_t len)
{
	for (size_t i = 0; i < COUNT(elements); i++)
		if (strlen(elements[i].name) == len &&
		    strncmp(elements[i].name, word, len) == 0)
			return &elements[i];
	return NULL;
}

static bool
is(const char *word, size_t len, const char *name)
{
	return strlen(name) == len && strncmp(word, name, len) == 0;
}

/* Finds a colour by name: "red", "bright-red", "default" or "208". */
static bool
read_color(const char *word, size_t len, short *color)
{
	static const char *const names[] = {"black", "red", "green", "yellow",
	    "blue", "magenta", "cyan", "white"};
	static const char bright[] = "bright-";
	size_t n = sizeof(bright) - 1;
	short more = 0;
	char *end;

	*color = OWN;
	if (is(word, len, "default"))
		return true;
	if (*word >= '0' && *word <= '9') {
		long number = strtol(word, &end, 10);

		*color = (short)(number <= 255 ? number : OWN);
		return end == word + len && number <= 255;
	}
	if (len > n && strncmp(word, bright, n) == 0) {
		word += n;
		len -= n;
		more = BRIGHT;
	}
	for (size_t i = 0; i < COUNT(names); i++)
		if (is(word, len, names[i])) {
			*color = (short)((short)i + more);
			return true;
		}
	return false;
}

/* Adds the attribute of this name; "none" adds nothing. */
static bool
read_attribute(const char *word, size_t len, unsigned *style)
{
	static const struct {
		const char *name;
		unsigned style;
	} attributes[] = {{"bold", STYLE_BOLD}, {"dim", STYLE_DIM},
	    {"italic", STYLE_ITALIC}, {"underline", STYLE_UNDERLINE},
	    {"reverse", STYLE_REVERSE}, {"none", 0}};

	for (size_t i = 0; i < COUNT(attributes); i++)
		if (is(word, len, attributes[i].name)) {
			*style |= attributes[i].style;
			return true;
		}
	return false;
}

/* Steps to the next word; returns its length, 0 at the end. */
static size_t
next_word(const char **s)
{
	*s += strspn(*s, " \t");
	return strcspn(*s, " \t");
}

/*
 * Reads the rest of a `color` line: front, back, attributes; the last two may
 * be missing.  On failure `*word` is the bad word.
 */
static bool
read_look(const char *s, struct look *look, const char **word)
{
	size_t len = next_word(&s);

	*look = (struct look){OWN, OWN, 0};
	*word = s;
	if (!read_color(s, len, &look->front))
		return false;
	s += len;
	len = next_word(&s);
	if (read_color(s, len, &look->back)) {
		s += len;
		len = next_word(&s);
	}
	for (; len > 0; s += len, len = next_word(&s)) {
		*word = s;
		if (!read_attribute(s, len, &look->style))
			return false;
	}
	return true;
}

void
theme_make(struct theme *theme, const struct config *config,
    enum theme_ground ground, bool color)
{
	enum config_theme kind = config ? config->theme : CONFIG_THEME_AUTO;
	static const enum scheme grounds[] = {[THEME_UNKNOWN] = UNKNOWN,
	    [THEME_DARK] = DARK,
	    [THEME_LIGHT] = LIGHT};
	enum scheme scheme = grounds[ground];

	if (kind == CONFIG_THEME_DARK)
		scheme = DARK;
	else if (kind == CONFIG_THEME_LIGHT)
		scheme = LIGHT;
	else if (kind == CONFIG_THEME_CONTRAST)
		scheme = CONTRAST;
	if (kind == CONFIG_THEME_MONO || !color)
		scheme = MONO;
	theme->color = color;
	theme->quiet = scheme == UNKNOWN ? STYLE_DIM : 0;
	theme->look[COLOR_PLAIN] = (struct look){OWN, OWN, 0};
	for (size_t i = 0; i < COUNT(elements); i++)
		theme->look[elements[i].color] = looks[i][scheme];
	/* What is reversed there would be light on dark. */
	if (scheme == MONO && ground == THEME_LIGHT)
		theme->look[COLOR_QR].style = 0;
	for (size_t i = 0; config && i < config->ncolors; i++) {
		const char *word;
		struct look own;
		const struct theme_element *element = find_element(
		    config->colors[i].element,
		    strlen(config->colors[i].element));

		if (element && read_look(config->colors[i].look, &own, &word))
			theme->look[element->color] = own;
	}
}

static short
fit_color(short color, int colors)
{
	if (color >= BRIGHT && color < 2 * BRIGHT && colors < 2 * BRIGHT)
		return color - BRIGHT;
	return color < colors ? color : OWN;
}

void
theme_fit(struct theme *theme, int colors)
{
	for (size_t i = 0; i < COUNT(elements); i++) {
		enum color color = elements[i].color;
		struct look *look = &theme->look[color];

		if (look->front >= BRIGHT && look->front >= colors)
			look->style |= color == COLOR_QUIET ? theme->quiet
			    : color == COLOR_NAMES          ? 0
							    : STYLE_BOLD;
		look->front = fit_color(look->front, colors);
		look->back = fit_color(look->back, colors);
	}
}

struct look
theme_look(const struct theme *theme, unsigned style, enum color *color)
{
	unsigned own = style & (STYLE_BOLD | STYLE_UNDERLINE | STYLE_ITALIC);
	struct look look;

	*color = style >> STYLE_COLOR_SHIFT;
	if (*color == COLOR_PLAIN && (style & STYLE_REVERSE))
		*color = COLOR_SELECTED;
	else if (*color == COLOR_PLAIN && (style & STYLE_DIM))
		*color = COLOR_QUIET;
	look = theme->look[*color];
	/*
	 * Many terminals show bold black as grey, which is hard to see on
	 * yellow.
	 */
	if (look.back != OWN)
		own &= ~(unsigned)STYLE_BOLD;
	if ((style & STYLE_REVERSE) && *color != COLOR_SELECTED)
		look.style ^= STYLE_REVERSE;
	/* Dim text on a reversed row is hard to read. */
	if (style & STYLE_REVERSE)
		look.style &= ~(unsigned)STYLE_DIM;
	else if ((style & STYLE_DIM) && *color != COLOR_QUIET)
		look.style |= theme->look[COLOR_QUIET].style & STYLE_DIM;
	look.style |= own;
	return look;
}

enum theme_ground
theme_told(const char *colorfgbg, const char *type)
{
	const char *last = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
	char *end;

	if (!last)
		return type && strncmp(type, "linux", 5) == 0 ? THEME_DARK
							      : THEME_UNKNOWN;
	long number = strtol(last + 1, &end, 10);

	if (end == last + 1 || *end || number < 0 || number > BRIGHT + WHITE)
		return THEME_UNKNOWN;
	return number >= WHITE && number != BRIGHT + BLACK ? THEME_LIGHT
							   : THEME_DARK;
}

bool
theme_may_ask(const char *type)
{
	static const char *const types[] = {"xterm", "tmux", "rxvt", "kitty",
	    "alacritty", "foot", "st-", "wezterm", "vte", "gnome", "konsole"};

	for (size_t i = 0; type && i < COUNT(types); i++)
		if (strncmp(type, types[i], strlen(types[i])) == 0)
			return true;
	return false;
}

enum theme_ground
theme_answered(const char *answer)
{
	static const char start[] = "11;rgb:";
	/* Brightness of red, green and blue (ITU-R BT.601), in thousandths. */
	static const long shares[] = {299, 587, 114};
	const char *s = answer + sizeof(start) - 1;
	long brightness = 0;

	if (strncmp(answer, start, sizeof(start) - 1) != 0)
		return THEME_UNKNOWN;
	for (size_t i = 0; i < COUNT(shares); i++) {
		char *end;
		long part = strtol(s, &end, 16);
		long most = (1L << (4 * (end - s))) - 1;

		if (end == s || end > s + 4 || part < 0 ||
		    *end != (i < 2 ? '/' : '\0'))
			return THEME_UNKNOWN;
		brightness += shares[i] * part / most;
		s = end + 1;
	}
	return brightness > 500 ? THEME_LIGHT : THEME_DARK;
}

static bool
check_color(const struct config_color *color, struct err *err)
{
	const char *word;
	struct look look;

	if (!find_element(color->element, strlen(color->element)))
		return err_set(err,
		    _("no element of the screen is called \"%s\""),
		    color->element);
	return read_look(color->look, &look, &word) ||
	    err_set(err,
		_("color %s has no color or attribute called \"%.*s\""),
		color->element, (int)strcspn(word, " \t"), word);
}

bool
theme_check(struct config *config, const char *path, struct err *err)
{
	bool good = true;

	for (size_t i = 0; i < config->ncolors; i++) {
		struct err what;

		if (check_color(&config->colors[i], &what))
			continue;
		config_fault(config, path, config->colors[i].line, what.msg);
		good = false;
	}
	return good || err_set(err, "%s", config->faults[0].text);
}
