import { addDays } from "../../domain/kernel/time.js";
import { at, minutesAfter, workingDaysFrom } from "./calendar.js";
import { documentsOf } from "./documents.js";
import { outcome } from "./outcomes.js";
import { clerkOf, PRESS_OFFICER, type Step, step } from "./step.js";
import type { VisitLine } from "./visits.js";

/**
 * How a visit can go: each course turns a line of the table into the commands that a clerk of the unit gives, at the
 * times at which a clerk would.
 */
type Course = (line: VisitLine) => Step[];

const COURSES: Readonly<Record<string, Course>> = {
  oral: (line) => [atOnce(line, "ORAL")],
  written: (line) => [atOnce(line, "WRITTEN")],
  papers: (line) => [atOnce(line, "DOCUMENTS_GIVEN")],
  session: stepByStep,
  appointment: (line) => kept(line, 3),
  ahead: (line) => kept(line, 5),
  kept: (line) => [atOnce(line, "ORAL"), promise(line), fulfilment(line)],
  open: (line) => [atOnce(line, "ORAL"), promise(line)],
  late,
  "declined-here": declinedAtTheDoor,
  redirected: redirectedAtTheDoor,
  declined: declinedAppointment,
  "no-show": noShow,
  cancelled,
  double,
};

/** The steps of a line. */
export function stepsOf(line: VisitLine): Step[] {
  const course = COURSES[line.how];
  if (!course) throw new Error(`The scene knows no course "${line.how}" (visit ${line.key}).`);
  return course(line);
}

// Reporters who came --------------------------------------------------------------------------------------------------

/** Entered in one go, when the reporters have left. */
function atOnce(line: VisitLine, answerForm: "ORAL" | "WRITTEN" | "DOCUMENTS_GIVEN"): Step {
  return registered(line, minutesAfter(arrivalOf(line), 70), (idOf) => ({
    occurredAt: arrivalOf(line),
    documents: documentsOf(line, idOf),
    outcome: outcome(line, answerForm),
  }));
}

/** Entered as it goes on. */
function stepByStep(line: VisitLine): Step[] {
  const arrival = arrivalOf(line);
  return [
    registered(line, minutesAfter(arrival, 2)),
    onVisit(line, minutesAfter(arrival, 6), "checkDocuments", (idOf) => ({ documents: documentsOf(line, idOf) })),
    onVisit(line, minutesAfter(arrival, 10), "startVisitSession"),
    onVisit(line, minutesAfter(arrival, 95), "recordVisitOutcome", () => ({ outcome: outcome(line, "ORAL") })),
    onVisit(line, minutesAfter(arrival, 100), "closeVisit"),
  ];
}

/** A note that begins with `@11-25` says on which day it was entered; otherwise two working days later. */
function late(line: VisitLine): Step[] {
  const [, day, reason = line.note] = /^@(\d\d-\d\d) (.*)$/.exec(line.note) ?? [];
  const entered = at(day === undefined ? workingDaysFrom(line.day, 2) : `2019-${day}`, "09:20");
  const visit = registered(line, entered, (idOf) => ({
    occurredAt: arrivalOf(line),
    lateEntryReason: reason,
    documents: documentsOf(line, idOf),
    outcome: outcome(line, "ORAL"),
  }));
  return [visit];
}

function declinedAtTheDoor(line: VisitLine): Step[] {
  const arrival = arrivalOf(line);
  const decline = { ground: "DOCUMENTS_INSUFFICIENT", reason: line.note };
  return [
    registered(line, minutesAfter(arrival, 2)),
    onVisit(line, minutesAfter(arrival, 8), "declineVisit", () => decline),
  ];
}

function redirectedAtTheDoor(line: VisitLine): Step[] {
  const arrival = arrivalOf(line);
  return [
    registered(line, minutesAfter(arrival, 2)),
    onVisit(line, minutesAfter(arrival, 15), "redirectVisit", (idOf) => ({
      toUnitId: idOf(`unit:${line.note}`),
      reason: "Nội dung thuộc thẩm quyền của đơn vị khác.",
    })),
  ];
}

function promise(line: VisitLine): Step {
  const what = `Gửi bằng văn bản số liệu về: ${line.subject}`;
  const due = { what, dueOn: addDays(line.day, 10) };
  return step(
    minutesAfter(arrivalOf(line), 75),
    clerkOf(inCharge(line)),
    "promiseInformation",
    line.key,
    (idOf) => ({ visitId: idOf(`visit:${line.key}`), ...due }),
    `visit:${line.key}`,
  );
}

