import { getPublication } from "@/lib/services/publication/get-publication";
import { listPublications } from "@/lib/services/publication/list-publications";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { publish } from "@/lib/services/publication/publish";
import { retryPublication } from "@/lib/services/publication/retry-publication";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
import { procedure } from "../procedure";

const tags = ["Publications"] as const;

export const publication = {
  list: procedure(listPublications, { method: "GET", path: "/publications", summary: "List publications, newest first", tags }),
  get: procedure(getPublication, {
    method: "GET",
    path: "/publications/{publicationId}",
    summary: "Read a publication with its record",
    tags,
  }),
  package: procedure(publicationPackage, {
    method: "GET",
    path: "/publications/{publicationId}/package",
    summary: "Read the record to deliver beside the published file, and which file it is",
    tags,
  }),
  publish: procedure(publish, {
    method: "POST",
    path: "/publications",
    summary: "Release an approved attempt with its disclosure decision",
    tags,
  }),
  retry: procedure(retryPublication, {
    method: "POST",
    path: "/publications/{publicationId}/retry",
    summary: "Have the file of a failed publication written again",
    tags,
  }),
  withdraw: procedure(withdrawPublication, {
    method: "POST",
    path: "/publications/{publicationId}/withdrawal",
    summary: "Withdraw a publication, with a reason",
    tags,
  }),
};
