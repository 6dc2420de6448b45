# Told to stop under load, it says that it is not ready, answers whoever has not noticed, finishes what it has, and ends:
# by the signal that the image names, and 30 seconds before SIGKILL, as ECS does it.
# shellcheck shell=bash disable=SC2154

stop_under_load() { # name, then what steady-load.js takes after the address
  local name=$1 load
  shift
  starts "it starts" podman logs "$name"
  node "$checks/steady-load.js" "$url" "$@" >"$scratch/load" &
  load=$!
  sleep 3
  podman stop --time 30 "$name" >/dev/null
  if wait "$load"; then pass "$name: $(<"$scratch/load")"; else fail "$name: $(<"$scratch/load")"; fi
  check "exit code" 143 "$(exit_code "$name")"
  podman logs "$name" >"$scratch/log" 2>&1
  check "it says" "stopped; every request was answered, no poster is left behind" \
    "$(sed --quiet 's/.*"message":"\(stopped;[^"]*\)".*/\1/p' "$scratch/log")"
  check "requests that it logged" "$(sed 's/.* \([0-9]*\) requests,.*/\1/' "$scratch/load")" \
    "$(grep --count '"path":"/tiles/16/' "$scratch/log")"
  remove "$name"
}

# Half of the clients stop when readiness flips, the others three seconds later, within the drain that it has by itself.
run clients-late --tmpfs /tmp:rw,size=16m
stop_under_load clients-late 16 3

# On the smallest share of a processor that Fargate sells, with more in flight than the drain is long.
run long-in-flight --tmpfs /tmp:rw,size=16m --cpus=0.25 --env ATLAS_DRAIN_SECONDS=1
stop_under_load long-in-flight 12 0 1000
try "it went on after its drain of 1 s" test "$(sed 's/.* ended \([0-9]*\)\..*/\1/' "$scratch/load")" -ge 1
