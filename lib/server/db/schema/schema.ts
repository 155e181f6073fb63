export * from "@/lib/server/db/schema/actions";
export * from "@/lib/server/db/schema/collector";
export * from "@/lib/server/db/schema/jobs";
