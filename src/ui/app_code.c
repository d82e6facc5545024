#include "lectern/ui/app.h"

bool
app_code(const struct app *app, uint32_t *second)
{
	const struct talk_rows *rows = &app->detail;
	size_t top = app->detail_top, row = app->match_row;
	size_t h = (size_t)app->panes.inner[PANE_DETAIL].h, len;

	if (app->focus == PANE_TALKS && app_filtered(app) && app->list.n > 0)
		return app_spoken_hit(app, &app->list.hit[app->talks.sel],
			   second, &len) != NULL;
	if (app->focus != PANE_DETAIL || row >= rows->nrows || row < top ||
	    row >= top + h)
		return false;
	/* A line may be wrapped: its first row has the code. */
	while (!rows->rows[row].coded && row > 0 &&
	    rows->rows[row - 1].text == rows->rows[row].text)
		row--;
	*second = rows->rows[row].second;
	return rows->rows[row].coded;
}

bool
app_code_step(struct app *app, int step)
{
	const struct talk_rows *rows = &app->detail;
	size_t top = app->detail_top, row = app->match_row;
	size_t end = top + (size_t)app->panes.inner[PANE_DETAIL].h;

	if (end > rows->nrows)
		end = rows->nrows;
	/* From what is in sight, if the reader has scrolled away. */
	if (row >= top && row < end)
		row += (size_t)step;
	else
		row = step > 0 ? top : end - 1;
	/* Below row 0 the subtraction wraps to a number past the end. */
	for (; row < rows->nrows; row += (size_t)step)
		if (rows->rows[row].coded) {
			app_detail_show(app, row);
			return true;
		}
	return false;
}
