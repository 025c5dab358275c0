import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { planOf } from "../import/plan.js";
import { readRegisterFile } from "../import/readRegisterFile.js";
import type { RegisterFile } from "../import/registerFile.js";
import { at, minutesAfter } from "./calendar.js";
import { AGENCIES, CARD_TERMS, LETTERS, OFFICES, REPORTERS } from "./press.js";
import { ADMIN, clerkOf, PRESS_OFFICER, type Step, step } from "./step.js";

/** How the register is filled before the first visit, and how it changes while visits are entered. */

const FILE = fileURLToPath(new URL("../../../../reference/units-thanh-hoa.json", import.meta.url));

/** In the last week of August 2019, before the software is taken into use. */
const UNITS_DAY = at("2019-08-26", "08:00");
const PRESS_DAY = at("2019-08-27", "08:00");
const OFFICES_DAY = at("2019-08-28", "08:00");

/** The day from which the register speaks of what was there already. */
const OPENING_DAY = "2018-01-01";

export function unitFile(): RegisterFile {
  return readRegisterFile(readFileSync(FILE, "utf8"));
}

/** The units as they stood, and each later change on the morning of the day on which it took effect. */
export function unitSteps(): Step[] {
  const file = unitFile();
  const units = planOf({ ...file, changes: [] });
  const changes = file.changes.flatMap((change) => {
    const commands = planOf({ ...file, units: [], changes: [change] });
    return commands.map((command) => ({ command, at: at(change.effectiveOn, "08:00") }));
  });
  return [...units.map((command) => ({ command, at: UNITS_DAY })), ...changes].map(({ command, at: when }, index) => {
    const { commandId: _, ...rest } = command;
    return { ...rest, at: minutesAfter(when, index), by: ADMIN };
  });
}

export function pressSteps(): Step[] {
  const agencies = AGENCIES.map(({ key, ...agency }, index) =>
    step(
      minutesAfter(PRESS_DAY, index * 3),
      PRESS_OFFICER,
      "registerPressAgency",
      key,
      () => ({ ...agency, registeredOn: OPENING_DAY }),
      `agency:${key}`,
    ),
  );
  const reporters = REPORTERS.map(({ key, name, kind, agency, since, card, issue }, index) =>
    step(
      minutesAfter(PRESS_DAY, 60 + index * 3),
      PRESS_OFFICER,
      "registerReporter",
      key,
      (idOf) => ({
        ...{ name, kind, since, agencyId: idOf(`agency:${agency}`) },
        ...(card === "" ? {} : { card: { number: card, issue, ...CARD_TERMS[issue] } }),
      }),
      `reporter:${key}`,
    ),
  );
  return [...agencies, ...reporters, ...officeSteps(), ...letterSteps(), ...REGISTRY_CHANGES];
}

const officeSteps = (): Step[] =>
  OFFICES.flatMap(({ agency, head, address, startsOn, notifiedOn, rejected }, index) => {
    const when = minutesAfter(OFFICES_DAY, index * 10);
    const office = `office:${agency}`;
    const notice = { address, startsOn, notifiedOn };
    const headAndAgency = (idOf: Parameters<Step["input"]>[0]) => ({
      agencyId: idOf(`agency:${agency}`),
      headReporterId: idOf(`reporter:${head}`),
    });
    const judged = minutesAfter(when, 5);
    return [
      step(
        when,
        PRESS_OFFICER,
        "notifyRepresentativeOffice",
        agency,
        (idOf) => ({ ...headAndAgency(idOf), ...notice }),
        office,
      ),
      rejected === ""
        ? step(judged, PRESS_OFFICER, "acceptRepresentativeOffice", agency, (idOf) => ({ officeId: idOf(office) }))
        : step(judged, PRESS_OFFICER, "rejectRepresentativeOffice", agency, (idOf) => ({
            officeId: idOf(office),
            reason: rejected,
          })),
    ];
  });

const letterSteps = (): Step[] =>
  LETTERS.map(({ reporter, units, ...letter }) =>
    step(at(letter.issuedOn, "16:30"), PRESS_OFFICER, "recordIntroductionLetter", reporter, (idOf) => ({
      reporterId: idOf(`reporter:${reporter}`),
      agencyId: idOf(`agency:${REPORTERS.find(({ key }) => key === reporter)?.agency ?? ""}`),
      unitIds: units.map((unit) => idOf(`unit:${unit}`)),
      ...letter,
    })),
  );

const REGISTRY_CHANGES: readonly Step[] = [
  // A district did not find the reporter under the short form of the name that stood on the letter.
  step(
    at("2019-09-18", "08:25"),
    clerkOf("huyen-nga-son"),
    "registerReporter",
    "thi-oanh-2",
    (idOf) => ({ name: "Phạm T. Oanh", kind: "OCCASIONAL", agencyId: idOf("agency:nong-nghiep"), since: "2019-09-18" }),
    "reporter:thi-oanh-2",
  ),
  step(at("2019-10-03", "16:00"), PRESS_OFFICER, "mergeReporter", "thi-oanh-2", (idOf) => ({
    reporterId: idOf("reporter:thi-oanh-2"),
    intoId: idOf("reporter:thi-oanh"),
    reason: "Cùng một phóng viên: huyện ghi tên viết tắt theo giấy giới thiệu.",
  })),
  step(at("2019-10-10", "10:00"), PRESS_OFFICER, "recordPressCardWithdrawal", "van-khoi", (idOf) => ({
    reporterId: idOf("reporter:van-khoi"),
    number: "IBT 05903",
    withdrawnOn: "2019-10-09",
    legalBasis: "Quyết định thu hồi thẻ nhà báo (hư cấu)",
  })),
  step(at("2019-10-14", "11:00"), PRESS_OFFICER, "transferReporter", "thi-lien", (idOf) => ({
    reporterId: idOf("reporter:thi-lien"),
    toAgencyId: idOf("agency:bao-thanh-hoa"),
    effectiveOn: "2019-10-15",
  })),
  step(at("2021-01-08", "14:00"), PRESS_OFFICER, "mergePressAgency", "bao-vhds", (idOf) => ({
    agencyId: idOf("agency:bao-vhds"),
    intoId: idOf("agency:bao-thanh-hoa"),
    effectiveOn: "2021-01-08",
    legalBasis: "Quyết định 83/QĐ-UBND",
  })),
];
