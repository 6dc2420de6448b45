# What the check-* scripts have in common: how they speak, what they install, and a podman with a store of its own.
# To be sourced, by bash with set -euo pipefail; $root is the project.

failures=0

say() { printf '%s\n' "$*" >&2; }
pass() { say "pass  $*"; }
fail() {
  say "FAIL  $*"
  failures=$((failures + 1))
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
  say "all checks passed"
}

# As root on Debian; elsewhere, or when it cannot, the caller finds the tool missing.
install_missing() { # packages
  local missing=() package
  ((EUID == 0)) && command -v apt-get >/dev/null || return 0
  for package in "$@"; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed \
      || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing from Debian: ${missing[*]}"
  apt-get update -qq >/dev/null \
    && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || say "not everything could be installed"
}
want() { # commands
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || give_up 3 "skipped: $tool is missing and could not be installed"
  done
}

# The JDK that the instances and the image have.
jdk25() {
  local jdk
  jdk=${JAVA25_HOME:-$(find /usr/lib/jvm -maxdepth 1 -name '*25*' -type d -print -quit 2>/dev/null)}
  [[ -x $jdk/bin/java ]] || give_up 2 "no JDK 25; set JAVA25_HOME to one"
  printf '%s\n' "$jdk"
}

# Debian and what a headless JRE of Amazon Corretto has and the app can need, where public.ecr.aws cannot be reached.
standin_image() { # name
  local jdk
  jdk=$(jdk25)
  say "making a base image of Debian and $jdk"
  mkdir "$scratch/base"
  mmdebstrap --quiet --variant=extract --include=libc6,zlib1g,libgcc-s1,base-files,netbase,tzdata \
    bookworm "$scratch/debian.tar"
  tar --extract --directory "$scratch/base" --file "$scratch/debian.tar"
  "$jdk/bin/jlink" --generate-cds-archive --output "$scratch/base/usr/lib/jvm/java-25" --add-modules \
    java.base,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs >/dev/null
  ln -s ../lib/jvm/java-25/bin/java "$scratch/base/usr/bin/java"
  tar --create --directory "$scratch/base" . | podman import --quiet - "$1" >/dev/null
  rm -rf "$scratch/base" "$scratch/debian.tar"
}

# A folder of its own in $scratch, and a podman that keeps everything there; both are gone when the script ends.
own_podman() { # name
  mkdir -p "$root/.tools"
  scratch=$(mktemp -d "$root/.tools/$1.XXXXXX")
  trap clean_up EXIT
  # crun and podman's own limits are refused where control groups are of the hybrid kind.
  cat > "$scratch/containers.conf" <<'END'
[containers]
default_ulimits = ["nofile=20000:20000", "nproc=16384:16384"]
[engine]
runtime = "runc"
[network]
network_backend = "netavark"
END
  cat > "$scratch/storage.conf" <<END
[storage]
driver = "overlay"
graphroot = "$scratch/storage"
runroot = "$scratch/run"
END
  export CONTAINERS_CONF=$scratch/containers.conf CONTAINERS_STORAGE_CONF=$scratch/storage.conf
}
# It wants systemd to run health checks by, which need not be here.
podman() { command podman "$@" 2> >(grep --invert-match 'systemd connection' >&2); }
clean_up() {
  podman pod rm --all --force --time 0 >/dev/null 2>&1 || true
  podman rm --all --force --time 0 >/dev/null 2>&1 || true
  podman rmi --all --force >/dev/null 2>&1 || true
  umount "$scratch/storage/overlay" 2>/dev/null || true
  rm -rf "$scratch"
}
