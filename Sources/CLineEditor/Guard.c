#define _GNU_SOURCE
#include "CLineEditor.h"
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* Everything a signal handler touches is static, and every call in one is async-signal-safe
 * (POSIX.1-2017, 2.4.3): tcgetattr, tcsetattr, tcgetpgrp, write, sigaction, raise, kill, waitpid,
 * poll, _exit. */

static int terminal = -1;
static int wake_pipe[2] = {-1, -1};
static struct termios modes[3];
static volatile sig_atomic_t mode = le_mode_original;
static volatile sig_atomic_t interrupted;
/* The pager or the editor that has the screen; 0 where there is none. */
static volatile sig_atomic_t child;
static volatile sig_atomic_t events;

static const int leaving[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT};
static const int telling[] = {SIGTSTP, SIGCONT, SIGWINCH};
#define COUNT(list) (sizeof(list) / sizeof *(list))
static struct sigaction before[65];

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

/* A background job must not change the terminal: it belongs to another program. */
static bool owns_terminal(void) {
  return terminal >= 0 && tcgetpgrp(terminal) == getpgrp();
}

static void say(const char *text, size_t size) {
  ssize_t written = write(terminal, text, size);
  (void)written;
}

static void apply(int next) {
  if (!owns_terminal()) return;
  if (next == le_mode_editing) say(paste_on, sizeof paste_on - 1);
  tcsetattr(terminal, TCSANOW, &modes[next]);
}

static void give_back(void) {
  if (mode == le_mode_original || !owns_terminal()) return;
  if (mode == le_mode_editing) say(paste_off, sizeof paste_off - 1);
  tcsetattr(terminal, TCSANOW, &modes[le_mode_original]);
}

static void wake(int event) {
  events |= event;
  char byte = 0;
  ssize_t written = write(wake_pipe[1], &byte, 1);
  (void)written;
}

/* Ends the program that has the screen, and the modes that it leaves behind. */
static void end_child(int number) {
  if (child <= 0) return;
  kill((pid_t)child, number == SIGHUP ? SIGHUP : SIGTERM);
  /* A second is enough to tidy up. */
  for (int i = 0; i < 100 && waitpid((pid_t)child, NULL, WNOHANG) == 0; i++) poll(NULL, 0, 10);
  if (!owns_terminal()) return;
  tcsetattr(terminal, TCSANOW, &modes[le_mode_original]);
  say("\r\n", 2);
}

static void leave(int number) {
  if (mode == le_mode_editing && owns_terminal()) say("\r\n", 2);
  end_child(number);
  give_back();
  _exit(128 + number);
}

static void on_leave(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  if (number == SIGINT || number == SIGQUIT) {
#ifdef SI_KERNEL
    bool is_key = info->si_code == SI_KERNEL;
#else
    (void)info;
    bool is_key = true;
#endif
    /* The pager or the editor on the screen has got the key too and decides. */
    if (child > 0 && is_key) {
      interrupted = 1;
      return;
    }
    if (number == SIGINT && is_key && mode == le_mode_answering) {
      interrupted = 1;
      wake(0);
      errno = saved;
      return;
    }
  }
  leave(number);
}

/* Restores the terminal and lets the crash take its course. */
static void on_crash(int number) {
  give_back();
  mode = le_mode_original;
  sigaction(number, &before[number], NULL);
  if (number == SIGABRT) raise(number);
}

static void on_tell(int number);

static void install(int number, bool always) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  sigaction(number, NULL, &before[number]);
  /* What our parent ignores (nohup, a background job) stays ignored. */
  if (!always && before[number].sa_handler == SIG_IGN) return;
  for (size_t i = 0; i < COUNT(leaving); i++)
    if (leaving[i] == number) {
      action.sa_sigaction = on_leave;
      action.sa_flags = SA_SIGINFO;
    }
  for (size_t i = 0; i < COUNT(crashing); i++)
    if (crashing[i] == number) {
      action.sa_handler = on_crash;
      action.sa_flags = SA_ONSTACK;
    }
  for (size_t i = 0; i < COUNT(telling); i++)
    if (telling[i] == number) {
      action.sa_handler = on_tell;
      action.sa_flags = SA_RESTART;
    }
  sigaction(number, &action, NULL);
}

static void on_tell(int number) {
  int saved = errno;
  if (number == SIGWINCH) {
    wake(le_event_resized);
  } else if (number == SIGCONT) {
    if (mode != le_mode_original) apply(mode);
    wake(le_event_continued);
  } else if (before[SIGTSTP].sa_handler != SIG_IGN) {
    give_back();
    struct sigaction usual, ours;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &usual, &ours);
    sigset_t only, old;
    sigemptyset(&only);
    sigaddset(&only, SIGTSTP);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &only, &old);
    /* Stopped here until SIGCONT. */
    sigprocmask(SIG_SETMASK, &old, NULL);
    sigaction(SIGTSTP, &ours, NULL);
    if (mode != le_mode_original) apply(mode);
    wake(le_event_continued);
  }
  errno = saved;
}

