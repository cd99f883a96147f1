#define _GNU_SOURCE
#include "CLineEditor.h"
#include "Internal.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

int le_start(const char *command, const char *argument, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int code = posix_spawn_file_actions_init(&actions);
  if (code != 0) {
    errno = code;
    return -1;
  }
  code = posix_spawnattr_init(&attributes);
  if (code != 0) {
    posix_spawn_file_actions_destroy(&actions);
    errno = code;
    return -1;
  }
  if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, 0);
  /* We ignore a closed pipe and may hold signals back; the child shall not. */
  sigset_t usual, none;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  char *const words[] = {
    "sh", "-c", (char *)command, "sh", (char *)(argument ? argument : ""), NULL};
  pid_t process = -1;
  le_guard_hold_signals();
  code = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ);
  if (code == 0) le_child_started(process);
  le_guard_release_signals();
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (code != 0) {
    errno = code;
    return -1;
  }
  return process;
}

int le_wait(int process) {
  siginfo_t facts;
  while (waitid(P_PID, (id_t)process, &facts, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
  /* Once it is waited for, its number may be another's: no handler may use it any more. */
  le_guard_hold_signals();
  int status = 0;
  pid_t ended = waitpid(process, &status, 0);
  le_child_ended();
  le_guard_release_signals();
  if (ended < 0) return 127;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

char **le_environment(void) { return environ; }
