import { CommandBus } from "../../src/commands/bus.js";
import { reporterSpecs } from "../../src/commands/reporters.js";
import type { EventStore } from "../../src/eventstore/contract.js";
import { openLedger } from "../../src/ledger.js";
import { factsFrom } from "../../src/projections/readModel/facts.js";
import { OFFICER } from "../support/api.js";
import { specIn, type StepInput } from "../support/steps.js";

/** A process that registers a reporter and is killed when it has claimed the card, before the reporter is in the log. */
const [folder = "", now = "", input = ""] = process.argv.slice(2);
const { log, law, reads } = await openLedger({ folder, now: () => new Date(now) });
const append: EventStore["append"] = (stream, expected, events) => {
  if (stream.startsWith("reporter-")) process.kill(process.pid, "SIGKILL");
  return log.append(stream, expected, events);
};
const store = { append, readStream: log.readStream.bind(log), isShared: log.isShared };
const reached = (at: number): Promise<boolean> => reads.reached(at);
await reached(await log.head());
const bus = new CommandBus({ store, facts: factsFrom(reads), law, reached, now: () => new Date(now) });
await bus.run(specIn(reporterSpecs, "RegisterReporter"), JSON.parse(input) as StepInput, OFFICER);
