export * from "@/lib/server/db/schema/access";
export * from "@/lib/server/db/schema/actions";
export * from "@/lib/server/db/schema/collector";
export * from "@/lib/server/db/schema/connections";
export * from "@/lib/server/db/schema/jobs";
