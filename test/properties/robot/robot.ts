import type { Principal } from "../../../src/commands/bus.js";
import { documentOf } from "../../../src/cli/mutations.js";
import type { InProcess } from "../../../src/cli/inProcess.js";
import type { Role } from "../../../src/domain/kernel/actor.js";
import { RECORD_KINDS, type RecordKind } from "../../../src/domain/kernel/fields.js";
import { type AnyStep, mutationOf } from "../../../src/domain/kernel/steps.js";
import { type AnyRecord, RECORDS } from "../../../src/domain/records.js";
import type { Api, Json } from "../../support/api.js";
import type { Dice } from "../../support/fuzz/dice.js";
import { LIST_OF, MASKED_BY_NAMES } from "./questions.js";
import { inProcess } from "./inProcess.js";
import { FillIn, type Known, MARK, namesIn, NothingKnown, speakingOf, type ShownValue } from "./fillIn.js";

export interface Habits {
  /** How often it goes on with the record that it worked on last: the more, the further each comes. */
  readonly share: number;
  /** Of the records of a kind it works on so many of the last. */
  readonly among: number;
}

/** A command that the ledger took. */
export interface Taken {
  readonly kind: RecordKind;
  readonly step: AnyStep;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
  readonly now: string;
  /** Of the record that it is of. */
  readonly id: string;
  /** Whether it began the record. */
  readonly begins: boolean;
  /** Of a step that takes an entry back: the command that had entered it. */
  readonly takesBack?: string | undefined;
}

/** What may be done next about a record, by what the API says of it. */
interface Next {
  readonly mutation: string;
  readonly allowed: boolean;
  readonly refusal: { readonly code: string } | null;
}

export const READER: Principal = { subject: "reader", role: "ADMIN", unitId: null };
/** Of each kind, the laws look at so many records that it has not worked on. */
const OTHERS = 6;
/** So often a form is put right before one gives up: of those that begin a record more often, as all else follows. */
const TRIES = { begins: 40, goesOn: 12, takesBack: 4 };
const NEXT_OF_ALL = `query ($id: ID!) { node(id: $id) { __typename ${RECORD_KINDS.map(
  (kind) => `... on ${kind} { nextSteps { mutation allowed refusal { code } } }`,
).join(" ")} } }`;
const RECORD = `query ($id: ID!) { record(id: $id) { compiled { path value }
  events(first: 100) { nodes { id commandId takesBack { id } } } } }`;
const VIETNAMESE = /[à-ỹđ]/i;

/**
 * Does at random what may be done about records, whatever they are: it knows them, their steps and fields by their
 * declarations alone. What it asks and is told, it holds against what every answer must be.
 */
export class Robot implements Known {
  readonly taken: Taken[] = [];
  /** How often each refusal came. */
  readonly refusals = new Map<string, number>();
  /** What no answer may be. */
  readonly faults: string[] = [];
  private readonly ids = new Map<RecordKind, string[]>();
  private readonly values = new Map<string, readonly ShownValue[]>();
  /** Whom each record names. */
  private readonly persons = new Map<string, readonly string[]>();
  private readonly fillIn: FillIn;
  private law = new Map<string, readonly string[]>();

  private constructor(
    private readonly api: Api,
    private readonly inside: InProcess,
    private readonly dice: Dice,
    private readonly habits: Habits,
  ) {
    this.fillIn = new FillIn(dice, this);
  }

  static async in(api: Api, dice: Dice, habits: Habits): Promise<Robot> {
    const robot = new Robot(api, await inProcess(api.ledger), dice, habits);
    await robot.readLaw();
    for (const kind of RECORD_KINDS) await robot.meet(kind);
    return robot;
  }

  get now(): Date {
    return this.api.time;
  }
  records(kind: RecordKind): readonly string[] {
    return this.ids.get(kind) ?? [];
  }
  /** What it has worked on, and some of what else there is. */
  get looked(): readonly string[] {
    const worked = new Set(this.taken.map(({ id }) => id));
    const others = RECORD_KINDS.flatMap((kind) =>
      this.records(kind)
        .filter((id) => !worked.has(id))
        .slice(-OTHERS),
    );
    return [...worked, ...others];
  }
  shown(id: string): readonly ShownValue[] {
    return this.values.get(id) ?? [];
  }
  lawTexts(name: string): readonly string[] {
    return this.law.get(name) ?? [];
  }

