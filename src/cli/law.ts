import { CONFIDENCES } from "../domain/law/terms.js";
import { isDay } from "../reference/fields.js";
import { Misused, run } from "./commandLine.js";

/**
 * `npm run law -- check`: prints the rows of each decree with their place in it, days, source and confidence, so that an
 * officer can check them against the gazette; the operator's own rows (LEDGER_LAW) before the shipped ones.
 */
await run({
  usage:
    "Usage: npm run law -- check [--instrument <key>] [--on <day>] [--confidence <HIGH|MEDIUM|LOW>]\n" +
    "  --instrument  the rows of this one, e.g. SANC-PRESS-119\n" +
    "  --on          the rows that are in force on the day, e.g. 2022-06-01\n" +
    "  --confidence  the rows that are as sure as this, e.g. LOW: those to be checked first",
  flags: {
    allowPositionals: true,
    options: { instrument: { type: "string" }, on: { type: "string" }, confidence: { type: "string" } },
  },
  asked({ values: { instrument, on, confidence: sure }, positionals }) {
    if (positionals.length !== 1 || positionals[0] !== "check") throw new Misused("Say what to do: check.");
    if (on !== undefined && !isDay(on)) throw new Misused("--on must be a day such as 2022-06-01.");
    const confidence = CONFIDENCES.values.find((one) => one === sure);
    if (sure !== undefined && !confidence) throw new Misused("--confidence must be HIGH, MEDIUM or LOW.");
    return { instrument, on, confidence };
  },
  does: async () => (await import("./printLaw.js")).printLaw,
});
