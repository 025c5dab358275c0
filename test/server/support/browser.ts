import { type Answer, answerOf, type AskOptions } from "./servers.js";

interface Kept {
  readonly value: string;
  readonly attributes: readonly string[];
}

/** As much of a browser as a login needs: it keeps cookies by host, and follows redirects one by one. */
export class Browser {
  /** By host and name. */
  private readonly cookies = new Map<string, Kept>();

  /** @param hosts at which address each origin is really served */
  constructor(private readonly hosts: Readonly<Record<string, string>> = {}) {}

  /** One request, with the cookies of its host. Redirects are not followed. */
  async send(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin, host, pathname, search } = new URL(address);
    const headers = new Headers(init.headers);
    const cookies = this.cookieHeader(host);
    if (cookies !== "") headers.set("cookie", cookies);
    const response = await fetch(`${this.hosts[origin] ?? origin}${pathname}${search}`, {
      redirect: "manual",
      ...init,
      headers,
    });
    for (const line of response.headers.getSetCookie()) this.take(host, line);
    return response;
  }

  /** Follows redirects to where they end, or to an address that begins with `until`. */
  async go(address: string, until?: string): Promise<{ readonly address: string; readonly response: Response }> {
    let response = await this.send(address);
    for (let at = address, hops = 0; ; hops++) {
      const location = response.headers.get("location");
      if (response.status < 300 || response.status > 399 || location === null) return { address: at, response };
      if (hops > 20) throw new Error("It goes round in circles.");
      await response.arrayBuffer();
      at = new URL(location, at).href;
      if (until !== undefined && at.startsWith(until)) return { address: at, response };
      response = await this.send(at);
    }
  }

  /** Asks GraphQL as the page's script does. */
  async ask(origin: string, query: string, { variables, headers = {} }: AskOptions = {}): Promise<Answer> {
    const given = { accept: "application/graphql-response+json", "content-type": "application/json" };
    const init = {
      method: "POST",
      headers: { ...given, "x-ledger-page": "1", ...headers },
      body: JSON.stringify({ query, variables }),
    };
    return answerOf(await this.send(`${origin}/graphql`, init));
  }

  cookieHeader(host: string): string {
    const mine = [...this.cookies].filter(([key]) => key.startsWith(`${host} `));
    return mine.map(([key, { value }]) => `${key.slice(host.length + 1)}=${value}`).join("; ");
  }

  /** By its whole name. */
  cookie(host: string, name: string): Kept | undefined {
    return this.cookies.get(`${host} ${name}`);
  }

  put(host: string, name: string, value: string): void {
    this.cookies.set(`${host} ${name}`, { value, attributes: [] });
  }

  private take(host: string, line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    const gone = value === "" || attributes.includes("Max-Age=0");
    if (gone) this.cookies.delete(`${host} ${name}`);
    else this.cookies.set(`${host} ${name}`, { value, attributes });
  }
}
