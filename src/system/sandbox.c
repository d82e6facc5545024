#include "lectern/system/sandbox.h"

#ifdef __linux__

#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * The C library has no functions for Landlock, and its headers may be older
 * than the kernel.  So numbers and structures are here, as in the kernel's
 * include/uapi/linux/landlock.h.
 */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule       445
#define SYS_landlock_restrict_self  446
#endif

#define ASK_VERSION 1 /* flag of landlock_create_ruleset */
#define BENEATH     1 /* type of a rule */

enum {
	EXECUTE = 1 << 0,
	WRITE_FILE = 1 << 1,
	REMOVE_DIR = 1 << 4,
	REMOVE_FILE = 1 << 5,
	MAKE_CHAR = 1 << 6,
	MAKE_DIR = 1 << 7,
	MAKE_REG = 1 << 8,
	MAKE_SOCK = 1 << 9,
	MAKE_FIFO = 1 << 10,
	MAKE_BLOCK = 1 << 11,
	MAKE_SYM = 1 << 12,
	REFER = 1 << 13,    /* from version 2 on */
	TRUNCATE = 1 << 14, /* from version 3 on */
	IOCTL_DEV = 1 << 15, /* from version 5 on; of what is opened then */
};

enum {
	BIND_TCP = 1 << 0, /* from version 4 on */
	CONNECT_TCP = 1 << 1,
};

/* From version 6 on, of processes outside. */
enum {
	ABSTRACT_SOCKET = 1 << 0,
	SIGNAL = 1 << 1,
};

/*
 * Forbidden, except by rules that are added.  Older versions take the later
 * fields if they are 0.
 */
struct ruleset {
	uint64_t files;
	uint64_t net;
	uint64_t scoped;
};

struct beneath {
	uint64_t allowed;
	int32_t parent;
} __attribute__((packed));

static struct ruleset
forbidden(long version)
{
	struct ruleset rules = {
	    .files = EXECUTE | WRITE_FILE | REMOVE_DIR | REMOVE_FILE |
		MAKE_CHAR | MAKE_DIR | MAKE_REG | MAKE_SOCK | MAKE_FIFO |
		MAKE_BLOCK | MAKE_SYM,
	};

	if (version >= 2)
		rules.files |= REFER;
	if (version >= 3)
		rules.files |= TRUNCATE;
	if (version >= 4)
		rules.net = BIND_TCP | CONNECT_TCP;
	if (version >= 5)
		rules.files |= IOCTL_DEV;
	if (version >= 6)
		rules.scoped = ABSTRACT_SOCKET | SIGNAL;
	return rules;
}

static void
allow(int ruleset, const char *path, uint64_t what)
{
	struct beneath rule = {.allowed = what};

	rule.parent = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent < 0)
		return;
	syscall(SYS_landlock_add_rule, ruleset, BENEATH, &rule, 0);
	close(rule.parent);
}

bool
sandbox_enter(const char *const *folders, size_t n)
{
	long version = syscall(
	    SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
	bool held = false;

	/* Landlock requires this, since a setuid program could escape. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || version < 1)
		return false;

	struct ruleset rules = forbidden(version);
	int ruleset = (int)syscall(
	    SYS_landlock_create_ruleset, &rules, sizeof(rules), 0);

	if (ruleset < 0)
		return false;
	for (size_t i = 0; i < n; i++)
		allow(ruleset, folders[i],
		    rules.files &
			(WRITE_FILE | REMOVE_FILE | MAKE_REG | TRUNCATE));
	/* Writing there does no harm: the data is lost. */
	allow(ruleset, "/dev/null", rules.files & (WRITE_FILE | TRUNCATE));
	held = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return held;
}

#else

bool
sandbox_enter(const char *const *folders, size_t n)
{
	(void)folders;
	(void)n;
	return false;
}

#endif
