#include "vocabulary.h"

#include <stdio.h>
#include <string.h>

/* At these ranks, the one is in 2 % of the talks and the other in 1.5 %. */
#define RANK_RISCV  1180
#define RANK_RISC_V 1700

#define SEED 0x1ec7e12 /* of the words without a meaning */

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Words that titles do not draw. */
static const char *const common[] = {"the", "to", "is", "a", "of", "in", "and",
    "for", "we", "it", "that", "on", "not", "with", "can", "be", "this", "are",
    "have", "but", "what", "if", "as", "there", "or", "when", "by", "from",
    "would", "so", "how", "no", "do", "more", "should", "at", "an", "all",
    "one", "they", "some", "will", "only", "then", "has", "about", "which"};

static const char *const technical[] = {"kernel", "driver", "memory", "page",
    "user", "patch", "device", "support", "code", "time", "system", "data",
    "scheduler", "test", "work", "tree", "file", "upstream", "thread", "bug",
    "table", "cache", "hardware", "lock", "issue", "process", "CPU", "API",
    "interface", "build", "change", "maintainer", "performance", "module",
    "buffer", "queue", "boot", "compiler", "state", "task", "power", "trace",
    "firmware", "problem", "event", "call", "set", "run", "need", "way",
    "function", "interrupt", "latency", "mapping", "allocator", "namespace",
    "container", "network", "packet", "socket", "filesystem", "folio", "inode",
    "write", "read", "flag", "node", "bus", "core", "clock", "timer", "guest",
    "host", "hypervisor", "image", "version", "release", "review", "list",
    "mailing", "stable", "branch", "commit", "config", "option", "policy",
    "target", "user space", "syscall", "struct", "pointer", "type", "Rust",
    "language", "binding", "unsafe", "macro", "header", "library", "binary",
    "loader", "linker", "section", "symbol", "debug", "probe", "counter",
    "sample", "profile", "benchmark", "regression", "workload", "overhead",
    "throughput", "bandwidth", "idle", "frequency", "governor", "thermal",
    "zone", "sensor", "limit", "budget", "energy", "model", "group", "weight",
    "runqueue", "wakeup", "preemption", "priority", "deadline", "fair",
    "migration", "balance", "domain", "topology", "cluster", "NUMA", "swap",
    "reclaim", "compaction", "fragmentation", "slab", "heap", "stack", "frame",
    "register", "vector", "instruction", "extension", "architecture",
    "platform", "vendor", "board", "chip", "controller", "pin", "GPIO", "SPI",
    "PCI", "USB", "DMA", "IOMMU", "descriptor", "ring", "doorbell", "endpoint",
    "link", "lane", "fabric", "switch", "pool", "CXL", "region", "range",
    "address", "space", "virtual", "physical", "huge", "large", "small",
    "offset", "alignment", "atomic", "barrier", "ordering", "race", "deadlock",
    "lockdep", "sanitizer", "fuzzer", "coverage", "corpus", "crash", "report",
    "oops", "panic", "dump", "log", "console", "printk", "tracepoint", "hook",
    "filter", "verifier", "program", "helper", "map", "iterator", "kfunc",
    "loop", "bound", "proof", "spec", "document", "schema", "property",
    "overlay", "devicetree", "ACPI", "UEFI", "bootloader", "initrd", "mount",
    "path", "directory", "permission", "capability", "credential", "key",
    "signature", "hash", "token", "enclave", "attestation", "secret",
    "encryption", "cipher", "random", "entropy", "integrity", "measurement",
    "mitigation", "speculation", "gadget", "attack", "exploit", "hardening",
    "audit", "label", "sandbox", "container runtime", "cgroup", "quota",
    "accounting", "metric", "monitor", "daemon", "service", "session",
    "display", "plane", "fence", "graphics", "codec", "stream", "camera",
    "audio", "mixer", "media", "pipeline", "encoder", "transport", "route",
    "neighbour", "tunnel", "offload", "checksum", "segment", "congestion",
    "window", "retransmit", "handshake", "bridge", "firewall", "conntrack",
    "distribution", "package", "repository", "continuous integration", "lab",
    "farm", "bisect", "revert", "backport", "deprecate", "legacy", "cleanup",
    "roadmap", "consensus", "proposal", "discussion", "question", "future"};

/* A word of two or three syllables. */
static void
invent(char word[VOCABULARY_LETTER], struct dice *dice)
{
	static const char *const onset[] = {"b", "br", "d", "dr", "fl", "g",
	    "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r", "s", "sl",
	    "st", "t", "tr", "v", "w", "z", "", "ch", "sw"};
	static const char *const vowel[] = {
	    "a", "e", "i", "o", "u", "ai", "ea", "ou", "e", "o"};
	static const char *const coda[] = {
	    "", "", "n", "r", "l", "s", "t", "m", "nd", "x"};
	uint32_t n = 2 + dice_below(dice, 2);
	size_t len = 0;

	for (uint32_t i = 0; i < n; i++) {
		const char *a = onset[dice_below(dice, COUNT(onset))];
		const char *b = vowel[dice_below(dice, COUNT(vowel))];
		const char *c = coda[dice_below(dice, COUNT(coda))];

		len += (size_t)snprintf(
		    word + len, VOCABULARY_LETTER - len, "%s%s%s", a, b, c);
	}
}

static void
put(struct vocabulary *v, size_t rank, const char *word)
{
	snprintf(v->word[rank], VOCABULARY_LETTER, "%s", word);
}

void
vocabulary_init(struct vocabulary *v)
{
	struct dice dice = {SEED};
	uint64_t sum = 0;

	for (size_t i = 0; i < VOCABULARY_WORDS; i++) {
		if (i < COUNT(common))
			put(v, i, common[i]);
		else if (i - COUNT(common) < COUNT(technical))
			put(v, i, technical[i - COUNT(common)]);
		else
			invent(v->word[i], &dice);
		/* In whole numbers, so that no machine rounds otherwise. */
		sum += UINT64_C(1000000) / (i + 1);
		v->sum[i] = sum;
	}
	put(v, RANK_RISCV, "riscv");
	put(v, RANK_RISC_V, "RISC-V");
}

/* The rank of a word drawn from those from rank `from` on. */
static size_t
draw(const struct vocabulary *v, struct dice *dice, size_t from)
{
	uint64_t below = from > 0 ? v->sum[from - 1] : 0;
	uint64_t all = v->sum[VOCABULARY_WORDS - 1] - below;
	uint64_t at = below + dice_below(dice, (uint32_t)all);
	size_t low = from, high = VOCABULARY_WORDS - 1;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (v->sum[mid] > at)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

const char *
vocabulary_draw(const struct vocabulary *v, struct dice *dice)
{
	return v->word[draw(v, dice, 0)];
}

const char *
vocabulary_title(const struct vocabulary *v, struct dice *dice)
{
	return v->word[draw(v, dice, COUNT(common))];
}
