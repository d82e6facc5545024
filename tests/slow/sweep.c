/*
 * Documents of all formats in two sizes, given to each command of lectern, run
 * in this process.  sweep.sh counts what measure() takes, call by call.
 *
 *	sweep -n       prints the names, in order; each is measured twice
 *	sweep all      all commands for each document; else some, in turn
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

#define DIGITS "00000000000"
#define ID     "AAAAAAAAAAA"
#define WATCH  "https://www.youtube.com/watch?v="
#define TALK   "# C\n\n## One - Ann Example\n\n" WATCH ID "\n\n"
#define EVENT  "<schedule><day index='1' date='2026-01-02'><room name='r'>"
#define ENDX   "</room></day></schedule>"
#define JSON   "{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"r\":["
#define ENDJ   "{\"title\":\"t\"}]}}]}}}"
#define ICAL   "BEGIN:VCALENDAR\n"
#define XCAL   "<icalendar><vcalendar>"

/* `each` is repeated; a `%` in it becomes a number of eleven digits. */
static const struct shape {
	const char *ending, *before, *each, *after;
	size_t n;
} shapes[] = {
    {"md", "", "## Talk % - Ann Lee\n\n" WATCH "%\n\n- a word\n- b\n\n", "",
	300},
    {"md", "", "# T%\n\n## Talk - Ann Lee, Bo Li\n\n> a word\n\n", "", 300},
    {"md", "", "## Lightning talks\n\n- [a](http://x.example/%)\n\n", "", 300},
    {"md", "", "- [t %](" WATCH "%) - Bo Li\n", "", 400},
    {"md", "", "- [t %](" WATCH "%) by Bo [1:13:40]\n  - x `y` *z*\n", "", 300},
    {"md", "| Talk | Speaker | Video |\n|---|---|---|\n",
	"| t% | Ann Lee | [v](" WATCH "%) |\n", "", 300},
    {"md", "", "**t % - Bo**\n\nword\n\n", "", 300},
    {"md", "", "### 20%\n\n* 10:00 Title % (Ann Lee)\n", "", 300},
    {"md", TALK, "- 00:01 word %\n", "", 1500},
    {"md", TALK, "word *b* [l](http://x.example/%) \n", "", 800},
    {"md", TALK, "word\n\n", "", 2000},
    {"md", TALK, "> - word\n", "", 2000},
    {"md", TALK "```\n", "code %\n", "```\n", 2000},
    {"md", TALK "<div>\n", "<p>a <b>%</b>\n", "</div>\n", 1000},
    {"md", TALK, "<a href=\"http://x.example/%\">x</a>\n\n", "", 500},
    {"md", TALK, "[[page %|shown]] and ==this== :smile: ~~x~~\n", "", 500},
    {"md", TALK "- ", "[[", "\n", 4000},
    {"md", TALK "- ", "{{< a ", "\n", 3000},
    {"md", TALK, "> [!note] t %\n", "", 800},
    {"md", TALK, "x[^%]\n\n[^%]: note\n\n", "", 500},
    {"md", "---\nspeakers:\n", "- Ann %\n", "---\n# T\n\nx\n", 800},
    {"md", "---\ntitle: ", "[[a|b]] ", "\n---\n# T\n\nx\n", 1500},
    {"md", "---\n", "tag%: x\n", "---\n# T\n\nx\n", 1500},
    {"md", TALK "## t - ", "Ann Lee & ", "\n\n- x\n", 1500},
    {"md", TALK "## ", "a: b - ", "\n\n- x\n", 2000},
    {"md", TALK "## ", "[a](http://x.example/%) ", "\n\n- x\n", 600},
    {"md", TALK "- ", "www.x.example/% ", "\n", 800},
    {"md", "", "Speaker: Ann %\n\nTitle: t %\n\n", "", 500},
    {"md", "", "\xEF\xBC\x88%\xEF\xBC\x89\xE4\xBC\x9A\xE8\xAD\xB0\n\n", "",
	800},
    {"md", TALK "- ", "\xCC\x81", "\n", 8000},
    {"md", TALK "- caf\xE9\n", "- \xE9t\xE9 %\r\n", "", 800},
    {"csv", "title,speaker,url,abstract\n",
	"\"t, %\",\"Ann, Bo\",https://x.example/%,\"a\nb\"\n", "", 200},
    {"csv", "title,speaker\na,\"", "Ann Lee;", "\"\n", 2000},
    {"csv", "title,speaker\na,b\n", "\"a\"\"", "\n", 3000},
    {"xml", EVENT,
	"<event id='%' guid='%'><title>t%</title><track>k</track><persons>"
	"<person>Ann</person></persons><abstract>word</abstract></event>",
	ENDX, 200},
    {"xml", EVENT "<event id='1'><title>t</title><links>",
	"<link href='http://x.example/%'>x</link>", "</links></event>" ENDX,
	500},
    {"xml", EVENT "<event id='1'><title>t</title><abstract>",
	"&lt;p&gt;x&lt;/p&gt;", "</abstract></event>" ENDX, 1500},
    {"xml", EVENT "<event id='1'><title>t</title></event><event ", "a%='x' ",
	"/>" ENDX, 1500},
    {"json", JSON,
	"{\"id\":\"%\",\"title\":\"t%\",\"persons\":[{\"name\":\"Ann\"}],"
	"\"abstract\":\"w \\u00e9\"},",
	ENDJ, 250},
    {"json", JSON "{\"title\":\"t\",\"persons\":[", "{\"name\":\"A%\"},",
	"{\"name\":\"B\"}]}," ENDJ, 800},
    {"json", JSON "{\"title\":\"t\",\"links\":[",
	"{\"title\":\"x\",\"url\":\"http://x.example/%\"},",
	"{\"url\":\"http://x.example\"}]}," ENDJ, 400},
    {"json", JSON "{\"title\":\"t\"", ",\"x%\":[{}]", "}," ENDJ, 1500},
    {"json", "{\"_type\":\"playlist\",\"title\":\"P\",\"entries\":[",
	"{\"id\":\"%\",\"title\":\"t % - Ann Lee\",\"description\":\"0:00 "
	"a\"},",
	"{\"id\":\"BBBBBBBBBBB\",\"title\":\"b\"}]}", 250},
    {"json", "{\"sessions\":[",
	"{\"id\":\"%\",\"title\":\"t%\",\"speakers\":[\"%\"]},",
	"{\"id\":\"1\",\"title\":\"b\"}],\"speakers\":[{\"id\":\"1\","
	"\"fullName\":\"A\"}],\"rooms\":[]}",
	250},
    {"ics", ICAL,
	"BEGIN:VEVENT\nUID:%\nDTSTART:20260102T100000Z\nSUMMARY:t %\n"
	"DESCRIPTION:w\\nx\nEND:VEVENT\n",
	"END:VCALENDAR\n", 300},
    {"ics", ICAL "BEGIN:VEVENT\nSUMMARY:t\n", "ATTENDEE;CN=A%:mailto:x\n",
	"END:VEVENT\nEND:VCALENDAR\n", 1000},
    {"ics", ICAL "BEGIN:VEVENT\nSUMMARY:t\nDESCRIPTION:", "w\n ",
	"\nEND:VEVENT\nEND:VCALENDAR\n", 5000},
    {"xcal", XCAL, "<vevent><uid>%</uid><summary>t %</summary></vevent>",
	"</vcalendar></icalendar>", 300},
    {"vtt", "WEBVTT\n\n", "00:01.000 --> 00:02.000\n<i>a</i> word %\n\n", "",
	600},
    {"srt", "", "1\n00:00:01,000 --> 00:00:02,000\nword\n\n", "", 1000},
};

