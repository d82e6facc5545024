#include "words.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/print_json.h"
#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/source/body.h"
#include "source/builder.h"
#include "source/encoding.h"
#include "source/front_matter.h"
#include "source/markdown/loose_fence.h"
#include "source/markdown/markdown.h"
#include "source/markdown/notation.h"
#include "source/markdown/org.h"
#include "source/markdown/spaced_refs.h"

#define TOLD_MOST 40
#define GONE      '\1' /* in place of what is no word for anybody */

/* The next word of folded text, to be freed; NULL at its end. */
static char *
next_word(const char **at, const char *end)
{
	const char *s = *at;
	size_t n = 0, more = 0;
	uint32_t code;

	while (s + n < end) {
		more = text_decode(s + n, (size_t)(end - s) - n, &code);
		if (text_is_word(code)) {
			n += more;
		} else if (n == 0) {
			s += more;
		} else {
			break;
		}
	}
	*at = s + n;
	return n > 0 ? mem_dup(s, n) : NULL;
}

static void
take_words(struct strmap *words, struct arena *arena, const char *s, size_t len)
{
	char *word;

	/* A table of contents may spell a heading without its accents. */
	s = text_fold(arena, s, len, &len);
	for (const char *end = s + len; (word = next_word(&s, end));) {
		strmap_put(words, arena_dup(arena, word, strlen(word)), 0);
		free(word);
	}
}

/* Adds the words of a URL as it may have been written. */
static void
take_url(struct strmap *words, struct arena *arena, char *s)
{
	size_t n = 0;
	unsigned code;

	/* A bare www. was given its scheme. */
	if (strncmp(s, "http://", 7) == 0)
		take_words(words, arena, s + 7, strlen(s + 7));
	if (!strchr(s, '%'))
		return;
	for (char *from = s; *from; from++) {
		s[n] = *from;
		if (from[1] && from[2] && sscanf(from, "%%%2x", &code) == 1) {
			s[n] = (char)code;
			from += 2;
		}
		n++;
	}
	s = text_clean(arena, s, n, &n);
	take_words(words, arena, s, n);
}

/* Adds the words of the JSON string at `s`, but of names; returns its end. */
static const char *
take_string(struct strmap *words, struct arena *arena, const char *s)
{
	const char *end = s;
	char *text;
	size_t n = 0;

	while (*end != '"')
		end += 1 + (*end == '\\');
	text = mem_dup(s, (size_t)(end - s));
	for (; s < end; s++) {
		text[n] = *s;
		if (*s == '\\') {
			s++;
			text[n] = *s == 'n' || *s == 't' ? ' ' : *s;
			if (*s == 'u')
				s += 4;
		}
		n++;
	}
	text[n] = '\0';
	if (end[1] != ':')
		take_words(words, arena, text, n);
	take_url(words, arena, text);
	free(text);
	return end;
}

/* Numbers of items are shown, but none of their texts. */
static void
take_numbers(struct strmap *words, struct arena *arena,
    const struct block *block, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		char number[12];
		int len = snprintf(
		    number, sizeof(number), "%u", block[i].number);

		if (block[i].number > 0)
			take_words(words, arena, number, (size_t)len);
	}
}

/* The words of what `list --json` prints, and numbers of items. */
static void
take_all_words(
    struct strmap *words, struct arena *arena, const struct notes *notes)
{
	for (uint32_t i = 0; i < notes->nsources; i++)
		take_numbers(words, arena, notes->sources[i].blocks,
		    notes->sources[i].nblocks);
	for (uint32_t t = 0; t < notes->ntracks; t++)
		take_numbers(words, arena, notes->tracks[t].blocks,
		    notes->tracks[t].nblocks);
	for (uint32_t t = 0; t < notes->ntalks; t++) {
		struct body_blocks body = body_blocks(&notes->talks[t]);
		char *text, minutes[8];
		size_t len;
		FILE *out = open_memstream(&text, &len);

		take_numbers(words, arena, body.block, body.n);
		print_json_talk(out, notes, &notes->talks[t], NULL, NULL);
		fclose(out);
		for (const char *s = text; (s = strchr(s, '"')); s++)
			s = take_string(words, arena, s + 1);
		free(text);
		snprintf(
		    minutes, sizeof(minutes), "%u", notes->talks[t].minutes);
		take_words(words, arena, minutes, strlen(minutes));
	}
}