const fulfilment = (line: VisitLine): Step =>
  onVisit(line, at(workingDaysFrom(line.day, 5), "15:30"), "fulfilPromise", (idOf) => ({
    promiseId: idOf(`promise:${line.key}`),
    how: "Đã gửi văn bản trả lời kèm số liệu.",
  }));

/** The same visit, entered by the department from the reporters' account although the host had entered it already. */
function double(line: VisitLine): Step[] {
  const entered = at(workingDaysFrom(line.day, 1), "10:15");
  const again = registered(line, entered, () => ({
    occurredAt: arrivalOf(line),
    lateEntryReason: "Phóng viên báo lại qua điện thoại.",
  }));
  const judgedAt = at(workingDaysFrom(line.day, 3), "08:40");
  const verdict = onVisit(line, judgedAt, "judgeVisitDuplicate", (idOf) => ({
    otherVisitId: idOf(`visit:${line.note}`),
    verdict: "DUPLICATE",
    reason: "Cùng phóng viên, cùng đơn vị, cùng buổi làm việc: nhập hai lần.",
  }));
  return [again, verdict].map((one) => ({ ...one, by: PRESS_OFFICER }));
}

// Appointments --------------------------------------------------------------------------------------------------------

const madeAppointment = (line: VisitLine, daysAhead: number): Step =>
  registered(line, at(workingDaysFrom(line.day, -daysAhead), "09:05"), () => ({ appointmentAt: arrivalOf(line) }));

const confirmed = (line: VisitLine, daysAhead: number): Step =>
  onVisit(line, at(workingDaysFrom(line.day, -daysAhead), "15:10"), "confirmVisit");

function kept(line: VisitLine, daysAhead: number): Step[] {
  const arrival = minutesAfter(arrivalOf(line), 4);
  return [
    madeAppointment(line, daysAhead),
    confirmed(line, daysAhead - 1),
    onVisit(line, arrival, "recordArrival"),
    onVisit(line, minutesAfter(arrival, 5), "checkDocuments", (idOf) => ({ documents: documentsOf(line, idOf) })),
    onVisit(line, minutesAfter(arrival, 80), "recordVisitOutcome", () => ({ outcome: outcome(line, "ORAL") })),
  ];
}

function declinedAppointment(line: VisitLine): Step[] {
  const decline = { ground: "UNDER_INVESTIGATION", reason: line.note };
  return [
    madeAppointment(line, 3),
    onVisit(line, at(workingDaysFrom(line.day, -1), "16:00"), "declineVisit", () => decline),
  ];
}

function noShow(line: VisitLine): Step[] {
  return [madeAppointment(line, 2), confirmed(line, 1), onVisit(line, at(line.day, "17:00"), "recordNoShow")];
}

function cancelled(line: VisitLine): Step[] {
  const dayBefore = at(workingDaysFrom(line.day, -1), "10:30");
  return [madeAppointment(line, 4), onVisit(line, dayBefore, "cancelVisit", () => ({ reason: line.note }))];
}

// What they share -----------------------------------------------------------------------------------------------------

type MoreInput = Step["input"];
const nothingMore: MoreInput = () => ({});

const arrivalOf = ({ day, time }: VisitLine): string => at(day, time);

function inCharge({ key, hosts: [host] }: VisitLine): string {
  if (host === undefined) throw new Error(`Visit ${key} of the scene has no host.`);
  return host;
}

function registered(line: VisitLine, when: string, more: MoreInput = nothingMore): Step {
  const { key, hosts, reporters, topic, subject } = line;
  return step(
    when,
    clerkOf(inCharge(line)),
    "registerVisit",
    key,
    (idOf) => ({
      hostIds: hosts.map((host) => idOf(`unit:${host}`)),
      reporterIds: reporters.map((reporter) => idOf(`reporter:${reporter}`)),
      topic,
      subject,
      ...more(idOf),
    }),
    `visit:${key}`,
  );
}

function onVisit(line: VisitLine, when: string, mutation: Step["mutation"], more: MoreInput = nothingMore): Step {
  const input: MoreInput = (idOf) => ({ visitId: idOf(`visit:${line.key}`), ...more(idOf) });
  return step(when, clerkOf(inCharge(line)), mutation, line.key, input);
}
