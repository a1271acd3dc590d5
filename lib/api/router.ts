import type { RouterClient } from "@orpc/server";
import { asset, upload } from "./procedures/asset";
import { board } from "./procedures/board";
import { budget } from "./procedures/budget";
import { card } from "./procedures/card";
import { collection, savedSearch } from "./procedures/collection";
import { comment } from "./procedures/comment";
import { comparison } from "./procedures/comparison";
import { defectKind } from "./procedures/defect-kind";
import { delivery } from "./procedures/delivery";
import { engine } from "./procedures/engine";
import { evalSet } from "./procedures/eval-set";
import { event } from "./procedures/event";
import { gallery } from "./procedures/gallery";
import { grid } from "./procedures/grid";
import { help } from "./procedures/help";
import { invitation } from "./procedures/invitation";
import { key } from "./procedures/key";
import { label } from "./procedures/label";
import { lane } from "./procedures/lane";
import { library } from "./procedures/library";
import { live } from "./procedures/live";
import { member } from "./procedures/member";
import { note } from "./procedures/note";
import { notice } from "./procedures/notice";
import { pattern } from "./procedures/pattern";
import { playlist } from "./procedures/playlist";
import { project } from "./procedures/project";
import { prompt } from "./procedures/prompt";
import { publication } from "./procedures/publication";
import { run } from "./procedures/run";
import { section } from "./procedures/section";
import { session } from "./procedures/session";
import { guest, share } from "./procedures/share";
import { snippet } from "./procedures/snippet";
import { trial } from "./procedures/trial";
import { variant } from "./procedures/variant";
import { vote } from "./procedures/vote";
import { webhook } from "./procedures/webhook";
import { zip } from "./procedures/zip";

/** Every procedure by noun and verb: `/rpc` and `/api/v1` serve this one object. */
export const router = {
  asset,
  board,
  budget,
  card,
  collection,
  comment,
  comparison,
  defectKind,
  delivery,
  engine,
  evalSet,
  event,
  gallery,
  grid,
  guest,
  help,
  invitation,
  key,
  label,
  lane,
  library,
  live,
  member,
  note,
  notice,
  pattern,
  playlist,
  project,
  prompt,
  publication,
  run,
  savedSearch,
  section,
  session,
  share,
  snippet,
  trial,
  upload,
  variant,
  vote,
  webhook,
  zip,
};

/** The browser's view of it; the only thing `lib/client` knows of this folder. */
export type StudioClient = RouterClient<typeof router>;
