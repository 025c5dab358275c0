import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { CONFIDENCES } from "../domain/law/terms.js";
import { isDay } from "../reference/fields.js";
import { readLawBook } from "../reference/lawFiles.js";
import { sheetsOf } from "../reference/lawSheets.js";
import { orOneLine } from "./terminal.js";

/**
 * `npm run law -- check`: prints the rows of each decree with their place in it, days, source and confidence, so that an
 * officer can check them against the gazette; the operator's own rows (LEDGER_LAW) before the shipped ones.
 */

const USAGE =
  "Usage: npm run law -- check [--instrument <key>] [--on <day>] [--confidence <HIGH|MEDIUM|LOW>]\n" +
  "  --instrument  the rows of this one, e.g. SANC-PRESS-119\n" +
  "  --on          the rows that are in force on the day, e.g. 2022-06-01\n" +
  "  --confidence  the rows that are as sure as this, e.g. LOW: those to be checked first";

await orOneLine(USAGE, async () => {
  const { instrument, on, confidence: sure } = asked();
  if (on !== undefined && !isDay(on)) throw new Error(`--on must be a day such as 2022-06-01.\n${USAGE}`);
  const confidence = CONFIDENCES.values.find((one) => one === sure);
  if (sure !== undefined && !confidence) throw new Error(`--confidence must be HIGH, MEDIUM or LOW.\n${USAGE}`);
  const law = readLawBook(loadConfig(process.env).lawFile);
  const known = law.instruments().map(({ key }) => key);
  if (instrument !== undefined && !known.includes(instrument)) {
    throw new Error(`--instrument must be one of ${known.join(", ")}.`);
  }
  for (const line of sheetsOf(law, { instrument, on, confidence })) console.log(line);
});

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { instrument: { type: "string" }, on: { type: "string" }, confidence: { type: "string" } },
    });
    if (positionals.length !== 1 || positionals[0] !== "check") throw new Error("Say what to do: check.");
    return values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
