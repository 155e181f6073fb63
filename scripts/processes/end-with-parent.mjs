// Loaded before a child's own code: where the parent is gone, even by SIGKILL, the child ends as if it had been asked to.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
