import { InProcess } from "../../../src/cli/inProcess.js";
import type { Ledger } from "../../../src/ledger.js";
import { ledgerSchema } from "../../support/api.js";

const made = new WeakMap<Ledger, InProcess>();

/** The API of a ledger: one for each, so that the same question is checked against the schema once, and then only asked. */
export async function inProcess(ledger: Ledger): Promise<InProcess> {
  const known = made.get(ledger) ?? new InProcess(await ledgerSchema(), ledger);
  made.set(ledger, known);
  return known;
}
