import { referenceIn } from "../domain/kernel/fields.js";
import { localDateOf, type LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import { oversightRefusals } from "../domain/oversight/refusals.js";
import { oversight } from "../domain/oversight/record.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** The laws on supervision by the National Assembly and the people's councils. */
const LAWS = ["SUP-2015", "SUP-2025"];

const lawOn = (law: LawBook, day: LocalDate): string =>
  law.instruments(day).find(({ key }) => LAWS.includes(key))?.key ?? "";

/** What is looked up for the steps of a supervision. */
const lookups: LookupsOf<typeof oversight> = {
  ProgrammeOversight({ supervisedIds }, { facts, law, meta }) {
    const missing = supervisedIds.findIndex((id) => !facts.unit(id));
    return missing < 0
      ? { data: { law: lawOn(law, localDateOf(meta.occurredAt)) } }
      : { refusal: unitRefusals.UNIT_NOT_FOUND(["supervisedIds", missing]) };
  },
  DecideOversight({ supervisedIds, decidedOn }, { facts, law }) {
    const supervised: UnitFact[] = [];
    for (const [index, id] of supervisedIds.entries()) {
      const unit = facts.unit(id);
      if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["supervisedIds", index]) };
      supervised.push(unit);
    }
    return { data: { law: lawOn(law, decidedOn), supervised } };
  },
  RequestOversightReport({ unitId }, { facts }) {
    const unit = facts.unit(unitId);
    return unit ? { data: { unit } } : { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
  },
  MakeOversightRecommendation({ unitId }, { facts }) {
    const unit = facts.unit(unitId);
    return unit ? { data: { unit } } : { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
  },
  LayOversightFigure({ measure, from, to, filters, bySuccessor, asOf }, { facts, meta }) {
    const asked = { measure, from, to, filters: filters ?? [], bySuccessor };
    const found = facts.figure(asked, localDateOf(meta.occurredAt), asOf);
    if (found === "UNKNOWN") return { refusal: oversightRefusals.OVERSIGHT_FIGURE_UNKNOWN(["measure"], measure) };
    return found === "NOT_SO" ? { refusal: oversightRefusals.OVERSIGHT_FIGURE_NOT_SO(["filters"]) } : { data: found };
  },
  ReportOversightRecommendationDone({ evidenceIds }, { facts }) {
    const missing = (evidenceIds ?? []).findIndex((one) => {
      const named = referenceIn(one);
      return !named || !facts.exists(named);
    });
    return missing < 0
      ? { data: { evidenceIds } }
      : { refusal: oversightRefusals.OVERSIGHT_EVIDENCE_NOT_FOUND(["evidenceIds", missing]) };
  },
};

export const oversightSpecs = specsOf(oversight, lookups);
