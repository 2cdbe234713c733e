// Gives the terminal back when the process is killed or crashes: a handler of fatal signals that uses only what is
// allowed in one (write, tcsetattr, sigaction, raise, alarm) and bytes prepared beforehand.
//
// TERM, HUP and INT only ask to end: they are told through a pipe, so that the program can leave in order. If it has not
// within a second, or TERM or INT comes again, it is ended as by any other signal.
//
// The state is there once for each object file that uses it: only CrashGuard.swift may, without inlining elsewhere.
#ifndef BOARD_CRASH_GUARD_H
#define BOARD_CRASH_GUARD_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define BOARD_GUARD_BYTES 512
#define BOARD_GUARD_STACK 32768

static const int board_guard_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE,
                                         SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM};
enum { BOARD_GUARD_COUNT = sizeof board_guard_signals / sizeof *board_guard_signals };

struct board_guard_state {
  volatile sig_atomic_t armed;
  volatile sig_atomic_t away;
  volatile sig_atomic_t continued;
  volatile sig_atomic_t asked_to_end;
  int has_pipe;
  int pipe[2];
  int descriptor;
  int has_modes;
  struct termios modes;
  size_t length;
  char bytes[BOARD_GUARD_BYTES];
  int replaced[BOARD_GUARD_COUNT];
  struct sigaction before[BOARD_GUARD_COUNT];
  int replaced_continue;
  struct sigaction before_continue;
  struct sigaction before_stop;
  char stack[BOARD_GUARD_STACK];
};

// The one state; a variable outside of a function would not reach the Swift object file.
static inline struct board_guard_state *board_guard(void) {
  static struct board_guard_state state;
  return &state;
}

static inline void board_guard_restore_terminal(void) {
  if (!board_guard()->armed) return;
  board_guard()->armed = 0;
  // A process in the background would be stopped for touching the terminal.
  signal(SIGTTOU, SIG_IGN);
  size_t sent = 0;
  while (sent < board_guard()->length) {
    ssize_t count = write(board_guard()->descriptor, board_guard()->bytes + sent, board_guard()->length - sent);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    sent += (size_t)count;
  }
  if (board_guard()->has_modes) tcsetattr(board_guard()->descriptor, TCSANOW, &board_guard()->modes);
}

// Notes that the process shall end, once; returns whether the signal is dealt with by that.
static inline int board_guard_ask(int number) {
  // Shells send a hang-up again to their jobs, also to one that is on its way out.
  if (board_guard()->asked_to_end && number == SIGHUP) return 1;
  int is_request = number == SIGTERM || number == SIGHUP || number == SIGINT;
  // While another program has the terminal nobody looks; only a hang-up ends that one too.
  if (!is_request || !board_guard()->has_pipe || !(board_guard()->armed || (board_guard()->away && number == SIGHUP))) return 0;
  if (board_guard()->asked_to_end) return 0;
  board_guard()->asked_to_end = number;
  int kept = errno;
  alarm(1);
  // A full pipe is readable already.
  ssize_t ignored = write(board_guard()->pipe[1], "", 1);
  (void)ignored;
  errno = kept;
  return 1;
}

// Restores the terminal, then lets the signal do what it would have done without this handler.
static inline void board_guard_handle(int number) {
  // The keys that interrupt belong to the program that has the terminal now; they reach the whole group.
  if (board_guard()->away && (number == SIGINT || number == SIGQUIT)) return;
  if (board_guard_ask(number)) return;
  board_guard_restore_terminal();
  for (int index = 0; index < BOARD_GUARD_COUNT; index++) {
    if (board_guard_signals[index] == number) sigaction(number, &board_guard()->before[index], NULL);
  }
  raise(number);
}

static inline void board_guard_note_continue(int number) {
  (void)number;
  board_guard()->continued = 1;
}

// Remembers the modes of the terminal; call before curses changes them.
static inline void board_guard_save_modes(int descriptor) {
  board_guard()->descriptor = descriptor;
  board_guard()->has_modes = tcgetattr(descriptor, &board_guard()->modes) == 0;
  board_guard()->length = 0;
}

