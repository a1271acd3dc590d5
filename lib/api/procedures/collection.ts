import { changeCollection } from "@/lib/services/collection/change-collection";
import { collectAssets } from "@/lib/services/collection/collect-assets";
import { createCollection } from "@/lib/services/collection/create-collection";
import { deleteCollection } from "@/lib/services/collection/delete-collection";
import { listCollections } from "@/lib/services/collection/list-collections";
import { restoreCollection } from "@/lib/services/collection/restore-collection";
import { deleteSavedSearch } from "@/lib/services/saved-search/delete-saved-search";
import { listSavedSearches } from "@/lib/services/saved-search/list-saved-searches";
import { saveSearch } from "@/lib/services/saved-search/save-search";
import { procedure } from "../procedure";

const tags = ["Assets"] as const;

export const collection = {
  list: procedure(listCollections, { method: "GET", path: "/collections", summary: "List the collections", tags }),
  create: procedure(createCollection, { method: "POST", path: "/collections", summary: "Make a collection", tags }),
  change: procedure(changeCollection, {
    method: "PATCH",
    path: "/collections/{collectionId}",
    summary: "Rename a collection, or move it into another",
    tags,
  }),
  delete: procedure(deleteCollection, {
    method: "DELETE",
    path: "/collections/{collectionId}",
    summary: "Delete a collection and those in it; every file stays",
    tags,
  }),
  restore: procedure(restoreCollection, {
    method: "POST",
    path: "/collections/restoration",
    summary: "Bring deleted collections back",
    tags,
  }),
  collect: procedure(collectAssets, {
    method: "POST",
    path: "/collections/{collectionId}/files",
    summary: "Put files into a collection, or take them out",
    tags,
  }),
};

export const savedSearch = {
  list: procedure(listSavedSearches, { method: "GET", path: "/saved-searches", summary: "List the saved searches", tags }),
  save: procedure(saveSearch, { method: "POST", path: "/saved-searches", summary: "Keep a filter under a name", tags }),
  delete: procedure(deleteSavedSearch, {
    method: "DELETE",
    path: "/saved-searches/{id}",
    summary: "Delete a saved search of one's own",
    tags,
  }),
};
