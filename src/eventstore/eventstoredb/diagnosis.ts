import { readFileSync } from "node:fs";
import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import grpc from "@grpc/grpc-js";
import { parseConnectionString } from "@eventstore/db-client/dist/Client/parseConnectionString.js";
import gossip from "@eventstore/db-client/generated/gossip_pb.js";
import gossipGrpc from "@eventstore/db-client/generated/gossip_grpc_pb.js";
import shared from "@eventstore/db-client/generated/shared_pb.js";
import { explanationOf } from "./faults.js";

/** A node that lives says what it knows of the others well within this. */
const PATIENCE_MS = 2_000;

type Server = ReturnType<typeof parseConnectionString>;

/** What one node of the URL does when it is called by itself. */
type Finding =
  | { readonly address: string; readonly problem: string }
  /** @param leader the node that it holds for the leader */
  | { readonly address: string; readonly leader: string | undefined };

/**
 * Looks for what stands between this program and the server, and says it in one line for the operator. The client
 * itself keeps the cause to itself: whatever is wrong, it "failed to discover" a node, or there was no answer in time.
 * Undefined when each node answers and names a leader.
 */
export async function diagnose(url: string): Promise<string | undefined> {
  const server = parseConnectionString(url);
  const findings = await Promise.all(server.hosts.map((host) => look(server, host)));
  const problems = new Map<string, string[]>();
  const leaders = new Set<string>();
  let answering = 0;
  for (const finding of findings) {
    if ("problem" in finding) {
      problems.set(finding.problem, [...(problems.get(finding.problem) ?? []), finding.address]);
    } else {
      answering += 1;
      if (finding.leader !== undefined) leaders.add(finding.leader);
    }
  }
  const said = [...problems].map(([problem, addresses]) => `${addresses.join(", ")}: ${problem}`);
  if (answering > 0 && leaders.size === 0) said.push("the nodes that answer have no leader");
  const lost = findings.find((finding) => "problem" in finding && leaders.has(finding.address));
  if (lost !== undefined) said.push(`the others still hold ${lost.address} for the leader`);
  return said.length === 0 ? undefined : `${said.join("; ")}.`;
}

async function look(server: Server, { address: host, port }: Server["hosts"][number]): Promise<Finding> {
  const address = `${host}:${port}`;
  try {
    await reach(server, host, port);
    return { address, leader: await leaderSeenBy(server, address) };
  } catch (error) {
    return { address, problem: problemOf(error) };
  }
}

/** A connection of our own, as its errors have codes; those of gRPC have words only. */
function reach({ tls = true, tlsCAFile }: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const ca = tls && tlsCAFile !== undefined ? { ca: readFileSync(tlsCAFile) } : {};
    const socket: Socket = tls
      ? connectTls({ host, port, ...(isIP(host) === 0 && { servername: host }), ALPNProtocols: ["h2"], ...ca })
      : connectPlain({ host, port });
    let isConnected = false;
    socket.once("connect", () => (isConnected = true));
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      socket.destroy();
      finish();
    };
    const timer = setTimeout(() => end(() => reject(new Silent(isConnected))), PATIENCE_MS);
    socket.once(tls ? "secureConnect" : "connect", () => end(resolve));
    socket.on("error", (error) => end(() => reject(error)));
    socket.once("close", () => end(() => reject(new Cut())));
  });
}

async function leaderSeenBy(server: Server, address: string): Promise<string | undefined> {
  const { tls = true, tlsCAFile, defaultCredentials } = server;
  const roots = tls && tlsCAFile !== undefined ? readFileSync(tlsCAFile) : undefined;
  const credentials = tls ? grpc.credentials.createSsl(roots) : grpc.credentials.createInsecure();
  const client = new gossipGrpc.GossipClient(address, credentials);
  const metadata = new grpc.Metadata();
  if (tls && defaultCredentials !== undefined) {
    const { username, password } = defaultCredentials;
    metadata.add("authorization", `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`);
  }
  try {
    const members = await new Promise<readonly gossip.MemberInfo[]>((resolve, reject) => {
      const deadline = Date.now() + PATIENCE_MS;
      client.read(new shared.Empty(), metadata, { deadline }, (error, answer) => {
        if (error !== null) reject(error);
        else resolve(answer.getMembersList());
      });
    });
    const { LEADER } = gossip.MemberInfo.VNodeState;
    const end = members.find((one) => one.getIsAlive() && one.getState() === LEADER)?.getHttpEndPoint();
    return end && `${end.getAddress()}:${end.getPort()}`;
  } finally {
    client.close();
  }
}

/** Nothing came in time. */
class Silent extends Error {
  constructor(readonly isConnected: boolean) {
    super();
  }
}

/** The other side ended the connection without a word. */
class Cut extends Error {}

const HANGS = "it takes connections but does not answer; the process hangs, or is overloaded";

const UNKNOWN_AUTHORITY =
  "the certificate is of an authority that is not known here; name the authority's file as tlsCAFile in EVENTSTORE_URL, or in NODE_EXTRA_CA_CERTS";

const INSECURE = "it does not speak TLS; a server in insecure mode wants tls=false in EVENTSTORE_URL";

const ENDS =
  "it ends each connection; a server with TLS wants tls=true in EVENTSTORE_URL, one that starts or stops takes some seconds";

/** Node's and OpenSSL's codes, in words. */
const PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there; the server is not started",
  ENOTFOUND: "the name is not known",
  EAI_AGAIN: "the name cannot be looked up now",
  EHOSTUNREACH: "there is no way to this machine",
  ENETUNREACH: "there is no way to this machine",
  ENOENT: "the file named by tlsCAFile is not there",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  CERT_SIGNATURE_FAILURE: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: "the certificate has ended",
  CERT_NOT_YET_VALID: "the certificate is not valid yet, by the clock of this machine",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for other names than the one in EVENTSTORE_URL",
  ERR_SSL_WRONG_VERSION_NUMBER: INSECURE,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: INSECURE,
};

function problemOf(thrown: unknown): string {
  if (thrown instanceof Silent)
    return thrown.isConnected ? HANGS : "no connection came about; something in between drops it";
  if (thrown instanceof Cut) return ENDS;
  const { code, message } = thrown as { readonly code?: unknown; readonly message: string };
  if (code === grpc.status.DEADLINE_EXCEEDED) return HANGS;
  // It was reached a moment ago.
  if (code === grpc.status.UNAVAILABLE || code === "ECONNRESET") return ENDS;
  return (typeof code === "string" ? PROBLEMS[code] : undefined) ?? explanationOf(code) ?? message;
}
