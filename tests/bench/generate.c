#include "generate.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "abstracts.h"
#include "script.h"
#include "vocabulary.h"

/* How often, in 10,000. */
enum {
	OFTEN_CAPITAL = 7000, /* a bullet begins with a capital */
	OFTEN_LABEL = 260,    /* a bullet ends in `:` and has some below it */
	OFTEN_OTHER = 45,     /* a bullet has a word that is not ASCII */
	OFTEN_MARKUP = 40,    /* a bullet has markup */
	OFTEN_SPECIAL = 40,   /* a bullet looks as if it had */
	OFTEN_ACCENT = 100,   /* a speaker's name has accents */
	OFTEN_CJK = 20,       /* a title is Chinese */
};

#define BULLET_LEAST  22 /* bytes of a bullet's text */
#define BULLET_SPREAD 154
#define BULLET_BYTES  2048
#define WRAP          72  /* bytes after which a bullet goes on below */
#define TRACK_TALKS   100 /* talks of a track */

#define COUNT(array)      (sizeof(array) / sizeof(*(array)))
#define PICK(dice, array) (array)[dice_below(dice, COUNT(array))]

/* What a document is written with. */
struct writer {
	FILE *out;
	const struct vocabulary *words;
	const struct form *form;
	const struct abstracts *abstracts; /* where the form wants them */
	struct dice dice;
};

/* Writes as printf() does, with line ends as the form has them. */
static void __attribute__((format(printf, 2, 3)))
put(struct writer *w, const char *format, ...)
{
	char text[4 * BULLET_BYTES];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	for (const char *s = text; *s; s++) {
		if (*s == '\n' && w->form->crlf)
			putc('\r', w->out);
		putc(*s, w->out);
	}
}

/* Whether it falls, so often of 10,000; what never does draws nothing. */
static bool
falls(struct writer *w, uint16_t of)
{
	return of > 0 && dice_falls(&w->dice, of);
}

/* A line being put together; it has room for any that is wanted. */
struct line {
	char text[BULLET_BYTES];
	size_t len;
};

static void
add(struct line *line, const char *word)
{
	int n = snprintf(line->text + line->len, BULLET_BYTES - line->len,
	    "%s%s", line->len > 0 ? " " : "", word);

	line->len += (size_t)n;
	if (line->len >= BULLET_BYTES)
		line->len = BULLET_BYTES - 1;
}

static void
capitalise(char *word)
{
	word[0] = (char)toupper((unsigned char)word[0]);
}

/* A word that is no plain word, or NULL. */
static const char *
special(struct dice *dice)
{
	static const char *const other[] = {"naïve", "café", "µs", "→",
	    "größer", "“quoted”", "maintainer’s", "±5", "–", "rôle", "Ω", "≥2",
	    "日本", "…", "Zürich", "×4"};
	static const char *const looks[] = {"Q&A", "x86_64", "list_head", "Q&A",
	    "page_fault", "do_exit", "kmem_cache_alloc", "Q&A", "vm_area"};
	static const char *const markup[] = {"`struct talk_rows`",
	    "`make check`", "`mmap()`", "`CONFIG_SMP`", "`git bisect`",
	    "sync\\_state", "dev\\_pm\\_ops", "\\*all\\*", "task\\_struct"};

	if (dice_falls(dice, OFTEN_OTHER))
		return PICK(dice, other);
	if (dice_falls(dice, OFTEN_SPECIAL))
		return PICK(dice, looks);
	if (dice_falls(dice, OFTEN_MARKUP))
		return PICK(dice, markup);
	return NULL;
}

/* A word of the form's script. */
static void
add_word(struct writer *w, struct line *line, const char *word)
{
	char written[4 * VOCABULARY_LETTER];

	script_write(
	    (enum form_script)w->form->script, word, written, sizeof(written));
	add(line, written);
}

