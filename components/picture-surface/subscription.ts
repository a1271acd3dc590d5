/** Calls back after every painted frame. Returns how to stop. */
export type FrameSubscription = (listener: () => void) => () => void;

/** Listeners that want to move with the camera without a render. */
export class FrameListeners {
  private readonly listeners = new Set<() => void>();

  readonly subscribe: FrameSubscription = (listener) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  notify(): void {
    for (const listener of this.listeners) listener();
  }
}