/* What parts people or leads to them may go, and a talk that has no notes. */
static bool
may_go(const char *word)
{
	static const char *const words[] = {"and", "und", "et", "y", "e", "i",
	    "og", "och", "a", "ja", "ve", "es", "\u0438", "\u0456",
	    "\u0442\u0430", "by", "von", "par", "por", "de", "di", "av", "with",
	    "mit", "avec", "con", "com", "met", "med", "w", "ft", "feat", "on",
	    "uber", "sur", "sobre", "om", "over", "from", "error", "url"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strcmp(words[i], word) == 0)
			return true;
	}
	return false;
}

/* Whether a word is there, or was parted where a link ends in it. */
static bool
is_kept(const struct strmap *words, char *word)
{
	bool kept = strmap_get(words, word) != NULL;

	for (size_t i = 1; !kept && word[i]; i++) {
		char next = word[i];

		kept = strmap_get(words, word + i) != NULL;
		word[i] = '\0';
		kept = kept && strmap_get(words, word) != NULL;
		word[i] = next;
	}
	return kept;
}

/* Counts the words of a node that are lost, after `before` others. */
static size_t
count_lost(const struct strmap *words, const char *path,
    const struct md_node *node, size_t before)
{
	struct arena *arena = arena_new();
	size_t len, lost = 0;
	const char *s = text_fold(arena, node->text.text, node->text.len, &len);
	char *word;

	for (const char *end = s + len; (word = next_word(&s, end));) {
		if (!may_go(word) && !is_kept(words, word) &&
		    before + lost++ < TOLD_MOST)
			fprintf(stderr, "%s:%u: lost \"%s\"\n", path, node->row,
			    word);
		free(word);
	}
	arena_free(arena);
	return lost;
}

/* Whether it is told that a line is left aside. */
static bool
is_left_aside(const struct notes *notes, uint32_t row)
{
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		const struct warning *w = &notes->warnings[i];

		if (row >= w->line && row - w->line < w->lines)
			return true;
	}
	return false;
}

/* Makes blanks of front matter that is clean. */
static void
blank_front(struct arena *arena, char *s, size_t len)
{
	struct front_matter front;
	size_t n = front_matter_skip(arena, s, len, &front);

	if (n == 0 || !text_is_clean(s, n))
		return;
	for (size_t i = 0; i < n; i++)
		s[i] = s[i] == '\n' ? '\n' : ' ';
}

/* Parses a document as the loader does. */
static void
parse(struct build *build, struct markdown *md, const char *path, const char *s,
    size_t len)
{
	struct arena *arena = build_arena(build);
	bool org = org_is(path, s, len);
	struct bytes bytes = {
	    .s = org ? org_plain(s, len, &len) : mem_dup(s, len)};
	char *clean, *plain, *fenced, *joined;

	bytes.len = len;
	blank_front(arena, bytes.s, len);
	clean = encoding_clean(build, arena, &bytes, &len);
	blank_front(arena, clean, len);
	fenced = loose_fence_around(arena, clean, &len);
	clean = fenced ? fenced : clean;
	fenced = loose_fence_ticked(arena, clean, &len);
	clean = fenced ? fenced : clean;
	joined = spaced_refs_part(arena, clean, &len);
	clean = joined ? joined : clean;
	/* Documents with none of these forms come back as they are. */
	plain = notation_plain(clean, len, path, 1, &len);
	markdown_parse(md, arena, plain ? plain : clean, len, NULL);
	free(plain);
}

/* Whether the notes were read as Markdown; or as JSON or YAML. */
static bool
is_markdown(const struct notes *notes)
{
	static const char *const shapes[] = {
	    "headings, ", "list, ", "paragraphs, ", "one talk"};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
		if (strncmp(notes->shape, shapes[i], strlen(shapes[i])) == 0)
			return true;
	}
	return false;
}

