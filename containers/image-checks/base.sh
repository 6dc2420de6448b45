# The image that the Dockerfile builds on, under the name that it has there.

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

make_standin() {
  local jdk folder=$scratch/base
  jdk=${JAVA25_HOME:-$(find /usr/lib/jvm -maxdepth 1 -name '*25*' -type d -print -quit 2>/dev/null)}
  [[ -x $jdk/bin/jlink ]] || give_up 2 "no JDK 25; set JAVA25_HOME to one, or BASE_IMAGE to an image that has it"
  command -v mmdebstrap >/dev/null || give_up 2 "no mmdebstrap to make a base image with; set BASE_IMAGE"
  say "building on a stand-in for $base, made of Debian and $jdk"
  mkdir "$folder"
  mmdebstrap --quiet --variant=extract --include=libc6,zlib1g,libgcc-s1,base-files,netbase,tzdata \
    bookworm "$scratch/debian.tar" || give_up 3 "skipped: there is no Debian to make a base image of; set BASE_IMAGE"
  tar --extract --directory "$folder" --file "$scratch/debian.tar"
  # What a headless JRE of Amazon Corretto has and the app can need.
  "$jdk/bin/jlink" --generate-cds-archive --output "$folder/usr/lib/jvm/java-25" --add-modules \
    java.base,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs >/dev/null
  ln -s ../lib/jvm/java-25/bin/java "$folder/usr/bin/java"
  # Amazon Linux has one; without it the build would leave an empty one in a layer of ours.
  touch "$folder/etc/hosts"
  tar --create --directory "$folder" . | podman import --quiet - "$base" >/dev/null
  rm -rf "$folder" "$scratch/debian.tar"
}
