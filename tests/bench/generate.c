#include "generate.h"

#include <ctype.h>
#include <string.h>

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
#define BULLET_BYTES  512

#define COUNT(array)      (sizeof(array) / sizeof(*(array)))
#define PICK(dice, array) (array)[dice_below(dice, COUNT(array))]

/* What a document is written with. */
struct writer {
	FILE *out;
	const struct vocabulary *words;
	struct dice dice;
};

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

static void
write_bullet(struct writer *w, const char *mark, const char *end)
{
	struct dice *dice = &w->dice;
	size_t want = BULLET_LEAST + dice_below(dice, BULLET_SPREAD);
	const char *word = special(dice);
	struct line line = {.len = 0};

	add(&line, vocabulary_draw(w->words, dice));
	if (dice_falls(dice, OFTEN_CAPITAL))
		capitalise(line.text);
	if (word)
		add(&line, word);
	while (line.len < want)
		add(&line, vocabulary_draw(w->words, dice));
	fprintf(w->out, "%s%s%s\n", mark, line.text, end);
}

/* One to three bullets below another; returns how many. */
static uint32_t
write_nested(struct writer *w)
{
	const char *mark = dice_below(&w->dice, 7) > 0 ? "  + " : "\t+ ";
	uint32_t n = 1 + dice_below(&w->dice, 3);

	for (uint32_t i = 0; i < n; i++)
		write_bullet(w, mark, "");
	return n;
}

static void
write_bullets(struct writer *w)
{
	uint32_t n = 6 + dice_below(&w->dice, 13);

	for (uint32_t i = 0; i < n; i++) {
		const char *mark = i == 0 ? " * " : "* ";

		if (dice_falls(&w->dice, OFTEN_LABEL)) {
			write_bullet(w, mark, ":");
			i += write_nested(w);
		} else {
			write_bullet(w, mark, "");
		}
	}
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
		add(line, word);
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

static void
write_talk(struct writer *w, uint64_t number)
{
	static const char url[] = "https://www.youtube.com/watch?v=";
	struct line line = {.len = 0};
	char id[12];

	add(&line, "##");
	add_title(w, &line);
	add(&line, "-");
	add_speakers(&line, &w->dice);
	make_id(dice_mix(number), id);
	fprintf(
	    w->out, "%s\n\nURL: [%s%s](%s%s)\n\n", line.text, url, id, url, id);
	write_bullets(w);
	fputs("\n\n", w->out);
}

void
generate(FILE *out, uint32_t talks, uint64_t seed)
{
	struct vocabulary words;
	struct writer writer = {out, &words, {seed}};

	vocabulary_init(&words);
	for (uint32_t i = 0; i < talks; i++)
		write_talk(&writer, seed + i);
}
