import { localDateOf } from "../../domain/kernel/time.js";
import {
  AFTERWARDS,
  entriesSince,
  type Entry,
  type Figure,
  type FigureName,
  PERIOD,
  REPORT_MOMENT,
  sumOf,
} from "./figures.js";

/** What the demo says about its figures, in lines for a terminal. */

/** Those of the report by its own words. */
const NAMES: Readonly<Record<FigureName, string>> = {
  reporterTurns: "Turns of reporters (lượt phóng viên đến tác nghiệp)",
  visits: "Visits in which they came (cuộc làm việc)",
  inspectionsCoordinated: "Inspections coordinated (thanh tra, kiểm tra phối hợp)",
  finesDecided: "Administrative fines, in đồng (xử phạt hành chính)",
  copiesConfiscated: "Publications confiscated, no invoices or papers (tịch thu xuất bản phẩm)",
  interestCollected: "Late interest collected, in đồng (tiền chậm nộp)",
};
const NAME_CHARS = Math.max(...Object.values(NAMES).map(({ length }) => length));
const VALUE_CHARS = 14;

/**
 * @param then the figures of the period as of the day of the report
 * @param now the same, as of today
 * @param afterwards of the time after it, as of today
 */
export function figureLines(
  then: readonly Figure[],
  now: readonly Figure[],
  afterwards: readonly Figure[],
): readonly string[] {
  const pairs = then.map((one, index) => [one, now[index] ?? one] as const);
  return [
    "",
    row(`Thanh Hóa, ${PERIOD.from} to ${PERIOD.to}, as of the end of`, "18 Nov 2019", "today"),
    ...pairs.map(([before, after]) => row(NAMES[before.name], shown(before.value), shown(after.value))),
    "",
    "Each is the sum of entries, corrections among them. What was recorded about those days since:",
    ...pairs.flatMap(([before, after]) => differenceLines(before, after)),
    "",
    `What counts for later days does not change them. Since ${AFTERWARDS.from}, as of today:`,
    ...afterwards.flatMap(laterLines),
  ];
}

function differenceLines(then: Figure, now: Figure): string[] {
  const since = entriesSince(then, now);
  const sum = sumOf(since);
  const reckoned = `${shown(then.value)} ${sum < 0n ? "−" : "+"} ${shown(sum < 0n ? -sum : sum)} = ${shown(now.value)}`;
  return [`  ${NAMES[then.name]}: ${reckoned}`, ...since.map((entry) => `    ${entryLine(entry)}`)];
}

const laterLines = (figure: Figure): string[] => [
  `  ${NAMES[figure.name]}: ${signed(figure.value)}`,
  ...figure.entries.map((entry) => `    ${entryLine(entry)}`),
];

function entryLine({ amount, cause, occurredOn, event, unit, about }: Entry): string {
  const recordedOn = localDateOf(new Date(event.recordedAt).toISOString());
  const days = recordedOn === occurredOn ? occurredOn : `${occurredOn}, recorded ${recordedOn}`;
  return `${signed(amount)} ${cause} ${days} · ${unit?.name ?? "?"}: ${about} · ${event.reason ?? event.type}`;
}

const row = (name: string, ...values: readonly string[]): string =>
  [`  ${name.padEnd(NAME_CHARS)}`, ...values.map((value) => value.padStart(VALUE_CHARS))].join(" ");

const shown = (amount: bigint): string => amount.toString().replace(/\B(?=(\d{3})+$)/g, ",");
const signed = (amount: bigint): string => (amount < 0n ? `−${shown(-amount)}` : `+${shown(amount)}`);

/** Where to look next. The explorer brings a token along when it is opened on this machine. */
export function whereToLook(url: string): readonly string[] {
  const asked = `period: { from: "${PERIOD.from}", to: "${PERIOD.to}" }, asOf: { time: "${REPORT_MOMENT}" }`;
  const entries = "nodes { amount cause occurredOn unit { name } event { type recordedAt reason }";
  return [
    "",
    `The page: ${url}/?from=${PERIOD.from}&to=${PERIOD.to}&asof=${PERIOD.to}`,
    "(it begins with these figures; choose whom you are at its top right)",
    `Explorer: ${url}/explorer    GraphQL: ${url}/graphql`,
    "Paste this into the explorer to open the figures down to their events; leave `asOf` out for today:",
    "",
    "  query Report {",
    `    visitFigures(${asked}) {`,
    `      rows { reporterTurns { value evidence(first: 100) { ${entries} record { ... on Visit { subject } } } } } }`,
    "    }",
    `    enforcementFigures(${asked}) {`,
    "      rows {",
    `        inspectionsCoordinated { value evidence(first: 100) { ${entries} record { id } } } }`,
    `        finesDecided { value evidence(first: 100) { ${entries} violationCode record { id } } } }`,
    `        copiesConfiscated { value evidence(first: 100) { ${entries} record { id } } } }`,
    "      }",
    "    }",
    "  }",
    "",
    "Stop with Ctrl-C. The ledger of this demo is then removed.",
    "",
  ];
}
