# A podman with a store of its own, and the image built in it. To be sourced after checks.sh.
# shellcheck shell=bash disable=SC2154

install_podman() {
  install_missing podman runc netavark aardvark-dns catatonit uidmap iptables mmdebstrap debian-archive-keyring curl
  want podman runc curl node
}

# In $scratch; all of it is gone when the script ends.
own_podman() {
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
  # In the format that knows health checks, and without a container around each step of the build.
  export BUILDAH_FORMAT=docker BUILDAH_ISOLATION=chroot
  trap 'empty_podman; clean_up' EXIT
}
empty_podman() {
  podman pod rm --all --force --time 0 >/dev/null 2>&1 || true
  podman rm --all --force --time 0 >/dev/null 2>&1 || true
  podman rmi --all --force >/dev/null 2>&1 || true
  umount "$scratch/storage/overlay" 2>/dev/null || true
}

# It wants systemd to run health checks by, which need not be here.
podman() { command podman "$@" 2> >(grep --invert-match 'systemd connection' >&2); }

build_image() { # name
  make_base
  try "the image builds" podman build --pull=never --tag "$1" "$context"
  ((failures == 0)) || give_up 1 "no image, nothing more to check"
}

# What the Dockerfile builds on, under the name that it has there.
make_base() {
  base=$(sed --quiet 's/^ARG BASE_IMAGE=//p' "$context/Dockerfile")
  if [[ -n ${BASE_IMAGE:-} ]]; then
    say "building on $BASE_IMAGE"
    podman pull --quiet "$BASE_IMAGE" >/dev/null || give_up 2 "$BASE_IMAGE cannot be pulled"
    [[ $BASE_IMAGE == "$base" ]] || podman tag "$BASE_IMAGE" "$base"
  else
    make_standin
  fi
}

# Debian, and what a headless JRE of Amazon Corretto has and the app can need.
make_standin() {
  local folder=$scratch/base
  want_jdk25
  command -v mmdebstrap >/dev/null || give_up 2 "no mmdebstrap to make a base image with; set BASE_IMAGE"
  say "building on a stand-in for $base, made of Debian and $jdk"
  mkdir "$folder"
  mmdebstrap --quiet --variant=extract --include=libc6,zlib1g,libgcc-s1,base-files,netbase,tzdata \
    bookworm "$scratch/debian.tar" || give_up 3 "skipped: there is no Debian to make a base image of; set BASE_IMAGE"
  tar --extract --directory "$folder" --file "$scratch/debian.tar"
  "$jdk/bin/jlink" --generate-cds-archive --output "$folder/usr/lib/jvm/java-25" --add-modules \
    java.base,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs >/dev/null
  ln -s ../lib/jvm/java-25/bin/java "$folder/usr/bin/java"
  # Amazon Linux has one; without it the build would leave an empty one in a layer of ours.
  touch "$folder/etc/hosts"
  tar --create --directory "$folder" . | podman import --quiet - "$base" >/dev/null
  rm -rf "$folder" "$scratch/debian.tar"
}
