import { setTimeout as sleep } from "node:timers/promises";
import { startDouble } from "./double.js";
import type { DoubleNode } from "./node.js";
import type { HurtServer } from "./outages.js";

const ELECTION_MS = 150;
const STILL_NAMED_MS = 500;

/** The double as a server that can be hurt; with several nodes another is elected after a while. */
export async function hurtDouble(nodes: number, batches = true): Promise<HurtServer> {
  const double = await startDouble({ nodes, batches });
  let hurt: DoubleNode | undefined;
  const takeOver = async (): Promise<void> => {
    if (nodes === 1) return;
    double.elect();
    await sleep(ELECTION_MS);
    double.elect(double.nodes.find((node) => node !== hurt));
  };
  const leader = (): DoubleNode => double.nodes.find((node) => node.role === "leader")!;
  return {
    url: double.url,
    nodes,
    kill: async () => {
      hurt = leader();
      await hurt.gate.slam();
      void takeOver();
    },
    restart: async () => hurt?.gate.open(),
    freeze: async () => {
      hurt = leader();
      hurt.gate.freeze();
      // The others go on naming it their leader for a while: on a real cluster for five to seven seconds.
      void sleep(STILL_NAMED_MS).then(takeOver);
    },
    thaw: async () => hurt?.gate.thaw(),
    stop: () => double.stop(),
  };
}
