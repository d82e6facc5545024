/*
 * The smallest program that shows what lectern does: three panes with borders
 * and some text, and a counter at the right of the last row.  Ends at `q`.
 */
#include <curses.h>
#include <locale.h>

#define ROWS 36 /* of text, as on a screen of 40 rows */

static void
draw_pane(int y, int x, int h, int w, const char *title, const char *text)
{
	WINDOW *pane = newwin(h, w, y, x);

	if (!pane)
		return;
	box(pane, 0, 0);
	mvwaddstr(pane, 0, 2, title);
	for (int i = 1; i <= ROWS && i < h - 1; i++)
		mvwaddnstr(pane, i, 3, text, w - 4);
	wnoutrefresh(pane);
	delwin(pane);
}

int
main(void)
{
	static const char counter[] = "224/224";
	static const char text[] =
	    "Notes of a talk, long enough to fill a row of the widest pane";

	setlocale(LC_ALL, "");
	if (!initscr())
		return 2;
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	mvaddstr(0, 0, "Three panes");
	mvaddstr(LINES - 1, 0, "q quit");
	mvaddstr(LINES - 1, COLS - (int)sizeof(counter) + 1, counter);
	wnoutrefresh(stdscr);
	draw_pane(1, 0, LINES - 2, 20, "Tracks", text);
	draw_pane(1, 20, LINES - 2, 40, "Talks", text);
	draw_pane(1, 60, LINES - 2, COLS - 60, "Notes", text);
	doupdate();
	while (getch() != 'q')
		;
	endwin();
	return 0;
}
