import { cardMetrics, layOutCard, type Rect, type SurfaceItem, type SurfacePicture, type SurfaceText } from "@/components/picture-surface";
import type { Lit } from "@/lib/domain/board/find";
import type { PromptView } from "@/lib/domain/prompt/view";
import { faded, measurePictures, picturesOf, placedAt } from "./board-faces";
import { chipsOf, foldedText, headerOf, labelOf } from "./card-words";

/** The least a card is wide enough for, with the height a row of pictures may take. */
export const CELL_WIDTH = 136;
export const CELL_HEIGHT_RANGE = [84, 184] as const;
/** How much of a title a card has room for, by what the letters of ordinary words are wide. */
const TITLE_LETTERS_A_COLUMN = 20;
const MAX_PICTURES = 8;
const FEW = 4;

/** What a card shows of its place in the lineage. */
export interface Fold {
  /** How many prompts a folded one hides, null for an open one. */
  readonly hides: number | null;
  /** It has branches. */
  readonly leadsOn: boolean;
  /** What its parent says, which the title need not repeat; null for a root. */
  readonly parentText: string | null;
  /** The names of the sections it is in; empty outside. */
  readonly within: string;
  /** How many notes are on it. */
  readonly notes: number;
  /** The newest of them, as it is read aloud. */
  readonly noted: string;
}

export const isSameFold = (one: Fold, other: Fold) =>
  one.hides === other.hides &&
  one.leadsOn === other.leadsOn &&
  one.parentText === other.parentText &&
  one.within === other.within &&
  one.notes === other.notes &&
  one.noted === other.noted;

/**
 * A prompt as a card, wherever it stands. How large it is is known at once, because the layout asks for all of a board; what stands on it is put
 * together when it is first drawn or read: of ten thousand few are ever near.
 */
export class PromptCard {
  readonly width: number;
  readonly height: number;
  private readonly columns: number;
  private readonly all: number;
  private readonly cells: () => readonly Rect[];
  private knownPictures: readonly SurfacePicture[] | null = null;
  private knownHeader: readonly SurfaceText[] | null = null;
  private knownChips: readonly SurfaceText[] | null = null;
  private knownLabel: string | null = null;

  constructor(
    readonly prompt: PromptView,
    readonly fold: Fold,
  ) {
    const { count, aspect } = measurePictures(prompt, MAX_PICTURES);
    this.all = count;
    this.columns = Math.min(count, MAX_PICTURES) > FEW ? 4 : 2;
    const shown = this.isFolded ? 0 : Math.min(count, MAX_PICTURES);
    const [shortest, tallest] = CELL_HEIGHT_RANGE;
    const height = Math.round(Math.min(tallest, Math.max(shortest, CELL_WIDTH / (shown === 0 ? 1 : aspect))));
    const hasChips = this.isFolded || prompt.difference.length > 0 || count > shown;
    const measures = { headerLines: 2, hasChips, pictures: shown, columns: this.columns, cell: { width: CELL_WIDTH, height } };
    const layout = layOutCard(measures);
    this.width = layout.width;
    this.height = layout.height;
    this.cells = () => layOutCard(measures).cells;
  }

  get isFolded(): boolean {
    return this.fold.hides !== null;
  }

  get folding(): "open" | "folded" | undefined {
    if (this.isFolded) return "folded";
    return this.all > 0 || this.fold.leadsOn ? "open" : undefined;
  }

  get pictures(): readonly SurfacePicture[] {
    if (this.isFolded) return [];
    if (this.knownPictures === null) {
      const cells = this.cells();
      this.knownPictures = picturesOf(this.prompt)
        .slice(-MAX_PICTURES)
        .map((picture, index) => placedAt(picture, cells[index] ?? { x: cardMetrics.padding, y: 0, w: 0, h: 0 }));
    }
    return this.knownPictures;
  }

  get header(): readonly SurfaceText[] {
    this.knownHeader ??= headerOf(this.prompt, this.fold.parentText, this.columns * TITLE_LETTERS_A_COLUMN);
    return this.knownHeader;
  }

  get chips(): readonly SurfaceText[] {
    const { folded } = this;
    this.knownChips ??=
      folded === null
        ? chipsOf(this.prompt, this.all - Math.min(this.all, MAX_PICTURES))
        : [{ text: folded, tone: "accent" }, ...chipsOf(this.prompt, 0)];
    return this.knownChips;
  }

  get label(): string {
    this.knownLabel ??= labelOf(this.prompt, this.folded, this.fold);
    return this.knownLabel;
  }

  /** What a folded one holds, in words; null for an open one. */
  private get folded(): string | null {
    const { hides } = this.fold;
    if (hides === null) return null;
    return foldedText(picturesOf(this.prompt).filter(({ state }) => state !== "failed").length, hides);
  }
}

/** A card at its place, everything but what is lit stepping back. */
export class PlacedCard implements SurfaceItem {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly notes: number;
  readonly folding: "open" | "folded" | undefined;
  private knownPictures: readonly SurfacePicture[] | null = null;

  constructor(
    private readonly shown: PromptCard,
    place: { readonly x: number; readonly y: number },
    private readonly lit: Lit | null,
  ) {
    this.id = shown.prompt.id;
    this.x = place.x;
    this.y = place.y;
    this.w = shown.width;
    this.h = shown.height;
    this.notes = shown.fold.notes;
    this.folding = shown.folding;
  }

  get faint(): boolean {
    return this.lit !== null && !this.lit.prompts.has(this.id);
  }

  get label(): string {
    return this.faint ? `${this.shown.label}; not found` : this.shown.label;
  }

  get glimpse(): string | undefined {
    return this.shown.prompt.variants[0]?.thumbHash;
  }

  get header(): readonly SurfaceText[] {
    return this.shown.header;
  }

  get chips(): readonly SurfaceText[] {
    return this.shown.chips;
  }

  get pictures(): readonly SurfacePicture[] {
    const { lit, shown } = this;
    if (lit === null || this.faint) return shown.pictures;
    this.knownPictures ??= shown.pictures.map((picture) => (isFaint(picture, lit) ? faded(picture) : picture));
    return this.knownPictures;
  }
}

const isFaint = (picture: SurfacePicture, lit: Lit) => picture.state === "ready" && !lit.variants.has(picture.id);

/** Which of a card steps back, as a text that is the same as long as it does. */
export function shadeOf(card: PromptCard, lit: Lit | null): string {
  if (lit === null) return "";
  if (!lit.prompts.has(card.prompt.id)) return "whole";
  return card.pictures.map((picture) => (isFaint(picture, lit) ? "1" : "0")).join("");
}
