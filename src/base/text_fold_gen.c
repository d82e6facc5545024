/*
 * Writes text_fold_table.h, the fold of each code point.  Runs when lectern is
 * built, and asks libunistring.
 *
 * A code point is decomposed (NFKD), case folded, and decomposed again, for
 * folding may compose.  Of what comes out - marks are dropped that people leave
 * out: those of the Latin, Greek,
 *   Cyrillic, Arabic, Hebrew and Syriac scripts.  The vowel signs of Indic
 *   scripts, of Thai and of kana are as good as letters, and stay;
 * - code points that show nothing are dropped (Default_Ignorable_Code_Point:
 *   soft hyphen, joiners, variation selectors), and so is the tatweel, that
 *   but stretches a word;
 * - digits become those of ASCII, by value; - letters that do not decompose,
 * quotes and dashes become what people type.
 *
 * The table has two stages: each 128 code points have a page, and many share
 * one; a page has for each code point the offset of its answer (a byte of
 * length, then that many bytes), or 0 if it folds to itself.  Hangul syllables
 * are not in it: they decompose by rule.
 *
 * Code points of two bytes, which are most letters, also have an answer each in
 * a table of their own: seven bytes, and the length.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#define CODES    0x110000
#define PAGE     128
#define PAGES    (CODES / PAGE)
#define MOST     256    /* pages that differ, for a byte has their number */
#define ANSWERS  65536  /* bytes, for 16 bits say where one stands */
#define LETTERS  0x2000 /* before it are most scripts of letters */
#define LONGEST  64     /* bytes of an answer */
#define SPARE    8      /* bytes after the last answer, that may be read */
#define TWO_MOST 0x800  /* after the last code point of two bytes */
#define SHORT    8      /* bytes of the answer of such a one, with its length */
#define IN_A_ROW 16

enum fold {
	FOLD,  /* for search */
	STRIP, /* capitals stay */
	FOLDS,
};

/* Letters that do not decompose, and punctuation, as people type them. */
static const struct {
	uint32_t code;
	const char *ascii;
} spelled[] = {
    {0x00AB, "\""}, {0x00BB, "\""},                /* guillemets */
    {0x00E6, "ae"}, {0x00F0, "d"},                 /* eth */
    {0x00F8, "o"},                                 /* o with stroke */
    {0x00FE, "th"},                                /* thorn */
    {0x0111, "d"},                                 /* d with stroke */
    {0x0127, "h"},                                 /* h with stroke */
    {0x0131, "i"},                                 /* dotless i */
    {0x0138, "k"},                                 /* kra */
    {0x0142, "l"},                                 /* l with stroke */
    {0x014B, "n"},                                 /* eng */
    {0x0153, "oe"}, {0x0167, "t"},                 /* t with stroke */
    {0x0180, "b"},                                 /* b with stroke */
    {0x0188, "c"},                                 /* c with hook */
    {0x0199, "k"},                                 /* k with hook */
    {0x019A, "l"},                                 /* l with bar */
    {0x01B6, "z"},                                 /* z with stroke */
    {0x01E5, "g"},                                 /* g with stroke */
    {0x0237, "j"},                                 /* dotless j */
    {0x023C, "c"},                                 /* c with stroke */
    {0x0253, "b"},                                 /* b with hook */
    {0x0257, "d"},                                 /* d with hook */
    {0x0268, "i"},                                 /* i with stroke */
    {0x0289, "u"},                                 /* u bar */
    {0x02BB, "'"}, {0x02BC, "'"},                  /* as apostrophes */
    {0x2010, "-"}, {0x2011, "-"}, {0x2012, "-"},   /* hyphens, dashes */
    {0x2013, "-"}, {0x2014, "-"}, {0x2015, "-"},   /* and */
    {0x2018, "'"}, {0x2019, "'"}, {0x201A, "'"},   /* quotation marks */
    {0x201B, "'"}, {0x201C, "\""}, {0x201D, "\""}, /* of */
    {0x201E, "\""}, {0x201F, "\""}, {0x2032, "'"}, /* all kinds, primes */
    {0x2039, "'"}, {0x203A, "'"}, {0x2212, "-"},   /* minus */
};

static const char *
spelling(uint32_t code)
{
	for (size_t i = 0; i < sizeof(spelled) / sizeof(*spelled); i++) {
		if (spelled[i].code == code)
			return spelled[i].ascii;
	}
	return NULL;
}

