import { WebSocket } from "ws";

export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** A client that speaks graphql-transport-ws by hand, so that a test can also speak it wrongly. */
export class SocketClient {
  readonly messages: Message[] = [];
  readonly closed: Promise<Closing>;
  private readonly waiting: (() => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on("message", (data) => {
      this.messages.push(JSON.parse(String(data)) as Message);
      this.waiting.splice(0).forEach((wake) => wake());
    });
    this.closed = new Promise((resolve) => {
      socket.on("close", (code, reason) => {
        resolve({ code, reason: String(reason) });
        this.waiting.splice(0).forEach((wake) => wake());
      });
    });
    socket.on("error", () => undefined);
  }

  static async open(endpoint: string, headers: Readonly<Record<string, string>> = {}): Promise<SocketClient> {
    const socket = new WebSocket(endpoint.replace("http", "ws"), "graphql-transport-ws", { headers });
    await new Promise((resolve, reject) => {
      socket.on("open", resolve);
      socket.on("unexpected-response", (_request, { statusCode }) => reject(new Error(`refused with ${statusCode}`)));
      socket.on("error", reject);
    });
    return new SocketClient(socket);
  }

  /** Opened and acknowledged. */
  static async ready(endpoint: string, params?: object): Promise<SocketClient> {
    const client = await SocketClient.open(endpoint);
    client.send({ type: "connection_init", ...(params ? { payload: params } : {}) });
    await client.next("connection_ack");
    return client;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: object): void {
    this.send({ id, type: "subscribe", payload: { query, variables } });
  }

  /** The first message of the type (and for the id), waiting for it if need be; throws if the socket closes before. */
  async next(type: string, id?: string): Promise<Message> {
    for (;;) {
      const found = this.messages.findIndex((one) => one.type === type && (id === undefined || one.id === id));
      if (found >= 0) return this.messages.splice(found, 1)[0]!;
      if (this.socket.readyState >= WebSocket.CLOSING) {
        const { code, reason } = await this.closed;
        throw new Error(`The socket was closed with ${code} ${reason} before ${type} came.`);
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** The first message for the id, of whatever type. */
  async first(id: string): Promise<Message> {
    for (;;) {
      const found = this.messages.find((one) => one.id === id);
      if (found) return found;
      if (this.socket.readyState >= WebSocket.CLOSING)
        throw new Error(`The socket was closed before ${id} was answered.`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** What has come for the id is of no more interest. */
  forget(id: string): void {
    const kept = this.messages.filter((message) => message.id !== id);
    this.messages.splice(0, this.messages.length, ...kept);
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
