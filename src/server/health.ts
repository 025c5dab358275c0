import type { FastifyInstance } from "fastify";
import type { Ledger } from "../ledger.js";

/** Whether a balancer may send requests here. */
export const isReady = ({ logHealth, reads }: Pick<Ledger, "logHealth" | "reads">): boolean =>
  reads.isServing && logHealth().state !== "failed";

/**
 * `/health/live`: the process serves. `/health/ready`: it has read the whole log and answers for it, so a balancer may
 * send requests here. A log that cannot be reached for a while does not change that: reading goes on, and all nodes
 * would be in the same case; `status` then says `degraded`.
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
      const log = logHealth().state;
      const { state: time } = clock.health;
      const ready = isReady({ logHealth, reads });
      const isWell = log === "ok" && reads.state === "live" && time === "ok";
      const status = !ready ? "not ready" : isWell ? "ok" : "degraded";
      return reply.code(ready ? 200 : 503).send({ status, readModel: reads.state, log, clock: time });
    },
  });
}