/* Whether the mark is of a script in which people leave marks out. */
static bool
is_spare_mark(uint32_t code)
{
	static const char *const scripts[] = {
	    "Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Syriac"};
	/* Marks that several scripts share, with one of these among them. */
	static const uint32_t shared[][2] = {{0x0300, 0x036F}, {0x0485, 0x0486},
	    {0x064B, 0x0655}, {0x0670, 0x0670}, {0x1AB0, 0x1AFF},
	    {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};
	const uc_script_t *script = uc_script(code);

	if (!uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M))
		return false;
	for (size_t i = 0; i < sizeof(shared) / sizeof(*shared); i++) {
		if (code >= shared[i][0] && code <= shared[i][1])
			return true;
	}
	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
		if (script && strcmp(script->name, scripts[i]) == 0)
			return true;
	}
	return false;
}

static bool
is_dropped(uint32_t code)
{
	return code == 0x0640 || is_spare_mark(code) ||
	    uc_is_property_default_ignorable_code_point(code);
}

/* An answer as it is made. */
struct answer {
	char s[LONGEST];
	size_t len;
};

static void
die(const char *why)
{
	fprintf(stderr, "text_fold_gen: %s\n", why);
	exit(1);
}

static void
add(struct answer *answer, const char *s, size_t len)
{
	if (len > LONGEST - answer->len)
		die("an answer is too long");
	memcpy(answer->s + answer->len, s, len);
	answer->len += len;
}

static void
add_code(struct answer *answer, uint32_t code)
{
	const char *ascii = spelling(code);
	int digit = uc_digit_value(code);
	uint8_t utf8[6];

	if (is_dropped(code))
		return;
	if (digit >= 0) {
		add(answer, &"0123456789"[digit], 1);
		return;
	}
	if (ascii) {
		add(answer, ascii, strlen(ascii));
		return;
	}
	int n = u8_uctomb(utf8, code, sizeof(utf8));

	if (n > 0)
		add(answer, (const char *)utf8, (size_t)n);
}

/* Keeps a capital, in ASCII if its small letter has a spelling there. */
static void
add_capital(struct answer *answer, uint32_t code)
{
	const char *ascii = spelling((uint32_t)uc_tolower(code));

	if (!ascii)
		add_code(answer, code);
	for (; ascii && *ascii; ascii++) {
		char upper = (char)(*ascii >= 'a' && *ascii <= 'z'
			? *ascii - ('a' - 'A')
			: *ascii);

		add(answer, &upper, 1);
	}
}

/* Adds the fold of a code point of a decomposition. */
static void
add_part(struct answer *answer, uint32_t code, enum fold fold)
{
	const uint32_t capital = UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt;
	size_t n = 0;

	if (fold == STRIP && uc_is_general_category_withtable(code, capital)) {
		add_capital(answer, code);
		return;
	}
	uint32_t *lower = u32_casefold(&code, 1, NULL, UNINORM_NFKD, NULL, &n);

	for (size_t i = 0; i < n; i++)
		add_code(answer, lower[i]);
	free(lower);
}

/* Folds a code point. */
static void
answer(uint32_t code, enum fold fold, struct answer *answer)
{
	ucs4_t one = code;
	size_t n = 0;
	uint32_t *parts = NULL;

	answer->len = 0;
	/* A soft hyphen or quote may have a decomposition of its own. */
	if (spelling(code) || is_dropped(code)) {
		add_code(answer, code);
		return;
	}
	parts = u32_normalize(UNINORM_NFKD, &one, 1, NULL, &n);
	for (size_t i = 0; i < n; i++)
		add_part(answer, parts[i], fold);
	free(parts);
}

struct table {
	uint8_t stage[FOLDS][PAGES];
	uint16_t page[MOST][PAGE];
	size_t npages;
	uint8_t answers[ANSWERS];
	size_t len;
	size_t growth; /* bytes of the longest answer */
};

/* Returns the offset of the answer; adds it if it is missing. */
static uint16_t
place(struct table *table, const struct answer *answer)
{
	size_t at = 1;

	for (; at < table->len; at += 1 + table->answers[at]) {
		if (table->answers[at] == answer->len &&
		    memcmp(&table->answers[at + 1], answer->s, answer->len) ==
			0)
			return (uint16_t)at;
	}
	if (at + 1 + answer->len + SPARE > ANSWERS)
		die("too many answers");
	table->answers[at] = (uint8_t)answer->len;
	memcpy(&table->answers[at + 1], answer->s, answer->len);
	table->len = at + 1 + answer->len;
	if (answer->len > table->growth)
		table->growth = answer->len;
	return (uint16_t)at;
}