/* What the form has in bullets, where it falls. */
static void
add_extras(struct writer *w, struct line *line)
{
	const struct form *form = w->form;

	if (falls(w, form->link))
		add(line, "[the patches](https://example.org/patches/17)");
	if (falls(w, form->url))
		add(line, "https://example.org/threads/2023/42");
	if (falls(w, form->emphasis))
		add(line, dice_below(&w->dice, 2) ? "**bold**" : "*italic*");
	if (falls(w, form->image))
		add(line, "![a figure](figures/7.png)");
	if (falls(w, form->entity))
		add(line, "P&amp;L");
	if (falls(w, form->html))
		add(line, "H<sub>2</sub>O");
	if (falls(w, form->bracket))
		add(line, "[");
	if (falls(w, form->apostrophe))
		add(line, "it’s");
}

static void
add_sentence(struct writer *w, struct line *line)
{
	const struct abstracts *a = w->abstracts;

	add(line, a->line[dice_below(&w->dice, (uint32_t)a->n)]);
	/* It has to be found as often as in the other forms. */
	if (dice_falls(&w->dice, 15))
		add(line, "riscv");
}

static void
add_words(struct writer *w, struct line *line)
{
	struct dice *dice = &w->dice;
	size_t want = BULLET_LEAST + dice_below(dice, BULLET_SPREAD);
	const char *word = special(dice);
	char first[VOCABULARY_LETTER];

	snprintf(first, sizeof(first), "%s", vocabulary_draw(w->words, dice));
	if (dice_falls(dice, OFTEN_CAPITAL))
		capitalise(first);
	add_word(w, line, first);
	if (word)
		add(line, word);
	while (line->len < want)
		add_word(w, line, vocabulary_draw(w->words, dice));
}

/* Writes the line, wrapped where the form has that. */
static void
write_line(struct writer *w, const char *mark, char *text, const char *end)
{
	char *at = text;

	if (falls(w, w->form->wrapped)) {
		while (strlen(at) > WRAP && (at = strchr(at + WRAP, ' ')))
			*at++ = '\n';
		put(w, "%s", mark);
		for (at = text; *at; at++)
			put(w, *at == '\n' ? "\n   " : "%c", *at);
		put(w, "%s\n", end);
		return;
	}
	put(w, "%s%s%s\n", mark, text, end);
}

static void
write_bullet(struct writer *w, const char *mark, const char *end)
{
	struct line line = {.len = 0};
	char numbered[16];

	if (falls(w, w->form->numbered)) {
		snprintf(numbered, sizeof(numbered), "%*s1. ",
		    (int)strspn(mark, " \t") * 2, "");
		mark = numbered;
	}
	if (falls(w, w->form->task))
		add(&line, "[x]");
	if (w->abstracts && w->form->script == FORM_ABSTRACTS)
		add_sentence(w, &line);
	else
		add_words(w, &line);
	add_extras(w, &line);
	write_line(w, mark, line.text, end);
}

/* One to three bullets below another; returns how many. */
static uint32_t
write_nested(struct writer *w, const char *indent)
{
	const char *mark = dice_below(&w->dice, 7) > 0 ? "  + " : "\t+ ";
	uint32_t n = 1 + dice_below(&w->dice, 3);
	char whole[32];

	snprintf(whole, sizeof(whole), "%s%s", indent, mark);
	for (uint32_t i = 0; i < n; i++)
		write_bullet(w, whole, "");
	return n;
}

static void
write_bullets(struct writer *w, const char *indent)
{
	uint32_t n = 6 + dice_below(&w->dice, 13);

	for (uint32_t i = 0; i < n; i++) {
		char mark[16];

		snprintf(mark, sizeof(mark), "%s%s", indent,
		    i == 0 && !*indent ? " * " : "* ");
		if (dice_falls(&w->dice, OFTEN_LABEL)) {
			write_bullet(w, mark, ":");
			i += write_nested(w, indent);
		} else {
			write_bullet(w, mark, "");
		}
	}
}

