#include "ui/term.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

/*
 * Signals are blocked but while poll waits: so none is lost, none comes at a
 * bad moment, and handlers have no more to do than to set a flag.  Those that
 * kill give the terminal back first, by what was prepared when it was taken.
 */

#define ESCAPE_WAIT 25   /* milliseconds for the rest of a key's sequence */
#define PASTE_WAIT  1000 /* for the rest of what is being pasted */
#define PASTE_MOST  (1 << 20)
#define BLANKS_MOST 3 /* shown in the style of what is around them */
#define COPY_MOST   100000

/* Codes above curses' own. */
enum { KEY_PASTE_START = KEY_MAX + 1, KEY_PASTE_END };

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static volatile sig_atomic_t got_end, got_resize, got_stop, got_continue;

/* The one terminal that a process has; curses has its own such state. */
static struct {
	SCREEN *screen;       /* NULL: not taken */
	FILE *keys;           /* /dev/tty where standard input is no terminal */
	FILE *out;            /* where curses writes: see begin_frame() */
	int frame;            /* a file in memory, or -1 */
	struct termios shell; /* as it was */
	sigset_t outside;     /* the mask outside of poll, before we came */
	bool color, italic;
	char goodbye[512]; /* the sequences that undo ours */
	size_t goodbye_len;
	char *pasted;
	size_t pasted_len, pasted_cap;
	enum term_mouse mouse;
	int mouse_y, mouse_x;
} term;

static const int kept_signals[] = {
    SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
static const int deadly_signals[] = {
    SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
on_signal(int number)
{
	switch (number) {
	case SIGWINCH:
		got_resize = 1;
		break;
	case SIGTSTP:
		got_stop = 1;
		break;
	case SIGCONT:
		got_continue = 1;
		break;
	default:
		got_end = number;
	}
}

static void
on_death(int number)
{
	ssize_t n = write(STDOUT_FILENO, term.goodbye, term.goodbye_len);

	(void)n;
	tcsetattr(STDOUT_FILENO, TCSANOW, &term.shell);
	/* The handler went away when it was called. */
	raise(number);
}

static void
block_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < COUNT(kept_signals); i++)
		sigaddset(&set, kept_signals[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
}

static void
catch_signals(void)
{
	struct sigaction action = {.sa_handler = on_signal};

	sigprocmask(SIG_SETMASK, NULL, &term.outside);
	block_signals();
	for (size_t i = 0; i < COUNT(kept_signals); i++)
		sigaction(kept_signals[i], &action, NULL);

	action.sa_handler = on_death;
	action.sa_flags = (int)SA_RESETHAND | SA_NODEFER;
	for (size_t i = 0; i < COUNT(deadly_signals); i++) {
		struct sigaction old;

		/* A sanitizer's own handler has more to tell. */
		sigaction(deadly_signals[i], NULL, &old);
		if (old.sa_handler == SIG_DFL)
			sigaction(deadly_signals[i], &action, NULL);
	}
}

static void
release_signals(void)
{
	struct sigaction action = {.sa_handler = SIG_DFL}, old;

	for (size_t i = 0; i < COUNT(kept_signals); i++)
		sigaction(kept_signals[i], &action, NULL);
	for (size_t i = 0; i < COUNT(deadly_signals); i++) {
		sigaction(deadly_signals[i], NULL, &old);
		if (old.sa_handler == on_death)
			sigaction(deadly_signals[i], &action, NULL);
	}
	sigprocmask(SIG_SETMASK, &term.outside, NULL);
}

/* Writes past curses, all of it. */
static void
write_raw(const char *s, size_t len)
{
	fflush(stdout);
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, s, len);

		if (n < 0 && errno != EINTR && errno != EAGAIN)
			return;
		if (n > 0) {
			s += n;
			len -= (size_t)n;
		}
	}
}

/* For a capability that is missing curses returns NULL or -1. */
static bool
is_there(const char *capability)
{
	return capability && (intptr_t)capability != -1;
}

