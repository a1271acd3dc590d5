"use client";
import { useQuery } from "@tanstack/react-query";
import { idOfModel, type ModelName } from "@/lib/domain/prompt/model-name";
import { studio } from "./query";

/** What models are called, connected or not. Until the list is here, and for one that left the catalogue, the id stands. */
export function useModelName(): ModelName {
  const engines = useQuery(studio.engine.list.queryOptions({ input: {} }));
  const all = engines.data;
  if (!all) return idOfModel;
  return (model) =>
    all
      .filter(({ engineId }) => model.engineId === undefined || engineId === model.engineId)
      .flatMap(({ models }) => models)
      .find(({ modelId }) => modelId === model.modelId)?.name ?? model.modelId;
}
