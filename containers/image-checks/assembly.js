// What a synthesized assembly says about the image: who may publish it, who may pull it, and how a task runs it.
//
// usage: node assembly.js FOLDER QUESTION, one of the names below; prints a line for each part of the answer
import { readFileSync } from "node:fs";

const [folder, question] = process.argv.slice(2);
const pseudo = {
  "AWS::AccountId": "111122223333",
  "AWS::Region": "us-east-1",
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
};

function resources(stack, type) {
  const { Resources } = JSON.parse(readFileSync(`${folder}/${stack}.template.json`));
  return Object.values(Resources).filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
}

const sub = (text) => text.replace(/\$\{(AWS::\w+)}/g, (_, name) => pseudo[name]);
const actions = (policies) => policies.flatMap(({ Statement }) => Statement).flatMap(({ Action }) => Action);
const [repository] = resources("Registry", "AWS::ECR::Repository");
const [task] = resources("EcsFargate", "AWS::ECS::TaskDefinition");
const app = task.ContainerDefinitions.find(({ Name }) => Name === "app");

const answers = {
  repository: () => [repository.RepositoryName],
  publisher: () => repository.RepositoryPolicyText.Statement.map(({ Principal }) => sub(Principal.AWS["Fn::Sub"])),
  "may-publish": () => actions([repository.RepositoryPolicyText]),
  "may-pull": () =>
    actions(
      resources("EcsFargate", "AWS::IAM::Policy")
        .filter(({ PolicyName }) => PolicyName.startsWith("TaskExecutionRole"))
        .map(({ PolicyDocument }) => PolicyDocument),
    ),
  image: () => [sub(app.Image["Fn::Sub"])],
  processor: () => [{ X86_64: "amd64", ARM64: "arm64" }[task.RuntimePlatform.CpuArchitecture]],
  // What another stack or a secret gives has no value yet.
  environment: () =>
    [...app.Environment, ...app.Secrets]
      .filter(({ Name }) => Name !== "ATLAS_LOG_LEVEL")
      .map(({ Name, Value }) => `${Name}=${typeof Value === "string" ? Value : "made-up"}`),
  health: () => app.HealthCheck.Command.slice(1),
};
answers[question]().forEach((line) => console.log(line));
