import { at, minutesAfter } from "../calendar.js";
import { becauseOf, inspectorOf, type Step, step } from "../step.js";
import { type ActLine, type CaseLine, codeOf } from "./cases.js";

/** From what was found to the decision that was served: the steps that every case has. */

type Input = Step["input"];

/** What is entered later than it happened: one day for all of it, and why. */
export interface LateEntry {
  readonly on: string;
  readonly reason: string;
  /** The decision's number, as it stands on the paper. */
  readonly number: string;
}

/** Which unit decides: the one that detected it, unless the case was handed on. */
const DECIDERS: Readonly<Record<string, string>> = { k8: "so-tttt" };
export const deciderOf = ({ key, unit }: CaseLine): string => DECIDERS[key] ?? unit;

export function caseSteps(line: CaseLine, late?: LateEntry): Step[] {
  const steps = [detected(line), minutes(line), ...seizure(line), ...decision(line, late), ...confiscation(line)];
  return late ? steps.map((one, index) => entered(one, late, index)) : steps;
}

/** The same command, given on a later day and with the reason for that. */
function entered(one: Step, { on, reason }: LateEntry, index: number): Step {
  const input: Input = (idOf) => ({ ...one.input(idOf), occurredAt: one.at, lateEntryReason: reason });
  return { ...one, at: minutesAfter(at(on, "14:00"), index * 3), input };
}

const isUnlawful = ({ code }: ActLine): boolean => code !== "";
const isPublication = ({ title }: ActLine): boolean => title !== "";
const actName = ({ title }: ActLine, index: number): string => (title === "" ? String(index) : title);

function detected(line: CaseLine): Step {
  const { key, unit, inspection, kind, name, address, detectedOn } = line;
  const known = kind === "UNKNOWN" ? {} : { name, address };
  const recorded = step(
    at(detectedOn, "16:00"),
    inspectorOf(unit),
    "recordViolationCase",
    key,
    (idOf) => ({
      unitId: idOf(`unit:${unit}`),
      ...(inspection === "" ? {} : { inspectionId: idOf(`inspection:${inspection}`) }),
      detectedOn,
      detected: FOUND[key] ?? "Phát hiện xuất bản phẩm không có hóa đơn, chứng từ hoặc có dấu hiệu in lậu.",
      parties: [{ kind, ...known }],
    }),
    `case:${key}`,
  );
  return inspection === "" ? recorded : becauseOf(`inspection:${inspection}`, recorded);
}

const FOUND: Readonly<Record<string, string>> = {
  k3: "Xưởng in đang in sách không có quyết định xuất bản; số lượng in vượt giấy phép.",
  k10: "Tổ chức họp báo giới thiệu dự án mà không thông báo với cơ quan quản lý nhà nước về báo chí.",
  k11: "Giữ phương tiện, không cho phóng viên ghi hình tại nơi công cộng.",
  k13: "Không thông báo việc thay đổi trụ sở văn phòng đại diện.",
  k14: "Một lô sách để ở chợ, không ai nhận là của mình.",
};

function minutes(line: CaseLine): Step {
  const { key, unit, kind, minutesOn, acts } = line;
  const unsigned = {
    offenderSigned: false,
    refusalReason: "Không xác định được người vi phạm.",
    witness: "Đại diện Ban quản lý chợ",
  };
  return step(
    at(minutesOn, "16:40"),
    inspectorOf(unit),
    "drawUpMinutes",
    key,
    (idOf) => ({
      caseId: idOf(`case:${key}`),
      number: `${key.slice(1).padStart(2, "0")}/BB-VPHC`,
      madeOn: minutesOn,
      madeBy: "Nguyễn Khắc Toàn",
      copies: 3,
      ...(kind === "UNKNOWN" ? unsigned : { offenderSigned: true }),
      violations: acts.filter(isUnlawful).map((act) => ({
        partyId: idOf(`party:${key}/${kind}`),
        code: codeOf(act),
        ...(isPublication(act) ? { title: act.title, copies: act.copies } : {}),
        actEndedOn: line.detectedOn,
        description: FOUND[key] ?? `Tàng trữ để phát hành ${act.copies} bản.`,
      })),
      explanationStated: key === "k3",
    }),
    `case:${key}`,
  );
}

