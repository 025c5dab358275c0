import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * What the browser keeps, and no script can read. On https their names begin with `__Host-`: then no other host, and
 * nothing that came in the clear, can have set them. They end with the browser, save the one of a login under way.
 */
const NAMES = { access: "ledger-access", refresh: "ledger-refresh", login: "ledger-login" } as const;
export type CookieName = keyof typeof NAMES;

const PREFIX = "__Host-";
/** Browsers drop, without a word, a cookie that with its name is longer than 4,096 bytes. */
const MAX_VALUE_CHARS = 4_000;

/** True of a text that browsers keep whole. */
export const canBeKept = (value: string): boolean => value.length <= MAX_VALUE_CHARS;

export class Cookies {
  /** @param secure the page is reached by https */
  constructor(private readonly secure: boolean) {}

  read({ headers, server }: FastifyRequest, name: CookieName): string | undefined {
    const value = headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[this.named(name)];
    return value === "" ? undefined : value;
  }

  /** By the header itself, so that it goes out with an event stream too. */
  set(reply: FastifyReply, name: CookieName, value: string, maxAgeSeconds?: number): void {
    const options = { path: "/", httpOnly: true, sameSite: "lax", secure: this.secure } as const;
    const maxAge = maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds };
    void reply.header("set-cookie", reply.server.serializeCookie(this.named(name), value, { ...options, ...maxAge }));
  }

  clear(reply: FastifyReply, ...names: readonly CookieName[]): void {
    for (const name of names) this.set(reply, name, "", 0);
  }

  private named(name: CookieName): string {
    return `${this.secure ? PREFIX : ""}${NAMES[name]}`;
  }
}
