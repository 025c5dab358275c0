import { choice, choices, type DataOf, day, NOBODY, optional, orElse, part, ref, text } from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import type { Change, NewUnit } from "./events.js";
import { UNIT_FUNCTIONS, UNIT_KINDS } from "./terms.js";

export const unitName = text(say("tên", "name"), 200, NOBODY);

export const kind = choice(UNIT_KINDS, say("loại", "kind"));
export const code = text(say("mã đơn vị", "code"), 30, NOBODY);
/** What they are called. */
export const functions = say("chức năng quản lý nhà nước", "functions");

export const NEW_UNIT = part(
  "NewUnitInput",
  {
    kind,
    name: unitName,
    code: optional(code),
    parentId: optional(ref("Unit", say("đơn vị cấp trên", "parent"))),
    functions: orElse(optional(choices(UNIT_FUNCTIONS, functions, { least: 0 })), []),
  },
  "A unit that is to stand in the register from now on.",
);
/** A unit as it is entered. */
export type UnitGiven = DataOf<typeof NEW_UNIT.fields>;

export const newUnit = (unitId: string, { kind, name, code, parentId, functions }: UnitGiven): NewUnit => ({
  unitId,
  kind,
  name,
  code,
  parentId,
  functions,
});

/** What every change of the organisation is entered with. */
export const CHANGE = {
  legalBasis: text(
    say("căn cứ", "legal basis"),
    300,
    NOBODY,
    "The decision or resolution on which it rests, as cited.",
  ),
  effectiveOn: day(say("ngày có hiệu lực", "effective on"), "The day on which it takes effect; it may lie ahead."),
};

export const changeOf = ({ legalBasis, effectiveOn }: Change): Change => ({ legalBasis, effectiveOn });
