// The import table of the house: who may import whom. Type-only imports count. `npm run verify` holds it through scripts/import-table.mjs.

/** Each row and what it may import besides itself. Paths are regular expressions from the top of the repository. */
const TABLE = {
  "lib/domain/": [],
  "lib/env\\.ts$": [],
  "lib/log\\.ts$": ["lib/domain/", "lib/env\\.ts$"],
  "lib/trace\\.ts$": ["lib/domain/"],
  "lib/db/": ["lib/log\\.ts$", "lib/domain/", "lib/env\\.ts$"],
  "lib/storage/": ["lib/domain/", "lib/env\\.ts$"],
  "lib/media/": ["lib/log\\.ts$", "lib/domain/", "lib/env\\.ts$"],
  "lib/engines/": ["lib/domain/", "lib/env\\.ts$"],
  "lib/mail/": ["lib/domain/"],
  "lib/services/": [
    "lib/log\\.ts$",
    "lib/trace\\.ts$",
    "lib/domain/",
    "lib/db/",
    "lib/jobs/(contracts|queue)\\.ts$",
    "lib/engines/catalogue(/|\\.ts$)",
  ],
  "lib/telemetry/": ["lib/log\\.ts$", "lib/trace\\.ts$", "lib/env\\.ts$", "lib/domain/", "lib/db/", "lib/services/metrics/"],
  "lib/jobs/": [
    "lib/log\\.ts$",
    "lib/trace\\.ts$",
    "lib/domain/",
    "lib/services/",
    "lib/engines/",
    "lib/storage/",
    "lib/media/",
    "lib/mail/",
    "lib/telemetry/",
    "lib/db/",
    "lib/env\\.ts$",
  ],
  "lib/auth/": ["lib/log\\.ts$", "lib/domain/", "lib/db/", "lib/env\\.ts$"],
  "lib/api/": ["lib/log\\.ts$", "lib/trace\\.ts$", "lib/domain/", "lib/services/", "lib/auth/"],
  "lib/uploads/": ["lib/log\\.ts$", "lib/domain/", "lib/services/", "lib/auth/", "lib/storage/", "lib/media/", "lib/env\\.ts$"],
  "lib/webhooks/": ["lib/log\\.ts$", "lib/domain/", "lib/services/", "lib/engines/"],
  "lib/client/": ["lib/domain/", "lib/api/", "lib/uploads/"],
  "components/": ["lib/domain/", "lib/client/"],
  "app/": ["lib/", "components/"],
};

const HOUSE = "^(app|components|lib|scripts|tests|prisma)/";

const rows = Object.entries(TABLE).map(([row, allowed]) => ({
  name: `table: ${row.replace(/\\|\$/g, "")}`,
  comment: "This row of the import table in ARCHITECTURE does not name that folder.",
  severity: "error",
  from: { path: `^${row}` },
  to: { path: HOUSE, pathNot: [row, ...allowed].map((path) => `^${path}`) },
}));

const details = [
  {
    name: "every room of lib has a row",
    severity: "error",
    from: { path: "^lib/", pathNot: Object.keys(TABLE).map((row) => `^${row}`) },
    to: {},
  },
  {
    name: "rules are pure",
    comment: "The domain imports zod, diff (both compute and nothing else) and itself: no clock, no environment, no input or output.",
    severity: "error",
    from: { path: "^lib/domain/" },
    to: { pathNot: ["^lib/domain/", "(^|/)node_modules/(zod|diff)/"] },
  },
  {
    name: "an adapter knows its own folder, the contract and http",
    severity: "error",
    from: { path: "^lib/engines/(?!catalogue/|http/)([^/]+)/" },
    to: { path: "^lib/engines/", pathNot: ["^lib/engines/$1/", "^lib/engines/(engine|live)\\.ts$", "^lib/engines/http(/|\\.ts$)"] },
  },
  {
    name: "contracts and queue stay below the services",
    severity: "error",
    from: { path: "^lib/jobs/(contracts|queue)\\.ts$" },
    to: { path: HOUSE, pathNot: ["^lib/domain/", "^lib/db/", "^lib/(env|log|trace)\\.ts$", "^lib/jobs/(contracts|queue)\\.ts$"] },
  },
  {
    name: "the browser takes the types of the api only",
    comment: "The one exception of the table: lib/client knows the routers, of verbs and of uploads, as types.",
    severity: "error",
    from: { path: "^lib/client/" },
    to: { path: "^lib/(api|uploads)/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "a surface never imports another surface",
    severity: "error",
    from: { path: "^components/([^/]+)/" },
    to: { path: "^components/", pathNot: ["^components/$1/", "^components/(ui|picture-surface)/"] },
  },
  {
    name: "primitives know no noun of ours",
    severity: "error",
    from: { path: "^components/(ui|picture-surface)/" },
    // How an amount is written and how many frames a filmstrip has are measures, no nouns: the domain says them once.
    to: { path: HOUSE, pathNot: ["^components/$1/", "^lib/domain/(money/micros|asset/limits)\\.ts$"] },
  },
  {
    name: "pages leave handlers and adapters alone",
    severity: "error",
    from: { path: "^app/" },
    to: { path: ["^lib/jobs/(?!contracts\\.ts$|queue\\.ts$)", "^lib/engines/(?!catalogue/|http/)[^/]+/"] },
  },
  {
    name: "the product does not lean on tests or scripts",
    severity: "error",
    from: { path: "^(app|components|lib)/" },
    to: { path: "^(tests|scripts|prisma)/" },
  },
  {
    name: "the product does not lean on development packages",
    severity: "error",
    from: { path: "^(app|components|lib)/" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "no orphans",
    severity: "error",
    from: { orphan: true, pathNot: ["\\.d\\.ts$", "^[^/]+$", "^app/", "^tests/", "^scripts/", "^lib/db/generated/"] },
    to: {},
  },
  { name: "every import leads somewhere", severity: "error", from: {}, to: { couldNotResolve: true } },
];

const options = {
  doNotFollow: { path: "node_modules|^lib/db/generated/" },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: "tsconfig.json" },
  enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
};

export default { forbidden: [...rows, ...details], options };

/** Followed through any number of files, over what really runs: the types of the api may name everything behind it. */
export const reachability = [
  {
    name: "the browser reaches nothing of the server",
    from: "^(components|lib/client)/",
    to: "^lib/(db|services|engines|jobs|storage|media|mail|auth|uploads|webhooks)/",
  },
  {
    name: "only the worker carries the network that looks at pictures",
    from: "^(app/|components/|instrumentation|proxy|lib/(api|auth|client|services|uploads|webhooks)/)",
    to: "^lib/media/look/",
  },
];
