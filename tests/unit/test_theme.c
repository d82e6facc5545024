/* theme: how elements of the screen look, and who decides it. */
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/ui/theme.h"

static const struct look *
look(struct theme *theme, const struct config *config, enum theme_ground ground,
    bool color, enum color element)
{
	theme_make(theme, config, ground, color);
	return &theme->look[element];
}

static void
the_background_decides_where_the_theme_is_auto(void **state)
{
	struct theme theme;

	(void)state;
	assert_int_equal(
	    look(&theme, NULL, THEME_DARK, true, COLOR_QUIET)->front, 247);
	/* In light nothing relies on dim. */
	theme_make(&theme, NULL, THEME_LIGHT, true);
	for (int i = 0; i < COLOR_COUNT; i++)
		assert_false(theme.look[i].style & STYLE_DIM);
}

static void
a_theme_that_is_named_holds_on_any_background(void **state)
{
	struct config config = {.theme = CONFIG_THEME_DARK};
	struct theme theme;

	(void)state;
	assert_int_equal(
	    look(&theme, &config, THEME_LIGHT, true, COLOR_QUIET)->front, 247);
	config.theme = CONFIG_THEME_LIGHT;
	assert_int_equal(
	    look(&theme, &config, THEME_DARK, true, COLOR_QUIET)->style, 0);
}