size_t
words_lost(
    const char *path, const char *s, size_t len, const struct notes *notes)
{
	struct arena *arena = arena_new();
	struct build *build = build_new(arena, NULL);
	struct strmap words = {0};
	struct markdown md;
	size_t lost = 0;

	if (is_markdown(notes))
		take_all_words(&words, arena, notes);
	build_conference(build, path, path);
	parse(build, &md, path, s, len);
	for (size_t i = 0; is_markdown(notes) && i < md.n; i++) {
		if (!is_left_aside(notes, md.node[i].row))
			lost += count_lost(&words, path, &md.node[i], lost);
	}
	markdown_free(&md);
	strmap_free(&words);
	build_free(build);
	arena_free(arena);
	return lost;
}

/* What is written. */

/* Takes all matches out, lines stay. */
static void
take_out(char *s, const char *pattern)
{
	regex_t regex;
	regmatch_t match;

	if (regcomp(&regex, pattern, REG_EXTENDED | REG_NEWLINE) != 0)
		abort();
	for (; regexec(&regex, s, 1, &match, 0) == 0; s += match.rm_eo) {
		for (regoff_t i = match.rm_so; i < match.rm_eo; i++) {
			if (s[i] != '\n')
				s[i] = GONE;
		}
		if (match.rm_eo == match.rm_so)
			match.rm_eo++;
	}
	regfree(&regex);
}

/* The value of an attribute that people see, in the tag [s, end); NULL: none. */
static const char *
seen_value(const char *s, const char *end, size_t *len)
{
	static const char *const names[] = {" title=", " alt="};

	for (size_t i = 0; i < 2; i++) {
		const char *at = memmem(
		    s, (size_t)(end - s), names[i], strlen(names[i]));
		const char *close;

		at = at ? at + strlen(names[i]) : NULL;
		if (!at || (*at != '"' && *at != '\''))
			continue;
		close = memchr(at + 1, *at, (size_t)(end - at - 1));
		if (close) {
			*len = (size_t)(close - at - 1);
			return at + 1;
		}
	}
	return NULL;
}

/* Takes tags out, but for what they show. */
static void
take_tags_out(char *s)
{
	for (char *end; (s = strchr(s, '<')); s = end) {
		size_t len = 0;
		const char *value;

		end = s + 1;
		if (!strchr("/abcdefghijklmnopqrstuvwxyz", s[1] | 0x20) ||
		    strncmp(s, "<!--", 4) == 0)
			continue;
		end = s + strcspn(s, ">");
		end += *end == '>';
		value = seen_value(s, end, &len);
		for (; s < end; s++) {
			if (*s != '\n' &&
			    !(value && s >= value && s < value + len))
				*s = GONE;
		}
	}
}

/* Takes the keys out of front matter. */
static void
take_keys_out(struct arena *arena, char *s, size_t len)
{
	struct front_matter front;
	size_t n = front_matter_skip(arena, s, len, &front);
	char after = s[n];

	s[n] = '\0';
	take_out(s, "^(---|;;;) *[a-z0-9]+$|^(export |const )+|new Date");
	take_out(
	    s, "[A-Za-z_-]+[\"']? *[:=]|\\\\[a-z][0-9a-f]*|\\[[^]]*\\]\\(");
	take_out(s, "[0-9][0-9T:. apmAPM+-]*");
	s[n] = after;
}

/* Makes letters of those that are escaped, at the ends of where they stood. */
static void
undo_escapes(char *s)
{
	for (unsigned code; (s = strstr(s, "\\u")); s++) {
		char text[TEXT_CODE_BYTES];
		size_t n;

		if (sscanf(s, "\\u%4x", &code) != 1 || strlen(s) < 6)
			continue;
		n = text_encode(code, text);
		memset(s, GONE, 6);
		memcpy(s + 6 - n, text, n);
		s += 5;
	}
}