  /** Tries one thing: a step of a record that is there, or one that begins a record. */
  async act(): Promise<void> {
    const { dice, api } = this;
    if (dice.chance(0.12)) api.pass(dice.of([0.1, 2, 24, 24, 48, 96, 360]) * 3_600_000);
    try {
      await (dice.chance(0.12) ? this.takeBack() : this.step());
    } catch (error) {
      if (!(error instanceof NothingKnown)) throw error;
    }
  }

  private async step(): Promise<void> {
    const { dice } = this;
    const last = this.taken.at(-1);
    const same = last && RECORDS.find(({ kind }) => kind === last.kind);
    if (same && dice.chance(this.habits.share)) {
      const goesOn = await this.next(same, last.id);
      if (goesOn) return this.take(same, goesOn, last.id);
    }
    const record = this.subject();
    const known = this.records(record.kind);
    const id = known.length > 0 && dice.chance(0.75) ? dice.of(known.slice(-this.habits.among)) : undefined;
    const chosen = id === undefined ? this.beginning(record) : await this.next(record, id);
    if (chosen) await this.take(record, chosen, id);
  }

  /** Takes back what was entered lately, as somebody does who sees that it was wrong. */
  private async takeBack(): Promise<void> {
    const entered = this.taken.slice(-12).filter(({ begins, step }) => !begins && !step.takesBack);
    if (entered.length === 0) return;
    const { kind, id } = this.dice.of(this.dice.chance(0.6) ? entered.slice(-1) : entered);
    const record = RECORDS.find((one) => one.kind === kind);
    const [found] = Object.entries(record?.steps ?? {}).filter(([, step]) => step.takesBack);
    if (!record || !found) return;
    const [name, step] = found;
    await this.take(record, { name, step, principal: this.principal(record, step), allowed: undefined }, id);
  }

  /** Those of whose records the least was done so far come more often. */
  private subject(): AnyRecord {
    const done = (kind: RecordKind): number => this.taken.filter((one) => one.kind === kind).length;
    const some = [this.dice.of(RECORDS), this.dice.of(RECORDS), this.dice.of(RECORDS)] as const;
    return some.reduce((one, two) => (done(two.kind) < done(one.kind) ? two : one));
  }

  private beginning(record: AnyRecord): Chosen | undefined {
    const steps = Object.entries(record.steps).filter(([, step]) => step.begins !== undefined);
    if (steps.length === 0) return undefined;
    const [name, step] = this.dice.of(steps);
    return { name, step, principal: this.principal(record, step), allowed: undefined };
  }

  private async next(record: AnyRecord, id: string): Promise<Chosen | undefined> {
    const { dice } = this;
    const asker = this.principal(record, dice.of(Object.values(record.steps)));
    const { node } = await this.ask(NEXT_OF_ALL, { id }, asker);
    const nexts = (node?.nextSteps ?? []) as Next[];
    const open = nexts.filter(({ allowed }) => allowed);
    const next = this.seldom(open.length > 0 && dice.chance(0.93) ? open : nexts);
    const found = Object.entries(record.steps).find(([name, step]) => mutationOf(name, step) === next?.mutation);
    if (!next || !found) return undefined;
    const [name, step] = found;
    // What is corrected or taken back is done less often than what leads on.
    if (step.corrects && dice.chance(step.takesBack ? 0.5 : 0.4)) return undefined;
    return { name, step, principal: asker, allowed: next.allowed };
  }

  /** One of them, rather one that was done less often. */
  private seldom(nexts: readonly Next[]): Next | undefined {
    const done = ({ mutation }: Next): number => this.taken.filter((one) => one.mutation === mutation).length;
    const some = nexts.length === 0 ? [] : [this.dice.of(nexts), this.dice.of(nexts)];
    return some.sort((one, two) => done(one) - done(two))[0];
  }