/* Red, green, blue: a colour as 0xRRGGBB. */
static double
luminance(unsigned long color)
{
	static const double shares[] = {0.0722, 0.7152, 0.2126};
	double sum = 0;

	for (size_t i = 0; i < 3; i++, color >>= 8) {
		double part = (double)(color & 255) / 255;

		sum += shares[i] *
		    (part <= 0.04045 ? part / 12.92
				     : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static double
contrast(unsigned long a, unsigned long b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* A colour as xterm shows it: its 16, one of its cube, or a grey. */
static unsigned long
xterm_color(short number)
{
	static const unsigned long first[] = {0x000000, 0xCD0000, 0x00CD00,
	    0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
	    0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF,
	    0xFFFFFF};

	static const unsigned long cube[] = {0, 95, 135, 175, 215, 255};

	if (number < 16)
		return first[number];
	if (number < 232)
		return cube[(number - 16) / 36] << 16 |
		    cube[(number - 16) / 6 % 6] << 8 | cube[(number - 16) % 6];
	return (unsigned long)(8 + 10 * (number - 232)) * 0x010101;
}

static void
text_stands_out_of_its_background(void **state)
{
	/* Black, Solarized dark, Gruvbox, Nord. */
	static const unsigned long darks[] = {
	    0x000000, 0x002B36, 0x282828, 0x2E3440};
	struct theme theme;

	(void)state;
	for (int light = 0; light <= 1; light++) {
		theme_make(
		    &theme, NULL, light ? THEME_LIGHT : THEME_DARK, true);
		for (int i = COLOR_PLAIN + 1; i < COLOR_COUNT; i++) {
			const struct look *l = &theme.look[i];
			unsigned long own = light ? 0xFFFFFF : 0x000000;

			/* Borders are no text. */
			assert_true(
			    !(l->style & STYLE_DIM) || i == COLOR_BORDER);
			/* Nor is what is wholly dark. */
			if (l->front == THEME_OWN || i == COLOR_QR_DARK)
				continue;
			assert_true(contrast(xterm_color(l->front),
					l->back == THEME_OWN
					    ? own
					    : xterm_color(l->back)) >= 4.5);
			for (size_t k = 0; !light && l->front >= 16 && k < 4;
			     k++)
				assert_true(contrast(xterm_color(l->front),
						darks[k]) >= 4.5);
		}
	}
}

static void
text_can_be_read_on_a_ground_that_is_not_known(void **state)
{
	struct theme theme;

	(void)state;
	theme_make(&theme, NULL, THEME_UNKNOWN, true);
	for (int i = COLOR_PLAIN + 1; i < COLOR_COUNT; i++) {
		short front = theme.look[i].front, back = theme.look[i].back;

		if (front == THEME_OWN || i == COLOR_QR_DARK)
			continue;
		if (back != THEME_OWN) {
			assert_true(contrast(xterm_color(front),
					xterm_color(back)) >= 4.5);
			continue;
		}
		assert_true(contrast(xterm_color(front), 0xFFFFFF) >= 4.5);
		assert_true(contrast(xterm_color(front), 0x000000) >= 4.5);
	}
}

static void
without_colour_attributes_tell_all(void **state)
{
	struct config mono = {.theme = CONFIG_THEME_MONO};
	struct theme theme;

	(void)state;
	for (int i = 0; i < 2; i++) {
		if (i == 0)
			theme_make(&theme, NULL, THEME_LIGHT, false);
		else
			theme_make(&theme, &mono, THEME_DARK, true);
		for (int c = 0; c < COLOR_COUNT; c++) {
			assert_int_equal(theme.look[c].front, THEME_OWN);
			assert_int_equal(theme.look[c].back, THEME_OWN);
		}
		assert_int_equal(theme.look[COLOR_MATCH].style, STYLE_REVERSE);
		/* Readers of QR codes want dark on light. */
		assert_int_equal(theme.look[COLOR_QR].style,
		    i == 0 ? STYLE_PLAIN : STYLE_REVERSE);
	}
}

static void
lines_of_the_config_set_single_elements(void **state)
{
	struct config_color lines[] = {
	    {(char[]){"match"}, (char[]){"white blue bold underline"}, 1},
	    {(char[]){"quiet"}, (char[]){"bright-black"}, 2},
	    {(char[]){"link"}, (char[]){"208 default none"}, 3},
	    {(char[]){"mark"}, (char[]){"red bold"}, 4},
	    {(char[]){"nothing"}, (char[]){"red"}, 5},
	};
	struct config config = {.colors = lines, .ncolors = 5};
	struct theme theme;

	(void)state;
	theme_make(&theme, &config, THEME_DARK, true);
	assert_int_equal(theme.look[COLOR_MATCH].front, 7);
	assert_int_equal(theme.look[COLOR_MATCH].back, 4);
	assert_int_equal(
	    theme.look[COLOR_MATCH].style, STYLE_BOLD | STYLE_UNDERLINE);
	assert_int_equal(theme.look[COLOR_QUIET].front, 8);
	assert_int_equal(theme.look[COLOR_QUIET].style, 0);
	assert_int_equal(theme.look[COLOR_LINK].front, 208);
	assert_int_equal(theme.look[COLOR_LINK].back, THEME_OWN);
	assert_int_equal(theme.look[COLOR_MARK].style, STYLE_BOLD);
}

static void
a_bad_line_is_told(void **state)
{
	static const struct {
		const char *element, *look, *message;
	} cases[] = {
	    {"moose", "red",
		"conf:7: no element of the screen is called \"moose\""},
	    {"match", "rd",
		"conf:7: color match has no color or attribute called \"rd\""},
	    {"match", "red blue blink",
		"conf:7: color match has no color or attribute called "
		"\"blink\""},
	    {"match", "256",
		"conf:7: color match has no color or attribute called \"256\""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char element[16], text[32];
		struct config_color line = {element, text, 7};
		struct config config = {.colors = &line, .ncolors = 1};
		struct err err;

		strcpy(element, cases[i].element);
		strcpy(text, cases[i].look);
		assert_false(theme_check(&config, "conf", &err));
		assert_string_equal(err.msg, cases[i].message);
		assert_int_equal(config.nfaults, 1);
		free(config.faults[0].text);
		free(config.faults);
	}
}

static void
dim_and_reverse_are_elements_that_give_way_to_colours(void **state)
{
	struct theme theme;
	enum color color;
	struct look l;

	(void)state;
	theme_make(&theme, NULL, THEME_DARK, true);
	l = theme_look(&theme, STYLE_DIM, &color);
	assert_int_equal(color, COLOR_QUIET);
	assert_int_equal(l.front, 247);
	l = theme_look(&theme, STYLE_DIM | STYLE_REVERSE, &color);
	assert_int_equal(color, COLOR_SELECTED);
	assert_int_equal(l.style, STYLE_REVERSE);
	l = theme_look(&theme, STYLE_BOLD | STYLE_COLOR(COLOR_MATCH), &color);
	assert_int_equal(color, COLOR_MATCH);
	assert_int_equal(l.style, 0);
	/* Found text stands out of a selected row, without colour, too. */
	theme_make(&theme, NULL, THEME_DARK, false);
	l = theme_look(
	    &theme, STYLE_REVERSE | STYLE_COLOR(COLOR_MATCH), &color);
	assert_int_equal(l.style, 0);
}

static void
the_background_is_known_from_variable_and_answer(void **state)
{
	(void)state;
	assert_int_equal(theme_told("0;15", NULL), THEME_LIGHT);
	assert_int_equal(theme_told("0;default;7", NULL), THEME_LIGHT);
	assert_int_equal(theme_told("15;0", NULL), THEME_DARK);
	assert_int_equal(theme_told("15;8", NULL), THEME_DARK);
	assert_int_equal(theme_told("0;default", NULL), THEME_UNKNOWN);
	assert_int_equal(theme_told(NULL, NULL), THEME_UNKNOWN);
	assert_int_equal(theme_told(NULL, "screen"), THEME_UNKNOWN);
	assert_int_equal(theme_told(NULL, "linux"), THEME_DARK);
	assert_int_equal(theme_told("0;15", "linux"), THEME_LIGHT);
	assert_int_equal(theme_answered("11;rgb:ffff/ffff/ffff"), THEME_LIGHT);
	assert_int_equal(theme_answered("11;rgb:fd/f6/e3"), THEME_LIGHT);
	assert_int_equal(theme_answered("11;rgb:0000/2b2b/3636"), THEME_DARK);
	/* Blue is darker than it sounds. */
	assert_int_equal(theme_answered("11;rgb:0000/0000/ffff"), THEME_DARK);
	assert_int_equal(
	    theme_answered("10;rgb:ffff/ffff/ffff"), THEME_UNKNOWN);
	assert_int_equal(theme_answered("11;rgb:ffff/ffff"), THEME_UNKNOWN);
	assert_int_equal(
	    theme_answered("11;rgb:fffff/ffff/ffff"), THEME_UNKNOWN);
	assert_int_equal(theme_answered("11;rgb://"), THEME_UNKNOWN);
	assert_true(theme_may_ask("xterm-256color"));
	assert_true(theme_may_ask("tmux-256color"));
	assert_false(theme_may_ask("linux"));
	assert_false(theme_may_ask("vt100"));
	assert_false(theme_may_ask(NULL));
}

static void
a_terminal_of_eight_colours_shows_titles_above_names(void **state)
{
	struct theme theme;
	const struct look *look = theme.look;

	(void)state;
	theme_make(&theme, NULL, THEME_UNKNOWN, true);
	theme_fit(&theme, 8);
	assert_int_equal(look[COLOR_QUIET].front, THEME_OWN);
	assert_int_equal(look[COLOR_QUIET].style, STYLE_DIM);
	assert_int_equal(look[COLOR_NAMES].style, 0);
	assert_int_equal(look[COLOR_MARK].style, STYLE_BOLD);
	/* On Solarized's ground dim text is too faint. */
	theme_make(&theme, NULL, THEME_DARK, true);
	theme_fit(&theme, 8);
	assert_int_equal(look[COLOR_QUIET].style, 0);
	assert_int_equal(look[COLOR_MARK].front, 5);
	assert_int_equal(look[COLOR_MARK].style, STYLE_BOLD);
	/* With all of them nothing changes. */
	theme_make(&theme, NULL, THEME_UNKNOWN, true);
	theme_fit(&theme, 256);
	assert_int_equal(look[COLOR_QUIET].front, 243);
	assert_int_equal(look[COLOR_QUIET].style, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_background_decides_where_the_theme_is_auto),
	    cmocka_unit_test(a_theme_that_is_named_holds_on_any_background),
	    cmocka_unit_test(text_stands_out_of_its_background),
	    cmocka_unit_test(text_can_be_read_on_a_ground_that_is_not_known),
	    cmocka_unit_test(
		a_terminal_of_eight_colours_shows_titles_above_names),
	    cmocka_unit_test(without_colour_attributes_tell_all),
	    cmocka_unit_test(lines_of_the_config_set_single_elements),
	    cmocka_unit_test(a_bad_line_is_told),
	    cmocka_unit_test(
		dim_and_reverse_are_elements_that_give_way_to_colours),
	    cmocka_unit_test(the_background_is_known_from_variable_and_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
