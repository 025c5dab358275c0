import type * as exhibit from "../domain/exhibit/commands.js";
import { seizureDecider } from "../domain/exhibit/decider.js";
import type { ExhibitItem, LineCopies, SeizureState } from "../domain/exhibit/seizure.js";
import type { Role } from "../domain/kernel/actor.js";
import type { SanctionFact } from "../domain/sanction/decision.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import type { RecordReference } from "../domain/kernel/fields.js";
import { refs } from "./leaning.js";
import type { CommandInput, CommandSpec, ResolveContext, Resolved } from "./spec.js";

/** What all commands on exhibits have in common. */

export const EXHIBIT_KEEPERS: readonly Role[] = ["INSPECTOR", "ADMIN"];

export const exhibitAggregate = {
  category: "seizure",
  decider: seizureDecider,
  leansOn: (state: SeizureState) => (state.status === "NONE" ? [] : refs("ViolationCase", state.caseId)),
};

export interface SeizureInput extends CommandInput {
  readonly seizureId: string;
}
export interface OnSanctionInput extends SeizureInput {
  readonly sanctionId: string;
}

/** A command on a seizure that is there. */
export function onSeizure<I extends SeizureInput, C extends exhibit.SeizureStep>(
  type: C["type"],
  resolve: (input: I, context: ResolveContext) => Resolved<Omit<C["data"], "seizureId">>,
  leansOn: (input: I) => readonly RecordReference[] = () => [],
): CommandSpec<I, C> {
  return {
    type,
    may: EXHIBIT_KEEPERS,
    aggregate: exhibitAggregate,
    entityId: (input) => input.seizureId,
    leansOn,
    resolve: (input, context) => {
      const resolved = resolve(input, context);
      if ("refusal" in resolved) return resolved;
      return { data: { seizureId: input.seizureId, ...resolved.data } as C["data"] };
    },
  };
}

/** As `onSeizure`, for what rests on a sanction decision: it is not annulled while exhibits are dealt with by it. */
export function byDecision<I extends OnSanctionInput, C extends exhibit.SeizureStep>(
  type: C["type"],
  data: (input: I, sanction: SanctionFact) => Omit<C["data"], "seizureId">,
): CommandSpec<I, C> {
  return onSeizure<I, C>(
    type,
    (input, { facts }) => {
      const sanction = facts.sanction(input.sanctionId);
      if (!sanction) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
      return { data: data(input, sanction) };
    },
    ({ sanctionId }) => refs("Sanction", sanctionId),
  );
}

/** The particulars of a line that may be left out. */
export type OptionalParticulars = {
  readonly [K in "author" | "publisher" | "isbn" | "year" | "estimatedValue"]?: ExhibitItem[K] | undefined;
};

export const lineCopies = ({ lineId, copies }: LineCopies): LineCopies => ({ lineId, copies });
