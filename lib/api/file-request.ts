import { requireActor } from "@/lib/auth/require-actor";
import type { PersonActor } from "@/lib/domain/access/actor";
import type { VerbOptions } from "@/lib/services/verb";
import { idempotencyKeyOf, underKey } from "./idempotency-key";
import { asPrivate, errorResponse } from "./respond";

/** Does what a request with a file asks for. `optionsFor` makes the write's options from what identifies the request beside its address. */
export type FileReceiver = (request: Request, actor: PersonActor, optionsFor: (said: string) => VerbOptions) => Promise<Received>;
/** What came of it; `checking` means that it arrived and is not done with. */
type Received = { readonly kind: string };

/** A request of `/api/v1` whose body is a file: the same key, the same errors and the same `Idempotency-Key` as every other. */
export async function handleFileRequest(request: Request, receive: FileReceiver): Promise<Response> {
  try {
    const actor = await requireActor(request);
    const key = idempotencyKeyOf(request, actor);
    const received = await receive(request, actor, (said) => underKey(key, request, said));
    return asPrivate(Response.json(received, { status: received.kind === "checking" ? 202 : 200 }));
  } catch (error) {
    return errorResponse(error);
  }
}
