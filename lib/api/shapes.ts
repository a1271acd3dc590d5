import { AssetView, ListedAsset } from "@/lib/domain/asset/asset-view";
import { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { StudioEvent } from "@/lib/domain/event/studio-event";
import { Axis } from "@/lib/domain/grid/axis";
import { GridView } from "@/lib/domain/grid/view";
import { LaneView } from "@/lib/domain/lane/lane";
import { CalledPattern } from "@/lib/domain/pattern/call";
import { LibraryView, PatternSummary, PatternVersionView } from "@/lib/domain/pattern/view";
import { BudgetView, ProjectView } from "@/lib/domain/project/view";
import { Recipe, Reference } from "@/lib/domain/prompt/recipe";
import { PromptView } from "@/lib/domain/prompt/view";
import { PublicationView } from "@/lib/domain/publication/view";
import { AttemptView, CardMoved, CardSummary } from "@/lib/domain/review/view";
import { RunView, VariantView } from "@/lib/domain/run/view";
import { WebhookDeliveryView, WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { ErrorBody } from "./errors";

/** Shapes many operations speak of: named once in the reference, referred to everywhere else. */
export const SHAPES = {
  Asset: { schema: AssetView },
  Attempt: { schema: AttemptView },
  Budget: { schema: BudgetView },
  CalledPattern: { schema: CalledPattern },
  CardMoved: { schema: CardMoved },
  CardSummary: { schema: CardSummary },
  Error: { schema: ErrorBody },
  Event: { schema: StudioEvent },
  Grid: { schema: GridView },
  GridAxis: { schema: Axis },
  Lane: { schema: LaneView },
  ListedAsset: { schema: ListedAsset },
  Library: { schema: LibraryView },
  Model: { schema: CatalogueModel },
  PatternSummary: { schema: PatternSummary },
  PatternVersion: { schema: PatternVersionView },
  Project: { schema: ProjectView },
  Prompt: { schema: PromptView },
  Publication: { schema: PublicationView },
  Recipe: { schema: Recipe },
  Reference: { schema: Reference },
  Run: { schema: RunView },
  Variant: { schema: VariantView },
  Webhook: { schema: WebhookEndpointView },
  WebhookDelivery: { schema: WebhookDeliveryView },
};