/* Adds a sequence to the goodbye, without its padding. */
static void
add_goodbye(const char *s)
{
	if (!is_there(s))
		return;
	while (*s && term.goodbye_len < sizeof(term.goodbye)) {
		if (s[0] == '$' && s[1] == '<') {
			s += strcspn(s, ">");
			s += *s == '>';
			continue;
		}
		term.goodbye[term.goodbye_len++] = *s++;
	}
}

static bool
has(const char *capability)
{
	const char *s = tigetstr(capability);

	return is_there(s) && *s;
}

static void
set_colors(void)
{
	static const struct {
		short pair, front, back;
	} pairs[] = {
	    {COLOR_MATCH, COLOR_BLACK, COLOR_YELLOW},
	    {COLOR_LINK, COLOR_CYAN, -1},
	    {COLOR_CODE, COLOR_MAGENTA, -1},
	    {COLOR_MARK, COLOR_MAGENTA, -1},
	    {COLOR_FOCUS, COLOR_CYAN, -1},
	    {COLOR_ERROR, COLOR_RED, -1},
	    {COLOR_NAMES, COLOR_GREEN, -1},
	};

	term.color = has_colors() && start_color() == OK &&
	    use_default_colors() == OK && COLOR_PAIRS > COLOR_NAMES;
	for (size_t i = 0; term.color && i < COUNT(pairs); i++)
		init_pair(pairs[i].pair, pairs[i].front, pairs[i].back);
}

/*
 * Lets ^C be a signal and all other keys be keys: ^Z for us to stop cleanly,
 * ^S and ^Q instead of flow control, ^V and ^O instead of the line discipline's.
 */
static void
set_modes(void)
{
	struct termios modes;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDOUT_FILENO, &modes) == 0) {
		modes.c_iflag &= (tcflag_t) ~(IXON | IXOFF);
		modes.c_lflag &= (tcflag_t)~IEXTEN;
		modes.c_cc[VSUSP] = _POSIX_VDISABLE;
		tcsetattr(STDOUT_FILENO, TCSADRAIN, &modes);
	}
	def_prog_mode();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_WAIT);
	define_key("\033[200~", KEY_PASTE_START);
	define_key("\033[201~", KEY_PASTE_END);
}

static void
adopt_size(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0)
		resize_term(size.ws_row, size.ws_col);
}

/* curses gets a descriptor of its own, which can be led elsewhere. */
static bool
open_output(void)
{
	int fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);

	term.out = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (!term.out && fd >= 0)
		close(fd);
#ifdef MFD_CLOEXEC
	term.frame = memfd_create("frame", MFD_CLOEXEC);
#else
	term.frame = -1;
#endif
	return term.out != NULL;
}

static bool
open_screen(struct err *err)
{
	const char *type = getenv("TERM");

	if (!isatty(STDOUT_FILENO))
		return err_set(err, "standard output is no terminal");
	if (!type || !*type)
		return err_set(err,
		    "TERM is not set: the terminal's type "
		    "is not known");
	if (isatty(STDIN_FILENO))
		term.keys = stdin;
	else
		term.keys = fopen("/dev/tty", "re");
	if (!term.keys)
		return err_set(err, "/dev/tty: %s", strerror(errno));
	tcgetattr(STDOUT_FILENO, &term.shell);
	/* What curses finds caught it leaves alone. */
	catch_signals();
	if (!open_output())
		return err_set(err, "standard output: %s", strerror(errno));
	term.screen = newterm(NULL, term.out, term.keys);
	if (!term.screen)
		return err_set(err, "%s: terminal type not known (TERM)", type);
	if (!has("cup"))
		return err_set(err,
		    "%s: this type of terminal (TERM) has no movable cursor",
		    type);
	return true;
}

static void
close_screen(void)
{
	if (term.screen) {
		endwin();
		delscreen(term.screen);
		term.screen = NULL;
		tcsetattr(STDOUT_FILENO, TCSADRAIN, &term.shell);
	}
	if (term.out) {
		fclose(term.out);
		term.out = NULL;
		if (term.frame >= 0)
			close(term.frame);
	}
	if (term.keys) {
		release_signals();
		if (term.keys != stdin)
			fclose(term.keys);
		term.keys = NULL;
	}
}

