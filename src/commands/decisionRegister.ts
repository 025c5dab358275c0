import { decisionRegisterDecider } from "../domain/decisionRegister/decider.js";
import type { RegisterName } from "../domain/decisionRegister/decisionRegister.js";
import { normalSymbol } from "../domain/kernel/paperNumber.js";
import { entityId } from "../eventstore/codec.js";

export const registerAggregate = { category: "decisionRegister", decider: decisionRegisterDecider } as const;

/** One register for each issuer, year and symbol; how the symbol is typed does not make another one. */
export const registerIdOf = ({ issuerId, year, symbol }: Omit<RegisterName, "registerId">): string =>
  entityId(issuerId, `register|${year}|${normalSymbol(symbol).toUpperCase()}`);

export const registerStream = (registerId: string): string => `${registerAggregate.category}-${registerId}`;
