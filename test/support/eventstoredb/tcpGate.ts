import { once } from "node:events";
import type { AddressInfo, Server, Socket } from "node:net";
import { connect, createServer } from "node:net";

/**
 * A door between client and server, for what happens to a machine rather than to a program: it can be slammed (kill
 * -9), frozen (a stopped process: the kernel takes connections and bytes, nobody answers) and opened again, always on
 * the same port.
 */
export class TcpGate {
  private listener: Server | undefined;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isFrozen = false;
  port = 0;

  constructor(private readonly upstreamPort: number) {}

  async open(): Promise<void> {
    if (this.listener !== undefined) return;
    const listener = createServer((client) => this.join(client));
    listener.listen(this.port, "127.0.0.1");
    await once(listener, "listening");
    this.listener = listener;
    this.port = (listener.address() as AddressInfo).port;
  }

  /** Every connection is reset, and no new one taken. */
  async slam(): Promise<void> {
    const { listener } = this;
    this.listener = undefined;
    this.isFrozen = false;
    this.cut();
    if (listener === undefined) return;
    listener.close();
    await once(listener, "close");
  }

  /** Every connection is reset; new ones are taken. */
  cut(): void {
    for (const [client, upstream] of this.pairs) {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
  }

  freeze(): void {
    this.isFrozen = true;
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
  }

  private join(client: Socket): void {
    const upstream = connect(this.upstreamPort, "127.0.0.1");
    const pair = [client, upstream] as const;
    this.pairs.add(pair);
    const part = (): void => {
      this.pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const [from, to] of [pair, [upstream, client] as const]) {
      from.setNoDelay(true);
      from.on("data", (chunk) => void to.write(chunk));
      from.on("error", part);
      from.on("close", part);
      if (this.isFrozen) from.pause();
    }
  }
}