static void
prepare_goodbye(bool mouse)
{
	term.goodbye_len = 0;
	add_goodbye(PASTE_OFF);
	if (mouse)
		add_goodbye("\033[?1006l\033[?1000l");
	add_goodbye(tigetstr("sgr0"));
	add_goodbye(tigetstr("cnorm"));
	add_goodbye(tigetstr("rmkx"));
	add_goodbye(tigetstr("rmcup"));
}

bool
term_open(bool mouse, bool color, struct err *err)
{
	if (!open_screen(err)) {
		close_screen();
		return false;
	}
	set_modes();
	if (color)
		set_colors();
	term.italic = has("sitm");
	if (mouse) {
		mousemask(BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON4_PRESSED |
			BUTTON5_PRESSED,
		    NULL);
		mouseinterval(0);
	}
	adopt_size();
	prepare_goodbye(mouse);
	/* What is said meanwhile is kept for after, not strewn on the screen. */
	setvbuf(stderr, NULL, _IOFBF, BUFSIZ);
	atexit(term_close);
	write_raw(PASTE_ON, strlen(PASTE_ON));
	return true;
}

void
term_close(void)
{
	if (!term.screen)
		return;
	write_raw(PASTE_OFF, strlen(PASTE_OFF));
	close_screen();
	fflush(stderr);
	setvbuf(stderr, NULL, _IONBF, 0);
	free(term.pasted);
	term.pasted = NULL;
	term.pasted_cap = 0;
}

void
term_leave(void)
{
	write_raw(PASTE_OFF, strlen(PASTE_OFF));
	endwin();
	fflush(stderr);
	sigprocmask(SIG_SETMASK, &term.outside, NULL);
}

void
term_enter(void)
{
	block_signals();
	adopt_size();
	clearok(curscr, TRUE);
	refresh();
	write_raw(PASTE_ON, strlen(PASTE_ON));
}

void
term_stop(void)
{
	struct sigaction action = {.sa_handler = SIG_DFL}, ours;

	term_leave();
	sigaction(SIGTSTP, &action, &ours);
	/* All of the job stops, as the terminal would have it. */
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
	got_stop = 0;
	got_continue = 0;
	term_enter();
}

void
term_size(int *h, int *w)
{
	getmaxyx(stdscr, *h, *w);
}

/* Showing */

/*
 * curses writes many small pieces, one for each movement of its cursor.  While it
 * makes a frame they go to a file in memory, and then to the terminal as one: that
 * is quicker, and what is half drawn is not seen.
 */
static void
begin_frame(void)
{
	if (term.frame >= 0)
		dup3(term.frame, fileno(term.out), O_CLOEXEC);
}

static void
end_frame(void)
{
	char piece[16384];
	off_t len, at = 0;
	ssize_t n = 1;

	if (term.frame < 0)
		return;
	dup3(STDOUT_FILENO, fileno(term.out), O_CLOEXEC);
	len = lseek(term.frame, 0, SEEK_CUR);
	for (; at < len && n > 0; at += n) {
		size_t left = (size_t)(len - at);

		n = pread(term.frame, piece,
		    left < sizeof(piece) ? left : sizeof(piece), at);
		if (n > 0)
			write_raw(piece, (size_t)n);
	}
	lseek(term.frame, 0, SEEK_SET);
}