function seizure(line: CaseLine): Step[] {
  const { key, unit, detectedOn, acts } = line;
  const publications = acts.filter(isPublication);
  if (publications.length === 0) return [];
  const seized = step(
    at(detectedOn, "17:10"),
    inspectorOf(unit),
    "seizeExhibits",
    key,
    (idOf) => ({
      caseId: idOf(`case:${key}`),
      unitId: idOf(`unit:${unit}`),
      grounds: "VERIFICATION",
      minutesNumber: `${key.slice(1).padStart(2, "0")}/BB-TGTV`,
      decisionNumber: `${key.slice(1).padStart(2, "0")}/QĐ-TGTV`,
      seizedOn: detectedOn,
      lines: publications.map(({ title, copies }) => ({ title, copies, condition: "Nguyên vẹn, mới" })),
      place: "Kho tang vật của đơn vị",
      custodian: "Trần Thị Hòa",
    }),
    `seizure:${key}`,
  );
  const lawful = publications.filter((act) => !isUnlawful(act));
  if (lawful.length === 0) return [seized];
  const returned = step(at(line.signedOn, "08:30"), inspectorOf(unit), "returnExhibits", key, (idOf) => ({
    seizureId: idOf(`seizure:${key}`),
    lines: lawful.map(({ title, copies }) => ({ lineId: idOf(`line:${key}/${title}`), copies })),
    returnedTo: line.name,
    document: "Quyết định trả lại tang vật: đã xuất trình hóa đơn, chứng từ",
    returnedOn: line.signedOn,
  }));
  return [seized, returned];
}

/** What the decision says of each act. */
export const sanctionLines = (
  line: CaseLine,
  idOf: Parameters<Input>[0],
  amounts: Readonly<Record<string, string>> = {},
) =>
  line.acts.filter(isUnlawful).map((act, index) => {
    const amount = amounts[act.title] ?? act.amount;
    return {
      violationId: idOf(`violation:${line.key}/${actName(act, index)}`),
      ...(amount === "" ? {} : { amount }),
      ...(amount === "" && line.kind !== "UNKNOWN" ? { warning: true } : {}),
      ...(act.circumstance === "" ? {} : { circumstances: [act.circumstance] }),
    };
  });

/** Confiscated and destroyed, where there are publications. */
export const measures = (line: CaseLine, idOf: Parameters<Input>[0]): object[] =>
  line.acts.some(isPublication)
    ? [
        { kind: "CONFISCATION", seizureIds: [idOf(`seizure:${line.key}`)] },
        { kind: "REMEDY", remedy: "DESTROY" },
      ]
    : [];

/** The same, as they were ordered: what an amendment leaves as it is. */
export const orderedMeasures = (line: CaseLine, idOf: Parameters<Input>[0]): object[] =>
  ["CONFISCATION", "REMEDY"].map((kind, index) => ({
    measureId: idOf(`measure:${line.key}/${kind}`),
    ...measures(line, idOf)[index],
  }));

/** The district's chair, or the department's chief inspector. The names are made up. */
export const signerOf = (unit: string): object =>
  unit === "so-tttt"
    ? { name: "Lê Khả Tuân (hư cấu)", post: "DEPARTMENT_CHIEF_INSPECTOR" }
    : { name: "Nguyễn Bá Trực (hư cấu)", post: "DISTRICT_CHAIR" };

function decision(line: CaseLine, late?: LateEntry): Step[] {
  const { key, kind, signedOn, receivedOn } = line;
  const unit = deciderOf(line);
  const remedyOnly = { kind: "REMEDY_ONLY", noFineBecause: "OFFENDER_UNKNOWN" };
  const issued = step(
    at(signedOn, "10:00"),
    inspectorOf(unit),
    "issueSanction",
    key,
    (idOf) => ({
      caseId: idOf(`case:${key}`),
      partyId: idOf(`party:${key}/${kind}`),
      issuerId: idOf(`unit:${unit}`),
      signer: signerOf(unit),
      ...(kind === "UNKNOWN" ? remedyOnly : {}),
      lines: sanctionLines(line, idOf),
      measures: measures(line, idOf),
      ...(late ? { number: late.number } : {}),
    }),
    `sanction:${key}`,
  );
  const decided = becauseOf(`case:${key}`, issued);
  if (kind === "UNKNOWN") return [decided];
  const served = step(at(receivedOn, "15:00"), inspectorOf(unit), "serveSanction", key, (idOf) => ({
    sanctionId: idOf(`sanction:${key}`),
    receivedOn,
  }));
  return [decided, becauseOf(`sanction:${key}`, served)];
}

/** Found missing when they were counted: of so many copies nothing can be confiscated. */
const MISSING: Readonly<Record<string, number>> = { k8: 2 };

function confiscation(line: CaseLine): Step[] {
  const { key, receivedOn, acts } = line;
  const publications = acts.filter((act) => isPublication(act) && isUnlawful(act));
  if (publications.length === 0) return [];
  const confiscated = step(
    at(receivedOn, "15:30"),
    inspectorOf(deciderOf(line)),
    "confiscateExhibits",
    key,
    (idOf) => ({
      seizureId: idOf(`seizure:${key}`),
      sanctionId: idOf(`sanction:${key}`),
      lines: publications.map(({ title, copies }) => ({
        lineId: idOf(`line:${key}/${title}`),
        copies: copies - (MISSING[key] ?? 0),
      })),
      confiscatedOn: receivedOn,
    }),
  );
  return [becauseOf(`sanction:${key}`, confiscated)];
}
