#include "lectern/system/qr.h"

#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

#ifdef HAVE_QRENCODE
#include <qrencode.h>

bool
qr_make(struct qr *qr, const char *text, struct err *err)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);

	*qr = (struct qr){0};
	if (!code)
		return err_set(err, _("QR code: the link is too long"));
	size_t n = (size_t)code->width * (size_t)code->width;

	qr->size = code->width;
	qr->dark = mem_alloc(n, sizeof(*qr->dark));
	/* The lowest bit tells the colour, the others what it is part of. */
	for (size_t i = 0; i < n; i++)
		qr->dark[i] = code->data[i] & 1;
	QRcode_free(code);
	return true;
}

#else

bool
qr_make(struct qr *qr, const char *text, struct err *err)
{
	(void)text;
	*qr = (struct qr){0};
	return err_set(err,
	    _("this lectern was built without libqrencode, which makes QR "
	      "codes"));
}

#endif

void
qr_free(struct qr *qr)
{
	free(qr->dark);
	*qr = (struct qr){0};
}
