/** Where a studio lives and how it is reached. */
export interface StudioPlace {
  /** The repository. */
  readonly root: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** The address people open, which the studio takes for its own. */
  readonly origin: string;
  readonly isDevelopment: boolean;
}