/* What the form has in talks beside bullets, where it falls. */
static void
write_extras(struct writer *w)
{
	const struct form *form = w->form;

	if (falls(w, form->label))
		put(w, "**Takeaways**\n\n");
	if (falls(w, form->quote))
		put(w, "> What was said, in the words\n> of who said it.\n\n");
	if (falls(w, form->fence))
		put(w, "```c\nint main(void);\n```\n\n");
	if (falls(w, form->comment))
		put(w, "<!-- to be checked -->\n\n");
	if (falls(w, form->details))
		put(w,
		    "<details>\n<summary>More</summary>\n\nSome more "
		    "words.\n\n</details>\n\n");
	if (falls(w, form->rule))
		put(w, "---\n\n");
}

static void
add_cjk_title(struct line *line, struct dice *dice)
{
	static const char *const words[] = {"内核", "调度", "内存", "驱动",
	    "文件", "网络", "性能", "测试", "管理", "虚拟化"};
	char title[64];
	size_t len = 0;
	uint32_t n = 2 + dice_below(dice, 3);

	for (uint32_t i = 0; i < n; i++)
		len += (size_t)snprintf(
		    title + len, sizeof(title) - len, "%s", PICK(dice, words));
	add(line, title);
}

static void
add_title(struct writer *w, struct line *line)
{
	uint32_t n = 3 + dice_below(&w->dice, 5);

	if (dice_falls(&w->dice, OFTEN_CJK)) {
		add_cjk_title(line, &w->dice);
		return;
	}
	for (uint32_t i = 0; i < n; i++) {
		char word[VOCABULARY_LETTER];

		snprintf(word, sizeof(word), "%s",
		    vocabulary_title(w->words, &w->dice));
		if (strcmp(word, "riscv") != 0)
			capitalise(word);
		add_word(w, line, word);
	}
}

/* The names are nobody's. */
static void
add_name(struct line *line, struct dice *dice, const char *end)
{
	static const char *const accented[] = {"Jörn Täubel", "Renée Dalbért",
	    "Łukasz Wenda", "Zoë Ångmark", "Íñigo Sarrate", "Jiří Kolbák",
	    "Søren Vestby", "Márta Zöldi", "Ayşe Durmaz", "Håkon Rødby"};
	static const char *const first[] = {"Ada", "Anton", "Bela", "Carla",
	    "Dario", "Edith", "Felix", "Greta", "Hanno", "Ines", "Joris",
	    "Katrin", "Lewis", "Mara", "Nikhil", "Olga", "Piotr", "Quinn",
	    "Rosa", "Stefan", "Tara", "Udo", "Vera", "Wanda", "Xenia", "Yusuf",
	    "Zora", "Marcus", "Elin", "Takumi"};
	static const char *const last[] = {"Abelson", "Brandt", "Corrigan",
	    "Delacourt", "Eastwick", "Fennimore", "Garside", "Hollander",
	    "Ivers", "Jessup", "Kessler", "Lindqvist", "Marchetti", "Norwood",
	    "Okonedo", "Pettigrew", "Quarles", "Rasmusen", "Sandoval",
	    "Thackeray", "Ullman", "Vandermeer", "Westlake", "Yamashiro",
	    "Zielinski", "Applegate", "Bhattar", "Culpepper"};

	const char *given = PICK(dice, first), *family = PICK(dice, last);
	char name[64];

	if (dice_falls(dice, OFTEN_ACCENT))
		snprintf(name, sizeof(name), "%s%s", PICK(dice, accented), end);
	else
		snprintf(name, sizeof(name), "%s %s%s", given, family, end);
	add(line, name);
}

static void
add_speakers(struct line *line, struct dice *dice)
{
	uint32_t roll = dice_below(dice, 10);
	uint32_t n = roll < 6 ? 1 : roll < 9 ? 2 : 3;

	for (uint32_t i = 0; i < n; i++)
		add_name(line, dice, i + 1 < n ? "," : "");
}

