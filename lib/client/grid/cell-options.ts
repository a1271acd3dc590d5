import type { QueryClient } from "@tanstack/react-query";
import { type CellChanges, withCellChanges } from "@/lib/domain/grid/cell-changes";
import type { CellView } from "@/lib/domain/grid/view";
import { studio } from "../query";
import { rpc } from "../rpc";

interface Asking {
  readonly signal: AbortSignal;
}

/** The call a grid's cells are read by. */
export interface CellPorts {
  changes(asked: { readonly gridId: string; readonly since?: string }, asking: Asking): Promise<CellChanges>;
}

interface Known {
  readonly gridId: string;
  readonly cells: readonly CellView[];
  readonly position: string;
}

/** The cells each tab was told of last, without what is only shown ahead of the studio's answer. */
const known = new WeakMap<QueryClient, Known>();

/** Reads every cell of a grid the first time; every later reading asks for what became different since. */
export function cellOptions(gridId: string, ports: CellPorts = rpc.grid) {
  const { queryKey } = studio.grid.cells.queryOptions({ input: { gridId } });
  return {
    queryKey,
    async queryFn({ client, signal }: Asking & { readonly client: QueryClient }): Promise<CellView[]> {
      const held = known.get(client);
      const before = held?.gridId === gridId && client.getQueryData(queryKey) !== undefined ? held : null;
      const changes = await ports.changes({ gridId, ...(before ? { since: before.position } : {}) }, { signal });
      const cells = withCellChanges(before?.cells ?? [], changes);
      // Whoever was called off may have been overtaken.
      if (!signal.aborted) known.set(client, { gridId, cells, position: changes.position });
      return [...cells];
    },
  };
}
