# How much it needs, and how it ends when there is not enough: at once and by itself, so that whoever runs it starts another.

run enough --tmpfs /tmp:rw,size=16m
await "it starts with 256 MiB" 200 /health
pid=$(pid_of enough)
node "$checks/steady-load.js" "$url" 64 0 >"$scratch/load" &
load=$!
poster=$(curl --silent --max-time 60 --request POST --header 'Content-Type: application/json' \
  --data '{"zoom":3,"x":0,"y":0,"columns":8,"rows":8,"iterations":100}' "$url/posters" \
  | sed --quiet 's/.*"id":"\([^"]*\)".*/\1/p')
await "the largest poster is made while 64 visitors ask for tiles" 200 "/posters/$poster.png"
check "its size" "2048 2048" "$(curl --silent --max-time 60 "$url/posters/$poster.png" \
  | od --address-radix=n --format=u4 --endian=big --skip-bytes=16 --read-bytes=8 | xargs)"
pass "it used $(mebibytes VmHWM "$pid") MiB of memory at most"
podman stop --time 30 enough >/dev/null
if wait "$load"; then pass "the visitors: $(<"$scratch/load")"; else fail "the visitors: $(<"$scratch/load")"; fi
remove enough

# A heap too small: the JVM leaves rather than go on without what a thread has lost. ECS and Kubernetes see exit code 3.
run small-heap --tmpfs /tmp:rw,size=16m --env JDK_JAVA_OPTIONS=-Xmx8m
await "it starts with a heap of 8 MiB" 200 /health
node "$checks/steady-load.js" "$url" 64 0 >"$scratch/load" || say "      the visitors: $(<"$scratch/load")"
check "exit code when the heap is full" 3 "$(exit_code small-heap)"
check "its last word" "Terminating due to java.lang.OutOfMemoryError: Java heap space" \
  "$(podman logs small-heap 2>&1 | grep '^Terminating')"
remove small-heap

# A container too small: the kernel kills the JVM. ECS sees exit code 137, and calls it OutOfMemoryError.
kills() { awk '$1 == "oom_kill" {print $2}' /proc/vmstat; }
run small-container --tmpfs /tmp:rw,size=16m --memory=64m --memory-swap=64m
await "it starts with 64 MiB" 200 /health
before=$(kills)
node "$checks/steady-load.js" "$url" 64 0 >"$scratch/load" || say "      the visitors: $(<"$scratch/load")"
check "exit code when the container is full" 137 "$(exit_code small-container)"
try "it was the kernel, out of memory" test "$(kills)" -gt "$before"
podman start small-container >/dev/null
await "started once more, it answers" 200 /health
remove small-container
