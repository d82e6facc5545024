/* layout: which panes stand where at every size. */
#include "unit.h"

#include "lectern/ui/layout.h"

static int
shown(const struct panes *panes)
{
	int n = 0;

	for (int i = 0; i < PANE_COUNT; i++)
		n += panes->inner[i].h > 0 && panes->inner[i].w > 0;
	return n;
}

static void
width_decides_how_many_panes(void **state)
{
	static const struct {
		int w, panes;
	} cases[] = {{20, 1}, {79, 1}, {80, 2}, {119, 2}, {120, 3}, {300, 3}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct panes p = layout_panes(
		    24, cases[i].w, PANE_TALKS, false);

		assert_int_equal(shown(&p), cases[i].panes);
	}
}

static void
focused_pane_is_always_shown(void **state)
{
	(void)state;
	for (int w = 20; w < 200; w++)
		for (int f = 0; f < PANE_COUNT; f++)
			for (int zoom = 0; zoom < 2; zoom++) {
				struct panes p = layout_panes(
				    24, w, (enum pane)f, zoom);

				assert_true(p.inner[f].w > 0);
				assert_true(p.inner[f].h > 0);
				if (zoom)
					assert_int_equal(shown(&p), 1);
			}
}

static void
panes_fill_the_screen_without_overlap(void **state)
{
	(void)state;
	for (int h = 4; h < 60; h++)
		for (int w = 20; w < 260; w++) {
			struct panes p = layout_panes(h, w, PANE_TALKS, false);
			int next = 0, gap = p.borders ? 0 : 1;

			for (int i = 0; i < PANE_COUNT; i++) {
				if (p.frame[i].w == 0)
					continue;
				assert_int_equal(
				    p.frame[i].x, next ? next + gap : 0);
				next = p.frame[i].x + p.frame[i].w;
				assert_int_equal(p.frame[i].y, 1);
				assert_int_equal(p.frame[i].h, h - 2);
			}
			assert_int_equal(next, w);
			assert_int_equal(p.status.y, h - 1);
		}
}

static void
three_panes_share_one_to_two_to_three(void **state)
{
	struct panes p = layout_panes(40, 120, PANE_TALKS, false);

	(void)state;
	assert_int_equal(p.frame[PANE_TRACKS].w, 20);
	assert_int_equal(p.frame[PANE_TALKS].w, 40);
	assert_int_equal(p.frame[PANE_DETAIL].w, 60);
}

static void
low_screens_have_no_borders_and_tiny_ones_nothing(void **state)
{
	(void)state;
	assert_true(layout_panes(8, 80, PANE_TALKS, false).borders);
	assert_false(layout_panes(7, 80, PANE_TALKS, false).borders);
	assert_true(layout_panes(3, 80, PANE_TALKS, false).too_small);
	assert_true(layout_panes(24, 19, PANE_TALKS, false).too_small);
	assert_false(layout_panes(4, 20, PANE_TALKS, false).too_small);
}

static void
tracks_take_the_place_of_talks_at_middle_width(void **state)
{
	struct panes p = layout_panes(24, 100, PANE_TRACKS, false);

	(void)state;
	assert_true(p.inner[PANE_TRACKS].w > 0);
	assert_int_equal(p.inner[PANE_TALKS].w, 0);
	assert_true(p.inner[PANE_DETAIL].w > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(width_decides_how_many_panes),
	    cmocka_unit_test(focused_pane_is_always_shown),
	    cmocka_unit_test(panes_fill_the_screen_without_overlap),
	    cmocka_unit_test(three_panes_share_one_to_two_to_three),
	    cmocka_unit_test(low_screens_have_no_borders_and_tiny_ones_nothing),
	    cmocka_unit_test(tracks_take_the_place_of_talks_at_middle_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
