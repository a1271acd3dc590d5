/** What is drawn into a guest's pictures: who they said they are and the day they came, so that a picture that got about says through whom. */
export function watermarkText(guestName: string, cameAt: Date): string {
  const day = cameAt.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return `${guestName} · ${day}`;
}
