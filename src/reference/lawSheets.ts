import { TERM_UNITS } from "../domain/kernel/termUnits.js";
import type { LocalDate } from "../domain/kernel/time.js";
import { capital, viCount, viDay, viVnd } from "../domain/kernel/words.js";
import { SPECIAL_DAY_KINDS } from "../domain/kernel/workCalendar.js";
import {
  type DeadlineRule,
  type FiningPower,
  type LawBook,
  type LawRow,
  type ParameterRule,
  provisionWords,
  stated,
  type ViolationRule,
} from "../domain/law/lawBook.js";
import {
  type Confidence,
  CONFIDENCES,
  LAW_FIELDS,
  LAW_ORIGINS,
  POWER_EXTENTS,
  REMEDY_KINDS,
  SIGNER_POSTS,
  type SubjectKind,
} from "../domain/law/terms.js";
import { frameForKind } from "../domain/sanction/frame.js";

/** The law on paper: its rows by instrument, each with what an officer compares with the gazette. In Vietnamese. */

export interface Wanted {
  /** The key of an instrument; absent: all, and the calendar. */
  readonly instrument?: string | undefined;
  /** Rows in force on the day; absent: all versions. */
  readonly on?: LocalDate | undefined;
  readonly confidence?: Confidence | undefined;
}

/** What every row shows first and last, and what it says in between. */
interface Row {
  readonly key: string;
  readonly row: Pick<LawRow, "confidence" | "origin" | "source" | "provision"> & Partial<LawRow>;
  readonly says: readonly string[];
}

/** The lines of the sheets. */
export function sheetsOf(law: LawBook, { instrument, on, confidence }: Wanted): readonly string[] {
  const wanted = ({ row }: Row): boolean => confidence === undefined || row.confidence === confidence;
  const sheets = law
    .instruments()
    .filter(({ key }) => instrument === undefined || key === instrument)
    .map((one) => ({ one, rows: rowsOf(law, one.key, on).filter(wanted) }))
    .filter(({ rows }) => rows.length > 0);
  const calendar = instrument === undefined ? calendarRows(law, on).filter(wanted) : [];
  return [
    ...sheets.flatMap(({ one, rows }) => [
      ...heading(`${one.key} · ${one.name.vi} (${daysOf(one)})`, rows),
      `  Nguồn: ${one.source}`,
      ...rows.flatMap(shown),
    ]),
    ...(calendar.length === 0
      ? []
      : [...heading("Lịch nghỉ lễ, nghỉ bù, làm bù", calendar), ...calendar.flatMap(shown)]),
  ];
}

const heading = (title: string, rows: readonly Row[]): readonly string[] => {
  const counts = CONFIDENCES.values.map((one) => `${one} ${rows.filter(({ row }) => row.confidence === one).length}`);
  return ["", `== ${title}`, `  ${rows.length} dòng: ${counts.join(", ")}`];
};

const shown = ({ key, row, says }: Row): readonly string[] => [
  "",
  `${row.provision ? `${capital(provisionWords(row.provision).vi)} · ` : ""}${key}`,
  `  ${row.confidence} (${CONFIDENCES.words[row.confidence].vi}), ${LAW_ORIGINS.words[row.origin].vi}${
    row.validFrom === undefined ? "" : `, ${daysOf({ validFrom: row.validFrom, validTo: row.validTo ?? null })}`
  }`,
  ...says.map((line) => `  ${line}`),
  `  Nguồn: ${row.source}`,
];

const daysOf = ({ validFrom, validTo }: Pick<LawRow, "validFrom" | "validTo">): string =>
  `từ ${viDay(validFrom)}${validTo === null ? "" : ` đến ${viDay(validTo)}`}`;

