import { JOB_ACTIONS, type JobAction } from "../../lib/jobs/action";

/** How a new vendor logs in, of those that the outbound door performs and that are no vendor's own. */
export const PLAIN_SCHEMES = ["bearer", "basic"] as const;
export type PlainScheme = (typeof PLAIN_SCHEMES)[number];

/** What somebody asks for on the command line. */
export interface Wish {
  id?: string;
  label?: string;
  docs?: string;
  kind?: string;
  ending?: string;
  auth?: string;
}

/** A vendor that is to be, with the names that its files use. */
export interface NewVendor {
  id: string;
  label: string;
  docsUrl: string;
  kind: string;
  /** The action that ends a running job; null: jobs can only be watched. */
  ending: JobAction | null;
  auth: PlainScheme;
  /** `apacheFlink` */
  name: string;
  /** `ApacheFlink` */
  type: string;
  /** `Job`, of the kind. */
  kindType: string;
}

const ENDING: readonly JobAction[] = JOB_ACTIONS.filter((action) => /^(cancel|stop)/.test(action));

/** The vendor of a wish, or what is wrong with it, one line each. */
export function readWish(wish: Wish, known: readonly string[]): { vendor: NewVendor } | { problems: string[] } {
  const { id = "", docs = "", kind = "job", ending = "cancel", auth = "bearer" } = wish;
  const label = wish.label ?? wordsOf(id).map(capital).join(" ");
  const scheme = PLAIN_SCHEMES.find((one) => one === auth);
  const action = ENDING.find((one) => one === ending) ?? null;
  const problems = [
    !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) &&
      "the vendor's id must be words of a-z and 0-9 with hyphens: apache-flink",
    known.includes(id) && `there is a vendor ${id} already`,
    !/^[A-Za-z0-9][^"`\\\n]{0,59}$/.test(label) && "--label must be up to 60 plain characters",
    !/^https:\/\/[^\s"`\\]+$/.test(docs) && "--docs must be the https address of the vendor's API documentation",
    !/^[a-z]+(-[a-z]+)*$/.test(kind) && "--kind must be words of a-z with hyphens: spark-batch",
    action === null && ending !== "none" && `--ending must be none or one of ${ENDING.join(", ")}`,
    scheme === undefined && `--auth must be one of ${PLAIN_SCHEMES.join(", ")}; others need lib/server/outbound/auth`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0 || scheme === undefined) return { problems };
  const type = wordsOf(id).map(capital).join("");
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  const kindType = wordsOf(kind).map(capital).join("");
  return { vendor: { id, label, docsUrl: docs, kind, ending: action, auth: scheme, name, type, kindType } };
}

function wordsOf(text: string): string[] {
  return text.split("-").filter((word) => word !== "");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
