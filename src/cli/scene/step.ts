import type { Role } from "../../domain/kernel/actor.js";
import type { Instant } from "../../domain/kernel/time.js";
import type { IdOf, PlannedCommand } from "../commandSender.js";
import type { MutationName } from "../mutations.js";

/** Who acts in the scene. Accounts are named by their work, as the ledger wants it. */
export interface Account {
  readonly subject: string;
  readonly role: Role;
  /** Key of the unit. */
  readonly unit: string | undefined;
}

export const ADMIN: Account = { subject: "quan-tri", role: "ADMIN", unit: undefined };
export const PRESS_OFFICER: Account = { subject: "chuyen-vien.bao-chi", role: "PRESS_OFFICER", unit: "so-tttt" };
export const clerkOf = (unit: string): Account => ({ subject: `van-thu.${unit}`, role: "CLERK", unit });
/** Who keeps the records of enforcement at a unit: the inspectorate, or the official for violations. */
export const inspectorOf = (unit: string): Account => ({ subject: `thanh-tra.${unit}`, role: "INSPECTOR", unit });

/** One command of the scene: when the clock stands where, who gives it. */
export interface Step extends Omit<PlannedCommand, "commandId"> {
  readonly at: Instant;
  readonly by: Account;
}

type Input = Readonly<Record<string, unknown>>;

/** A step on something that is there, or that makes something. */
export function step(
  at: Instant,
  by: Account,
  mutation: MutationName,
  entry: string,
  input: (idOf: IdOf) => Input,
  makes?: string,
): Step {
  return { at, by, mutation, entry: `${entry}: ${mutation}`, input, ...(makes === undefined ? {} : { makes }) };
}

/** The step, named as led to by what made this. */
export const becauseOf = (name: string, one: Step): Step => ({ ...one, causedBy: name });
