/**
 * Every way from a module of one kind to the modules of another, over any number of imports that exist when the code runs: those of types
 * alone may name everything behind them. One way, the shortest, for each pair.
 * @param {{ source: string, dependencies: { resolved: string, dependencyTypes: string[] }[] }[]} modules
 * @param {{ from: string, to: string }} rule regular expressions over paths
 * @returns {string[][]} the modules on each way, from the first to the last
 */
export function waysBetween(modules, { from, to }) {
  const imports = new Map(modules.map(({ source, dependencies }) => [source, dependencies.filter(runs).map(({ resolved }) => resolved)]));
  const [isStart, isEnd] = [new RegExp(from), new RegExp(to)];
  const starts = [...imports.keys()].filter((path) => isStart.test(path));
  return starts.flatMap((start) => waysFrom(start, imports, isEnd));
}

const runs = ({ dependencyTypes }) => !dependencyTypes.some((type) => type === "type-only" || type === "type-import");

function waysFrom(start, imports, isEnd) {
  const cameFrom = new Map([[start, undefined]]);
  // A map is walked in the order of arrival, also over what is added meanwhile: that makes the search go breadth first.
  for (const [path] of cameFrom) for (const next of imports.get(path) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, path);
  return [...cameFrom.keys()].filter((path) => isEnd.test(path)).map((end) => wayTo(end, cameFrom));
}

function wayTo(end, cameFrom) {
  const way = [];
  for (let path = end; path !== undefined; path = cameFrom.get(path)) way.unshift(path);
  return way;
}
