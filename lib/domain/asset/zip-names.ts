import { downloadName } from "./file-name";

/** Files one zip may hold. */
export const MAX_ZIPPED = 5_000;
export const MANIFEST_NAME = "manifest.json";

/**
 * Names for files that will lie in one folder: as people know them, with the ending of what they are, and a number where a name is taken.
 * Folders of some systems know no difference between capitals and small letters, nor between two ways to write "é".
 */
export function zipNames(files: readonly { readonly title: string; readonly mimeType: string }[]): string[] {
  const taken = new Set([keyOf(MANIFEST_NAME)]);
  return files.map(({ title, mimeType }) => {
    for (let nth = 1; ; nth += 1) {
      const name = downloadName(title, mimeType, nth === 1 ? "" : ` ${nth}`);
      if (taken.has(keyOf(name))) continue;
      taken.add(keyOf(name));
      return name;
    }
  });
}

const keyOf = (name: string) => name.normalize("NFKC").toLowerCase();