function rowsOf(law: LawBook, instrument: string, on: LocalDate | undefined): readonly Row[] {
  const of = <R extends { readonly instrument: string }>(rows: readonly R[]): readonly R[] =>
    rows.filter((row) => row.instrument === instrument);
  return [
    ...of(law.violations(on)).map((row) => ({ key: row.code, row, says: ofViolation(row) })),
    ...of(law.powers(on)).map((row) => ({
      key: `${capital(SIGNER_POSTS.words[row.post].vi)}, ${LAW_FIELDS.words[row.field].vi}`,
      row,
      says: ofPower(row),
    })),
    ...of(law.deadlines(on)).map((row) => ({ key: row.key, row, says: ofDeadline(row) })),
    ...of(law.parameters(on)).map((row) => ({ key: row.key, row, says: ofParameter(row) })),
    ...of(law.remoteAreas(on)).map((row) => ({ key: row.unitCode, row, says: [`Vùng sâu, vùng xa: ${row.name.vi}`] })),
  ];
}

function ofViolation(row: ViolationRule): readonly string[] {
  const { field, act, fine, warningAllowed, suspensionMonths, confiscation, remedies, copies } = row;
  const from = copies && viCount(copies.from);
  return [
    `${capital(LAW_FIELDS.words[field].vi)}: ${act.vi}`,
    `Phạt tiền: ${fine ? `cá nhân ${frameOf(row, "INDIVIDUAL")}; tổ chức ${frameOf(row, "ORGANISATION")}` : "không"}${
      warningAllowed ? "; có thể phạt cảnh cáo" : ""
    }`,
    ...(copies
      ? [`Số bản của một tên: từ ${from}${copies.to === null ? " trở lên" : ` đến ${viCount(copies.to)}`}`]
      : []),
    ...(suspensionMonths ? [`Đình chỉ, tước giấy phép: ${suspensionMonths.min}–${suspensionMonths.max} tháng`] : []),
    ...(confiscation ? ["Tịch thu tang vật"] : []),
    ...(remedies.length > 0 ? [`Khắc phục hậu quả: ${remediesOf(remedies)}`] : []),
  ];
}

function frameOf(rule: ViolationRule, kind: SubjectKind): string {
  const frame = frameForKind(rule, kind);
  return frame ? `${viCount(frame.min)} – ${viVnd(frame.max)}` : "không";
}

const remediesOf = (remedies: ViolationRule["remedies"]): string =>
  remedies.map((one) => REMEDY_KINDS.words[one].vi).join("; ");

function ofPower(row: FiningPower): readonly string[] {
  const power = stated(row);
  if (!power) return [capital(POWER_EXTENTS.words[row.extent].vi)];
  const upTo = power.confiscationUpTo === null ? "" : ` trị giá đến ${viVnd(power.confiscationUpTo)}`;
  return [
    `Phạt tiền đến: cá nhân ${viVnd(power.maxIndividual)}; tổ chức ${viVnd(power.maxOrganisation)}`,
    power.mayConfiscate ? `Tịch thu tang vật${upTo}` : "Không được tịch thu tang vật",
    power.maySuspend ? "Được đình chỉ, tước giấy phép" : "Không được đình chỉ, tước giấy phép",
    ...(power.remedies === null ? [] : [`Chỉ được áp dụng biện pháp: ${remediesOf(power.remedies)}`]),
  ];
}

const ofDeadline = ({ what, term }: DeadlineRule): readonly string[] => [
  `${what.vi}: ${viCount(term.amount)} ${TERM_UNITS.words[term.unit].vi}${term.limitation ? " (thời hiệu)" : ""}`,
];

const ofParameter = ({ what, value }: ParameterRule): readonly string[] => [`${what.vi}: ${viCount(value)}`];

function calendarRows(law: LawBook, on: LocalDate | undefined): readonly Row[] {
  const years = on === undefined ? law.years() : [Number(on.slice(0, 4))];
  return years
    .flatMap((year) => law.specialDays(year))
    .filter(({ day }) => on === undefined || day === on)
    .map((row) => ({
      key: viDay(row.day),
      row,
      says: [`${capital(SPECIAL_DAY_KINDS.words[row.kind].vi)}: ${row.name.vi}`],
    }));
}
