import { expect } from "chai";
import type { Principal } from "../../../src/commands/bus.js";
import { documentOf } from "../../../src/cli/mutations.js";
import { addDays, type LocalDate, localDateOf } from "../../../src/domain/kernel/time.js";
import { ANALYST, type Api, type Json } from "../../support/api.js";
import type { Dice } from "../../support/fuzz/dice.js";
import { MARK } from "./fillIn.js";
import { inProcess } from "./inProcess.js";
import { ALL_FIGURES, ALL_LISTS, ALL_OF_RECORD, BOOKS, measuresOf, ONE_RECORD, tableOf } from "./questions.js";
import { READER, type Robot, type Taken } from "./robot.js";

/** At a position, on the day that is today there. */
export interface Place {
  readonly at: string;
  readonly today: LocalDate;
}

/** Asks a ledger; errors at the top fail. */
async function ask(api: Api, text: string, variables: object = {}, principal: Principal = READER): Promise<Json> {
  const inside = await inProcess(api.ledger);
  const { data, errors } = await inside.as(principal)(text, variables as Record<string, unknown>);
  if (errors) throw new Error(`${JSON.stringify(errors)}: ${text.slice(0, 300)}`);
  return JSON.parse(JSON.stringify(data)) as Json;
}

export const head = async (api: Api): Promise<Place> => ({
  at: `P1-${await api.ledger.log.head()}`,
  today: localDateOf(api.time.toISOString()),
});

/** Whatever can be asked of all subjects: lists, figures, what is due, and each of these records. */
export async function answers(api: Api, ids: readonly string[], place: Place): Promise<Map<string, Json>> {
  const told = new Map<string, Json>();
  for (const part of [ALL_LISTS, ALL_FIGURES]) {
    for (const [name, answer] of Object.entries((await ask(api, part, place)) as Json)) told.set(name, answer);
  }
  for (const id of ids) told.set(id, await ask(api, ONE_RECORD, { id, ...place, day: dayBefore(place) }));
  return told;
}
/** A day on which some of what was recorded had not happened yet. */
const dayBefore = ({ today }: Place): LocalDate => addDays(today, -10);

/** A list says how many it has. */
export function listsCount(told: ReadonlyMap<string, Json>): void {
  for (const [name, { nodes, totalCount }] of told) {
    if (nodes?.length < 100) expect(totalCount, name).to.deep.equal({ value: nodes.length, isExact: true });
  }
}

/** Fails with the lines that differ, and those before them: whole answers are too long to be read. */
function same(one: Json, other: Json, what: string): void {
  const [a, b] = [one, other].map((answer) => JSON.stringify(answer, null, 1).split("\n"));
  if (!a || !b || (a.length === b.length && a.every((line, at) => line === b[at]))) return;
  const at = a.findIndex((line, nth) => line !== b[nth]);
  const from = Math.max(0, at - 6);
  expect.fail(`${what}:\n${a.slice(from, at + 8).join("\n")}\n--- and not ---\n${b.slice(from, at + 8).join("\n")}`);
}

/** An answer as of a position is the one that was given when the ledger ended there. */
export async function asOfIsAsItWas(api: Api, then: Place, told: ReadonlyMap<string, Json>): Promise<void> {
  const ids = [...told.keys()].filter((name) => name.includes(":"));
  const now = await answers(api, ids, then);
  for (const [name, answer] of told) {
    same(now.get(name), answer, `${name} as of ${then.at}`);
  }
}

/** Every figure is the sum of its evidence, and the lines of a table add up to the whole. */
export async function figuresAddUp(api: Api, dice: Dice): Promise<number> {
  const place = await head(api);
  let figures = 0;
  for (const book of BOOKS) {
    const groupings = [[], [dice.of(book.lineDimensions)], dice.some(book.lineDimensions, 2)];
    const sums: Record<string, bigint>[] = [];
    for (const groupBy of groupings) {
      const { rows } = (await ask(api, tableOf(book, groupBy), place)).table as { rows: Json[] };
      const sum: Record<string, bigint> = {};
      for (const { field, isDistinct } of measuresOf(book)) {
        for (const row of rows) {
          if (row[field] === null) continue;
          const { value, evidence } = row[field];
          figures++;
          const amounts = (evidence.nodes as Json[]).map(({ amount }) => BigInt(amount));
          const total = isDistinct ? BigInt(amounts.length) : amounts.reduce((one, two) => one + two, 0n);
          const which = `${field} of ${book.name} by ${groupBy.join(", ")}`;
          if (!evidence.pageInfo.hasNextPage) {
            expect(String(total), which).to.equal(String(value));
            expect(evidence.totalCount.value, which).to.equal(amounts.length);
          }
          if (!isDistinct) sum[field] = (sum[field] ?? 0n) + BigInt(value);
        }
      }
      sums.push(sum);
    }
    const [whole = {}, ...parts] = sums.map(String2);
    for (const part of parts) expect(part, `lines of ${book.name}`).to.deep.equal(whole);
  }
  return figures;
}
const String2 = (sum: Record<string, bigint>): Record<string, string> =>
  Object.fromEntries(Object.entries(sum).flatMap(([name, value]) => (value === 0n ? [] : [[name, String(value)]])));

const PUBLIC: Principal = { subject: "citizen", role: "PUBLIC", unitId: null };

