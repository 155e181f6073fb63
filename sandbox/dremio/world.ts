import { Random } from "../kit/random";
import type { WorldClock } from "../kit/world-clock";
import { drawJob } from "./draw-job";
import { endOf, isOver, phaseAt, submittedAt, type Job } from "./job";
import { seedJobs } from "./seed-jobs";
import type { DremioSwitches } from "./switches";

const DAY = 86_400_000;
/** Longer than nearly every life: after it the number of jobs alive has settled. */
const WARM_UP = 90 * 60_000;
const PAST = 7 * DAY;
/** Job records are kept 30 days (vendors' document, 5.3), and no more than the sandbox's memory likes. */
const RETENTION = 30 * DAY;
const MOST_JOBS = 20_000;

/** How large a world is: how many jobs have ended when it begins, and about how many are alive at any time. */
export interface WorldSize {
  past: number;
  alive: number;
}

/** All jobs of one Dremio. Arrivals are drawn as the clock passes them, so a step plays them too. */
export class World {
  readonly jobs = new Map<string, Job>();
  random: Random;
  #arrivals: Random;
  #nextArrival = Infinity;
  #interval = Infinity;

  constructor(
    private readonly clock: WorldClock,
    readonly switches: DremioSwitches,
    private readonly seed: number,
    private readonly size: WorldSize,
  ) {
    this.random = new Random(seed);
    this.#arrivals = new Random(seed);
    this.reset();
  }

  /** Begins again at the clock's present. */
  reset(): void {
    const now = this.clock.now();
    this.random = new Random(this.seed + 1);
    this.#arrivals = new Random(this.seed);
    this.jobs.clear();
    this.#interval = this.size.alive > 0 ? this.#meanLife() / this.size.alive : Infinity;
    const recent = this.#arrive(now - WARM_UP, now);
    const ended = recent.filter((job) => isOver(job, now)).length;
    for (const job of [...this.#history(now - WARM_UP, this.size.past - ended), ...recent]) this.add(job);
    this.#trim(now, Math.max(0, ended - this.size.past));
    for (const job of seedJobs()) this.add(job);
  }

  /** Plays life up to the present and returns it. After a leap of more than a day only the last day's arrivals are played. */
  advance(): number {
    const now = this.clock.now();
    this.#nextArrival = Math.max(this.#nextArrival, now - DAY);
    for (const job of this.#arrive(this.#nextArrival, now)) this.add(job);
    if (this.jobs.size > MOST_JOBS * 1.1) this.#trim(now, this.jobs.size - MOST_JOBS);
    return now;
  }

  add(job: Job): Job {
    this.jobs.set(job.id, job);
    return job;
  }

  /** Null: never existed, or purged with its 30 days. */
  get(id: string, now: number): Job | null {
    const job = this.jobs.get(id);
    if (!job) return null;
    const end = endOf(job);
    return job.listed && end !== null && end < now - RETENTION ? null : job;
  }

  /** Jobs that the system tables know at `now`, oldest first. */
  listed(now: number): Job[] {
    const hidden = new Set(this.switches.hiddenJobs);
    return [...this.jobs.values()].filter(
      (job) => job.listed && submittedAt(job) <= now && submittedAt(job) > now - RETENTION && !hidden.has(job.id),
    );
  }

  /** How many jobs are in which state at `now`; for tests and the control door. */
  census(now: number): Record<string, number> {
    const states: Record<string, number> = {};
    for (const job of this.listed(now)) {
      const { state } = phaseAt(job, now);
      states[state] = (states[state] ?? 0) + 1;
    }
    return states;
  }

  #arrive(from: number, until: number): Job[] {
    const jobs: Job[] = [];
    let at = from;
    while (at <= until) {
      jobs.push(drawJob(this.#arrivals, Math.floor(at), this.switches.flavor));
      at += this.#interval * (0.2 + this.#arrivals.next() * 1.6);
    }
    if (this.size.alive === 0) return [];
    this.#nextArrival = at;
    return jobs;
  }

  /** Jobs that have long ended, denser towards the present. */
  #history(until: number, count: number): Job[] {
    const jobs: Job[] = [];
    while (jobs.length < count) {
      const job = drawJob(this.#arrivals, Math.floor(until - PAST * this.#arrivals.next() ** 2), this.switches.flavor);
      if (isOver(job, until)) jobs.push(job);
    }
    return jobs.sort((a, b) => submittedAt(a) - submittedAt(b));
  }

  #meanLife(): number {
    const random = new Random(this.seed + 2);
    const lives = Array.from({ length: 2_000 }, () => {
      const job = drawJob(random, 0, this.switches.flavor);
      return endOf(job) ?? 0;
    });
    return lives.reduce((sum, life) => sum + life, 0) / lives.length;
  }

  #trim(now: number, count: number): void {
    let left = count;
    for (const job of this.jobs.values()) {
      if (left <= 0) return;
      if (!job.listed || !isOver(job, now)) continue;
      this.jobs.delete(job.id);
      left -= 1;
    }
  }
}