#define SHAPES (sizeof(shapes) / sizeof(*shapes))

/* The document stands where there is a `%`. */
static const char *const commands[][6] = {
    {"check", "%"},
    {"list", "%"},
    {"list", "--json", "%"},
    {"search", "zzyzx", "%"},
    {"search", "word", "--json", "%"},
    {"show", ID, "%"},
    {"join", "%"},
    {"sources", "%"},
    {"speakers", "%"},
    {"tracks", "--json", "%"},
    {"export", "--format=markdown", "--notes", "--query", "t", "%"},
    {"--screen", "100x30", "%"},
    {"list", "--query", "~tk -zzyzx | s:ann", "%"},
};

#define COMMANDS (sizeof(commands) / sizeof(*commands))

static void
write_document(const char *path, const struct shape *shape, size_t n)
{
	FILE *file = fopen(path, "wb");

	if (!file)
		exit(2);
	fputs(shape->before, file);
	for (size_t i = 0; i < n; i++) {
		for (const char *s = shape->each; *s; s++) {
			if (*s == '%')
				fprintf(file, "%011zu", i);
			else
				putc(*s, file);
		}
	}
	fputs(shape->after, file);
	if (fclose(file) != 0)
		exit(2);
}

/* Not inline: it is known by its name. */
__attribute__((noinline)) void measure(int argc, char **argv);

void
measure(int argc, char **argv)
{
	/* For getopt, which goes on where it was. */
	optind = 0;
	cli_main(argc, argv);
	fflush(stdout);
}

/* Runs a command on a document, which is read anew. */
static void
run(const struct shape *shape, size_t n, const char *const command[6])
{
	static size_t runs;
	const char *folder = getenv("TMPDIR");
	char *argv[11], path[4096];
	int argc = 0;

	snprintf(path, sizeof(path), "%s/sweep-%zu.%s",
	    folder ? folder : "/tmp", runs++, shape->ending);
	write_document(path, shape, n);
	argv[argc++] = strdup("lectern");
	argv[argc++] = strdup("--no-config");
	/* What is kept depends on how long it took. */
	argv[argc++] = strdup("--no-cache");
	argv[argc++] = strdup("--no-sandbox");
	for (size_t i = 0; i < 6 && command[i]; i++)
		argv[argc++] = strdup(
		    strcmp(command[i], "%") == 0 ? path : command[i]);
	argv[argc] = NULL;
	measure(argc, argv);
	while (argc > 0)
		free(argv[--argc]);
	unlink(path);
}

static void
print_name(size_t i, size_t k)
{
	printf("0 %zu %s, ", i + 1, shapes[i].ending);
	for (const char *s = shapes[i].each; *s && s < shapes[i].each + 24; s++)
		putchar(*s >= ' ' ? *s : ' ');
	putchar(':');
	for (size_t a = 0; a < 6 && commands[k][a]; a++)
		printf(" %s", commands[k][a]);
	puts("");
}

int
main(int argc, char **argv)
{
	bool names = argc > 1 && strcmp(argv[1], "-n") == 0;
	bool all = argc > 1 && strcmp(argv[argc - 1], "all") == 0;

	if (!names && !freopen("/dev/null", "w", stdout))
		return 2;
	for (size_t i = 0; i < SHAPES; i++) {
		for (size_t k = 0; k < COMMANDS; k++) {
			/* All of them for each document take minutes. */
			if (!all && k != i % COMMANDS)
				continue;
			for (size_t twice = 1; !names && twice <= 2; twice++)
				run(&shapes[i], twice * shapes[i].n,
				    commands[k]);
			if (names)
				print_name(i, k);
		}
	}
	return 0;
}
