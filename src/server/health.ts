import type { FastifyInstance } from "fastify";
import type { EventStore } from "../eventstore/contract.js";
import type { Ledger } from "../ledger.js";

/** A store that knows when it can no longer be written. */
type WatchedLog = EventStore & { readonly fault?: Error | undefined };

/**
 * `/health/live`: the process serves. `/health/ready`: it can also answer for the ledger's present state and take
 * commands; while it cannot, a balancer should send requests elsewhere.
 */
export function addHealth(app: FastifyInstance, { log, reads }: Pick<Ledger, "log" | "reads">): void {
  app.route({ method: ["GET", "HEAD"], url: "/health/live", handler: () => ({ status: "ok" }) });
  app.route({
    method: ["GET", "HEAD"],
    url: "/health/ready",
    handler: (_request, reply) => {
      const readModel = reads.state;
      const writable = (log as WatchedLog).fault === undefined;
      const ready = readModel === "live" && writable;
      return reply.code(ready ? 200 : 503).send({
        status: ready ? "ok" : "not ready",
        readModel,
        log: writable ? "writable" : "failed",
      });
    },
  });
}
