import type { Template } from "./template";
import type { LabelName } from "./view";

/** Languages a call is shown in, the most usual first. */
export const CALL_LANGUAGES = ["curl", "typescript", "python"] as const;
export type CallLanguage = (typeof CALL_LANGUAGES)[number];

export interface CallExample {
  /** Address of the studio, without a trailing slash. */
  readonly studio: string;
  readonly slug: string;
  /** A label, or the number of a version. */
  readonly at: LabelName | number;
  readonly variables: Template["variables"];
}

/**
 * A program that runs a pattern and keeps its pictures, to copy: whole, with this pattern's own variables, without
 * packages. It reads the API key from `SELECTS_KEY`, so that no key is ever pasted into code.
 */
export function callCode(language: CallLanguage, example: CallExample): string {
  return WRITERS[language]({
    runs: `/api/v1/patterns/${example.slug}@${example.at}/runs`,
    studio: example.studio,
    variables: Object.fromEntries(example.variables.map((variable) => [variable.name, exampleValue(variable)])),
  });
}

/** A value that works: one that was seen to, or the default. */
export function exampleValue({ name, type, examples, default: fallback }: Template["variables"][number]): string {
  const [firstOption = ""] = type.kind === "choice" ? type.options : [];
  const first = { choice: firstOption, number: type.kind === "number" ? String(type.min) : "", reference: "id-of-an-asset", text: "" }[
    type.kind
  ];
  return examples.find((example) => example.trim() !== "") ?? (fallback || first || `a ${name.replaceAll("_", " ")}`);
}

interface Call {
  readonly studio: string;
  readonly runs: string;
  readonly variables: Readonly<Record<string, string>>;
}

const WRITERS = { curl, typescript, python } satisfies Record<CallLanguage, (call: Call) => string>;

function curl({ studio, runs, variables }: Call): string {
  const body = JSON.stringify({ variables }).replaceAll("'", "'\\''");
  return `# A new Idempotency-Key for every picture you want: sent again, the same run is answered.
curl -sS '${studio}${runs}' \\
  -H "Authorization: Bearer $SELECTS_KEY" \\
  -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: order-4711' \\
  -d '${body}'

# Its state and, once it has succeeded, the addresses of its pictures; put in the id of the answer.
curl -sS "${studio}/api/v1/runs/$RUN" -H "Authorization: Bearer $SELECTS_KEY"
`;
}

function typescript({ studio, runs, variables }: Call): string {
  return `import { writeFile } from "node:fs/promises";
import { env } from "node:process";

type Run = { id: string; status: string; finishedAt: string | null; variants?: { url: string; fileName: string }[] };

const studio = ${JSON.stringify(studio)};
const authorization = \`Bearer \${env.SELECTS_KEY}\`;

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(studio + path, { ...init, headers: { authorization, ...init.headers } });
  if (!response.ok) throw new Error(((await response.json()) as { message: string }).message);
  return response;
}

// One key for each picture you want: sent again under it, a request is not run or paid for again.
const started = await ask(${JSON.stringify(runs)}, {
  method: "POST",
  headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
  body: JSON.stringify({ variables: ${indented(JSON.stringify(variables, null, 2), 2)} }),
});
let run = (await started.json()) as Run;

// Or be told by a webhook: run.finished.
while (run.finishedAt === null && run.status !== "unknown") {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  run = (await (await ask(\`/api/v1/runs/\${run.id}\`)).json()) as Run;
}

if (run.status !== "succeeded") throw new Error(\`The run \${run.id} is \${run.status}.\`);
for (const { url, fileName } of run.variants ?? []) {
  await writeFile(fileName, Buffer.from(await (await ask(url)).arrayBuffer()));
}
`;
}

function python({ studio, runs, variables }: Call): string {
  const values = Object.entries(variables).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  return `import json, os, time, urllib.request, uuid

STUDIO = ${JSON.stringify(studio)}
KEY = os.environ["SELECTS_KEY"]


def ask(path, body=None, **headers):
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json", **headers}
    data = None if body is None else json.dumps(body).encode()
    return urllib.request.urlopen(urllib.request.Request(STUDIO + path, data=data, headers=headers)).read()


variables = {
${values.join("")}}
# One key for each picture you want: sent again under it, a request is not run or paid for again.
run = json.loads(ask(${JSON.stringify(runs)}, {"variables": variables}, **{"Idempotency-Key": str(uuid.uuid4())}))

# Or be told by a webhook: run.finished.
while run["finishedAt"] is None and run["status"] != "unknown":
    time.sleep(1)
    run = json.loads(ask(f"/api/v1/runs/{run['id']}"))

if run["status"] != "succeeded":
    raise SystemExit(f"The run {run['id']} is {run['status']}.")
for variant in run["variants"]:
    with open(variant["fileName"], "wb") as file:
        file.write(ask(variant["url"]))
`;
}

const indented = (text: string, spaces: number) => text.replaceAll("\n", `\n${" ".repeat(spaces)}`);
