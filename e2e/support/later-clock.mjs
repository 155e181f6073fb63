/** Loaded into a server before anything else: its clock stands later by LATER_MS, and runs on. */
const laterMs = Number(process.env.LATER_MS);
const now = Date.now.bind(Date);
const laterNow = () => now() + laterMs;

globalThis.Date = new Proxy(Date, {
  construct: (date, given, asked) => Reflect.construct(date, given.length === 0 ? [laterNow()] : given, asked),
  apply: (date) => new date(laterNow()).toString(),
  get: (date, name) => (name === "now" ? laterNow : Reflect.get(date, name)),
});
