import { at, minutesAfter, workingDaysFrom } from "../calendar.js";
import { inspectorOf, type Step, step } from "../step.js";
import type { InspectionLine } from "./inspections.js";

/** How an inspection can go: each course turns a line of the table into the commands that tell of it. */

const DEPARTMENT = "so-tttt";
const OFFICER = inspectorOf(DEPARTMENT);

type Course = (line: InspectionLine) => Step[];
const COURSES: Readonly<Record<string, Course>> = {
  check: (line) => [decided(line), checkDone(line)],
  found: (line) => [decided(line), ...onSite(line), finding(line, true), checkDone(line)],
  full,
  late: (line) => enteredLate(line, workingDaysFrom(line.from, 6)),
  "very-late": (line) => enteredLate(line, workingDaysFrom(line.from, 13)),
  cancelled: (line) => [
    decided(line),
    on(line, at(workingDaysFrom(line.from, -1), "16:30"), "cancelInspection", () => ({ reason: line.note })),
  ],
  double: (line) => {
    const again = decided(line, at(workingDaysFrom(line.decidedOn, 4), "09:30"), "Nhập từ công văn của địa phương.");
    const voided = on(line, at(workingDaysFrom(line.decidedOn, 6), "10:00"), "voidInspection", (idOf) => ({
      duplicateOfId: idOf(`inspection:${line.note}`),
      reason: "Một cuộc kiểm tra được nhập hai lần.",
    }));
    return [again, voided];
  },
};

/** The steps of a line. */
export function inspectionSteps(line: InspectionLine): Step[] {
  const course = COURSES[line.how];
  if (!course) throw new Error(`The scene knows no course "${line.how}" (inspection ${line.key}).`);
  return course(line);
}

/** A specialised or administrative inspection, from its announcement to what became of its recommendation. */
function full(line: InspectionLine): Step[] {
  const report = workingDaysFrom(line.to, 5);
  const concluded = workingDaysFrom(line.to, 12);
  const recommendation = `recommendation:${line.key}`;
  return [
    decided(line),
    ...onSite(line),
    finding(line, false),
    on(line, at(line.to, "17:00"), "endFieldwork"),
    on(line, at(report, "10:00"), "reportInspection", () => ({ summary: line.note })),
    on(line, at(workingDaysFrom(line.to, 8), "10:00"), "draftConclusion"),
    on(line, at(concluded, "14:00"), "concludeInspection", () => ({
      number: `${line.key.slice(1)}/KL-TTr`,
      signedOn: concluded,
      summary: line.note,
    })),
    on(line, at(workingDaysFrom(line.to, 14), "09:00"), "publishConclusion", () => ({ forms: ["PORTAL", "MEETING"] })),
    step(
      at(workingDaysFrom(line.to, 14), "09:20"),
      OFFICER,
      "makeRecommendation",
      line.key,
      (idOf) => ({
        inspectionId: idOf(`inspection:${line.key}`),
        addressee: line.targets[0]?.startsWith("U ")
          ? { unitId: idOf(`unit:${line.targets[0].slice(2)}`) }
          : { name: nameOf(line.targets[0]) },
        what: `Khắc phục tồn tại nêu trong kết luận: ${line.note}`,
        dueOn: workingDaysFrom(line.to, 40),
      }),
      recommendation,
    ),
    on(line, at(workingDaysFrom(line.to, 15), "09:00"), "startImplementation", () => ({
      document: "Công văn về việc thực hiện kết luận thanh tra",
    })),
  ];
}

// What they share -----------------------------------------------------------------------------------------------------

type MoreInput = Step["input"];
const nothingMore: MoreInput = () => ({});

const nameOf = (target = ""): string => target.replace(/^[HOU] /, "");

function decided(line: InspectionLine, when = at(line.decidedOn, "15:00"), lateEntryReason?: string): Step {
  const { key, kind, title, lead, targets, decidedOn, from, to } = line;
  return step(
    when,
    OFFICER,
    "decideInspection",
    key,
    (idOf) => ({
      kind,
      title,
      lead: /^[a-z-]+$/.test(lead) ? { unitId: idOf(`unit:${lead}`) } : { name: lead },
      coordinators:
        lead === DEPARTMENT
          ? [{ name: "Phòng An ninh chính trị nội bộ, Công an tỉnh", role: "TEAM_MEMBERS" }]
          : [{ unitId: idOf(`unit:${DEPARTMENT}`), role: "TEAM_MEMBERS" }],
      onSite: { from, to },
      decisionNumber: `${decidedOn.slice(5).replace("-", "")}${key.slice(1)}/QĐ-KT`,
      decidedOn,
      targets: targets.map((target) => targetOf(target, idOf)),
      team: teamOf(key),
      periodExamined: { from: "2018-01-01", to: decidedOn },
      ...(lateEntryReason === undefined ? {} : { lateEntryReason, occurredAt: at(decidedOn, "15:00") }),
    }),
    `inspection:${key}`,
  );
}

function targetOf(target: string, idOf: Parameters<Step["input"]>[0]): object {
  const name = nameOf(target);
  if (target.startsWith("U ")) return { kind: "ORGANISATION", unitId: idOf(`unit:${name}`) };
  return { kind: target.startsWith("H ") ? "HOUSEHOLD_BUSINESS" : "ORGANISATION", name };
}

const HEADS = ["Lê Hữu Thành", "Nguyễn Thị Vinh", "Trịnh Đình Long", "Phạm Quốc Tuấn"];
const MEMBERS = ["Hoàng Thị Lan", "Mai Văn Hùng", "Đỗ Minh Châu", "Lương Bá Khôi", "Vũ Thị Ngà"];

/** Three of a few made-up people, taken in turn. */
function teamOf(key: string): object[] {
  const nth = Number(key.slice(1));
  const member = (offset: number): string => MEMBERS[(nth + offset) % MEMBERS.length] ?? "";
  return [
    { name: HEADS[nth % HEADS.length], role: "HEAD" },
    { name: member(0), role: "SECRETARY" },
    { name: member(2), role: "MEMBER" },
  ];
}

const onSite = (line: InspectionLine): Step[] => [
  on(line, at(line.from, "08:00"), "announceInspection"),
  on(line, at(line.from, "08:20"), "startFieldwork"),
];

const finding = (line: InspectionLine, isViolation: boolean): Step =>
  on(line, at(line.to, "15:30"), "recordFinding", () => ({ description: line.note, isViolation }));

const checkDone = (line: InspectionLine): Step =>
  on(line, at(line.to, "16:45"), "recordCheckDone", () => ({
    minutes: `Biên bản kiểm tra ngày ${line.to.split("-").reverse().join("/")}`,
    summary: line.note,
  }));

/** The paper came in later; the ledger tells when it was signed and when it was entered. */
function enteredLate(line: InspectionLine, entered: string): Step[] {
  const when = at(entered, "10:00");
  const done = { ...checkDone(line), at: minutesAfter(when, 15) };
  const input: MoreInput = (idOf) => ({
    ...done.input(idOf),
    occurredAt: at(line.to, "16:45"),
    lateEntryReason: line.note,
  });
  return [decided(line, when, line.note), { ...done, input }];
}

function on(line: InspectionLine, when: string, mutation: Step["mutation"], more: MoreInput = nothingMore): Step {
  const input: MoreInput = (idOf) => ({ inspectionId: idOf(`inspection:${line.key}`), ...more(idOf) });
  return step(when, OFFICER, mutation, line.key, input);
}
