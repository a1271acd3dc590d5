import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { png } from "../support/pictures";
import { type album, invitationBy, type Person, personAt, signUp } from "./person";

/** Two people of a fresh studio, one who sends to review and one who decides, and what is there to begin with. */
export interface ReviewDesk {
  readonly maker: Person;
  readonly reviewer: Person;
  /** Who owns the cards: the reviewer. */
  readonly ownerId: string;
  readonly projectId: string;
  readonly boardId: string;
  laneId(kind: "exploration" | "production"): string;
  /** What another program does, by somebody's own session; the maker's unless said otherwise. */
  asked<Answer>(method: string, path: string, data?: object, by?: Person): Promise<Answer>;
  /** A picture of one colour in the maker's files; its id. */
  upload(width: number, height: number, colour?: string): Promise<string>;
}

export async function openReviewDesk(
  browser: Browser,
  { origin, link }: { readonly origin: string; readonly link: string },
  shoot: ReturnType<typeof album>,
): Promise<ReviewDesk> {
  const maker = await personAt(browser, origin, shoot);
  await maker.page.goto(link);
  await signUp(maker.page, "Ada Admin", "Set up the studio");
  const invitation = await invitationBy(maker, "Reviewer");
  const reviewer = await personAt(browser, origin, shoot);
  await reviewer.page.goto(invitation);
  await signUp(reviewer.page, "Rita Reviewer", "Join");
  const asked = async <Answer>(method: string, path: string, data?: object, { page }: Person = maker): Promise<Answer> => {
    const answer = await page.request.fetch(`/api/v1${path}`, { method, headers: { origin }, ...(data ? { data } : {}) });
    expect([path, answer.status(), answer.ok() ? "" : await answer.text()]).toEqual([path, 200, ""]);
    return (await answer.json()) as Answer;
  };
  const { items: projects } = await asked<{ items: { id: string; boards: { id: string }[] }[] }>("GET", "/projects");
  const lanes = await asked<{ id: string; kind: string }[]>("GET", "/lanes");
  const { items: members } = await asked<{ items: { id: string; displayName: string }[] }>("GET", "/members");
  return {
    maker,
    reviewer,
    ownerId: members.find(({ displayName }) => displayName === "Rita Reviewer")?.id ?? "",
    projectId: projects[0]?.id ?? "",
    boardId: projects[0]?.boards[0]?.id ?? "",
    laneId: (kind) => lanes.find((lane) => lane.kind === kind)?.id ?? "",
    asked,
    async upload(width, height, colour) {
      const file = { name: `picture ${width}.png`, mimeType: "image/png", buffer: await png(width, height, colour) };
      const answer = await maker.page.request.post("/api/v1/assets", { headers: { origin }, multipart: { file } });
      const { id } = (await answer.json()) as { id: string };
      return id;
    },
  };
}