/** No text that may name a person is told to those who may not read names. @returns how often those who may were told one */
export async function namesAreMasked(api: Api, robot: Robot, places: readonly Place[]): Promise<number> {
  const inside = await inProcess(api.ledger);
  const ids = robot.looked;
  const now = await head(api);
  const questions: [string, object][] = [
    [`{ search(text: "${MARK}", first: 100) { nodes { kind title why { text } } } }`, {}],
    ...[now, ...places].flatMap((place): [string, object][] => [
      [ALL_LISTS, place],
      ...BOOKS.map((book): [string, object] => [tableOf(book, [], "event { type reason }"), place]),
      ...ids.map((id): [string, object] => [ALL_OF_RECORD, { id, ...place, day: dayBefore(place) }]),
    ]),
  ];
  let told = 0;
  for (const [text, variables] of questions) {
    for (const reader of [...("at" in variables && variables.at !== now.at ? [] : [READER]), ANALYST, PUBLIC]) {
      const { data } = await inside.as(reader)(text, variables as Record<string, unknown>);
      const answer = JSON.stringify(data ?? null).toLowerCase();
      const at = answer.indexOf(MARK.toLowerCase());
      if (reader !== READER) {
        expect(
          at,
          `${reader.role} ${JSON.stringify(variables)} …${answer.slice(Math.max(0, at - 300), at + 60)}`,
        ).to.equal(-1);
      } else if (at >= 0) told++;
    }
  }
  return told;
}

/**
 * What was entered and taken back again is as if it had never been entered: a ledger without both answers the same.
 * @returns how many were left out
 */
export async function takenBackIsAsIfItHadNotBeen(
  api: Api,
  robot: Robot,
  begun: (like: Api) => Promise<Api>,
): Promise<number> {
  const leftOut = allInVain(robot);
  if (leftOut.size === 0) return 0;
  const other = await begun(api);
  try {
    const inside = await inProcess(other.ledger);
    for (const one of robot.taken) {
      if (leftOut.has(one)) continue;
      other.now = one.now;
      const { mutation, input, principal } = one;
      const { data, errors } = await inside.as(principal)(documentOf(mutation), { input });
      const { answer } = (data ?? {}) as Json;
      const without = [...leftOut].map((out) => `${out.mutation} ${JSON.stringify(out.input)}`).join("\n");
      if (!answer?.made) {
        expect.fail(
          `${mutation} ${JSON.stringify(input)} would not be taken: ${JSON.stringify(answer ?? errors)}, without\n${without}`,
        );
      }
    }
    other.now = api.time.toISOString();
    const ids = robot.looked;
    const told = await answers(api, ids, await head(api));
    const without = await answers(other, ids, await head(other));
    for (const [name, answer] of told) {
      const out = [...leftOut].map(({ id, mutation }) => `${mutation} ${id}`).join(", ");
      same(standing(without.get(name)), standing(answer), `${name} without ${out}`);
    }
  } finally {
    await other.close();
  }
  return leftOut.size;
}

/** All that is left out. What was entered on the ground of an entry, and was taken back before it, must be out with it. */
function allInVain(robot: Robot): ReadonlySet<Taken> {
  let pairs = robot.taken.flatMap((one, at) => {
    const pair = enteredInVain(robot, one, at);
    return pair.length === 0 ? [] : [pair];
  });
  for (;;) {
    const out = new Set(pairs.flat());
    const kept = pairs.filter(([entry, taking]) => {
      const between = robot.taken.slice(robot.taken.indexOf(entry as Taken) + 1, robot.taken.indexOf(taking as Taken));
      return between.every((one) => one.takesBack === undefined || one.id !== entry?.id || out.has(one));
    });
    if (kept.length === pairs.length) return out;
    pairs = kept;
  }
}

/**
 * A take-back and what it took back, if the rest could have been entered without them. The beginning of a record stays;
 * and what was entered in the meantime of other records has kept what it read here, as a paper does: of this record, or
 * by way of one that both speak of (the term that a unit has set itself).
 */
function enteredInVain(robot: Robot, taking: Taken, at: number): readonly Taken[] {
  const from = robot.taken.findIndex(({ input }) => input["commandId"] === taking.takesBack);
  const entry = robot.taken[from];
  if (taking.takesBack === undefined || !entry || entry.begins) return [];
  const { id } = entry;
  const spokenOf = new Set([id, ...idsIn(robot.shown(id)), ...idsIn(entry.input)]);
  const others = robot.taken.slice(from + 1, at).filter((one) => one.id !== id);
  const heard = others.some((one) =>
    [one.id, ...idsIn([one.input, robot.shown(one.id)])].some((of) => spokenOf.has(of)),
  );
  return heard ? [] : [entry, taking];
}
const idsIn = (input: object): readonly string[] => JSON.stringify(input).match(/[A-Z][A-Za-z]+:[0-9a-f-]{36}/g) ?? [];

/** Of an answer what stands, and nothing of how it came to be so. */
function standing(answer: Json): Json {
  if (Array.isArray(answer))
    return answer.filter((one) => !/^(corrections|custody)\[/.test(String(one?.path))).map(standing);
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer as Record<string, Json>)
      .filter(([name]) => !HISTORY.test(name))
      .map(([name, value]) => [name, name === "rows" ? value.map(standing).filter(says) : standing(value)]),
  );
}
const HISTORY = /^(revision|events|corrections|movedAt|timesMoved)$/;
/** A line of noughts is what is left of what was taken back. */
const says = (row: Json): boolean => Object.values(row).some((one: Json) => one !== null && String(one.value) !== "0");
