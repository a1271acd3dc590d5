import { deliver, listDeliveries } from "@/lib/services/delivery/deliver";
import { retryDelivery } from "@/lib/services/delivery/retry-delivery";
import { addTarget, listTargets, removeTarget } from "@/lib/services/delivery/targets";
import { procedure } from "../procedure";

const tags = ["Publications"] as const;

export const delivery = {
  listTargets: procedure(listTargets, {
    method: "GET",
    path: "/delivery-targets",
    summary: "List the buckets publications are delivered to",
    tags,
  }),
  addTarget: procedure(addTarget, {
    method: "POST",
    path: "/delivery-targets",
    summary: "Add a bucket of an S3-compatible store; its secret key is sealed and never answered",
    tags,
  }),
  removeTarget: procedure(removeTarget, {
    method: "DELETE",
    path: "/delivery-targets/{targetId}",
    summary: "Take a bucket away; what was delivered stays there",
    tags,
  }),
  start: procedure(deliver, {
    method: "POST",
    path: "/publications/{publicationId}/deliveries",
    summary: "Deliver the file and the record of a publication to a bucket",
    tags,
  }),
  retry: procedure(retryDelivery, {
    method: "POST",
    path: "/deliveries/{deliveryId}/retry",
    summary: "Try a delivery again at once",
    tags,
  }),
  list: procedure(listDeliveries, {
    method: "GET",
    path: "/publications/{publicationId}/deliveries",
    summary: "Read where a publication was delivered, with what the store answered",
    tags,
  }),
};
