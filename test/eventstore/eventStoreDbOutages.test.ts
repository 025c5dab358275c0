import { hurtDouble } from "../support/eventstoredb/hurtDouble.js";
import { describeOutages } from "../support/eventstoredb/outages.js";
import { hurtProcesses } from "../support/eventstoredb/serverProcesses.js";

const ON_DOUBLE = {
  writers: 8,
  rounds: 2,
  appendsBetween: 20,
  awayMs: 100,
  resumeMs: 10_000,
  deadlines: { totalMs: 800, answerMs: 200 },
};

describeOutages("EventStoreDB double", () => hurtDouble(1), ON_DOUBLE);
describeOutages("EventStoreDB double of three nodes", () => hurtDouble(3), ON_DOUBLE);
describeOutages("EventStoreDB double without the batch call", () => hurtDouble(1, false), { ...ON_DOUBLE, rounds: 1 });

// Real processes, where a command is named that starts them.
const url = process.env["EVENTSTORE_URL"];
const command = process.env["EVENTSTORE_RUN_COMMAND"];
if (url !== undefined && command !== undefined) {
  const deadlines = { totalMs: 10_000, answerMs: 3_000 };
  const scale = { writers: 32, rounds: 3, appendsBetween: 1_000, awayMs: 12_000, resumeMs: 10_000, deadlines };
  describeOutages("EventStoreDB server", () => hurtProcesses(url, command), scale);
}
