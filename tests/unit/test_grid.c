/* grid: cells, clusters, cutting; and the terminal's size that bounds it. */
#include "unit.h"

#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lectern/ui/grid.h"
#include "ui/window.h"

static struct grid grid;

static int
setup(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : 1;
}

static void
row_is(int y, const char *want)
{
	char *row = grid_row(&grid, y);

	assert_string_equal(row, want);
	free(row);
}

static int
put(int y, int x, int columns, const char *s)
{
	return grid_put(&grid, y, x, columns, s, strlen(s), STYLE_PLAIN);
}

static void
text_lands_where_it_is_put(void **state)
{
	(void)state;
	grid_reset(&grid, 2, 10);
	assert_int_equal(put(0, 2, 8, "abc"), 3);
	row_is(0, "  abc");
	row_is(1, "");
	assert_int_equal(put(1, 8, 8, "abc"), 2);
	row_is(1, "        ab");
	grid_free(&grid);
}

static void
nothing_is_written_outside(void **state)
{
	(void)state;
	grid_reset(&grid, 2, 4);
	for (int y = -2; y < 4; y++)
		for (int x = -6; x < 8; x++)
			if (y < 0 || y > 1 || x < 0 || x > 3)
				assert_int_equal(put(y, x, 9, "abc"), 0);
	assert_int_equal(put(0, 0, -1, "abc"), 0);
	row_is(0, "");
	grid_free(&grid);
}

static void
wide_clusters_stay_whole(void **state)
{
	(void)state;
	grid_reset(&grid, 1, 5);
	assert_int_equal(put(0, 0, 5, "漢字漢"), 4);
	row_is(0, "漢字");
	/* Half of a wide cluster is no cluster. */
	put(0, 1, 1, "x");
	row_is(0, " x字");
	put(0, 2, 1, "y");
	row_is(0, " xy");
	grid_free(&grid);
}

static void
marks_share_the_cell_of_their_letter(void **state)
{
	(void)state;
	grid_reset(&grid, 1, 4);
	assert_int_equal(put(0, 0, 4, "e\xCC\x81x"), 2);
	assert_string_equal(grid.cells[0].text, "e\xCC\x81");
	assert_string_equal(grid.cells[1].text, "x");
	grid_free(&grid);
}

static void
a_tower_of_marks_is_cut_to_its_cell(void **state)
{
	char zalgo[203] = "e";

	(void)state;
	for (int i = 0; i < 100; i++)
		strcat(zalgo, "\xCC\x81");
	grid_reset(&grid, 1, 4);
	assert_int_equal(put(0, 0, 4, zalgo), 1);
	assert_true(strlen(grid.cells[0].text) < CELL_BYTES);
	assert_int_equal(strlen(grid.cells[0].text) % 2, 1);
	grid_free(&grid);
}

static void
what_cannot_be_shown_becomes_a_replacement(void **state)
{
	(void)state;
	grid_reset(&grid, 1, 6);
	put(0, 0, 6, "a\tb\xEF\xBF\xBF");
	row_is(0, "a b\xEF\xBF\xBD");
	grid_free(&grid);
}

static void
cut_text_ends_in_an_ellipsis(void **state)
{
	(void)state;
	grid_reset(&grid, 1, 8);
	grid_put_cut(&grid, 0, 0, 8, "exactly8", 8, 0);
	row_is(0, "exactly8");
	grid_reset(&grid, 1, 8);
	grid_put_cut(&grid, 0, 0, 8, "one two three", 13, 0);
	row_is(0, "one two…");
	grid_reset(&grid, 1, 8);
	grid_put_cut(&grid, 0, 0, 6, "漢字漢字", 12, 0);
	row_is(0, "漢字…");
	grid_free(&grid);
}

static void
style_is_added_without_touching_text(void **state)
{
	(void)state;
	grid_reset(&grid, 1, 4);
	put(0, 0, 4, "abcd");
	grid_style(&grid, 0, 1, 2, STYLE_BOLD);
	row_is(0, "abcd");
	assert_int_equal(grid.cells[0].style, STYLE_PLAIN);
	assert_int_equal(grid.cells[1].style, STYLE_BOLD);
	assert_int_equal(grid.cells[2].style, STYLE_BOLD);
	assert_int_equal(grid.cells[3].style, STYLE_PLAIN);
	grid_free(&grid);
}

static void
in_ascii_all_stands_where_it_stood(void **state)
{
	(void)state;
	grid_reset(&grid, 3, 12);
	grid.ascii = true;
	put(0, 0, 12, "é日ß…x");
	row_is(0, "e??s~x");
	grid_line(&grid, 1, 0, 3, "─", STYLE_PLAIN);
	row_is(1, "---");
	assert_int_equal(
	    grid_put_cut(&grid, 2, 0, 5, "Zoë Ölm", 9, STYLE_PLAIN), 4);
	row_is(2, "Zoe~");
	grid_free(&grid);
	memset(&grid, 0, sizeof(grid));
}

/* Sizes that no terminal has would take gigabytes. */
static void
a_size_is_bounded_whoever_tells_it(void **state)
{
	struct winsize size = {.ws_row = 30000, .ws_col = 20000};
	int terminal = posix_openpt(O_RDWR | O_NOCTTY), h = 0, w = 0;

	(void)state;
	assert_true(terminal >= 0);
	assert_int_equal(ioctl(terminal, TIOCSWINSZ, &size), 0);
	window_size(terminal, &h, &w);
	assert_int_equal(h, 500);
	assert_int_equal(w, 1000);
	size = (struct winsize){.ws_row = 24, .ws_col = 80};
	assert_int_equal(ioctl(terminal, TIOCSWINSZ, &size), 0);
	window_size(terminal, &h, &w);
	assert_int_equal(h, 24);
	assert_int_equal(w, 80);
	close(terminal);
	/* Where no terminal tells it. */
	setenv("LINES", "5000", 1);
	setenv("COLUMNS", "2000000000", 1);
	window_size(-1, &h, &w);
	assert_int_equal(h, 500);
	assert_int_equal(w, 1000);
	unsetenv("LINES");
	unsetenv("COLUMNS");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_lands_where_it_is_put),
	    cmocka_unit_test(nothing_is_written_outside),
	    cmocka_unit_test(wide_clusters_stay_whole),
	    cmocka_unit_test(marks_share_the_cell_of_their_letter),
	    cmocka_unit_test(a_tower_of_marks_is_cut_to_its_cell),
	    cmocka_unit_test(what_cannot_be_shown_becomes_a_replacement),
	    cmocka_unit_test(cut_text_ends_in_an_ellipsis),
	    cmocka_unit_test(style_is_added_without_touching_text),
	    cmocka_unit_test(in_ascii_all_stands_where_it_stood),
	    cmocka_unit_test(a_size_is_bounded_whoever_tells_it),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