static attr_t
attributes(unsigned style, short *pair)
{
	unsigned color = style >> STYLE_COLOR_SHIFT;
	attr_t out = A_NORMAL;

	/* Many terminals make bold black grey, which is lost on yellow. */
	if ((style & STYLE_BOLD) && !(term.color && color == COLOR_MATCH))
		out |= A_BOLD;
	if (style & STYLE_UNDERLINE)
		out |= A_UNDERLINE;
	if (style & STYLE_ITALIC)
		out |= term.italic ? A_ITALIC : A_UNDERLINE;
	if (style & STYLE_REVERSE)
		out |= A_REVERSE;
	/* Dim on a reversed row is hard to read. */
	if (((style & STYLE_DIM) || color == COLOR_BORDER) &&
	    !(style & STYLE_REVERSE))
		out |= A_DIM;
	*pair = term.color && color != COLOR_BORDER ? (short)color : 0;
	if (!term.color && color == COLOR_MATCH)
		out ^= A_REVERSE;
	if (!term.color && (color == COLOR_ERROR || color == COLOR_FOCUS))
		out |= A_BOLD;
	return out;
}

/*
 * Adds the characters of a cell to `text`; wchar_t has Unicode's numbers here.
 * The C library would take its time for each.
 */
static size_t
add_characters(wchar_t *text, const char *s)
{
	size_t n = 0, len = strlen(s);
	uint32_t code;

	for (size_t i = 0; i < len;) {
		i += text_decode(s + i, len - i, &code);
		text[n++] = (wchar_t)code;
	}
	return n;
}

static bool
look_alike(unsigned a, unsigned b)
{
	short pair_a, pair_b;

	return a == b ||
	    (attributes(a, &pair_a) == attributes(b, &pair_b) &&
		pair_a == pair_b);
}

/* Whether a blank of this style looks like any other. */
static bool
is_clear(unsigned style)
{
	return !(style & (STYLE_REVERSE | STYLE_UNDERLINE | STYLE_ITALIC)) &&
	    style >> STYLE_COLOR_SHIFT != COLOR_MATCH;
}

/*
 * Whether a run of a style goes on at `x`, be it beyond some blanks of another:
 * to change there and back costs more than they do.
 */
static bool
goes_on(const struct grid *grid, const struct cell *row, int x, unsigned style)
{
	int end = x + BLANKS_MOST < grid->w ? x + BLANKS_MOST : grid->w - 1;

	if (look_alike(row[x].style, style))
		return true;
	while (
	    x < end && is_clear(row[x].style) && strcmp(row[x].text, " ") == 0)
		x++;
	return is_clear(style) && look_alike(row[x].style, style);
}

/*
 * Shows a stretch of cells that look alike, in one piece, but for blanks at its
 * end that are there already; returns where it ends.
 */
static int
show_run(const struct grid *grid, int y, int x)
{
	const struct cell *row = &grid->cells[(size_t)y * (size_t)grid->w];
	wchar_t text[256];
	size_t len = 0;
	short pair;
	unsigned style = row[x].style;
	attr_t attrs = attributes(style, &pair);
	int start = x;

	while (x < grid->w && len + CELL_BYTES < COUNT(text) &&
	    goes_on(grid, row, x, style))
		len += add_characters(text + len, row[x++].text);
	for (; style == STYLE_PLAIN && len > 0 && text[len - 1] == L' '; len--)
		;
	if (len > 0) {
		attr_set(attrs, pair, NULL);
		mvaddnwstr(y, start, text, (int)len);
	}
	return x;
}

void
term_show(const struct grid *grid, bool clean)
{
	int h, w;

	getmaxyx(stdscr, h, w);
	if (clean)
		clearok(curscr, TRUE);
	erase();
	for (int y = 0; y < grid->h && y < h; y++)
		for (int x = 0; x < grid->w && x < w;)
			x = show_run(grid, y, x);
	attr_set(A_NORMAL, 0, NULL);
	move(grid->cursor_y < h ? grid->cursor_y : h - 1,
	    grid->cursor_x < w ? grid->cursor_x : w - 1);
	begin_frame();
	curs_set(grid->cursor_shown ? 1 : 0);
	refresh();
	end_frame();
}

/* Keys */

