import { count, one, part } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { QUANTITIES, totalsOf } from "../../domain/seizure/quantities.js";
import { type ExhibitLine, LINE } from "../../domain/seizure/seizure.js";
import type { Basis } from "../../projections/table/basis.js";
import { shownPart, type Shows } from "../derive/shownFields.js";
import { connectionType } from "../shared/connection.js";

const SHOWN = part(
  "ExhibitLine",
  {
    ...LINE,
    number: count(say("số thứ tự", "number in the inventory"), {}, "Its number in the inventory, from 1."),
    quantities: one(QUANTITIES, say("số lượng", "quantities")),
  },
  "A line of the inventory: one title, or another kind of thing.",
);

const ExhibitLineType = shownPart(SHOWN);
export const ExhibitLineConnection = connectionType("ExhibitLine", () => ExhibitLineType);

/** The line with this number. */
export const shownLine = (line: ExhibitLine, number: number, basis: Basis): Shows<typeof SHOWN.fields> =>
  new ExhibitLineType({ state: { ...line, number, quantities: totalsOf(line) }, basis });
