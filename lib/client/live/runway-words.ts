import { z } from "zod";

/** Pieces of a turn as they are spoken, and finished sentences: both come on the room's data channel (@runwayml/avatars 0.16.0). */
const Piece = z.object({
  type: z.literal("transcription"),
  text: z.string(),
  role: z.string().default("assistant"),
  turn: z.number().default(0),
});
const Segments = z.object({
  segments: z.array(
    z.object({ id: z.string(), text: z.string(), final: z.boolean().default(true), participantIdentity: z.string().optional() }),
  ),
});

export interface SaidLine {
  readonly who: "person" | "avatar";
  readonly text: string;
}

/**
 * Makes lines of what Runway sends. A turn has no end of its own: it is over when another turn begins, whoever's, or the session ends.
 */
export class RunwayWords {
  #turn: { readonly id: string; readonly who: SaidLine["who"]; text: string } | null = null;
  readonly #seen = new Set<string>();

  /** @param mine the identity this browser has in the room */
  constructor(private readonly mine: () => string) {}

  /** The lines that are whole with this message. What is none of these messages is nobody's words. */
  take(payload: Uint8Array, sender: string | undefined): readonly SaidLine[] {
    const message = parsed(payload);
    const segments = Segments.safeParse(message).data?.segments;
    if (segments) return segments.flatMap(({ participantIdentity, ...segment }) => this.segment(segment, participantIdentity ?? sender));
    const piece = Piece.safeParse(message).data;
    if (!piece) return [];
    const id = `${piece.role} ${piece.turn}`;
    if (this.#turn?.id === id) {
      this.#turn.text += piece.text;
      return [];
    }
    const before = this.rest();
    this.#turn = { id, who: piece.role === "user" ? "person" : "avatar", text: piece.text };
    return before;
  }

  /** A finished sentence is a line, once, however often it is sent. */
  segment({ id, text, final }: { id: string; text: string; final: boolean }, speaker: string | undefined): readonly SaidLine[] {
    if (!final || this.#seen.has(id)) return [];
    this.#seen.add(id);
    return [{ who: speaker === this.mine() ? "person" : "avatar", text }];
  }

  /** What was being said when it ended. */
  rest(): readonly SaidLine[] {
    const turn = this.#turn;
    this.#turn = null;
    return turn && turn.text.trim() !== "" ? [{ who: turn.who, text: turn.text }] : [];
  }
}

function parsed(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return null;
  }
}
