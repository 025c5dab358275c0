import { type IncomingMessage, request } from "node:http";

export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: Record<string, unknown> | undefined;
}

/** A client that reads server-sent events by hand, so that a test can also stop reading. */
export class StreamClient {
  private text = "";
  private ended = false;
  private readonly waiting: (() => void)[] = [];

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      this.text += chunk;
      this.wake();
    });
    for (const end of ["end", "close", "error"]) {
      response.on(end, () => {
        this.ended = true;
        this.wake();
      });
    }
  }

  static async open(
    url: string,
    query: string,
    { token, variables, headers = {} }: { token?: string; variables?: object; headers?: Record<string, string> } = {},
  ): Promise<StreamClient> {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const sent = request(`${url}/graphql/stream`, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json", ...authorization, ...headers },
    });
    sent.end(JSON.stringify({ query, variables }));
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      sent.on("response", resolve);
      sent.on("error", reject);
    });
    return new StreamClient(response);
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  /** The next event; undefined once the stream has ended. */
  async next(): Promise<StreamEvent | undefined> {
    for (;;) {
      const end = this.text.indexOf("\n\n");
      if (end >= 0) {
        const block = this.text.slice(0, end);
        this.text = this.text.slice(end + 2);
        return eventOf(block);
      }
      if (this.ended) return undefined;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** All that is still to come, and the end. */
  async rest(): Promise<StreamEvent[]> {
    const events: StreamEvent[] = [];
    for (let event = await this.next(); event; event = await this.next()) events.push(event);
    return events;
  }

  /** The whole answer, where it is no stream. */
  async json(): Promise<{ errors: { message: string; extensions: { code: string } }[] }> {
    while (!this.ended) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return JSON.parse(this.text) as { errors: { message: string; extensions: { code: string } }[] };
  }

  leave(): void {
    this.response.destroy();
  }

  private wake(): void {
    this.waiting.splice(0).forEach((wake) => wake());
  }
}

function eventOf(block: string): StreamEvent {
  const lines = block
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]);
  const { event = "message", id, data } = Object.fromEntries(lines) as Record<string, string | undefined>;
  return { event, id, data: data ? (JSON.parse(data) as Record<string, unknown>) : undefined };
}
