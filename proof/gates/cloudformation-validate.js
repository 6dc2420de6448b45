// Judges templates by AWS's CloudFormation Validate, and prints its reports as JSON.
// usage: node cloudformation-validate.js MODULE REGION FILE [REGION FILE]...
import { createRequire } from 'node:module';

const [module, ...templates] = process.argv.slice(2);
const { RegoEngine, TemplateFile } = createRequire(import.meta.url)(module);

const engine = new RegoEngine();
const reports = [];
for (let i = 0; i < templates.length; i += 2) {
  const [region, file] = templates.slice(i, i + 2);
  const { performance, ...report } = engine.validateStandard(new TemplateFile(file), {
    strict: true,
    pseudoParameterOverrides: { region },
  });
  reports.push(report);
}
process.stdout.write(JSON.stringify(reports));
