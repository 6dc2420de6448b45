# What the image says of itself, and what it is made of.
# shellcheck shell=bash disable=SC2154

check "user" 10001:10001 "$(inspect '{{.Config.User}}')"
check "port" 'map[8080/tcp:{}]' "$(inspect '{{.Config.ExposedPorts}}')"
check "stop signal" SIGTERM "$(inspect '{{.Config.StopSignal}}')"
check "health check" '[CMD java -cp /app/atlas-server.jar atlas.containers.HealthCheck]' "$(inspect '{{.HealthCheck.Test}}')"
check "its interval, time-out, retries and start" "15s 5s 3 30s" "$(inspect \
  '{{.HealthCheck.Interval}} {{.HealthCheck.Timeout}} {{.HealthCheck.Retries}} {{.HealthCheck.StartPeriod}}')"

layers() { podman inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "$1" | grep .; }
below=$(layers "$base" | wc -l)
check "its lowest layers are those of its base" "$(layers "$base")" "$(layers "$image" | head -n "$below")"
check "layers of its own" 2 "$(($(layers "$image" | wc -l) - below))"

# Its root user owns the files, and nobody else may write them. Directories are there for their times alone.
podman save --quiet --format docker-dir --output "$scratch/saved" "$image" >/dev/null
files_of() {
  tar --list --verbose --numeric-owner --file "$scratch/saved/${1#sha256:}" | awk '$1 !~ /^d/ {print $1, $2, $6}'
}
mapfile -t own < <(layers "$image" | tail -n +$((below + 1)))
check "the first holds" "-r--r--r-- 0/0 app/atlas-server.jar" "$(files_of "${own[0]}")"
check "the second holds" "-rw-r--r-- 0/0 app/atlas.aot" "$(files_of "${own[1]}")"
rm -rf "$scratch/saved"

size=$(inspect '{{.Size}}')
size_below=$(podman inspect --format '{{.Size}}' "$base")
try "it adds $(((size - size_below) / 1000000)) MB to the $((size_below / 1000000)) MB of its base, 70 at most" \
  test $((size - size_below)) -le 70000000
