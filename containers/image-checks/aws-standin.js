// What cdk-assets and podman meet in place of AWS: STS, ECR, and ECR's registry under its real name, with Debian's
// registry behind it. It lets in whoever has logged in, and writes down each action that a policy would have to allow.
//
// usage: node aws-standin.js REGISTRY_PORT REPOSITORY LOG
// Prints the port on which it answers as AWS, and as the proxy that leads to the registry.
import { appendFileSync } from "node:fs";
import { createServer, request } from "node:http";

const [registryPort, repository, log] = process.argv.slice(2);
const account = "111122223333";
const region = "us-east-1";
const registry = `${account}.dkr.ecr.${region}.amazonaws.com`;
const login = Buffer.from("AWS:made-up").toString("base64");

/** What ECR asks of a policy for each request of the registry's protocol. */
const registryActions = [
  [/^(HEAD|GET) .*\/manifests\//, "ecr:BatchGetImage"],
  [/^PUT .*\/manifests\//, "ecr:PutImage"],
  [/^HEAD .*\/blobs\/sha256:/, "ecr:BatchCheckLayerAvailability"],
  [/^GET .*\/blobs\/sha256:/, "ecr:GetDownloadUrlForLayer"],
  [/^POST .*\/blobs\/uploads\//, "ecr:InitiateLayerUpload"],
  [/^PATCH .*\/blobs\/uploads\//, "ecr:UploadLayerPart"],
  [/^PUT .*\/blobs\/uploads\//, "ecr:CompleteLayerUpload"],
];

const sts = {
  GetCallerIdentity: () =>
    `<Account>${account}</Account><Arn>arn:aws:iam::${account}:user/you</Arn><UserId>you</UserId>`,
  AssumeRole: (asked) => {
    note(`sts:AssumeRole ${asked.get("RoleArn")}`);
    const credentials = { AccessKeyId: "made-up", SecretAccessKey: "made-up", SessionToken: "made-up" };
    const tags = Object.entries(credentials).map(([name, value]) => `<${name}>${value}</${name}>`);
    return `<Credentials>${tags.join("")}<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;
  },
};

const ecr = {
  GetAuthorizationToken: () => ({
    authorizationData: [{ authorizationToken: login, expiresAt: 4e9, proxyEndpoint: `https://${registry}` }],
  }),
  DescribeRepositories: ({ repositoryNames: [name] }) =>
    name === repository
      ? { repositories: [{ repositoryName: name, repositoryUri: `${registry}/${name}` }] }
      : { __type: "RepositoryNotFoundException", message: `the Registry stack makes ${repository}, not ${name}` },
  DescribeImages: async ({ repositoryName, imageIds: [{ imageTag }] }) => {
    const found = await fetch(`http://127.0.0.1:${registryPort}/v2/${repositoryName}/manifests/${imageTag}`, {
      method: "HEAD",
      headers: { accept: "application/vnd.docker.distribution.manifest.v2+json" },
    });
    return found.ok
      ? { imageDetails: [{ repositoryName, imageTags: [imageTag] }] }
      : { __type: "ImageNotFoundException", message: `no image ${imageTag}` };
  },
};

function note(line) {
  appendFileSync(log, line + "\n");
}

async function answerAsAws(asked, answer) {
  let body = "";
  for await (const chunk of asked) body += chunk;
  const target = asked.headers["x-amz-target"];
  if (target) {
    const name = target.split(".")[1];
    note(`ecr:${name}`);
    const result = await ecr[name](JSON.parse(body));
    answer.writeHead(result.__type ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
    answer.end(JSON.stringify(result));
  } else {
    const form = new URLSearchParams(body);
    const name = form.get("Action");
    answer.writeHead(200, { "content-type": "text/xml" });
    answer.end(`<${name}Response><${name}Result>${sts[name](form)}</${name}Result></${name}Response>`);
  }
}

function answerAsRegistry(asked, answer) {
  const { pathname, search } = new URL(asked.url);
  if (asked.headers.authorization !== `Basic ${login}`) {
    answer.writeHead(401, { "www-authenticate": 'Basic realm="ECR"' }).end();
    return;
  }
  if (pathname !== "/v2/" && !pathname.startsWith(`/v2/${repository}/`)) {
    answer.writeHead(404).end();
    return;
  }
  const action = registryActions.find(([pattern]) => pattern.test(`${asked.method} ${pathname}`));
  if (action) note(action[1]);
  const { authorization, ...headers } = asked.headers;
  const onward = request(
    { host: "127.0.0.1", port: registryPort, method: asked.method, path: pathname + search, headers },
    (got) => got.pipe(answer.writeHead(got.statusCode, got.headers)),
  );
  asked.pipe(onward);
}

const server = createServer((asked, answer) =>
  asked.url.startsWith(`http://${registry}/`) ? answerAsRegistry(asked, answer) : answerAsAws(asked, answer),
);
// podman asks for TLS first; without it, it takes what registries.conf calls insecure.
server.on("connect", (_, socket) => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
