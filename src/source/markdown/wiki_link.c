#include "source/markdown/wiki_link.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define LONGEST 400 /* bytes of a link */

/* What stands between the brackets. */
struct inside {
	const char *note, *part, *words;
	size_t note_len, part_len, words_len;
};

/* The end of the inside at `s`: where `]]` begins; 0: it is none. */
static size_t
inside_end(const char *s, size_t len)
{
	size_t n = 0;

	if (len > LONGEST)
		len = LONGEST;
	while (n < len && s[n] != '[' && s[n] != ']' && s[n] != '\n')
		n++;
	if (n == 0 || n + 1 >= len || s[n] != ']' || s[n + 1] != ']' ||
	    text_ascii_blank(s[0]))
		return 0;
	/* `[[words]](url)` is a usual link. */
	return n + 2 < len && (s[n + 2] == '(' || s[n + 2] == '[') ? 0 : n;
}

static bool
is_size(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (text_ascii_digit(s[n]) || s[n] == 'x'))
		n++;
	return n == len;
}

static struct inside
part_inside(const char *s, size_t len, bool shown)
{
	const char *bar = memchr(s, '|', len), *part;
	struct inside in = {.note = s, .note_len = len};

	if (bar) {
		in.words = bar + 1;
		in.words_len = len - (size_t)(bar + 1 - s);
		in.note_len = (size_t)(bar - s);
		/* In tables the bar is escaped. */
		if (in.note_len > 0 && s[in.note_len - 1] == '\\')
			in.note_len--;
	}
	/* Of a picture it is its size. */
	if (shown && is_size(in.words, in.words_len))
		in.words_len = 0;
	part = memchr(s, '#', in.note_len);
	if (part && part[-(part > s)] != '/') {
		in.part = part + 1;
		in.part_len = in.note_len - (size_t)(part + 1 - s);
		in.note_len = (size_t)(part - s);
	}
	return in;
}

/* The path of the note from the document, to be freed; NULL: there is none. */
static char *
find_note(struct wiki_links *links, const struct inside *in)
{
	static const char *const endings[] = {".md", ""};
	const char *slash = links->path ? strrchr(links->path, '/') : NULL;
	int folder = slash ? (int)(slash - links->path) + 1 : 0;
	char *found = NULL;

	if (!links->path || links->only_words || in->note_len == 0 ||
	    *in->note == '/' || links->looks >= WIKI_LINK_LOOKS)
		return NULL;
	for (size_t i = 0; i < in->note_len; i++) {
		if (strchr("<>\\", in->note[i]))
			return NULL;
	}
	for (size_t i = 0; !found && i < sizeof(endings) / sizeof(*endings);
	     i++) {
		char *name = mem_printf(
		    "%.*s%s", (int)in->note_len, in->note, endings[i]);
		char *path = mem_printf("%.*s%s", folder, links->path, name);

		links->looks++;
		if (access(path, R_OK) == 0)
			found = name;
		else
			free(name);
		free(path);
	}
	return found;
}

static void
put_words(struct buffer *out, const struct inside *in)
{
	if (in->words_len > 0) {
		buffer_put(out, in->words, in->words_len);
		return;
	}
	buffer_put(out, in->note, in->note_len);
	if (in->note_len > 0 && in->part_len > 0)
		buffer_puts(out, " > ");
	buffer_put(out, in->part, in->part_len);
}

size_t
wiki_link_put(
    struct buffer *out, struct wiki_links *links, const char *s, size_t len)
{
	bool shown = len > 0 && *s == '!';
	size_t begin = shown ? 3 : 2, end;
	struct inside in;
	char *note;

	if (len < begin + 3 || memcmp(s + begin - 2, "[[", 2) != 0)
		return 0;
	end = inside_end(s + begin, len - begin);
	if (end == 0)
		return 0;
	in = part_inside(s + begin, end, shown);
	note = find_note(links, &in);
	if (note)
		buffer_puts(out, "[");
	put_words(out, &in);
	if (note) {
		buffer_puts(out, "](<");
		buffer_puts(out, note);
		buffer_puts(out, ">)");
	}
	free(note);
	return begin + end + 2;
}
