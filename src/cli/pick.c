#include "cli/pick.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/print.h"
#include "lectern/base/translate.h"

int
pick_begin(struct err *err)
{
	int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
	int output = terminal >= 0
	    ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
	    : -1;

	if (output < 0)
		err_set(err, "/dev/tty: %s", strerror(errno));
	else
		dup2(terminal, STDOUT_FILENO);
	if (terminal >= 0)
		close(terminal);
	return output;
}

void
pick_end(int output)
{
	fflush(stdout);
	dup2(output, STDOUT_FILENO);
	close(output);
}

bool
pick_check(const char *format, struct err *err)
{
	for (const char *s = format; *s; s++) {
		const char *known = *s == '%' ? "itsukcdfl%" : "tn\\";

		if (*s != '%' && *s != '\\')
			continue;
		s++;
		if (!*s || !strchr(known, *s))
			return err_set(err,
			    _("--format: \"%c%.1s\" is none of %%i %%t %%s %%u "
			      "%%k %%c %%d %%f %%l %%%% \\t \\n"),
			    s[-1], s);
	}
	return true;
}

/* Without line feeds and tabs, which part lines and fields. */
static void
put_field(const char *text)
{
	for (; text && *text; text++)
		putchar(*text == '\n' || *text == '\t' ? ' ' : *text);
}

static void
put_value(const struct notes *notes, const struct talk *talk, char what)
{
	const struct source *source = &notes->sources[talk->source];
	char *speakers, *path;

	switch (what) {
	case 'i':
		put_field(talk->id);
		break;
	case 't':
		put_field(talk->title);
		break;
	case 's':
		speakers = notes_speakers(talk);
		put_field(speakers);
		free(speakers);
		break;
	case 'u':
		put_field(talk->url);
		break;
	case 'k':
		put_field(notes->tracks[talk->track].name);
		break;
	case 'c':
		put_field(source->name);
		break;
	case 'd':
		put_field(talk->day);
		break;
	case 'f':
		/* A script opens what has this name, whatever is in it. */
		path = isatty(STDOUT_FILENO) ? print_masked(source->path)
					     : NULL;
		put_field(path ? path : source->path);
		free(path);
		break;
	case 'l':
		printf("%u", talk->line);
		break;
	default:
		putchar(what);
	}
}

static void
put_formatted(
    const struct notes *notes, const struct talk *talk, const char *format)
{
	for (const char *s = format; *s; s++) {
		if (*s == '%' && s[1])
			put_value(notes, talk, *++s);
		else if (*s == '\\' && s[1]) {
			s++;
			putchar(*s == 't' ? '\t' : *s == 'n' ? '\n' : *s);
		} else
			putchar(*s);
	}
	putchar('\n');
}

void
pick_print(const struct notes *notes, const struct marks *marks, bool json,
    const char *format, const uint32_t *talks, size_t n)
{
	const struct print_options print = {
	    .format = json ? PRINT_JSON : PRINT_TSV};

	for (size_t i = 0; i < n; i++) {
		const struct talk *talk = &notes->talks[talks[i]];

		if (format)
			put_formatted(notes, talk, format);
		else
			print_talk_line(
			    stdout, notes, talk, NULL, marks, &print);
	}
}
