/**
 * The time of one sandbox. It follows the wall clock until a test steps, speeds up or freezes it.
 * All vendor state is a function of this clock, so a step of ten minutes plays ten minutes of life.
 */
export class WorldClock {
  #base: number;
  #realBase: number;
  #speed = 1;

  constructor(private readonly real: () => number = Date.now) {
    this.#realBase = real();
    this.#base = this.#realBase;
  }

  /** Sandbox time in epoch milliseconds. */
  now(): number {
    return Math.floor(this.#base + (this.real() - this.#realBase) * this.#speed);
  }

  get speed(): number {
    return this.#speed;
  }

  /** 0 freezes, 1 is real time, 60 plays a minute a second. */
  setSpeed(speed: number): void {
    this.#base = this.now();
    this.#realBase = this.real();
    this.#speed = speed;
  }

  /** Moves the clock forward; the past cannot be taken back. */
  step(milliseconds: number): void {
    if (milliseconds < 0) throw new RangeError("the clock only steps forward");
    this.#base += milliseconds;
  }
}
