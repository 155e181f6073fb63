// Loaded before a program's own code: where whoever started it is gone, the program ends as if it had been asked to.
const end = () => process.kill(process.pid, "SIGTERM");
if (process.channel) {
  // Started by us: the channel closes whatever the parent died of.
  process.once("disconnect", end);
  process.channel.unref();
} else if (process.env.npm_lifecycle_event) {
  // npm dies of a SIGTERM without handing it on; its child then has another parent.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}
