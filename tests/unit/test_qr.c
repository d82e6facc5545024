/* QR codes of links, as they stand on the screen. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/source/load.h"
#include "press.h"

#ifdef HAVE_QRENCODE
#include <qrencode.h>
#endif

#define VIDEO "https://www.youtube.com/watch?v=aaaaaaaaaa1"

static void
show_notes(struct desk *desk)
{
	static const char text[] =
	    "# Days\n\n## Wet\n\n- [Ponds](" VIDEO ") by Ann Lee\n"
	    "  - [12:34] about [frogs](https://frog.example/)\n"
	    "  - [20:00] about newts\n"
	    "- [Newts](https://www.youtube.com/watch?v=aaaaaaaaaa2) by Bob "
	    "Roe\n";
	static const struct load_options plain;

	desk_show(desk, load_bytes("a.md", text, strlen(text), &plain));
}

#ifdef HAVE_QRENCODE

static const struct cell *
cell_at(const struct desk *desk, int y, int x)
{
	return &desk->grid.cells[y * desk->grid.w + x];
}

/* Whether a cell is of the code, or of its margin. */
static bool
is_of_code(const struct cell *cell)
{
	unsigned color = (unsigned)cell->style >> STYLE_COLOR_SHIFT;

	return color == COLOR_QR || color == COLOR_QR_DARK;
}

/* Whether half a cell, or in ASCII the whole, is dark. */
static bool
is_dark(const struct cell *cell, bool lower)
{
	const char *text = cell->text;

	return strcmp(text, "#") == 0 || strcmp(text, "█") == 0 ||
	    strcmp(text, lower ? "▄" : "▀") == 0;
}

/* The module at a place on the screen; those outside are light. */
static bool
module_at(const struct desk *desk, struct rect in, int y, int x)
{
	bool ascii = desk->app.ascii;
	int cy = in.y + (ascii ? y : y / 2), cx = in.x + (ascii ? 2 * x : x);

	if (cy >= in.y + in.h || cx >= in.x + in.w)
		return false;
	return is_dark(cell_at(desk, cy, cx), y & 1);
}

/* Where the code with its margin stands; all zero: nowhere. */
static struct rect
find_code(struct desk *desk)
{
	struct rect in = {0};

	shows(desk, "");
	for (int y = 0; y < desk->grid.h; y++)
		for (int x = 0; x < desk->grid.w; x++) {
			if (!is_of_code(cell_at(desk, y, x)))
				continue;
			if (in.h == 0)
				in = (struct rect){.y = y, .x = x};
			in.h = y + 1 - in.y;
			in.w = x + 1 - in.x > in.w ? x + 1 - in.x : in.w;
		}
	return in;
}

/*
 * Whether the screen shows the code of a text, with so many light modules at
 * each side.
 */
static bool
shows_code(struct desk *desk, const char *text, int margin)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);
	struct rect in = find_code(desk);
	int side = code->width + 2 * margin;
	bool same = in.w == (desk->app.ascii ? 2 * side : side) &&
	    in.h == (desk->app.ascii ? side : (side + 1) / 2);

	for (int y = 0; y < side; y++)
		for (int x = 0; x < side; x++) {
			int row = y - margin, column = x - margin;
			bool dark = row >= 0 && column >= 0 &&
			    row < code->width && column < code->width &&
			    code->data[row * code->width + column] & 1;

			same = same && module_at(desk, in, y, x) == dark;
		}
	QRcode_free(code);
	return same;
}

static void
a_code_leads_to_the_link_at_its_second(void **state)
{
	struct desk *desk = *state;
	struct err err;

	show_notes(desk);
	press(desk, "g C");
	assert_true(shows_code(desk, VIDEO, 4));
	assert_true(shows(desk, "any key goes back: " VIDEO));
	/* Any key only goes back. */
	press(desk, "j");
	assert_int_equal(find_code(desk).h, 0);
	assert_string_equal(title(desk), "Ponds");
	/* A time code, in the notes; a link by its number. */
	press(desk, ") C");
	assert_true(shows_code(desk, VIDEO "&t=754", 4));
	press(desk, "q 2 C");
	assert_true(shows_code(desk, "https://frog.example/", 4));
	press(desk, "q h");
	/* Where it was stopped. */
	assert_true(marks_set(desk->marks, &desk->notes->talks[0],
	    MARK_POSITION, true, "90/2700", &err));
	app_relist(&desk->app);
	press(desk, ":");
	type(desk, "qr");
	press(desk, "Enter");
	assert_true(shows_code(desk, VIDEO "&t=90", 4));
}

static void
it_is_drawn_in_ascii_too(void **state)
{
	struct desk *desk = *state;

	show_notes(desk);
	desk->app.ascii = true;
	resize(desk, 50, 100);
	press(desk, "g C");
	assert_true(shows_code(desk, VIDEO, 4));
}

static void
a_window_that_is_too_small_is_told(void **state)
{
	struct desk *desk = *state;

	show_notes(desk);
	/* 29 modules and a margin of 4, or of 2, in half as many rows. */
	resize(desk, 21, 80);
	press(desk, "g C");
	assert_true(shows_code(desk, VIDEO, 4));
	resize(desk, 19, 33);
	assert_true(shows_code(desk, VIDEO, 2));
	resize(desk, 18, 33);
	assert_true(shows(desk, "window too small"));
	press(desk, "q C");
	assert_string_equal(desk->app.message,
	    "window too small: the QR code takes 33 columns and 19 rows");
	assert_int_equal(find_code(desk).h, 0);
	/* The talk is read as before. */
	press(desk, "j");
	assert_string_equal(title(desk), "Newts");
}

#else

static void
a_build_without_says_what_it_lacks(void **state)
{
	struct desk *desk = *state;

	show_notes(desk);
	press(desk, "g C");
	assert_true(shows(desk, "built without libqrencode"));
	press(desk, "j");
	assert_string_equal(title(desk), "Newts");
}

#endif

#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_setup, desk_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
#ifdef HAVE_QRENCODE
	    TEST(a_code_leads_to_the_link_at_its_second),
	    TEST(it_is_drawn_in_ascii_too),
	    TEST(a_window_that_is_too_small_is_told),
#else
	    TEST(a_build_without_says_what_it_lacks),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
