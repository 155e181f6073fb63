/** How a sample answers a request; without end where it never answers. */
export type Answer = (request: { url: URL; body: unknown }) => Response | Promise<Response>;
/** Answers by `GET /api/v1/jobs`: method and path. */
export type Answers = Readonly<Record<string, Answer>>;

export const says =
  (body: unknown, status = 200): Answer =>
  () =>
    Response.json(body, { status });

/** A problem of ours, as the contract has it. */
export const refuses = (code: string, status: number, more: Record<string, unknown> = {}): Answer =>
  says({ type: "about:blank", title: code, status, code, ...more }, status);

export const isSilent: Answer = () => new Promise<Response>(() => undefined);

async function bodyOf(init: RequestInit | undefined): Promise<unknown> {
  return typeof init?.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
}

/**
 * Stands in for the server while a part is on the page. The answers go the way of real ones, through the contract's
 * schemas. What it has no answer for does go out, so that a test which forbids requests finds it.
 */
export class SampleServer {
  #open = false;

  constructor(private readonly answers: Answers) {}

  /** For `useSyncExternalStore`: the server stands while somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const ask = window.fetch;
    window.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, window.location.href);
      const answer = this.answers[`${init?.method ?? "GET"} ${url.pathname}`];
      return answer ? answer({ url, body: await bodyOf(init) }) : ask(input, init);
    };
    this.#open = true;
    listener();
    return () => {
      window.fetch = ask;
      this.#open = false;
    };
  };
  readonly isOpen = (): boolean => this.#open;
}