/* As those of videos are: 64 bits, so different numbers give different ids. */
static void
make_id(uint64_t number, char id[12])
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789-_";

	for (int i = 0; i < 11; i++, number >>= 6)
		id[i] = digits[number & 63];
	id[11] = '\0';
}

#define WATCH "https://www.youtube.com/watch?v="

/* A heading, of which the words are wanted where it is underlined. */
static void
write_heading(struct writer *w, const char *mark, const char *words)
{
	if (w->form->layout == FORM_SETEXT)
		put(w, "%s\n-----\n\n", words);
	else
		put(w, "%s %s\n\n", mark, words);
}

/* A talk that is an item, or a row of a table. */
static void
write_item(struct writer *w, const char *title, const char *id)
{
	struct line cell = {.len = 0};

	switch ((enum form_layout)w->form->layout) {
	case FORM_TABLE:
		add_words(w, &cell);
		put(w, "| [%s](" WATCH "%s) | %s |\n", title, id, cell.text);
		break;
	case FORM_NOTES:
		put(w, "- [%s](" WATCH "%s)\n", title, id);
		write_bullets(w, "  ");
		break;
	default:
		put(w, "- [%s](" WATCH "%s)\n", title, id);
		break;
	}
}

static void
write_talk(struct writer *w, uint64_t number)
{
	bool tracks = w->form->layout == FORM_TRACKS;
	struct line line = {.len = 0};
	char id[12];

	add_title(w, &line);
	add(&line, "-");
	add_speakers(&line, &w->dice);
	make_id(dice_mix(number), id);
	if (w->form->layout >= FORM_LIST) {
		write_item(w, line.text, id);
		return;
	}
	write_heading(w, tracks ? "###" : "##", line.text);
	put(w, "URL: [" WATCH "%s](" WATCH "%s)\n\n", id, id);
	write_extras(w);
	write_bullets(w, "");
	put(w, "\n\n");
}

static void
begin_track(struct writer *w, uint32_t number)
{
	switch ((enum form_layout)w->form->layout) {
	case FORM_TRACKS:
	case FORM_LIST:
	case FORM_NOTES:
		put(w, "\n## Track %u\n\n", (unsigned)number);
		break;
	case FORM_TABLE:
		put(w, "\n## Track %u\n\n| Talk | Notes |\n|---|---|\n",
		    (unsigned)number);
		break;
	default:
		break;
	}
}

static void
begin_document(struct writer *w)
{
	if (w->form->begin == FORM_BOM)
		put(w, "\xef\xbb\xbf");
	if (w->form->layout == FORM_TRACKS)
		put(w,
		    "# A conference\n\nWhat was said there, and by whom.\n\n"
		    "> It was a good one.\n\n---\n\n"
		    "| Day | Room |\n|---|---|\n| Monday | 1 |\n");
}

static void
end_document(struct writer *w)
{
	if (w->form->begin == FORM_CONTROL)
		put(w, "* A bell \a in the text\n");
	if (w->form->begin == FORM_DEFINITION)
		put(w, "\n[1]: https://example.org/\n");
}

void
generate(FILE *out, uint32_t talks, uint64_t seed, const struct form *form)
{
	struct vocabulary words;
	struct abstracts abstracts = {0};
	struct writer writer = {
	    .out = out, .words = &words, .form = form, .dice = {seed}};

	vocabulary_init(&words);
	if (form->script == FORM_ABSTRACTS && abstracts_read(&abstracts))
		writer.abstracts = &abstracts;
	begin_document(&writer);
	for (uint32_t i = 0; i < talks; i++) {
		if (i % TRACK_TALKS == 0)
			begin_track(&writer, i / TRACK_TALKS + 1);
		write_talk(&writer, seed + i);
	}
	end_document(&writer);
	abstracts_free(&abstracts);
}
