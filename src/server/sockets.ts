import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyBaseLogger } from "fastify";
import { handleProtocols, type Server as ProtocolServer } from "graphql-ws";
import { WebSocket, WebSocketServer } from "ws";
import type { Config } from "../config.js";
import type { Callers } from "./callers.js";
import { atExpiry } from "./expiry.js";
import { originAllowed } from "./origins.js";
import { GRAPHQL_PATH } from "./paths.js";
import { rawAnswer } from "./refusals.js";
import { FORBIDDEN, type Session, TRY_LATER } from "./subscriptions.js";
import type { Turn } from "./turn.js";
import { WaitingRoom } from "./waitingRoom.js";

const GOING_AWAY = 1001;
const INTERNAL_ERROR = 1011;
/** How long a peer may take over the closing handshake before its connection is cut. */
const CLOSE_PATIENCE_MS = 2_000;

/** The WebSocket side of the server: who may open a socket, how many, and when one is closed. */
export class Sockets {
  private readonly wss: WebSocketServer;
  private readonly sessions = new Set<Session>();
  /** Sockets that have not said yet who is there. */
  private readonly newcomers: WaitingRoom;

  constructor(
    private readonly config: Config,
    private readonly protocol: ProtocolServer<{ session: Session }>,
    private readonly callers: Callers,
    private readonly turn: Turn,
    private readonly log: FastifyBaseLogger,
  ) {
    const { maxSocketMessageBytes: maxPayload, maxNewSockets } = config.limits;
    // Whoever does not take leave is cut: a socket that we have closed must not keep its place by saying nothing.
    const terms = { maxPayload, handleProtocols, closeTimeout: CLOSE_PATIENCE_MS };
    this.wss = new WebSocketServer({ noServer: true, clientTracking: true, ...terms });
    this.newcomers = new WaitingRoom(maxNewSockets);
  }

  /** Connections open now. */
  get open(): number {
    return this.wss.clients.size;
  }

  /** Those of them that have not said yet who is there. */
  get waiting(): number {
    return this.newcomers.waiting;
  }

  /** How many of those had to go, since the start, to make room for others. */
  get sentAway(): number {
    return this.newcomers.sentAway;
  }

  /** Subscriptions running now, on all of them. */
  get subscriptions(): number {
    return [...this.sessions].reduce((sum, { subscriptions = {} }) => sum + Object.keys(subscriptions).length, 0);
  }

  attach(server: HttpServer): void {
    server.on("upgrade", (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** Tells every client that the server goes away, and cuts those that do not take their leave. */
  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.wss.close(resolve));
    for (const socket of this.wss.clients) socket.close(GOING_AWAY, "Going away");
    await gone;
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    const refuse = (status: string, message: string): void => {
      socket.end(rawAnswer(status, JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] })));
    };
    if (request.url?.split("?", 1)[0] !== GRAPHQL_PATH) return refuse("404 Not Found", "There is nothing here.");
    if (!originAllowed(request.headers, this.config))
      return refuse("403 Forbidden", "Pages of this origin may not connect.");
    if (this.callers.areTooMany) return refuse("503 Service Unavailable", "Too many connections; try again later.");
    this.wss.handleUpgrade(request, socket, head, (opened) => {
      this.serve(opened, request.socket.remoteAddress ?? "");
    });
  }

  private serve(socket: WebSocket, address: string): void {
    const openedAt = Date.now();
    const known = this.newcomers.enter(address, () => socket.terminate());
    const leave: (() => void)[] = [keepAlive(socket, this.config.limits.socketPingMs), known];
    const session: Session = {
      address,
      admit: (principal, expiresAt) => {
        // It may have gone, or been sent away, while its token was looked at; it would never say that it leaves.
        if (socket.readyState !== WebSocket.OPEN) return true;
        const entered = this.callers.enter(principal);
        if (!entered) {
          socket.close(TRY_LATER, "Too many connections");
          return true;
        }
        known();
        leave.push(
          entered,
          atExpiry(expiresAt, () => socket.close(FORBIDDEN, "The access token has expired")),
        );
        return true;
      },
      close: (code, reason) => socket.close(code, reason),
    };
    this.sessions.add(session);
    leave.push(() => void this.sessions.delete(session));
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => this.send(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) => {
          socket.on("message", (data) => {
            receive(String(data)).catch((error: unknown) => this.failed(socket, error));
          });
        },
      },
      { session },
    );
    // What a peer does wrong (a message too long, say) ends its socket with the right code; there is no more to do.
    socket.on("error", () => undefined);
    socket.once("close", (code, reason) => {
      leave.forEach((step) => step());
      this.log.info({ socket: "closed", code, durationMs: Date.now() - openedAt }, "socket");
      closed(code, String(reason)).catch((error: unknown) => this.failed(socket, error));
    });
  }

  /**
   * Resolves once the message is on its way: a subscription is not asked for more before. In a long catch-up every
   * read and every write ends at once, and the event loop would not turn until it is over; so it is made to.
   */
  private send(socket: WebSocket, text: string): Promise<void> {
    if (socket.bufferedAmount > this.config.limits.maxSocketBacklogBytes) socket.terminate();
    return new Promise((resolve) => {
      const done = (): void => void (this.turn.isLong() ? setImmediate(resolve) : resolve());
      // A closed socket takes everything at once: whoever still sends has to wait for the turn that stops it.
      if (socket.readyState === WebSocket.OPEN) socket.send(text, done);
      else setImmediate(resolve);
    });
  }

  private failed(socket: WebSocket, error: unknown): void {
    this.log.error({ error: error instanceof Error ? error.stack : String(error) }, "socket failed");
    socket.close(INTERNAL_ERROR, "Internal error");
  }
}

/** Pings, and cuts a peer that has not answered by the next ping: one that stopped reading cannot answer. */
function keepAlive(socket: WebSocket, everyMs: number): () => void {
  let answered = true;
  socket.on("pong", () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, everyMs);
  return () => clearInterval(timer);
}
