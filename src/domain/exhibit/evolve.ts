import type { LocalDate } from "../kernel/time.js";
import { paperDayOf } from "./paperDay.js";
import { statusOf } from "./quantities.js";
import type {
  Confiscation,
  ExhibitLine,
  ExhibitsSeized,
  LineCopies,
  MinutedLine,
  Seizure,
  SeizureEvent,
  SeizureState,
} from "./seizure.js";

export function evolve(state: SeizureState, event: SeizureEvent): SeizureState {
  if (event.type === "ExhibitsSeized") return seized(event);
  if (state.status === "NONE") return state;
  if (event.type === "SeizureVoided") return { ...state, status: "VOIDED" };
  const after = next(state, event);
  return { ...after, status: statusOf(after), firstStepOn: firstStep(state.firstStepOn, event) };
}

/** Corrections of the record are no steps. */
function firstStep(before: LocalDate | null, event: Step): LocalDate | null {
  const day = paperDayOf(event);
  if (day === null) return before;
  return before === null || day < before ? day : before;
}

function seized({ data }: ExhibitsSeized): Seizure {
  const { lines: minuted, place, custodian, law: _, ...rest } = data;
  const lines = minuted.map((line) => firstState(line, place, custodian));
  return { ...rest, status: "IN_CUSTODY", extensions: [], announcedOn: [], firstStepOn: null, lines };
}

const firstState = ({ copies, ...line }: MinutedLine, place: string, custodian: string): ExhibitLine => ({
  ...line,
  rootId: line.lineId,
  place,
  custodian,
  seized: copies,
  inCustody: copies,
  returned: 0,
  missing: 0,
  damaged: 0,
  surplus: 0,
  confiscations: [],
});

type Step = Exclude<SeizureEvent, { type: "ExhibitsSeized" | "SeizureVoided" }>;

function next(seizure: Seizure, event: Step): Seizure {
  const { data, type } = event;
  const on = (lines: readonly LineCopies[], change: (line: ExhibitLine, copies: number) => ExhibitLine): Seizure =>
    changed(seizure, (line) => {
      const named = lines.find((one) => one.lineId === line.lineId);
      return named ? change(line, named.copies) : line;
    });
  const disposed = (how: "destroyed" | "transferred" | "sold" | "lost"): Seizure => {
    const { sanctionId, lines } = data as { sanctionId: string; lines: readonly LineCopies[] };
    return on(lines, (line, copies) =>
      under(line, sanctionId, (one) => ({ ...one, held: one.held - copies, [how]: one[how] + copies })),
    );
  };
  switch (type) {
    case "SeizureExtended":
      return { ...seizure, dueOn: data.dueOn, extensions: [...seizure.extensions, data.extension] };
    case "UnclaimedExhibitsAnnounced":
      return { ...seizure, announcedOn: [...seizure.announcedOn, data.announcedOn] };
    case "ExhibitsCounted":
      return changed(seizure, (line) => counted(line, data));
    case "ExhibitsMoved": {
      const { lineIds, place, custodian } = data;
      return changed(seizure, (line) => (lineIds.includes(line.lineId) ? { ...line, place, custodian } : line));
    }
    case "ExhibitsUnsealed":
      return changed(seizure, (line) => (data.lineIds.includes(line.lineId) ? { ...line, sealNumber: null } : line));
    case "ExhibitsResealed":
      return changed(seizure, (line) => ({
        ...line,
        sealNumber: data.seals.find((seal) => seal.lineId === line.lineId)?.sealNumber ?? line.sealNumber,
      }));
    case "ExhibitsReturned":
      return on(data.lines, (line, copies) => ({
        ...line,
        inCustody: line.inCustody - copies,
        returned: line.returned + copies,
      }));
    case "ExhibitsConfiscated":
      return on(data.lines, (line, copies) => confiscated(line, copies, data));
    case "ExhibitDiscrepancyRecorded":
      if (data.sanctionId !== null) return disposed("lost");
      return on(data.lines, (line, copies) => discrepant(line, copies, data.kind));
    case "ExhibitsDestroyed":
      return disposed("destroyed");
    case "ExhibitsTransferred":
      return disposed("transferred");
    case "ExhibitsSold":
      return disposed("sold");
    case "ConfiscationRevoked":
      return changed(seizure, (line) => revoked(line, data));
    case "ExhibitLotSplit":
      return { ...seizure, lines: seizure.lines.flatMap((line) => split(line, data)) };
    case "ExhibitLotsMerged":
      return merged(seizure, data);
    case "InventoryCorrected":
      return corrected(seizure, data);
    default:
      return event satisfies never;
  }
}

type DataOf<T extends Step["type"]> = Extract<Step, { type: T }>["data"];

const changed = (seizure: Seizure, change: (line: ExhibitLine) => ExhibitLine): Seizure => ({
  ...seizure,
  lines: seizure.lines.map(change),
});

function discrepant(
  line: ExhibitLine,
  copies: number,
  kind: DataOf<"ExhibitDiscrepancyRecorded">["kind"],
): ExhibitLine {
  if (kind === "SURPLUS") return { ...line, inCustody: line.inCustody + copies, surplus: line.surplus + copies };
  const name = kind === "MISSING" ? "missing" : "damaged";
  return { ...line, inCustody: line.inCustody - copies, [name]: line[name] + copies };
}

