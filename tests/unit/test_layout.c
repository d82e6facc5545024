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
width_and_focus_decide_which_panes_are_shown(void **state)
{
	static const struct {
		int w;
		enum pane focus;
		bool shown[PANE_COUNT];
	} cases[] = {
	    {20, PANE_TALKS, {false, true, false}},
	    {68, PANE_TRACKS, {true, false, false}},
	    {69, PANE_TRACKS, {true, true, false}},
	    {80, PANE_TALKS, {true, true, false}},
	    {108, PANE_DETAIL, {false, false, true}},
	    {109, PANE_TRACKS, {true, true, false}},
	    {109, PANE_TALKS, {false, true, true}},
	    {149, PANE_DETAIL, {false, true, true}},
	    {150, PANE_DETAIL, {true, true, true}},
	    {300, PANE_TALKS, {true, true, true}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct panes p = layout_panes(
		    24, cases[i].w, cases[i].focus, false, NULL);

		for (int k = 0; k < PANE_COUNT; k++)
			assert_int_equal(p.inner[k].w > 0, cases[i].shown[k]);
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
				    24, w, (enum pane)f, zoom, NULL);

				assert_true(p.inner[f].w > 0);
				assert_true(p.inner[f].h > 0);
				if (zoom)
					assert_int_equal(shown(&p), 1);
			}
}

/* Checks that the panes fill the width, with one column between two. */
static void
check_filled(const struct panes *p, int h, int w)
{
	int edge = p->borders ? 1 : 0, next = edge;

	for (int i = 0; i < PANE_COUNT; i++) {
		if (p->inner[i].w == 0)
			continue;
		assert_true(p->inner[i].w > 0);
		assert_int_equal(p->inner[i].x, next);
		next = p->inner[i].x + p->inner[i].w + 1;
		assert_int_equal(p->frame[i].x, p->inner[i].x - edge);
		assert_int_equal(p->frame[i].w, p->inner[i].w + 2 * edge);
		assert_int_equal(p->frame[i].y, 1);
		assert_int_equal(p->frame[i].h, h - 2);
	}
	assert_int_equal(next - 1, w - edge);
	assert_int_equal(p->status.y, h - 1);
}

static void
panes_fill_the_screen_and_share_borders(void **state)
{
	(void)state;
	for (int h = 4; h < 60; h += 3)
		for (int w = 20; w < 260; w++)
			for (int f = 0; f < PANE_COUNT; f++) {
				struct panes p = layout_panes(
				    h, w, (enum pane)f, false, NULL);

				check_filled(&p, h, w);
			}
}

static void
each_pane_has_room_for_what_it_shows(void **state)
{
	(void)state;
	for (int w = 69; w < 400; w++)
		for (int f = 0; f < PANE_COUNT; f++) {
			struct panes p = layout_panes(
			    40, w, (enum pane)f, false, NULL);

			if (p.inner[PANE_TRACKS].w > 0)
				assert_in_range(p.inner[PANE_TRACKS].w, 20, 32);
			if (p.inner[PANE_TALKS].w > 0)
				assert_true(p.inner[PANE_TALKS].w >= 46);
			if (p.inner[PANE_DETAIL].w > 0)
				assert_true(p.inner[PANE_DETAIL].w >= 60);
		}
}

static void
borders_are_moved_as_far_as_panes_allow(void **state)
{
	struct panes before = layout_panes(40, 160, PANE_TALKS, false, NULL);
	struct borders moved = {-4, 6};
	struct panes p = layout_panes(40, 160, PANE_TALKS, false, &moved);

	(void)state;
	assert_int_equal(
	    p.inner[PANE_TRACKS].w, before.inner[PANE_TRACKS].w - 4);
	assert_int_equal(
	    p.inner[PANE_DETAIL].x, before.inner[PANE_DETAIL].x + 6);
	check_filled(&p, 40, 160);
	for (int by = -1000; by <= 1000; by += 50)
		for (int w = 69; w < 260; w += 9)
			for (int f = 0; f < PANE_COUNT; f++) {
				moved = (struct borders){by, -by};
				p = layout_panes(
				    40, w, (enum pane)f, false, &moved);
				check_filled(&p, 40, w);
			}
}

static void
low_screens_have_no_borders_and_tiny_ones_nothing(void **state)
{
	(void)state;
	assert_true(layout_panes(8, 80, PANE_TALKS, false, NULL).borders);
	assert_false(layout_panes(7, 80, PANE_TALKS, false, NULL).borders);
	assert_true(layout_panes(3, 80, PANE_TALKS, false, NULL).too_small);
	assert_true(layout_panes(24, 19, PANE_TALKS, false, NULL).too_small);
	assert_false(layout_panes(4, 20, PANE_TALKS, false, NULL).too_small);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(width_and_focus_decide_which_panes_are_shown),
	    cmocka_unit_test(focused_pane_is_always_shown),
	    cmocka_unit_test(panes_fill_the_screen_and_share_borders),
	    cmocka_unit_test(each_pane_has_room_for_what_it_shows),
	    cmocka_unit_test(borders_are_moved_as_far_as_panes_allow),
	    cmocka_unit_test(low_screens_have_no_borders_and_tiny_ones_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
