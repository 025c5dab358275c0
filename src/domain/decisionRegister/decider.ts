import { accept, type Decider, type Decision, refuse } from "../kernel/decider.js";
import { paperNumberIn, symbolKey } from "../kernel/paperNumber.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import type {
  DecisionRegister,
  DecisionRegisterCommand,
  DrawNumber,
  FreeNumber,
  HeldNumber,
  ReleaseNumber,
} from "./decisionRegister.js";
import type { DecisionRegisterEvent } from "./events.js";
import { decisionRegisterRefusals } from "./refusals.js";

const NUMBER = /^[1-9][0-9]{0,5}[a-z]?$/;
/** One that stands on a paper already is shorter: after a slip of the hand there are still numbers to go on with. */
const GIVEN = /^[1-9][0-9]{0,4}[a-z]?$/;
const SYMBOL = /^[\p{L}\p{N}][\p{L}\p{N}.&/-]{0,29}$/u;

/** Digits and perhaps one small letter, as old papers have it: `12`, `12a`. */
export const isDecisionNumber = (text: string): boolean => NUMBER.test(text);

export const decisionRegisterDecider: Decider<DecisionRegisterCommand, DecisionRegister, DecisionRegisterEvent> = {
  initial: { held: new Map(), taken: new Set(), released: [], last: 0 },
  evolve,
  decide(command, register) {
    switch (command.type) {
      case "DrawDecisionNumber":
        return draw(command, register);
      case "ReleaseDecisionNumber":
        return release(command, register);
      case "FreeDecisionNumber":
        return free(command, register);
      default:
        return command satisfies never;
    }
  },
};

function evolve(register: DecisionRegister, event: DecisionRegisterEvent): DecisionRegister {
  const { forId, attemptId, number } = event.data;
  const held = new Map(register.held);
  const taken = new Set(register.taken);
  const value = Number.parseInt(number, 10);
  const others = register.released.filter((one) => String(one) !== number);
  switch (event.type) {
    case "DecisionNumberDrawn": {
      held.set(forId, { number, attemptId, given: event.data.given, takenOver: false });
      return { held, taken: taken.add(number), released: others, last: Math.max(register.last, value) };
    }
    case "DecisionNumberTakenOver": {
      const before = register.held.get(forId);
      if (before) held.set(forId, { ...before, attemptId, takenOver: true });
      return { ...register, held };
    }
    case "DecisionNumberReleased": {
      const given = register.held.get(forId)?.given ?? false;
      held.delete(forId);
      taken.delete(number);
      // A given number was not this register's choice: it is free again, and the count goes on as if it had never been.
      return given
        ? { held, taken, released: others, last: highestOf([...taken, ...others.map(String)]) }
        : { ...register, held, taken, released: [...others, value].sort((a, b) => a - b) };
    }
    case "DecisionNumberFreed": {
      held.delete(forId);
      taken.delete(number);
      return { ...register, held, taken };
    }
    default:
      return event satisfies never;
  }
}

const highestOf = (numbers: readonly string[]): number =>
  numbers.reduce((highest, number) => Math.max(highest, Number.parseInt(number, 10)), 0);

function draw({ data, meta }: DrawNumber, register: DecisionRegister): Decision<DecisionRegisterEvent> {
  const { forId, attemptId, registerId } = data;
  const held = register.held.get(forId);
  const onPaper = data.number === null ? null : paperNumberIn(data.number);
  if (held) return takeOver({ ...data, number: onPaper?.number ?? null }, held, stampOf(meta));
  const number = onPaper?.number ?? nextNumber(register);
  const isNumber = onPaper === null ? isDecisionNumber(number) : GIVEN.test(number);
  if (!SYMBOL.test(data.symbol)) return refuse(decisionRegisterRefusals.SYMBOL_MISFORMED(["symbol"]));
  if (!isNumber) return refuse(decisionRegisterRefusals.NUMBER_MISFORMED(["number"]));
  if (onPaper?.symbol && symbolKey(onPaper.symbol) !== symbolKey(data.symbol))
    return refuse(decisionRegisterRefusals.SYMBOLS_DIFFER(["number"], onPaper.symbol, data.symbol));
  if (onPaper?.year && Number(onPaper.year) !== data.year)
    return refuse(decisionRegisterRefusals.NUMBER_OF_ANOTHER_YEAR(["number"]));
  if (register.taken.has(number)) return refuse(decisionRegisterRefusals.NUMBER_TAKEN(["number"], number));
  const { issuerId, year, symbol, recordId: sanctionId } = data;
  const name = { registerId, issuerId, year, symbol };
  const given = data.number !== null;
  return accept({
    type: "DecisionNumberDrawn",
    data: { ...name, forId, attemptId, sanctionId, number, given },
    ...stampOf(meta),
  });
}

function takeOver(
  { forId, attemptId, registerId, number: wanted }: DrawNumber["data"],
  { number }: HeldNumber,
  stamp: Stamp,
): Decision<DecisionRegisterEvent> {
  if (wanted !== null && wanted !== number) {
    return refuse(decisionRegisterRefusals.ANOTHER_NUMBER_DRAWN(["number"], number));
  }
  return accept({ type: "DecisionNumberTakenOver", data: { registerId, forId, attemptId, number }, ...stamp });
}

/**
 * The lowest that was given back, or else one more than the highest: the numbers below a given one are on papers that
 * are still to be entered.
 */
function nextNumber({ released, last, taken }: DecisionRegister): string {
  const free = released.find((one) => !taken.has(String(one)));
  return String(free ?? last + 1);
}

function free({ data, meta }: FreeNumber, register: DecisionRegister): Decision<DecisionRegisterEvent> {
  const { registerId, attemptId, number } = data;
  const [forId] = [...register.held].find(([, held]) => held.number === number) ?? [];
  if (forId === undefined) return refuse(decisionRegisterRefusals.NUMBER_NOT_HELD(["number"]));
  return accept({ type: "DecisionNumberFreed", data: { registerId, forId, attemptId, number }, ...stampOf(meta) });
}

/** Only by the attempt that drew it, and only while no other has tried with it: surely no paper bears it then. */
function release({ data, meta }: ReleaseNumber, register: DecisionRegister): Decision<DecisionRegisterEvent> {
  const { registerId, forId, attemptId } = data;
  const held = register.held.get(forId);
  if (!held) return refuse(decisionRegisterRefusals.NUMBER_NOT_HELD(["forId"]));
  if (held.takenOver || held.attemptId !== attemptId) return refuse(decisionRegisterRefusals.NUMBER_IN_USE(["forId"]));
  return accept({
    type: "DecisionNumberReleased",
    data: { registerId, forId, attemptId, number: held.number },
    ...stampOf(meta),
  });
}
