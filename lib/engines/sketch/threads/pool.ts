import { Worker } from "node:worker_threads";
import { sketchModel } from "../models";
import type { Piece, PieceRequest } from "../piece";
import type { PaintTask, ThreadMessage } from "./messages";

export type PaintAnswer =
  | { readonly kind: "painted"; readonly piece: Piece }
  | { readonly kind: "failed"; readonly reason: string; readonly fault: "input" | "engine" | "timeout" };

/** One piece handed to the pool. */
export interface Painting {
  /** Resolves when the piece is done; never resolves once stopped. */
  readonly answer: Promise<PaintAnswer>;
  /** 0 while waiting, then the thread's own figure up to 1. */
  progress(): number;
  hasStarted(): boolean;
  /** Drops it from the queue, or ends the thread that paints it. */
  stop(): void;
}

interface Job {
  readonly task: PaintTask;
  readonly resolve: (answer: PaintAnswer) => void;
  seat: Seat | null;
  share: number;
  isDone: boolean;
}

interface Seat {
  readonly worker: Worker;
  job: Job | null;
  /** Ends the thread when it has been idle, or the piece when it takes too long. */
  timer: NodeJS.Timeout | null;
}

export interface PoolLimits {
  readonly threads: number;
  /** A picture that takes longer has hung; other pieces are given more by their model. Milliseconds. */
  readonly pictureTimeoutMs: number;
}

/** A thread without work for this long is ended, because its memory is worth more than its start-up time. */
const IDLE_MS = 20_000;

/** A picture lives outside the heap; a small young generation keeps the memory of each thread down. */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 } as const;

/** Pixels of a preview. */
const SMALL_PIXELS = 512 * 512;

function isSmall({ task: { request } }: Job): boolean {
  return sketchModel(request.modelId)?.hasPreviews === true && request.width * request.height <= SMALL_PIXELS;
}

/** A few painting threads, started when first needed. Pieces of about one size are made in the order they were handed in. */
export class PaintingPool {
  private readonly seats: Seat[] = [];
  private readonly waiting: Job[] = [];
  private nextTaskId = 1;

  constructor(private readonly limits: PoolLimits) {}

  paint(request: PieceRequest): Painting {
    let resolve: (answer: PaintAnswer) => void = () => undefined;
    const answer = new Promise<PaintAnswer>((settle) => {
      resolve = settle;
    });
    const job: Job = { task: { taskId: this.nextTaskId++, request }, resolve, seat: null, share: 0, isDone: false };
    this.enqueue(job);
    this.fillSeats();
    return {
      answer,
      progress: () => (job.isDone ? 1 : job.share),
      hasStarted: () => job.seat !== null || job.isDone,
      stop: () => this.stop(job),
    };
  }

  /** Small pictures go before large ones, so that a new run shows something while an earlier one is still at its finals. */
  private enqueue(job: Job): void {
    const firstLarge = isSmall(job) ? this.waiting.findIndex((other) => !isSmall(other)) : -1;
    if (firstLarge < 0) this.waiting.push(job);
    else this.waiting.splice(firstLarge, 0, job);
  }

  private fillSeats(): void {
    while (this.waiting.length > 0) {
      const seat = this.seats.find((candidate) => candidate.job === null) ?? this.openSeat();
      const job = seat === null ? undefined : this.waiting.shift();
      if (seat === null || job === undefined) return;
      this.seatJob(seat, job);
    }
  }

  private openSeat(): Seat | null {
    if (this.seats.length >= this.limits.threads) return null;
    const worker = new Worker(new URL("./start-thread.mjs", import.meta.url), { execArgv: [], resourceLimits: HEAP });
    const seat: Seat = { worker, job: null, timer: null };
    worker.on("message", (message: ThreadMessage) => this.hear(seat, message));
    worker.on("error", (error) => this.lose(seat, error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => this.lose(seat, "The painting thread ended."));
    this.seats.push(seat);
    return seat;
  }

  private seatJob(seat: Seat, job: Job): void {
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.job = job;
    job.seat = seat;
    seat.worker.ref();
    seat.timer = setTimeout(
      () => {
        this.finish(job, { kind: "failed", reason: "It took too long.", fault: "timeout" });
        this.closeSeat(seat);
      },
      this.limits.pictureTimeoutMs * (sketchModel(job.task.request.modelId)?.patience ?? 1),
    );
    seat.timer.unref();
    seat.worker.postMessage(job.task);
  }

  private hear(seat: Seat, message: ThreadMessage): void {
    const { job } = seat;
    if (job === null || job.task.taskId !== message.taskId) return;
    if (message.kind === "progress") {
      job.share = message.share;
      return;
    }
    this.rest(seat);
    this.finish(
      job,
      message.kind === "painted"
        ? { kind: "painted", piece: message.piece }
        : { kind: "failed", reason: message.reason, fault: message.isInputFault ? "input" : "engine" },
    );
    this.fillSeats();
  }

  private rest(seat: Seat): void {
    seat.job = null;
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = setTimeout(() => this.closeSeat(seat), IDLE_MS);
    seat.timer.unref();
    // An idle thread must not keep the process alive.
    seat.worker.unref();
  }

  private lose(seat: Seat, reason: string): void {
    const { job } = seat;
    this.closeSeat(seat);
    if (job !== null) this.finish(job, { kind: "failed", reason, fault: "engine" });
    this.fillSeats();
  }

  private closeSeat(seat: Seat): void {
    const index = this.seats.indexOf(seat);
    if (index < 0) return;
    this.seats.splice(index, 1);
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.job = null;
    seat.worker.removeAllListeners();
    void seat.worker.terminate();
    this.fillSeats();
  }

  private finish(job: Job, answer: PaintAnswer): void {
    if (job.isDone) return;
    job.isDone = true;
    job.resolve(answer);
  }

  private stop(job: Job): void {
    if (job.isDone) return;
    job.isDone = true;
    const index = this.waiting.indexOf(job);
    if (index >= 0) this.waiting.splice(index, 1);
    else if (job.seat !== null && job.seat.job === job) this.closeSeat(job.seat);
  }
}
