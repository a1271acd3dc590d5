import { u8 } from "../../raster/sample";
import type { Plate } from "../plate";
import type { Sheet } from "../sheet";
import { behindThings } from "./behind-things";
import { cutSheet } from "./cut-sheet";
import { groupParts } from "./group-parts";

/** Cuts a plate into sheets, farthest first. `reach` in pixels is how far a sheet may be uncovered beside what hides it. */
export function cutIntoSheets(plate: Plate, reach: number): readonly Sheet[] {
  const groups = groupParts(plate);
  const { partOf } = plate;
  const count = plate.width * plate.height;
  const owner = new Uint8Array(count);
  const groupOfPart = new Uint8Array(256);
  for (const [order, group] of groups.entries()) for (const part of group.parts) groupOfPart[part] = order;
  for (let i = 0; i < count; i++) owner[i] = u8(groupOfPart, u8(partOf, i));
  const hidden = groups.some(({ isThing }) => isThing) ? behindThings(owner, groups, plate.width, plate.height) : owner;
  return groups.map((group, order) => cutSheet(plate, { owner, hidden, reach }, order, group));
}
