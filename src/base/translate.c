#include "lectern/base/translate.h"

#include <locale.h>
#include <stdlib.h>

void
translate_begin(void)
{
#if HAVE_GETTEXT
	const char *folder = getenv("LECTERN_LOCALEDIR");

	setlocale(LC_MESSAGES, "");
	bindtextdomain(
	    "lectern", folder && *folder ? folder : LECTERN_LOCALEDIR);
	bind_textdomain_codeset("lectern", "UTF-8");
	textdomain("lectern");
#endif
}
