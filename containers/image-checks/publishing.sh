# cdk-assets, the part of cdk deploy that publishes, builds it as the asset manifest says and pushes it to a registry:
# Debian's, behind a stand-in for AWS that goes by the name of ECR's. A task finds it there.
# shellcheck shell=bash disable=SC2154

assembly=$scratch/assembly
calls=$scratch/calls
architecture=$(uname -m)
[[ $architecture == x86_64 ]] || architecture=arm64
ask() { node "$checks/assembly.js" "$assembly" "$1"; }

# The package is unpacked and not installed: that would start a registry on this machine.
fetch_registry() (
  mkdir "$scratch/debian" && chmod 777 "$scratch/debian" && cd "$scratch/debian" \
    && apt-get download -qq docker-registry && dpkg-deb --extract docker-registry_*.deb .
)

start_registry() {
  cat > "$scratch/registry.yml" <<CONF
version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: $scratch/registry}}
http: {addr: "127.0.0.1:$((port + 1))", relativeurls: true}
CONF
  "$scratch/debian/usr/bin/docker-registry" serve "$scratch/registry.yml" >"$scratch/registry.log" 2>&1 &
  helpers+=($!)
  await "a registry is there" 30 200 status "http://127.0.0.1:$((port + 1))/v2/"
}

start_aws() {
  coproc aws { exec node "$checks/aws-standin.js" $((port + 1)) "$(ask repository)" "$calls"; }
  helpers+=("$aws_PID")
  local at
  read -r at <&"${aws[0]}"
  aws_url=http://127.0.0.1:$at
  cat > "$scratch/registries.conf" <<CONF
[[registry]]
location = "public.ecr.aws"
blocked = true
[[registry]]
location = "$(ask image | cut --delimiter=/ --fields=1)"
insecure = true
CONF
}

# What it asks of AWS and of the registry goes to the stand-in, which also notes it; the base image is the one built here.
with_aws() {
  : >"$calls"
  env HTTP_PROXY="$aws_url" HTTPS_PROXY="$aws_url" NO_PROXY=127.0.0.1 AWS_ENDPOINT_URL="$aws_url" AWS_REGION=us-east-1 \
    AWS_ACCESS_KEY_ID=made-up AWS_SECRET_ACCESS_KEY=made-up \
    AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null \
    CONTAINERS_REGISTRIES_CONF="$scratch/registries.conf" REGISTRY_AUTH_FILE="$scratch/auth.json" CDK_DOCKER=podman "$@"
}
publish() { with_aws "$root/node_modules/.bin/cdk-assets" --path "$assembly/$1.assets.json" publish "$tag"; }
called() { { grep "^ecr:" "$calls" || true; } | sort --unique; }
# What was called and is not allowed; a token is the caller's own affair, as no policy of a repository can give it.
beyond() {
  local more
  more=$(comm -23 <(called) <({ ask "$1"; echo ecr:GetAuthorizationToken; } | sort --unique) | xargs)
  echo "${more:-nothing}"
}

[[ -x $root/node_modules/.bin/cdk-assets ]] || give_up 2 "no cdk-assets; try npm ci"
fetch_registry >"$scratch/output" 2>&1 || {
  skip "publishing: Debian's docker-registry cannot be had here: $(tail -n 1 "$scratch/output")"
  return 0
}
try "three options are synthesized" "$root/atlas" synth ecs-fargate ecs-ec2 eks-managed-nodes \
  -c "architecture=$architecture" --output "$assembly"
start_registry
start_aws

image=$(ask image)
tag=${image##*:}
try "cdk-assets builds and pushes what EcsFargate asks for" publish EcsFargate
podman image exists "cdkasset-$tag" || return 0
check "it does so as the role that the repository lets in" "$(ask publisher)" \
  "$(sed --quiet 's/^sts:AssumeRole //p' "$calls")"
check "what it does there and the repository does not allow" nothing "$(beyond may-publish)"
for stack in EcsEc2 EksManagedNodes; do
  try "$stack names the same image" grep --quiet "compute-atlas:$tag" "$assembly/$stack.template.json"
  try "cdk-assets is content with it" publish "$stack"
  check "it only looks" "ecr:DescribeImages ecr:DescribeRepositories" "$(called | xargs)"
done

built=$(podman inspect --format '{{.Id}}' "cdkasset-$tag")
podman rmi --force "$built" >/dev/null
try "the image that the task definition names can be pulled" with_aws podman pull --quiet "$image"
check "what that needs and the execution role may not" nothing "$(beyond may-pull)"
check "it is the one that was built" "$built" "$(inspect '{{.Id}}')"
manifest() {
  curl --silent --header 'Accept: application/vnd.docker.distribution.manifest.v2+json' "$@" \
    "http://127.0.0.1:$((port + 1))/v2/$(ask repository)/manifests/$tag"
}
check "its digest is the registry's" \
  "$(manifest --head | sed --quiet 's/^Docker-Content-Digest: \(.*\)\r$/\1/p')" "$(inspect '{{.Digest}}')"
check "its processor is the task definition's" "$(ask processor)" "$(inspect '{{.Architecture}}')"
mapfile -t sizes < <(manifest | grep --only-matching '"size":[0-9]*' | tail -n +2 | cut --delimiter=: --fields=2)
pass "to pull are $(((sizes[1] + sizes[2]) / 1000000)) MB on top of the $((sizes[0] / 1000000)) MB of its base"

ask environment >"$scratch/environment"
mapfile -t health < <(ask health)
run task --init --env-file "$scratch/environment" \
  --env AWS_ENDPOINT_URL=http://127.0.0.1:1 --env ATLAS_QUEUE_URL=http://127.0.0.1:1/posters
answers "with the task definition's variables and an init process it answers" /ecs-fargate/tiles/0/0/0.png
try "the task definition's health check passes" podman exec task "${health[@]}"
podman stop --time 30 task >/dev/null
check "stopped, it ends with exit code" 143 "$(exit_code task)"
remove task
