import type { FastifyInstance } from "fastify";
import { StoreUnavailable } from "../eventstore/contract.js";
import type { Ledger } from "../ledger.js";
import type { ReadModel } from "../projections/readModel/readModel.js";
import type { UnknownType } from "../projections/timeline/eventIndex.js";

/** Whether a balancer may send requests here. */
export const isReady = ({ logHealth, reads }: Pick<Ledger, "logHealth" | "reads">): boolean =>
  reads.isServing && logHealth().state !== "failed";

/**
 * `/health/live`: the process serves. `/health/ready`: it has read the whole log and answers for it, so a balancer may
 * send requests here. A log that cannot be reached or written for a while does not change that: reading goes on, and all
 * nodes would be in the same case; `status` then says `degraded`. `reasons` are for the operator: what is the matter and
 * what to do, each in one sentence, with nothing of anybody.
 */
export function addHealth(
  app: FastifyInstance,
  { logHealth, reads, clock }: Pick<Ledger, "logHealth" | "reads" | "clock">,
): void {
  app.route({ method: ["GET", "HEAD"], url: "/health/live", handler: () => ({ status: "ok" }) });
  app.route({
    method: ["GET", "HEAD"],
    url: "/health/ready",
    handler: (_request, reply) => {
      const { state: log, reason } = logHealth();
      const { state: time } = clock.health;
      const ready = isReady({ logHealth, reads });
      const reasons = [reason, reads.reason, unknownTypes(reads)].filter((one) => one !== undefined).map(withoutPaths);
      const isWell = reads.state === "live" && reasons.length === 0 && time === "ok";
      const status = !ready ? "not ready" : isWell ? "ok" : "degraded";
      const why = reasons.length === 0 ? {} : { reasons };
      return reply.code(ready ? 200 : 503).send({ status, readModel: reads.state, log, clock: time, ...why });
    },
  });
}

/** Where this machine keeps its files stands in the log of the program, and is no business of whoever can ask here. */
const withoutPaths = (sentence: string): string => sentence.replace(/(?<=^|[\s(])\/[^\s,;:)]+/g, "…");

const MAX_NAMED = 5;
const MAX_NAME_CHARACTERS = 60;

/** Which events a newer program has written that this one cannot understand; undefined when there are none. */
export function unknownTypes(reads: Pick<ReadModel, "events" | "isServing">): string | undefined {
  const types = unknownIn(reads);
  const [first] = types;
  if (!first) return undefined;
  const count = types.reduce((sum, { events }) => sum + events, 0);
  const names = types.slice(0, MAX_NAMED).map(({ type }) => type.slice(0, MAX_NAME_CHARACTERS));
  return (
    `The log holds ${count} events of types that this program does not know (${names.join(", ")}), the first at position ` +
    `${first.firstPosition}: they stand in timelines and count nowhere; start the newer program that wrote them.`
  );
}

/** Of each type; while a read model has not caught up, or its file is replaced, there is nothing to ask. */
export function unknownIn({ events, isServing }: Pick<ReadModel, "events" | "isServing">): readonly UnknownType[] {
  try {
    return isServing ? events.unknownTypes() : [];
  } catch (error) {
    if (error instanceof StoreUnavailable) return [];
    throw error;
  }
}
