import grpc from "@grpc/grpc-js";
import features from "@eventstore/db-client/generated/serverfeatures_pb.js";
import featuresGrpc from "@eventstore/db-client/generated/serverfeatures_grpc_pb.js";
import gossip from "@eventstore/db-client/generated/gossip_pb.js";
import gossipGrpc from "@eventstore/db-client/generated/gossip_grpc_pb.js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import streamsGrpc from "@eventstore/db-client/generated/streams_grpc_pb.js";
import shared from "@eventstore/db-client/generated/shared_pb.js";
import type { Empty } from "@eventstore/db-client/generated/shared_pb.js";
import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from "@eventstore/db-client/generated/streams_pb.js";
import { append, batchAppend } from "./appendService.js";
import { FaultSwitches } from "./faultSwitches.js";
import type { MemoryLog, StoredEvent } from "./memoryLog.js";
import { read } from "./readService.js";
import { TcpGate } from "./tcpGate.js";
import { callError, nameOf } from "./wire.js";

export type Role = "leader" | "follower" | "without-leader";

const DYING_MS = 10;

type SubscriptionEnd = (code: number, details: string) => void;

/** As on a 24.6 server, which lists them in lower case. */
const STREAMS_SERVICE = "event_store.client.streams.streams";
const STATES = { leader: 8, follower: 6, "without-leader": 0 } as const;

/** One node of the double: a real gRPC server behind a gate, on a log that outlives it. */
export class DoubleNode {
  readonly faults = new FaultSwitches();
  role: Role = "leader";
  /** All nodes of the cluster, this one included, in the order of the gossip. */
  peers: readonly DoubleNode[] = [this];
  private readonly subscriptionEnds = new Set<SubscriptionEnd>();

  private constructor(
    readonly log: MemoryLog,
    private readonly server: grpc.Server,
    readonly gate: TcpGate,
    private readonly batches: boolean,
  ) {}

  /** @param batches false: a server from before the batch call, so that the client takes the single one */
  static async start(log: MemoryLog, { batches = true } = {}): Promise<DoubleNode> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": 4 * 1_048_576 });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    const gate = new TcpGate(port);
    await gate.open();
    const node = new DoubleNode(log, server, gate, batches);
    node.register();
    return node;
  }

  get address(): string {
    return `127.0.0.1:${this.gate.port}`;
  }

  /** What has reached this node. */
  visible(events: readonly StoredEvent[]): readonly StoredEvent[] {
    const { lagsAt } = this.faults;
    if (lagsAt === undefined) return events;
    const limit = this.log.events[lagsAt - 1]?.position ?? 0;
    return events.filter((event) => event.position <= limit);
  }

  /** Why the call gets no answer of substance. @param serving also when the node is not ready for anything */
  refusalOf(
    headers: grpc.Metadata,
    { serving }: { readonly serving: boolean },
  ): Partial<grpc.StatusObject> | undefined {
    if (serving && this.faults.notReady) return callError(14, "Server Is Not Ready");
    if (this.role === "leader" || headers.get("requires-leader")[0] !== "true") return undefined;
    const leader = this.peers.find((peer) => peer.role === "leader");
    if (leader === undefined) return callError(2, "No leader info available in response");
    const [host = "", port = ""] = leader.address.split(":");
    const trailers = { exception: "not-leader", "leader-endpoint-host": host, "leader-endpoint-port": port };
    return callError(5, "Leader info available", trailers);
  }

  /** Ends all subscriptions, as a node does that stops. */
  endSubscriptions(code: number, details: string): void {
    for (const end of [...this.subscriptionEnds]) end(code, details);
  }

  onSubscriptionsEnd(listener: SubscriptionEnd): () => void {
    this.subscriptionEnds.add(listener);
    return () => void this.subscriptionEnds.delete(listener);
  }

  /** A write that the node did not survive: the connection goes, not the call alone. */
  cutBecauseOfAppend(call: { destroy(error?: Error): unknown }): void {
    this.gate.cut();
    call.destroy();
  }

  /** The process ends, a moment after what it is answering now. */
  die(): void {
    setTimeout(() => void this.gate.slam(), DYING_MS);
  }

  async stop(): Promise<void> {
    await this.gate.slam();
    this.server.forceShutdown();
  }

  private register(): void {
    this.server.addService(streamsGrpc.StreamsService as grpc.ServiceDefinition, {
      read: (call: Parameters<typeof read>[1]) => read(this, call),
      batchAppend: (call: Parameters<typeof batchAppend>[1]) => batchAppend(this, call),
      append: (call: Parameters<typeof append>[1], callback: Parameters<typeof append>[2]) =>
        append(this, call, callback),
      delete: ({ request }: { request: DeleteReq }, callback: grpc.sendUnaryData<DeleteResp>) => {
        this.log.softDelete(nameOf(request.getOptions()?.getStreamIdentifier()));
        callback(null, new streams.DeleteResp().setNoPosition(new shared.Empty()));
      },
      tombstone: ({ request }: { request: TombstoneReq }, callback: grpc.sendUnaryData<TombstoneResp>) => {
        this.log.tombstone(nameOf(request.getOptions()?.getStreamIdentifier()));
        callback(null, new streams.TombstoneResp().setNoPosition(new shared.Empty()));
      },
    });
    this.server.addService(featuresGrpc.ServerFeaturesService as grpc.ServiceDefinition, {
      getSupportedMethods: (_: unknown, callback: grpc.sendUnaryData<Packed>) => callback(null, this.methods()),
    });
    this.server.addService(gossipGrpc.GossipService as grpc.ServiceDefinition, {
      read: (_: grpc.ServerUnaryCall<Empty, unknown>, callback: grpc.sendUnaryData<unknown>) =>
        callback(null, this.cluster()),
    });
  }

  private methods(): Packed {
    const names = this.batches ? ["append", "read", "batchappend"] : ["append", "read"];
    const methods = names.map((name) =>
      new features.SupportedMethod().setMethodName(name).setServiceName(STREAMS_SERVICE),
    );
    return new features.SupportedMethods().setEventStoreServerVersion("24.6.0").setMethodsList(methods);
  }

  private cluster() {
    const members = this.peers.map((peer) => {
      const endPoint = new gossip.EndPoint().setAddress("127.0.0.1").setPort(peer.gate.port);
      const member = new gossip.MemberInfo().setState(STATES[peer.role]).setIsAlive(true).setTimeStamp("0");
      return member.setHttpEndPoint(endPoint).setInstanceId(new shared.UUID().setString(crypto.randomUUID()));
    });
    return new gossip.ClusterInfo().setMembersList(members);
  }
}

type Packed = InstanceType<typeof features.SupportedMethods>;
