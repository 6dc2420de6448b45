# How much it needs, and how it ends when there is not enough: at once and by itself, so that whoever runs it starts another.
# shellcheck shell=bash disable=SC2154

start_with() { # name, MiB, then more flags
  run "$1" "--memory=$2m" "--memory-swap=$2m" --tmpfs /tmp:rw,size=16m "${@:3}"
  starts "it starts with $2 MiB" podman logs "$1"
}
visit() { # how many, until they are refused
  node "$checks/steady-load.js" "$url" "$1" 0 >"$scratch/load" &
  load=$!
}
stop_visited() { # name, how the requests of its visitors may have ended
  local endings
  sleep 5
  pass "it used $(mebibytes VmHWM "$(pid_of "$1")") MiB at most"
  podman stop --time 30 "$1" >/dev/null
  wait "$load" || true
  endings=$(sed 's/.*; //' "$scratch/load" | grep --only-matching --extended-regexp '[0-9A-Za-z]+:' | sort | xargs)
  check "the requests ended with" "$2" "${endings//:/}"
  check "exit code" 143 "$(exit_code "$1")"
  remove "$1"
}

# At worst the JVM has taken all the heap that it may ever take; here it does so when it starts.
whole_heap=(--env "JDK_JAVA_OPTIONS=-XX:InitialRAMPercentage=60 -XX:+AlwaysPreTouch")

start_with small 256 "${whole_heap[@]}"
visit 64
poster=$(curl --silent --max-time 60 --request POST --header 'Content-Type: application/json' \
  --data '{"zoom":3,"x":0,"y":0,"columns":8,"rows":8,"iterations":100}' "$url/posters" \
  | sed --quiet 's/.*"id":"\([^"]*\)".*/\1/p')
answers "while 64 visitors ask for tiles, the largest poster is made" "/posters/$poster.png"
check "its size" "2048 2048" "$(curl --silent --max-time 60 "$url/posters/$poster.png" \
  | od --address-radix=n --format=u4 --endian=big --skip-bytes=16 --read-bytes=8 | xargs)"
stop_visited small 200

# The least that Fargate sells, and nearly as many connections as the server admits: most are told to come later.
start_with crowded 512 "${whole_heap[@]}"
visit 500
stop_visited crowded "200 503"

# A heap too small: the JVM leaves rather than go on without what a thread has lost. ECS and Kubernetes see exit code 3.
start_with small-heap 256 --env JDK_JAVA_OPTIONS=-Xmx8m
visit 64
check "exit code when the heap is full" 3 "$(exit_code small-heap)"
check "its last word" "Terminating due to java.lang.OutOfMemoryError: Java heap space" \
  "$(podman logs small-heap 2>&1 | grep '^Terminating')"
wait "$load" || say "      $(<"$scratch/load")"
remove small-heap

# A container too small: the kernel kills the JVM. ECS sees exit code 137, and calls it OutOfMemoryError.
kills() { awk '$1 == "oom_kill" {print $2}' /proc/vmstat; }
start_with small-container 64
before=$(kills)
visit 64
check "exit code when the container is full" 137 "$(exit_code small-container)"
try "it was the kernel, out of memory" test "$(kills)" -gt "$before"
wait "$load" || say "      $(<"$scratch/load")"
podman start small-container >/dev/null
starts "started once more, it answers" podman logs small-container
remove small-container
