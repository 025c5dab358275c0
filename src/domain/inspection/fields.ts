import {
  choice,
  day,
  id,
  lines,
  many,
  NAMED,
  NOBODY,
  noted,
  one,
  optional,
  paperNumber,
  part,
  ref,
  text,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { COORDINATION_ROLES, INSPECTION_KINDS, TARGET_KINDS, TEAM_ROLES } from "./terms.js";

/** The parts of which an inspection is made, and the fields that several of its steps have. */

/** How many at most. */
export const TARGETS = 200;
export const TEAM = 60;
const NUMBER_CHARS = 100;
const PAPER_CHARS = 200;

export const PERIOD = part(
  "InspectionPeriodInput",
  { from: day(say("từ ngày", "from")), to: day(say("đến ngày", "to")) },
  "Both days included.",
);

const unitId = optional(ref("Unit", say("đơn vị trong sổ", "unit of the register")));

export const BODY = part(
  "InspectionBodyInput",
  {
    unitId,
    name: optional(
      text(
        say("tên cơ quan ngoài sổ", "name of a body outside it"),
        200,
        NOBODY,
        "Such as an interagency team (đội liên ngành), the police, or a body of the Government.",
      ),
    ),
  },
  "A unit of the register by its id, or a body outside it by its name: one of the two.",
);

export const COORDINATOR = part(
  "InspectionCoordinatorInput",
  { ...BODY.fields, role: choice(COORDINATION_ROLES, say("nội dung phối hợp", "what it gives")) },
  "A coordinating body, and what it gives.",
);

export const MEMBER = part("InspectionTeamMemberInput", {
  name: text(say("họ và tên", "name"), 120, NOBODY),
  role: choice(TEAM_ROLES, say("vai trò trong đoàn", "role in the team")),
});

export const TARGET = part(
  "InspectionTargetInput",
  {
    targetId: optional(id(say("đối tượng đã nêu", "target"), "In a correction, or of a plan: it is this target.")),
    kind: choice(TARGET_KINDS, say("loại đối tượng", "kind of target")),
    name: optional(text(say("tên đối tượng", "name"), 200, NAMED)),
    unitId,
    pressAgencyId: optional(ref("PressAgency", say("cơ quan báo chí", "press agency"))),
  },
  "Whom it examines. A unit or a press agency needs no name: the one it had on the day is taken.",
);

/** A paper, as cited. */
export const paper = (vi: string, en: string) => text(say(vi, en), PAPER_CHARS, NOBODY, "As cited.");
export const plan = paper("kế hoạch thanh tra, kiểm tra", "plan");
export const kind = choice(INSPECTION_KINDS, say("loại hình", "kind"));
export const title = text(say("nội dung", "title"), 500, NAMED, "What it is about.");
export const lead = one(BODY, say("cơ quan chủ trì", "lead"));
export const coordinators = many(COORDINATOR, say("cơ quan phối hợp", "coordinators"), { most: 30, least: 0 });
export const targets = many(TARGET, say("đối tượng", "targets"), { most: TARGETS });
export const team = many(MEMBER, say("thành viên đoàn", "team"), { most: TEAM }, "With exactly one head.");
export const onSite = one(PERIOD, say("thời gian tiến hành", "days on site"), "As planned.");
export const decisionNumber = paperNumber(
  say("số quyết định", "number of the decision"),
  NUMBER_CHARS,
  NOBODY,
  "`12/QĐ-TTr`.",
);
export const decidedOn = day(say("ngày quyết định", "day of the decision"));
export const periodExamined = one(PERIOD, say("thời kỳ được thanh tra, kiểm tra", "period examined"));

/** What an inspection is, planned or decided. */
export const CONTENT = { kind, title, lead, coordinators: optional(coordinators), onSite };

/** What a decision says besides. */
export const DECISION = {
  ...CONTENT,
  decisionNumber,
  decidedOn: noted(decidedOn, "On an earlier day than today, it needs `lateEntryReason`."),
  ...{ targets, team, periodExamined },
};

export const conclusionNumber = paperNumber(say("số kết luận", "number of the conclusion"), NUMBER_CHARS, NOBODY);
export const summary = lines(say("tóm tắt kết quả", "summary"), 5000, NAMED);
export const reason = lines(say("lý do", "reason"), 1000, NAMED);
