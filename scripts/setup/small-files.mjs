import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Follows the name of a file whose small form it is. */
export const SMALL = ".br";

/** As many at a time as Node has threads for it. */
const AT_A_TIME = 4;

/** Puts beside every script and style of a build its form as small as Brotli makes it, which takes too long to be done for each answer. */
export async function makeSmall(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:js|css)$/.test(file));
  const takeOne = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const content = await readFile(join(folder, file));
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(join(folder, file + SMALL), await compress(content, { params }));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, takeOne));
}