  /** Gives the command, and again with another value in the field at fault, as a person does who reads the refusal. */
  private async take(record: AnyRecord, { name, step, principal: first, allowed }: Chosen, id?: string): Promise<void> {
    const { dice } = this;
    let principal = first;
    const tries = TRIES[step.takesBack ? "takesBack" : id === undefined ? "begins" : "goesOn"];
    const mutation = mutationOf(name, step);
    const own = id === undefined ? undefined : (step.named ?? record.id);
    const fields = Object.fromEntries(
      Object.entries(step.fields).filter(([one]) => one !== own && !(step.takesBack && one === "entryId")),
    );
    const fixed: Record<string, unknown> = own === undefined ? {} : { [own]: id };
    // Some things are entered when they have happened for a while; then `nextSteps` speaks of another moment.
    const isLate = !step.corrects && dice.chance(0.1);
    if (isLate) Object.assign(fixed, { occurredAt: this.before(), lateEntryReason: "Nhập bù" });
    const entries = step.takesBack && id !== undefined ? await this.entriesOf(id) : [];
    if (step.takesBack && entries.length === 0) return;
    let said = this.fillIn.whole(fields, id);
    for (let nth = 0; nth < tries; nth++) {
      const entry = step.takesBack ? dice.of(dice.chance(0.7) ? entries.slice(-2) : entries) : undefined;
      if (entry) said = { ...said, entryId: entry.id };
      const commandId = dice.uuid();
      const input = { commandId, ...this.naming(record, said, id), ...fixed };
      const answer = await this.give(mutation, input, principal);
      if (!answer) return;
      this.holds(record, { mutation, allowed: isLate ? undefined : allowed, answer, input });
      if (answer.made) {
        const made = String(answer.made.id);
        const now = this.now.toISOString();
        const begins = id === undefined;
        this.taken.push({
          kind: record.kind,
          step,
          mutation,
          input,
          principal,
          now,
          id: made,
          begins,
          takesBack: entry?.commandId,
        });
        this.persons.set(made, [...(this.persons.get(made) ?? []), ...namesIn(input)]);
        await this.meet(record.kind, made);
        return;
      }
      const code = String(answer.code);
      this.refusals.set(`${mutation} ${code}`, (this.refusals.get(`${mutation} ${code}`) ?? 0) + 1);
      if (allowed === false) return;
      if (allowed === undefined && principal.role === "CLERK") principal = this.principal(record, step);
      const atFault = this.atFault(answer, fields);
      if (code.startsWith("LATE_ENTRY")) fixed["lateEntryReason"] = "Nhập bù";
      for (const one of atFault) said = this.fillIn.again(fields, said, one);
    }
  }

  /**
   * The form with its free texts about the persons that it and its record name. Where there are none, somebody else is
   * named, unless such a text is open then: of the inspection of an organisation.
   */
  private naming(
    record: AnyRecord,
    said: Readonly<Record<string, unknown>>,
    id?: string,
  ): Readonly<Record<string, unknown>> {
    const known = [...namesIn(said), ...(id === undefined ? [] : (this.persons.get(id) ?? []))];
    const nobody = MASKED_BY_NAMES.has(record.kind) ? "cơ sở" : `${MARK} 0 Văn An`;
    return speakingOf(said, known.length > 0 ? this.dice.of(known) : nobody);
  }

  private before(): string {
    return new Date(this.now.getTime() - this.dice.of([1, 5, 20, 30, 60]) * 3_600_000).toISOString();
  }

  /** The fields that the refusal names; where it names none of the form, any. */
  private atFault(answer: Json, fields: AnyStep["fields"]): readonly string[] {
    const paths = (answer.issues ?? [answer]) as { readonly path: readonly string[] }[];
    const named = [...new Set(paths.map(({ path }) => String(path[0])))].filter((one) => one in fields);
    const all = Object.keys(fields);
    // Now and then what is at fault is not what the refusal looks at: the day of a card, not the visit's.
    if (named.length > 0 && this.dice.chance(0.8)) return named;
    return all.length === 0 ? [] : [this.dice.of(all)];
  }

