#include "lectern/ui/layout.h"

#include <string.h>

#define LOW  8   /* rows under which borders cost too much */
#define WIDE 150 /* columns from which three panes fit */

/* The fewest and the most columns inside each pane. */
#define TRACKS_LEAST  20
#define TRACKS_MOST   32
#define TALKS_LEAST   46
#define DETAIL_LEAST  60
#define DETAIL_MOST   (NOTES_MOST + 3)
#define MOVED_LEAST   12 /* that a border which is moved leaves */
#define TWO_FROM      (TRACKS_LEAST + TALKS_LEAST + 3)
#define BESIDE_FROM   (TALKS_LEAST + DETAIL_LEAST + 3)
#define DETAIL_SHARE  42 /* per cent of what list and notes have together */
#define TRACKS_SHARE  18
#define TRACKS_OF_TWO 26

static int
within(int n, int least, int most)
{
	if (n > most)
		n = most;
	return n < least ? least : n;
}

/* The first pane to show, how many, and the columns of all but one. */
struct division {
	enum pane first;
	int n;
	int columns[PANE_COUNT];
};

/* Three panes within `room` columns. */
static void
divide_in_three(
    struct division *d, int room, int share, const struct borders *moved)
{
	int tracks = within(share, TRACKS_LEAST, TRACKS_MOST) + moved->tracks;

	tracks = within(tracks, MOVED_LEAST, room - 2 * MOVED_LEAST);
	room -= tracks;

	int detail = within(
	    room * DETAIL_SHARE / 100, DETAIL_LEAST, DETAIL_MOST);

	/* Moving one border leaves the other in place. */
	detail = within(detail - moved->talks, MOVED_LEAST, room - MOVED_LEAST);
	d->columns[PANE_TRACKS] = tracks;
	d->columns[PANE_DETAIL] = detail;
	d->columns[PANE_TALKS] = room - detail;
}

/* Two panes within `room` columns. */
static void
divide_in_two(struct division *d, int room, const struct borders *moved)
{
	int left, by;

	if (d->first == PANE_TRACKS) {
		left = within(
		    room * TRACKS_OF_TWO / 100, TRACKS_LEAST, TRACKS_MOST);
		if (left > room - TALKS_LEAST)
			left = room - TALKS_LEAST;
		by = moved->tracks;
	} else {
		left = room - within(room / 2, DETAIL_LEAST, DETAIL_MOST);
		by = moved->talks;
	}
	left = within(left + by, MOVED_LEAST, room - MOVED_LEAST);
	d->columns[d->first] = left;
	d->columns[d->first + 1] = room - left;
}

static struct division
divide(int w, enum pane focus, bool zoom, bool borders,
    const struct borders *moved)
{
	struct division d = {.first = focus, .n = 1};

	if (!zoom && w >= WIDE) {
		d.first = PANE_TRACKS;
		d.n = 3;
	} else if (!zoom && w >= BESIDE_FROM) {
		d.first = focus == PANE_TRACKS ? PANE_TRACKS : PANE_TALKS;
		d.n = 2;
	} else if (!zoom && w >= TWO_FROM && focus != PANE_DETAIL) {
		d.first = PANE_TRACKS;
		d.n = 2;
	}
	int room = borders ? w - d.n - 1 : w - d.n + 1;

	if (d.n == 3)
		divide_in_three(&d, room, w * TRACKS_SHARE / 100, moved);
	else if (d.n == 2)
		divide_in_two(&d, room, moved);
	else
		d.columns[focus] = room;
	return d;
}

/* The rows that are not of a pane. */
static struct panes
begin(int h, int w)
{
	struct panes panes;

	memset(&panes, 0, sizeof(panes));
	panes.too_small = h < 4 || w < 20;
	if (panes.too_small)
		return panes;
	panes.title = (struct rect){0, 0, 1, w};
	panes.status = (struct rect){h - 1, 0, 1, w};
	return panes;
}

struct panes
layout_plain(int h, int w, enum pane focus)
{
	struct panes panes = begin(h, w);

	if (!panes.too_small)
		panes.frame[focus] = panes.inner[focus] = (struct rect){
		    1, 0, h - 2, w};
	return panes;
}

struct panes
layout_panes(
    int h, int w, enum pane focus, bool zoom, const struct borders *moved)
{
	static const struct borders unmoved;
	struct panes panes = begin(h, w);

	if (panes.too_small)
		return panes;
	panes.borders = h >= LOW;

	struct division d = divide(
	    w, focus, zoom, panes.borders, moved ? moved : &unmoved);
	int edge = panes.borders ? 1 : 0, x = edge;

	/* A column keeps two panes apart even without borders. */
	for (int i = d.first; i < (int)d.first + d.n; i++) {
		panes.inner[i] = (struct rect){
		    1 + edge, x, h - 2 - 2 * edge, d.columns[i]};
		panes.frame[i] = (struct rect){
		    1, x - edge, h - 2, d.columns[i] + 2 * edge};
		x += d.columns[i] + 1;
	}
	return panes;
}
