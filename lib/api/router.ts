import type { RouterClient } from "@orpc/server";
import { project } from "./procedures/project";

/** Every procedure by noun and verb: `/rpc` and `/api/v1` serve this one object. */
export const router = { project };

/** The browser's view of it; the only thing `lib/client` knows of this folder. */
export type StudioClient = RouterClient<typeof router>;
