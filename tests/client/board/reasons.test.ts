import { expect, it } from "vitest";
import { reasonsOf } from "@/components/board/reasons";
import { finaliseReason } from "@/components/board/use-board-finalise";
import type { VariantView } from "@/lib/domain/run/view";
import { promptView, variantView } from "./views";

const MINE = { prompt: null, run: null, pattern: null, card: null, note: null };
const prompt = promptView();
const reasonsFor = (...variants: VariantView[]) => reasonsOf({ here: { prompt, variant: variants[0] ?? null }, variants }, MINE);

it("every act has its reason where nothing is chosen", () => {
  const reasons = reasonsOf({ here: null, variants: [] }, MINE);
  expect(Object.entries(reasons).filter(([, reason]) => reason === null)).toEqual([]);
});

it("a picture that was not picked cannot be promoted, and the reason says what to do", () => {
  expect(reasonsFor(variantView()).promote).toMatch(/^Pick the picture first/);
  expect(reasonsFor(variantView({ flag: "pick" })).promote).toBeNull();
});

it("one picture can be judged and sent, a prompt without pictures only worked on", () => {
  expect(reasonsFor(variantView())).toMatchObject({ prompt: null, picture: null, send: null });
  expect(reasonsFor()).toMatchObject({ prompt: null, picture: "Select a picture first.", send: "Select a picture first." });
});

it("several pictures can be judged together but not sent", () => {
  expect(reasonsFor(variantView(), variantView())).toMatchObject({ picture: null, compare: null, send: "Select one picture only." });
});

it("what is somebody else's says so before anything else", () => {
  const chosen = { here: { prompt, variant: null }, variants: [] };
  const notMine = {
    prompt: "Only operators.",
    run: "Only operators.",
    pattern: "Only leads.",
    card: "Only owners.",
    note: "Only members.",
  };
  expect(reasonsOf(chosen, notMine)).toMatchObject({
    prompt: "Only operators.",
    promote: "Only leads.",
    send: "Only owners.",
    note: "Only members.",
    fold: null,
  });
});

it("only one draft is finalised, and never before its price is known", () => {
  const draft = variantView({ quality: "draft" });
  const known = { priceMicros: 4_000n, refusal: null, isPending: false };
  expect(finaliseReason([draft], known)).toBeNull();
  expect([
    finaliseReason([], null),
    finaliseReason([draft, draft], known),
    finaliseReason([variantView({ quality: "final" })], known),
    finaliseReason([draft], null),
    finaliseReason([draft], { ...known, priceMicros: null }),
    finaliseReason([draft], { ...known, refusal: "Its final is being made." }),
    finaliseReason([draft], { ...known, isPending: true }),
  ]).toEqual([
    "Select a picture first.",
    "Select one picture only.",
    "This picture is no draft.",
    "Its price is being looked up.",
    "Its price is being looked up.",
    "Its final is being made.",
    "Its final is being started.",
  ]);
});
