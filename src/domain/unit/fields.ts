import {
  asIn,
  choices,
  type CorrectionOf,
  type DataOf,
  meantEmpty,
  needed,
  optional,
  orElse,
  part,
} from "../kernel/fields.js";
import { type Change, name } from "../kernel/registerFields.js";
import { say } from "../kernel/words.js";
import { UNIT_FUNCTIONS } from "./terms.js";
import { parentId, UNIT } from "./unit.js";

/** Fields that several steps of units have in common. */

const functions = say("chức năng quản lý nhà nước", "functions");

export const NEW_UNIT = part(
  "NewUnitInput",
  {
    ...asIn(UNIT, "kind"),
    name,
    ...asIn(UNIT, "code"),
    parentId,
    functions: orElse(optional(choices(UNIT_FUNCTIONS, functions, { least: 0 })), []),
  },
  "A unit that is to stand in the register from now on.",
);
/** A unit as it is entered. */
export type UnitGiven = DataOf<typeof NEW_UNIT.fields>;
export type NewUnit = UnitGiven & { readonly unitId: string };

/** What may be corrected. */
export const CORRECTED = {
  ...needed(UNIT, "kind", "code"),
  name,
  functions: meantEmpty(choices(UNIT_FUNCTIONS, functions, { least: 0 }, "Those with which it began, all told again.")),
};
export type UnitChanges = CorrectionOf<typeof CORRECTED>;

export const changeOf = ({ legalBasis, effectiveOn }: Change): Change => ({ legalBasis, effectiveOn });
