/** A Spark job inside a DLI SQL job, as the contract shows it. */
export interface Subjob {
  id: string;
  name: string;
  description: string | null;
  jobGroup: string | null;
  status: "running" | "succeeded" | "failed" | "unknown";
  vendorStatus: string;
  submittedAt: string | null;
  completedAt: string | null;
  /** The vendor's text. */
  submissionTime: string | null;
  completionTime: string | null;
  /** 0…1; null where it cannot be known. */
  fraction: number | null;
  stageIds: number[];
  tasks: {
    /** null: not told. */
    total: number | null;
    active: number;
    completed: number;
    skipped: number;
    failed: number;
    killed: number;
    completedIndices: number | null;
  };
  stages: { active: number; completed: number; skipped: number; failed: number };
  killedTasksSummary: Record<string, number>;
}
