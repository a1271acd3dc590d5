/** Where a label is, as a half sentence: "points to v3". */
export const placeWords = (at: { readonly number: number } | null) => (at ? `points to v${at.number}` : "points nowhere");
