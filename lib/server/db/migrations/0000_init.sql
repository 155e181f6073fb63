CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "setup_codes" (
	"hash" text PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"role" text NOT NULL,
	"connections" jsonb,
	"disabled" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "views" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"connection" text NOT NULL,
	"kind" text NOT NULL,
	"job_id" text NOT NULL,
	"run" text,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"by" text NOT NULL,
	"reason" text,
	"params" jsonb NOT NULL,
	"asked_at" bigint NOT NULL,
	"accepted_at" bigint,
	"settled_at" bigint,
	"vendor_message" text,
	"started" jsonb,
	"plan" jsonb
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entry" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"action" text NOT NULL,
	"connection" text NOT NULL,
	"kind" text NOT NULL,
	"job_id" text NOT NULL,
	"reason" text,
	"outcome" text NOT NULL,
	"vendor_message" text,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collectors" (
	"owner" text PRIMARY KEY NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connection_health" (
	"connection" text PRIMARY KEY NOT NULL,
	"health" text NOT NULL,
	"since" bigint NOT NULL,
	"last_answer_at" bigint,
	"last_error_at" bigint,
	"last_error" jsonb,
	"notice" jsonb,
	"next_poll_at" bigint,
	"recent_since" bigint,
	"quick_ms" integer NOT NULL,
	"spent" integer NOT NULL,
	"spent_at" bigint NOT NULL,
	"skipped" jsonb NOT NULL,
	"skipped_rows" integer NOT NULL,
	"version" bigint NOT NULL,
	"owner" text,
	"lease_until" bigint NOT NULL,
	"fence" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interest" (
	"connection" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "interest_connection_kind_id_pk" PRIMARY KEY("connection","kind","id")
);
--> statement-breakpoint
CREATE TABLE "connection_changes" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connection_secrets" (
	"connection" text NOT NULL,
	"field" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "connection_secrets_connection_field_pk" PRIMARY KEY("connection","field")
);
--> statement-breakpoint
CREATE TABLE "stored_connections" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"vendor" text NOT NULL,
	"base_url" text NOT NULL,
	"settings" jsonb NOT NULL,
	"auth_type" text NOT NULL,
	"auth_values" jsonb NOT NULL,
	"poll_seconds" double precision,
	"budget_per_minute" double precision,
	"paused" boolean NOT NULL,
	"config_version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_bodies" (
	"job" bigint PRIMARY KEY NOT NULL,
	"details" jsonb NOT NULL,
	"raw" jsonb NOT NULL,
	"segments" jsonb,
	"past_segments" jsonb NOT NULL,
	"subjobs" jsonb,
	"subjobs_at" bigint,
	"subjobs_current" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_counts" (
	"connection" text NOT NULL,
	"vendor" text NOT NULL,
	"kind" text NOT NULL,
	"internal" boolean NOT NULL,
	"state" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "job_counts_connection_kind_internal_state_pk" PRIMARY KEY("connection","kind","internal","state")
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"job" bigint NOT NULL,
	"run" text NOT NULL,
	"state" text NOT NULL,
	"vendor_state" text NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"duration_ms" bigint,
	"run_kind" text,
	"run_id" text,
	"row" jsonb,
	"body" jsonb,
	CONSTRAINT "job_runs_job_run_pk" PRIMARY KEY("job","run")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"connection" text NOT NULL,
	"vendor" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"run" text,
	"attempt" integer NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"reading_state" text NOT NULL,
	"vendor_state" text NOT NULL,
	"attention" text,
	"owner" text,
	"queue" text,
	"type" text,
	"internal" boolean NOT NULL,
	"submitted_at" bigint,
	"started_at" bigint,
	"ended_at" bigint,
	"sort_at" bigint NOT NULL,
	"duration_ms" bigint,
	"progress" jsonb,
	"row_count" jsonb,
	"error" text,
	"allowed" jsonb NOT NULL,
	"vendor_url" text,
	"search" text NOT NULL,
	"first_seen_at" bigint NOT NULL,
	"observed_at" bigint NOT NULL,
	"reading_at" bigint NOT NULL,
	"gone_at" bigint,
	"read_problem" jsonb,
	"unconfirmed" boolean NOT NULL,
	"hashes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transitions" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"job" bigint NOT NULL,
	"run" text,
	"attempt" integer NOT NULL,
	"from_vendor_state" text,
	"vendor_state" text NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"earliest" bigint,
	"certainty" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_secrets" ADD CONSTRAINT "connection_secrets_connection_stored_connections_id_fk" FOREIGN KEY ("connection") REFERENCES "public"."stored_connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_bodies" ADD CONSTRAINT "job_bodies_job_jobs_seq_fk" FOREIGN KEY ("job") REFERENCES "public"."jobs"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_job_jobs_seq_fk" FOREIGN KEY ("job") REFERENCES "public"."jobs"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_job_jobs_seq_fk" FOREIGN KEY ("job") REFERENCES "public"."jobs"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_tokens_user" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "throttles_expires" ON "throttles" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "views_user" ON "views" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actions_open" ON "actions" USING btree ("connection","kind","job_id") WHERE outcome in ('asked', 'accepted', 'unknown');--> statement-breakpoint
CREATE INDEX "actions_job" ON "actions" USING btree ("connection","kind","job_id","asked_at");--> statement-breakpoint
CREATE INDEX "audit_entry" ON "audit" USING btree ("entry","seq");--> statement-breakpoint
CREATE INDEX "interest_until" ON "interest" USING btree ("until");--> statement-breakpoint
CREATE INDEX "job_runs_started" ON "job_runs" USING btree ("job","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_ref" ON "jobs" USING btree ("connection","kind","id");--> statement-breakpoint
CREATE INDEX "jobs_sort" ON "jobs" USING btree ("sort_at","seq");--> statement-breakpoint
CREATE INDEX "jobs_connection_sort" ON "jobs" USING btree ("connection","sort_at","seq");--> statement-breakpoint
CREATE INDEX "jobs_state_sort" ON "jobs" USING btree ("state","sort_at","seq");--> statement-breakpoint
CREATE INDEX "jobs_owner_sort" ON "jobs" USING btree ("owner","sort_at","seq");--> statement-breakpoint
CREATE INDEX "jobs_queue_sort" ON "jobs" USING btree ("queue","sort_at","seq");--> statement-breakpoint
CREATE INDEX "jobs_started" ON "jobs" USING btree (coalesce("started_at", -1),"seq");--> statement-breakpoint
CREATE INDEX "jobs_ended" ON "jobs" USING btree (coalesce("ended_at", -1),"seq");--> statement-breakpoint
CREATE INDEX "jobs_duration" ON "jobs" USING btree (coalesce("duration_ms", -1),"seq");--> statement-breakpoint
CREATE INDEX "jobs_name" ON "jobs" USING btree (left("name", 200) collate "C","seq");--> statement-breakpoint
CREATE INDEX "jobs_type" ON "jobs" USING btree ("type");--> statement-breakpoint
CREATE INDEX "jobs_search" ON "jobs" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "jobs_active" ON "jobs" USING btree ("connection","kind") WHERE reading_state not in ('draft', 'succeeded', 'warning', 'failed', 'cancelled') and gone_at is null;--> statement-breakpoint
CREATE INDEX "transitions_job" ON "transitions" USING btree ("job","seq");--> statement-breakpoint
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, '');--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
