# Podman, with images and settings of its own that are gone afterwards.

install_missing() {
  local package tool missing=()
  local packages=(podman buildah runc netavark aardvark-dns catatonit uidmap iptables mmdebstrap debian-archive-keyring curl)
  if ((EUID == 0)) && command -v apt-get >/dev/null; then
    for package in "${packages[@]}"; do
      dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed \
        || missing+=("$package")
    done
    if ((${#missing[@]})); then
      say "installing from Debian: ${missing[*]}"
      { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "${missing[@]}"; } \
        >/dev/null || say "not everything could be installed"
    fi
  fi
  for tool in podman buildah curl node; do
    command -v "$tool" >/dev/null || give_up 3 "skipped: $tool is missing and could not be installed"
  done
}

make_a_place() {
  mkdir -p "$root/.tools"
  scratch=$(mktemp -d "$root/.tools/check-image.XXXXXX")
  helpers=()
  trap cleanup EXIT
  # crun and podman's own limits are refused where control groups are of the hybrid kind.
  cat > "$scratch/containers.conf" <<'CONF'
[containers]
default_ulimits = ["nofile=20000:20000", "nproc=16384:16384"]
[engine]
runtime = "runc"
[network]
network_backend = "netavark"
CONF
  cat > "$scratch/storage.conf" <<CONF
[storage]
driver = "overlay"
graphroot = "$scratch/storage"
runroot = "$scratch/run"
CONF
  export CONTAINERS_CONF=$scratch/containers.conf CONTAINERS_STORAGE_CONF=$scratch/storage.conf
  # In the format that knows health checks, and without a container around each step of the build.
  export BUILDAH_FORMAT=docker BUILDAH_ISOLATION=chroot
}

cleanup() {
  local helper
  for helper in "${helpers[@]}"; do kill "$helper" 2>/dev/null || true; done
  podman rm --all --force --time 0 >/dev/null 2>&1 || true
  podman rmi --all --force >/dev/null 2>&1 || true
  umount "$scratch/storage/overlay" 2>/dev/null || true
  rm -rf "$scratch"
}

# It wants systemd to run health checks by, which need not be here; the checks run them.
podman() { command podman "$@" 2> >(grep --invert-match 'systemd connection' >&2); }
