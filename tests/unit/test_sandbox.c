/* sandbox: what a confined process still can do, and what not. */
#include "unit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/system/sandbox.h"

#define NO_LANDLOCK 200 /* status of a child where there is none */

static char root[256], own[300], other[300];

/* The path of a file in a folder, good until the next call. */
static const char *
in(const char *folder, const char *name)
{
	static char path[2][600];
	static int turn;

	turn = !turn;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", folder, name);
	return path[turn];
}

static void
make(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	close(fd);
}

static int
set_up(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	snprintf(
	    root, sizeof(root), "%.200s/sandbox.XXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(root));
	snprintf(own, sizeof(own), "%s/own", root);
	snprintf(other, sizeof(other), "%s/other", root);
	assert_int_equal(mkdir(own, 0700), 0);
	assert_int_equal(mkdir(other, 0700), 0);
	make(in(other, "old"));
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unlink(in(own, "new"));
	unlink(in(own, "old"));
	unlink(in(own, "newer"));
	unlink(in(other, "old"));
	unlink(in(other, "new"));
	rmdir(own);
	rmdir(other);
	rmdir(root);
	return 0;
}

/* Whether the kernel has what the sandbox needs, as it says itself. */
static bool
has_landlock(void)
{
#ifdef SYS_landlock_create_ruleset
	return syscall(SYS_landlock_create_ruleset, NULL, 0, 1) > 0;
#else
	return false;
#endif
}

/*
 * What `act` returns in a process that may write in `own` and in a folder that
 * is not there: 0 where it could, else an errno.
 */
static int
confined(int (*act)(void))
{
	const char *const folders[] = {in(root, "missing"), own};
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (pid == 0)
		_exit(sandbox_enter(folders, 2) ? act() : NO_LANDLOCK);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NO_LANDLOCK && has_landlock())
		fail_msg("no sandbox, though the kernel has one");
	if (WEXITSTATUS(status) == NO_LANDLOCK)
		skip();
	return WEXITSTATUS(status);
}

static int
open_for(const char *path, int flags)
{
	return open(path, flags | O_CLOEXEC, 0600) < 0 ? errno : 0;
}

static int
write_own(void)
{
	return open_for(in(own, "new"), O_WRONLY | O_CREAT | O_TRUNC);
}

static int
replace_own(void)
{
	int fault = write_own();

	return fault ? fault
	    : rename(in(own, "new"), in(own, "newer")) != 0
	    ? errno
	    : (unlink(in(own, "newer")) != 0 ? errno : 0);
}

static int
read_other(void)
{
	return open_for(in(other, "old"), O_RDONLY);
}

static int
write_null(void)
{
	return open_for("/dev/null", O_WRONLY);
}

static void
it_works_in_its_folders_and_reads_everywhere(void **state)
{
	(void)state;
	assert_int_equal(confined(write_own), 0);
	assert_int_equal(confined(replace_own), 0);
	assert_int_equal(confined(read_other), 0);
	assert_int_equal(confined(write_null), 0);
}

static int
write_other(void)
{
	return open_for(in(other, "old"), O_WRONLY);
}

static int
make_other(void)
{
	return open_for(in(other, "new"), O_WRONLY | O_CREAT);
}

static int
remove_other(void)
{
	return unlink(in(other, "old")) != 0 ? errno : 0;
}

static int
take_other(void)
{
	return rename(in(other, "old"), in(own, "old")) != 0 ? errno : 0;
}

static int
link_own(void)
{
	return symlink("/etc", in(own, "new")) != 0 ? errno : 0;
}

static void
it_changes_nothing_elsewhere(void **state)
{
	(void)state;
	assert_int_equal(confined(write_other), EACCES);
	assert_int_equal(confined(make_other), EACCES);
	assert_int_equal(confined(remove_other), EACCES);
	/* The first versions of Landlock say that it is another disk. */
	int fault = confined(take_other);

	assert_true(fault == EACCES || fault == EXDEV);
	assert_int_equal(confined(link_own), EACCES);
	assert_int_equal(access(in(other, "old"), F_OK), 0);
}

static int
start_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return errno;
}

static int
privileges(void)
{
	return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
}

static void
it_starts_no_program(void **state)
{
	(void)state;
	assert_int_equal(confined(start_program), EACCES);
	assert_int_equal(confined(privileges), 1);
}

static int
connect_to_itself(void)
{
	struct sockaddr_in address = {.sin_family = AF_INET};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	address.sin_port = htons(9);
	return connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0
	    ? errno
	    : 0;
}

static void
it_has_no_network(void **state)
{
	(void)state;
	int fault = confined(connect_to_itself);

	/* Nobody listens there; Linux before 6.7 lets it find out. */
	if (fault == ECONNREFUSED)
		skip();
	assert_int_equal(fault, EACCES);
}

/* The address of a socket that is in no folder. */
static socklen_t
nowhere(struct sockaddr_un *address)
{
	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	snprintf(address->sun_path + 1, sizeof(address->sun_path) - 1, "%.80s",
	    strrchr(root, '/'));
	return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 +
	    strlen(address->sun_path + 1));
}

static int
talk_to_others(void)
{
	struct sockaddr_un address;
	socklen_t len = nowhere(&address);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	return connect(fd, (struct sockaddr *)&address, len) != 0 ? errno : 0;
}

static int
send_signal(void)
{
	return kill(getppid(), 0) != 0 ? errno : 0;
}

static int
ask_device(void)
{
	struct winsize size;
	int fd = open("/dev/ptmx", O_RDONLY | O_NOCTTY | O_CLOEXEC);

	return fd < 0 ? errno : ioctl(fd, TIOCGWINSZ, &size) != 0 ? errno : 0;
}

static void
it_reaches_no_other_process_and_no_device(void **state)
{
	struct sockaddr_un address;
	socklen_t len = nowhere(&address);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	(void)state;
	assert_int_equal(bind(fd, (struct sockaddr *)&address, len), 0);
	assert_int_equal(listen(fd, 1), 0);
	/* Version 6 is of Linux 6.12; 444 asks for it. */
	if (syscall(444, NULL, (size_t)0, 1) >= 6) {
		assert_int_equal(confined(ask_device), EACCES);
		assert_int_equal(confined(talk_to_others), EPERM);
		assert_int_equal(confined(send_signal), EPERM);
	}
	close(fd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		it_works_in_its_folders_and_reads_everywhere, set_up,
		tear_down),
	    cmocka_unit_test_setup_teardown(
		it_changes_nothing_elsewhere, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		it_starts_no_program, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		it_has_no_network, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		it_reaches_no_other_process_and_no_device, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