function counted(line: ExhibitLine, { lines }: DataOf<"ExhibitsCounted">): ExhibitLine {
  const count = lines.find((one) => one.lineId === line.lineId);
  if (!count) return line;
  const exact = { ...line, estimated: false };
  if (count.as === "DISCREPANCY") {
    return discrepant(exact, Math.abs(count.difference), count.difference < 0 ? "MISSING" : "SURPLUS");
  }
  return { ...exact, seized: line.seized + count.difference, inCustody: count.counted };
}

/** The line with what this decision did to it changed. */
const under = (line: ExhibitLine, sanctionId: string, change: (one: Confiscation) => Confiscation): ExhibitLine => ({
  ...line,
  confiscations: line.confiscations.map((one) => (one.sanctionId === sanctionId ? change(one) : one)),
});

type NewConfiscation = Pick<Confiscation, "sanctionId" | "decisionNumber" | "confiscatedOn">;
const NOTHING = { confiscated: 0, held: 0, destroyed: 0, transferred: 0, sold: 0, lost: 0, compensable: 0 } as const;

function confiscated(line: ExhibitLine, copies: number, by: NewConfiscation): ExhibitLine {
  const { sanctionId, decisionNumber, confiscatedOn } = by;
  const known = line.confiscations.some((one) => one.sanctionId === sanctionId);
  const begun: Confiscation = { sanctionId, decisionNumber, confiscatedOn, ...NOTHING };
  const opened = known ? line : { ...line, confiscations: [...line.confiscations, begun] };
  const more = (one: Confiscation): Confiscation => ({
    ...one,
    confiscated: one.confiscated + copies,
    held: one.held + copies,
  });
  return { ...under(opened, sanctionId, more), inCustody: line.inCustody - copies };
}

function revoked(
  line: ExhibitLine,
  { sanctionId, carriedOverTo, ...data }: DataOf<"ConfiscationRevoked">,
): ExhibitLine {
  if (carriedOverTo) return carriedOver(line, sanctionId, carriedOverTo);
  const of = (lines: readonly LineCopies[]): number => lines.find((one) => one.lineId === line.lineId)?.copies ?? 0;
  const back = of(data.lines);
  const gone = of(data.compensable);
  const without = under(line, sanctionId, (one) => ({
    ...one,
    confiscated: one.confiscated - back - gone,
    held: one.held - back,
    compensable: one.compensable + gone,
  }));
  return { ...without, inCustody: line.inCustody + back };
}

/** What the one decision did stands on the other from now on. */
function carriedOver(line: ExhibitLine, from: string, to: { sanctionId: string; decisionNumber: string }): ExhibitLine {
  const old = line.confiscations.find((one) => one.sanctionId === from);
  if (!old) return line;
  const rest = line.confiscations.filter((one) => one.sanctionId !== from);
  const into = rest.find((one) => one.sanctionId === to.sanctionId);
  const sum = addedUp(into ?? NOTHING, old);
  const carried: Confiscation = { ...to, confiscatedOn: into?.confiscatedOn ?? old.confiscatedOn, ...sum };
  return { ...line, confiscations: [...rest.filter((one) => one !== into), carried] };
}

type Amounts = Omit<Confiscation, keyof NewConfiscation>;
const addedUp = (one: Amounts, other: Amounts): Amounts => ({
  confiscated: one.confiscated + other.confiscated,
  held: one.held + other.held,
  destroyed: one.destroyed + other.destroyed,
  transferred: one.transferred + other.transferred,
  sold: one.sold + other.sold,
  lost: one.lost + other.lost,
  compensable: one.compensable + other.compensable,
});

/** The part split off stands after the line it comes from. */
function split(line: ExhibitLine, data: DataOf<"ExhibitLotSplit">): ExhibitLine[] {
  if (line.lineId !== data.lineId) return [line];
  const { newLineId, copies, place, custodian, sealNumber } = data;
  const { seized, inCustody, rootId, ...item } = line;
  const part = { lineId: newLineId, copies, sealNumber, estimated: false };
  const { title, author, publisher, isbn, year, unit, condition } = item;
  const alike = { title, author, publisher, isbn, year, unit, condition, estimatedValue: null };
  return [
    { ...line, seized: seized - copies, inCustody: inCustody - copies },
    { ...firstState({ ...alike, ...part }, place, custodian), rootId },
  ];
}

function merged(seizure: Seizure, { lineId, fromLineId }: DataOf<"ExhibitLotsMerged">): Seizure {
  const from = seizure.lines.find((line) => line.lineId === fromLineId);
  const lines = seizure.lines.filter((line) => line !== from);
  const { seized: more = 0, inCustody = 0 } = from ?? {};
  return changed({ ...seizure, lines }, (line) =>
    line.lineId === lineId ? { ...line, seized: line.seized + more, inCustody: line.inCustody + inCustody } : line,
  );
}

function corrected(seizure: Seizure, { minutes, lines }: DataOf<"InventoryCorrected">): Seizure {
  return changed({ ...seizure, ...minutes }, (line) => {
    const { copies, ...changes } = lines.find((one) => one.lineId === line.lineId)?.changes ?? {};
    const seized = copies ?? line.seized;
    return { ...line, ...changes, seized, inCustody: line.inCustody + seized - line.seized };
  });
}