  private async give(mutation: string, input: object, principal: Principal): Promise<Json | undefined> {
    try {
      const { data, errors } = await this.inside.as(principal)(documentOf(mutation), { input });
      if (errors) this.faults.push(`${mutation} ${JSON.stringify(input)}: ${JSON.stringify(errors)}`);
      return errors ? undefined : (data as Json).answer;
    } catch (error) {
      this.faults.push(`${mutation} ${JSON.stringify(input)}: ${(error as Error).stack}`);
      return undefined;
    }
  }

  /** What every answer to a command must be. */
  private holds(
    record: AnyRecord,
    {
      mutation,
      allowed,
      answer,
      input,
    }: { mutation: string; allowed: boolean | undefined; answer: Json; input: object },
  ): void {
    const fault = (what: string): unknown => this.faults.push(`${mutation} ${JSON.stringify(input)}: ${what}`);
    if (answer.made) {
      if (allowed === false) fault("was said to be refused, and was taken");
      return;
    }
    const { code, message, messageVi } = answer as { code?: string; message?: string; messageVi?: string };
    if (!code || !message || !messageVi || !VIETNAMESE.test(messageVi)) {
      fault(`has no sentence in both languages: ${JSON.stringify(answer)}`);
    }
    if (allowed && code === record.refusals.statusForbids) fault(`was said to be possible: ${message}`);
  }

  private principal(record: AnyRecord, step: AnyStep): Principal {
    const { dice } = this;
    const may = step.may ?? record.may;
    const role: Role = may.includes("ADMIN") && dice.chance(0.6) ? "ADMIN" : dice.of(may);
    const unit = role === "CLERK" ? dice.of(this.records("Unit")).replace("Unit:", "") : null;
    return { subject: `${role.toLowerCase()}-1`, role, unitId: unit };
  }

  /** The events of a record that were not taken back. */
  private async entriesOf(id: string): Promise<readonly { readonly id: string; readonly commandId: string }[]> {
    const nodes = (await this.ask(RECORD, { id })).record.events.nodes as Json[];
    const gone = new Set(nodes.flatMap(({ takesBack }) => (takesBack ?? []) as Json[]).map((one) => one.id));
    return nodes.filter((one) => !gone.has(one.id) && !(one.takesBack?.length > 0));
  }

  /** Learns which records of a kind there are, and what one of them shows. */
  private async meet(kind: RecordKind, id?: string): Promise<void> {
    const all = this.ids.get(kind) ?? [];
    const list = LIST_OF[kind];
    const { found } = await this.ask(`{ found: ${list}(first: 100) { nodes { id } } }`);
    for (const { id: one } of found.nodes as Json[]) if (!all.includes(one)) all.push(one);
    if (id !== undefined && !all.includes(id)) all.push(id);
    this.ids.set(kind, all);
    for (const one of all) {
      if (one !== id && this.values.has(one)) continue;
      const { record } = await this.ask(RECORD, { id: one });
      if (record) this.values.set(one, record.compiled as ShownValue[]);
    }
  }

  private async readLaw(): Promise<void> {
    const on = this.now.toISOString().slice(0, 10);
    const { violationRules } = await this.ask(`{ violationRules(on: "${on}", first: 100) { nodes { code } } }`);
    this.law = new Map([["code", (violationRules.nodes as Json[]).map(({ code }) => String(code))]]);
  }

  private async ask(text: string, variables: object = {}, principal = READER): Promise<Json> {
    const { data, errors } = await this.inside.as(principal)(text, variables as Record<string, unknown>);
    if (errors) throw new Error(`${text}: ${JSON.stringify(errors)}`);
    return data;
  }
}

interface Chosen {
  readonly name: string;
  readonly step: AnyStep;
  readonly principal: Principal;
  /** As `nextSteps` said; undefined: it begins a record. */
  readonly allowed: boolean | undefined;
}
