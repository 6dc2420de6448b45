# With a read-only root, without capabilities and in 256 MiB it does all it is there for.
# shellcheck shell=bash disable=SC2154

run server --tmpfs /tmp:rw,size=16m --env ATLAS_OPTION=ecs-fargate --env ATLAS_PREFIX=/ecs-fargate
starts "it answers with a read-only root, no capabilities and 256 MiB" podman logs server
pid=$(pid_of server)
check "it runs as" 10001 "$(awk '/^Uid:/ {print $2}' "/proc/$pid/status")"
check "its capabilities" 0000000000000000 "$(awk '/^CapEff:/ {print $2}' "/proc/$pid/status")"
try "the ahead-of-time cache is used" grep --quiet atlas.aot "/proc/$pid/maps"
try "the image's health check passes" podman healthcheck run server
try "it keeps the HTTP contract" mvn --quiet --batch-mode --no-transfer-progress --file "$root/pom.xml" \
  --projects http --also-make test -Dtest=DeployedContractTest -Dsurefire.failIfNoSpecifiedTests=false \
  "-Datlas.contract.url=$url/ecs-fargate"
pass "it uses $(mebibytes VmRSS "$pid") MiB of memory after that"
remove server

run writing-nothing --env AWS_REGION=us-east-1 --env AWS_ENDPOINT_URL=http://127.0.0.1:1 --env ATLAS_BUCKET=images \
  --env ATLAS_TABLE=jobs --env ATLAS_QUEUE_URL=http://127.0.0.1:1/posters
starts "with a bucket it needs no folder to write to" podman logs writing-nothing
check "its health check needs none either, and prints" "" "$(podman exec writing-nothing \
  java -cp /app/atlas-server.jar atlas.containers.HealthCheck 2>&1)"
remove writing-nothing

poster='{"zoom":2,"x":0,"y":1,"columns":4,"rows":2}'
stored=$(podman run --rm --pull=never --no-healthcheck --network=none --read-only --cap-drop=all --tmpfs /tmp --memory=256m \
  --env "ATLAS_POSTER=$poster" --env ATLAS_SHARDS=2 --env AWS_BATCH_JOB_ARRAY_INDEX=1 --env ATLAS_DATA_DIR=/tmp \
  "$image" atlas.containers.Batch)
check "the batch program" "stored posters/z2-x0-y1-4x2-i256/shard-1-of-2.png" "$stored"
