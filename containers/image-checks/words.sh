# What a check says, and what it counts.

failures=0
skipped=0

say() { printf '%s\n' "$*" >&2; }
pass() { say "pass  $*"; }
fail() {
  say "FAIL  $*"
  failures=$((failures + 1))
}
skip() {
  say "SKIP  $*"
  skipped=$((skipped + 1))
}
check() { # what, expected, got
  if [[ $2 == "$3" ]]; then pass "$1: $3"; else fail "$1: expected $2, got $3"; fi
}
try() { # what, command; its output is shown when it fails
  local what=$1
  shift
  if "$@" >"$scratch/output" 2>&1; then pass "$what"; else
    cat "$scratch/output" >&2
    fail "$what"
  fi
}
give_up() { # exit code, reason
  say "$2"
  exit "$1"
}
