import { loadConfig } from "../config.js";
import { readLawBook } from "../reference/lawFiles.js";
import { sheetsOf } from "../reference/lawSheets.js";

/** Prints the rows of the law that the server of this environment goes by, of one instrument or of all. */
export function printLaw(asked: Parameters<typeof sheetsOf>[1]): void {
  const law = readLawBook(loadConfig(process.env).lawFile);
  const known = law.instruments().map(({ key }) => key);
  if (asked.instrument !== undefined && !known.includes(asked.instrument)) {
    throw new Error(`--instrument must be one of ${known.join(", ")}.`);
  }
  for (const line of sheetsOf(law, asked)) console.log(line);
}
