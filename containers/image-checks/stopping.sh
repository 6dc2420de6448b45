# Told to stop, it says that it is not ready, answers whoever has not noticed, finishes what it has, and ends.

run stopping --tmpfs /tmp:rw,size=16m --env ATLAS_THREADS=1 --env ATLAS_DRAIN_SECONDS=3
await "it starts, with a drain shorter than what it will have in flight" 200 /health
requests=()
for i in 1 2 3 4; do # each about a second of work
  status "$url/tiles/7/60/40.png?iterations=$((4990 + i))" >"$scratch/answer.$i" &
  requests+=($!)
done
sleep 0.5
podman kill --signal TERM stopping >/dev/null
await "readiness flips first" 503 /health
check "it still answers while it drains" 200 "$(status "$url/tiles/0/0/0.png")"
check "exit code" 143 "$(podman wait stopping)"
wait "${requests[@]}"
check "requests in flight when it was told to stop" "200 200 200 200" "$(cat "$scratch"/answer.* | xargs)"
remove stopping

# As deployed: with its own drain, by the signal that the image names, and 30 seconds until SIGKILL.
run loaded --tmpfs /tmp:rw,size=16m
await "it starts again, with the drain that it has by itself" 200 /health
node "$checks/steady-load.js" "$url" 16 3 >"$scratch/load" &
load=$!
sleep 3
podman stop --time 30 loaded >/dev/null
if wait "$load"; then pass "under load: $(<"$scratch/load")"; else fail "under load: $(<"$scratch/load")"; fi
check "exit code" 143 "$(podman wait loaded)"
podman logs loaded >"$scratch/log" 2>&1
check "it says" "stopped; every request was answered, no poster is left behind" \
  "$(sed --quiet 's/.*"message":"\(stopped;[^"]*\)".*/\1/p' "$scratch/log")"
check "answers that it logged and that no client got" 0 \
  "$(($(grep --count '"path":"/tiles/16/' "$scratch/log") - $(sed 's/.* \([0-9]*\) requests,.*/\1/' "$scratch/load")))"
remove loaded