static const struct {
	wint_t code;
	const char *name;
} special_keys[] = {
    {KEY_UP, "Up"},
    {KEY_DOWN, "Down"},
    {KEY_LEFT, "Left"},
    {KEY_RIGHT, "Right"},
    {KEY_SR, "S-Up"},
    {KEY_SF, "S-Down"},
    {KEY_SLEFT, "S-Left"},
    {KEY_SRIGHT, "S-Right"},
    {KEY_PPAGE, "PgUp"},
    {KEY_NPAGE, "PgDn"},
    {KEY_HOME, "Home"},
    {KEY_END, "End"},
    {KEY_BACKSPACE, "Backspace"},
    {KEY_DC, "Delete"},
    {KEY_IC, "Insert"},
    {KEY_BTAB, "S-Tab"},
    {KEY_ENTER, "Enter"},
};

static const struct {
	wint_t code;
	const char *name;
} named_characters[] = {
    {'\t', "Tab"},
    {'\r', "Enter"},
    {'\n', "Enter"},
    {033, "Esc"},
    {' ', "Space"},
    {'\b', "Backspace"},
    {0x7F, "Backspace"},
};

/* Names a key that curses knows; false for one that lectern has no name for. */
static bool
name_special(wint_t code, char name[KEY_BYTES])
{
	for (size_t i = 0; i < COUNT(special_keys); i++)
		if (special_keys[i].code == code) {
			snprintf(name, KEY_BYTES, "%s", special_keys[i].name);
			return true;
		}
	if (code > KEY_F0 && code <= KEY_F(63)) {
		snprintf(name, KEY_BYTES, "F%u", (unsigned)(code - KEY_F0));
		return true;
	}
	return false;
}

static bool
name_character(wint_t code, char name[KEY_BYTES])
{
	mbstate_t state = {0};

	for (size_t i = 0; i < COUNT(named_characters); i++)
		if (named_characters[i].code == code) {
			snprintf(
			    name, KEY_BYTES, "%s", named_characters[i].name);
			return true;
		}
	if (code < ' ') {
		snprintf(name, KEY_BYTES, "^%c", (char)('@' + code));
		return true;
	}
	if (code >= 0x80 && code < 0xA0)
		return false;
	size_t n = wcrtomb(name, (wchar_t)code, &state);

	if (n == (size_t)-1)
		return false;
	name[n] = '\0';
	return true;
}

/* Waits for input or a signal; false when the terminal is gone. */
static bool
wait_input(int milliseconds, bool *ready)
{
	struct pollfd poll = {.fd = fileno(term.keys), .events = POLLIN};
	struct timespec time = {
	    milliseconds / 1000, (milliseconds % 1000) * 1000000L};
	int n = ppoll(&poll, 1, milliseconds < 0 ? NULL : &time, &term.outside);
	int bytes = 0;

	*ready = n > 0;
	if (n <= 0)
		return true;
	if (!(poll.revents & POLLIN) || poll.revents & (POLLHUP | POLLERR))
		return false;
	/* Readable and empty is the end. */
	return ioctl(poll.fd, FIONREAD, &bytes) != 0 || bytes > 0;
}

static void
keep_pasted(wint_t code)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = {0};
	size_t n = wcrtomb(bytes, (wchar_t)code, &state);

	if (n == (size_t)-1 || term.pasted_len + n > PASTE_MOST)
		return;
	term.pasted = mem_grow(
	    term.pasted, &term.pasted_cap, term.pasted_len + n, 1);
	memcpy(term.pasted + term.pasted_len, bytes, n);
	term.pasted_len += n;
}

static void
read_paste(void)
{
	wint_t code;

	term.pasted_len = 0;
	for (;;) {
		int kind = get_wch(&code);
		bool ready;

		if (kind == KEY_CODE_YES && code == KEY_PASTE_END)
			return;
		if (kind == OK)
			keep_pasted(code);
		else if (kind == ERR &&
		    (!wait_input(PASTE_WAIT, &ready) || (!ready && !got_end)))
			return;
		if (got_end)
			return;
	}
}

static bool
read_mouse(void)
{
	MEVENT event;

	if (getmouse(&event) != OK)
		return false;
	term.mouse_y = event.y;
	term.mouse_x = event.x;
	if (event.bstate & BUTTON4_PRESSED)
		term.mouse = TERM_WHEEL_UP;
	else if (event.bstate & BUTTON5_PRESSED)
		term.mouse = TERM_WHEEL_DOWN;
	else if (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED))
		term.mouse = TERM_CLICK;
	else
		return false;
	return true;
}