/* A copy of JSON or YAML without keys, days and times. */
static char *
without_keys(struct arena *arena, const char *text, size_t len, bool json)
{
	static const char *const patterns[] = {
	    "\"[^\"]*\" *:( *null)?|null[],}]|^ *null$|new Date",
	    "[0-9]{4}-[0-9][0-9]-[0-9][0-9]T?|[0-9][0-9]?(:[0-9][0-9])+(Z| "
	    "*[ap]m)?",
	    "PT?[0-9HMS]+|[+][0-9:]+|\"[0-9]{4}\"",
	    "[A-Z][a-z]+ [0-9]+, [0-9]{4}[^\"]*|[0-9]+ "
	    "[A-Z][a-z]+ 2[0-9]{3}",
	    "\\\\[a-z]",
	    "&[A-Za-z0-9#]+;",
	    "(https?:/*|www\\.|mailto:)[^] \t\n<>\")|`]*",
	};
	char *s = text_clean(arena, text, len, &len);

	if (!json)
		take_out(
		    s, "^[- ]*[A-Za-z_][A-Za-z_ -]*:( *null)?|[{,] *[a-z_]+:");
	undo_escapes(s);
	take_tags_out(s);
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++)
		take_out(s, patterns[i]);
	return s;
}

/* A copy of the text without what nobody reads as words. */
static char *
without_addresses(struct arena *arena, const char *text, size_t len)
{
	static const char *const patterns[] = {
	    "(\\]\\(|href=\")\\{\\{.*\\}\\}",
	    "\\]\\([^() \t\n]*(\\([^()\n]*\\)[^() \t\n]*)*",
	    "\\]\\[[^]\n]*\\]",
	    "^[ \t>]*\\[[^]\n]+\\]:[ \t]*(<[^>\n]*>|[^ \t\n]*)",
	    "\\[\\[[^]|\n]*\\|",
	    "(https?:/*|www\\.|mailto:)[^] \t\n<>\")|`]*",
	    "&[A-Za-z0-9#]+;",
	    ":[a-z0-9_+-]+:",
	    "^[ \t>]*[0-9]+[.)]",
	};
	char *s = text_clean(arena, text, len, &len);

	take_keys_out(arena, s, len);
	take_tags_out(s);
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++)
		take_out(s, patterns[i]);
	return s;
}

/* Whether a word stands beside markup, and within one that is shown. */
static bool
is_part(const struct strmap *words, const char *word, const char *before,
    const char *after)
{
	static const char markup[] = "*_~=`[]\\()\1";

	if (!strchr(markup, *before) && !strchr(markup, *after))
		return false;
	for (size_t i = 0; i < words->n; i++) {
		if (strstr(words->entry[i].key, word))
			return true;
	}
	return false;
}

/* Counts the words of a line that are lost. */
static size_t
count_unseen(const struct strmap *words, const char *path, const char *line,
    size_t line_len, uint32_t row)
{
	struct arena *arena = arena_new();
	size_t len, lost = 0;
	const char *s = text_fold(arena, line, line_len, &len), *begin = s;
	const char *end = s + len;
	char *word;

	while ((word = next_word(&s, end))) {
		const char *from = s - strlen(word);

		if (!may_go(word) && !is_kept(words, word) &&
		    !is_part(words, word,
			from > begin + 1 ? from[-1] == ' ' && from[-2] == '`'
				? from - 2
				: from - 1
					 : " ",
			s) &&
		    lost++ < TOLD_MOST)
			fprintf(
			    stderr, "%s:%u: unseen \"%s\"\n", path, row, word);
		free(word);
	}
	arena_free(arena);
	return lost;
}

size_t
words_unseen(
    const char *path, const char *s, size_t len, const struct notes *notes)
{
	struct arena *arena = arena_new();
	struct strmap words = {0};
	const bool org = org_is(path, s, len);
	size_t lost = 0;
	uint32_t row = 1;

	take_all_words(&words, arena, notes);
	s = is_markdown(notes)
	    ? without_addresses(arena, s, len)
	    : without_keys(arena, s, len, *s != '-' && strchr("[{", *s));
	/* What is no UTF-8 was read as something else. */
	if (strstr(s, "\xEF\xBF\xBD") || org)
		s = "";
	for (size_t n; *s; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		if (!is_left_aside(notes, row))
			lost += count_unseen(&words, path, s, n, row);
		row++;
	}
	strmap_free(&words);
	arena_free(arena);
	return lost;
}
