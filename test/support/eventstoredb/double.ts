import { MemoryLog } from "./memoryLog.js";
import { DoubleNode } from "./node.js";

/** An EventStoreDB of one node or more, in this process, spoken to through real sockets. */
export interface EventStoreDbDouble {
  readonly url: string;
  readonly log: MemoryLog;
  /** The only node, or the first. */
  readonly node: DoubleNode;
  readonly nodes: readonly DoubleNode[];
  /** Makes this node the leader; with none named, an election goes on. */
  elect(leader?: DoubleNode): void;
  stop(): Promise<void>;
}

export interface DoubleOptions {
  readonly nodes?: number;
  /** False: a server that has no batch call. */
  readonly batches?: boolean;
}

export async function startDouble({
  nodes: count = 1,
  batches = true,
}: DoubleOptions = {}): Promise<EventStoreDbDouble> {
  const log = new MemoryLog();
  const nodes: DoubleNode[] = [];
  for (let n = 0; n < count; n += 1) nodes.push(await DoubleNode.start(log, { batches }));
  for (const node of nodes) node.peers = nodes;
  const elect = (leader?: DoubleNode): void => {
    if (leader !== undefined && leader.role !== "leader") log.forgetRecentIds();
    for (const node of nodes) {
      node.role = node === leader ? "leader" : leader === undefined ? "without-leader" : "follower";
      node.faults.notReady = leader === undefined;
    }
  };
  elect(nodes[0]);
  const hosts = nodes.map((node) => node.address).join(",");
  const options = "tls=false&discoveryInterval=20&maxDiscoverAttempts=20&gossipTimeout=1";
  return {
    url: `esdb://${hosts}?${options}`,
    log,
    node: nodes[0]!,
    nodes,
    elect,
    stop: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}
