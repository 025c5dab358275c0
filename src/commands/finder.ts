import { type RecordKind, referenceIn } from "../domain/kernel/fields.js";
import type { Path, Refusal } from "../domain/kernel/refusal.js";
import { recordOf } from "../domain/records.js";
import type { Facts } from "./facts.js";

/** Ends a look-up: what it is to find is not there, or of no use. `resolve` in ./stepSpec.ts answers with the refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refuseWith(refusal: Refusal): never {
  throw new Refused(refusal);
}

/** With what a look-up was refused. Any other error is none of its answers, and goes on. */
export function refusalIn(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  throw error;
}

/**
 * What is known of a record. One that is not there refuses the command as its kind declares, at the path at which it is
 * named. Null names none.
 */
interface Find<F> {
  (id: string, ...path: Path): F;
  (id: string | null, ...path: Path): F | null;
}

/** A way to find each record of which the facts tell by its id alone. */
type ById = {
  readonly [K in Uncapitalize<RecordKind> & keyof Facts as Facts[K] extends (id: string) => unknown ? K : never]: Find<
    Exclude<ReturnType<Facts[K]>, undefined>
  >;
};

/** How a look-up finds the records that a command names: `the.unit(toUnitId, "toUnitId")`. */
export interface Finder extends ById {
  /** Records of any kind, by their global ids: all are in the ledger, or one that is not is refused in the step's words. */
  records<I extends readonly string[] | null>(ids: I, field: string, notFound: (path: Path) => Refusal): I;
  /** Which of the records of any kind is not in the ledger, the first of them; −1: all are there. */
  firstMissing(ids: readonly string[]): number;
}

const FINDERS = new WeakMap<Facts, Finder>();

/** One for all commands that know the same facts. */
export function finderIn(facts: Facts): Finder {
  const known = FINDERS.get(facts);
  if (known) return known;
  const made = finderOf(facts);
  FINDERS.set(facts, made);
  return made;
}

function finderOf(facts: Facts): Finder {
  const firstMissing = (ids: readonly string[]): number =>
    ids.findIndex((one) => {
      const named = referenceIn(one);
      return !named || !facts.exists(named);
    });
  return {
    unit: finding("Unit", (id) => facts.unit(id)),
    pressAgency: finding("PressAgency", (id) => facts.pressAgency(id)),
    reporter: finding("Reporter", (id) => facts.reporter(id)),
    visit: finding("Visit", (id) => facts.visit(id)),
    inspection: finding("Inspection", (id) => facts.inspection(id)),
    violationCase: finding("ViolationCase", (id) => facts.violationCase(id)),
    sanction: finding("Sanction", (id) => facts.sanction(id)),
    seizure: finding("Seizure", (id) => facts.seizure(id)),
    spokesperson: finding("Spokesperson", (id) => facts.spokesperson(id)),
    informationRequest: finding("InformationRequest", (id) => facts.informationRequest(id)),
    statement: finding("Statement", (id) => facts.statement(id)),
    pressConference: finding("PressConference", (id) => facts.pressConference(id)),
    pressItem: finding("PressItem", (id) => facts.pressItem(id)),
    firstMissing,
    records(ids, field, notFound) {
      const missing = firstMissing(ids ?? []);
      return missing < 0 ? ids : refuseWith(notFound([field, missing]));
    },
  };
}

function finding<F>(kind: RecordKind, ask: (id: string) => F | undefined): Find<F> {
  const { notFound } = recordOf(kind).refusals;
  function find(id: string, ...path: Path): F;
  function find(id: string | null, ...path: Path): F | null;
  function find(id: string | null, ...path: Path): F | null {
    return id === null ? null : (ask(id) ?? refuseWith(notFound(path)));
  }
  return find;
}
