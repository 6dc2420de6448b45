# One server at a time, run as ECS would run it, on a port of its own.
# shellcheck shell=bash disable=SC2154

port=$((20000 + RANDOM % 5000 * 2)) # and the next one is free for a helper
url=http://127.0.0.1:$port

run() { # name, then more flags, a later one in place of an earlier one
  local name=$1
  shift
  # conmon leaves a file where it was started when the memory runs out
  (cd "$scratch" && podman run --detach --name "$name" --pull=never --network=host --log-driver=k8s-file \
    --read-only --read-only-tmpfs=false --cap-drop=all --security-opt=no-new-privileges \
    --memory=256m --memory-swap=256m --cpus=1 --env HOST=127.0.0.1 --env "PORT=$port" "$@" "$image" >/dev/null)
}
remove() { podman rm --force --time 0 "$1" >/dev/null; }

status() { curl --silent --output /dev/null --write-out '%{http_code}\n' --max-time 60 "$@" || true; }
answers() { # what, path
  await "$1" 30 200 status "$url$2"
}
starts() { # what, command that shows the log, should it not
  local before=$failures
  answers "$1" /health
  ((failures == before)) || "${@:2}" >&2
}
exit_code() { timeout 60 podman wait "$1" || echo "none, as it still runs"; }
inspect() { podman inspect --format "$1" "$image"; }
pid_of() { podman inspect --format '{{.State.Pid}}' "$1"; }
mebibytes() { # VmRSS now or VmHWM at most, process
  awk -v "field=$1:" '$1 == field {print int($2 / 1024)}' "/proc/$2/status"
}
