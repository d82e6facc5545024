/*
 * Whatever a terminal sends: the state holds together at each key, and the
 * screen has whole characters.
 */
#include "fuzz.h"

#include <locale.h>
#include <string.h>

#include "../unit/sample.h"
#include "lectern/base/text.h"
#include "lectern/ui/command.h"
#include "lectern/ui/draw.h"
#include "lectern/ui/grid.h"
#include "ui/decode.h"

#define KEYS_MOST  256 /* bytes of an input that are looked at */
#define DRAWN_EACH 16

const char fuzz_corpus[] = "tests/fuzz/corpus/keys tests/fuzz/corpus/decode";

struct desk {
	struct notes *notes;
	struct marks *marks;
	struct config config;
	struct app app;
	struct grid grid;
};

static void
begin(struct desk *desk, int h, int w)
{
	*desk = (struct desk){.notes = sample_notes()};
	desk->marks = marks_open(NULL, NULL, NULL);
	app_init(&desk->app, desk->notes, desk->marks, &desk->config);
	app_resize(&desk->app, h, w);
}

static void
end(struct desk *desk)
{
	grid_free(&desk->grid);
	app_free(&desk->app);
	marks_close(desk->marks);
	notes_free(desk->notes);
}

static void
check(const struct desk *desk)
{
	const char *fault = app_check(&desk->app);

	if (fault)
		fprintf(stderr, "%s\n", fault);
	FUZZ_CHECK(!fault);
}

static void
check_screen(struct desk *desk)
{
	draw_app(&desk->grid, &desk->app);
	for (int i = 0; i < desk->grid.h * desk->grid.w; i++) {
		const char *text = desk->grid.cells[i].text;

		FUZZ_CHECK(text_is_clean(text, strlen(text)));
	}
}

/* False where the program ends. */
static bool
take(struct desk *desk, const struct decoded *out)
{
	enum outcome outcome = command_key(&desk->app, out->key);

	app_finish(&desk->app);
	check(desk);
	return outcome != OUT_QUIT;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const int sizes[][2] = {{24, 80}, {40, 200}, {7, 20}, {3, 10}};
	struct decoder decoder = {0};
	struct decoded out;
	struct desk desk;
	bool goes_on = size > 0;

	setlocale(LC_CTYPE, "C.UTF-8");
	if (size == 0)
		return 0;
	/* The first byte chooses the size. */
	begin(&desk, sizes[*data % 4][0], sizes[*data % 4][1]);
	for (size_t i = 1; i < size && i < KEYS_MOST && goes_on; i++) {
		/* Esc is a key where a pause follows: NUL stands for that. */
		enum decode_kind kind = data[i] == 0
		    ? decode_idle(&decoder, &out)
		    : decode_byte(&decoder, data[i], &out);

		if (kind == DECODE_KEY)
			goes_on = take(&desk, &out);
		/* Drawing is dear. */
		if (i % DRAWN_EACH == 0)
			check_screen(&desk);
	}
	check_screen(&desk);
	end(&desk);
	return 0;
}
