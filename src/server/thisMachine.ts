import type { FastifyRequest } from "fastify";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const LOCAL_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
const PROXY_HEADER = /^(?:forwarded|via|x-real-ip|x-forwarded-.*|cf-.*)$/;

/**
 * The browser runs on this machine, and means this machine: a foreign page that got its own name to point here
 * (DNS rebinding) shows that name as the host, and a proxy that passes strangers on shows itself.
 */
export function fromThisMachine({ socket, headers }: Pick<FastifyRequest, "socket" | "headers">): boolean {
  const name = (headers.host ?? "").replace(/:\d+$/, "");
  return (
    LOOPBACK.has(socket.remoteAddress ?? "") &&
    LOCAL_NAMES.has(name) &&
    !Object.keys(headers).some((header) => PROXY_HEADER.test(header))
  );
}
