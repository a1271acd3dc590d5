import { ComparedMember, MAX_COMPARED } from "./comparison";

/** Why so many pictures cannot be compared, or null. */
export function refuseComparing(count: number): string | null {
  return count >= 2 && count <= MAX_COMPARED ? null : "Select two to eight pictures to compare them.";
}

/** The page that compares these pictures, in this order. `from` is where leaving it leads: a path of the studio. */
export function compareAddress(members: readonly ComparedMember[], from: string): string {
  const named = members.map(({ kind, id }) => (kind === "variant" ? id : `${FILE}${id}`)).join(",");
  return `/compare?pictures=${named}&from=${encodeURIComponent(from)}`;
}

/** A file that is no variant of a run. */
const FILE = "file:";

/** The pictures an address names, in its order; what is none is left out. */
export function membersOf(named: string): ComparedMember[] {
  return named
    .split(",")
    .map((name) => (name.startsWith(FILE) ? { kind: "asset", id: name.slice(FILE.length) } : { kind: "variant", id: name }))
    .flatMap((member) => {
      const { success, data } = ComparedMember.safeParse(member);
      return success ? [data] : [];
    })
    .slice(0, MAX_COMPARED);
}
