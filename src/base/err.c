#include "lectern/base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"

/* Cuts an incomplete UTF-8 character off the end of a message that was cut. */
static void
trim_partial(char *s)
{
	size_t len = strlen(s), back = 0;

	while (back < 4 && back < len &&
	    ((unsigned char)s[len - 1 - back] & 0xC0) == 0x80)
		back++;
	if (back < len) {
		unsigned char lead = (unsigned char)s[len - 1 - back];
		size_t want = lead >= 0xF0 ? 4
		    : lead >= 0xE0         ? 3
		    : lead >= 0xC0         ? 2
					   : 1;
		if (want > back + 1)
			s[len - 1 - back] = '\0';
	}
}

bool
err_set(struct err *err, const char *format, ...)
{
	if (!err)
		return false;

	va_list args;

	va_start(args, format);
	int len = vsnprintf(err->msg, sizeof(err->msg), format, args);
	va_end(args);
	if (len >= (int)sizeof(err->msg))
		trim_partial(err->msg);
	text_mask(err->msg);
	return false;
}

const char *
err_way_out(int number)
{
	switch (number) {
	case EACCES:
	case EPERM:
		return _("; chmod u+rwX gives it to you, if it is yours");
	case EROFS:
		return _("; mount its disk for writing, or use another");
	case EIO:
		return _("; its disk may fail: copy what it has elsewhere");
	case ENOLCK:
		return _(
		    "; start its disk's lock service, or use another disk");
	default:
		return "";
	}
}
