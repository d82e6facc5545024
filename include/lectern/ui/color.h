/*
 * The elements of the screen that have a colour: a row each.  The enum of
 * grid.h, `color` lines, the manual and the themes are made of this table.
 */
#ifndef LECTERN_COLOR_H
#define LECTERN_COLOR_H

#include "lectern/base/translate.h"

/*
 * ROW(NAME, "name", N_("what"), dark, light, mono, contrast, unknown) of each
 * element: the name and words for `color` lines, then how it looks in each theme,
 * and on a background that is not known, as LOOK(front, back, style).  Dim text
 * is hard to read on white, as are green, cyan and yellow: `light` uses none of
 * them for text.  Dim text is too faint on backgrounds like Solarized's, too:
 * `dark` has a grey for it, and where the terminal has no grey, its own colour.
 * `unknown` has those of the 256 colours that can be read on white and on black
 * (a contrast of 4.5 by WCAG 2); a terminal without them shows bold text, but
 * plain names, and dim what is quiet: names in lists would be as loud as titles.
 */
/* clang-format off */
#define COLORS(ROW) \
ROW(MATCH, "match", N_("what the filter found"), \
	LOOK(BLACK, YELLOW, 0), LOOK(BLACK, YELLOW, 0), \
	LOOK(OWN, OWN, STYLE_REVERSE), LOOK(BLACK, BRIGHT + YELLOW, 0), \
	LOOK(BLACK, YELLOW, 0)) \
ROW(LINK, "link", N_("a link"), \
	LOOK(CYAN, OWN, 0), LOOK(BLUE, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD), \
	LOOK(63, OWN, 0)) \
ROW(CODE, "code", N_("code in notes"), \
	LOOK(BRIGHT + MAGENTA, OWN, 0), LOOK(MAGENTA, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD), \
	LOOK(163, OWN, 0)) \
ROW(MARK, "mark", N_("signs of marks, tags, your own notes"), \
	LOOK(BRIGHT + MAGENTA, OWN, 0), LOOK(RED, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD), \
	LOOK(163, OWN, 0)) \
ROW(SPOKEN, "spoken", N_("transcripts, and what is found in them"), \
	LOOK(YELLOW, OWN, 0), LOOK(MAGENTA, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(CYAN, OWN, STYLE_BOLD), \
	LOOK(131, OWN, 0)) \
ROW(BORDER, "border", N_("borders of panes"), \
	LOOK(OWN, OWN, STYLE_DIM), LOOK(OWN, OWN, 0), \
	LOOK(OWN, OWN, STYLE_DIM), LOOK(OWN, OWN, 0), \
	LOOK(OWN, OWN, STYLE_DIM)) \
ROW(FOCUS, "focus", N_("the border of the pane that has the focus"), \
	LOOK(CYAN, OWN, 0), LOOK(BLUE, OWN, 0), \
	LOOK(OWN, OWN, STYLE_BOLD), LOOK(OWN, OWN, STYLE_BOLD), \
	LOOK(63, OWN, 0)) \
ROW(ERROR, "error", N_("a message of what went wrong"), \
	LOOK(BRIGHT + RED, OWN, STYLE_BOLD), LOOK(RED, OWN, STYLE_BOLD), \
	LOOK(OWN, OWN, STYLE_BOLD), LOOK(BRIGHT + WHITE, RED, STYLE_BOLD), \
	LOOK(OWN, OWN, STYLE_BOLD)) \
ROW(NAMES, "names", N_("speakers, and headings of the help"), \
	LOOK(GREEN, OWN, 0), LOOK(BLUE, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD), \
	LOOK(29, OWN, 0)) \
ROW(QUIET, "quiet", N_("what matters less, and talks that are seen"), \
	LOOK(GREY, OWN, 0), LOOK(OWN, OWN, 0), \
	LOOK(OWN, OWN, STYLE_DIM), LOOK(OWN, OWN, 0), \
	LOOK(MID_GREY, OWN, 0)) \
ROW(SELECTED, "selected", N_("the selected row of the pane with the focus"), \
	LOOK(OWN, OWN, STYLE_REVERSE), LOOK(OWN, OWN, STYLE_REVERSE), \
	LOOK(OWN, OWN, STYLE_REVERSE), LOOK(OWN, OWN, STYLE_REVERSE | STYLE_BOLD), \
	LOOK(OWN, OWN, STYLE_REVERSE)) \
ROW(QR, "qr", N_("a QR code: dark on light, whatever the theme"), \
	LOOK(BLACK, BRIGHT + WHITE, 0), LOOK(BLACK, BRIGHT + WHITE, 0), \
	LOOK(OWN, OWN, STYLE_REVERSE), LOOK(BLACK, BRIGHT + WHITE, 0), \
	LOOK(BLACK, BRIGHT + WHITE, 0)) \
ROW(QR_DARK, "qr-dark", N_("what is dark of it where the screen is ASCII"), \
	LOOK(BLACK, BLACK, 0), LOOK(BLACK, BLACK, 0), \
	LOOK(OWN, OWN, 0), LOOK(BLACK, BLACK, 0), \
	LOOK(BLACK, BLACK, 0))
/* clang-format on */

#endif
