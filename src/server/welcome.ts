import type { Config } from "../config.js";
import type { Ledger } from "../ledger.js";
import { isReady } from "./health.js";
import { EXPLORER_PATH } from "./paths.js";
import type { RunningServer } from "./server.js";

const LOOK_MS = 50;

/** That it is ready is said when `/health/ready` says so; before, that it has still to read the log. */
export function welcome(
  { mode, explorer }: Pick<Config, "mode" | "explorer">,
  { url }: Pick<RunningServer, "url">,
  ledger: Pick<Ledger, "logHealth" | "reads">,
  write: (line: string) => void,
): void {
  const explorers = explorer ? [`explorer ${url}${EXPLORER_PATH}`] : [];
  const addresses = [`the page ${url}/`, ...explorers, `GraphQL ${url}/graphql`].join(" · ");
  const ready = (): void => write(`press-ledger (${mode}) is ready: ${addresses}\n`);
  if (isReady(ledger)) return ready();
  write(`press-ledger (${mode}) is starting: it reads the log before it answers at ${url}\n`);
  const timer = setInterval(() => {
    if (!isReady(ledger)) return;
    clearInterval(timer);
    ready();
  }, LOOK_MS).unref();
}
