/*
 * One text of 40 MB, in each format and place: reading the document, and telling
 * what was left out, takes at most three times its size.  Prints TAP.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define BYTES ((size_t)40000000)
#define MOST  3 /* times the document */

#define TALK  "# C\n\n## One - Ann Example\n\n"
#define OTHER "\n\n## Two - Bo Sample\n\n- x\n"
#define EVENT \
	"<schedule><day index='1'><room name='r'><event " \
	"id='1'><title>t</title>"
#define ENDX "</event></room></day></schedule>"
#define JSON \
	"{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"r\":[" \
	"{\"id\":1,\"title\":\"t\""
#define ENDJ "}]}}]}}}"
#define ICAL "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:t\n"
#define ENDI "\nEND:VEVENT\nEND:VCALENDAR\n"
#define CSV  "title,speaker,url,abstract\na,b,https://x.example/1,"
#define CUE  "00:00:01.000 --> 00:00:02.000\n"

static const struct endless {
	const char *ending, *before, *each, *after;
} endless[] = {
    {"md", "", "word ", ""},
    {"md", TALK "## ", "word ", OTHER},
    {"md", TALK "## T - ", "Ann Lee, ", OTHER},
    {"md", TALK "- ", "word ", OTHER},
    {"md", TALK "- ", "*a* ", OTHER},
    {"md", TALK "- ", "[a](", OTHER},
    {"md", TALK "- ", "[a](https://example.org/a) ", OTHER},
    {"md", TALK "- [x](https://example.org/", "abc", ")" OTHER},
    {"md", TALK "- https://example.org/", "abc", OTHER},
    {"md", TALK "- ", "\xE9 ", OTHER},
    {"md", TALK "- ", "\xFF", OTHER},
    {"md", TALK "> ", "word ", OTHER},
    {"md", TALK "```\n", "word ", "\n```" OTHER},
    {"md", TALK "<div>", "<a ", "</div>" OTHER},
    {"md", TALK "| Talk | b |\n|---|---|\n| ", "word ", " | c |\n"},
    {"md", TALK "[r]: https://example.org/", "abc", "\n\n[r]" OTHER},
    {"md", "- [t](https://youtu.be/AAAAAAAAAAA) - ", "Ann, ", "\n- b\n"},
    {"md", "---\ntitle: ", "word ", "\n---\n# T\n\nx\n"},
    {"md", "---\n", "key", ": v\n---\n# T\n\nx\n"},
    {"csv", CSV, "word ", "\n"},
    {"csv", CSV "\"", "\"\"\n", "\"\n"},
    {"csv", CSV "c\n\"", "word ", "\",b\n"},
    {"csv", CSV "c\nd", ",e", "\n"},
    {"csv", CSV "c\nd,\"", "Ann Lee\n", "\"\n"},
    {"xml", EVENT "<abstract>", "word ", "</abstract>" ENDX},
    {"xml", EVENT "<abstract>", "a&amp;\n", "</abstract>" ENDX},
    {"xml", EVENT "<abstract><![CDATA[", "<b>\n", "]]></abstract>" ENDX},
    {"xml", EVENT "<person>", "Ann ", "</person>" ENDX},
    {"xml", EVENT "<link href='http://x.example/", "abc", "'/>" ENDX},
    {"xml", EVENT "<a ", "abc", "='1'/>" ENDX},
    {"xml", EVENT "<!--", "word ", "-->" ENDX},
    {"json", JSON ",\"abstract\":\"", "word ", "\"" ENDJ},
    {"json", JSON ",\"abstract\":\"", "\\u00e9\\n", "\"" ENDJ},
    {"json", JSON ",\"persons\":[{\"name\":\"", "Ann ", "\"}]" ENDJ},
    {"json", JSON ",\"", "key", "\":1" ENDJ},
    {"json", JSON ",\"x\":[", "1,", "1]" ENDJ},
    {"json", JSON ",\"x\":", "1", ENDJ},
    {"ics", ICAL "DESCRIPTION:", "word ", ENDI},
    {"ics", ICAL "DESCRIPTION:", "word\n ", ENDI},
    {"ics", ICAL "ATTENDEE;CN=\"", "Ann ", "\":mailto:x" ENDI},
    {"ics", ICAL "URL:https://x.example/", "abc", ENDI},
    {"vtt", "WEBVTT\n\n" CUE, "word ", "\n"},
    {"srt", "1\n" CUE, "<i>w</i> ", "\n"},
};

#define ENDLESS (sizeof(endless) / sizeof(*endless))

/* Writes the document; returns its bytes. */
static size_t
write_document(const char *path, const struct endless *e)
{
	FILE *file = fopen(path, "wb");
	size_t n = BYTES / strlen(e->each);

	if (!file)
		exit(2);
	fputs(e->before, file);
	for (size_t i = 0; i < n; i++)
		fputs(e->each, file);
	fputs(e->after, file);
	if (fclose(file) != 0)
		exit(2);
	return strlen(e->before) + n * strlen(e->each) + strlen(e->after);
}

/* Runs `lectern check`; what it says is "... read whole" in file `out`. */
static size_t
run(char *path, const char *out)
{
	char *lectern = getenv("LECTERN"), check[] = "check";
	char *argv[] = {lectern, check, path, NULL};
	struct rusage used;
	posix_spawn_file_actions_t actions;
	extern char **environ;
	int status;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(
	    &actions, STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawn_file_actions_adddup2(
	    &actions, STDOUT_FILENO, STDERR_FILENO);
	if (!lectern ||
	    posix_spawn(&pid, lectern, &actions, NULL, argv, environ) != 0 ||
	    wait4(pid, &status, 0, &used) != pid || !WIFEXITED(status) ||
	    WEXITSTATUS(status) > 1)
		exit(2);
	posix_spawn_file_actions_destroy(&actions);
	return (size_t)used.ru_maxrss * 1024;
}

static int
is_told(const char *out)
{
	char said[4096];
	FILE *file = fopen(out, "r");
	size_t n = file ? fread(said, 1, sizeof(said) - 1, file) : 0;

	said[n] = '\0';
	if (file)
		fclose(file);
	return strstr(said, "read whole") || strstr(said, "than are read");
}

/* Whether this build of lectern reads documents that end so. */
static int
is_read(const char *ending)
{
#ifdef HAVE_EXPAT
	(void)ending;
	return 1;
#else
	return ending[0] != 'x';
#endif
}

int
main(void)
{
	const char *folder = getenv("TMPDIR");
	const char *sanitized = getenv("SANITIZED");
	char path[4096], out[4110];
	int bad = 0;

	printf("1..%zu\n", ENDLESS);
	for (size_t i = 0; i < ENDLESS; i++) {
		const struct endless *e = &endless[i];

		if (!is_read(e->ending)) {
			printf("ok %zu - %s # SKIP built without expat\n",
			    i + 1, e->ending);
			continue;
		}
		snprintf(path, sizeof(path), "%s/long.%s",
		    folder ? folder : "/tmp", e->ending);
		snprintf(out, sizeof(out), "%s.out", path);

		size_t len = write_document(path, e), most = run(path, out);
		int good = is_told(out) &&
		    (most <= MOST * len || (sanitized && *sanitized));

		printf("%sok %zu - %s, %.8s in a text of 40 MB: %zu %% of it\n",
		    good ? "" : "not ", i + 1, e->ending, e->each,
		    most * 100 / len);
		bad += !good;
		unlink(path);
		unlink(out);
	}
	return bad > 0;
}
