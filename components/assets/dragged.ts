/** What of the gallery is being dragged: the selection, or a collection. */
export type Dragged = { readonly collectionId?: string };

/** No program outside the studio knows this type, so nothing of ours can be dropped elsewhere by mistake. */
const TYPE = "application/x-selects-assets";

export function startDrag(data: DataTransfer, dragged: Dragged): void {
  data.setData(TYPE, JSON.stringify(dragged));
  data.effectAllowed = "copyMove";
}

export const isDragOurs = (data: DataTransfer) => data.types.includes(TYPE);

/** Null when what was dropped is nothing of ours. */
export function draggedIn(data: DataTransfer): Dragged | null {
  const text = data.getData(TYPE);
  return text === "" ? null : (JSON.parse(text) as Dragged);
}
