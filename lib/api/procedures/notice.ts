import { listNotices } from "@/lib/services/notice/list-notices";
import { markAllNotices, markNotices } from "@/lib/services/notice/mark-notices";
import { readWishes, setWishes } from "@/lib/services/notice/wishes";
import { procedure } from "../procedure";

const tags = ["Notices"] as const;

export const notice = {
  list: procedure(listNotices, {
    method: "GET",
    path: "/notices",
    summary: "Read what you were told, newest first, with how much is unread",
    tags,
  }),
  mark: procedure(markNotices, { method: "POST", path: "/notices/marks", summary: "Say of notices that they are read, or not", tags }),
  markAll: procedure(markAllNotices, {
    method: "POST",
    path: "/notices/marks/all",
    summary: "Say that everything up to a notice is read",
    tags,
  }),
  wishes: procedure(readWishes, { method: "GET", path: "/notices/wishes", summary: "Read how you want to be told of what", tags }),
  setWishes: procedure(setWishes, {
    method: "PUT",
    path: "/notices/wishes",
    summary: "Say how you want to be told: inbox, e-mail at once, digest or not",
    tags,
  }),
};
