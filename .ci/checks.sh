# What the check-* scripts have in common: how they speak and count, a folder of their own, and what they need installed.
# To be sourced, by bash with set -euo pipefail; $root is the project.
# shellcheck shell=bash disable=SC2154

# --- how they are asked ---------------------------------------------------------------------------------------------

# What a script says of itself at its top is its help.
help_if_asked() { # arguments
  [[ ${1:-} != -h && ${1:-} != --help ]] || { sed --quiet '2,/^[^#]/ s/^# \{0,1\}//p' "$0" && exit 0; }
}
takes_nothing() { # arguments
  help_if_asked "$@"
  (($# == 0)) || give_up 2 "it takes nothing, got $1"
}

# --- what they say -------------------------------------------------------------------------------------------------

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
await() { # what, seconds, expected output, command
  local what=$1 end=$((SECONDS + $2)) expected=$3 got
  shift 3
  until got=$("$@" 2>/dev/null) && [[ $got == "$expected" ]]; do
    if ((SECONDS >= end)); then
      fail "$what: expected $expected, got ${got:-nothing}"
      return
    fi
    sleep 0.1
  done
  pass "$what: $expected"
}
give_up() { # exit code, reason
  say "$2"
  exit "$1"
}
verdict() {
  ((failures == 0)) || give_up 1 "$failures of the checks failed"
  ((skipped == 0)) || give_up 3 "$skipped of the checks skipped"
  say "all checks passed"
}

# --- a folder of their own -----------------------------------------------------------------------------------------

# In $scratch. It is gone when the script ends, and so are the processes in $helpers.
make_a_place() { # name
  mkdir -p "$root/.tools"
  scratch=$(mktemp -d "$root/.tools/$1.XXXXXX")
  helpers=()
  trap clean_up EXIT
}
clean_up() {
  local helper
  for helper in "${helpers[@]}"; do
    # Nothing of them is worth an orderly end.
    { kill -KILL "$helper" && wait "$helper"; } 2>/dev/null || true
  done
  rm -rf "$scratch"
}

# --- what they need ------------------------------------------------------------------------------------------------

# As root on Debian; elsewhere, or when it cannot, want finds the tool missing.
install_missing() { # packages
  local missing=() package
  ((EUID == 0)) && command -v apt-get >/dev/null || return 0
  for package in "$@"; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed \
      || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing from Debian: ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "${missing[@]}"; } \
    >/dev/null || say "not everything could be installed"
}
want() { # commands
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || give_up 3 "skipped: $tool is missing and could not be installed"
  done
}

# The JDK that the instances and the image have.
want_jdk25() {
  jdk=${JAVA25_HOME:-$(find /usr/lib/jvm -maxdepth 1 -name '*25*' -type d -print -quit 2>/dev/null)}
  [[ -x $jdk/bin/jlink ]] || give_up 2 "no JDK 25; set JAVA25_HOME to one"
}

# The folder that the image is built from, with the server's jar.
context=$root/containers/target/image
want_server() {
  [[ -f $context/atlas-server.jar ]] || give_up 2 "no server; try mvn --projects containers --also-make package"
}
