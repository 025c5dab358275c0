import { localDateOf } from "../../domain/kernel/time.js";
import { type Entry, entriesSince, PERIOD, REPORT_MOMENT, sumOf, type VisitFigures } from "./figures.js";

/** What the demo says about its figure, in lines for a terminal. */
export function figureLines(then: VisitFigures, now: VisitFigures): string[] {
  const since = entriesSince(then, now);
  return [
    "",
    `Visits of reporters (lượt phóng viên đến tác nghiệp) from ${PERIOD.from} to ${PERIOD.to}`,
    `  as of the end of 18 November 2019:  ${shown(then)}`,
    `  as of today:                        ${shown(now)}`,
    "",
    `The ${then.visits} are the sum of ${then.entries.length} entries, corrections among them. What was recorded since:`,
    ...since.map((entry) => `  ${entryLine(entry)}`),
    `  ${signed(sumOf(since))} in all: ${then.visits} ${sumOf(since) < 0 ? "−" : "+"} ${Math.abs(sumOf(since))} = ${now.visits}`,
  ];
}

const shown = ({ visits, reporterTurns, hostTurns, distinctReporters }: VisitFigures): string =>
  `${visits} visits (${reporterTurns} reporter turns, ${hostTurns} host turns, ${distinctReporters} reporters)`;

function entryLine({ amount, cause, occurredOn, event, unit, visit }: Entry): string {
  const recordedOn = localDateOf(new Date(event.recordedAt).toISOString());
  const what = `${unit?.name ?? "?"}, visit of ${occurredOn}: ${visit?.subject ?? "?"}`;
  return `${signed(amount)} ${cause}, recorded ${recordedOn} · ${what} · ${event.reason ?? event.type}`;
}

const signed = (amount: number): string => (amount < 0 ? `−${-amount}` : `+${amount}`);

/** Where to look next. The explorer brings a token along when it is opened on this machine. */
export function whereToLook(url: string): string[] {
  return [
    "",
    `Explorer: ${url}/    GraphQL: ${url}/graphql`,
    "Paste this into the explorer to open the figure down to its events; leave `asOf` out for today:",
    "",
    "  query Visits {",
    `    visitFigures(period: { from: "${PERIOD.from}", to: "${PERIOD.to}" }, asOf: { time: "${REPORT_MOMENT}" }) {`,
    "      rows {",
    "        visits {",
    "          value",
    "          evidence(first: 100) {",
    "            nodes { amount cause occurredOn unit { name } visit { subject } event { type recordedAt reason } }",
    "          }",
    "        }",
    "      }",
    "    }",
    "  }",
    "",
    "Stop with Ctrl-C. The ledger of this demo is then removed.",
    "",
  ];
}
