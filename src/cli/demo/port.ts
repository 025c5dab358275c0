import { createServer } from "node:net";

export const HOST = "127.0.0.1";
export const DEFAULT_PORT = 4000;

/** @throws with what the user can do, when nothing can listen there. */
export function requireFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(new Error(whyNoPort(error) ?? error.message, { cause: error })));
    probe.listen({ host: HOST, port }, () => probe.close(() => resolve()));
  });
}

/** What the user can do about the port; undefined: it is not the port's fault. */
export function whyNoPort(error: unknown): string | undefined {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program; choose another one: npm run demo -- --port ${(port ?? DEFAULT_PORT) + 1}`;
  }
  return code === "EACCES" ? `Port ${port} may not be used by this account; choose one above 1023.` : undefined;
}