/* Esc with a character right behind it is that character with Alt. */
static void
name_alt(char name[KEY_BYTES])
{
	char key[KEY_BYTES - 2];
	wint_t code;
	int kind = get_wch(&code);

	if (kind == KEY_CODE_YES)
		ungetch((int)code);
	else if (kind == OK && name_character(code, name)) {
		snprintf(key, sizeof(key), "%s", name);
		snprintf(name, KEY_BYTES, "M-%s", key);
	}
}

/* What a key of curses is; TERM_TIMEOUT for one that is of no use. */
static enum term_event
name_key(int kind, wint_t code, char name[KEY_BYTES])
{
	if (kind == OK) {
		if (!name_character(code, name))
			return TERM_TIMEOUT;
		if (code == 033)
			name_alt(name);
		return TERM_KEY;
	}
	if (code == KEY_PASTE_START) {
		read_paste();
		return TERM_PASTE;
	}
	if (code == KEY_MOUSE)
		return read_mouse() ? TERM_MOUSE : TERM_TIMEOUT;
	return name_special(code, name) ? TERM_KEY : TERM_TIMEOUT;
}

/* What signals have asked for; TERM_TIMEOUT: nothing. */
static enum term_event
heed_signals(void)
{
	if (got_end)
		return TERM_END;
	if (got_stop) {
		term_stop();
		return TERM_RESIZE;
	}
	if (got_continue) {
		got_continue = 0;
		/* Whoever stopped us may have left other modes and other text. */
		term_leave();
		term_enter();
		return TERM_RESIZE;
	}
	if (got_resize) {
		got_resize = 0;
		adopt_size();
		return TERM_RESIZE;
	}
	return TERM_TIMEOUT;
}

enum term_event
term_key(int milliseconds, char name[KEY_BYTES])
{
	bool ready = true;
	struct timespec none = {0, 0};

	*name = '\0';
	/* Keys that keep coming must not keep signals out. */
	ppoll(NULL, 0, &none, &term.outside);
	for (;;) {
		enum term_event event = heed_signals();
		wint_t code;

		if (event != TERM_TIMEOUT)
			return event;
		int kind = get_wch(&code);

		if (kind != ERR) {
			event = name_key(kind, code, name);
			if (event != TERM_TIMEOUT)
				return event;
			continue;
		}
		if (!ready)
			return TERM_TIMEOUT;
		if (!wait_input(milliseconds, &ready)) {
			got_end = SIGHUP;
			return TERM_END;
		}
	}
}

const char *
term_pasted(size_t *len)
{
	*len = term.pasted_len;
	return term.pasted ? term.pasted : "";
}

enum term_mouse
term_moused(int *y, int *x)
{
	*y = term.mouse_y;
	*x = term.mouse_x;
	return term.mouse;
}

int
term_signal(void)
{
	int number = got_end;

	got_end = 0;
	return number;
}

void
term_copy(const char *text)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *s = (const unsigned char *)text;
	size_t len = strlen(text);
	char *out = mem_alloc(len / 3 * 4 + 32, 1), *end = out;

	if (len > COPY_MOST)
		len = 0;
	end = stpcpy(end, "\033]52;c;");
	for (size_t i = 0; i < len; i += 3) {
		unsigned a = s[i], b = i + 1 < len ? s[i + 1] : 0,
			 c = i + 2 < len ? s[i + 2] : 0;

		*end++ = digits[a >> 2];
		*end++ = digits[(a & 3) << 4 | b >> 4];
		*end++ = i + 1 < len ? digits[(b & 15) << 2 | c >> 6] : '=';
		*end++ = i + 2 < len ? digits[c & 63] : '=';
	}
	*end++ = '\a';
	if (len > 0)
		write_raw(out, (size_t)(end - out));
	free(out);
}
