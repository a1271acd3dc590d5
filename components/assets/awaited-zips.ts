/** Zips this page asked for and has not saved yet: their download begins by itself. After a reload it waits for a press. */
const awaited = new Set<string>();

export const awaitZip = (zipId: string): void => void awaited.add(zipId);

/** True once, for a zip this page waits for. */
export const isDue = (zipId: string): boolean => awaited.delete(zipId);