int le_guard_open(int descriptor) {
  if (terminal >= 0) return 0;
  if (tcgetattr(descriptor, &modes[le_mode_original]) < 0) return -1;
  modes[le_mode_answering] = modes[le_mode_original];
  modes[le_mode_answering].c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  modes[le_mode_answering].c_cc[VMIN] = 1;
  modes[le_mode_answering].c_cc[VTIME] = 0;
  modes[le_mode_editing] = modes[le_mode_answering];
  if (wake_pipe[0] < 0) {
    if (pipe(wake_pipe) < 0) return -1;
    for (int i = 0; i < 2; i++) {
      fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
      fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
    }
  }
  terminal = descriptor;
  static bool is_registered;
  if (!is_registered) atexit(le_guard_close);
  is_registered = true;
  /* A crash by a stack that has run out needs another stack to be handled on. */
  static char spare[65536];
  stack_t stack = {.ss_sp = spare, .ss_size = sizeof spare};
  stack_t existing;
  if (sigaltstack(NULL, &existing) == 0 && (existing.ss_flags & SS_DISABLE))
    sigaltstack(&stack, NULL);
  for (size_t i = 0; i < COUNT(leaving); i++) install(leaving[i], false);
  for (size_t i = 0; i < COUNT(crashing); i++) install(crashing[i], true);
  for (size_t i = 0; i < COUNT(telling); i++) install(telling[i], true);
  return 0;
}

void le_guard_close(void) {
  if (terminal < 0) return;
  le_guard_hold_signals();
  le_guard_set(le_mode_original);
  for (size_t i = 0; i < COUNT(leaving); i++) sigaction(leaving[i], &before[leaving[i]], NULL);
  for (size_t i = 0; i < COUNT(crashing); i++) sigaction(crashing[i], &before[crashing[i]], NULL);
  for (size_t i = 0; i < COUNT(telling); i++) sigaction(telling[i], &before[telling[i]], NULL);
  terminal = -1;
  le_guard_release_signals();
}

void le_guard_learn_editing(void) {
  if (terminal < 0) return;
  le_guard_hold_signals();
  tcgetattr(terminal, &modes[le_mode_editing]);
  say(paste_on, sizeof paste_on - 1);
  mode = le_mode_editing;
  le_guard_release_signals();
}

void le_guard_set(enum le_mode next) {
  if (terminal < 0) return;
  /* libedit sets modes without telling, so the original ones are always set anew. */
  if (mode == (sig_atomic_t)next && next != le_mode_original) return;
  le_guard_hold_signals();
  if (mode == le_mode_editing) say(paste_off, sizeof paste_off - 1);
  if (next == le_mode_editing) say(paste_on, sizeof paste_on - 1);
  if (owns_terminal()) tcsetattr(terminal, TCSADRAIN, &modes[next]);
  mode = (sig_atomic_t)next;
  le_guard_release_signals();
}

enum le_mode le_guard_mode(void) { return (enum le_mode)mode; }

int le_guard_descriptor(void) { return wake_pipe[0]; }

int le_guard_take_events(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
  le_guard_hold_signals();
  int taken = events;
  events = 0;
  le_guard_release_signals();
  return taken;
}

bool le_guard_take_interrupt(void) {
  bool was = interrupted;
  interrupted = 0;
  return was;
}

bool le_guard_is_interrupted(void) { return interrupted; }

void le_guard_stop_job(void) { kill(0, SIGTSTP); }

static int held;
static sigset_t mask_before;

void le_guard_hold_signals(void) {
  if (held++ > 0) return;
  sigset_t ours;
  sigemptyset(&ours);
  for (size_t i = 0; i < COUNT(leaving); i++) sigaddset(&ours, leaving[i]);
  for (size_t i = 0; i < COUNT(telling); i++) sigaddset(&ours, telling[i]);
  sigprocmask(SIG_BLOCK, &ours, &mask_before);
}

void le_guard_release_signals(void) {
  if (--held == 0) sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

struct posted {
  struct posted *next;
  char *text;
};
static struct posted *first_posted, **last_posted = &first_posted;
static pthread_mutex_t posting = PTHREAD_MUTEX_INITIALIZER;

void le_post(const char *text) {
  struct posted *entry = malloc(sizeof *entry);
  if (!entry) return;
  entry->next = NULL;
  entry->text = strdup(text);
  pthread_mutex_lock(&posting);
  *last_posted = entry;
  last_posted = &entry->next;
  pthread_mutex_unlock(&posting);
  wake(0);
}

char *le_take_posted(void) {
  pthread_mutex_lock(&posting);
  struct posted *entry = first_posted;
  if (entry) {
    first_posted = entry->next;
    if (!first_posted) last_posted = &first_posted;
  }
  pthread_mutex_unlock(&posting);
  if (!entry) return NULL;
  char *text = entry->text;
  free(entry);
  return text;
}

void le_child_started(int process) { child = process; }

void le_child_ended(void) { child = 0; }

void le_free(char *text) { free(text); }