/*
 * Returns the offset of the code point's answer; 0 if it folds to itself,
 * unless `all` asks for such an answer, too.
 */
static uint16_t
find(struct table *table, uint32_t code, enum fold fold, bool all)
{
	struct answer made;
	uint8_t utf8[6];
	bool surrogate = code >= 0xD800 && code < 0xE000;
	bool hangul = code >= 0xAC00 && code < 0xD7A4;
	int n = u8_uctomb(utf8, code, sizeof(utf8));

	if (surrogate || hangul || n <= 0)
		return 0;
	answer(code, fold, &made);
	if (!all && made.len == (size_t)n &&
	    memcmp(made.s, utf8, (size_t)n) == 0)
		return 0;
	return place(table, &made);
}

/*
 * In scripts with letters, code points that fold to themselves stand beside
 * others that do not, and no processor can predict which comes.  So their pages
 * have an answer for every code point.
 */
static void
fill_page(
    struct table *table, size_t number, enum fold fold, uint16_t page[PAGE])
{
	bool all = false;

	for (int again = 0; again < 2; again++) {
		for (size_t i = 0; i < PAGE; i++) {
			page[i] = find(
			    table, (uint32_t)(number * PAGE + i), fold, all);
			all = all || (page[i] > 0 && number < LETTERS / PAGE);
		}
		if (!all)
			break;
	}
}

static void
add_page(struct table *table, size_t number, enum fold fold)
{
	uint16_t page[PAGE];
	size_t at = 0;

	fill_page(table, number, fold, page);
	while (at < table->npages &&
	    memcmp(table->page[at], page, sizeof(page)) != 0)
		at++;
	if (at == MOST)
		die("too many pages");
	memcpy(table->page[at], page, sizeof(page));
	if (at == table->npages)
		table->npages++;
	table->stage[fold][number] = (uint8_t)at;
}

static void
print_bytes(const uint8_t *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf("%u,%c", bytes[i],
		    i % IN_A_ROW == IN_A_ROW - 1 ? '\n' : ' ');
}

/* Those of one byte have none: no text has them in two. */
static void
print_two(uint32_t code, enum fold fold)
{
	struct answer made = {.len = 0};
	uint8_t bytes[SHORT] = {0};

	if (code >= 0x80)
		answer(code, fold, &made);
	if (made.len >= SHORT)
		die("an answer for two bytes is too long");
	memcpy(bytes, made.s, made.len);
	bytes[SHORT - 1] = (uint8_t)made.len;
	printf("{");
	print_bytes(bytes, SHORT);
	printf("},%c", code % 4 == 3 ? '\n' : ' ');
}

static void
print_twos(void)
{
	printf("static const uint8_t twos[%d][%d][%d] = {\n", FOLDS, TWO_MOST,
	    SHORT);
	for (int fold = 0; fold < FOLDS; fold++) {
		printf("{");
		for (uint32_t code = 0; code < TWO_MOST; code++)
			print_two(code, (enum fold)fold);
		printf("},\n");
	}
	printf("};\n");
}

static void
print(const struct table *table)
{
	printf("/* Made by text_fold_gen: see there. */\n");
	printf("#include <stdint.h>\n\n");
	printf("#define FOLD_GROWTH %zu\n", table->growth);
	printf("#define PAGE %d\n\n", PAGE);
	printf("static const uint8_t stages[%d][%d] = {\n", FOLDS, PAGES);
	for (size_t i = 0; i < FOLDS; i++) {
		printf("{");
		print_bytes(table->stage[i], PAGES);
		printf("},\n");
	}
	printf("};\n\nstatic const uint16_t pages[%zu][%d] = {\n",
	    table->npages, PAGE);
	for (size_t i = 0; i < table->npages; i++) {
		printf("{");
		for (size_t k = 0; k < PAGE; k++)
			printf("%u, ", table->page[i][k]);
		printf("},\n");
	}
	printf("};\n\nstatic const uint8_t answers[%zu] = {\n",
	    table->len + SPARE);
	print_bytes(table->answers, table->len + SPARE);
	printf("};\n\n");
	print_twos();
}

int
main(void)
{
	struct table *table = calloc(1, sizeof(*table));

	if (!table)
		die("out of memory");
	table->len = 1;
	for (int fold = 0; fold < FOLDS; fold++) {
		for (size_t i = 0; i < PAGES; i++)
			add_page(table, i, (enum fold)fold);
	}
	print(table);
	free(table);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