// Adds bytes to what is sent to restore the terminal, without the padding marks ($<5>) of the terminal database.
static inline void board_guard_add(const char *text) {
  if (text == NULL) return;
  while (*text != 0 && board_guard()->length < BOARD_GUARD_BYTES) {
    const char *end = (text[0] == '$' && text[1] == '<') ? strchr(text, '>') : NULL;
    if (end != NULL) {
      text = end + 1;
    } else {
      board_guard()->bytes[board_guard()->length++] = *text++;
    }
  }
}

// Installs the handlers. Signals that are ignored stay ignored, as under nohup.
static inline void board_guard_install(void) {
  if (!board_guard()->has_pipe && pipe(board_guard()->pipe) == 0) {
    for (int end = 0; end < 2; end++) {
      fcntl(board_guard()->pipe[end], F_SETFD, FD_CLOEXEC);
      fcntl(board_guard()->pipe[end], F_SETFL, O_NONBLOCK);
    }
    board_guard()->has_pipe = 1;
  }
  stack_t stack = {.ss_sp = board_guard()->stack, .ss_size = BOARD_GUARD_STACK, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = board_guard_handle;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < BOARD_GUARD_COUNT; index++) {
    if (board_guard()->replaced[index]) continue;
    if (sigaction(board_guard_signals[index], NULL, &board_guard()->before[index]) != 0) continue;
    if (board_guard()->before[index].sa_handler == SIG_IGN) continue;
    board_guard()->replaced[index] = sigaction(board_guard_signals[index], &action, NULL) == 0;
  }
  action.sa_handler = board_guard_note_continue;
  action.sa_flags = 0;
  if (!board_guard()->replaced_continue) {
    board_guard()->replaced_continue = sigaction(SIGCONT, &action, &board_guard()->before_continue) == 0;
  }
}

// Puts back the handlers that were there before.
static inline void board_guard_remove(void) {
  for (int index = 0; index < BOARD_GUARD_COUNT; index++) {
    if (board_guard()->replaced[index]) sigaction(board_guard_signals[index], &board_guard()->before[index], NULL);
    board_guard()->replaced[index] = 0;
  }
  // What is left to do, as removing a throw-away board, is not cut short by a second hang-up; the alarm still ends it.
  if (board_guard()->asked_to_end == SIGHUP) signal(SIGHUP, SIG_IGN);
  if (board_guard()->replaced_continue) sigaction(SIGCONT, &board_guard()->before_continue, NULL);
  board_guard()->replaced_continue = 0;
}

// The signal that asked to end, 0 for none yet; and the descriptor that is readable from then on, -1 if there is none.
static inline int board_guard_asked_to_end(void) { return board_guard()->asked_to_end; }
static inline int board_guard_end_descriptor(void) { return board_guard()->has_pipe ? board_guard()->pipe[0] : -1; }

// The screen is ours: a fatal signal restores the terminal.
static inline void board_guard_arm(void) { board_guard()->armed = 1; }
static inline void board_guard_disarm(void) { board_guard()->armed = 0; }

// Another program has the terminal. Curses must not draw when the group is stopped and continued meanwhile.
static inline void board_guard_leave(void) {
  struct sigaction standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigemptyset(&standard.sa_mask);
  board_guard()->armed = 0;
  board_guard()->away = sigaction(SIGTSTP, &standard, &board_guard()->before_stop) == 0;
}

// The terminal is ours again.
static inline void board_guard_return(void) {
  if (board_guard()->away) sigaction(SIGTSTP, &board_guard()->before_stop, NULL);
  board_guard()->away = 0;
  board_guard()->continued = 0;
  board_guard()->armed = 1;
}

// Whether the process was stopped and continued since the last call.
static inline int board_guard_take_continued(void) {
  if (!board_guard()->continued) return 0;
  board_guard()->continued = 0;
  return 1;
}

// Stops the whole process group, as the terminal would for C-z, and returns when it is continued. Only while away.
static inline void board_guard_stop(void) { kill(0, SIGTSTP); }

#endif
