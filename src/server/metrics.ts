import type { FastifyInstance } from "fastify";
import type { ClockState } from "../commands/ledgerClock.js";
import type { Ledger, LogHealth } from "../ledger.js";
import type { ReadingThreads } from "./reading/readingThreads.js";
import type { ProjectionState } from "../projections/readModel/projectorHost.js";
import { unknownIn } from "./health.js";
import type { WaitingRoom } from "./waitingRoom.js";

export const METRICS_PATH = "/metrics";

/** A log that does not answer must not hold up the scrape that is to tell so. */
const HEAD_PATIENCE_MS = 1_000;

export interface Measured {
  readonly ledger: Pick<Ledger, "log" | "logHealth" | "reads" | "appends" | "clock">;
  readonly sockets: Room & { readonly open: number; readonly subscriptions: number };
  readonly streams: { readonly running: number };
  readonly threads: { readonly counts: ReadingThreads["counts"] } | undefined;
  readonly quiet: Room;
}

type Room = Pick<WaitingRoom, "waiting" | "sentAway">;

/** `GET /metrics` in Prometheus' text format: states, positions and sizes. Nothing of anybody, and nothing that was asked. */
export function addMetrics(app: FastifyInstance, measured: Measured): void {
  app.get(METRICS_PATH, { exposeHeadRoute: true }, async (_request, reply) => {
    const families = [...ledgerFamilies(measured, await headOf(measured.ledger.log)), ...processFamilies()];
    return reply.type("text/plain; version=0.0.4; charset=utf-8").send(families.join(""));
  });
}

/** Each state has a line, so that a state that was never seen is a zero and not a gap. */
const LOG_STATES: Readonly<Record<LogHealth["state"], true>> = {
  ok: true,
  unreachable: true,
  refusing: true,
  failed: true,
};
const CLOCK_STATES: Readonly<Record<ClockState, true>> = { ok: true, stepped: true, "behind-log": true };
const READ_MODEL_STATES: Readonly<Record<ProjectionState, true>> = {
  "catching-up": true,
  live: true,
  "log-unreachable": true,
  failed: true,
};

function ledgerFamilies({ ledger, sockets, streams, quiet, threads }: Measured, head: number | undefined): string[] {
  const { reads, appends, logHealth } = ledger;
  const clock = ledger.clock.health;
  const stateOf = (states: object, now: string): Sample[] =>
    Object.keys(states).map((state) => [{ state }, state === now ? 1 : 0]);
  return [
    gauge("ledger_log_state", "1 for the state that the log is in.", stateOf(LOG_STATES, logHealth().state)),
    gauge("ledger_clock_state", "1 for the state that this node's clock is in.", stateOf(CLOCK_STATES, clock.state)),
    gauge(
      "ledger_clock_off_seconds",
      "By how much the clock reads later (below zero: earlier) than it should.",
      clock.offMs / 1_000,
    ),
    gauge(
      "ledger_read_model_state",
      "1 for the state that this node's read model is in.",
      stateOf(READ_MODEL_STATES, reads.state),
    ),
    gauge("ledger_read_model_serving", "1 once the read model has been live since the start.", Number(reads.isServing)),
    gauge("ledger_read_model_position", "The position up to which this node has read the log.", reads.position),
    gauge(
      "ledger_unknown_events",
      "Events of types that this program does not know.",
      unknownIn(reads).reduce((sum, { events }) => sum + events, 0),
    ),
    // Absent, not zero, while the log does not answer: zero would look like an empty log.
    ...(head === undefined ? [] : [gauge("ledger_log_position", "The position of the log's last event.", head)]),
    counter(
      "ledger_appends_total",
      "Appends since the start, by how they ended.",
      Object.entries(appends()).map(([outcome, count]) => [{ outcome }, count]),
    ),
    ...(threads ? threadFamilies(threads.counts) : []),
    gauge("ledger_open_sockets", "WebSocket connections now open.", sockets.open),
    gauge("ledger_new_sockets", "WebSocket connections that have not said yet who is there.", sockets.waiting),
    counter("ledger_sent_away_total", "Connections that said nothing and had to make room for others.", [
      [{ kind: "socket" }, sockets.sentAway],
      [{ kind: "http" }, quiet.sentAway],
    ]),
    gauge("ledger_open_streams", "Event streams now open.", streams.running),
    gauge("ledger_subscriptions", "Subscriptions now running.", sockets.subscriptions + streams.running),
  ];
}

const threadFamilies = ({ waiting, working, lost }: ReadingThreads["counts"]): string[] => [
  gauge("ledger_questions_waiting", "Questions that wait for a thread to answer them.", waiting),
  gauge("ledger_questions_running", "Questions that threads now work on.", working),
  counter("ledger_reading_threads_lost_total", "Threads that answer questions and had to be started again.", lost),
];

function processFamilies(): string[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    counter("process_cpu_seconds_total", "CPU time since the start.", (user + system) / 1e6),
    gauge("process_resident_memory_bytes", "Memory that the process holds.", rss),
    gauge("process_uptime_seconds", "Time since the start.", process.uptime()),
    gauge("nodejs_heap_used_bytes", "JavaScript's heap, in use.", heapUsed),
    gauge("nodejs_heap_total_bytes", "JavaScript's heap, in all.", heapTotal),
    gauge("nodejs_external_memory_bytes", "Memory outside the heap that JavaScript holds.", external),
  ];
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

const gauge = (name: string, help: string, value: number | readonly Sample[]): string =>
  family("gauge", name, help, value);
const counter = (name: string, help: string, value: number | readonly Sample[]): string =>
  family("counter", name, help, value);

function family(type: "gauge" | "counter", name: string, help: string, value: number | readonly Sample[]): string {
  const samples: readonly Sample[] = typeof value === "number" ? [[{}, value]] : value;
  const lines = samples.map(([labels, number]) => `${name}${labelText(labels)} ${number}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join("")}`;
}

/** Every label value is a word of ours, so none needs escaping. */
function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/** Undefined when the log does not answer in time. */
async function headOf(log: Pick<Ledger["log"], "head">): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, HEAD_PATIENCE_MS, undefined);
  });
  try {
    return await Promise.race([log.head(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
