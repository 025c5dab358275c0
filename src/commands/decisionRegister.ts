import type { Role } from "../domain/kernel/actor.js";
import { decisionRegisterDecider } from "../domain/decisionRegister/decider.js";
import type { DrawNumber, RegisterName, ReleaseNumber } from "../domain/decisionRegister/decisionRegister.js";
import { entityId } from "../eventstore/codec.js";
import type { CommandInput, CommandSpec } from "./spec.js";

/** Numbers are drawn on the way of other commands (numbering.ts), by whoever may give those. */
const DRAWERS: readonly Role[] = ["INSPECTOR", "ADMIN"];

export const registerAggregate = { category: "decisionRegister", decider: decisionRegisterDecider } as const;

/** One register for each issuer, year and symbol; capitals and the form of marks do not make another one. */
export const registerIdOf = ({ issuerId, year, symbol }: Omit<RegisterName, "registerId">): string =>
  entityId(issuerId, `register|${year}|${symbol.normalize("NFC").toUpperCase()}`);

export const registerStream = (registerId: string): string => `${registerAggregate.category}-${registerId}`;

type Of<C extends { readonly data: object }> = CommandInput & C["data"];

const onRegister = <C extends DrawNumber | ReleaseNumber>(type: C["type"]): CommandSpec<Of<C>, C> => ({
  type,
  may: DRAWERS,
  aggregate: registerAggregate,
  entityId: ({ registerId }) => registerId,
  precedesCause: true,
  resolve: ({ commandId: _, correlationId: __, causedBy: ___, ...data }) => ({ data: data as unknown as C["data"] }),
});

export const drawNumber = onRegister<DrawNumber>("DrawDecisionNumber");
export const releaseNumber = onRegister<ReleaseNumber>("ReleaseDecisionNumber");
