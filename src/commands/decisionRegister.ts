import { decisionRegisterDecider } from "../domain/decisionRegister/decider.js";
import type { RegisterName } from "../domain/decisionRegister/decisionRegister.js";
import { entityId } from "../eventstore/codec.js";

export const registerAggregate = { category: "decisionRegister", decider: decisionRegisterDecider } as const;

/** One register for each issuer, year and symbol; capitals and the form of marks do not make another one. */
export const registerIdOf = ({ issuerId, year, symbol }: Omit<RegisterName, "registerId">): string =>
  entityId(issuerId, `register|${year}|${symbol.normalize("NFC").toUpperCase()}`);

export const registerStream = (registerId: string): string => `${registerAggregate.category}-${registerId}`;
